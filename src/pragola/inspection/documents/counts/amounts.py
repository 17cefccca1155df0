"""Lengths of time and percents as papers write them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

_WORDS: Mapping[str, int] = {
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
    "sepuluh": 10,
}
_MINUTES: Mapping[str, Decimal] = {
    "detik": Decimal(1) / 60,
    "menit": Decimal(1),
    "mnt": Decimal(1),
    "jam": Decimal(60),
    "hari": Decimal(24 * 60),
    "minggu": Decimal(7 * 24 * 60),
    "bulan": Decimal(30 * 24 * 60),
}
_NUMBER = r"\d+(?:[.,]\d+)?"
_LENGTH = re.compile(
    rf"(?:(?:{_NUMBER})\s*(?:-|–|s\.?d\.?|s/d|sampai(?: dengan)?)\s*)?"
    rf"(?P<number>{_NUMBER}|{'|'.join(_WORDS)})\s*(?:\(\s*[\w\s,]+\)\s*)?"
    rf"(?:[x×X]\s*(?P<times>{_NUMBER})\s*(?:\([\w\s]+\)\s*)?)?"
    r"(?P<unit>detik|menit|mnt|jam|hari|minggu|bulan)\b\s*(?P<kind>kerja|kalender)?",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:%|persen\b|0/0\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time; `working` where days are days of work, `text` as it stands there."""

    minutes: Decimal
    working: bool
    text: str


def lengths_in(text: str) -> Iterator[Length]:
    """All lengths of time in a text; of a span (`1–2 hari`) its longer end.

    What stands together is one length: `2 jam 30 menit`.
    """
    last: Length | None = None
    end = 0
    for found in _LENGTH.finditer(text):
        length = _length(found)
        if last and not text[end : found.start()].strip() and length.minutes < last.minutes:
            last = Length(last.minutes + length.minutes, last.working, f"{last.text} {length.text}")
        else:
            yield from (last,) if last else ()
            last = length
        end = found.end()
    yield from (last,) if last else ()


def _length(found: re.Match[str]) -> Length:
    unit = found["unit"].lower()
    amount = _amount(found["number"]) * (number_of(found["times"] or "1") or 1)
    working = (found["kind"] or "").lower() == "kerja" and unit == "hari"
    return Length(amount * _MINUTES[unit], working, found[0].strip())


def minutes_in(unit: str) -> Decimal:
    """How many minutes a unit of time has."""
    return _MINUTES[unit.lower()]


def percents_in(text: str) -> Iterator[Decimal]:
    """All percents from 0 to 100 in a text."""
    for found in _PERCENT.findall(text):
        value = number_of(found)
        if value is not None and value <= 100:
            yield value


def number_of(text: str) -> Decimal | None:
    """`1.250`, `95,4` or `95.4` as a number; None where it is none."""
    plain = text.strip()
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", plain):
        plain = plain.replace(".", "")
    try:
        return Decimal(plain.replace(",", "."))
    except InvalidOperation:
        return None


def _amount(text: str) -> Decimal:
    return Decimal(_WORDS[text.lower()]) if text.lower() in _WORDS else number_of(text) or Decimal()
