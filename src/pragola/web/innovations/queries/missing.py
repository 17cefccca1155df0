"""What entries still lack, for many of them at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pragola.rulebooks import load_edition
from pragola.scoring.edition import Edition, FieldKind
from pragola.web.innovations.claim_values import claim_of
from pragola.web.innovations.models import Claim, Entry, FieldValue
from pragola.web.innovations.profile_values import is_complete


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """What an entry lacks: labels of required fields, codes of indicators, in the edition's order.

    `mandatory` are those that must be claimed and are not, `unproven` those that are claimed
    above level 0 and have no proof, `renew` the parts carried over that nobody has looked at.
    """

    fields: tuple[str, ...]
    mandatory: tuple[str, ...]
    unclaimed: tuple[str, ...]
    unproven: tuple[str, ...]
    renew: tuple[str, ...]

    @property
    def number(self) -> int:
        """How many things have to be done before it should be submitted."""
        return len(self.fields) + len(self.mandatory) + len(self.unproven) + len(self.renew)


def missing_of(entries: Iterable[Entry]) -> Mapping[int, Missing]:
    """What each entry lacks, by its id; three queries. Entries come with their assessment."""
    wanted = list(entries)
    ids = [entry.pk for entry in wanted]
    fields: dict[int, dict[str, FieldValue]] = defaultdict(dict)
    for row in FieldValue.objects.filter(entry__in=ids):
        fields[row.entry_id][row.field] = row
    claims: dict[int, dict[str, Claim]] = defaultdict(dict)
    for claim in Claim.objects.filter(entry__in=ids):
        claims[claim.entry_id][claim.indicator] = claim
    proven: dict[int, set[str]] = defaultdict(set)
    used = Entry.objects.filter(pk__in=ids, uses__removed_at=None, uses__isnull=False)
    for entry_id, part in used.values_list("pk", "uses__part"):
        proven[entry_id].add(part)
    return {
        entry.pk: _missing(
            load_edition(entry.assessment.edition),
            fields[entry.pk],
            claims[entry.pk],
            proven[entry.pk],
        )
        for entry in wanted
    }


def _missing(
    edition: Edition,
    fields: Mapping[str, FieldValue],
    claims: Mapping[str, Claim],
    proven: set[str],
) -> Missing:
    claimed = {code for code, row in claims.items() if claim_of(row)}
    worth_proof = {code for code in claimed if claims[code].level != 0}
    indicators = edition.sid_indicators
    return Missing(
        fields=tuple(
            field.label
            for field in edition.profile
            if field.required
            and field.kind is not FieldKind.FILE
            and not (field.id in fields and is_complete(fields[field.id].value))
        ),
        mandatory=tuple(i.code for i in indicators if i.mandatory.value and i.code not in claimed),
        unclaimed=tuple(i.code for i in indicators if i.code not in claimed),
        unproven=tuple(i.code for i in indicators if i.code in worth_proof - proven),
        renew=(
            *(row.field for row in fields.values() if row.renew),
            *(i.code for i in indicators if i.code in claims and claims[i.code].renew),
        ),
    )
