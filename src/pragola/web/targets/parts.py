"""The parts of a calculation: the plan first, then what stands beside it, each in its turn."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pragola.planning.catalogue import load_catalogue, work_next_year
from pragola.planning.certainty.learned import Verdicts
from pragola.planning.certainty.reporting import reportings
from pragola.planning.certainty.sure_plan import NotSureEnough, SurePlan, sure_plan
from pragola.planning.certainty.sureness import Sureness, sureness
from pragola.planning.curve import curve
from pragola.planning.goals import Unreachable, plan_if_reachable, why_unreachable
from pragola.planning.plan import Plan, Progress, Watch
from pragola.planning.sensitivity import sensitivity
from pragola.planning.years import Both, NextYear, years
from pragola.rulebooks import edition_codes, load_edition
from pragola.web.targets.queries.question import Question
from pragola.web.targets.stored import answer_told, plan_told
from pragola.workbook.json_file import as_json

_POINTS = 6
"""Of the curve, both ends included."""


@dataclass
class Patience:
    """A watch that keeps the latest progress, and whether it ended the search."""

    go_on: Callable[[Progress], bool]
    over: bool = False
    latest: Progress | None = None

    def __call__(self, progress: Progress) -> bool:
        """Whether to go on."""
        self.latest = progress
        if not self.over and not self.go_on(progress):
            self.over = True
        return not self.over


type Told = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Worked:
    """The plan as planning gave it, which the other parts are worked out from."""

    question: Question
    answer: Plan | Unreachable

    @property
    def plan(self) -> Plan | None:
        """The plan, else the highest there is."""
        return self.answer if isinstance(self.answer, Plan) else self.answer.highest


def plan_part(question: Question, watch: Patience) -> Worked | None:
    """The least effort for the target, or why none reaches it; None where time was over first."""
    situation, target = question.situation, question.target
    answer: Plan | Unreachable | None = plan_if_reachable(situation, target, watch=watch)
    if answer is None and not watch.over:
        answer = why_unreachable(situation, target, watch=watch)
    unfinished = isinstance(answer, Unreachable) and watch.over
    return None if answer is None or unfinished else Worked(question, answer)


def answer_of(worked: Worked) -> tuple[Told, Told]:
    """The plan as JSON, and the answers it leads to."""
    plan = worked.plan
    return answer_told(worked.answer), as_json(plan.answers) if plan else {}


def _sureness(worked: Worked, _watch: Watch) -> Told | None:
    plan, question = worked.plan, worked.question
    if plan is None:
        return None
    told = sureness(
        question.situation,
        plan.answers,
        question.beliefs,
        target=question.target,
        confidence=question.confidence,
        actions=plan.actions,
    )
    now = sureness(
        question.situation,
        question.situation.answers,
        question.beliefs,
        target=question.target,
        confidence=question.confidence,
    )
    return sureness_told(told) | {"reach_now": now.reach}


def _surer(worked: Worked, watch: Watch) -> Told | None:
    if not isinstance(worked.answer, Plan):
        return None
    question = worked.question
    found = sure_plan(
        question.situation, question.target, question.confidence, question.beliefs, watch=watch
    )
    if isinstance(found, Unreachable):
        return None
    best = found if isinstance(found, SurePlan) else found.best
    return {
        "answers": as_json(best.plan.answers),
        "enough": not isinstance(found, NotSureEnough),
        "least": _days(best.least),
        "sureness": sureness_told(best.sureness),
        **answer_told(best.plan),
    }


def _curve(worked: Worked, watch: Watch) -> Told:
    plans = curve(worked.question.situation, points=_POINTS, watch=watch)
    return {
        "points": [
            {
                "effort": _days(plan.effort),
                "index": str(plan.index),
                "band": plan.after.band.name,
                "actions": len(plan.actions),
                "at_most": _at_most(plan),
            }
            for plan in plans
        ]
    }


def _at_most(plan: Plan) -> str | None:
    """The index that no plan of that effort goes above, where the search ended before its proof.

    Empty where a bound is not known either.
    """
    if plan.proven:
        return None
    return "" if plan.index_bound is None else str(plan.index_bound)


def _hinges(worked: Worked, watch: Watch) -> Told | None:
    if not isinstance(worked.answer, Plan):
        return None
    told = sensitivity(worked.question.situation, worked.answer, watch=watch)
    other = told.other_reading
    return {
        "hinges": [
            {
                "collective": each.collective,
                "done": each.done,
                "effort": _days(each.effort),
                "turns_at": _days(each.turns_at),
            }
            for each in told.hinges
        ],
        "rejected_counts": other.rejected_counts,
        "other": None if other.plan is None else _days(other.plan.effort),
    }


def _reporting(worked: Worked, _watch: Watch) -> Told:
    told = reportings(worked.question.situation, worked.question.beliefs)
    return {
        "entries": [
            {
                "entry": int(each.innovation),
                "reported": each.reported,
                "expected": repr(each.expected),
                "accepted": repr(each.accepted),
                "rejected": repr(each.rejected),
                "chance": str(each.chance),
            }
            for each in told
        ]
    }


def sureness_told(told: Sureness) -> Told:
    """How sure a plan is, as JSON."""
    return {
        "reach": told.reach,
        "error": told.error,
        "method": told.method.value,
        "claimed": str(told.claimed),
        "expected": told.expected,
        "confidence": str(told.confidence),
        "likely": str(told.likely),
        "margin": str(told.margin),
        "threats": [
            {
                "kind": each.kind.value,
                "subject": each.subject,
                "indicator": each.indicator,
                "chance": str(each.chance),
                "loses": str(each.loses),
                "reach": each.reach,
                "rests": each.rests.value,
                "verdicts": verdicts_told(each.verdicts),
            }
            for each in told.threats
        ],
        "footings": [
            {"rests": each.rests.value, "claims": each.claims, "proofs": each.proofs}
            for each in told.footings
        ],
    }


def _years(worked: Worked, watch: Watch) -> Told | None:
    """The plan beside next year's edition; None where none is known, or there is no plan."""
    plan, question = worked.plan, worked.question
    code = following_edition(question.assessment.edition)
    if plan is None or code is None:
        return None
    edition = load_edition(code)
    work = work_next_year(
        edition, question.situation.answers, load_catalogue(edition), question.own
    )
    target = max(edition.bands.value, key=lambda band: band.min).min
    following = NextYear(edition=edition, work=work, target=target)
    told = years(question.situation, plan, following, watch=watch)
    return {
        "edition": code,
        "target": str(target),
        "before": str(told.before.index),
        "after": str(told.after.index),
        "band": told.after.band.name,
        "afresh": answer_told(told.afresh),
        "left": answer_told(told.left),
        "both": None if told.both is None else _both_told(told.both),
        "worth": [str(each) for each in told.worth],
    }


def _both_told(both: Both) -> Told:
    return {
        "plan": plan_told(both.plan),
        "later": str(both.later.index),
        "now": _days(both.now.effort),
    }


def following_edition(code: str) -> str | None:
    """The edition of the next year that is known, of an edition; None for the last one."""
    return next((each for each in sorted(edition_codes()) if each > code), None)


def verdicts_told(verdicts: Verdicts | None) -> list[int] | None:
    """So many accepted of so many, as JSON."""
    return None if verdicts is None else [verdicts.accepted, verdicts.cases]


BESIDE: Mapping[str, Callable[[Worked, Watch], Told | None]] = {
    "sureness": _sureness,
    "reporting": _reporting,
    "curve": _curve,
    "surer": _surer,
    "hinges": _hinges,
    "years": _years,
}
"""What stands beside a plan, in the order in which it is worked out."""
CHANCELESS = frozenset({"curve", "hinges", "years"})
"""Parts that follow from the plan's own question, whatever chances are believed."""


def progress_told(progress: Progress) -> Told:
    """Where a search stands, as JSON."""
    return {"effort": _days(progress.effort), "bound": _days(progress.bound)}


def _days(effort: Decimal | None) -> str | None:
    return None if effort is None else format(effort.normalize() + 0, "f")
