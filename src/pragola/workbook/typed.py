"""Numbers, days and texts as people type them, in Indonesian or machine manner."""

import re
from datetime import date
from decimal import Decimal
from unicodedata import category

_GROUPED = re.compile(r"-?\d{1,3}([.,])\d{3}(?:\1\d{3})*")
_INDONESIAN = re.compile(r"-?(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?")
_MACHINE = re.compile(r"-?\d+(?:\.\d+)?")
_DAY = re.compile(r"(\d{1,2})[/.\- ](\d{1,2}|[a-z]+)[/.\- ](\d{4})")
_UNREADABLE = {"Cc", "Cs"}
_NO_CHARACTERS = {"\ufffe", "\uffff"}

_MONTHS = (
    ("januari", "jan"),
    ("februari", "feb"),
    ("maret", "mar"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "jun"),
    ("juli", "jul"),
    ("agustus", "agu", "agt", "ags", "aug"),
    ("september", "sep", "sept"),
    ("oktober", "okt", "oct"),
    ("november", "nov", "nop", "nopember"),
    ("desember", "des", "dec"),
)
_MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}


class AmbiguousNumberError(ValueError):
    """1.234 or 1,234: a thousand and something, or one and something."""


def typed_number(text: str) -> Decimal | None:
    """The number that `4,45`, `4.45` or `1.234,5` says; None when it says none.

    Raises AmbiguousNumberError for `1.234` and `1,234`, which say two.
    """
    compact = text.strip().replace("\u2212", "-").replace("\u00a0", "").replace(" ", "")
    if not compact.isascii():
        return None
    if _GROUPED.fullmatch(compact):
        return _from_groups(compact)
    if _MACHINE.fullmatch(compact):
        return Decimal(compact)
    if _INDONESIAN.fullmatch(compact):
        return Decimal(compact.replace(".", "").replace(",", "."))
    return None


def plain_number(text: str) -> Decimal | None:
    """The number in machine manner (`1234.5`), None when it is not written so."""
    return Decimal(text) if text.isascii() and _MACHINE.fullmatch(text) else None


def _from_groups(text: str) -> Decimal:
    groups = re.split("[.,]", text.removeprefix("-"))
    if len(groups) == 2 and groups[0] != "0":
        raise AmbiguousNumberError(text)
    if len(groups) == 2:
        return Decimal(text.replace(",", "."))
    return Decimal(text.replace(".", "").replace(",", ""))


def typed_day(text: str) -> date | None:
    """The day that `2022-12-14`, `14/12/2022` or `14 Desember 2022` says; None when none."""
    compact = " ".join(text.split()).casefold()
    found = _DAY.fullmatch(compact)
    try:
        if found is None:
            return date.fromisoformat(compact) if len(compact) == len("2022-12-14") else None
        day, month, year = found.groups()
        number = int(month) if month.isdecimal() else _MONTH_NUMBERS.get(month, 0)
        return date(int(year), number, int(day))
    except ValueError:
        return None


def one_line(text: str) -> str | None:
    """The text with its spaces and line breaks collapsed; None when it has unreadable signs."""
    line = " ".join(text.split())
    return None if any(map(_is_unreadable, line)) else line


def words_in(text: str) -> int:
    """How many words the text has."""
    return len(text.split())


def _is_unreadable(sign: str) -> bool:
    return category(sign) in _UNREADABLE or sign in _NO_CHARACTERS
