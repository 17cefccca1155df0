"""The plan for the regent: two pages of A4 that a layman reads in two minutes, as PDF/A."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _

from pragola.rulebooks import load_edition
from pragola.scoring.edition import Edition
from pragola.scoring.score import band_of
from pragola.web.shared.drawings import ruler
from pragola.web.shared.numbers import figure
from pragola.web.shared.typesetting import typeset
from pragola.web.targets.models import AgreedPlan, Calculation
from pragola.web.targets.queries.curve import Curve, curve_of
from pragola.web.targets.queries.last_day import LastDay
from pragola.web.targets.queries.lines import days
from pragola.web.targets.queries.names import Names, names_of
from pragola.web.targets.queries.plain import Deed, deeds_of_region, work_of_units
from pragola.web.targets.queries.room import sure_row
from pragola.web.targets.queries.sure import Sure, percent, plain_threats, sure_of
from pragola.web.targets.stored import StoredPlan, read_answer
from pragola.wording import Language
from pragola.wording.dates import show_date

_TEMPLATE = Path(__file__).with_suffix(".typ")
_BAND_COLOURS = ("#e3dacb", "#c3caec", "#8793d3")
_INK, _SOGAN, _INDIGO = "#1d1a16", "#7a4a21", "#2b3a7a"
_MOST_DECISIONS, _MOST_UNITS, _MOST_DEEDS, _MOST_THREATS = 14, 18, 1, 4
"""What is handed to the page at most; it shows as much of it as fits."""
_CLOSE = 14
"""Marks of the ruler that lie nearer than so many percent tell their names on two heights."""
_HEADS = (
    ("Kabupaten ", "Bupati %s"),
    ("Kota ", "Wali Kota %s"),
    ("Provinsi ", "Gubernur %s"),
)
"""What the head of a region is called, by how its name begins."""


@dataclass(frozen=True)
class _Paper:
    calculation: Calculation
    plan: StoredPlan
    reached: bool
    names: Names
    deeds: tuple[Deed, ...]
    sure: Sure | None
    beside: Calculation | None
    agreed: AgreedPlan | None
    last: LastDay
    over: bool
    language: Language

    @property
    def edition(self) -> Edition:
        """The edition of the assessment."""
        return load_edition(self.calculation.assessment.edition)

    @property
    def lightest(self) -> Calculation | None:
        """The calculation with the lightest plan: itself, or the one that a surer one is beside."""
        return self.beside if self.calculation.sure else self.calculation

    @property
    def surer(self) -> Calculation | None:
        """The calculation with the surer plan."""
        return self.calculation if self.calculation.sure else self.beside


def regent_pdf(
    calculation: Calculation,
    *,
    agreed: AgreedPlan | None,
    last: LastDay,
    over: bool,
    today: date,
    language: Language,
) -> bytes | None:
    """The plan as a PDF; None where there is no plan yet. `over`: nobody can hand in any more."""
    answer = read_answer(calculation.told["answer"]) if "answer" in calculation.told else None
    if answer is None or answer.shown is None:
        return None
    assessment = calculation.assessment
    names = names_of(assessment, language)
    zone = ZoneInfo(assessment.region.time_zone)
    paper = _Paper(
        calculation=calculation,
        plan=answer.shown,
        reached=answer.plan is not None,
        names=names,
        deeds=deeds_of_region(answer.shown, load_edition(assessment.edition), names, language),
        sure=sure_of(calculation.told.get("sureness"), names, language, zone=zone),
        beside=_beside(calculation),
        agreed=agreed,
        last=last,
        over=over,
        language=language,
    )
    made = datetime(today.year, today.month, today.day, tzinfo=UTC)
    return typeset(_TEMPLATE, _told(paper, today), standard="a-2b", at=made)


def _beside(row: Calculation) -> Calculation | None:
    """The surer plan of a lightest one, or the lightest of a surer one, where there is one."""
    if not row.sure:
        return sure_row(row)
    rows = Calculation.objects.filter(
        assessment=row.assessment_id, ground=row.ground, sure=False, told__has_key="answer"
    )
    return rows.order_by("-queued_at", "-id").first()


def _told(paper: _Paper, today: date) -> dict[str, Any]:
    day = show_date(today, paper.language)
    return {
        "date": [today.year, today.month, today.day],
        "lang": paper.language.value,
        "region": paper.names.region,
        "title": _("Rencana mencapai target Indeks Inovasi Daerah %(year)s")
        % {"year": paper.calculation.assessment.edition},
        "subtitle": f"{paper.names.region} · {day}",
        "footer": _footer(),
        "more": _("dan {} lagi, lengkapnya di Pragola"),
        **_page_one(paper),
        **_page_two(paper),
        "signs": _signs(paper),
    }


def _footer() -> str:
    told = _("Dibuat dengan Pragola dari jawaban daerah; bukan hasil resmi kementerian.")
    return f"{_('Data contoh: semua inovasi rekaan')}. {told}" if settings.DEMONSTRATION else told


def _page_one(paper: _Paper) -> dict[str, Any]:
    number = partial(figure, language=paper.language)
    now, target, plan = paper.plan.before, paper.calculation.target, paper.plan
    return {
        "lead": _lead(paper),
        "figures": [
            {"name": _now(paper), "value": number(now), "note": _band(paper, now)},
            {"name": _("Target"), "value": number(target), "note": _band(paper, target)},
            {"name": _("Dengan rencana ini"), "value": number(plan.index), "note": plan.band},
        ],
        **_ruler(paper),
        "facts": _facts(paper),
        "decisions-title": _("Yang memerlukan keputusan pimpinan"),
        "decisions-lead": _("Dikerjakan sekali untuk seluruh daerah; yang paling menambah dahulu."),
        "decisions-none": _("Tidak ada: semua pekerjaan ada pada unit."),
        "decisions-head": [_("Pekerjaan"), _("Menambah indeks"), _("Hari kerja"), *_until(paper)],
        "decisions": [_decision(paper, each) for each in paper.deeds[:_MOST_DECISIONS]],
        "decisions-total": len(paper.deeds),
        "ways-title": _("Pilihannya"),
        "ways-head": [
            "",
            _("Indeks bila semua diterima"),
            _("Pekerjaan"),
            _("Hari kerja"),
            _("Peluang target tercapai"),
        ],
        "ways": _ways(paper),
        "proof": _proof(paper),
    }


def _lead(paper: _Paper) -> str:
    """What the paper says, in one sentence or two."""
    told = {
        "target": figure(paper.calculation.target, paper.language),
        "band": _band(paper, paper.calculation.target),
        "index": figure(paper.plan.index, paper.language),
        "reach": paper.sure.reach if paper.sure else "",
        "confidence": paper.sure.confidence if paper.sure else "",
    }
    if not paper.reached:
        return (
            _("Target %(target)s tidak tercapai lagi. Yang tertinggi yang masih mungkin %(index)s.")
            % told
        )
    reached = _("Target %(target)s (%(band)s) dapat dicapai dengan pekerjaan di bawah ini.") % told
    if paper.sure is None:
        return reached
    if paper.sure.enough:
        return f"{reached} {_('Peluangnya %(reach)s.') % told}"
    small = _(
        "Tetapi peluangnya hanya %(reach)s: penilai biasanya menerima sebagian bukti lebih rendah."
    )
    return f"{reached} {small % told}"


def _now(paper: _Paper) -> str:
    """What the first figure is: by verdicts, where the plan starts from some."""
    judged = any(each.get("verdicts") for each in paper.calculation.answers["innovations"])
    return _("Sekarang, menurut putusan") if judged else _("Sekarang")


def _facts(paper: _Paper) -> list[list[str]]:
    units = len({each.unit for each in paper.plan.actions if each.unit is not None})
    told = {"days": days(paper.plan.effort, paper.language), "units": units}
    by = _last_due(paper.agreed) if paper.agreed else paper.last.day
    return [
        [_("Pekerjaan"), str(len(paper.plan.actions))],
        [_("Tenaga satu orang"), _("%(days)s hari kerja") % told],
        [_("Unit yang bekerja"), str(units)],
        [_("Selesai sampai"), show_date(by, paper.language) if by else _("belum ditetapkan")],
    ]


def _ways(paper: _Paper) -> list[list[str]]:
    """Doing nothing, the lightest plan and a surer one, as far as their chances are known."""
    lightest, surer = paper.lightest, paper.surer
    if lightest is None or surer is None:
        return []
    sureness = lightest.told.get("sureness") or {}
    now = percent(sureness["reach_now"], paper.language) if "reach_now" in sureness else "–"
    nothing = [figure(paper.plan.before, paper.language), "0", "0", now]
    return [
        [_("Tidak berbuat apa-apa"), *nothing],
        [_named(_("Rencana paling ringan"), lightest, paper), *_way(lightest, paper)],
        [_named(_("Rencana yang lebih pasti"), surer, paper), *_way(surer, paper)],
    ]


def _named(name: str, row: Calculation, paper: _Paper) -> str:
    this = row.pk == paper.calculation.pk
    return _("%(name)s (kertas ini)") % {"name": name} if this else name


def _way(row: Calculation, paper: _Paper) -> list[str]:
    plan = read_answer(row.told["answer"]).shown
    assert plan is not None
    sureness, language = row.told.get("sureness"), paper.language
    return [
        figure(plan.index, language),
        str(len(plan.actions)),
        days(plan.effort, language),
        percent(sureness["reach"], language) if sureness else "–",
    ]


def _page_two(paper: _Paper) -> dict[str, Any]:
    groups = work_of_units(paper.plan, paper.edition, paper.names, paper.language, most=_MOST_DEEDS)
    return {
        "units-title": _("Siapa mengerjakan apa"),
        "units-lead": _("Yang paling banyak pekerjaannya lebih dahulu."),
        "units-none": _("Unit tidak perlu mengerjakan apa-apa."),
        "units-head": [_("Unit"), _("Pekerjaan"), _("Hari kerja"), _("Terutama")],
        "units": [[e.unit, str(e.number), e.effort, e.deeds] for e in groups[:_MOST_UNITS]],
        "units-total": len(groups),
        "curve-title": _("Tenaga lebih banyak, indeks berapa?"),
        "curve": _curve(paper),
        "curve-axis": _("Indeks tertinggi yang dapat dicapai, menurut hari kerja."),
        "curve-plan": _("Rencana"),
        "curve-target": _("Target %(target)s")
        % {"target": figure(paper.calculation.target, paper.language)},
        "sure-title": _("Seberapa pasti"),
        "sure": _sure(paper),
        "threats-head": [_("Yang paling mengancam"), _("Peluang jatuh"), _("Indeks berubah")],
        "threats": _threats(paper),
        "next-title": _("Langkah berikutnya"),
        "next": _next(paper),
        "sources": _(
            "Indeks dihitung mesin skor menurut pedoman %(year)s dari jawaban yang sudah diubah "
            "menurut rencana. Hari kerja dan peluang adalah taksiran, sebagian dari Pragola "
            "sendiri; tambahan indeks setiap pekerjaan adalah selisih indeks dengan dan tanpa "
            "pekerjaan itu."
        )
        % {"year": paper.calculation.assessment.edition},
    }


def _curve(paper: _Paper) -> dict[str, Any]:
    """The curve's geometry; empty where it was not worked out."""
    told = paper.lightest.told.get("curve") if paper.lightest else None
    if not told:
        return {}
    plan = paper.plan.effort, paper.plan.index
    target, language = paper.calculation.target, paper.language
    drawn: Curve | None = curve_of(told["points"], target=target, plan=plan, language=language)
    if drawn is None:
        return {}
    return {
        "width": drawn.width,
        "height": drawn.height,
        "left": drawn.left,
        "right": drawn.right,
        "floor": drawn.floor,
        "target": drawn.target_y or "",
        "spots": [
            {"x": e.x, "y": e.y, "effort": e.effort, "index": e.index, "plan": e.is_plan}
            for e in drawn.spots
        ],
    }


