"""What eligibility looks at, for an invented innovation in one assessment."""

from datetime import date, timedelta

from pragola.demonstration.chance import draw
from pragola.demonstration.portfolio import InventedInnovation
from pragola.demonstration.units import unit_names
from pragola.scoring.answers import Profile

IN_USE = "Penerapan"
_DAYS_ON_TRIAL = (30, 150)
_WORDS = (310, 640)


def profile_in(innovation: InventedInnovation, edition: str) -> Profile:
    """The profile as of that assessment: a development that came later is not told yet."""
    entered = innovation.entries[edition]
    applied = _some_day(innovation.id, innovation.since, what="applied")
    trial = applied - timedelta(days=_between(*_DAYS_ON_TRIAL, innovation.id, "trial"))
    renewed = innovation.renewed
    told = renewed is not None and renewed < int(edition)
    return Profile(
        unit=unit_names()[innovation.unit],
        stage=entered.stage or IN_USE,
        trial=trial,
        applied=applied,
        developed=_some_day(innovation.id, renewed, what="renewed") if renewed and told else None,
        design_words=entered.words or _between(*_WORDS, innovation.id, "words"),
        assessments=innovation.earlier + sum(1 for code in innovation.entries if code <= edition),
    )


def _some_day(innovation: str, year: int, *, what: str) -> date:
    # The first half of the year: nothing is in use after the assessment of that year.
    return date(year, 1, 10) + timedelta(days=draw(innovation, what, sides=150))


def _between(low: int, high: int, *names: str) -> int:
    return low + draw(*names, sides=high - low + 1)
