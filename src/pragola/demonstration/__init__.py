"""Invented answers of Kabupaten Pati over its real units, the same on every run."""

from pragola.demonstration.assessment import (
    NotDemonstratedError,
    demonstrated_editions,
    demonstration,
    target,
)
from pragola.demonstration.portfolio import INVENTED, InventedInnovation, portfolio
from pragola.demonstration.units import Unit, UnitKind, region, units

__all__ = [
    "INVENTED",
    "InventedInnovation",
    "NotDemonstratedError",
    "Unit",
    "UnitKind",
    "demonstrated_editions",
    "demonstration",
    "portfolio",
    "region",
    "target",
    "units",
]
