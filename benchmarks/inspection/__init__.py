"""How fast files are inspected and made small."""
