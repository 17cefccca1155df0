"""The queue of the bench: what waits, who takes it, and that no claim is two people's."""

from datetime import timedelta

import pytest

from pragola.scoring.faults import PragolaError
from pragola.web.evidence.models import Inspection, InspectionState, Use
from pragola.web.innovations.models import Assessment, Claim, EntryState
from pragola.web.regions.models import Role
from pragola.web.review.actions.queue import (
    LEASE,
    deal_queue,
    fill_queue,
    take_claim,
    take_next,
    weigh_queue,
)
from pragola.web.review.models import Turn
from pragola.web.review.queries.queue import QueueOrder, QueueWanted
from pragola.web.shared.audit import SYSTEM
from tests.web.review.reviewing import RETURNING, a_claim, a_verifier, judged, proven, standing
from tests.web.workplace import MOMENT, a_unit, an_assessment, an_entry, appointed

pytestmark = pytest.mark.django_db
S = EntryState
ALL = QueueWanted()


def queued(*claims: Claim) -> Assessment:
    """The assessment of these claims, its queue filled."""
    assessment = claims[0].entry.assessment if claims else an_assessment()
    fill_queue(assessment, at=MOMENT)
    return assessment


def test_what_its_head_approved_waits_and_nothing_else() -> None:
    """Once each, however often the queue is filled; a claim of nothing does not wait."""
    waiting = {a_claim(an_entry(title=state, state=state)).entry.state for state in S}
    a_claim(an_entry(state=S.APPROVED), level=0)
    assessment = an_assessment()
    filled = [fill_queue(assessment, at=MOMENT) for _ in range(2)]
    found = set(Turn.objects.filter(waiting=True).values_list("claim__entry__state", flat=True))
    assert (len(waiting), filled, found) == (len(S), [2, 0], {S.APPROVED, S.UNDER_REVIEW})


def test_the_riskiest_comes_first_then_the_most_valuable() -> None:
    """By what inspection found in its proofs; told anew as files are inspected."""
    entry = an_entry(state=S.UNDER_REVIEW)
    low, high, doubtful = (
        a_claim(entry, "SID-05", level=1),
        a_claim(entry, "SID-06", level=3),
        a_claim(entry, "SID-07", level=1),
    )
    proven(doubtful)
    assessment = queued(low)
    use = Use.objects.get()
    row = Inspection.objects.create(use=use, queued_at=MOMENT, state=InspectionState.DONE)
    row.findings.create(number=0, code="x", severity="doubtful", told={})
    assert weigh_queue(assessment) == 1
    verifier = standing(a_verifier())
    found = []
    for _ in range(3):
        turn = take_next(assessment, verifier, ALL, at=MOMENT)
        assert turn
        found.append(turn.claim)
    assert found == [doubtful, high, low]


def test_a_claim_taken_is_nobody_elses_until_its_time_is_over() -> None:
    """And who took it is not given it again while something else is left."""
    claims = [a_claim(an_entry(title=f"{n}", state=S.UNDER_REVIEW)) for n in range(2)]
    assessment = queued(*claims)
    one, other = standing(a_verifier()), standing(a_verifier("Verifikator Lain"))

    def taken(who: object, at: timedelta = timedelta()) -> Claim | None:
        assert who in (one, other)
        turn = take_next(assessment, one if who is one else other, ALL, at=MOMENT + at)
        return turn.claim if turn else None

    found = [taken(one), taken(other), taken(one), taken(other), taken(one, LEASE)]
    assert found == [claims[0], claims[1], claims[0], claims[1], claims[1]]
    with pytest.raises(PragolaError) as refused:
        judged(claims[1], other.person, at=MOMENT + LEASE)
    assert refused.value.faults[0].code == "claim_held"
    judged(claims[1], one.person, at=MOMENT + LEASE)
    assert Turn.objects.filter(waiting=True).count() == 1


def test_what_they_hold_comes_by_turns_and_only_of_the_part_they_ask_for() -> None:
    """Once nothing else is left; never the same one for ever, never another indicator's."""
    entry = an_entry(state=S.UNDER_REVIEW)
    claims = [a_claim(entry, code) for code in ("SID-05", "SID-06")]
    assessment, one = queued(*claims), standing(a_verifier())

    def taken(wanted: QueueWanted, minute: int) -> str:
        turn = take_next(assessment, one, wanted, at=MOMENT + timedelta(minutes=minute))
        return turn.claim.indicator if turn else ""

    found = [taken(ALL, minute) for minute in range(5)]
    part = [taken(QueueWanted(indicator=code), 5) for code in ("SID-05", "SID-07")]
    assert (found, part) == (["SID-06", "SID-05"] * 2 + ["SID-06"], ["SID-05", ""])


