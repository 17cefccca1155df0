"""One way through: from a file and what it is claimed for to the report."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pragola.inspection.documents.pdf import judge_pdf, see_pdf
from pragola.inspection.findings import Finding, Severity
from pragola.inspection.formats import (
    PPT,
    PPTX,
    FileKind,
    Format,
    allowed_formats,
    format_by_beginning,
)
from pragola.inspection.images.picture import judge_picture, see_picture
from pragola.inspection.packed import names_in
from pragola.inspection.report import PageText, Report
from pragola.inspection.subject import Subject
from pragola.inspection.videos.video import judge_video, see_video

_HEAD = 4096
_SLIDES = b"ppt/presentation.xml"


@dataclass(frozen=True, slots=True)
class _Room[Seen]:
    """What is seen in a file once, and judged for each claim. Seeing is what takes the time."""

    see: Callable[[Path, Subject], Seen]
    judge: Callable[[Seen, Subject], Report]


_ROOMS: Mapping[FileKind, _Room[Any]] = {
    FileKind.DOCUMENT: _Room(see_pdf, judge_pdf),
    FileKind.PICTURE: _Room(see_picture, judge_picture),
    FileKind.VIDEO: _Room(see_video, judge_video),
}


def inspect(path: Path, subject: Subject) -> Report:
    """Look at a file in this process; strangers' files go through `confined` instead.

    Raises OSError where it cannot be read.
    """
    return next(inspect_for(path, [subject]))


def inspect_for(path: Path, subjects: Sequence[Subject]) -> Iterator[Report]:
    """A report for each of the subjects, as `inspect` makes it, but what is in the file is seen
    once for all that point to the same pages."""
    with path.open("rb") as file:
        found = format_by_beginning(file.read(_HEAD))
    if found is PPTX and not _holds_slides(path):
        found = None
    if found is None or found in (PPT, PPTX):
        yield from (_unread(found, subject) for subject in subjects)
        return
    room = _ROOMS[found.kind]
    seen: dict[frozenset[int], Any] = {}
    read: Mapping[int, PageText] = {}
    for subject in subjects:
        if subject.pages not in seen:
            seen[subject.pages] = room.see(path, replace(subject, read={**subject.read, **read}))
        report = _with_format(room.judge(seen[subject.pages], subject), found, subject)
        read = {page.page: page for page in report.pages if page.by_ocr}
        yield report


def _with_format(report: Report, found: Format, subject: Subject) -> Report:
    return Report(
        media_type=found.media_type,
        findings=(*_format_findings(found, subject), *report.findings),
        pages=report.pages,
        likeness=report.likeness,
    )


def _holds_slides(path: Path) -> bool:
    """A ZIP begins like a presentation, and so do the other papers of office programs."""
    return _SLIDES in names_in(path)


def _unread(found: Format | None, subject: Subject) -> Report:
    """What nobody here can look into: a presentation, or nothing we know."""
    if found is None:
        finding = Finding(code="format_unknown", severity=Severity.BLOCKS, check="format")
        return Report(media_type="application/octet-stream", findings=(finding,))
    facts = (("format", found.label),)
    finding = Finding(
        code="format_not_inspected", severity=Severity.INFO, check="format", facts=facts
    )
    findings = (*_format_findings(found, subject), finding)
    return Report(media_type=found.media_type, findings=findings)


def _format_findings(found: Format, subject: Subject) -> tuple[Finding, ...]:
    allowed = allowed_formats(subject.edition, subject.part) if subject.part else None
    if not allowed or found in allowed:
        return ()
    wanted = ", ".join(one.label for one in allowed)
    return (
        Finding(
            code="format_not_asked",
            severity=Severity.BLOCKS,
            check="format",
            facts=(("format", found.label), ("wanted", wanted), ("part", subject.part)),
        ),
    )
