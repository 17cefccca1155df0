"""Presses the buttons beside a plan, for `benchmarks.targets`: `-m tests.ground.toggles SIZE`.

Works in the database of the environment, which it fills with the region of `benchmarks.planning`,
and prints as JSON how long choosing and reading took, and how long the search alone takes.
"""

import json
import os
import sys
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from importlib import import_module
from time import perf_counter
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from django.test import Client

    from pragola.web.innovations.models import Assessment

_MOST = 12
_PATIENT = 60.0
"""Seconds for the first plan, which nobody waits for."""


@dataclass
class Taken:
    """Seconds of each choice, and how often the database was asked."""

    actions: int = 0
    whole: list[float] = field(default_factory=list)
    choose: list[float] = field(default_factory=list)
    search: list[float] = field(default_factory=list)
    read: list[float] = field(default_factory=list)
    queries_to_choose: int = 0
    queries_to_read: int = 0


def main() -> int:
    """Make the region, press every button, print what it took."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pragola.web.config.settings")
    django.setup()
    import_module("pragola.web.config.wsgi")
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    sys.stdout.write(json.dumps(asdict(_pressed(_made(int(sys.argv[1]))))))
    return 0


def _made(size: int) -> "Assessment":
    """The region as its operators would have written it, with hands and a target."""
    from benchmarks.planning.regions import region
    from pragola.rulebooks import load_edition
    from pragola.scoring.answers import Status
    from pragola.web.innovations.models import Claim, EntryState
    from pragola.web.targets.models import Hands
    from tests.web.workplace import MOMENT, a_unit, an_assessment, an_entry

    situation = region(load_edition("2026"), size)
    states = {Status.DRAFT: EntryState.DRAFT, Status.REJECTED: EntryState.REJECTED}
    names = dict.fromkeys(each.profile.unit or "" for each in situation.answers.innovations)
    units = {name: a_unit(name) for name in names}
    for each in situation.answers.innovations:
        state = states.get(each.status, EntryState.RETURNED)
        entry = an_entry(units[each.profile.unit or ""], title=each.title, state=state)
        Claim.objects.bulk_create(
            Claim(entry=entry, indicator=code, level=claim.level, saved_at=MOMENT)
            for code, claim in each.claims.items()
        )
    assessment = an_assessment()
    assessment.spd = {code: {"level": each.level} for code, each in situation.answers.spd.items()}
    assessment.target = Decimal(100)
    assessment.save()
    for capacity in situation.work.capacities:
        unit = units[capacity.unit] if capacity.unit else None
        Hands.objects.create(assessment=assessment, unit=unit, days=capacity.days, saved_at=MOMENT)
    _aim_half_way(assessment)
    return type(assessment).objects.select_related("region").get(pk=assessment.pk)


def _aim_half_way(assessment: "Assessment") -> None:
    """A target in the middle of what 200 person-days add, as `benchmarks.planning` takes it."""
    from django.utils.timezone import now

    from pragola.planning.goals import best_plan
    from pragola.web.targets.queries.question import question_of

    question = question_of(assessment, at=now())
    assert question is not None
    best = best_plan(question.situation, Decimal(200))
    assert best is not None
    assessment.target = (best.before.index + best.index) / 2
    assessment.save()


def _pressed(assessment: "Assessment") -> Taken:
    from django.utils.timezone import now

    from pragola.web.regions.models import Role
    from pragola.web.shared.audit import SYSTEM
    from pragola.web.targets.actions.calculating import ask_for_plan
    from pragola.web.targets.stored import read_answer
    from tests.web.workplace import a_region, appointed, signed_in

    browser = signed_in(appointed(Role.COORDINATOR, a_region()))
    browser.defaults["SERVER_NAME"] = "localhost"
    asked = ask_for_plan(assessment, by=SYSTEM, clock=now, at_once=_PATIENT)
    assert asked is not None
    plan = read_answer(asked.told["answer"]).plan
    assert plan is not None
    actions = plan.actions[:_MOST]
    choices: list[dict[str, object]] = [
        {
            "wish": "not",
            "entry": each.entry or "",
            "indicator": each.indicator,
            "collective": each.collective,
        }
        for each in actions
    ]
    units = list(dict.fromkeys(each.unit for each in plan.actions if each.unit))
    choices += [{"wish": "no-hands", "unit": unit} for unit in units[:_MOST]]
    taken = Taken(actions=len(plan.actions))
    for choice in choices:
        _press(browser, assessment, choice, taken)
    return taken


def _press(
    browser: "Client", assessment: "Assessment", choice: dict[str, object], taken: Taken
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    from django.urls import reverse

    from pragola.web.targets.models import Choice

    page = reverse("target", args=[assessment.pk])
    with CaptureQueriesContext(connection) as asked:
        start = perf_counter()
        browser.post(reverse("target_choose", args=[assessment.pk]), choice)
        chosen = perf_counter()
        taken.queries_to_choose = len(asked)
        browser.get(page)
        read = perf_counter()
        taken.queries_to_read = len(asked) - taken.queries_to_choose
    taken.choose.append(chosen - start)
    taken.read.append(read - chosen)
    taken.whole.append(read - start)
    taken.search.append(_searched(assessment))
    browser.post(reverse("choice_lift", args=[Choice.objects.get(lifted_at=None).pk]))


def _searched(assessment: "Assessment") -> float:
    """How long the search alone takes, as long as the site lets its reader wait."""
    from django.conf import settings
    from django.utils.timezone import now

    from pragola.web.targets.parts import Patience, plan_part
    from pragola.web.targets.queries.question import question_of

    question = question_of(assessment, at=now())
    assert question is not None
    start = perf_counter()
    plan_part(question, Patience(lambda _: perf_counter() < start + settings.PLAN_AT_ONCE))
    return perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
