"""The handbook: an edition as a Word document. Knows no workbook, and counts nothing."""
