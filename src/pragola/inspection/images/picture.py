"""A picture: whether it opens and can be judged, what it is, and where it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from pragola.inspection.codes import code_findings, codes_on
from pragola.inspection.documents import ocr
from pragola.inspection.documents.counts.suggesting import count_findings
from pragola.inspection.findings import Finding, Severity
from pragola.inspection.images.asked import asked_of
from pragola.inspection.images.banner import (
    name_findings,
    not_read_in_time,
    read_on,
    rows_on,
    text_on,
)
from pragola.inspection.images.metadata import metadata_findings
from pragola.inspection.images.opening import UnopenedError, open_picture
from pragola.inspection.images.origin import Origin, origin_findings, origin_of
from pragola.inspection.images.quality import measure, quality_findings
from pragola.inspection.images.stowaways import stowaway_in
from pragola.inspection.likeness.fingerprints import fingerprints_of_picture
from pragola.inspection.report import PageText, Report
from pragola.inspection.steps import Deed, tell
from pragola.inspection.subject import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenPicture:
    """What is in a picture, whatever it is claimed for.

    `about` are findings that hold for any claim; `origin` is None where there is nothing to judge,
    as in a picture that does not open or is blank. `was_read`: it was looked for words, and not put
    off because the machine was busy.
    """

    about: tuple[Finding, ...]
    exif: Image.Exif | None = None
    origin: Origin | None = None
    page: PageText | None = None
    rows: PageText | None = None
    was_read: bool = False
    codes: tuple[Finding, ...] = ()
    likeness: Mapping[str, str] = field(default_factory=dict)


def look_at_picture(path: Path, subject: Subject) -> Report:
    """The report on a JPEG or PNG. Raises OSError where the file cannot be read."""
    return judge_picture(see_picture(path, subject), subject)


def see_picture(path: Path, _: Subject) -> SeenPicture:
    """What is in it; the subject does not count. Raises OSError where it cannot be read."""
    tell(Deed.LOOKING_AT_PICTURE)
    hidden = _hidden(path)
    try:
        opened = open_picture(path)
    except UnopenedError as reason:
        blocked = Finding(code=str(reason), severity=Severity.BLOCKS, check="picture_state")
        return SeenPicture(about=(blocked, *hidden))
    look = measure(opened.picture)
    about = (*hidden, *quality_findings(look))
    if look.is_blank:
        return SeenPicture(about=about, exif=opened.exif)
    reading = _reading(opened.picture)
    return SeenPicture(
        about=about if reading else (*about, not_read_in_time()),
        exif=opened.exif,
        origin=origin_of(opened),
        page=text_on(reading) if reading else None,
        rows=rows_on(reading) if reading else None,
        was_read=reading is not None,
        codes=code_findings(codes_on(opened.picture, page=1)),
        likeness=fingerprints_of_picture(opened.picture),
    )


def _reading(picture: Image.Image) -> ocr.Reading | None:
    try:
        return read_on(picture)
    except ocr.BusyError:
        return None


def judge_picture(seen: SeenPicture, subject: Subject) -> Report:
    """The report on what was seen, for what it is claimed for."""
    taken = metadata_findings(seen.exif, subject) if seen.exif is not None else ()
    shown = _shown(seen, seen.origin, subject) if seen.origin else ()
    return Report(
        media_type="",
        findings=(*seen.about, *taken, *shown),
        pages=(seen.page,) if seen.page else (),
        likeness=seen.likeness,
    )


def _shown(seen: SeenPicture, origin: Origin, subject: Subject) -> tuple[Finding, ...]:
    asked = asked_of(subject)
    made = origin_findings(origin, photo_asked=asked.photo)
    names = name_findings(seen.page, subject, banner=asked.banner) if seen.was_read else ()
    counted = count_findings((seen.rows,), subject) if seen.rows else ()
    return (*made, *names, *counted, *seen.codes)


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
