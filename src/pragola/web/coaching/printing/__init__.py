"""Papers of the office as PDF: a page in Typst and what it tells, as JSON."""
