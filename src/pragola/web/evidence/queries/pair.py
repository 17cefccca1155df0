"""Two alike things side by side: whose they are, what is the same, and what differs."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _

from pragola.inspection.likeness.comparing import Passage, shared_passages
from pragola.inspection.likeness.sharing import SHARING, Kind
from pragola.web.evidence.models import (
    Evidence,
    How,
    Likeness,
    LikenessMark,
    LikenessSide,
    StoredFile,
    Use,
)
from pragola.web.evidence.opened import OpenedLikeness
from pragola.web.evidence.queries.alike import others_in_words
from pragola.web.evidence.queries.evidence import part_name
from pragola.web.evidence.queries.pairs import KINDS, SEVERITIES, gravity_told
from pragola.web.evidence.queries.proofs import media_of, size_of
from pragola.web.evidence.queries.taken import taken_told
from pragola.web.evidence.queries.texts import texts_of_files, texts_of_innovations
from pragola.web.innovations.models import Entry
from pragola.web.shared.times import day_and_clock, moment
from pragola.wording import Language
from pragola.wording.dates import show_date

_MOST_LETTERS = 40_000
"""Of a text on the page; a longer one is cut, and the page says so."""
_MOST_NAMED = 12
ONE, OTHER = 1, 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; `number` counts the passages that stand in both, None elsewhere."""

    text: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Whose:
    """An innovation of a side, with the entry to open where the reader may."""

    title: str
    where: str
    entry: int | None
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SideShown:
    """One side: `hidden` says whose it is where its content is not the reader's to see, `page` is
    the one to look at."""

    number: int
    label: str
    whose: Sequence[Whose]
    more: str
    hidden: str
    evidence: Evidence | None
    media: str
    page: int
    pieces: Sequence[Piece]
    cut: bool


@dataclass(frozen=True, slots=True)
class Row:
    """What both sides say about the same thing."""

    name: str
    one: str
    other: str

    @property
    def same(self) -> bool:
        """Whether they say the same."""
        return self.one == self.other


@dataclass(frozen=True, slots=True, kw_only=True)
class PairShown:
    """A pair as the reader may see it."""

    how: str
    by: str
    kind: str
    percent: int
    gravity: str
    severity: str
    rule: str
    passages: int | None
    sides: Sequence[SideShown]
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class MarkShown:
    """That somebody found nothing wrong; `own` where the reader may take it back."""

    reason: str
    when: str
    own: bool


def pair_shown(opened: OpenedLikeness, language: Language) -> PairShown:
    """The pair with all that the reader may see of it."""
    pair = opened.likeness
    evidence = _evidence(opened)
    texts = _texts(opened)
    passages = shared_passages(*texts) if texts else None
    sides = [
        _side(opened, number, evidence.get(number), _pieces(texts, passages, number))
        for number in (ONE, OTHER)
    ]
    return PairShown(
        how=pair.how,
        by=str(How(pair.how).label),
        kind=str(KINDS.get(pair.kind, "")),
        percent=pair.percent,
        gravity=gravity_told(pair),
        severity=SEVERITIES[pair.gravity],
        rule=SHARING[Kind(pair.kind)].provenance.note if pair.kind else "",
        passages=None if passages is None else len(passages),
        sides=sides,
        rows=_rows(evidence, language),
    )


def file_of(opened: OpenedLikeness, number: int) -> StoredFile | None:
    """The file of a side, where its content is the reader's to see."""
    sides = opened.one if number == ONE else opened.other
    if number not in (ONE, OTHER) or not any(_is_seen(opened, side) for side in sides):
        return None
    pair = opened.likeness
    return pair.one_file if number == ONE else pair.other_file


