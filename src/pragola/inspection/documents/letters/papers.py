"""Which papers a file holds, what each of them is, and what speaks for it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pragola.inspection.documents.letters.features import (
    AHEAD,
    ATTACHED_TO,
    ENOUGH,
    FEATURES,
    HEADING,
    QUIET_HEADING,
    Feature,
)
from pragola.inspection.documents.letters.lines import Line, Sheet, tight
from pragola.inspection.documents.letters.numbers import number_on
from pragola.inspection.documents.letters.signing import office_of, signed_on
from pragola.inspection.documents.letters.titles import HEADS_OF_REGIONS, Title, titles_on
from pragola.inspection.findings import Place
from pragola.scoring.papers import PaperKind

_FIRST_PAGES, _LAST_PAGES = 8, 2
"""Of a long paper: its words stand at the beginning and above the signature."""
_HEAD = "|".join(HEADS_OF_REGIONS)
_STANDING_IN = r"(?:PJ|PJS|PLT|PLH|PENJABAT|PELAKSANATUGAS|PENJABATSEMENTARA)?"
_IN_THE_NAME = re.compile(rf"(?:AN|ATASNAMA){_STANDING_IN}(?:{_HEAD})")
_BY_THE_HEAD = re.compile(rf"(?:AN|ATASNAMA)?{_STANDING_IN}(?:{_HEAD})")
_ISSUER = re.compile(r"(?:SURAT|PETIKAN)?\s*K\s?E\s?P\s?U\s?T\s?U\s?S\s?A\s?N\s+\w{3,}", re.I)
_MOST_WORDS, _BLOCK = 8, 6
_BROADER = {
    PaperKind.SK_KADA: PaperKind.SK_KPD,
    PaperKind.SK_AN_KADA: PaperKind.SK_KPD,
    PaperKind.TUGAS_KADA: PaperKind.TUGAS,
}
"""Kinds that differ only by who issued them."""
_NAMED_IN_TITLE = re.compile(rf"(?:AN|ATASNAMA){_STANDING_IN}(?:{_HEAD})")


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of a file: its pages, and the heading by which it begins, if it has one.

    `kind` None: not known, or none of the kinds. `spoke` are the features that spoke for it.
    """

    sheets: tuple[Sheet, ...]
    title: Title | None
    kind: PaperKind | None
    spoke: tuple[Feature, ...]

    @property
    def first_page(self) -> int:
        """Where it begins."""
        return self.sheets[0].page

    @property
    def place(self) -> Place:
        """Where its heading stands; without one, its first page."""
        return Place(page=self.first_page, region=self.title.line.region if self.title else None)

    @property
    def lines(self) -> Iterator[Line]:
        """All its lines."""
        return (line for sheet in self.sheets for line in sheet.lines)


@dataclass(frozen=True)
class _Stretch:
    """Pages that belong together, before anybody knows what they are."""

    sheets: tuple[Sheet, ...]
    title: Title | None

    @cached_property
    def tight(self) -> str:
        read = self.sheets
        if len(read) > _FIRST_PAGES + _LAST_PAGES:
            read = (*read[:_FIRST_PAGES], *read[-_LAST_PAGES:])
        return "\n".join(sheet.tight for sheet in read)


def papers_in(sheets: Sequence[Sheet]) -> Sequence[Paper]:
    """The papers in the order of their pages."""
    return tuple(_told(stretch) for stretch in _stretches(sheets))


def _stretches(sheets: Sequence[Sheet]) -> Iterator[_Stretch]:
    """A heading of its own begins a new paper, an attachment belongs to the one before."""
    pages: list[Sheet] = []
    title: Title | None = None
    for sheet in sheets:
        found = _heading_of(sheet)
        if pages and found and _begins(found, sheet, title, pages[0]):
            yield _Stretch(tuple(pages), title)
            pages, title = [], None
        title = found if not pages else title
        pages.append(sheet)
    if pages:
        yield _Stretch(tuple(pages), title)


