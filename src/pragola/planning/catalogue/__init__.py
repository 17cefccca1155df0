"""What things usually take: one file for each edition whose levels mean something of their own."""

from pragola.planning.catalogue.catalogue import Catalogue, Template
from pragola.planning.catalogue.own_work import OwnWork, no_own_work, read_own_work
from pragola.planning.catalogue.reading import WorkFaultyError, load_catalogue
from pragola.planning.catalogue.usual_work import usual_work, work_next_year

__all__ = [
    "Catalogue",
    "OwnWork",
    "Template",
    "WorkFaultyError",
    "load_catalogue",
    "no_own_work",
    "read_own_work",
    "usual_work",
    "work_next_year",
]
