"""Beginning an innovation, and carrying one over into another year."""

from datetime import datetime

from django.db import transaction

from pragola.rulebooks import load_edition
from pragola.scoring.faults import Fault, PragolaError
from pragola.web.innovations.carrying import carried_claims, carried_fields
from pragola.web.innovations.models import Assessment, Claim, Entry, FieldValue, Innovation
from pragola.web.innovations.profile_values import TITLE
from pragola.web.innovations.queries.duplicates import begun_just_now
from pragola.web.regions.models import Unit
from pragola.web.shared.audit import Author, record


class EntryExistsError(PragolaError):
    """An innovation that is in that year's assessment already."""


@transaction.atomic
def begin_innovation(
    unit: Unit, *, title: str, assessment: Assessment, by: Author, at: datetime
) -> Entry:
    """A new innovation of the unit with its first entry, a draft.

    The one that the same person began a moment ago, after a double click. Raises EntryExistsError
    where the unit has one of that very title in that year.
    """
    Unit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    if twice := begun_just_now(unit, title=title, assessment=assessment, by=by, now=at):
        return twice
    same = Entry.objects.filter(
        innovation__unit=unit, innovation__title__iexact=title, assessment=assessment
    )
    if same.exists():
        raise EntryExistsError(Fault(code="innovation_exists", found=title))
    innovation = Innovation.objects.create(
        region=unit.region,
        unit=unit,
        title=title,
        begun_by_id=by.person.pk if by.person else None,
        begun_at=at,
    )
    entry = _new_entry(innovation, assessment, at=at)
    FieldValue.objects.create(
        entry=entry,
        field=TITLE,
        value=title,
        saved_by_id=innovation.begun_by_id,
        saved_at=at,
    )
    record("innovation_begun", entry, by=by, at=at, new=title)
    return entry


@transaction.atomic
def carry_over(
    innovation: Innovation, *, assessment: Assessment, by: Author, at: datetime
) -> Entry:
    """The innovation's entry in another year, with what its latest entry said.

    What is still valid stays as it is; what that year's edition asks anew is marked.
    Raises EntryExistsError where there is an entry already or none to carry over.
    """
    innovation = Innovation.objects.select_for_update(of=("self",)).get(pk=innovation.pk)
    former = _former_entry(innovation, assessment)
    if former is None or innovation.entries.filter(assessment=assessment).exists():
        raise EntryExistsError(Fault(code="entry_carried_already", found=innovation.title))
    entry = _new_entry(innovation, assessment, at=at)
    _carry(former, entry, by=by, at=at)
    editions = former.assessment.edition, assessment.edition
    record("entry_carried_over", entry, by=by, at=at, old=editions[0], new=editions[1])
    return entry


def _former_entry(innovation: Innovation, assessment: Assessment) -> Entry | None:
    earlier = innovation.entries.filter(assessment__edition__lt=assessment.edition)
    return earlier.order_by("assessment__edition").select_related("assessment").last()


def _carry(former: Entry, entry: Entry, *, by: Author, at: datetime) -> None:
    """Write into the new entry what is carried of the former one's fields and claims."""
    old = load_edition(former.assessment.edition)
    new = load_edition(entry.assessment.edition)
    saved = {"saved_by_id": by.person.pk if by.person else None, "saved_at": at}
    for each in carried_fields(old, new, former.fields.all()):
        FieldValue.objects.create(
            entry=entry, field=each.field, value=each.value, renew=each.renew, **saved
        )
    for claim in carried_claims(old, new, former.claims.all()):
        Claim.objects.create(
            entry=entry,
            indicator=claim.indicator,
            level=claim.level,
            base=claim.base,
            value=claim.value,
            periods=claim.periods,
            note=claim.note,
            renew=claim.renew,
            **saved,
        )


def _new_entry(innovation: Innovation, assessment: Assessment, *, at: datetime) -> Entry:
    return Entry.objects.create(
        innovation=innovation, assessment=assessment, begun_at=at, touched_at=at
    )
