"""A PDF: whether it opens, what its pages are, and their text."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

import pypdfium2
from PIL import Image
from pypdfium2 import raw

from pragola.inspection.codes import code_findings
from pragola.inspection.documents import ocr
from pragola.inspection.documents.counts.suggesting import count_findings
from pragola.inspection.documents.letters.findings import findings_on_papers
from pragola.inspection.documents.page_codes import codes_in
from pragola.inspection.documents.photos import photos_in
from pragola.inspection.documents.scans import Scan, measure, scan_findings
from pragola.inspection.documents.signatures import signatures_of
from pragola.inspection.documents.text_layer import text_layer_of
from pragola.inspection.findings import WHOLE, Finding, Place, Region, Severity
from pragola.inspection.likeness.fingerprints import fingerprints_of_photos, fingerprints_of_text
from pragola.inspection.report import PageText, Report
from pragola.inspection.steps import Deed, tell
from pragola.inspection.subject import Subject

_MOST_PAGES = 400
_MOST_READ = 40
"""Pages given to OCR, two seconds each; the pages that the claim points to come first."""
_LEAST_LETTERS = 30
"""A page with fewer letters in its text layer is taken as a picture of a page."""
_LEAST_SHARE_OF_LETTERS = 0.5
"""Below, the text layer is rubbish: fonts without a map to letters."""
_READING_DPI = 200
_MOST_POINTS = 8_000_000
_MOST_ACROSS = 10_000
"""Points of the longer side: A0 at the reading resolution, and no thread of a page."""
_SHARE_FOR_CODES = 0.25
"""Of the time for pages, what may be added for the codes on them."""
_DOUBTED = 70
"""Mean confidence of OCR, 0 to 100, below which the page may lie on its side."""
_LEAST_SURE_WORDS = 5
_TAIL = 2048


@dataclass(frozen=True, slots=True)
class _PageLook:
    """What one page gave."""

    text: PageText
    findings: tuple[Finding, ...] = ()
    blank: bool = False
    unreadable: bool = False


class _UnopenedError(Exception):
    """It does not open; the argument is the code of the finding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenPdf:
    """What is in a PDF, whatever it is claimed for: `about` the file and its pages, and `marks`
    that were set on it, signatures and codes."""

    about: tuple[Finding, ...]
    marks: tuple[Finding, ...] = ()
    pages: tuple[PageText, ...] = ()
    likeness: Mapping[str, str] = field(default_factory=dict)


def look_into_pdf(path: Path, subject: Subject) -> Report:
    """The report on a PDF."""
    return judge_pdf(see_pdf(path, subject), subject)


def see_pdf(path: Path, subject: Subject) -> SeenPdf:
    """What is in it; of the subject count the pages, what was read before, and the roots."""
    late = monotonic() + subject.seconds
    for_codes = late + subject.seconds * _SHARE_FOR_CODES
    try:
        with _opened(path) as document:
            looks = tuple(_looks(document, subject, late))
            total = len(document)
            pages = tuple(look.text for look in looks)
            codes = code_findings(codes_in(document, pages, subject.pages, until=for_codes))
            photos = fingerprints_of_photos(photos_in(document, pages, until=late))
    except _UnopenedError as reason:
        return SeenPdf(about=(_about_file(str(reason), Severity.BLOCKS),))
    own = tuple(f for look in looks for f in look.findings)
    tell(Deed.CHECKING_SIGNATURES)
    return SeenPdf(
        about=(*_cut_off(path), *_as_a_whole(looks, total), *own),
        marks=(*signatures_of(path, subject.roots), *codes),
        pages=pages,
        likeness={**fingerprints_of_text("\n".join(page.text for page in pages)), **photos},
    )


def judge_pdf(seen: SeenPdf, subject: Subject) -> Report:
    """The report on what was seen, for what it is claimed for."""
    pages = seen.pages
    letters = (*findings_on_papers(pages, subject), *count_findings(pages, subject))
    told = (*seen.about, *(letters if pages else ()), *seen.marks)
    return Report(media_type="", findings=told, pages=pages, likeness=seen.likeness)


