"""`pragola plan`: the cheapest way to a target, or the best one for an effort, by proof."""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from time import monotonic
from typing import Any

import click

from pragola.cli.faults import tell_notices
from pragola.cli.numbers import figure
from pragola.cli.options import (
    IndexPoints,
    answers_argument,
    json_option,
    language_option,
    spoken_in,
)
from pragola.cli.plan_beside import Asked, Beside
from pragola.cli.plan_document import answer_document
from pragola.cli.plan_fixes import Known, read_fixes
from pragola.cli.plan_page import days, plan_page, unreachable_page
from pragola.cli.plan_words import plan_words
from pragola.cli.words import words
from pragola.planning.catalogue import (
    OwnWork,
    load_catalogue,
    no_own_work,
    read_own_work,
    usual_work,
)
from pragola.planning.certainty.beliefs import Beliefs, beliefs_of
from pragola.planning.certainty.sure_plan import NotSureEnough, SurePlan, sure_plan
from pragola.planning.goals import Unreachable, best_plan, cheapest_plan
from pragola.planning.looking_ahead import Ahead, furthest_ahead
from pragola.planning.plan import Plan, Progress
from pragola.planning.scores import score_of
from pragola.planning.standing import standing
from pragola.planning.work import Situation, Work
from pragola.rulebooks import edition_codes, load_edition
from pragola.scoring.answers import Answers
from pragola.scoring.edition import Edition
from pragola.scoring.results import Side
from pragola.wording import Language
from pragola.workbook.files import read_with_notices

_OUT_OF_REACH = 1
_QUIET_SECONDS = 1.0


class _Number(click.ParamType[Decimal]):
    """A number in a span, written 7.5 or 7,5."""

    def __init__(self, name: str, lowest: str, highest: str) -> None:
        self.name = name
        self._ends = Decimal(lowest), Decimal(highest)

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Decimal:
        """The number; wrong usage when it is none or outside the span."""
        try:
            number = Decimal(str(value).replace(",", "."))
        except InvalidOperation:
            self.fail(words("not_a_number", spoken_in(ctx), found=value), param, ctx)
        lowest, highest = self._ends
        if not number.is_finite() or not lowest <= number <= highest:
            ends = {"lowest": lowest, "highest": highest}
            self.fail(words("not_between", spoken_in(ctx), found=value, **ends), param, ctx)
        return number


@click.command()
@answers_argument
@click.option("--target", type=IndexPoints(), help="Index to be reached with the least effort.")
@click.option(
    "--budget",
    type=_Number("days", "0", "1000000"),
    help="Person-days to reach the highest index with.",
)
@click.option(
    "--confidence",
    type=_Number("chance", "0.5", "0.999"),
    help="Chance with which the target has to be reached, for example 0.9.",
)
@click.option(
    "--work",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="YAML with the region's own efforts, hands, dates and chances.",
)
@click.option(
    "--fix",
    "fixes",
    multiple=True,
    help="not:ID, surely:ID/SID-20=3, withhold:ID, no-hands:UNIT …; may repeat.",
)
@click.option(
    "--side",
    type=click.Choice([side.value for side in Side]),
    default=Side.CLAIMED.value,
    show_default=True,
    help="Levels as claimed, or by the verdicts.",
)
@click.option("--keep-all", is_flag=True, help="Withhold nothing that is reported now.")
@click.option("--sensitivity", is_flag=True, help="Tell what would change the plan.")
@click.option("--reporting", is_flag=True, help="Tell what is better reported or withheld.")
@click.option("--curve", type=click.IntRange(2, 50), help="So many points of effort and index.")
@click.option(
    "--also",
    multiple=True,
    type=click.Choice(edition_codes()),
    help="Score the plan by this edition too; of the cheapest plans the best by it. May repeat.",
)
@click.option(
    "--also-target",
    type=IndexPoints(),
    help="Index to be reached by that edition too: what is left for it, and the least for both.",
)
@click.option("--seconds", type=click.IntRange(1), help="Stop then, and tell how far it got.")
@click.option("--all", "all_actions", is_flag=True, help="Show every action.")
@json_option
@language_option
def plan(
    file: Path,
    target: Decimal | None,
    budget: Decimal | None,
    confidence: Decimal | None,
    work: Path | None,
    fixes: tuple[str, ...],
    side: str,
    curve: int | None,
    also: tuple[str, ...],
    also_target: Decimal | None,
    seconds: int | None,
    language: Language,
    *,
    keep_all: bool,
    sensitivity: bool,
    reporting: bool,
    all_actions: bool,
    as_json: bool,
) -> None:
    """Find what to do in FILE's region, and prove that nothing does it with less.

    Exit status 1: the target is out of reach; what stands in the way is told.
    """
    _one_goal(target, budget, confidence, language)
    _also_named(also, also_target, language)
    read = read_with_notices(file)
    tell_notices(read.notices, language)
    edition = load_edition(read.answers.edition)
    own = _own_work(work, edition, read.answers)
    answers = standing(read.answers) if side == Side.VERIFIED else read.answers
    situation = Situation(
        edition=edition,
        answers=answers,
        work=_work(edition, answers, own, fixes, language),
        withholding=not keep_all,
    )
    beliefs = beliefs_of(edition, read.answers, load_catalogue(edition), own)
    watch = _Patience(seconds, language)
    sure = _sure(situation, target, confidence, beliefs, watch)
    ahead = _ahead(situation, target, also, watch) if sure is None and not also_target else None
    answer = _plain(sure, ahead) or _answer(situation, target, budget, watch)
    asked = Asked(
        sensitivity=sensitivity,
        reporting=reporting,
        curve=curve,
        also=also,
        also_target=also_target,
        ahead=ahead,
    )
    beside = Beside(situation, beliefs, own, answer, sure, asked, watch)
    if as_json:
        document = answer_document(answer) | dict(beside.documents())
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        page = _page(situation, answer, language, all_actions=all_actions)
        for line in (*page, *beside.lines(language)):
            click.echo(line)
    reached = isinstance(answer, Plan) and not isinstance(sure, NotSureEnough)
    click.get_current_context().exit(0 if reached else _OUT_OF_REACH)