def _evidence(opened: OpenedLikeness) -> Mapping[int, Evidence]:
    """The piece through which each side uses its file, of different innovations; one query."""
    pair = opened.likeness
    if pair.how == How.INNOVATION:
        return {}
    rows = Use.objects.filter(
        evidence__file__in=(pair.one_file_id, pair.other_file_id),
        entry__innovation__in=opened.seen,
        removed_at=None,
    ).select_related("evidence__file", "evidence__unit", "evidence__region", "entry")
    uses = list(rows.order_by("entry__innovation", "-entry__assessment__edition", "id"))
    one = _use_of(uses, opened.one, pair.one_file_id, taken=None)
    taken = one.entry.innovation_id if one else None
    other = _use_of(uses, opened.other, pair.other_file_id, taken=taken)
    found = ((ONE, one), (OTHER, other))
    return {number: use.evidence for number, use in found if use is not None}


def _use_of(
    uses: Sequence[Use], sides: Sequence[LikenessSide], file: str | None, *, taken: int | None
) -> Use | None:
    """The first use of the file by one of these sides, by another innovation than is taken."""
    whose = {side.innovation_id for side in sides}
    fit = [u for u in uses if u.evidence.file_id == file and u.entry.innovation_id in whose]
    fit.sort(key=lambda use: use.entry.innovation_id == taken)
    return fit[0] if fit else None


def _texts(opened: OpenedLikeness) -> tuple[str, str] | None:
    """Both texts, where there are some and both are the reader's to see."""
    pair = opened.likeness
    both = all(any(_is_seen(opened, s) for s in side) for side in (opened.one, opened.other))
    if not both or pair.how not in (How.TEXT, How.INNOVATION):
        return None
    if pair.how == How.TEXT:
        files = (str(pair.one_file_id), str(pair.other_file_id))
        found = texts_of_files(files)
        return found.get(files[0], ""), found.get(files[1], "")
    keys = (pair.one_innovation_id or 0, pair.other_innovation_id or 0)
    told = texts_of_innovations(keys)
    return told.get(keys[0], ""), told.get(keys[1], "")


def _pieces(
    texts: tuple[str, str] | None, passages: Sequence[Passage] | None, number: int
) -> Sequence[Piece]:
    if texts is None or passages is None:
        return ()
    return tuple(_cut_up(texts[number - 1][:_MOST_LETTERS], passages, number))


def _cut_up(text: str, passages: Sequence[Passage], number: int) -> Iterator[Piece]:
    at = 0
    for count, passage in enumerate(passages, start=1):
        where = passage.one if number == ONE else passage.other
        if where.start >= len(text):
            break
        yield Piece(text[at : where.start], None)
        yield Piece(text[where], count)
        at = where.stop
    yield Piece(text[at:], None)


def _side(
    opened: OpenedLikeness, number: int, evidence: Evidence | None, pieces: Sequence[Piece]
) -> SideShown:
    pair, sides = opened.likeness, opened.one if number == ONE else opened.other
    seen = [side for side in sides if side.innovation_id in opened.seen]
    return SideShown(
        number=number,
        label=_("Sisi A") if number == ONE else _("Sisi B"),
        whose=_whose(opened, seen[:_MOST_NAMED]),
        more=_more(opened, sides, seen),
        hidden="" if seen else _hidden(opened, sides),
        evidence=evidence,
        media=media_of(evidence) if evidence else "",
        page=(pair.one_page if number == ONE else pair.other_page) or 1,
        pieces=pieces,
        cut=sum(len(piece.text) for piece in pieces) >= _MOST_LETTERS,
    )


def _hidden(opened: OpenedLikeness, sides: Sequence[LikenessSide]) -> str:
    return others_in_words(sides, (), region=_region(opened))


def _more(
    opened: OpenedLikeness, sides: Sequence[LikenessSide], seen: Sequence[LikenessSide]
) -> str:
    """Innovations beside those that are named, as far as the reader may know."""
    told = []
    if len(seen) > _MOST_NAMED:
        told.append(_("%(number)s inovasi lagi") % {"number": len(seen) - _MOST_NAMED})
    hidden = [side for side in sides if side.innovation_id not in opened.seen]
    if seen and hidden:
        told.append(others_in_words(hidden, (), region=_region(opened)))
    return " · ".join(told)


def _region(opened: OpenedLikeness) -> str:
    """The government by which the reader is here."""
    seen = (side for side in opened.sides if side.innovation_id in opened.seen)
    return next((side.innovation.region_id for side in seen), "")


