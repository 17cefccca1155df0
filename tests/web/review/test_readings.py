"""A share of verdicts is read again, blindly; where two differ, a third person decides."""

import re
from collections.abc import Mapping
from fractions import Fraction

import pytest
from django.db.models import Q
from pytest_django import DjangoAssertNumQueries

from pragola.planning.certainty.shares import wilson
from pragola.scoring.faults import PragolaError
from pragola.web.innovations.models import Claim, EntryState
from pragola.web.regions.models import Person, Role
from pragola.web.review.actions.judging import Ruling, withdraw_verdict
from pragola.web.review.actions.queue import fill_queue, take_next
from pragola.web.review.actions.reading_again import read_again
from pragola.web.review.actions.settling import set_second_share
from pragola.web.review.models import Reading, StandardReason, Turn, Verdict
from pragola.web.review.queries.agreement import agreements_of
from pragola.web.review.queries.lessons import Chance, chances_of_acceptance, lessons_of
from pragola.web.review.queries.queue import QueueWanted
from pragola.web.review.queries.reasons import reasons_for
from pragola.web.review.queries.resting import rests_on
from pragola.web.review.queries.standing import seen_of
from pragola.web.shared.audit import SYSTEM
from pragola.wording import Language
from pragola.workbook.raw import shorten
from tests.web.review.reviewing import (
    INDICATOR,
    RETURNING,
    a_claim,
    a_link,
    a_verifier,
    judged,
    proven,
    standing,
    stands,
)
from tests.web.workplace import (
    MOMENT,
    a_region,
    a_unit,
    an_assessment,
    an_entry,
    appointed,
    signed_in,
)

pytestmark = pytest.mark.django_db


def all_read_again(claim: Claim) -> None:
    """Every verdict of the assessment is drawn."""
    set_second_share(claim.entry.assessment, 100, by=SYSTEM, at=MOMENT)


def taken(person: Person) -> Turn | None:
    """What they are given next."""
    return take_next(an_assessment(), standing(person), QueueWanted(), at=MOMENT)


def reads(person: Person, level: int) -> Verdict:
    """They take the next claim, a later reading, and give it that level."""
    turn = taken(person)
    assert turn
    claim = Claim.objects.select_related("entry__assessment").get(pk=turn.claim_id)
    return read_again(
        turn.pk,
        claim_id=claim.pk,
        ruling=Ruling(level=level, words="Begitu."),
        seen=seen_of(claim, rests_on(claim)),
        by=person,
        at=MOMENT,
    )


def test_a_second_reading_is_given_to_somebody_else_and_changes_nothing_by_itself() -> None:
    """Where it says the same, it is over."""
    claim, one, other = a_claim(), a_verifier("Satu"), a_verifier("Dua")
    all_read_again(claim)
    first = judged(claim, one)
    assert taken(one) is None
    again = reads(other, 3)
    assert (again.reading, again.about, stands(claim)) == (Reading.SECOND, first, ("accepted", 3))
    assert Turn.objects.filter(waiting=True).count() == 0


def test_where_two_differ_a_third_person_decides() -> None:
    """Neither of the two is given it; the third one's verdict stands."""
    claim = a_claim()
    people = [a_verifier(name) for name in ("Satu", "Dua", "Tiga")]
    all_read_again(claim)
    first = judged(claim, people[0])
    reads(people[1], 0)
    assert [taken(person) for person in people[:2]] == [None, None]
    assert stands(claim) == ("accepted", 3)
    settled = reads(people[2], 1)
    assert (settled.reading, settled.about, stands(claim)) == (
        Reading.THIRD,
        first,
        ("accepted", 1),
    )


def test_who_gave_the_first_verdict_cannot_read_it_again_by_another_way() -> None:
    """Not with the number of the turn either."""
    claim, one = a_claim(), a_verifier()
    all_read_again(claim)
    judged(claim, one)
    turn = Turn.objects.get(reading=Reading.SECOND)
    claim = Claim.objects.select_related("entry__assessment").get(pk=claim.pk)
    with pytest.raises(PragolaError) as refused:
        read_again(
            turn.pk,
            claim_id=claim.pk,
            ruling=Ruling(level=3),
            seen=seen_of(claim, rests_on(claim)),
            by=one,
            at=MOMENT,
        )
    assert refused.value.faults[0].code == "reading_of_own"


