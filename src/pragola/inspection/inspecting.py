"""One way through: from a file and what it is claimed for to the report."""

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from pragola.inspection.documents.pdf import look_into_pdf
from pragola.inspection.findings import Finding, Severity
from pragola.inspection.formats import (
    PPT,
    PPTX,
    FileKind,
    Format,
    allowed_formats,
    format_by_beginning,
)
from pragola.inspection.images.picture import look_at_picture
from pragola.inspection.report import Report
from pragola.inspection.subject import Subject
from pragola.inspection.videos.video import look_at_video

type Look = Callable[[Path, Subject], Report]

_HEAD = 4096
_SLIDES = "ppt/presentation.xml"
_LOOKS: Mapping[FileKind, Look] = {
    FileKind.DOCUMENT: look_into_pdf,
    FileKind.PICTURE: look_at_picture,
    FileKind.VIDEO: look_at_video,
}


def inspect(path: Path, subject: Subject) -> Report:
    """Look at a file in this process; strangers' files go through `confined` instead.

    Raises OSError where it cannot be read.
    """
    with path.open("rb") as file:
        found = format_by_beginning(file.read(_HEAD))
    if found is PPTX and not _holds_slides(path):
        found = None
    if found is None or found in (PPT, PPTX):
        return _unread(found, subject)
    report = _LOOKS[found.kind](path, subject)
    return Report(
        media_type=found.media_type,
        findings=(*_format_findings(found, subject), *report.findings),
        pages=report.pages,
        likeness=report.likeness,
    )


def _holds_slides(path: Path) -> bool:
    """A ZIP begins like a presentation, and so do the other papers of office programs."""
    try:
        with zipfile.ZipFile(path) as packed:
            return _SLIDES in packed.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


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
