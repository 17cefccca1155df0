"""Which indicator the video proves, and what level its substances give. Suggestions only."""

from decimal import Decimal

from pragola.inspection.formats import FileKind, allowed_formats
from pragola.scoring.answers import Claim
from pragola.scoring.edition import Edition, Indicator
from pragola.scoring.measure import ClaimError, read_claim


def video_indicators(edition: Edition) -> tuple[Indicator, ...]:
    """The indicators whose proof may be a video: by the formats that the edition asks for."""
    return tuple(each for each in edition.sid_indicators if _takes_video(edition, each))


def is_of_video(edition: Edition, part: str) -> bool:
    """Whether that part of an entry is an indicator that a video proves."""
    return any(each.code == part for each in video_indicators(edition))


def level_of_substances(edition: Edition, part: str, number: int) -> int | None:
    """The level that so many substances give by the edition's measure.

    None where there are none, or where the edition measures that indicator in another way.
    """
    indicator = next((each for each in video_indicators(edition) if each.code == part), None)
    if indicator is None or indicator.measure is None or not number:
        return None
    try:
        return read_claim(indicator, Claim(value=Decimal(number)))[0]
    except ClaimError:
        return None


def _takes_video(edition: Edition, indicator: Indicator) -> bool:
    return any(each.kind is FileKind.VIDEO for each in allowed_formats(edition, indicator.code))