def test_a_claim_that_somebody_chose_is_theirs_unless_it_is_anothers() -> None:
    """Opening what another one holds takes nothing from them."""
    claim = a_claim()
    queued(claim)
    one, other = standing(a_verifier()), standing(a_verifier("Verifikator Lain"))
    for who in (one, other):
        take_claim(claim, who, at=MOMENT)
    assert Turn.objects.get().held_by == one.person


def test_nobody_is_given_their_own_units_claims() -> None:
    """Nor those of the units under it, whatever post they hold there."""
    above = a_unit("Dinas Contoh")
    below = a_unit("UPTD Contoh", parent=above)
    claims = [
        a_claim(an_entry(unit, state=S.UNDER_REVIEW)) for unit in (above, below, a_unit("Lain"))
    ]
    assessment = queued(*claims)
    verifier = a_verifier()
    appointed(Role.COACH, above, person=verifier)
    turn = take_next(assessment, standing(verifier), ALL, at=MOMENT)
    again = take_next(assessment, standing(verifier), ALL, at=MOMENT)
    assert turn
    assert again
    assert (turn.claim, again.claim) == (claims[2], claims[2])


def test_a_part_of_the_queue_can_be_worked_off() -> None:
    """One indicator through all innovations, or one innovation through its indicators."""
    entries = [an_entry(title=f"{n}", state=S.UNDER_REVIEW) for n in range(2)]
    claims = {
        (n, code): a_claim(entry, code)
        for n, entry in enumerate(entries)
        for code in ("SID-06", "SID-05")
    }
    assessment = queued(*claims.values())
    orders = {
        "indicator": QueueWanted(indicator="SID-05"),
        "innovation": QueueWanted(entry=entries[1].pk, order=QueueOrder.INNOVATION),
    }
    found = {}
    for name, wanted in orders.items():
        Turn.objects.update(held_by=None, held_until=None)
        verifier = standing(a_verifier(name))
        turns = [take_next(assessment, verifier, wanted, at=MOMENT) for _ in range(2)]
        found[name] = [turn.claim for turn in turns if turn]
    assert found == {
        "indicator": [claims[0, "SID-05"], claims[1, "SID-05"]],
        "innovation": [claims[1, "SID-05"], claims[1, "SID-06"]],
    }


def test_the_queue_is_dealt_evenly_by_whole_innovations() -> None:
    """Nobody gets their own unit's; what was dealt is taken by that person only."""
    unit = a_unit("Unit Sendiri")
    entries = [an_entry(title=f"{n}", state=S.UNDER_REVIEW) for n in range(3)]
    entries.append(an_entry(unit, title="Sendiri", state=S.UNDER_REVIEW))
    for entry in entries:
        for code in ("SID-05", "SID-06"):
            a_claim(entry, code)
    one, other = a_verifier(), a_verifier("Verifikator Lain")
    appointed(Role.HEAD, unit, person=one)
    people = [standing(one), standing(other)]
    dealt = deal_queue(an_assessment(), people, by=SYSTEM, at=MOMENT)
    shares = {
        who.pk: set(Turn.objects.filter(assigned_to=who).values_list("claim__entry", flat=True))
        for who in (one, other)
    }
    assert dealt == 8
    assert [len(shares[who.pk]) for who in (one, other)] == [2, 2]
    assert entries[3].pk in shares[other.pk]
    turn = take_next(an_assessment(), people[0], ALL, at=MOMENT)
    assert turn
    assert turn.claim.entry_id in shares[one.pk]


def test_a_claim_that_changed_after_its_return_waits_again() -> None:
    """Once its head has approved it anew."""
    claim = a_claim()
    assessment = queued(claim)
    judged(claim, a_verifier(), RETURNING)
    waiting = [Turn.objects.get().waiting]
    Claim.objects.update(judged="open_again", accepted_level=None)
    fill_queue(assessment, at=MOMENT)
    waiting.append(Turn.objects.get().waiting)
    assert waiting == [False, True]
