"""Days as a person of the region reads them: 14 Desember 2022."""

from datetime import date

from pragola.wording.languages import Language

_MONTHS = {
    Language.INDONESIAN: "Januari,Februari,Maret,April,Mei,Juni,Juli,"
    "Agustus,September,Oktober,November,Desember",
    Language.ENGLISH: "January,February,March,April,May,June,July,"
    "August,September,October,November,December",
}


def show_date(day: date, language: Language) -> str:
    """The day in words, day before month before year."""
    return f"{day.day} {_MONTHS[language].split(',')[day.month - 1]} {day.year}"
