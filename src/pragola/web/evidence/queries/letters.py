"""What inspection read of a letter, offered for the data that nobody has filled in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pragola.inspection.report import finding_of
from pragola.scoring.faults import Fact
from pragola.web.evidence.models import Evidence, InspectionFinding, InspectionState
from pragola.wording import Language
from pragola.wording.facts import show_fact

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
    """What could stand in a field: as a form takes it, in words, and on which page it was read."""

    field: str
    value: str
    shown: str
    page: int | None


def suggestions_for(evidence: Evidence, language: Language) -> tuple[Suggestion, ...]:
    """For the fields of the letter that are empty; one query, none where all are filled."""
    empty = [name for name in _FACTS if not getattr(evidence, name)]
    row = _latest(evidence) if empty else None
    if row is None:
        return ()
    found = finding_of(row.told)
    return tuple(_suggested(empty, dict(found.facts), found.place.page, language))


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


def _suggested(
    empty: list[str], facts: Mapping[str, Fact], first_page: int | None, language: Language
) -> Iterator[Suggestion]:
    for field in empty:
        name = _FACTS[field]
        page = facts.get(f"{name}_page")
        if fact := facts.get(name):
            text = fact.isoformat() if isinstance(fact, date) else str(fact)
            yield Suggestion(
                field=field,
                value=text[: _LONGEST.get(field)],
                shown=show_fact(fact, language),
                page=page if isinstance(page, int) else first_page,
            )
