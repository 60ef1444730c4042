"""The handbook as one page for the web, made of the finished .docx: the same text, links and figures, with search and filters."""
