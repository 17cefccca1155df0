"""The region's own rows of an assessment with the levels that are recorded."""

from dataclasses import dataclass

from pragola.rulebooks import load_edition
from pragola.scoring.score import score
from pragola.web.innovations.models import Assessment
from pragola.web.innovations.queries.answers import answers_of
from pragola.web.shared.numbers import figure
from pragola.wording import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionRow:
    """A row with its level as the engine reads it, and the levels there are."""

    code: str
    name: str
    level: int
    points: str
    choices: tuple[tuple[int, str], ...]


def region_rows_of(assessment: Assessment, language: Language) -> tuple[RegionRow, ...]:
    """Every row of the edition; four queries."""
    now = score(load_edition(assessment.edition), answers_of(assessment))
    return tuple(
        RegionRow(
            code=row.indicator.code,
            name=row.indicator.name,
            level=row.level,
            points=figure(row.score, language),
            choices=tuple(
                (level, row.indicator.criterion(level))
                for level in range(row.indicator.highest_level + 1)
            ),
        )
        for row in now.spd_rows
    )
