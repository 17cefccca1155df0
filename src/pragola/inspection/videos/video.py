"""A video: whether it opens and plays, its length, its picture, its sound, and where nothing is."""

from dataclasses import dataclass
from pathlib import Path

import av

from pragola.inspection.findings import Finding
from pragola.inspection.report import Report
from pragola.inspection.subject import Subject
from pragola.inspection.videos.boxes import told_seconds
from pragola.inspection.videos.film import Film
from pragola.inspection.videos.reading import film_of, header_of, opened
from pragola.inspection.videos.seen_and_heard import sound_finding, stretch_findings
from pragola.inspection.videos.state import (
    damaged,
    length_finding,
    picture_finding,
    size_findings,
    state_findings,
    without_picture,
)

_MEDIA_TYPE = "video/mp4"


def look_at_video(path: Path, subject: Subject) -> Report:
    """The report on an MP4 or MOV. Raises OSError only where it cannot be read."""
    return judge_video(see_video(path, subject), subject)


@dataclass(frozen=True, slots=True)
class SeenVideo:
    """A video that was gone through; `reason` is why there is no film."""

    path: Path
    film: Film | None
    reason: tuple[Finding, ...] = ()


def see_video(path: Path, _: Subject) -> SeenVideo:
    """What is in it; the subject does not count. Raises OSError only where it cannot be read."""
    with path.open("rb"):
        pass
    try:
        with opened(path) as container:
            header = header_of(container, told_seconds(path))
        film = film_of(path, header) if header else None
    except (av.FFmpegError, ValueError, MemoryError, OverflowError):
        return SeenVideo(path, None, (damaged(),))
    if film is None:
        return SeenVideo(path, None, (without_picture(),))
    if film.seconds <= 0:
        return SeenVideo(path, None, (damaged(),))
    return SeenVideo(path, film)


def judge_video(seen: SeenVideo, subject: Subject) -> Report:
    """The report on what was seen, for what it is claimed for."""
    film = seen.film
    found = (*size_findings(seen.path, subject), *_looked(film, subject)) if film else seen.reason
    return Report(media_type=_MEDIA_TYPE, findings=found)


def _looked(film: Film, subject: Subject) -> tuple[Finding, ...]:
    return (
        *state_findings(film),
        length_finding(film, subject),
        picture_finding(film),
        sound_finding(film),
        *stretch_findings(film),
    )
