"""One module per part of the handbook; each is a function from a `Book` to blocks of WordprocessingML."""
