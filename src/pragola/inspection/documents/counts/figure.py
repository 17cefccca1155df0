"""A figure as it was read in a paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from pragola.inspection.findings import Region, around


class OnPage(Protocol):
    """What stands on a page."""

    @property
    def page(self) -> int:
        """Counted from 1."""

    @property
    def region(self) -> Region | None:
        """Where on it, if that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """The figure in the unit of the indicator's measure, the pages it was read on, in order.

    `seen` is what stands there, where that helps whoever checks it. `working`: days that are no
    days of the calendar. `summed`: a total that the paper itself does not print. `region` is where
    on the first of the pages, if that is known.
    """

    value: Decimal
    pages: tuple[int, ...]
    seen: str = ""
    working: bool = False
    summed: bool = False
    region: Region | None = None


def pages_of(parts: Iterable[OnPage]) -> tuple[int, ...]:
    """The pages they stand on, each once, in order."""
    return tuple(sorted({each.page for each in parts}))


def region_of(parts: Iterable[OnPage]) -> Region | None:
    """Where they stand on the first of their pages."""
    known = tuple(parts)
    first = min((each.page for each in known), default=None)
    return around(each.region for each in known if each.page == first)
