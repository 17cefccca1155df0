"""Counts on which a level depends, read from a paper's text: suggestions, never levels."""
