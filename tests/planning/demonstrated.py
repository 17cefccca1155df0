"""The situations of the demonstration, with the usual efforts."""

from dataclasses import replace
from typing import Any

from pragola.demonstration import demonstration
from pragola.planning.catalogue import load_catalogue, no_own_work, usual_work
from pragola.planning.work import Situation
from pragola.rulebooks import load_edition


def pati(year: str, **work: Any) -> Situation:
    """Kabupaten Pati in that edition, some of its work changed."""
    edition, answers = load_edition(year), demonstration(year)
    usual = usual_work(edition, answers, load_catalogue(edition), no_own_work())
    return Situation(edition=edition, answers=answers, work=replace(usual, **work))
