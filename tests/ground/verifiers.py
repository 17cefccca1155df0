"""Twenty verifiers on one queue; `python -m tests.ground.verifiers CLAIMS VERIFIERS`.

Works in the database of the environment, which it fills, and prints as JSON how often each claim
was judged, by how many, and how long taking and judging took.
"""

import json
import os
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from time import perf_counter

import django

_INDICATORS = 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: verdicts by how many a claim got, and the seconds of each deed, sorted."""

    claims: int
    judged_so_often: dict[int, int]
    verifiers_at_work: int
    left_in_queue: int
    seconds_to_take: list[float]
    seconds_to_judge: list[float]
    seconds_to_do_both: list[float]


@dataclass(frozen=True, slots=True)
class Timed:
    """How long the deeds of one verifier took, one after the other."""

    taking: list[float]
    judging: list[float]

    @property
    def going_on(self) -> list[float]:
        """From one verdict to the next claim, which is one press of a button."""
        return [sum(both) for both in zip(self.judging, self.taking[1:], strict=True)]


def main() -> int:
    """Make the claims, let the verifiers work until nothing is left, print the outcome."""
    claims, verifiers = int(sys.argv[1]), int(sys.argv[2])
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pragola.web.config.settings")
    django.setup()
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    people = _made(claims, verifiers)
    with ThreadPoolExecutor(verifiers) as pool:
        timed = list(pool.map(_work, people))
    sys.stdout.write(json.dumps(asdict(_outcome(claims, timed))))
    return 0


def _made(claims: int, verifiers: int) -> list[int]:
    """Claims in entries under review, queued; the ids of those who judge them."""
    from django.db import connection
    from django.utils.timezone import now

    from pragola.rulebooks import load_edition
    from pragola.web.innovations.models import Claim, EntryState
    from pragola.web.review.actions.queue import fill_queue
    from tests.web.review.reviewing import a_verifier
    from tests.web.workplace import MOMENT, a_unit, an_assessment, an_entry

    unit = a_unit()
    codes = [each.code for each in load_edition("2026").sid_indicators][:_INDICATORS]
    rows = []
    for number in range(-(-claims // len(codes))):
        entry = an_entry(unit, title=f"Inovasi {number}", state=EntryState.UNDER_REVIEW)
        rows += [Claim(entry=entry, indicator=code, level=1, saved_at=MOMENT) for code in codes]
    Claim.objects.bulk_create(rows[:claims])
    fill_queue(an_assessment(), at=now())
    people = [a_verifier(f"Verifikator {number}").pk for number in range(verifiers)]
    connection.close()
    return people


def _work(person: int) -> Timed:
    """Take the next claim and judge it, until there is none."""
    from django.db import connection
    from django.utils.timezone import now

    from pragola.web.innovations.models import Assessment, Claim
    from pragola.web.regions.models import Person
    from pragola.web.regions.standing import standing_of_person
    from pragola.web.review.actions.judging import Ruling, judge_claim
    from pragola.web.review.actions.queue import take_next
    from pragola.web.review.queries.queue import QueueWanted
    from pragola.web.review.queries.resting import rests_on
    from pragola.web.review.queries.standing import seen_of

    standing = standing_of_person(Person.objects.get(pk=person))
    assessment = Assessment.objects.select_related("region").get()
    timed = Timed([], [])
    while True:
        start = perf_counter()
        turn = take_next(assessment, standing, QueueWanted(), at=now())
        timed.taking.append(perf_counter() - start)
        if turn is None:
            break
        claim = Claim.objects.select_related("entry__assessment").get(pk=turn.claim_id)
        seen = seen_of(claim, rests_on(claim))
        start = perf_counter()
        judge_claim(
            claim.pk, Ruling(level=1, words="Cukup."), seen=seen, by=standing.person, at=now()
        )
        timed.judging.append(perf_counter() - start)
    connection.close()
    return timed


def _outcome(claims: int, timed: list[Timed]) -> Outcome:
    from pragola.web.review.models import Turn, Verdict

    verdicts = Counter(Verdict.objects.values_list("claim", flat=True))
    return Outcome(
        claims=claims,
        judged_so_often=dict(Counter(verdicts.values())),
        verifiers_at_work=Verdict.objects.order_by().values("judged_by").distinct().count(),
        left_in_queue=Turn.objects.filter(waiting=True).count(),
        seconds_to_take=sorted(each for one in timed for each in one.taking),
        seconds_to_judge=sorted(each for one in timed for each in one.judging),
        seconds_to_do_both=sorted(each for one in timed for each in one.going_on),
    )


if __name__ == "__main__":
    sys.exit(main())
