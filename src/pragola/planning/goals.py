"""What people ask for: the least effort for a target, and what stands in its way."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from pragola.planning.ground import Ground
from pragola.planning.plan import Plan, Watch, plan_of, score_of
from pragola.planning.searching import LeastEffort
from pragola.planning.surveying import survey
from pragola.planning.work import Situation


def threshold(ground: Ground, target: Decimal) -> Fraction:
    """The smallest exact index that is rounded to at least the target."""
    return ground.rules.threshold(target)
