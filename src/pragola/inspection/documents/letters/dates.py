"""Days as Indonesian papers write them: 5 Januari 2025, 05-01-2025, or all in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rapidfuzz.distance import Levenshtein

MONTHS = (
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
)
_OTHER_MONTHS = {
    "pebruari": 2,
    "nopember": 11,
    "jan": 1,
    "feb": 2,
    "peb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "agt": 8,
    "agu": 8,
    "ags": 8,
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "nov": 11,
    "nop": 11,
    "des": 12,
}
_FIRST_YEAR, _LAST_YEAR = 1945, 2099
_DIGITS = str.maketrans("OoIl|", "00111")
"""Letters that OCR takes for digits, among digits."""
_DIGIT = r"[\dOoIl|]"
_IN_MONTHS = re.compile(
    rf"(?<![\w/.-])({_DIGIT}{{1,2}})\s*[-/.]?\s*([^\W\d_]{{3,10}})\.?\s*[-/.,]?\s*([12]{_DIGIT}{{3}})\b"
)
_IN_DIGITS = re.compile(r"(?<![\w/.-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?([12]\d{3})(?![\w/])")
_FROM_YEAR = re.compile(r"(?<![\w/.-])([12]\d{3})-(\d{2})-(\d{2})(?![\w/-])")
_IN_WORDS = re.compile(r"\bbulan\s+([a-z]+)\s+tahun\s+((?:[a-z]+[\s,.;()]*){2,9})", re.IGNORECASE)
_DAY_BEFORE = re.compile(r"(?:[a-z]+\s+){1,3}$", re.IGNORECASE)
_LONGEST_DAY = 40
"""Letters of `tanggal tiga puluh satu` and what stands between."""
_UNITS = {
    "nol": 0,
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
    "sebelas": 11,
    "seratus": 100,
    "seribu": 1000,
}


@dataclass(frozen=True, slots=True)
class Dated:
    """A day and where in the text it stands, first and one past the last letter."""

    day: date
    start: int
    end: int


def days_in(text: str) -> tuple[Dated, ...]:
    """All days that a text names, in their order."""
    found = [*_in_months(text), *_in_digits(text), *_in_words(text)]
    return tuple(sorted(found, key=lambda each: (each.start, each.end)))


def month_of(word: str) -> int | None:
    """The number of a month by its name, of which OCR may have spoilt a letter or two."""
    plain = word.casefold()
    if plain in MONTHS:
        return MONTHS.index(plain) + 1
    if plain in _OTHER_MONTHS:
        return _OTHER_MONTHS[plain]
    if len(plain) < 4:
        return None
    wrong = [Levenshtein.distance(plain, month) for month in MONTHS]
    least = min(wrong)
    nearest = wrong.index(least)
    sure = wrong.count(least) == 1 and least <= len(MONTHS[nearest]) // 3
    return nearest + 1 if sure else None


def number_of(words: str) -> int | None:
    """A number in words, up to 9999: `dua ribu dua puluh lima`."""
    total, part = 0, 0
    for word in words.casefold().split():
        if word in _UNITS:
            part += _UNITS[word]
        elif word == "belas":
            part += 10
        elif word in ("puluh", "ratus"):
            last = part % 10
            part += last * (9 if word == "puluh" else 99)
        elif word == "ribu":
            total, part = total + part * 1000, 0
        else:
            return None
    return total + part if words.strip() else None


def _in_months(text: str) -> Iterator[Dated]:
    for match in _IN_MONTHS.finditer(text):
        day, month, year = match.groups()
        number = month_of(month)
        if number:
            yield from _dated(match, _whole(year), number, _whole(day))


def _in_digits(text: str) -> Iterator[Dated]:
    for match in _IN_DIGITS.finditer(text):
        yield from _dated(match, int(match[4]), int(match[3]), int(match[1]))
    for match in _FROM_YEAR.finditer(text):
        yield from _dated(match, int(match[1]), int(match[2]), int(match[3]))


def _in_words(text: str) -> Iterator[Dated]:
    for match in _IN_WORDS.finditer(text):
        before = _DAY_BEFORE.search(text[max(0, match.start() - _LONGEST_DAY) : match.start()])
        day = _day_in_words(before[0]) if before else None
        month, year = month_of(match[1]), _year_in_words(match[2])
        if day and month and year:
            yield from _dated(match, year, month, day)


def _day_in_words(text: str) -> int | None:
    """The longest end that is a number."""
    words = text.casefold().split()
    numbers = (number_of(" ".join(words[start:])) for start in range(len(words)))
    return next((number for number in numbers if number), None)


def _year_in_words(text: str) -> int | None:
    """The longest beginning that is a number."""
    words = re.findall(r"[a-z]+", text.casefold())
    numbers = (number_of(" ".join(words[:most])) for most in range(len(words), 1, -1))
    return next((number for number in numbers if number and number >= _FIRST_YEAR), None)


def _dated(match: re.Match[str], year: int, month: int, day: int) -> Iterator[Dated]:
    if _FIRST_YEAR <= year <= _LAST_YEAR:
        try:
            yield Dated(date(year, month, day), match.start(), match.end())
        except ValueError:
            return


def _whole(digits: str) -> int:
    return int(digits.translate(_DIGITS))
