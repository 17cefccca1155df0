"""Chance that never changes: the same names always give the same draw, on any machine."""

from hashlib import sha256

_SEED = "pragola"


def draw(*names: str, sides: int) -> int:
    """A number from 0 to sides - 1 that depends on the names alone."""
    digest = sha256("/".join((_SEED, *names)).encode()).digest()
    return int.from_bytes(digest[:8], "big") % sides
