"""A video: whether it opens, and how long it is."""

from decimal import Decimal
from pathlib import Path

import av

from pragola.inspection.findings import Finding, Severity
from pragola.inspection.report import Report
from pragola.inspection.subject import Subject


def look_at_video(path: Path, subject: Subject) -> Report:
    """The report on an MP4 or MOV."""
    try:
        with av.open(str(path), options={"protocol_whitelist": "file"}) as container:
            if not container.streams.video:
                return _report("video_without_picture", Severity.BLOCKS)
            seconds = Decimal(container.duration or 0) / av.time_base
    except (av.FFmpegError, ValueError):
        return _report("video_damaged", Severity.BLOCKS)
    most = subject.edition.video.max_minutes.value
    facts = (("seconds", round(seconds)), ("minutes", most))
    if seconds > most * 60:
        return _report("video_too_long", Severity.BLOCKS, facts)
    return _report("video_length_fits", Severity.GOOD, facts)


def _report(code: str, severity: Severity, facts: tuple[tuple[str, int], ...] = ()) -> Report:
    finding = Finding(code=code, severity=severity, check="video_length", facts=facts)
    return Report(media_type="", findings=(finding,))