def _until(paper: _Paper) -> list[str]:
    """The days are told once they are agreed on."""
    return [] if paper.agreed is None else [_("Sampai")]


def _decision(paper: _Paper, deed: Deed) -> dict[str, Any]:
    until = [] if paper.agreed is None else [_due(paper.agreed, deed, paper.language)]
    return {
        "about": deed.about,
        "result": deed.result,
        "share": float(deed.share),
        "adds": deed.adds,
        "rest": [deed.effort, *until],
    }


def _proof(paper: _Paper) -> str:
    told = {
        "target": figure(paper.calculation.target, paper.language),
        "bound": days(paper.plan.bound or Decimal(0), paper.language),
    }
    if not paper.reached:
        return _("Rencana ini membawa daerah ke indeks tertinggi yang masih mungkin.")
    if paper.plan.proven:
        return (
            _(
                "Mengapa ini: tidak ada rencana lain yang mencapai %(target)s dengan tenaga lebih "
                "sedikit. Semua kemungkinan lain sudah disingkirkan dengan bukti hitungan."
            )
            % told
        )
    return (
        _(
            "Mengapa ini: ini yang terbaik yang ditemukan. Kurang dari %(bound)s hari kerja "
            "terbukti tidak mungkin."
        )
        % told
    )


def _sure(paper: _Paper) -> str:
    if paper.sure is None:
        return _("Peluangnya belum dihitung.")
    told = _(
        "Peluang target tercapai dengan rencana ini %(reach)s, karena sebagian klaim biasanya "
        "diterima satu level lebih rendah. Dengan peluang %(confidence)s indeksnya paling sedikit "
        "%(likely)s."
    ) % {
        "reach": paper.sure.reach,
        "confidence": paper.sure.confidence,
        "likely": paper.sure.likely,
    }
    return f"{told} {_earlier(paper.sure)}".strip()


