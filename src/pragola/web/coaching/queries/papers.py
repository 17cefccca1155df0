"""The papers of an entry, and what fills them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pragola.web.coaching.models import (
    PAPER_WAYS,
    Paper,
    PaperKind,
    PaperMove,
    PaperState,
)
from pragola.web.coaching.paper_texts import Known
from pragola.web.coaching.printing.letterheads import heading_of
from pragola.web.innovations.models import Entry
from pragola.web.innovations.profile_values import APPLIED, TRIAL
from pragola.web.shared.audit import Jsonable
from pragola.wording import Language
from pragola.wording.dates import show_date

_PURPOSE, _BENEFIT, _RESULT = "tujuan", "manfaat", "hasil"
_MOST = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """A kind of paper with how far it has come; `paper` None: nobody follows it yet."""

    kind: PaperKind
    paper: int | None
    state: str
    signed: str
    is_signed: bool
    moves: tuple[PaperMove, ...]

    @property
    def signs(self) -> bool:
        """Whether it can be signed next."""
        return PaperMove.SIGN in self.moves

    @property
    def other_moves(self) -> tuple[PaperMove, ...]:
        """The moves that ask for nothing more."""
        return tuple(move for move in self.moves if move is not PaperMove.SIGN)


def paper_lines(entry: Entry, language: Language) -> tuple[PaperLine, ...]:
    """Every kind of paper for an entry; one query."""
    papers = {paper.kind: paper for paper in Paper.objects.filter(entry=entry)}
    return tuple(_line(kind, papers.get(kind), language) for kind in PaperKind)


def known_of(entry: Entry) -> Known:
    """What is known of an entry for its papers, in Indonesian; two queries."""
    values: Mapping[str, Jsonable] = dict(entry.fields.values_list("field", "value"))
    region = entry.innovation.unit.region
    return Known(
        heading=heading_of(region),
        region=region.name,
        title=entry.innovation.title,
        unit=entry.innovation.unit.name,
        year=entry.assessment.edition,
        purpose=_words(values.get(_PURPOSE)),
        benefit=_words(values.get(_BENEFIT)),
        result=_words(values.get(_RESULT)),
        trial=_day(values.get(TRIAL)),
        applied=_day(values.get(APPLIED)),
    )


def _line(kind: PaperKind, paper: Paper | None, language: Language) -> PaperLine:
    state = PaperState(paper.state) if paper else None
    day = show_date(paper.signed_on, language) if paper and paper.signed_on else ""
    number = paper.number if paper else ""
    return PaperLine(
        kind=kind,
        paper=paper.pk if paper else None,
        state=str(state.label) if state else "",
        signed=" · ".join(each for each in (number, day) if each),
        is_signed=state is PaperState.SIGNED,
        moves=tuple(move for move, way in PAPER_WAYS.items() if state in way.sources),
    )


def _words(value: Jsonable) -> str:
    told = " ".join(value.split()) if isinstance(value, str) else ""
    return told if len(told) <= _MOST else f"{told[:_MOST].rsplit(' ', 1)[0]} …"


def _day(value: Jsonable) -> str:
    return show_date(date.fromisoformat(str(value)), Language.INDONESIAN) if value else ""
