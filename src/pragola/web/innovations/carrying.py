"""What of last year's entry still holds under another edition, and what has to be renewed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pragola.scoring.edition import Edition, FieldKind, Indicator, ProfileField
from pragola.scoring.measure import ClaimError, read_claim
from pragola.web.innovations.claim_values import claim_of
from pragola.web.innovations.models import Claim, FieldValue
from pragola.web.innovations.profile_values import choices_of, is_empty
from pragola.web.shared.audit import Jsonable


@dataclass(frozen=True, slots=True)
class CarriedField:
    """A field's value in the new year; `renew` asks somebody to look at it again."""

    field: str
    value: Jsonable
    renew: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedClaim:
    """A claim in the new year, as its row has it."""

    indicator: str
    level: int | None
    base: str
    value: str
    periods: Mapping[str, str]
    note: str
    renew: bool


def carried_fields(
    old: Edition, new: Edition, values: Iterable[FieldValue]
) -> Iterator[CarriedField]:
    """The values that the new edition's form asks for too; one that fits no more is marked."""
    before = {field.id: field for field in old.profile}
    fields = {field.id: field for field in new.profile}
    for row in values:
        field = fields.get(row.field)
        if field is None or field.kind is FieldKind.FILE or is_empty(row.value):
            continue
        value = _fitting(new, field, row.value)
        changed = value != row.value or _asks_anew(before.get(row.field), field)
        yield CarriedField(row.field, value, renew=changed)


def carried_claims(old: Edition, new: Edition, claims: Iterable[Claim]) -> Iterator[CarriedClaim]:
    """The claims that the new edition judges too.

    A claim has to be renewed where its proof must be of certain years, which have moved, where
    its figures are of certain years, or where the indicator changed. One that the new edition
    cannot read is left empty, and marked.
    """
    before = {indicator.code: indicator for indicator in old.sid_indicators}
    indicators = {indicator.code: indicator for indicator in new.sid_indicators}
    for row in claims:
        indicator = indicators.get(row.indicator)
        if indicator is None or claim_of(row) is None:
            continue
        carried = CarriedClaim(
            indicator=row.indicator,
            level=row.level,
            base=row.base,
            value=row.value,
            periods=row.periods,
            note=row.note,
            renew=_moved(before.get(row.indicator), indicator) or bool(row.value or row.periods),
        )
        yield carried if _readable(indicator, row) else _emptied(carried)


def _fitting(edition: Edition, field: ProfileField, value: Jsonable) -> Jsonable:
    """The value as the field can hold it; a choice that is gone is left empty."""
    choices = choices_of(edition, field)
    if field.kind is FieldKind.CHOICES and isinstance(value, Sequence):
        return [each for each in value if each in choices]
    if field.kind is FieldKind.CHOICE:
        return value if value in choices else ""
    if field.parts:
        return _in_parts(field, value)
    return "\n\n".join(str(v) for v in value.values() if v) if isinstance(value, Mapping) else value


def _in_parts(field: ProfileField, value: Jsonable) -> Jsonable:
    given = value if isinstance(value, Mapping) else {field.parts[0]: value}
    return {part: given.get(part, "") for part in field.parts}


def _asks_anew(before: ProfileField | None, field: ProfileField) -> bool:
    return before is None or (before.parts, before.choices) != (field.parts, field.choices)


def _moved(before: Indicator | None, indicator: Indicator) -> bool:
    if before is None or indicator.evidence.periods or indicator.evidence.window:
        return True
    return (before.levels.value, before.measure, before.bases, before.evidence.documents) != (
        indicator.levels.value,
        indicator.measure,
        indicator.bases,
        indicator.evidence.documents,
    )


def _readable(indicator: Indicator, row: Claim) -> bool:
    claim = claim_of(row)
    try:
        return claim is not None and read_claim(indicator, claim) is not None
    except ClaimError:
        return False


def _emptied(claim: CarriedClaim) -> CarriedClaim:
    return replace(claim, level=None, base="", value="", periods={}, renew=True)
