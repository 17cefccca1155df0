"""Taking and judging ask the database as little in a long queue as in a short one."""

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from pragola.web.innovations.models import Claim, EntryState
from pragola.web.review.actions.judging import Ruling, judge_claim
from pragola.web.review.actions.queue import fill_queue, take_next
from pragola.web.review.models import Turn
from pragola.web.review.queries.queue import QueueWanted, next_turns
from pragola.web.review.queries.resting import rests_on
from pragola.web.review.queries.standing import seen_of
from tests.web.review.reviewing import SEEN, a_claim, a_verifier, standing
from tests.web.workplace import MOMENT, an_assessment, an_entry

pytestmark = pytest.mark.django_db
INDICATORS = ("SID-05", "SID-06", "SID-07")
SAVEPOINTS = 2
"""Beginning and ending what in the site is a transaction."""
TAKING = 3 + SAVEPOINTS
"""Whether something was dealt to them, what is everybody's, holding it."""
JUDGING = 11 + SAVEPOINTS
"""The entry, two of its doors, the claim, its turn, its proofs, earlier verdicts; the verdict, the
claim, the log, the turn."""


def a_queue(*, entries: int) -> None:
    """Claims that wait, so many entries of three."""
    for number in range(entries):
        entry = an_entry(title=f"{number}", state=EntryState.UNDER_REVIEW)
        for code in INDICATORS:
            a_claim(entry, code)
    fill_queue(an_assessment(), at=MOMENT)


@pytest.mark.parametrize("entries", [1, 3])
def test_taking_and_judging_ask_the_same_of_any_queue(
    entries: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Hardly more than the rows that they read and write."""
    a_queue(entries=entries)
    verifier, assessment = standing(a_verifier()), an_assessment()
    with django_assert_num_queries(TAKING):
        turn = take_next(assessment, verifier, QueueWanted(), at=MOMENT)
    assert turn
    claim = Claim.objects.select_related("entry__assessment").get(pk=turn.claim_id)
    seen = seen_of(claim, rests_on(claim))
    with django_assert_num_queries(JUDGING):
        judge_claim(claim.pk, Ruling(level=3, words=SEEN), seen=seen, by=verifier.person, at=MOMENT)


def test_the_queue_is_read_in_the_order_of_its_index() -> None:
    """Without sorting all that waits, so that the first row is found by looking at hardly more."""
    a_queue(entries=3)
    verifier = standing(a_verifier())
    Turn.objects.filter(claim__indicator=INDICATORS[0]).update(assigned_to=verifier.person)
    _as_in_a_long_queue()
    parts = next_turns(an_assessment(), verifier, QueueWanted(), MOMENT)
    assert [_is_read_in_order(part.explain()) for part in parts] == [True, True]


def _as_in_a_long_queue() -> None:
    """Three rows are read whole and sorted by any database; a long queue only if it has to be."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for way in ("seqscan", "bitmapscan", "sort"):
                cursor.execute(f"SET LOCAL enable_{way} = off")


def _is_read_in_order(plan: str) -> bool:
    return "turns_in_order" in plan and "Sort" not in plan and "TEMP B-TREE" not in plan
