"""A page of evidence as a reader has it before them."""

import re
from dataclasses import dataclass
from urllib.parse import urlencode

_PART = re.compile(r"(\d{1,4}),(\d{1,4}),(\d{1,4}),(\d{1,4})")
_WHOLE = 1000
_STRETCH = re.compile(r"(\d{1,4})(?:-(\d{1,4}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page, counted from 1, of `pages`; 0 pages where nothing can be shown.

    `used` are the pages that a claim uses, as people wrote them, empty for all. `asking` is what
    stands behind the address of another page, before its number.
    """

    number: int
    pages: int
    used: str
    asking: str

    @property
    def previous(self) -> int | None:
        """The page before."""
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self) -> int | None:
        """The page after."""
        return self.number + 1 if self.number < self.pages else None

    @property
    def is_used(self) -> bool:
        """Whether this page is among those that are used."""
        return any(first <= self.number <= last for first, last in _stretches(self.used))

    @property
    def next_used(self) -> int | None:
        """The next page among those that are used, where it is not simply the next one."""
        later = [first for first, _last in _stretches(self.used) if first > self.number + 1]
        found = min(later, default=None)
        return found if found and found <= self.pages else None


def sheet_of(pages: int | None, *, asked: int | None, used: str) -> Sheet:
    """The page asked for, or the nearest there is; `used` only where it is a range of pages."""
    total = pages or 0
    told = used if _stretches(used) else ""
    asking = f"{urlencode({'dipakai': told})}&" if told else ""
    number = min(max(asked or 1, 1), max(total, 1))
    return Sheet(number=number, pages=total, used=told, asking=asking)


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a page, as shares 0 to 1000 of its width and height."""

    left: int
    top: int
    width: int
    height: int

    @property
    def asked(self) -> str:
        """As an address asks for it: left, top, right, bottom."""
        return f"{self.left},{self.top},{self.left + self.width},{self.top + self.height}"


def box_of(asked: str) -> Box | None:
    """The part `left,top,right,bottom` that an address asks to mark; None where it is no part."""
    found = _PART.fullmatch(asked)
    if found is None:
        return None
    left, top, right, bottom = (int(each) for each in found.groups())
    inside = left < right <= _WHOLE and top < bottom <= _WHOLE
    return Box(left, top, right - left, bottom - top) if inside else None


def _stretches(used: str) -> tuple[tuple[int, int], ...]:
    """The first and the last page of each stretch of `1-3, 7`; none where it is no such text."""
    found = [_STRETCH.fullmatch(piece.strip()) for piece in used.split(",")]
    return tuple((int(each[1]), int(each[2] or each[1])) for each in found if each)
