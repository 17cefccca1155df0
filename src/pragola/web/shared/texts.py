"""Texts as people type and paste them."""

_UNSEEN = dict.fromkeys((0, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))


def typed(text: str) -> str:
    """The text with plain line ends, trimmed, without signs that no database or reader takes.

    These are the null sign, which PostgreSQL refuses, and the signs that turn the direction of
    everything after them, so that a name could rewrite the line it stands in.
    """
    return text.translate(_UNSEEN).replace("\r\n", "\n").strip()
