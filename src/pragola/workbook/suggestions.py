"""What a person probably meant when a name is not known."""

from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST = 120


def folded(text: str) -> str:
    """The text without regard to capitals and spaces, for comparing names."""
    return " ".join(text.split()).casefold()


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like `name`; empty when none comes near."""
    by_folded = {folded(candidate): candidate for candidate in known}
    close = get_close_matches(folded(name[:_LONGEST]), by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else ""
