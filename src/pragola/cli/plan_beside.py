"""Works out what was asked for beside a plan, once, for a person or a program."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pragola.cli.plan_more import (
    chance_document,
    chance_lines,
    curve_lines,
    later_lines,
    reporting_document,
    reporting_lines,
    sensitivity_document,
    sensitivity_lines,
    sure_document,
    sure_lines,
)
from pragola.cli.plan_years import ahead_document, ahead_line, years_document, years_lines
from pragola.planning.catalogue import OwnWork, load_catalogue, work_next_year
from pragola.planning.certainty.beliefs import Beliefs
from pragola.planning.certainty.chance_hinges import ChanceHinge, chance_hinges
from pragola.planning.certainty.reporting import reportings
from pragola.planning.certainty.stakes import stakes_of
from pragola.planning.certainty.sure_plan import NotSureEnough, SurePlan
from pragola.planning.curve import curve
from pragola.planning.goals import Unreachable
from pragola.planning.ground import threshold_of
from pragola.planning.looking_ahead import Ahead
from pragola.planning.plan import Plan, Watch
from pragola.planning.scores import score_later
from pragola.planning.sensitivity import Sensitivity, sensitivity, sensitivity_by
from pragola.planning.work import Situation
from pragola.planning.years import NextYear, Years, years
from pragola.rulebooks import load_edition
from pragola.scoring.results import Score
from pragola.wording import Language
from pragola.workbook.raw import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked for beside the plan itself; `curve` is a number of points.

    `ahead` is the plan where it was chosen for its index by the first edition of `also`.
    """

    sensitivity: bool = False
    reporting: bool = False
    curve: int | None = None
    also: tuple[str, ...] = ()
    also_target: Decimal | None = None
    ahead: Ahead | None = None


class Beside:
    """What stands beside an answer."""

    def __init__(
        self,
        situation: Situation,
        beliefs: Beliefs,
        own: OwnWork,
        answer: Plan | Unreachable,
        sure: SurePlan | NotSureEnough | Unreachable | None,
        asked: Asked,
        watch: Watch,
    ) -> None:
        self._situation = situation
        self._beliefs = beliefs
        self._own = own
        self._plan = answer if isinstance(answer, Plan) else None
        self._sure = None if isinstance(sure, Unreachable) else sure
        self._asked = asked
        self._watch = watch

    def lines(self, language: Language) -> Iterator[str]:
        """For a person, in the order of the options."""
        if self._sure is not None:
            yield from sure_lines(self._sure, language)
        if self._asked.sensitivity and self._sure is not None:
            yield from chance_lines(self._chances(self._sure), language)
        turns = self._sensitivity()
        if turns is not None:
            yield from sensitivity_lines(turns, language, alike=self._sure is not None)
        if self._asked.reporting:
            yield from reporting_lines(reportings(self._situation, self._beliefs), language)
        if self._asked.curve is not None:
            yield from curve_lines(self._curve(self._asked.curve), language)
        for code, before, after in self._later():
            yield from later_lines(code, before, after, language)
            ahead = self._ahead(code)
            if ahead is not None:
                yield "  " + ahead_line(ahead, code, language)
            told = self._years(code)
            if told is not None and self._plan is not None:
                yield from years_lines(told, self._plan, language)

    def documents(self) -> Iterator[tuple[str, Json]]:
        """For a program, by the name of the option."""
        if self._sure is not None:
            yield "sureness", sure_document(self._sure)
        told = self._sensitivity()
        if told is not None:
            yield "sensitivity", sensitivity_document(told)
            if self._sure is not None:
                yield "chances", chance_document(self._chances(self._sure))
        if self._asked.reporting:
            reporting = reporting_document(reportings(self._situation, self._beliefs))
            yield "reporting", reporting
        if self._asked.curve is not None:
            yield (
                "curve",
                [
                    {"effort": format(plan.effort, "f"), "index": str(plan.index)}
                    for plan in self._curve(self._asked.curve)
                ],
            )
        if self._asked.also:
            yield (
                "also",
                [
                    {
                        "edition": code,
                        "before": str(before.index),
                        "index": str(after.index),
                        **ahead_document(self._ahead(code)),
                        **self._years_document(code),
                    }
                    for code, before, after in self._later()
                ],
            )

    def _sensitivity(self) -> Sensitivity | None:
        plan = self._plan
        if not self._asked.sensitivity or plan is None or plan.target is None:
            return None
        if self._sure is None:
            return sensitivity(self._situation, plan, watch=self._watch)
        alike = self._sure.alike if isinstance(self._sure, SurePlan) else self._sure.best.alike
        measured = alike(self._situation)
        return None if measured is None else sensitivity_by(self._situation, measured, alike)

    def _chances(self, sure: SurePlan | NotSureEnough) -> tuple[ChanceHinge, ...]:
        best = sure if isinstance(sure, SurePlan) else sure.best
        told, plan = best.sureness, best.plan
        wanted = threshold_of(told.target, self._situation.edition.index_decimals.value)
        stakes = stakes_of(self._situation, plan.answers, self._beliefs, actions=plan.actions)
        return chance_hinges(stakes, wanted, told.confidence)

    def _curve(self, points: int) -> tuple[Plan, ...]:
        return curve(self._situation, points=points, watch=self._watch)

    def _later(self) -> Iterator[tuple[str, Score, Score]]:
        """The answers before and after by other editions, where these take them."""
        for code in self._asked.also if self._plan is not None else ():
            edition = load_edition(code)
            assert self._plan is not None
            before, after = (
                score_later(answers, edition)
                for answers in (self._situation.answers, self._plan.answers)
            )
            yield code, before, after

    def _ahead(self, code: str) -> Ahead | None:
        """The plan where it was chosen for that edition."""
        return self._asked.ahead if code == self._asked.also[0] else None

    def _years(self, code: str) -> Years | None:
        """The plan beside that year, where a target for it was given."""
        target, edition = self._asked.also_target, load_edition(code)
        if target is None or self._plan is None:
            return None
        work = work_next_year(edition, self._situation.answers, load_catalogue(edition), self._own)
        following = NextYear(edition=edition, work=work, target=target)
        return years(self._situation, self._plan, following, watch=self._watch)

    def _years_document(self, code: str) -> dict[str, Json]:
        told = self._years(code)
        return {} if told is None else years_document(told)
