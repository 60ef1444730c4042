"""What hinders people in a Word document: rules of EN 301 549, of Word's own checker and of the house. Knows no plan."""