def _earlier(sure: Sure) -> str:
    """Of when the chances are, where something was judged or inspected since."""
    if not sure.earlier:
        return ""
    told = {"moment": sure.earlier}
    return _("Peluang ini dihitung %(moment)s; putusan sesudahnya belum ikut.") % told


def _threats(paper: _Paper) -> list[list[str]]:
    told = paper.calculation.told.get("sureness")
    found = plain_threats(told, paper.names, paper.language) if told else ()
    return [[each.about, each.chance, each.loses] for each in found[:_MOST_THREATS]]


def _next(paper: _Paper) -> list[str]:
    if paper.over:
        return [
            _("Pengajuan dan perbaikan penilaian ini sudah ditutup; rencana ini hanya bacaan."),
        ]
    if paper.agreed is not None:
        told = {
            "day": show_date(paper.agreed.agreed_at.date(), paper.language),
            "who": str(paper.agreed.agreed_by or "Pragola"),
            "last": show_date(_last_due(paper.agreed), paper.language),
        }
        return [
            _("Rencana ini disepakati %(day)s oleh %(who)s.") % told,
            _("Pekerjaan terakhir selesai sampai %(last)s.") % told,
            _("Kemajuannya dibaca dari klaim unit dan dapat dilihat kapan saja di Pragola."),
        ]
    return [
        *([_("Pilih: rencana yang paling ringan, atau yang lebih pasti.")] if _ways(paper) else []),
        _("Putuskan pekerjaan di halaman pertama: pekerjaan unit sebagian menunggunya."),
        _("Koordinator menyepakatinya di Pragola dengan hari terakhir dan penanggung jawab."),
        _("Setiap unit lalu melihat pekerjaannya; kemajuannya dapat dilihat kapan saja."),
    ]


