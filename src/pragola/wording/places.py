"""Places of a file as a person reads them."""

import re
from collections.abc import Mapping
from typing import Protocol

from pragola.wording.languages import Language, Sentence

_LINE = re.compile(r"\bline (\d+)")
_COLUMN = re.compile(r"\bcolumn (\S+)")


_PAGE = Sentence(id="halaman {page}", en="page {page}")
_PARTS: Mapping[tuple[int | None, int | None], Sentence] = {
    (None, 0): Sentence(id="bagian atas", en="upper part"),
    (None, 1): Sentence(id="bagian tengah", en="middle part"),
    (None, 2): Sentence(id="bagian bawah", en="lower part"),
    (0, 0): Sentence(id="kiri atas", en="top left"),
    (0, 1): Sentence(id="kiri tengah", en="middle left"),
    (0, 2): Sentence(id="kiri bawah", en="bottom left"),
    (0, None): Sentence(id="sisi kiri", en="left side"),
    (1, 0): Sentence(id="tengah atas", en="top centre"),
    (1, 1): Sentence(id="di tengah", en="centre"),
    (1, 2): Sentence(id="tengah bawah", en="bottom centre"),
    (1, None): Sentence(id="di tengah", en="centre"),
    (2, 0): Sentence(id="kanan atas", en="top right"),
    (2, 1): Sentence(id="kanan tengah", en="middle right"),
    (2, 2): Sentence(id="kanan bawah", en="bottom right"),
    (2, None): Sentence(id="sisi kanan", en="right side"),
}
"""By the third across and the third down in which a part lies; None where it goes all along."""
_WHOLE = 1000
_WIDE = 0.6
"""Share of a side from which a part is said to go all along it."""


class Part(Protocol):
    """A part of a page, as shares 0 to 1000 of its sides."""

    @property
    def left(self) -> int:
        """Where it begins."""

    @property
    def top(self) -> int:
        """Where it begins from above."""

    @property
    def right(self) -> int:
        """Where it ends."""

    @property
    def bottom(self) -> int:
        """Where it ends from above."""


def show_page(page: int, part: Part | None, language: Language) -> str:
    """`halaman 2, kiri bawah`; the page alone where no part is told."""
    told = _PAGE.text(language).format(page=page)
    where = show_part(part, language) if part else ""
    return f"{told}, {where}" if where else told


def show_part(part: Part, language: Language) -> str:
    """In which third of the page its middle lies; nothing where it is most of the page."""
    found = _PARTS.get((_third(part.left, part.right), _third(part.top, part.bottom)))
    return found.text(language) if found else ""


def _third(start: int, end: int) -> int | None:
    if end - start >= _WHOLE * _WIDE:
        return None
    return min(2, 3 * (start + end) // (2 * _WHOLE))


def show_place(place: str, language: Language) -> str:
    """`baris 3, kolom level` for `line 3, column level`; other places stay as they are."""
    if language is Language.ENGLISH:
        return place
    return _COLUMN.sub(r"kolom \1", _LINE.sub(r"baris \1", place))
