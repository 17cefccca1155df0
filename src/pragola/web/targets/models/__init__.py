"""What the site keeps of targets: what is asked, what was computed, what was agreed."""

from pragola.web.targets.models.asking import Aim, Choice, Hands, OwnEffort, Wish
from pragola.web.targets.models.calculations import Calculation, CalculationState

__all__ = [
    "Aim",
    "Calculation",
    "CalculationState",
    "Choice",
    "Hands",
    "OwnEffort",
    "Wish",
]
