"""Texts as people type and paste them."""

_LINES = {0x0B: "\n", 0x0C: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
_UNSEEN = dict.fromkeys(
    (
        *range(0x09),
        *range(0x0E, 0x20),
        *range(0x7F, 0xA0),
        0x061C,
        0x200B,
        0x200E,
        0x200F,
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        0xFEFF,
    )
)
_CLEAN = str.maketrans({**_UNSEEN, **_LINES})


def typed(text: str) -> str:
    """The text with plain line ends, trimmed, without signs that no database or reader takes.

    These are control signs, which PostgreSQL or a spreadsheet refuses, and signs that nobody sees,
    among them those that turn the direction of everything after them, so that a name could rewrite
    the line it stands in. What joins letters in other scripts stays.
    """
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_CLEAN).strip()


def in_sentence(label: object) -> str:
    """A label, which begins with a capital, as it stands inside a sentence."""
    text = str(label)
    return text[:1].lower() + text[1:]


def typed_line(text: str) -> str:
    """The text as `typed`, in one line: for names, titles and numbers of letters."""
    return " ".join(typed(text).split())
