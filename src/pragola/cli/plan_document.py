"""A plan for a program: decimals as text, exact fractions as numerator/denominator."""

from decimal import Decimal
from fractions import Fraction

from pragola.planning.actions import Action
from pragola.planning.goals import Unreachable
from pragola.planning.plan import Plan
from pragola.workbook.json_file import as_json
from pragola.workbook.raw import Json

_GAIN = 6


def answer_document(answer: Plan | Unreachable) -> dict[str, Json]:
    """What was found, or why nothing was."""
    return plan_document(answer) if isinstance(answer, Plan) else unreachable_document(answer)


def plan_document(plan: Plan) -> dict[str, Json]:
    """Index, effort, gap, actions, and the changed answers as `pragola score` reads them."""
    return {
        "reachable": True,
        "edition": plan.after.edition,
        "before": str(plan.before.index),
        "target": _text(plan.target),
        "budget": _text(plan.budget),
        "index": str(plan.index),
        "index_exact": str(plan.after.index_exact),
        "band": plan.after.band.name,
        "effort": _text(plan.effort),
        "proven": plan.proven,
        "fewest_actions": plan.fewest,
        "gap": _text(plan.gap),
        "bound": _text(plan.bound if plan.bound is not None else plan.index_bound),
        "actions": [_action(action) for action in plan.actions],
        "answers": as_json(plan.answers),
    }


def unreachable_document(unreachable: Unreachable) -> dict[str, Json]:
    """The highest that can be reached, and what stands in the way."""
    highest = unreachable.highest
    return {
        "reachable": False,
        "target": _text(unreachable.target),
        "highest": plan_document(highest) if highest else None,
        "hindrances": [
            {"kind": each.kind.value, "index": _text(each.index), "subjects": list(each.subjects)}
            for each in unreachable.hindrances
        ],
    }


def _action(action: Action) -> Json:
    document: dict[str, Json] = {
        "kind": action.kind.value,
        "effort": _text(action.effort),
        "adds": f"{float(action.adds):.{_GAIN}f}",
        "unit": action.unit,
    }
    told: dict[str, Json] = {
        "innovation": action.innovation,
        "indicator": action.indicator,
        "collective": action.collective,
        "title": action.title or None,
    }
    document |= {name: value for name, value in told.items() if value is not None}
    if action.indicator is not None:
        document |= {"from_level": action.from_level, "level": action.level}
    if action.waits_for:
        document["waits_for"] = list(action.waits_for)
    if action.reaches:
        document["reaches"] = [
            {
                "innovation": each.innovation,
                "indicator": each.indicator,
                "from_level": each.from_level,
                "level": each.level,
            }
            for each in action.reaches
        ]
    return document


def _text(value: Decimal | Fraction | None) -> str | None:
    if value is None:
        return None
    if isinstance(value, Fraction):
        return str(value)
    return format(value.normalize() + 0, "f")