def test_the_second_reader_sees_nothing_of_the_first_verdict() -> None:
    """Neither its level nor its reason nor that there is one."""
    claim, one, other = a_claim(), a_verifier("Pembaca Pertama"), a_verifier("Dua")
    all_read_again(claim)
    judged(claim, one, Ruling(level=1, words="Hanya satu kegiatan."))
    assert taken(other)
    page = signed_in(other).get(f"/kerja/klaim/{claim.pk}/meja/").content.decode()
    for hidden in ("Hanya satu kegiatan.", "Pembaca Pertama", "Putusan sebelumnya"):
        assert hidden not in page
    assert re.search(r'name="giliran" value="\d+"', page)


def test_a_second_reading_is_not_offered_to_other_claims() -> None:
    """They rest on the same proof, and wait for a first reading."""
    unit = a_unit()
    evidence, entries = (
        a_link(unit),
        [an_entry(unit, title=title, state=EntryState.UNDER_REVIEW) for title in ("Satu", "Dua")],
    )
    claims = [a_claim(each) for each in entries]
    for claim in claims:
        proven(claim, evidence)
    one, other = a_verifier("Satu"), a_verifier("Dua")
    all_read_again(claims[0])
    judged(claims[0], one)
    turn = Turn.objects.get(reading=Reading.SECOND)
    browser, path = signed_in(other), f"/kerja/klaim/{claims[0].pk}/meja/"
    page = browser.get(path).content.decode()
    assert ('name="giliran"' in page, 'name="serupa"' in page) == (True, False)
    seen = re.search(r'name="seen" value="([^"]+)"', page)
    assert seen
    told = {"giliran": turn.pk, "seen": seen[1], "level": "3", "putusan": "terima", "serupa": "1"}
    answer = browser.post(f"/kerja/klaim/{claims[0].pk}/putusan/", told)
    assert (answer.status_code, "bukti-sama" in answer["Location"]) == (302, False)


def test_agreement_is_told_by_indicator_and_by_verifier() -> None:
    """With the kappa, and that data are few."""
    one, other = a_verifier("Satu"), a_verifier("Dua")
    for number, level in enumerate((3, 3, 0, 0)):
        claim = a_claim(an_entry(title=f"{number}", state=EntryState.UNDER_REVIEW))
        all_read_again(claim)
        judged(claim, one, Ruling(level=3 if number < 3 else 0, words="x"))
        reads(other, level)
    found = agreements_of(an_assessment(), Language.INDONESIAN)
    told = [(e.name, e.cases, e.same, e.kappa, e.few) for e in (found.whole, *found.verifiers)]
    assert told == [
        ("", 4, 3, "0,50", True),
        ("Dua", 4, 3, "0,50", True),
        ("Satu", 4, 3, "0,50", True),
    ]
    assert [each.name for each in found.indicators] == ["SID-05 · Bimtek inovasi"]
    assert (found.to_read_again, found.to_settle) == (0, 1)


def some_cases() -> None:
    """Ten claims on one indicator, of which seven were returned, in two units."""
    verifier = a_verifier()
    for number in range(10):
        unit = a_unit(f"Unit {number % 2}") if number < 2 else None
        claim = a_claim(an_entry(unit, title=f"{number}", state=EntryState.UNDER_REVIEW))
        judged(claim, verifier, RETURNING if number < 7 else None)


def test_lessons_say_how_often_mostly_why_and_how_sure() -> None:
    """By indicator; the planner gets the chance with its cases."""
    some_cases()
    (rate,) = lessons_of(an_assessment(), Q(), Language.INDONESIAN).indicators
    told = (rate.number, rate.accepted, rate.returned, rate.low, rate.high, rate.mostly, rate.few)
    assert told == (10, 3, 7, 11, 60, "Belum ada buktinya.", False)
    chance = Chance(accepted=Fraction(7, 22), of=3, cases=10, interval=wilson(3, 10))
    assert chances_of_acceptance(an_assessment()) == {INDICATOR: chance}


