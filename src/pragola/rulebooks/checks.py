"""What cannot be, across the values of an edition."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from pragola.rulebooks.desk import Desk, Mark
from pragola.rulebooks.fields import Fields
from pragola.scoring.edition import (
    Affair,
    AffairClass,
    Band,
    Edition,
    EditionStatus,
    Indicator,
    Maxima,
)

LOWEST_INDEX, HIGHEST_INDEX = Decimal(0), Decimal(100)


class PlacedBand(NamedTuple):
    """A band and where it stands."""

    band: Band
    mark: Mark


def band_faults(placed: Sequence[PlacedBand], decimals: int, fields: Fields) -> None:
    """Bands are printed from the highest down and cover 0 to 100 without overlap or hole."""
    for band, mark in placed:
        if band.min > band.max:
            fields.desk.fault("ends_reversed", mark, found=_span(band))
        if any(end != round(end, decimals) for end in (band.min, band.max)):
            fields.desk.fault("band_finer_than_index", mark, found=_span(band), expected=decimals)
    for higher, lower in pairwise(placed):
        _neighbour_faults(higher.band, lower, decimals, fields.desk)
    lowest, highest = placed[-1].band.min, placed[0].band.max
    if (lowest, highest) != (LOWEST_INDEX, HIGHEST_INDEX):
        found, expected = f"{lowest} … {highest}", f"{LOWEST_INDEX} … {HIGHEST_INDEX}"
        fields.desk.fault(
            "bands_not_whole", fields.mark_of("bands"), found=found, expected=expected
        )


def _neighbour_faults(higher: Band, placed: PlacedBand, decimals: int, desk: Desk) -> None:
    lower, step = placed.band, Decimal(1).scaleb(-decimals)
    if higher.min <= lower.max:
        desk.fault("bands_overlap", placed.mark, found=_span(higher), expected=_span(lower))
    elif higher.min - lower.max > step:
        found = f"{lower.max} … {higher.min}"
        desk.fault("bands_with_gap", placed.mark, found=found, expected=step)


def affair_faults(
    affairs: Sequence[Affair], numbers: Mapping[AffairClass, int], fields: Fields
) -> None:
    """No affair is missing in its class and none stands twice."""
    for name, times in Counter(affair.name for affair in affairs).items():
        if times > 1:
            fields.desk.fault("affair_twice", fields.mark_of("classes"), found=name)
    listed = Counter(affair.affair_class for affair in affairs)
    for kind, expected in numbers.items():
        if listed[kind] != expected:
            mark = fields.mark_of("classes", kind.value)
            fields.desk.fault(
                "affairs_not_complete",
                mark,
                found=listed[kind],
                expected=expected,
                affair_class=kind.value,
            )


def status_faults(edition: Edition, fields: Fields) -> None:
    """A complete edition knows what scores; a rule asks for nothing that does not exist."""
    if edition.status is EditionStatus.COMPLETE and not (
        edition.spd_indicators and edition.min_basic_services
    ):
        fields.desk.fault("complete_with_gaps", fields.mark_of("status"))
    asked, basic = edition.min_basic_services, len(edition.basic_affairs)
    if asked and asked.value > basic:
        mark = fields.mark_of("min_basic_services")
        fields.desk.fault("more_services_than_affairs", mark, found=asked.value, expected=basic)


def gap_faults(edition: Edition, gaps: Mapping[str, Mark], fields: Fields) -> None:
    """Every value that is null is named by a gap, and no gap names anything else."""
    unknown = [path for path, value in _may_be_null(edition).items() if value is None]
    for path in unknown:
        if path not in gaps:
            fields.desk.fault("null_without_gap", fields.mark_of("gaps"), expected=path)
    for path, mark in gaps.items():
        if path not in unknown:
            fields.desk.fault("gap_of_known", mark, found=path, expected=", ".join(unknown))


def sum_faults(edition: Edition, fields: Fields) -> None:
    """The stated maxima are what weights, levels and caps give."""
    if not edition.sid_indicators:
        fields.desk.fault("no_sid_indicators", fields.mark_of("indicators"))
    maxima = edition.maxima
    for name, stated, counted in _sums(edition, maxima):
        if stated != counted:
            mark = fields.mark_of("maxima", name)
            fields.desk.fault(
                "maximum_not_the_sum", mark, found=stated, expected=counted, name=name
            )


def _sums(edition: Edition, maxima: Maxima) -> Sequence[tuple[str, Decimal, Decimal]]:
    spd = maxima.spd.value
    if edition.spd_indicators:
        spd = _highest_sum(edition.spd_indicators)
    count = edition.count
    return (
        ("spd", maxima.spd.value, spd),
        ("sid", maxima.sid.value, _highest_sum(edition.sid_indicators)),
        ("count", maxima.count.value, count.weight.value * count.cap.value),
        (
            "total",
            maxima.total.value,
            maxima.spd.value + maxima.sid.value + maxima.count.value,
        ),
    )


def _highest_sum(indicators: Sequence[Indicator]) -> Decimal:
    return sum((i.weight.value * i.highest_level for i in indicators), Decimal(0))


def _may_be_null(edition: Edition) -> Mapping[str, object]:
    eligibility = edition.eligibility
    return {
        "min_basic_services": edition.min_basic_services,
        "eligibility.stages": eligibility.stages,
        "eligibility.applied": eligibility.applied,
        "eligibility.min_words": eligibility.min_words,
        "eligibility.max_assessments": eligibility.max_assessments,
        "video.max_megabytes": edition.video.max_megabytes,
    }


def _span(band: Band) -> str:
    return f"{band.name} {band.min} … {band.max}"