@contextmanager
def _opened(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == raw.FPDF_ERR_PASSWORD
        raise _UnopenedError("document_encrypted" if locked else "document_damaged") from error
    try:
        if len(document) == 0:
            raise _UnopenedError("document_empty")
        yield document
    finally:
        document.close()


def _looks(document: pypdfium2.PdfDocument, subject: Subject, late: float) -> Iterator[_PageLook]:
    """Page by page; only those the claim points to are judged, all are read in the time there is.

    A page may take long to draw, and OCR ponders over noise: what comes too late is told as not
    inspected, and what was seen is kept.
    """
    to_read = _MOST_READ
    last = min(len(document), _MOST_PAGES)
    for number in range(1, last + 1):
        if number > 1 and monotonic() > late:
            return
        tell(Deed.READING_PAGE, number, last)
        wanted = not subject.pages or number in subject.pages
        known = subject.read.get(number)
        look, was_read = _look_at_page(document, number, known, may_read=to_read > 0 or wanted)
        to_read -= was_read
        yield look if wanted else _PageLook(look.text, blank=look.blank)


def _look_at_page(
    document: pypdfium2.PdfDocument, number: int, known: PageText | None, *, may_read: bool
) -> tuple[_PageLook, bool]:
    """The look, and whether it took OCR."""
    try:
        page = document[number - 1]
        layer = text_layer_of(page, number)
    except pypdfium2.PdfiumError:
        found = _about_page("page_damaged", number, Severity.DOUBTFUL)
        return _PageLook(PageText(number, ""), (found,), unreadable=True), False
    if _is_text(layer.text):
        turned = _text_turned_by(page)
        facts = (("degrees", turned),)
        found = _about_page("page_turned", number, Severity.DOUBTFUL, facts)
        return _PageLook(layer, (found,) if turned else ()), False
    if not may_read and not known:
        return _PageLook(layer), False
    return _look_at_picture(_drawn(page), number, known, dpi=_dots_per_inch(page))


def _look_at_picture(
    picture: Image.Image, number: int, known: PageText | None, *, dpi: int | None
) -> tuple[_PageLook, bool]:
    scan = measure(picture, dpi=dpi)
    if scan.is_blank:
        found = _about_page("page_blank", number, Severity.DOUBTFUL)
        return _PageLook(PageText(number, ""), (found,), blank=True), False
    try:
        read = known or _read_upright(picture, number)
    except ocr.BusyError:
        found = _about_page("page_not_read_in_time", number, Severity.INFO)
        return _PageLook(PageText(number, ""), (found,)), True
    if read is None:
        found = _about_page("page_not_read", number, Severity.INFO)
        return _PageLook(PageText(number, ""), (found, *scan_findings(scan, number))), True
    findings = (*_turn_findings(read.turned, number), *_text_findings(read, scan))
    unreadable = read.sure_words < _LEAST_SURE_WORDS
    return _PageLook(read, findings, unreadable=unreadable), known is None


def _read_upright(picture: Image.Image, number: int) -> PageText | None:
    """What stands there, and by how many degrees the page had to be turned to read it."""
    reading = ocr.read(picture)
    if reading is None:
        return None
    if reading.confidence >= _DOUBTED and not reading.upended:
        return _as_page(reading, number)
    turned = ocr.turned_by(picture)
    upright = ocr.read(picture.rotate(-turned, expand=True)) if turned else None
    if upright is None or upright.sure_words < max(reading.sure_words, _LEAST_SURE_WORDS):
        return _as_page(reading, number)
    return _as_page(upright, number, turned=turned)


def _as_page(reading: ocr.Reading, number: int, *, turned: int = 0) -> PageText:
    return PageText(
        number,
        reading.text,
        by_ocr=True,
        sure_words=reading.sure_words,
        confidence=reading.confidence,
        turned=turned,
        lines=tuple(_turned_back(each, turned) for each in reading.places),
    )


def _turned_back(place: Region, turned: int) -> Region:
    """Where it stands on the page as it is shown, by where it stood when the page was turned."""
    left, top, right, bottom = place.left, place.top, place.right, place.bottom
    for _ in range(turned // 90):
        left, top, right, bottom = top, WHOLE - right, bottom, WHOLE - left
    return Region(left, top, right, bottom)


def _turn_findings(turned: int, number: int) -> tuple[Finding, ...]:
    facts = (("degrees", turned),)
    found = _about_page("page_turned", number, Severity.DOUBTFUL, facts)
    return (found,) if turned else ()


def _text_findings(read: PageText, scan: Scan) -> tuple[Finding, ...]:
    """What hinders reading is told where reading suffers; a picture without words is no fault."""
    if read.sure_words >= _LEAST_SURE_WORDS and read.confidence >= _DOUBTED:
        return ()
    facts = (("words", read.sure_words), ("confidence", read.confidence))
    few = read.sure_words < _LEAST_SURE_WORDS
    code = "page_unreadable" if few else "page_hard_to_read"
    found = _about_page(code, read.page, Severity.DOUBTFUL, facts)
    return (found, *scan_findings(scan, read.page))


def _as_a_whole(looks: tuple[_PageLook, ...], total: int) -> Iterator[Finding]:
    is_whole = total == len(looks)
    if not is_whole:
        facts = (("pages", total), ("inspected", len(looks)))
        yield _about_file("document_long", Severity.INFO, facts)
    if is_whole and all(look.blank for look in looks):
        yield _about_file("document_blank", Severity.BLOCKS)
    elif is_whole and all(look.blank or look.unreadable for look in looks):
        yield _about_file("document_unreadable", Severity.BLOCKS)
    elif not any(look.findings for look in looks):
        yield _about_file("document_readable", Severity.GOOD, (("pages", total),))


def _cut_off(path: Path) -> tuple[Finding, ...]:
    """Pdfium mends what it can of a file whose end is missing; pages may be lost unseen."""
    with path.open("rb") as file:
        file.seek(0, 2)
        file.seek(max(0, file.tell() - _TAIL))
        whole = b"%%EOF" in file.read()
    return () if whole else (_about_file("document_cut_off", Severity.DOUBTFUL),)


def _is_text(text: str) -> bool:
    letters = sum(letter.isalpha() for letter in text)
    seen = sum(not letter.isspace() for letter in text)
    return letters >= _LEAST_LETTERS and letters >= seen * _LEAST_SHARE_OF_LETTERS


def _text_turned_by(page: pypdfium2.PdfPage) -> int:
    """By how many degrees most of the text has to be turned clockwise to stand upright."""
    textpage = page.get_textpage()
    turns = [0, 0, 0, 0]
    count = textpage.count_chars()
    for index in range(0, count, max(1, count // 100)):
        angle = raw.FPDFText_GetCharAngle(textpage, index)
        turns[round(angle / 1.5707963) % 4] += 1
    upright = turns.index(max(turns)) * 90
    return int(upright - page.get_rotation()) % 360


def _drawn(page: pypdfium2.PdfPage) -> Image.Image:
    across, down = page.get_size()
    most = (_MOST_POINTS / max(across * down, 1)) ** 0.5
    scale = min(_READING_DPI / 72, most, _MOST_ACROSS / max(across, down, 1))
    picture: Image.Image = page.render(scale=scale, grayscale=True).to_pil()
    return picture


def _dots_per_inch(page: pypdfium2.PdfPage) -> int | None:
    """The resolution of the largest picture on the page."""
    found = [_dpi_of(each) for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])]
    return max(found)[1] if found else None


def _dpi_of(picture: pypdfium2.PdfObject) -> tuple[int, int]:
    """The area in square points, and the dots per inch across."""
    left, bottom, right, top = picture.get_bounds()
    across, down = picture.get_px_size()
    width, height = max(right - left, 1), max(top - bottom, 1)
    return int(width * height), round(72 * max(across, down) / max(width, height))


def _about_page(
    code: str, page: int, severity: Severity, facts: tuple[tuple[str, int], ...] = ()
) -> Finding:
    place = Place(page=page)
    return Finding(code=code, severity=severity, check="pages", place=place, facts=facts)


def _about_file(code: str, severity: Severity, facts: tuple[tuple[str, int], ...] = ()) -> Finding:
    return Finding(code=code, severity=severity, check="document_state", facts=facts)