def _whose(opened: OpenedLikeness, sides: Sequence[LikenessSide]) -> Sequence[Whose]:
    """Their names, units, and where they use it; one query."""
    keys = [side.innovation_id for side in sides]
    latest = {e.innovation_id: e for e in _entries(keys)}
    parts = _parts(opened.likeness, keys)
    return [
        Whose(
            title=side.innovation.title,
            where=f"{side.innovation.unit.name} · {side.innovation.unit.region.name}",
            entry=_entry_to_open(opened, side, latest),
            told=parts.get(side.innovation_id, ""),
        )
        for side in sides
    ]


def _entries(innovations: Collection[int]) -> Sequence[Entry]:
    found = Entry.objects.filter(innovation__in=innovations)
    return list(found.order_by("assessment__edition", "pk"))


def _entry_to_open(
    opened: OpenedLikeness, side: LikenessSide, latest: Mapping[int, Entry]
) -> int | None:
    entry = latest.get(side.innovation_id)
    return entry.pk if entry and side.innovation_id in opened.readable else None


def _parts(pair: Likeness, innovations: Collection[int]) -> Mapping[int, str]:
    """By innovation, what it uses the file for, in words."""
    uses = Use.objects.filter(
        evidence__file__in=(pair.one_file_id, pair.other_file_id),
        entry__innovation__in=innovations,
        removed_at=None,
    ).select_related("entry__assessment")
    told: dict[int, dict[str, None]] = {}
    for use in uses:
        edition = use.entry.assessment.edition
        line = f"{use.part} {part_name(edition, use.part)} ({edition})"
        told.setdefault(use.entry.innovation_id, {})[line] = None
    return {key: ", ".join(lines) for key, lines in told.items()}


def _rows(evidence: Mapping[int, Evidence], language: Language) -> Sequence[Row]:
    if len(evidence) < OTHER:
        return ()
    one, other = (_facts(evidence[number], language) for number in (ONE, OTHER))
    rows = (Row(name, one[name], other[name]) for name in one)
    return [row for row in rows if row.one or row.other]


def _facts(evidence: Evidence, language: Language) -> Mapping[str, str]:
    day = show_date(evidence.letter_date, language) if evidence.letter_date else ""
    zone = ZoneInfo(evidence.region.time_zone)
    return {
        _("Nama berkas"): evidence.file_name,
        _("Judul"): evidence.title,
        _("Unit"): evidence.unit.name,
        _("Ditambahkan"): day_and_clock(evidence.added_at, zone, language),
        _("Ukuran"): size_of(evidence, language),
        _("Nomor surat"): evidence.letter_number,
        _("Tanggal surat"): day,
        _("Perihal"): evidence.letter_subject,
        _("Pejabat"): evidence.letter_office,
        _("Menurut kamera"): " ".join(taken_told(evidence.file, language)),
    }


def mark_shown(opened: OpenedLikeness, language: Language) -> MarkShown | None:
    """The mark that holds for the reader: their government's own, else the nation's; one query."""
    regions = {side.innovation.region_id for side in opened.sides if _is_seen(opened, side)}
    marks = opened.likeness.marks.filter(ended_at=None).select_related("marked_by", "region")
    found = [mark for mark in marks if mark.region_id is None or mark.region_id in regions]
    found.sort(key=lambda mark: mark.region_id is None)
    return _mark(opened, found[0], language) if found else None


def _mark(opened: OpenedLikeness, mark: LikenessMark, language: Language) -> MarkShown:
    """The reason is told to those whose word counts: it may name what others may not know."""
    own = opened.place is not None and opened.place.region == mark.region_id
    zone = ZoneInfo(mark.region.time_zone if mark.region else settings.TIME_ZONE)
    who = mark.marked_by if own else (mark.region or _("Kementerian"))
    return MarkShown(
        reason=mark.reason if own else "",
        when=moment(mark.marked_at, zone, language, who=who),
        own=own,
    )


def _is_seen(opened: OpenedLikeness, side: LikenessSide) -> bool:
    return side.innovation_id in opened.seen
