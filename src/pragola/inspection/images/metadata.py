"""When and where a picture was taken, by what the camera wrote into it.

It is told to the verifier; what the public sees is a copy without it (`stripping`).
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from PIL import Image

from pragola.inspection.findings import Finding, Severity
from pragola.inspection.subject import Subject
from pragola.scoring.faults import Facts

_CAMERA_PART, _PLACE_PART = 0x8769, 0x8825
_TAKEN = (0x9003, 0x9004)
"""Taken and digitised; the tag of the last change tells nothing of the event."""
_WRITTEN = re.compile(r"(\d{4})[:\-/](\d{2})[:\-/](\d{2})")
_ROUNDED = Decimal("0.001")
"""A place to about a hundred metres: the village hall, and not the house beside it."""
_DEGREES = (1, 60, 3600)


def metadata_findings(exif: Image.Exif, subject: Subject) -> tuple[Finding, ...]:
    """The day and the place, and whether the day is outside the years the proof may be from."""
    return tuple(_told(taken_on(exif), taken_at(exif), subject.years()))


def taken_on(exif: Image.Exif) -> date | None:
    """The day the camera says; None where it says none that there is."""
    part = _part(exif, _CAMERA_PART)
    days = (_day(part.get(tag)) for tag in _TAKEN)
    return next((day for day in days if day is not None), None)


def taken_at(exif: Image.Exif) -> str | None:
    """Latitude and longitude in rounded degrees as `-6.175, 106.827`; None where there is none."""
    part = _part(exif, _PLACE_PART)
    latitude = _degrees(part.get(2), south=part.get(1) == "S", most=90)
    longitude = _degrees(part.get(4), south=part.get(3) == "W", most=180)
    if latitude is None or longitude is None or not (latitude or longitude):
        return None
    return f"{latitude}, {longitude}"


def _told(day: date | None, place: str | None, years: tuple[int, ...]) -> Iterator[Finding]:
    if day is not None and years and day.year not in years:
        wanted = ", ".join(str(year) for year in years)
        facts = (("date", day), ("years", wanted))
        yield _finding("picture_date_outside", Severity.DOUBTFUL, facts)
    elif day is not None:
        yield _finding("picture_dated", Severity.INFO, (("date", day),))
    if place is not None:
        yield _finding("picture_placed", Severity.INFO, (("place", place),))


def _part(exif: Image.Exif, tag: int) -> Mapping[int, Any]:
    try:
        return exif.get_ifd(tag)
    except Exception:
        # Notes that cannot be read tell nothing; the picture may be good all the same.
        return {}


def _day(value: object) -> date | None:
    found = _WRITTEN.match(value) if isinstance(value, str) else None
    if found is None:
        return None
    try:
        return date(*(int(each) for each in found.groups()))
    except ValueError:
        return None


def _degrees(value: object, *, south: bool, most: int) -> Decimal | None:
    if not isinstance(value, tuple) or len(value) != len(_DEGREES):
        return None
    try:
        parts = [Decimal(str(float(each))) for each in value]
        total = sum((p / share for p, share in zip(parts, _DEGREES, strict=True)), Decimal())
        rounded = total.quantize(_ROUNDED)
    except (ArithmeticError, TypeError, ValueError):
        return None
    if not 0 <= rounded <= most:
        return None
    return -rounded if south and rounded else rounded


def _finding(code: str, severity: Severity, facts: Facts) -> Finding:
    return Finding(code=code, severity=severity, check="picture_metadata", facts=facts)
