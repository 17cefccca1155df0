"""Whether a video opens, is whole, plays in a browser, and is what the edition takes."""

from collections.abc import Iterator
from pathlib import Path

from pragola.inspection.findings import Finding, Place, Severity
from pragola.inspection.subject import Subject
from pragola.inspection.videos.film import Film, Header
from pragola.scoring.faults import Facts

SMALLEST_SIDE = 360
"""A subtitle is a twentieth of the height; with fewer than 18 lines its letters run together."""
_PICTURES_PLAYED = {"h264": "H.264", "vp9": "VP9", "av1": "AV1", "libdav1d": "AV1"}
_PIXELS_PLAYED = ("yuv420p", "yuvj420p", "yuv420p10le", "")
"""Ten bits are played in VP9 and AV1, and not in H.264."""
_SOUNDS_PLAYED = ("aac", "mp3", "mp3float", "opus", "libopus", "flac")
_MEGABYTE = 1024**2
_TOLERANCE = 1.5
"""Headers round to frames, and sound may end a moment after the picture."""


def damaged() -> Finding:
    """The video does not open."""
    return _finding("video_damaged", Severity.BLOCKS)


def without_picture() -> Finding:
    """The file opens, but has only sound."""
    return _finding("video_without_picture", Severity.BLOCKS)


def size_findings(path: Path, subject: Subject) -> Iterator[Finding]:
    """The size of the file against the edition's limit, if it states one."""
    limit = subject.edition.video.max_megabytes
    megabytes = -(-path.stat().st_size // _MEGABYTE)
    if limit and megabytes > limit.value:
        facts = (("megabytes", megabytes), ("most", limit.value))
        yield _finding("video_too_heavy", Severity.BLOCKS, facts)


def state_findings(film: Film) -> Iterator[Finding]:
    """Whether it is whole, tells its length rightly, and plays."""
    told, found = round(film.header.seconds), round(film.seconds)
    facts = (("told", told), ("found", found))
    if film.is_cut_off:
        yield Finding(
            code="video_cut_off" if told > found else "video_broken",
            severity=Severity.DOUBTFUL,
            check="video_state",
            place=Place(second=found),
            facts=facts,
        )
    elif abs(film.header.seconds - film.seconds) > max(_TOLERANCE, film.seconds / 50):
        yield _finding("video_length_told_wrong", Severity.DOUBTFUL, facts)
    yield _playing(film.header)


def _playing(header: Header) -> Finding:
    codec = _PICTURES_PLAYED.get(header.codec)
    is_deep = header.codec == "h264" and header.pixels.endswith("10le")
    if codec is None or is_deep or header.pixels not in _PIXELS_PLAYED:
        facts = (("codec", f"{header.codec or '?'} {header.pixels}".strip()),)
        return _finding("video_not_for_browsers", Severity.DOUBTFUL, facts)
    if header.sound is not None and header.sound not in _SOUNDS_PLAYED:
        facts = (("codec", header.sound or "?"),)
        return _finding("video_sound_not_for_browsers", Severity.DOUBTFUL, facts)
    return _finding("video_plays", Severity.GOOD, (("codec", codec),))


def length_finding(film: Film, subject: Subject) -> Finding:
    """The length by the packets against the edition's most minutes, in whole seconds begun."""
    most = subject.edition.video.max_minutes.value
    seconds = round(film.seconds)
    facts: Facts = (
        ("seconds", seconds),
        ("length", f"{seconds // 60}:{seconds % 60:02}"),
        ("minutes", most),
    )
    code = "video_too_long" if film.seconds >= most * 60 + 1 else "video_length_fits"
    severity = Severity.BLOCKS if code == "video_too_long" else Severity.GOOD
    return Finding(code=code, severity=severity, check="video_length", facts=facts)


def picture_finding(film: Film) -> Finding:
    """Whether the picture is large enough to be read, or could not be looked at."""
    header = film.header
    facts: Facts = (("width", header.width), ("height", header.height))
    if not film.moments:
        code, severity = "video_not_looked_at", Severity.DOUBTFUL
    elif min(header.width, header.height) < SMALLEST_SIDE:
        code, severity = "video_too_small", Severity.DOUBTFUL
        facts = (*facts, ("least", SMALLEST_SIDE))
    else:
        code, severity = "video_large_enough", Severity.GOOD
    return Finding(code=code, severity=severity, check="video_picture", facts=facts)


def _finding(code: str, severity: Severity, facts: Facts = ()) -> Finding:
    return Finding(code=code, severity=severity, check="video_state", facts=facts)
