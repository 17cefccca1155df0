"""What a viewer would notice: silence, black, and a picture that stands still."""

from collections.abc import Iterator

from pragola.inspection.findings import Finding, Place, Severity
from pragola.inspection.videos.film import Film
from pragola.inspection.videos.loudness import SILENT_DECIBELS
from pragola.inspection.videos.stretches import Stretch, black_stretches, frozen_stretches

_ALL = 0.95
"""Of its length; the first and last moment of a video are seldom looked at exactly."""
_MOST_TOLD = 5
"""Stretches of one kind; who has read five will look at the whole video."""


def sound_finding(film: Film) -> Finding:
    """Whether it has sound, and whether any can be heard."""
    if film.header.sound is None:
        return _sound("video_without_sound", Severity.DOUBTFUL)
    if film.loudest is None:
        return _sound("video_sound_not_heard", Severity.DOUBTFUL)
    facts = (("decibels", film.loudest),)
    if film.loudest <= SILENT_DECIBELS:
        return _sound("video_silent", Severity.DOUBTFUL, facts)
    return _sound("video_with_sound", Severity.GOOD, facts)


def _sound(code: str, severity: Severity, facts: tuple[tuple[str, int], ...] = ()) -> Finding:
    return Finding(code=code, severity=severity, check="video_sound", facts=facts)


def stretch_findings(film: Film) -> Iterator[Finding]:
    """Black and frozen stretches with the second they begin at and their length."""
    yield from _told(film, black_stretches(film), "video_black_throughout", "video_black")
    yield from _told(film, frozen_stretches(film), "video_still", "video_frozen")


def _told(film: Film, found: tuple[Stretch, ...], whole: str, part: str) -> Iterator[Finding]:
    if any(stretch.seconds >= film.seconds * _ALL for stretch in found):
        yield _stretch(whole, Place(), round(film.seconds))
        return
    for stretch in found[:_MOST_TOLD]:
        yield _stretch(part, Place(second=int(stretch.start)), round(stretch.seconds))


def _stretch(code: str, place: Place, seconds: int) -> Finding:
    return Finding(
        code=code,
        severity=Severity.DOUBTFUL,
        check="video_stretches",
        place=place,
        facts=(("seconds", seconds),),
    )