def _heading_of(sheet: Sheet) -> Title | None:
    """The first in capitals, else the first; what an attachment says of itself comes last."""
    titles = titles_on(sheet)
    own = [title for title in titles if not title.attached]
    loud = [title for title in own if title.is_loud]
    return next(iter([*loud, *own, *titles]), None)


def _begins(found: Title, sheet: Sheet, before: Title | None, first: Sheet) -> bool:
    """Whether a page with that heading begins another paper than the one that goes on."""
    number = number_on(sheet)
    if found.attached or not (found.is_loud or number):
        return False
    if before is None or found.kind is not before.kind:
        return True
    earlier = number_on(first)
    return bool(number and earlier and number.text != earlier.text)


def _told(stretch: _Stretch) -> Paper:
    """The kind with the most points, if they are enough and it leads clearly."""
    title = stretch.title
    if title and title.kind is None:
        return Paper(stretch.sheets, title, None, ())
    spoke = [feature for feature in FEATURES if feature.pattern.search(stretch.tight)]
    points: Counter[PaperKind] = Counter()
    for feature in spoke:
        points.update(feature.weights)
    if title and title.kind:
        points[_BROADER.get(title.kind, title.kind)] += _weight(title)
    broad = _leading(points)
    kind = _issued(broad, stretch) if broad else None
    own = tuple(each for each in spoke if broad in each.weights)
    return Paper(stretch.sheets, title, kind, own)


def _weight(title: Title) -> int:
    if title.attached:
        return ATTACHED_TO
    return HEADING if title.is_loud else QUIET_HEADING


def _leading(points: Counter[PaperKind]) -> PaperKind | None:
    (first, most), (_, second) = (*points.most_common(2), (None, 0), (None, 0))[:2]
    return first if most >= ENOUGH and most - second >= AHEAD else None


def _issued(broad: PaperKind, stretch: _Stretch) -> PaperKind:
    """The kind by who issued it, where that matters."""
    title = stretch.title
    if broad is PaperKind.SK_KPD:
        return _decree(title, stretch)
    if broad is PaperKind.TUGAS and _of_the_head(title, stretch):
        return PaperKind.TUGAS_KADA
    return broad


def _decree(title: Title | None, stretch: _Stretch) -> PaperKind:
    """By its heading; where that names nobody, by who signed."""
    if title and title.kind is PaperKind.SK_KADA:
        return PaperKind.SK_KADA
    issuer = title and _ISSUER.match(title.words)
    if not issuer and _above(title, stretch):
        return PaperKind.SK_KADA
    in_name = any(_IN_THE_NAME.match(line.tight) for line in _short_lines(stretch))
    if in_name or (title and _NAMED_IN_TITLE.search(_heading_block(title, stretch))):
        return PaperKind.SK_AN_KADA
    if not issuer and _of_the_head(title, stretch):
        return PaperKind.SK_KADA
    return PaperKind.SK_KPD


def _of_the_head(title: Title | None, stretch: _Stretch) -> bool:
    """Whether the head of the region signs, or it is written in his name."""
    office = office_of(stretch.sheets, signed_on(stretch.sheets, PaperKind.SK_KPD))
    signs = office is not None and _BY_THE_HEAD.match(tight(office.text)) is not None
    return signs or _above(title, stretch)


def _above(title: Title | None, stretch: _Stretch) -> bool:
    """Whether the head of the region stands above the heading, as on a letterhead."""
    above = stretch.sheets[0].lines[: title.position if title else 1]
    return any(_BY_THE_HEAD.match(line.tight) for line in above)


def _short_lines(stretch: _Stretch) -> Iterator[Line]:
    lines = (line for sheet in stretch.sheets for line in sheet.lines)
    return (line for line in lines if line.words <= _MOST_WORDS)


def _heading_block(title: Title, stretch: _Stretch) -> str:
    """The heading down to what the paper is about."""
    sheet = next(each for each in stretch.sheets if each.page == title.line.page)
    block = [line.tight for line in sheet.lines[title.position : title.position + _BLOCK]]
    return "".join(block).partition("TENTANG")[0]
