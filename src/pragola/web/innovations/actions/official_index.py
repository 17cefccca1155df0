"""Recording the index that the ministry gave a government."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from pragola.rulebooks import load_edition
from pragola.scoring.edition import Edition
from pragola.scoring.faults import Fault
from pragola.scoring.measure import round_half_up
from pragola.web.innovations.actions.official import LONGEST_SOURCE, OfficialError
from pragola.web.innovations.models import Assessment
from pragola.web.innovations.official_index import (
    OfficialIndex,
    official_index_as_json,
    official_index_of,
    state_of,
)
from pragola.web.shared.audit import Author, record

_FIRST_YEAR = 2000


class ReplacesError(OfficialError):
    """Something else is recorded already, and nobody said that it may go."""


@transaction.atomic
def record_official_index(
    assessment_id: int,
    official: OfficialIndex,
    *,
    seen: str,
    replacing: bool,
    by: Author,
    at: datetime,
) -> None:
    """Let this be the ministry's index, as long as what stands is still what was `seen`.

    `seen` is its `state_of`. Raises OfficialError for what cannot be or is no longer as seen, and
    ReplacesError where it would take the place of another record without `replacing`.
    """
    assessment = (
        Assessment.objects.select_for_update(of=("self",))
        .select_related("region")
        .get(pk=assessment_id)
    )
    old = official_index_of(assessment)
    _must_be_possible(assessment, official, at, empty=old.index is None)
    if old == official:
        return
    if state_of(old) != seen:
        raise OfficialError(Fault(code="official_index_changed_meanwhile"))
    if old.index is not None and not replacing:
        raise ReplacesError(Fault(code="official_index_replaces"))
    assessment.official = official_index_as_json(official)
    assessment.save(update_fields=["official"])
    record(
        "official_index_recorded",
        assessment,
        by=by,
        at=at,
        old=official_index_as_json(old),
        new=assessment.official,
    )


def _must_be_possible(
    assessment: Assessment, official: OfficialIndex, at: datetime, *, empty: bool
) -> None:
    today = at.astimezone(ZoneInfo(assessment.region.time_zone)).date()
    day = official.day
    faults = list(_faults_of(load_edition(assessment.edition), official))
    if day is not None and not (day.year >= _FIRST_YEAR and day <= today):
        faults.append(Fault(code="official_day_unlikely", place="day"))
    if empty and official == OfficialIndex():
        faults.append(Fault(code="official_index_missing", place="index"))
    if faults:
        raise OfficialError(*faults)


def _faults_of(edition: Edition, official: OfficialIndex) -> Iterator[Fault]:
    index = official.index
    if index is None:
        if official != OfficialIndex():
            yield Fault(code="official_index_missing", place="index")
        return
    highest = max(band.max for band in edition.bands.value)
    if not 0 <= index <= highest or index != round_half_up(index, edition.index_decimals.value):
        yield Fault(
            code="official_index_unknown",
            place="index",
            found=f"{index:f}",
            expected=f"{highest.normalize():f}",
        )
    if official.band and official.band not in {band.name for band in edition.bands.value}:
        yield Fault(code="official_band_unknown", place="band", found=official.band)
    if not official.source:
        yield Fault(code="official_source_missing", place="source")
    if len(official.source) > LONGEST_SOURCE:
        yield Fault(code="official_source_long", place="source", expected=str(LONGEST_SOURCE))
