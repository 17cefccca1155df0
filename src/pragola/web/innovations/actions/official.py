"""Recording what the ministry found."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from pragola.rulebooks import load_edition
from pragola.scoring.edition import Edition
from pragola.scoring.faults import Fault, PragolaError
from pragola.web.innovations.models import Assessment, Entry
from pragola.web.innovations.official_lists import CheckedOfficial, OfficialChange
from pragola.web.innovations.official_values import Official, official_as_json, official_of
from pragola.web.shared.audit import Author, record

LONGEST_SOURCE = 200
_CENT = Decimal("0.01")


class OfficialError(PragolaError):
    """A result that cannot be recorded."""


@transaction.atomic
def record_official(entry_id: int, official: Official, *, by: Author, at: datetime) -> None:
    """Let this be what the ministry found of an entry, in the place of what was recorded before.

    The log keeps both. Raises OfficialError where its edition has no such points or level.
    """
    entry = (
        Entry.objects.select_for_update(of=("self",)).select_related("assessment").get(pk=entry_id)
    )
    _must_be_possible(load_edition(entry.assessment.edition), official)
    old, new = entry.official, official_as_json(official)
    if old != new:
        entry.official = new
        entry.save(update_fields=["official"])
        record("official_recorded", entry, by=by, at=at, old=old, new=new)


@transaction.atomic
def import_official(
    assessment: Assessment,
    checked: CheckedOfficial,
    *,
    replacing: Collection[int],
    source: str,
    by: Author,
    at: datetime,
) -> int:
    """Record what a table adds, and of what it would replace only the entries that were chosen.

    All of it or nothing; how many entries. Raises OfficialError where an entry is no longer as it
    was when the table was checked.
    """
    entries = {
        entry.pk: entry
        for entry in Entry.objects.filter(
            assessment=assessment, pk__in=[each.entry for each in checked.changes]
        ).select_related("innovation")
    }
    wanted = [c for c in checked.changes if not c.replaces or c.entry in replacing]
    for change in wanted:
        _must_be_as_checked(change, entries)
        official = replace(change.new, source=source.strip() or change.new.source)
        record_official(change.entry, official, by=by, at=at)
    return len(wanted)


def _must_be_as_checked(change: OfficialChange, entries: Mapping[int, Entry]) -> None:
    entry = entries.get(change.entry)
    if entry is None or official_of(entry) != change.old:
        raise OfficialError(Fault(code="official_changed_meanwhile", found=change.title))


def _must_be_possible(edition: Edition, official: Official) -> None:
    points, most = official.points, edition.maxima.sid.value
    if points is not None and not (0 <= points <= most and points == points.quantize(_CENT)):
        raise OfficialError(
            Fault(code="official_points_unknown", found=f"{points:f}", expected=f"{most:f}")
        )
    highest = {each.code: each.highest_level for each in edition.sid_indicators}
    for code, level in official.levels.items():
        if not 0 <= level <= highest.get(code, -1):
            raise OfficialError(
                Fault(
                    code="official_level_unknown",
                    place=code,
                    found=str(level),
                    expected=str(highest.get(code, 0)),
                )
            )
    if len(official.source) > LONGEST_SOURCE:
        raise OfficialError(Fault(code="official_source_long", expected=str(LONGEST_SOURCE)))
