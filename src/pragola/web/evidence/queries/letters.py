"""What inspection read of a letter, offered for the data that nobody has filled in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pragola.inspection.findings import Finding, Place
from pragola.inspection.report import finding_of
from pragola.scoring.faults import Fact
from pragola.web.evidence.models import Evidence, InspectionFinding, InspectionState
from pragola.web.evidence.queries.inspections import address_of
from pragola.wording import Language
from pragola.wording.facts import show_fact
from pragola.wording.places import show_page

_CODE = "letter_read"
_FACTS: Mapping[str, str] = {
    "letter_number": "number",
    "letter_date": "date",
    "letter_subject": "subject",
    "letter_office": "office",
}
"""The fields of a letter's data, and the facts of the finding."""
_LONGEST = {"letter_number": 120, "letter_subject": 300, "letter_office": 200}
"""How much of it the form takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What could stand in a field: as a form takes it, in words, and where it was read.

    `at` is what behind the evidence's address opens that place, and `where` names it.
    """

    field: str
    value: str
    shown: str
    at: str
    where: str


def suggestions_for(evidence: Evidence, language: Language) -> tuple[Suggestion, ...]:
    """For the fields of the letter that are empty; one query, none where all are filled."""
    empty = [name for name in _FACTS if not getattr(evidence, name)]
    row = _latest(evidence) if empty else None
    if row is None:
        return ()
    found = finding_of(row.told)
    return tuple(_suggested(empty, found, language))


def _latest(evidence: Evidence) -> InspectionFinding | None:
    return (
        InspectionFinding.objects.filter(
            code=_CODE,
            inspection__use__evidence=evidence,
            inspection__use__removed_at=None,
            inspection__state=InspectionState.DONE,
        )
        .order_by("-inspection__ended_at", "number")
        .first()
    )


def _suggested(empty: list[str], found: Finding, language: Language) -> Iterator[Suggestion]:
    facts = dict(found.facts)
    for field in empty:
        name = _FACTS[field]
        if fact := facts.get(name):
            place = _place_of(name, found, facts)
            text = fact.isoformat() if isinstance(fact, date) else str(fact)
            yield Suggestion(
                field=field,
                value=text[: _LONGEST.get(field)],
                shown=show_fact(fact, language),
                at=address_of(place),
                where=show_page(place.page, place.region, language) if place.page else "",
            )


def _place_of(name: str, found: Finding, facts: Mapping[str, Fact]) -> Place:
    """Where the fact stands; of older findings the page alone is known."""
    spot = next((each for each in found.spots if each.fact == name), None)
    if spot:
        return Place(page=spot.page, region=spot.region)
    page = facts.get(f"{name}_page")
    return Place(page=page if isinstance(page, int) else found.place.page)
