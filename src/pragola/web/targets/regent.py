"""The plan for the regent: two pages of A4 that a layman reads in two minutes, as PDF/A."""

from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _

from pragola.rulebooks import load_edition
from pragola.web.shared.numbers import figure
from pragola.web.shared.typesetting import typeset
from pragola.web.targets.models import AgreedPlan, Calculation
from pragola.web.targets.queries.last_day import LastDay
from pragola.web.targets.queries.lines import days
from pragola.web.targets.queries.names import names_of
from pragola.web.targets.queries.plain import Deed, deeds_of_region, work_of_units
from pragola.web.targets.queries.sure import Sure, plain_threats, sure_of
from pragola.web.targets.regent_paper import (
    Paper,
    band_name,
    beside,
    curve_told,
    ruler_told,
    ways_of,
)
from pragola.web.targets.stored import read_answer
from pragola.wording import Language
from pragola.wording.dates import show_date

_TEMPLATE = Path(__file__).with_suffix(".typ")
_MOST_DECISIONS, _MOST_UNITS, _MOST_DEEDS, _MOST_THREATS = 14, 18, 1, 4
"""What is handed to the page at most; it shows as much of it as fits."""
_HEADS = (
    ("Kabupaten ", "Bupati %s"),
    ("Kota ", "Wali Kota %s"),
    ("Provinsi ", "Gubernur %s"),
)
"""What the head of a region is called, by how its name begins."""


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
    paper = Paper(
        calculation=calculation,
        plan=answer.shown,
        reached=answer.plan is not None,
        names=names,
        deeds=deeds_of_region(answer.shown, load_edition(assessment.edition), names, language),
        sure=sure_of(calculation.told.get("sureness"), names, language, zone=zone),
        beside=beside(calculation),
        agreed=agreed,
        last=last,
        over=over,
        language=language,
    )
    made = datetime(today.year, today.month, today.day, tzinfo=UTC)
    return typeset(_TEMPLATE, _told(paper, today), standard="a-2b", at=made)


def _told(paper: Paper, today: date) -> dict[str, Any]:
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


def _page_one(paper: Paper) -> dict[str, Any]:
    number = partial(figure, language=paper.language)
    now, target, plan = paper.plan.before, paper.calculation.target, paper.plan
    return {
        "lead": _lead(paper),
        "figures": [
            {"name": _now(paper), "value": number(now), "note": band_name(paper, now)},
            {"name": _("Target"), "value": number(target), "note": band_name(paper, target)},
            {"name": _("Dengan rencana ini"), "value": number(plan.index), "note": plan.band},
        ],
        **ruler_told(paper),
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
        "ways": ways_of(paper),
        "proof": _proof(paper),
    }


def _lead(paper: Paper) -> str:
    """What the paper says, in one sentence or two."""
    told = {
        "target": figure(paper.calculation.target, paper.language),
        "band": band_name(paper, paper.calculation.target),
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


def _now(paper: Paper) -> str:
    """What the first figure is: by verdicts, where the plan starts from some."""
    judged = any(each.get("verdicts") for each in paper.calculation.answers["innovations"])
    return _("Sekarang, menurut putusan") if judged else _("Sekarang")


def _facts(paper: Paper) -> list[list[str]]:
    units = len({each.unit for each in paper.plan.actions if each.unit is not None})
    told = {"days": days(paper.plan.effort, paper.language), "units": units}
    by = _last_due(paper.agreed) if paper.agreed else paper.last.day
    return [
        [_("Pekerjaan"), str(len(paper.plan.actions))],
        [_("Tenaga satu orang"), _("%(days)s hari kerja") % told],
        [_("Unit yang bekerja"), str(units)],
        [_("Selesai sampai"), show_date(by, paper.language) if by else _("belum ditetapkan")],
    ]


def _page_two(paper: Paper) -> dict[str, Any]:
    groups = work_of_units(paper.plan, paper.edition, paper.names, paper.language, most=_MOST_DEEDS)
    return {
        "units-title": _("Siapa mengerjakan apa"),
        "units-lead": _("Yang paling banyak pekerjaannya lebih dahulu."),
        "units-none": _("Unit tidak perlu mengerjakan apa-apa."),
        "units-head": [_("Unit"), _("Pekerjaan"), _("Hari kerja"), _("Terutama")],
        "units": [[e.unit, str(e.number), e.effort, e.deeds] for e in groups[:_MOST_UNITS]],
        "units-total": len(groups),
        "curve-title": _("Tenaga lebih banyak, indeks berapa?"),
        "curve": curve_told(paper),
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


def _until(paper: Paper) -> list[str]:
    """The days are told once they are agreed on."""
    return [] if paper.agreed is None else [_("Sampai")]


def _decision(paper: Paper, deed: Deed) -> dict[str, Any]:
    until = [] if paper.agreed is None else [_due(paper.agreed, deed, paper.language)]
    return {
        "about": deed.about,
        "result": deed.result,
        "share": float(deed.share),
        "adds": deed.adds,
        "rest": [deed.effort, *until],
    }


def _proof(paper: Paper) -> str:
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


def _sure(paper: Paper) -> str:
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


def _threats(paper: Paper) -> list[list[str]]:
    told = paper.calculation.told.get("sureness")
    found = plain_threats(told, paper.names, paper.language) if told else ()
    return [[each.about, each.chance, each.loses] for each in found[:_MOST_THREATS]]


def _next(paper: Paper) -> list[str]:
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
        *(
            [_("Pilih: rencana yang paling ringan, atau yang lebih pasti.")]
            if ways_of(paper)
            else []
        ),
        _("Putuskan pekerjaan di halaman pertama: pekerjaan unit sebagian menunggunya."),
        _("Koordinator menyepakatinya di Pragola dengan hari terakhir dan penanggung jawab."),
        _("Setiap unit lalu melihat pekerjaannya; kemajuannya dapat dilihat kapan saja."),
    ]


def _signs(paper: Paper) -> list[list[str]]:
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
