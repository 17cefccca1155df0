"""What the site keeps of targets: what is asked, what was computed, what was agreed."""

from pragola.web.targets.models.agreements import AgreedAction, AgreedPlan, PlanDay
from pragola.web.targets.models.asking import Aim, Choice, Hands, OwnEffort, Wish
from pragola.web.targets.models.calculations import Calculation, CalculationState

__all__ = [
    "AgreedAction",
    "AgreedPlan",
    "Aim",
    "Calculation",
    "CalculationState",
    "Choice",
    "Hands",
    "OwnEffort",
    "PlanDay",
    "Wish",
]
