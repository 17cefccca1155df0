"""The editions: reads and checks their files; the only reader of that YAML."""

from pragola.rulebooks.catalogue import edition_codes, load_edition, read_edition

__all__ = ["edition_codes", "load_edition", "read_edition"]
