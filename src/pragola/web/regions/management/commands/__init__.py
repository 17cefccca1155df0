"""One command a module, by Django's custom."""
