"""Claims between the database, the engine and people."""

from collections.abc import Mapping
from decimal import Decimal

from pragola.scoring import answers
from pragola.scoring.edition import Indicator
from pragola.web.innovations.models import Claim
from pragola.web.shared.audit import Jsonable


def as_json(claim: answers.Claim | None, note: str) -> Mapping[str, Jsonable]:
    """A claim as it is compared and logged; decimals as text, empty parts left out."""
    told: dict[str, Jsonable] = {}
    if claim:
        if claim.level is not None:
            told["level"] = claim.level
        if claim.base:
            told["base"] = claim.base
        if claim.value is not None:
            told["value"] = format(claim.value, "f")
        if claim.periods:
            told["periods"] = {year: format(figure, "f") for year, figure in claim.periods}
    return told | ({"note": note} if note else {})


def claim_of(row: Claim | None) -> answers.Claim | None:
    """The claim of a row as the engine takes it; None where nothing is claimed."""
    if row is None or (row.level is None and not row.value and not row.periods):
        return None
    return answers.Claim(
        level=row.level,
        base=row.base or None,
        value=Decimal(row.value) if row.value else None,
        periods=tuple((year, Decimal(figure)) for year, figure in row.periods.items()),
    )


def row_as_json(row: Claim | None) -> Mapping[str, Jsonable]:
    """What a row says, as it is compared and logged."""
    return as_json(claim_of(row), row.note if row else "")


def fill(row: Claim, claim: answers.Claim | None, note: str) -> None:
    """Put a claim into its row."""
    row.level = claim.level if claim else None
    row.base = (claim.base or "") if claim else ""
    row.value = format(claim.value, "f") if claim and claim.value is not None else ""
    row.periods = {year: format(figure, "f") for year, figure in claim.periods} if claim else {}
    row.note = note


def in_words(told: Jsonable, indicator: Indicator | None) -> str:
    """A logged claim for people: its level with the criterion, or its figures, and the note."""
    if not isinstance(told, Mapping):
        return ""
    level, base = told.get("level"), told.get("base")
    periods = told.get("periods")
    criterion = indicator.criterion(level) if indicator and isinstance(level, int) else ""
    parts = [
        f"{level} · {criterion}".strip(" ·") if level is not None else "",
        str(base or ""),
        str(told.get("value", "")),
        "; ".join(f"{y}: {f}" for y, f in periods.items()) if isinstance(periods, Mapping) else "",
        str(told.get("note", "")),
    ]
    return " · ".join(part for part in parts if part)
