"""A single fact as a person reads it: numbers and days in the language, text as it is."""

from datetime import date
from decimal import Decimal

from pragola.scoring.faults import Fact
from pragola.wording.dates import show_date
from pragola.wording.languages import Language
from pragola.wording.numbers import show_number


def show_fact(fact: Fact, language: Language) -> str:
    """The fact in words; nothing where there is none."""
    if isinstance(fact, int | Decimal):
        return show_number(fact, language)
    return show_date(fact, language) if isinstance(fact, date) else fact or ""
