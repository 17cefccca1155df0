"""Where a claim's proofs are opened: what was asked for, the gravest finding, a mark, the range."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pragola.inspection.findings import Place, Severity
from pragola.inspection.report import finding_of
from pragola.rulebooks import load_edition
from pragola.web.evidence.models import Use
from pragola.web.evidence.queries.reading import sheet_of
from pragola.web.evidence.renditions import pages_of

_GRAVE = (Severity.BLOCKS, Severity.DOUBTFUL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A page of a document, or a second of a video; None for the beginning."""

    page: int | None = None
    second: int | None = None


def use_to_open(uses: Sequence[Use], *, wanted: int | None) -> Use | None:
    """The proof that was asked for, else the one with the gravest finding, else the first."""
    chosen = next((each for each in uses if each.pk == wanted), None)
    grave = (each for severity in _GRAVE for each in uses if next(_places(each, severity), None))
    return chosen or next(grave, None) or next(iter(uses), None)


def place_to_open(use: Use, *, page: int | None, second: int | None) -> Opening:
    """Where a proof of `use_to_open` lies open.

    What was asked for; else its gravest finding on the pages in use, or in a video; else where
    the first substance is marked; else the first page in use.
    """
    if page or second is not None:
        return Opening(page=page, second=second)
    places = (place for severity in _GRAVE for place in _places(use, severity))
    gravest = next((place for place in places if _is_in_use(use, place)), None)
    if gravest:
        return Opening(page=gravest.page, second=gravest.second)
    return Opening(page=_first_used(use), second=_first_marked(use))


def _places(use: Use, severity: Severity) -> Iterator[Place]:
    """The places of its findings of that severity, as far as they name a page or second."""
    inspection = getattr(use, "inspection", None)
    for row in inspection.findings.all() if inspection else ():
        place = finding_of(row.told).place
        if row.severity == severity and (place.page or place.second is not None):
            yield place


def _is_in_use(use: Use, place: Place) -> bool:
    """Whether a claim that rests on some pages only rests on that one."""
    if place.page is None:
        return True
    file = use.evidence.file
    sheet = sheet_of(pages_of(file) if file else None, asked=place.page, used=use.pages)
    return not sheet.used or sheet.is_used


def _first_used(use: Use) -> int | None:
    first = use.pages.partition(",")[0].partition("-")[0].strip()
    return int(first) if first.isdigit() else None


def _first_marked(use: Use) -> int | None:
    """Where the first substance of the edition's that is marked begins."""
    seconds = {row.substance: row.second for row in use.marks.all()}
    substances = load_edition(use.entry.assessment.edition).video.substances.value
    found = (seconds.get(each) for each in substances)
    return next((second for second in found if second is not None), None)
