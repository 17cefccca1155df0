"""PDF files: what state they are in, and the text of their pages."""