def _one_goal(
    target: Decimal | None, budget: Decimal | None, confidence: Decimal | None, language: Language
) -> None:
    if target is None and budget is None:
        raise click.UsageError(plan_words("target_or_budget", language))
    if target is not None and budget is not None:
        raise click.UsageError(plan_words("target_and_budget", language))
    if target is None and confidence is not None:
        raise click.UsageError(plan_words("confidence_needs_target", language))


def _also_named(also: Sequence[str], target: Decimal | None, language: Language) -> None:
    if target is not None and not also:
        raise click.UsageError(plan_words("also_target_needs_also", language))


def _own_work(path: Path | None, edition: Edition, answers: Answers) -> OwnWork:
    if path is None:
        return no_own_work()
    return read_own_work(path.read_bytes(), path.name, edition=edition, answers=answers)


def _work(
    edition: Edition, answers: Answers, own: OwnWork, fixes: Iterable[str], language: Language
) -> Work:
    catalogue = load_catalogue(edition)
    work = usual_work(edition, answers, catalogue, own, language=language.value)
    known = Known(
        innovations={i.id for i in answers.innovations},
        region_rows={i.code: i.highest_level for i in edition.spd_indicators},
        innovation_rows={i.code: i.highest_level for i in edition.sid_indicators},
        collectives={each.id for each in work.collectives},
        units={i.profile.unit for i in answers.innovations if i.profile.unit},
    )
    return replace(work, fixes=read_fixes(fixes, known, language))


def _sure(
    situation: Situation,
    target: Decimal | None,
    confidence: Decimal | None,
    beliefs: Beliefs,
    watch: "_Patience",
) -> SurePlan | NotSureEnough | Unreachable | None:
    if target is None or confidence is None:
        return None
    return sure_plan(situation, target, Fraction(confidence), beliefs, watch=watch)


def _ahead(
    situation: Situation, target: Decimal | None, also: Sequence[str], watch: "_Patience"
) -> Ahead | None:
    """Of the cheapest plans the best by the first other edition, where one was named."""
    if target is None or not also:
        return None
    return furthest_ahead(situation, target, load_edition(also[0]), watch=watch)


def _plain(
    sure: SurePlan | NotSureEnough | Unreachable | None, ahead: Ahead | None
) -> Plan | Unreachable | None:
    """The plan of a search with one more wish; None where there was none."""
    if sure is None:
        return None if ahead is None else ahead.plan
    if isinstance(sure, Unreachable):
        return sure
    return sure.plan if isinstance(sure, SurePlan) else sure.best.plan


def _answer(
    situation: Situation, target: Decimal | None, budget: Decimal | None, watch: "_Patience"
) -> Plan | Unreachable:
    if target is not None:
        return cheapest_plan(situation, target, watch=watch)
    best = best_plan(situation, budget, watch=watch)
    if best is not None:
        return best
    # Only choices that contradict each other leave no plan: the lowest target tells of them.
    return cheapest_plan(situation, Decimal(0), watch=watch)


def _page(
    situation: Situation, answer: Plan | Unreachable, language: Language, *, all_actions: bool
) -> Iterable[str]:
    if isinstance(answer, Plan):
        return plan_page(situation.edition, answer, language, all_actions=all_actions)
    now = score_of(situation, situation.answers)
    return unreachable_page(answer, now, language)


class _Patience:
    """Goes on until the seconds are over; on a terminal it shows how far the search is."""

    def __init__(self, seconds: int | None, language: Language) -> None:
        self._start = monotonic()
        self._end = None if seconds is None else self._start + seconds
        self._language = language
        self._shown = self._start

    def __call__(self, progress: Progress) -> bool:
        now = monotonic()
        if now - self._shown > _QUIET_SECONDS and sys.stderr.isatty():
            self._shown = now
            click.echo(f"\r{self._line(progress)}", nl=False, err=True)
        return self._end is None or now < self._end

    def _line(self, progress: Progress) -> str:
        if progress.bound is not None:
            best = "–" if progress.effort is None else days(progress.effort, self._language)
            bound = days(progress.bound, self._language)
        else:
            best = "–" if progress.index is None else figure(progress.index, self._language)
            bound = "–" if progress.highest is None else figure(progress.highest, self._language)
        return plan_words("searching", self._language, best=best, bound=bound)
