"""What the paper for the regent is about, and its drawings: the ruler, the ways, the curve."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from pragola.rulebooks import load_edition
from pragola.scoring.edition import Edition
from pragola.scoring.score import band_of
from pragola.web.shared.drawings import ruler
from pragola.web.shared.numbers import figure
from pragola.web.targets.models import AgreedPlan, Calculation
from pragola.web.targets.queries.curve import curve_of
from pragola.web.targets.queries.last_day import LastDay
from pragola.web.targets.queries.lines import days
from pragola.web.targets.queries.names import Names
from pragola.web.targets.queries.plain import Deed
from pragola.web.targets.queries.room import sure_row
from pragola.web.targets.queries.sure import Sure, percent
from pragola.web.targets.stored import StoredPlan, read_answer
from pragola.wording import Language

_BAND_COLOURS = ("#e3dacb", "#c3caec", "#8793d3")
_INK, _SOGAN, _INDIGO = "#1d1a16", "#7a4a21", "#2b3a7a"
_CLOSE = 14
"""Marks of the ruler that lie nearer than so many percent tell their names on two heights."""


@dataclass(frozen=True)
class Paper:
    """A plan and all that its paper tells of it; `over`: nobody can hand in any more."""

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


def beside(row: Calculation) -> Calculation | None:
    """The surer plan of a lightest one, or the lightest of a surer one, where there is one."""
    if not row.sure:
        return sure_row(row)
    rows = Calculation.objects.filter(
        assessment=row.assessment_id, ground=row.ground, sure=False, told__has_key="answer"
    )
    return rows.order_by("-queued_at", "-id").first()


def ways_of(paper: Paper) -> list[list[str]]:
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


def _named(name: str, row: Calculation, paper: Paper) -> str:
    this = row.pk == paper.calculation.pk
    return _("%(name)s (kertas ini)") % {"name": name} if this else name


def _way(row: Calculation, paper: Paper) -> list[str]:
    plan = read_answer(row.told["answer"]).shown
    assert plan is not None
    sureness, language = row.told.get("sureness"), paper.language
    return [
        figure(plan.index, language),
        str(len(plan.actions)),
        days(plan.effort, language),
        percent(sureness["reach"], language) if sureness else "–",
    ]


def curve_told(paper: Paper) -> dict[str, Any]:
    """The curve's geometry; empty where it was not worked out."""
    told = paper.lightest.told.get("curve") if paper.lightest else None
    if not told:
        return {}
    plan = paper.plan.effort, paper.plan.index
    target, language = paper.calculation.target, paper.language
    drawn = curve_of(told["points"], target=target, plan=plan, language=language)
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


def band_name(paper: Paper, index: Decimal) -> str:
    """The band that an index earns."""
    return band_of(paper.edition, index).name


def ruler_told(paper: Paper) -> dict[str, Any]:
    """The ruler with its bands and marks."""
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


def _marks(paper: Paper) -> list[dict[str, Any]]:
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
