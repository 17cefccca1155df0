"""A stranger's text as one short line: what a file says of itself may mislead whoever reads it."""

import unicodedata

_HARMLESS = ("L", "M", "N", "P", "S")
"""Categories of Unicode that show something; not controls, directions, or unassigned."""


def one_line(text: str, *, most: int) -> str:
    """Without control and direction characters, and at most that long."""
    shown = (each if unicodedata.category(each)[0] in _HARMLESS else " " for each in text)
    line = " ".join("".join(shown).split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
