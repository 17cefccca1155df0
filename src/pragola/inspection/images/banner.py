"""The text on a picture, read by OCR, and whether the innovation's name is in it."""

import re
from itertools import chain, groupby

from PIL import Image
from rapidfuzz import fuzz

from pragola.inspection.documents import ocr
from pragola.inspection.findings import Finding, Place, Severity
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


def read_on(picture: Image.Image) -> ocr.Reading:
    """All words that seem to stand there; none where there is no OCR."""
    small = picture.copy()
    small.thumbnail((_SIDE, _SIDE))
    return ocr.read(small) or ocr.Reading(())


def text_on(reading: ocr.Reading) -> PageText | None:
    """The words that were surely read, as page 1; None where there are none."""
    text = ocr.Reading(tuple(word for word in reading.words if word.confidence >= _SURE)).text
    return PageText(1, text, by_ocr=True) if any(c.isalpha() for c in text) else None


def rows_on(reading: ocr.Reading) -> PageText:
    """The lines most of whose words were surely read, whole: a sign beside a figure is short."""
    lines = (tuple(words) for _, words in groupby(reading.words, key=lambda word: word.line))
    kept = (words for words in lines if 2 * sum(w.confidence >= _SURE for w in words) > len(words))
    return PageText(1, ocr.Reading(tuple(chain.from_iterable(kept))).text, by_ocr=True)


def name_findings(page: PageText | None, subject: Subject, *, banner: bool) -> tuple[Finding, ...]:
    """The name that stands there; that none does is told where the edition asks a banner."""
    found = next((n for n in subject.names if page and stands_in(n, page.text)), None)
    if found is not None:
        return (_finding("picture_names_innovation", Severity.GOOD, found),)
    if not banner or not subject.names or ocr.language_here() is None:
        return ()
    return (_finding("picture_without_name", Severity.DOUBTFUL, subject.names[0]),)


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


def _finding(code: str, severity: Severity, name: str) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        check="picture_text",
        place=Place(page=1),
        facts=(("name", name),),
    )
