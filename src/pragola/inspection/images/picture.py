"""A picture: whether it opens and can be judged, what it is, and where it comes from."""

from pathlib import Path

from pragola.inspection.codes import code_findings, codes_on
from pragola.inspection.documents.counts.suggesting import count_findings
from pragola.inspection.findings import Finding, Severity
from pragola.inspection.images.asked import asked_of
from pragola.inspection.images.banner import name_findings, read_on, rows_on, text_on
from pragola.inspection.images.metadata import metadata_findings
from pragola.inspection.images.opening import Opened, UnopenedError, open_picture
from pragola.inspection.images.origin import origin_findings, origin_of
from pragola.inspection.images.quality import measure, quality_findings
from pragola.inspection.images.stowaways import stowaway_in
from pragola.inspection.likeness.fingerprints import fingerprints_of_picture
from pragola.inspection.report import Report
from pragola.inspection.subject import Subject


def look_at_picture(path: Path, subject: Subject) -> Report:
    """The report on a JPEG or PNG. Raises OSError where the file cannot be read."""
    hidden = _hidden(path)
    try:
        opened = open_picture(path)
    except UnopenedError as reason:
        blocked = Finding(code=str(reason), severity=Severity.BLOCKS, check="picture_state")
        return Report(media_type="", findings=(blocked, *hidden))
    look = measure(opened.picture)
    about = (*hidden, *quality_findings(look), *metadata_findings(opened.exif, subject))
    return Report(media_type="", findings=about) if look.is_blank else _seen(opened, subject, about)


def _seen(opened: Opened, subject: Subject, about: tuple[Finding, ...]) -> Report:
    """The report on a picture that shows something."""
    asked = asked_of(subject)
    reading = read_on(opened.picture)
    page = text_on(reading)
    origin = origin_findings(origin_of(opened), photo_asked=asked.photo)
    names = name_findings(page, subject, banner=asked.banner)
    counted = count_findings((rows_on(reading),), subject)
    codes = code_findings(codes_on(opened.picture, page=1))
    return Report(
        media_type="",
        findings=(*about, *origin, *names, *counted, *codes),
        pages=(page,) if page else (),
        likeness=fingerprints_of_picture(opened.picture),
    )


def _hidden(path: Path) -> tuple[Finding, ...]:
    found = stowaway_in(path)
    if found is None:
        return ()
    facts = (("format", found),)
    return (
        Finding(
            code="picture_hides_file",
            severity=Severity.DOUBTFUL,
            check="picture_state",
            facts=facts,
        ),
    )
