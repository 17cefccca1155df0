"""The papers of an entry, and what fills them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from pragola.inspection.formats import PDF, allowed_formats
from pragola.rulebooks import load_edition
from pragola.web.coaching.models import (
    PAPER_WAYS,
    Paper,
    PaperKind,
    PaperMove,
    PaperState,
)
from pragola.web.coaching.offices import head_of_region, head_of_unit
from pragola.web.coaching.paper_texts import PROVES, Known, paper_text
from pragola.web.coaching.printing.letterheads import heading_of_unit
from pragola.web.evidence.models import Use
from pragola.web.innovations.models import Entry
from pragola.web.innovations.profile_values import APPLIED, TRIAL
from pragola.web.regions.models import Unit
from pragola.web.shared.audit import Jsonable
from pragola.wording import Language
from pragola.wording.dates import show_date

_ORDER = {PaperState.AT_LEGAL: 0, PaperState.DRAFTED: 1, PaperState.SIGNED: 2}
_PURPOSE, _BENEFIT, _RESULT = "tujuan", "manfaat", "hasil"
_MOST = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """A kind of paper with how far it has come; `paper` None: nobody follows it yet.

    `proof` is the evidence that its scan became, `part` the claim for which, or the one proposed;
    `serves` tells whether it does still. `office` is who signs by the draft. `asks` is the name of
    that claim's indicator and what the edition asks for there.
    """

    kind: PaperKind
    paper: int | None
    state: str
    signed: str
    is_signed: bool
    moves: tuple[PaperMove, ...]
    proof: int | None
    part: str
    serves: bool
    office: str
    asks: tuple[str, ...]

    @property
    def lacks_scan(self) -> bool:
        """Whether it is signed and no scan of it is here."""
        return self.is_signed and self.proof is None

    @property
    def signs(self) -> bool:
        """Whether it can be signed next."""
        return PaperMove.SIGN in self.moves

    @property
    def other_moves(self) -> tuple[PaperMove, ...]:
        """The moves that ask for nothing more."""
        return tuple(move for move in self.moves if move is not PaperMove.SIGN)


def paper_lines(entry: Entry, language: Language) -> tuple[PaperLine, ...]:
    """Every kind of paper for an entry; six queries."""
    papers = {paper.kind: paper for paper in Paper.objects.filter(entry=entry)}
    uses = Use.objects.filter(entry=entry, removed_at=None).values_list("evidence", "part")
    serving, known = frozenset(uses), known_of(entry)
    edition = load_edition(entry.assessment.edition)
    asked = {each.code: (each.name, *each.evidence.documents) for each in edition.sid_indicators}
    return tuple(
        _line(kind, papers.get(kind), serving, known, asked, language) for kind in PaperKind
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedPaper:
    """A paper that somebody follows: of which innovation and unit, how far, since when.

    `days` is how long it has been there.
    """

    entry: int
    title: str
    unit: str
    kind: PaperKind
    state: PaperState
    since: str
    days: int
    signed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedPapers:
    """Papers of a government, those at the legal bureau first, by how long they wait."""

    lines: tuple[FollowedPaper, ...]
    drafted: int
    at_legal: int
    signed: int


def followed_papers(
    papers: QuerySet[Paper], *, chosen: str, now: datetime, language: Language
) -> FollowedPapers:
    """How far these papers are; one query. `chosen` keeps lines of one state only."""
    related = ("entry__innovation__unit__region",)
    found = [_followed(each, now, language) for each in papers.select_related(*related)]
    number = Counter(each.state for each in found)
    lines = sorted(found, key=lambda line: (_ORDER[line.state], -line.days, line.title))
    return FollowedPapers(
        lines=tuple(each for each in lines if chosen in ("", each.state)),
        drafted=number[PaperState.DRAFTED],
        at_legal=number[PaperState.AT_LEGAL],
        signed=number[PaperState.SIGNED],
    )


def provable(entry: Entry) -> tuple[tuple[str, str], ...]:
    """The indicators that a scan may prove, by code and name; no query."""
    edition = load_edition(entry.assessment.edition)
    return tuple(
        (each.code, each.name)
        for each in edition.sid_indicators
        if PDF in allowed_formats(edition, each.code)
    )


def known_of(entry: Entry) -> Known:
    """What is known of an entry for its papers, in Indonesian; four queries."""
    values: Mapping[str, Jsonable] = dict(entry.fields.values_list("field", "value"))
    unit = entry.innovation.unit
    agency = _agency_of(unit)
    return Known(
        heading=heading_of_unit(unit, agency),
        agency_heading=heading_of_unit(agency, agency),
        region=unit.region.name,
        regent=head_of_region(unit.region.name),
        title=entry.innovation.title,
        unit=unit.name,
        head=head_of_unit(unit.name, unit.kind),
        agency_head=head_of_unit(agency.name, agency.kind),
        year=entry.assessment.edition,
        purpose=_words(values.get(_PURPOSE)),
        benefit=_words(values.get(_BENEFIT)),
        result=_words(values.get(_RESULT)),
        trial=_day(values.get(TRIAL)),
        applied=_day(values.get(APPLIED)),
    )


def _line(
    kind: PaperKind,
    paper: Paper | None,
    serving: frozenset[tuple[int, str]],
    known: Known,
    asked: Mapping[str, tuple[str, ...]],
    language: Language,
) -> PaperLine:
    state = PaperState(paper.state) if paper else None
    part = (paper.part if paper else "") or PROVES[kind]
    return PaperLine(
        kind=kind,
        paper=paper.pk if paper else None,
        state=str(state.label) if state else "",
        signed=_signed(paper, language) if paper else "",
        is_signed=state is PaperState.SIGNED,
        moves=tuple(move for move, way in PAPER_WAYS.items() if state in way.sources),
        proof=paper.evidence_id if paper else None,
        part=part,
        asks=asked.get(part, ()),
        serves=bool(paper and (paper.evidence_id, paper.part) in serving),
        office=paper_text(kind, known).office,
    )


def _agency_of(unit: Unit) -> Unit:
    """The office at the root of its branch, whose head signs what leaves it; one query."""
    root = int(unit.path.strip("/").split("/")[0])
    return unit if root == unit.pk else Unit.objects.select_related("region").get(pk=root)


def _followed(paper: Paper, now: datetime, language: Language) -> FollowedPaper:
    innovation = paper.entry.innovation
    zone = ZoneInfo(innovation.unit.region.time_zone)
    moved = paper.moved_at.astimezone(zone).date()
    return FollowedPaper(
        entry=paper.entry_id,
        title=innovation.title,
        unit=innovation.unit.name,
        kind=PaperKind(paper.kind),
        state=PaperState(paper.state),
        since=show_date(moved, language),
        days=(now.astimezone(zone).date() - moved).days,
        signed=_signed(paper, language),
    )


def _signed(paper: Paper, language: Language) -> str:
    day = show_date(paper.signed_on, language) if paper.signed_on else ""
    return " · ".join(each for each in (paper.number, day) if each)


def _words(value: Jsonable) -> str:
    told = " ".join(value.split()) if isinstance(value, str) else ""
    return told if len(told) <= _MOST else f"{told[:_MOST].rsplit(' ', 1)[0]} …"


def _day(value: Jsonable) -> str:
    return show_date(date.fromisoformat(str(value)), Language.INDONESIAN) if value else ""
