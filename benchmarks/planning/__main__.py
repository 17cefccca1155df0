"""How fast plans are proven: `python -m benchmarks.planning [--compare | --sure | --toggles]`.

Without an option: 20, 73, 200 and 400 innovations with collective actions, hands, drafts and
withholding, each to the proof, each in a process of its own, so that its memory is its own.
--compare: the ways of planning that people use today, beside the optimum. --sure: how long the
chance of reaching a target takes, exactly and by 100,000 draws. --toggles: the plan of 100
innovations around one more choice, for every action and every unit of the plan: how long until it
is proven, and what the page of targets can answer in the time it lets its reader wait.
"""

import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from statistics import median
from time import perf_counter, process_time

from benchmarks.machine import machine, peak_memory, timed
from benchmarks.planning.regions import region
from benchmarks.planning.strategies import STRATEGIES
from pragola.demonstration import demonstration
from pragola.planning.actions import Action
from pragola.planning.catalogue import load_catalogue, no_own_work, usual_work
from pragola.planning.certainty.beliefs import beliefs_of
from pragola.planning.certainty.distribution import Method, distribution
from pragola.planning.certainty.stakes import stakes_of
from pragola.planning.goals import best_plan, cheapest_plan
from pragola.planning.plan import Plan, Watch
from pragola.planning.surveying import survey
from pragola.planning.work import Fix, Situation, Wish
from pragola.rulebooks import load_edition

SIZES = (20, 73, 200, 400)
COMPARED = (20, 73, 200)
SURE_OF = 200
TOGGLED, MOST_TOGGLES = 100, 12
AT_ONCE = 0.6
"""As `pragola.web.config.settings.PLAN_AT_ONCE` lets its asker wait."""
_SHARE = 40
"""Percent of the way from today's index to the highest that the target asks for."""


def main() -> None:
    """Print the figures with the machine they were taken on."""
    chosen = sys.argv[1:]
    if chosen[:1] == ["--size"]:
        _one(int(chosen[1]))
        return
    print(machine())
    if chosen == ["--compare"]:
        _compare()
    elif chosen == ["--sure"]:
        _sure()
    elif chosen == ["--toggles"]:
        _toggles()
    else:
        for size in SIZES:
            command = [sys.executable, "-m", "benchmarks.planning", "--size", str(size)]
            subprocess.run(command, check=True)


def _one(size: int) -> None:
    situation = region(load_edition("2026"), size)
    start = perf_counter()
    target, highest = _target(situation)
    seconds = perf_counter() - start
    wall, busy = perf_counter(), process_time()
    plan = cheapest_plan(situation, target)
    wall, busy = perf_counter() - wall, process_time() - busy
    assert isinstance(plan, Plan)
    shown = f"{plan.before.index} to {target} by {plan.effort} person-days, gap {plan.gap}"
    print(f"{size} innovations, {shown}:")
    print(f"   {wall:.2f} s to the proof, {busy:.2f} s of the processor, {peak_memory()}")
    proof = "proven" if highest.after.index_exact == highest.index_bound else "not proven"
    print(f"   highest index {highest.index}, {proof} with its least effort in {seconds:.2f} s")


def _sure() -> None:
    edition = load_edition("2026")
    situation = region(edition, SURE_OF)
    beliefs = beliefs_of(edition, situation.answers, load_catalogue(edition), no_own_work())
    stakes = stakes_of(situation, situation.answers, beliefs)
    claims = sum(len(entry.stakes) for entry in stakes.entries)
    print(f"chance to reach an index, {SURE_OF} innovations with {claims} doubtful claims:")
    print("   exact:", timed(lambda: distribution(stakes, method=Method.EXACT), times=5))
    print("   100,000 draws:", timed(lambda: distribution(stakes, method=Method.DRAWN), times=5))


def _toggles() -> None:
    situation = region(load_edition("2026"), TOGGLED)
    target, _ = _target(situation)
    plan = cheapest_plan(situation, target)
    assert isinstance(plan, Plan)
    print(f"{TOGGLED} innovations, {plan.before.index} to {target}, {len(plan.actions)} actions:")
    seconds, answered = [], 0
    choices = [_unwanted(action) for action in plan.actions][:MOST_TOGGLES]
    choices += [Fix(wish=Wish.NO_HANDS, unit=unit) for unit in _units(plan)][:MOST_TOGGLES]
    for fix in choices:
        work = replace(situation.work, fixes=(fix,))
        around = replace(situation, work=work)
        start = perf_counter()
        cheapest_plan(around, target)
        seconds.append(perf_counter() - start)
        first = cheapest_plan(around, target, watch=_until(perf_counter() + AT_ONCE))
        answered += isinstance(first, Plan)
    print(
        f"   {len(choices)} choices, to the proof: best {min(seconds):.2f} s, "
        f"median {median(seconds):.2f} s, worst {max(seconds):.2f} s"
    )
    print(
        f"   {answered} of {len(choices)} have a plan within {AT_ONCE} s, proven or with its bound"
    )


def _until(end: float) -> Watch:
    return lambda _progress: perf_counter() < end


def _unwanted(action: Action) -> Fix:
    return Fix(
        wish=Wish.NOT,
        innovation=action.innovation,
        indicator=action.indicator,
        collective=action.collective,
    )


def _units(plan: Plan) -> list[str]:
    return sorted({action.unit for action in plan.actions if action.unit})


def _target(situation: Situation) -> tuple[Decimal, Plan]:
    """The target, and the plan of the highest index that it was taken from."""
    highest = best_plan(situation, None)
    assert highest is not None
    now = highest.before.index
    target = now + (highest.index - now) * _SHARE / 100
    return target.quantize(Decimal("0.01")), highest


def _compare() -> None:
    """Efforts of each way beside the optimum, in one table."""
    cases = [(f"{size} innovations", region(load_edition("2026"), size)) for size in COMPARED]
    cases += [(f"demonstration {year}", _pati(year)) for year in ("2023", "2026")]
    names = ["optimum", "optimum, nothing withheld", *STRATEGIES]
    print("| region, target | " + " | ".join(names) + " |")
    print("|---|" + "---|" * len(names))
    for name, situation in cases:
        print(_row(name, situation))


def _pati(year: str) -> Situation:
    edition, answers = load_edition(year), demonstration(year)
    work = usual_work(edition, answers, load_catalogue(edition), no_own_work())
    return Situation(edition=edition, answers=answers, work=work)


def _row(name: str, situation: Situation) -> str:
    target = Decimal("60.01") if name == "demonstration 2023" else _target(situation)[0]
    plan = cheapest_plan(situation, target)
    assert isinstance(plan, Plan)
    ground = survey(situation)
    total = ground.rules.total_for(ground.rules.threshold(target))
    kept = cheapest_plan(replace(situation, withholding=False), target)
    efforts = [kept.effort if isinstance(kept, Plan) else None]
    efforts += [strategy(ground, total) for strategy in STRATEGIES.values()]
    cells = [_cell(effort, plan.effort) for effort in efforts]
    return f"| {name}, {target} | {plan.effort} | " + " | ".join(cells) + " |"


def _cell(effort: Decimal | None, least: Decimal) -> str:
    if effort is None:
        return "does not reach it"
    return f"{effort} (+{(effort - least) / least * 100:.0f} %)" if least else str(effort)


if __name__ == "__main__":
    main()
