"""Places of a file as a person reads them."""

import re

from pragola.wording.languages import Language

_LINE = re.compile(r"\bline (\d+)")
_COLUMN = re.compile(r"\bcolumn (\S+)")


def show_place(place: str, language: Language) -> str:
    """`baris 3, kolom level` for `line 3, column level`; other places stay as they are."""
    if language is Language.ENGLISH:
        return place
    return _COLUMN.sub(r"kolom \1", _LINE.sub(r"baris \1", place))
