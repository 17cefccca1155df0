"""The list of alike pairs: of a government, or of the nation across governments."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pragola.inspection.likeness.sharing import Kind
from pragola.web.evidence.models import Gravity, How, Likeness, LikenessMark, LikenessSide

_A_PAGE = 25
_MOST_NAMED = 2
KINDS: Mapping[str, str | Promise] = {
    Kind.REGULATION: gettext_lazy("peraturan"),
    Kind.DECREE: gettext_lazy("keputusan"),
    Kind.BUDGET: gettext_lazy("dokumen anggaran"),
    Kind.WORK_PLAN: gettext_lazy("rencana kerja"),
    Kind.TASK_LETTER: gettext_lazy("surat tugas"),
    Kind.INVITATION: gettext_lazy("undangan"),
    Kind.AGREEMENT: gettext_lazy("perjanjian"),
    Kind.SURVEY: gettext_lazy("laporan survei"),
    Kind.NEWS: gettext_lazy("berita"),
    Kind.SCREENSHOT: gettext_lazy("tangkapan layar"),
    Kind.ATTENDANCE: gettext_lazy("daftar hadir"),
    Kind.PROCEDURE: gettext_lazy("SOP"),
    Kind.MANUAL: gettext_lazy("buku manual"),
    Kind.PHOTO: gettext_lazy("foto kegiatan"),
    Kind.VIDEO: gettext_lazy("video"),
    Kind.OTHER: gettext_lazy("jenis belum dikenali"),
}
SEVERITIES: Mapping[int, str] = {
    Gravity.FINE: "good",
    Gravity.LOOK: "",
    Gravity.OWN: "doubtful",
}
"""The shape in which a gravity is shown; the word stands beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for; empty for what still has to be looked at within the government."""

    words: str = ""
    how: str = ""
    seen: bool = False
    fine: bool = False
    abroad: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PairLine:
    """A pair: what it is, how grave, and whose as far as the reader may know."""

    id: int
    how: str
    kind: str
    percent: int
    gravity: str
    severity: str
    names: Sequence[str]
    more: str
    marks: Sequence[LikenessMark]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairList:
    """A page of pairs, the gravest first."""

    lines: Sequence[PairLine]
    page: "Page[Likeness]"


def pairs_of_region(region: str, wanted: Wanted, *, number: str) -> PairList:
    """Pairs among the innovations of a government, or with those of others; four queries."""
    mine = Q(sides__innovation__region=region)
    counted = Likeness.objects.annotate(
        own=Count("sides", filter=mine),
        ones=Count("sides", filter=mine & Q(sides__of_one=True)),
        others=Count("sides", filter=mine & Q(sides__of_other=True)),
    )
    within = Q(own__gt=1, ones__gt=0, others__gt=0)
    found = counted.filter(own__gt=0, regions__gt=1) if wanted.abroad else counted.filter(within)
    concerned = LikenessSide.objects.filter(innovation__region=region).values("likeness")
    narrowed = _narrowed(found.filter(pk__in=concerned), wanted, Q(innovation__region=region))
    return _listed(narrowed, wanted, Q(region=region) | Q(region=None), region, number)


def pairs_of_nation(wanted: Wanted, *, number: str) -> PairList:
    """Pairs among innovations of several governments; four queries."""
    found = _narrowed(Likeness.objects.filter(regions__gt=1), wanted, Q())
    return _listed(found, wanted, Q(region=None), None, number)


def _narrowed(found: QuerySet[Likeness], wanted: Wanted, theirs: Q) -> QuerySet[Likeness]:
    """`theirs` is the condition that a side's name may be looked for."""
    if wanted.how:
        found = found.filter(how=wanted.how)
    if not wanted.fine:
        found = found.filter(gravity__gt=Gravity.FINE)
    for word in wanted.words.split():
        named = LikenessSide.objects.filter(
            theirs,
            Q(innovation__title__icontains=word) | Q(innovation__unit__name__icontains=word),
            likeness=OuterRef("pk"),
        )
        found = found.filter(Exists(named))
    return found.filter(innovations__gt=1)


def _listed(
    found: QuerySet[Likeness], wanted: Wanted, whose: Q, region: str | None, number: str
) -> PairList:
    marks = LikenessMark.objects.filter(whose, ended_at=None)
    marked = Exists(marks.filter(likeness=OuterRef("pk")))
    chosen = found.filter(marked if wanted.seen else ~marked).prefetch_related(
        Prefetch("sides", LikenessSide.objects.select_related("innovation__unit__region")),
        Prefetch("marks", marks.select_related("marked_by")),
    )
    page = Paginator(chosen.order_by("-gravity", "-percent", "id"), _A_PAGE).get_page(number)
    return PairList(lines=[_line(each, region) for each in page], page=page)


def _line(pair: Likeness, region: str | None) -> PairLine:
    sides = list(pair.sides.all())
    shown = [side for side in sides if region in (None, side.innovation.region_id)]
    names = [_name(side, with_region=region is None) for side in shown[:_MOST_NAMED]]
    return PairLine(
        id=pair.pk,
        how=str(How(pair.how).label),
        kind=str(KINDS.get(pair.kind, "")),
        percent=pair.percent,
        gravity=gravity_told(pair),
        severity=SEVERITIES[pair.gravity],
        names=names,
        more=_more(len(shown) - len(names), len(sides) - len(shown)),
        marks=list(pair.marks.all()),
    )


def gravity_told(pair: Likeness) -> str:
    """How much it matters, in words; of two innovations it is another matter than of proofs."""
    if pair.how == How.INNOVATION and pair.gravity == Gravity.OWN:
        return _("mungkin satu inovasi yang dilaporkan dua kali")
    return str(Gravity(pair.gravity).label)


def _name(side: LikenessSide, *, with_region: bool) -> str:
    unit = side.innovation.unit
    told = (side.innovation.title, unit.name, unit.region.name if with_region else "")
    return " · ".join(part for part in told if part)


def _more(here: int, elsewhere: int) -> str:
    told = (
        _("%(number)s inovasi lagi") % {"number": here} if here else "",
        _("%(number)s inovasi di daerah lain") % {"number": elsewhere} if elsewhere else "",
    )
    return " · ".join(part for part in told if part)