def test_a_planner_is_told_no_chance_that_rests_on_few_cases(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """Nine are too few; what was taken back is no case."""
    some_cases()
    last, assessment = Verdict.objects.latest("pk"), an_assessment()
    withdraw_verdict(last, by=Person.objects.get(), at=MOMENT)
    with django_assert_num_queries(1):
        assert chances_of_acceptance(assessment) == {}


def test_a_coach_reads_what_verdicts_teach_of_their_own_units() -> None:
    """And nothing of others."""
    unit = a_unit("Unit Dampingan")
    verifier = a_verifier()
    judged(a_claim(an_entry(unit, state=EntryState.UNDER_REVIEW)), verifier, RETURNING)
    other = an_entry(a_unit("Unit Lain"), title="Lain", state=EntryState.UNDER_REVIEW)
    judged(a_claim(other), verifier)
    browser = signed_in(appointed(Role.COACH, unit))
    page = browser.get(f"/kerja/penilaian/{an_assessment().pk}/pelajaran/").content.decode()
    assert "Unit Dampingan" in page
    assert "Unit Lain" not in page
    assert page.lower().count("data masih sedikit") == 1


def posted(browser_of: Person, **told: str) -> int:
    """The settings, sent by that person."""
    named: Mapping[str, str] = {name.replace("__", "."): text for name, text in told.items()}
    path = f"/kerja/penilaian/{an_assessment().pk}/meja/pengaturan/"
    return signed_in(browser_of).post(path, named).status_code


def test_the_coordinator_sets_the_share_and_the_reasons() -> None:
    """One a line; what is left out is retired and kept; a share of 101 is refused."""
    coordinator = appointed(Role.COORDINATOR, a_region())
    region = a_region()
    refused = posted(coordinator, bagian="101")
    done = [
        posted(coordinator, bagian="10", **{"alasan__SID-05": "Foto buram.\n\nTanpa tanggal."}),
        posted(coordinator, bagian="10", **{"alasan__SID-05": "Tanpa tanggal."}),
        posted(a_verifier(), bagian="5"),
    ]
    assert (refused, done) == (422, [302, 302, 403])
    assert reasons_for(region, "SID-05")[:2] == ("Tanpa tanggal.", "Belum ada buktinya.")
    assert StandardReason.objects.exclude(retired_at=None).count() == 2
    assert an_assessment().bench.second_share == 10


@pytest.mark.parametrize("written", ["banyak", "-1", "9" * 400])
def test_a_share_that_is_no_number_is_told_as_it_was_written(written: str) -> None:
    """And not as a number that nobody wrote."""
    path = f"/kerja/penilaian/{an_assessment().pk}/meja/pengaturan/"
    client = signed_in(appointed(Role.COORDINATOR, a_region()))
    page = client.post(path, {"bagian": written}).content.decode()
    assert f"“{shorten(written)}” bukan bagian dari seratus." in page


def test_a_blind_reader_sees_nothing_of_other_claims_on_the_same_evidence() -> None:
    """What was said of them would tell what was said of this one; none is offered either."""
    unit = a_unit()
    evidence = a_link(unit)
    claims = [
        a_claim(an_entry(unit, title=title, state=EntryState.UNDER_REVIEW))
        for title in ("Dibaca", "Sudah diputus", "Menunggu")
    ]
    for claim in claims:
        proven(claim, evidence)
    all_read_again(claims[0])
    one, other = a_verifier("Satu"), a_verifier("Dua")
    for claim in claims[:2]:
        judged(claim, one)
    found = []
    for reader in (one, other):
        page = signed_in(reader).get(f"/kerja/klaim/{claims[0].pk}/meja/").content.decode()
        found.append([text in page for text in ("Sudah diputus", "memakai bukti yang sama")])
    assert found == [[True, True], [False, False]]


def test_a_reading_falls_away_when_its_verdict_does_not_stand_any_more() -> None:
    """What changed is judged anew first."""
    claim = a_claim()
    all_read_again(claim)
    judged(claim, a_verifier())
    Claim.objects.update(judged="open_again", accepted_level=None)
    fill_queue(claim.entry.assessment, at=MOMENT)
    waiting = list(Turn.objects.filter(waiting=True).values_list("reading", flat=True))
    assert waiting == [Reading.FIRST]
