"""The plan for the regent: two pages of A4 that a layman reads in two minutes, as PDF/A."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from textwrap import shorten
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
from pragola.web.targets.queries.last_day import LastDay, last_day_told
from pragola.web.targets.queries.lines import Line, days, lines_of
from pragola.web.targets.queries.names import Names, names_of
from pragola.web.targets.queries.sure import Sure, sure_of, surer_of
from pragola.web.targets.stored import StoredPlan, read_answer
from pragola.wording import Language
from pragola.wording.dates import show_date

_TEMPLATE = Path(__file__).with_suffix(".typ")
_BAND_COLOURS = ("#e3dacb", "#c3caec", "#8793d3")
_INK, _SOGAN, _INDIGO = "#1d1a16", "#7a4a21", "#2b3a7a"
_MOST_DECISIONS, _MOST_UNITS, _MOST_DEEDS, _MOST_THREATS = 8, 10, 2, 3
_LONGEST_NAME, _LONGEST_DECISION = 48, 110
_CLOSE = 14
"""Marks of the ruler that lie nearer than so many percent tell their names on two heights."""


@dataclass(frozen=True)
class _Paper:
    calculation: Calculation
    plan: StoredPlan
    reached: bool
    names: Names
    lines: tuple[Line, ...]
    sure: Sure | None
    agreed: AgreedPlan | None
    last: str
    language: Language

    @property
    def edition(self) -> Edition:
        """The edition of the assessment."""
        return load_edition(self.calculation.assessment.edition)


def regent_pdf(
    calculation: Calculation,
    *,
    agreed: AgreedPlan | None,
    last: LastDay,
    today: date,
    language: Language,
) -> bytes | None:
    """The plan as a PDF; None where there is no plan yet."""
    answer = read_answer(calculation.told["answer"]) if "answer" in calculation.told else None
    if answer is None or answer.shown is None:
        return None
    names = names_of(calculation.assessment, language)
    zone = ZoneInfo(calculation.assessment.region.time_zone)
    paper = _Paper(
        calculation=calculation,
        plan=answer.shown,
        reached=answer.plan is not None,
        names=names,
        lines=lines_of(answer.shown, names, language),
        sure=sure_of(calculation.told.get("sureness"), names, language, zone=zone),
        agreed=agreed,
        last=last_day_told(last, language),
        language=language,
    )
    made = datetime(today.year, today.month, today.day, tzinfo=UTC)
    return typeset(_TEMPLATE, _told(paper, today), standard="a-2b", at=made)


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
        **_page_one(paper),
        **_page_two(paper),
        "sign-place": _("%(region)s, %(day)s") % {"region": paper.names.region, "day": day},
        "sign": _("Yang menyetujui,"),
    }


def _footer() -> str:
    told = _("Dibuat dengan Pragola dari jawaban daerah; bukan hasil resmi kementerian.")
    return f"{_('Data contoh: semua inovasi rekaan')}. {told}" if settings.DEMONSTRATION else told


def _page_one(paper: _Paper) -> dict[str, Any]:
    own = [line for line in paper.lines if line.unit is None]
    number = partial(figure, language=paper.language)
    now, target, plan = paper.plan.before, paper.calculation.target, paper.plan
    return {
        "figures": [
            {"name": _now(paper), "value": number(now), "note": _band(paper, now)},
            {"name": _("Target"), "value": number(target), "note": _band(paper, target)},
            {"name": _("Dengan rencana ini"), "value": number(plan.index), "note": plan.band},
        ],
        **_ruler(paper),
        "asked-title": _("Apa yang diminta"),
        "asked": _asked(paper, len(own)),
        "proof-title": _("Mengapa rencana ini"),
        "proof": _proof(paper),
        "decisions-title": _("Yang memerlukan keputusan pimpinan"),
        "decisions-lead": _("Dikerjakan sekali untuk seluruh daerah:"),
        "decisions-none": _("Tidak ada: semua pekerjaan ada pada unit."),
        "decisions-head": [_("Pekerjaan"), _("Menambah indeks"), _("Hari kerja"), *_until(paper)],
        "decisions": [_decision(paper, line) for line in own[:_MOST_DECISIONS]],
        "decisions-more": _more(len(own) - _MOST_DECISIONS),
    }


def _now(paper: _Paper) -> str:
    """What the first figure is: by verdicts, where the plan starts from some."""
    judged = any(each.get("verdicts") for each in paper.calculation.answers["innovations"])
    return _("Sekarang, menurut putusan") if judged else _("Sekarang")


def _page_two(paper: _Paper) -> dict[str, Any]:
    groups = _by_unit(paper)
    return {
        "units-title": _("Siapa mengerjakan apa"),
        "units-lead": _("Menurut unit, yang paling banyak pekerjaannya lebih dahulu:"),
        "units-head": [_("Unit"), _("Pekerjaan"), _("Hari kerja"), _("Menambah indeks")],
        "units": groups[:_MOST_UNITS],
        "units-more": _more(len(groups) - _MOST_UNITS),
        "sure-title": _("Seberapa pasti"),
        "sure": _sure(paper),
        "threats": [
            _("%(about)s: peluang jatuh %(chance)s, indeks berubah %(loses)s")
            % {
                "about": f"{_short(t.about)}, {t.what}" if t.what else _short(t.about),
                "chance": t.chance,
                "loses": t.loses,
            }
            for t in (paper.sure.threats if paper.sure else ())[:_MOST_THREATS]
        ],
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


def _asked(paper: _Paper, own: int) -> list[str]:
    told = {
        "number": len(paper.lines),
        "days": days(paper.plan.effort, paper.language),
        "own": own,
        "units": len({line.unit for line in paper.lines if line.unit is not None}),
    }
    return [
        _("%(number)s pekerjaan, kira-kira %(days)s hari kerja satu orang.") % told,
        _("%(own)s di antaranya untuk seluruh daerah, sisanya oleh %(units)s unit.") % told,
        paper.last,
        *_chance(paper),
    ]


def _chance(paper: _Paper) -> list[str]:
    """How sure it is, in one line, once that is worked out."""
    if paper.sure is None:
        return []
    told = {"reach": paper.sure.reach}
    return [_("Peluang target tercapai bila semua dikerjakan: %(reach)s.") % told]


def _until(paper: _Paper) -> list[str]:
    """The days are told once they are agreed on."""
    return [] if paper.agreed is None else [_("Sampai")]


def _decision(paper: _Paper, line: Line) -> list[str]:
    about = shorten(line.about, _LONGEST_DECISION, placeholder=" …")
    told = [f"{about}: {line.deed}", line.adds, line.effort]
    return told if paper.agreed is None else [*told, _due(paper.agreed, line, paper.language)]


def _proof(paper: _Paper) -> str:
    target = {"target": figure(paper.calculation.target, paper.language)}
    if not paper.reached:
        return (
            _(
                "Target %(target)s tidak dapat dicapai dengan yang masih dapat dikerjakan. "
                "Rencana ini membawa daerah ke indeks tertinggi yang masih mungkin."
            )
            % target
        )
    if paper.plan.proven:
        return (
            _(
                "Semua kemungkinan lain sudah disingkirkan dengan bukti hitungan: tidak ada "
                "rencana lain yang mencapai %(target)s dengan tenaga lebih sedikit."
            )
            % target
        )
    bound = days(paper.plan.bound or Decimal(0), paper.language)
    return _(
        "Rencana ini yang terbaik yang ditemukan. Kurang dari %(bound)s hari kerja terbukti "
        "tidak mungkin."
    ) % {"bound": bound}


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
    return f"{told} {_surer(paper)} {_earlier(paper.sure)} {_('Yang paling mengancam:')}"


def _earlier(sure: Sure) -> str:
    """Of when the chances are, where something was judged or inspected since."""
    if not sure.earlier:
        return ""
    told = {"moment": sure.earlier}
    return _("Peluang ini dihitung %(moment)s; putusan sesudahnya belum ikut.") % told


def _surer(paper: _Paper) -> str:
    surer = surer_of(paper.calculation.told.get("surer"), None, paper.language)
    if surer is None or not surer.enough:
        return ""
    return _("Rencana dengan peluang %(confidence)s memerlukan kira-kira %(days)s hari kerja.") % {
        "confidence": surer.confidence,
        "days": surer.effort,
    }


def _next(paper: _Paper) -> list[str]:
    if paper.agreed is not None:
        told = {"day": show_date(_last_due(paper.agreed), paper.language)}
        return [
            _("Rencana ini sudah disepakati; pekerjaan terakhir selesai sampai %(day)s.") % told,
            _("Kemajuannya dibaca dari klaim unit dan dapat dilihat kapan saja di Pragola."),
        ]
    return [
        _("Sepakati rencana ini; setiap unit lalu melihat pekerjaannya dengan hari terakhirnya."),
        _("Mulai dari keputusan di halaman pertama: pekerjaan unit sebagian menunggunya."),
    ]


def _last_due(plan: AgreedPlan) -> date:
    return max(row.day for row in plan.actions.select_related("agreement"))


def _due(agreed: AgreedPlan, line: Line, language: Language) -> str:
    for row in agreed.actions.select_related("agreement"):
        told = row.told
        if (told["entry"], told["indicator"], told["collective"]) == (
            line.entry,
            line.indicator,
            line.collective,
        ):
            return show_date(row.day, language)
    return "–"


def _by_unit(paper: _Paper) -> list[list[str]]:
    rows = []
    units = {line.unit for line in paper.lines if line.unit is not None}
    actions = list(paper.plan.actions)
    for unit in units:
        lines = [line for line in paper.lines if line.unit == unit]
        own = [action for action in actions if action.unit == unit]
        effort = sum((action.effort for action in own), Decimal(0))
        deeds = [f"{_short(line.about)}: {_what(line)}" for line in lines[:_MOST_DEEDS]]
        more = _more(len(lines) - _MOST_DEEDS)
        text = "; ".join([*deeds, *([more] if more else [])])
        adds = "; ".join(line.adds for line in lines[:_MOST_DEEDS])
        rows.append(
            (effort, [_short(lines[0].unit_name), text, days(effort, paper.language), adds])
        )
    return [row for _effort, row in sorted(rows, key=lambda each: -each[0])]


def _short(name: str) -> str:
    return shorten(name, _LONGEST_NAME, placeholder=" …")


def _what(line: Line) -> str:
    return f"{line.indicator} {line.deed}" if line.indicator else line.deed


def _more(number: int) -> str:
    return (
        _("dan %(number)s lagi, lengkapnya di Pragola") % {"number": number} if number > 0 else ""
    )


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
