"""Plans as they are kept: values written as JSON without losing a digit, and read again.

Decimals and fractions are texts. Innovations are entries and units are units, by their ids.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from pragola.planning.actions import Action, ActionKind
from pragola.planning.goals import Limitation, Unreachable
from pragola.planning.plan import Plan
from pragola.web.targets.models import Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReach:
    """A row that an action carries; `entry` None is a row of the region."""

    entry: int | None
    indicator: str
    from_level: int
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAction:
    """One action of a plan, as `planning.actions.Action`, by ids."""

    kind: ActionKind
    effort: Decimal
    adds: Fraction
    unit: int | None = None
    entry: int | None = None
    indicator: str = ""
    from_level: int = 0
    level: int = 0
    collective: str = ""
    reaches: tuple[StoredReach, ...] = ()
    waits_for: tuple[str, ...] = ()

    @property
    def subject(self) -> tuple[str, int | None, str, str]:
        """What it is about, so that two plans can be compared."""
        return self.kind.value, self.entry, self.indicator, self.collective


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPlan:
    """A plan: its index is the engine's of the changed answers, `exact` before rounding.

    `bound` is the effort that no plan for the target goes below: the effort itself where proven.
    """

    before: Decimal
    index: Decimal
    exact: Fraction
    band: str
    effort: Decimal
    bound: Decimal | None
    actions: tuple[StoredAction, ...]

    @property
    def proven(self) -> bool:
        """Whether no plan takes less, by proof."""
        return self.bound == self.effort


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredHindrance:
    """What stands in the way, and the highest index without it alone."""

    kind: Limitation
    index: Decimal | None
    subjects: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAnswer:
    """The plan for the target; or None, with the highest there is and what stands in the way."""

    plan: StoredPlan | None
    highest: StoredPlan | None = None
    hindrances: tuple[StoredHindrance, ...] = ()

    @property
    def shown(self) -> StoredPlan | None:
        """The plan, else the highest."""
        return self.plan or self.highest


def choice_told(choice: Choice) -> dict[str, Any]:
    """A choice as it was when a plan was made around it."""
    return {
        "wish": choice.wish,
        "entry": choice.entry_id,
        "indicator": choice.indicator,
        "level": choice.level,
        "collective": choice.collective,
        "unit": choice.unit_id,
        "report": choice.report,
    }


def answer_told(answer: Plan | Unreachable) -> dict[str, Any]:
    """What was found, as JSON."""
    if isinstance(answer, Plan):
        return {"plan": plan_told(answer)}
    return {
        "plan": None,
        "highest": plan_told(answer.highest) if answer.highest else None,
        "hindrances": [
            {
                "kind": each.kind.value,
                "index": None if each.index is None else str(each.index),
                "subjects": list(each.subjects),
            }
            for each in answer.hindrances
        ],
    }


def plan_told(plan: Plan) -> dict[str, Any]:
    """A plan as JSON."""
    return {
        "before": str(plan.before.index),
        "index": str(plan.index),
        "exact": str(plan.after.index_exact),
        "band": plan.after.band.name,
        "effort": _days(plan.effort),
        "bound": None if plan.bound is None else _days(plan.bound),
        "actions": [_action_told(action) for action in plan.actions],
    }


def read_answer(told: Mapping[str, Any]) -> StoredAnswer:
    """What `answer_told` wrote."""
    plan, highest = told["plan"], told.get("highest")
    return StoredAnswer(
        plan=read_plan(plan) if plan else None,
        highest=read_plan(highest) if highest else None,
        hindrances=tuple(
            StoredHindrance(
                kind=Limitation(each["kind"]),
                index=None if each["index"] is None else Decimal(each["index"]),
                subjects=tuple(each["subjects"]),
            )
            for each in told.get("hindrances", ())
        ),
    )


def read_plan(told: Mapping[str, Any]) -> StoredPlan:
    """What `plan_told` wrote."""
    return StoredPlan(
        before=Decimal(told["before"]),
        index=Decimal(told["index"]),
        exact=Fraction(told["exact"]),
        band=told["band"],
        effort=Decimal(told["effort"]),
        bound=None if told["bound"] is None else Decimal(told["bound"]),
        actions=read_actions(told["actions"]),
    )


def read_actions(told: Sequence[Mapping[str, Any]]) -> tuple[StoredAction, ...]:
    """Actions as they were written."""
    return tuple(read_action(each) for each in told)


def read_action(told: Mapping[str, Any]) -> StoredAction:
    """One action as it was written."""
    return StoredAction(
        kind=ActionKind(told["kind"]),
        effort=Decimal(told["effort"]),
        adds=Fraction(told["adds"]),
        unit=told["unit"],
        entry=told["entry"],
        indicator=told["indicator"],
        from_level=told["from"],
        level=told["level"],
        collective=told["collective"],
        reaches=tuple(
            StoredReach(entry=entry, indicator=code, from_level=first, level=level)
            for entry, code, first, level in told["reaches"]
        ),
        waits_for=tuple(told["waits_for"]),
    )


def _action_told(action: Action) -> dict[str, Any]:
    return {
        "kind": action.kind.value,
        "effort": _days(action.effort),
        "adds": str(action.adds),
        "unit": _id(action.unit),
        "entry": _id(action.innovation),
        "indicator": action.indicator or "",
        "from": action.from_level,
        "level": action.level,
        "collective": action.collective or "",
        "reaches": [
            [_id(each.innovation), each.indicator, each.from_level, each.level]
            for each in action.reaches
        ],
        "waits_for": list(action.waits_for),
    }


def _id(name: str | None) -> int | None:
    return None if name is None else int(name)


def _days(effort: Decimal) -> str:
    return format(effort.normalize() + 0, "f")
