"""One claim: from the forms in which it may be written to a `Claim` its indicator can read."""

from collections.abc import Mapping
from decimal import Decimal

from pragola.scoring.answers import Claim
from pragola.scoring.edition import Indicator
from pragola.scoring.measure import EARLIER, LATEST, ClaimError, read_claim
from pragola.workbook.raw import Raw

CLAIM_KEYS = ("level", "base", "value", LATEST, EARLIER)


def claims_of(raw: Raw, indicators: Mapping[str, Indicator]) -> dict[str, Claim]:
    """The claims by indicator code; empty ones are left out, faults reported."""
    entries = raw.entries(indicators, unknown="indicator_unknown")
    read = {code: claim_of(entry, indicators[code]) for code, entry in entries.items()}
    return {code: claim for code, claim in read.items() if claim is not None}


def verdicts_of(raw: Raw, indicators: Mapping[str, Indicator]) -> dict[str, int]:
    """The accepted levels by indicator code; empty ones are left out, faults reported."""
    entries = raw.entries(indicators, unknown="indicator_unknown")
    read = {code: _level(entry, indicators[code]) for code, entry in entries.items()}
    return {code: level for code, level in read.items() if level is not None}


def claim_of(raw: Raw, indicator: Indicator) -> Claim | None:
    """The claim the indicator can read; None where it is empty or faulty."""
    claim = _composed(raw, indicator) if isinstance(raw.value, dict) else _bare(raw, indicator)
    if claim is None or (claim.level is not None and claim.base is None):
        return claim
    try:
        read_claim(indicator, claim)
    except ClaimError as error:
        for fault in error.faults:
            raw.report.add(raw.path, fault)
        return None
    return claim


def _bare(raw: Raw, indicator: Indicator) -> Claim | None:
    level = _level(raw, indicator)
    return None if level is None else Claim(level=level)


def _level(raw: Raw, indicator: Indicator) -> int | None:
    return raw.whole(lowest=0, highest=indicator.highest_level, code="level_expected")


def _composed(raw: Raw, indicator: Indicator) -> Claim | None:
    faults_before = len(raw.report.faults)
    entries = raw.entries(CLAIM_KEYS, unknown="claim_key_unknown")
    level = _level(entries["level"], indicator) if "level" in entries else None
    base = entries["base"].text() if "base" in entries else None
    value = entries["value"].decimal() if "value" in entries else None
    periods = _periods(entries)
    is_reported = any(entry.is_reported for entry in entries.values())
    if is_reported or len(raw.report.faults) > faults_before:
        return None
    given = sum((level is not None, value is not None, bool(periods)))
    if given == 1:
        return Claim(level=level, base=base, value=value, periods=periods)
    if given > 1:
        raw.refuse("claim_twice")
    elif base is not None or not entries:
        raw.refuse("claim_incomplete")
    return None


def _periods(entries: Mapping[str, Raw]) -> tuple[tuple[str, Decimal], ...]:
    figures = ((year, entries[year].decimal()) for year in (LATEST, EARLIER) if year in entries)
    return tuple((year, figure) for year, figure in figures if figure is not None)