def _signs(paper: _Paper) -> list[list[str]]:
    """Who prepares the plan and who approves it, where it can still be approved."""
    if paper.agreed is not None or paper.over or not paper.reached:
        return []
    region = paper.names.region
    return [
        [_("Disiapkan oleh"), _("Koordinator %(region)s") % {"region": region}],
        [_("Disetujui oleh"), _head_of(region)],
    ]


def _head_of(region: str) -> str:
    for beginning, title in _HEADS:
        if region.startswith(beginning):
            return title % region.removeprefix(beginning)
    return _("Kepala daerah")


def _last_due(plan: AgreedPlan) -> date:
    return max(row.day for row in plan.actions.select_related("agreement"))


def _due(agreed: AgreedPlan, deed: Deed, language: Language) -> str:
    wanted = (deed.action.entry, deed.action.indicator, deed.action.collective)
    for row in agreed.actions.select_related("agreement"):
        if (row.told["entry"], row.told["indicator"], row.told["collective"]) == wanted:
            return show_date(row.day, language)
    return "–"


def _band(paper: _Paper, index: Decimal) -> str:
    return band_of(paper.edition, index).name


def _ruler(paper: _Paper) -> dict[str, Any]:
    target = paper.calculation.target
    drawn = ruler(paper.edition, index=paper.plan.before, target=target, language=paper.language)
    bands = [
        {
            "x": band.x.rstrip("%"),
            "width": band.width.rstrip("%"),
            "name": band.name,
            "colour": _BAND_COLOURS[min(shade, len(_BAND_COLOURS) - 1)],
        }
        for shade, band in enumerate(drawn.bands)
    ]
    return {"bands": bands, "marks": _marks(paper)}


def _marks(paper: _Paper) -> list[dict[str, Any]]:
    """Now, target and plan; names lean away from each other where the marks lie close."""
    told: Sequence[tuple[str, Decimal, str]] = (
        (_("Sekarang"), paper.plan.before, _INK),
        (_("Target"), paper.calculation.target, _SOGAN),
        (_("Rencana"), paper.plan.index, _INDIGO),
    )
    target = paper.calculation.target
    return [
        {
            "x": str(index),
            "name": f"{name} {figure(index, paper.language)}",
            "colour": colour,
            "left": name == told[0][0] or (name == told[1][0] and index > 100 - _CLOSE),
            "low": name == told[2][0] and abs(index - target) < _CLOSE,
        }
        for name, index, colour in told
    ]
