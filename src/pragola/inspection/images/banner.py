"""The text on a picture, read by OCR, and whether the innovation's name is in it."""

import re
from itertools import chain, groupby

from PIL import Image
from rapidfuzz import fuzz

from pragola.inspection.documents import ocr
from pragola.inspection.findings import Finding, Place, Region, Severity, around
from pragola.inspection.report import PageText
from pragola.inspection.subject import Subject

_SIDE = 2000
"""Longer side given to OCR: letters of a banner as wide as half the picture have 20 points and
more, and a photograph takes some seconds."""
_SURE = 60
"""Confidence of a word, 0 to 100; in leaves and faces Tesseract sees words too, with less."""
_ALIKE = 85
"""Of 100: one letter in seven may be read wrongly. Other names of the same office have under 75."""
_SHORT = 8
"""Letters below which a name has to stand there as a word of its own, letter by letter."""
_MOST_TOGETHER = 6
"""Lines over which a name on a banner may go."""


def read_on(picture: Image.Image) -> ocr.Reading:
    """All words that seem to stand there; none where there is no OCR. Raises ocr.BusyError."""
    small = picture.copy()
    small.thumbnail((_SIDE, _SIDE))
    return ocr.read(small) or ocr.Reading(())


def not_read_in_time() -> Finding:
    """Whether a name stands there is not known."""
    return Finding(code="picture_not_read_in_time", severity=Severity.INFO, check="picture_text")


def text_on(reading: ocr.Reading) -> PageText | None:
    """The words that were surely read, as page 1; None where there are none."""
    sure = ocr.Reading(tuple(word for word in reading.words if word.confidence >= _SURE))
    page = PageText(1, sure.text, by_ocr=True, lines=sure.places)
    return page if any(c.isalpha() for c in page.text) else None


def rows_on(reading: ocr.Reading) -> PageText:
    """The lines most of whose words were surely read, whole: a sign beside a figure is short."""
    lines = (tuple(words) for _, words in groupby(reading.words, key=lambda word: word.line))
    kept = (words for words in lines if 2 * sum(w.confidence >= _SURE for w in words) > len(words))
    rows = ocr.Reading(tuple(chain.from_iterable(kept)))
    return PageText(1, rows.text, by_ocr=True, lines=rows.places)


def name_findings(page: PageText | None, subject: Subject, *, banner: bool) -> tuple[Finding, ...]:
    """The name that stands there; that none does is told where the edition asks a banner."""
    found = next((n for n in subject.names if page and stands_in(n, page.text)), None)
    if page and found is not None:
        place = Place(page=1, region=_where(found, page))
        return (_finding("picture_names_innovation", Severity.GOOD, found, place),)
    if not banner or not subject.names or ocr.language_here() is None:
        return ()
    return (_finding("picture_without_name", Severity.DOUBTFUL, subject.names[0], Place(page=1)),)


def _where(name: str, page: PageText) -> Region | None:
    """The fewest lines in which the name stands; None where they are too many to be one sign."""
    lines = page.text.splitlines()
    for more in range(_MOST_TOGETHER):
        for first in range(len(lines) - more):
            if stands_in(name, " ".join(lines[first : first + more + 1])):
                return around(page.lines[first : first + more + 1])
    return None


def stands_in(name: str, text: str) -> bool:
    """Whether a name stands in a text that may have been read with faults."""
    wanted, there = _plain(name), _plain(text)
    if not wanted or len(there) < len(wanted):
        return bool(wanted) and wanted == there
    if len(wanted) < _SHORT:
        return f" {wanted} " in f" {there} "
    return fuzz.partial_ratio(wanted, there) >= _ALIKE


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _finding(code: str, severity: Severity, name: str, place: Place) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        check="picture_text",
        place=place,
        facts=(("name", name),),
    )
