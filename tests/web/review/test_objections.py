"""A unit objects to a verdict once; somebody else answers once, and that is final."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.db.models import Q
from django.test import Client
from django.utils.timezone import now
from pytest_django import DjangoAssertNumQueries

from pragola.scoring.answers import Claim as Claimed
from pragola.scoring.faults import PragolaError
from pragola.web.evidence.models import Use
from pragola.web.innovations.actions.claims import save_claim
from pragola.web.innovations.actions.moves import make_move
from pragola.web.innovations.models import Claim, Deadline, Door, Entry, EntryState, Move
from pragola.web.regions.models import Person, Role
from pragola.web.review.actions.judging import Ruling, withdraw_verdict
from pragola.web.review.actions.objecting import object_to_verdict
from pragola.web.review.actions.queue import fill_queue, take_next
from pragola.web.review.actions.reading_again import read_again
from pragola.web.review.actions.settling import set_second_share
from pragola.web.review.models import Objection, Reading, Turn, Verdict
from pragola.web.review.queries.lessons import lessons_of
from pragola.web.review.queries.mails import mails_of_objections
from pragola.web.review.queries.objections import ObjectionState, objection_lines
from pragola.web.review.queries.queue import QueueWanted
from pragola.web.review.queries.resting import rests_on
from pragola.web.review.queries.standing import seen_of
from pragola.web.review.queries.undoing import undoable
from pragola.web.shared.audit import SYSTEM, Author, changes_of
from pragola.wording import Language
from tests.web.review.reviewing import (
    INDICATOR,
    RETURNING,
    a_claim,
    a_verifier,
    judged,
    proven,
    standing,
    stands,
)
from tests.web.workplace import (
    MOMENT,
    a_region,
    an_assessment,
    an_entry,
    appointed,
    signed_in,
)

pytestmark = pytest.mark.django_db
S = EntryState


def plain(html: str) -> str:
    """The text of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def objects(verdict: Verdict, *, use: Use | None = None, reason: str = "Ada di hal. 3.") -> None:
    """The unit objects."""
    unit = verdict.claim.entry.innovation.unit
    by = Author(appointed(Role.OPERATOR, unit), Role.OPERATOR)
    object_to_verdict(verdict, reason=reason, use=use, by=by, at=MOMENT)


def answers(
    person: Person, level: int, words: str = "Sudah dilihat lagi.", *, at: datetime = MOMENT
) -> Verdict:
    """They are given the objection and answer it."""
    turn = take_next(an_assessment(), standing(person), QueueWanted(), at=at)
    assert turn
    claim = Claim.objects.select_related("entry__assessment").get(pk=turn.claim_id)
    return read_again(
        turn.pk,
        claim_id=claim.pk,
        ruling=Ruling(level=level, words=words),
        seen=seen_of(claim, rests_on(claim)),
        by=person,
        at=at,
    )


def refused(deed: Callable[[], object]) -> str:
    """By which fault it is refused."""
    with pytest.raises(PragolaError) as error:
        deed()
    return error.value.faults[0].code


def states() -> list[tuple[ObjectionState, str]]:
    """How far each objection is, and the reason of its answer."""
    lines = objection_lines(Objection.objects.all(), Language.INDONESIAN)
    return [(line.state, line.answer.reason if line.answer else "") for line in lines]


def test_an_objection_is_answered_by_somebody_else_and_the_answer_stands() -> None:
    """Not by who judged; its verdict is a row of its own, and all of it is in the log."""
    claim, one, other = a_claim(), a_verifier("Satu"), a_verifier("Dua")
    first = judged(claim, one, RETURNING)
    objects(first)
    assert (states(), stands(claim)) == ([(ObjectionState.WAITING, "")], ("returned", 0))
    assert take_next(an_assessment(), standing(one), QueueWanted(), at=MOMENT) is None
    answer = answers(other, 3)
    assert (answer.reading, answer.about, stands(claim)) == (Reading.ANSWER, first, ("accepted", 3))
    assert states() == [(ObjectionState.CHANGED, "Sudah dilihat lagi.")]
    deeds = changes_of(claim.entry).order_by("id").values_list("deed", flat=True)
    assert list(deeds) == ["claim_judged", "verdict_objected", "claim_judged"]


def test_a_verdict_can_be_upheld() -> None:
    """With a reason, and never made worse."""
    claim = a_claim()
    objects(judged(claim, a_verifier("Satu"), Ruling(level=2, words="Baru dua.")))
    other = a_verifier("Dua")
    assert refused(lambda: answers(other, 1)) == "answer_below_verdict"
    assert refused(lambda: answers(other, 2, words=" ")) == "answer_without_reason"
    answers(other, 2)
    assert (states(), stands(claim)) == (
        [(ObjectionState.UPHELD, "Sudah dilihat lagi.")],
        ("accepted", 2),
    )


def test_the_answer_is_final_until_the_unit_changes_its_claim() -> None:
    """Neither judged nor objected to again; once it is changed it is judged as ever."""
    claim, one, other = a_claim(), a_verifier("Satu"), a_verifier("Dua")
    first = judged(claim, one, RETURNING)
    objects(first)
    answer = answers(other, 0)
    assert [
        refused(lambda: judged(claim, one)),
        refused(lambda: objects(answer)),
        refused(lambda: objects(first)),
    ] == ["verdict_final", "verdict_final", "objected_once"]
    Claim.objects.update(judged="open_again", accepted_level=None, level=2)
    again = judged(claim, one, RETURNING)
    objects(again)
    assert states() == [
        (ObjectionState.WAITING, ""),
        (ObjectionState.UPHELD, "Sudah dilihat lagi."),
    ]


def test_while_an_objection_waits_nothing_else_is_said_of_the_claim() -> None:
    """The verdict is neither taken back nor given anew; a second reading falls away."""
    claim, one = a_claim(), a_verifier("Satu")
    set_second_share(claim.entry.assessment, 100, by=SYSTEM, at=MOMENT)
    first = judged(claim, one, RETURNING)
    objects(first)
    assert list(Turn.objects.filter(waiting=True).values_list("reading", flat=True)) == [4]
    assert [
        refused(lambda: withdraw_verdict(first, by=one, at=MOMENT)),
        refused(lambda: judged(claim, a_verifier("Dua"))),
    ] == ["verdict_objected", "verdict_objected"]


def test_there_is_nothing_to_object_to_where_all_is_accepted_or_nothing_stands() -> None:
    """Nor without a reason, nor with a proof of another entry."""
    verifier = a_verifier()
    accepted = judged(a_claim(), verifier)
    returned = judged(a_claim(an_entry(title="Dua", state=S.UNDER_REVIEW)), verifier, RETURNING)
    elsewhere = a_claim(an_entry(title="Tiga", state=S.UNDER_REVIEW))
    proven(elsewhere)
    gone = judged(elsewhere, verifier, RETURNING)
    withdraw_verdict(gone, by=verifier, at=MOMENT)
    assert [
        refused(lambda: objects(accepted)),
        refused(lambda: objects(gone)),
        refused(lambda: objects(returned, reason="  ")),
        refused(lambda: objects(returned, reason=" 123456789 ")),
        refused(lambda: objects(returned, use=Use.objects.get())),
    ] == [
        "objection_to_all",
        "objection_to_nothing",
        "objection_without_reason",
        "objection_too_short",
        "objection_proof_elsewhere",
    ]


def test_an_objection_comes_and_is_answered_before_the_door_of_the_review_closes() -> None:
    """The days of the calendar hold for both."""
    claim, other = a_claim(), a_verifier("Dua")
    first = judged(claim, a_verifier("Satu"), RETURNING)
    deadline = Deadline.objects.create(
        assessment=an_assessment(), door=Door.REVIEW, closes_at=MOMENT - timedelta(days=1)
    )
    assert refused(lambda: objects(first)) == "door_closed"
    deadline.closes_at = MOMENT + timedelta(days=1)
    deadline.save()
    objects(first)
    deadline.closes_at = MOMENT
    deadline.save()
    assert refused(lambda: answers(other, 3)) == "door_closed"


def test_an_entry_is_not_closed_over_an_objection() -> None:
    """Only once it is answered."""
    claim, verifier = a_claim(), a_verifier("Satu")
    first = judged(claim, verifier, RETURNING)
    entry = claim.entry
    by = appointed(Role.COORDINATOR, a_region())

    def moves(move: Move, role: Role) -> Entry:
        return make_move(entry.pk, move, role=role, by=by, reasons={}, at=MOMENT)

    moves(Move.VERIFY, Role.VERIFIER)
    objects(first)
    assert refused(lambda: moves(Move.CLOSE, Role.COORDINATOR)) == "objections_waiting"
    answers(a_verifier("Dua"), 1)
    assert (moves(Move.CLOSE, Role.COORDINATOR).state, stands(claim)) == (
        S.CLOSED,
        ("accepted", 1),
    )
    assert refused(lambda: objects(Verdict.objects.latest("pk"))) == "verdict_final"


def test_who_mends_the_claim_needs_no_answer_any_more() -> None:
    """The objection falls away with the verdict."""
    claim = a_claim()
    objects(judged(claim, a_verifier("Satu"), RETURNING))
    Entry.objects.update(state=S.RETURNED)
    by = Author(appointed(Role.OPERATOR, claim.entry.innovation.unit), Role.OPERATOR)
    save_claim(
        claim.entry_id,
        INDICATOR,
        claim=Claimed(level=2),
        note="",
        revision=claim.revision,
        by=by,
        at=MOMENT,
    )
    assert (states(), stands(claim)) == ([(ObjectionState.MOOT, "")], ("open_again", None))
    assert take_next(an_assessment(), standing(a_verifier("Dua")), QueueWanted(), at=MOMENT) is None


def test_nobody_answers_for_their_own_unit() -> None:
    """The page of objections says that somebody else is needed."""
    claim = a_claim()
    objects(judged(claim, a_verifier("Satu"), RETURNING))
    own = a_verifier("Dua")
    appointed(Role.HEAD, claim.entry.innovation.unit, person=own)
    assert take_next(an_assessment(), standing(own), QueueWanted(), at=MOMENT) is None
    path = f"/kerja/penilaian/{an_assessment().pk}/keberatan/"
    coordinator = signed_in(appointed(Role.COORDINATOR, a_region()))
    before = plain(coordinator.get(path).content.decode())
    a_verifier("Tiga")
    after = plain(coordinator.get(path).content.decode())
    assert ["Belum ada verifikator yang boleh" in page for page in (before, after)] == [True, False]


def test_the_unit_objects_on_a_page_and_reads_the_answer_where_it_works() -> None:
    """On the page of claims, among its verdicts, and on its first page."""
    claim, verifier = a_claim(), a_verifier("Satu")
    proven(claim)
    first = judged(claim, verifier, RETURNING)
    unit = claim.entry.innovation.unit
    head = signed_in(appointed(Role.HEAD, unit))
    review = f"/kerja/entri/{claim.entry_id}/putusan/"
    path = f"/kerja/putusan/{first.pk}/keberatan/"
    assert f'href="{path}"' in head.get(review).content.decode()
    empty = head.post(path, {"alasan": "  "})
    assert (
        empty.status_code,
        "Alasan keberatannya belum ada." in plain(empty.content.decode()),
    ) == (
        422,
        True,
    )
    use = str(Use.objects.get().pk)
    assert head.post(path, {"alasan": "Tertulis di hal. 3.", "bukti": use})["Location"] == review
    assert "Keberatan atas putusan ini sudah diajukan" in plain(head.get(path).content.decode())
    other = a_verifier("Dua")
    bench = plain(signed_in(other).get(f"/kerja/klaim/{claim.pk}/meja/").content.decode())
    assert "Anda menjawab keberatan unit" in bench
    assert "Tertulis di hal. 3." in bench
    answers(other, 3, at=now())
    pages = [review, f"/kerja/entri/{claim.entry_id}/klaim/", "/kerja/"]
    told = [plain(head.get(page).content.decode()) for page in pages]
    assert ["putusan diubah" in page and "Sudah dilihat lagi." in page for page in told] == [
        True
    ] * 3


@pytest.mark.parametrize("chosen", ["999", "9" * 21, "0", "apa"])
def test_an_objection_that_points_at_nothing_is_not_spent(chosen: str) -> None:
    """It is told, with what was written, and can be sent without it."""
    claim = a_claim()
    first = judged(claim, a_verifier(), RETURNING)
    head = signed_in(appointed(Role.HEAD, claim.entry.innovation.unit))
    path = f"/kerja/putusan/{first.pk}/keberatan/"
    told = {"alasan": "Tertulis di hal. 3.", "bukti": chosen}
    refused = head.post(path, told)
    page = refused.content.decode()
    assert (refused.status_code, Objection.objects.count()) == (422, 0)
    assert "Bukti itu tidak dipakai dalam entri ini." in page
    assert ">Tertulis di hal. 3.</textarea>" in page
    assert head.post(path, told | {"bukti": ""}).status_code == 302


def test_the_answer_is_given_on_the_bench() -> None:
    """By the same form; the page of who judged says why it has none."""
    claim, one, other = a_claim(), a_verifier("Satu"), a_verifier("Dua")
    objects(judged(claim, one, RETURNING))
    path = f"/kerja/klaim/{claim.pk}/meja/"
    closed = signed_in(one).get(path).content.decode()
    assert ('id="putusan"' in closed, "Unit berkeberatan atas putusan" in closed) == (False, True)
    browser = signed_in(other)
    page = browser.get(path).content.decode()
    told = dict(re.findall(r'name="(seen|giliran)" value="([^"]+)"', page))
    unclear = browser.post(
        f"/kerja/klaim/{claim.pk}/putusan/", told | {"putusan": "terima", "alasan": "Terbukti."}
    )
    assert "Level yang diterima belum dipilih." in plain(unclear.content.decode())
    answer = browser.post(
        f"/kerja/klaim/{claim.pk}/putusan/",
        told | {"level": "2", "putusan": "terima", "alasan": "Dua kegiatan terbukti."},
    )
    assert (answer.status_code, stands(claim)) == (302, ("accepted", 2))


def test_only_the_unit_objects() -> None:
    """Whoever reads along is refused; who does not, finds nothing."""
    claim = a_claim()
    first = judged(claim, a_verifier("Satu"), RETURNING)
    unit, path = claim.entry.innovation.unit, f"/kerja/putusan/{first.pk}/keberatan/"
    elsewhere = a_claim(an_entry(title="Lain", state=S.UNDER_REVIEW)).entry.innovation.unit
    people = [
        appointed(Role.COACH, unit),
        a_verifier("Dua"),
        appointed(Role.COORDINATOR, a_region()),
        appointed(Role.OPERATOR, elsewhere),
    ]
    found = [signed_in(each).post(path, {"alasan": "x"}).status_code for each in people]
    assert (found, Objection.objects.count()) == ([403, 403, 403, 404], 0)


def test_mails_go_to_who_may_answer_and_then_to_the_unit() -> None:
    """The one who judged is not asked."""
    claim, other = a_claim(), a_verifier("Dua")
    first = judged(claim, a_verifier("Satu"), RETURNING)
    coordinator = appointed(Role.COORDINATOR, a_region())
    objects(first)
    asked = list(mails_of_objections("https://contoh.go.id", MOMENT))
    assert {(mail.person, mail.about) for mail in asked} == {
        (person, f"objection:{Objection.objects.get().pk}") for person in (other, coordinator)
    }
    answer = answers(other, 3)
    (told,) = mails_of_objections("https://contoh.go.id", MOMENT)
    assert (told.about, told.subject) == (
        f"objection-answered:{answer.pk}",
        "Keberatan dijawab: Inovasi Contoh",
    )
    assert f"https://contoh.go.id/kerja/entri/{claim.entry_id}/putusan/" in told.text


def test_the_list_asks_as_often_for_one_as_for_three(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """However many objections there are."""
    one, counts = a_verifier("Satu"), []
    browser: Client = signed_in(appointed(Role.COORDINATOR, a_region()))
    path = f"/kerja/penilaian/{an_assessment().pk}/keberatan/"
    for number in range(3):
        claim = a_claim(an_entry(title=f"{number}", state=S.UNDER_REVIEW))
        objects(judged(claim, one, RETURNING))
        if number != 1:
            with django_assert_num_queries(9) as asked:
                browser.get(path)
            counts.append(len(asked))
    assert counts == [9, 9]


def test_lessons_name_why_a_claim_was_lowered_and_not_why_the_answer_raised_it() -> None:
    """The case is one, as it was settled."""
    claim = a_claim()
    objects(judged(claim, a_verifier("Satu"), Ruling(level=1, words="Baru satu.")))
    answers(a_verifier("Dua"), 2, words="Ada dua.")
    (rate,) = lessons_of(an_assessment(), Q(), Language.INDONESIAN).indicators
    assert (rate.number, rate.accepted, rate.returned, rate.mostly) == (1, 0, 0, "Baru satu.")


def test_the_queue_counts_an_objection_for_who_may_answer_it() -> None:
    """And the verifier's page says so."""
    claim = a_claim()
    objects(judged(claim, a_verifier("Satu"), RETURNING))
    fill_queue(an_assessment(), at=now())
    page = signed_in(a_verifier("Dua")).get(f"/kerja/penilaian/{an_assessment().pk}/meja/")
    assert "Keberatan (1)" in plain(page.content.decode())
    assert claim.turns.filter(waiting=True, reading=Reading.ANSWER).count() == 1


def test_the_database_refuses_to_change_or_remove_an_objection() -> None:
    """Neither while it waits nor when it was answered, whatever a program tries."""
    claim = a_claim()
    objects(judged(claim, a_verifier("Satu"), RETURNING))
    before = list(Objection.objects.values())
    refuses_to_alter_objections()
    answers(a_verifier("Dua"), 3)
    refuses_to_alter_objections()
    assert (list(Objection.objects.values()), stands(claim)) == (before, ("accepted", 3))


def refuses_to_alter_objections() -> None:
    """One by one or all of them."""
    told = "objections are append-only"
    with pytest.raises(DatabaseError, match=told), transaction.atomic():
        Objection.objects.update(reason="Lain.")
    with pytest.raises(DatabaseError, match=told), transaction.atomic():
        Objection.objects.get().delete()


def test_a_verdict_that_would_not_be_taken_back_is_not_offered_for_it() -> None:
    """Neither once another one came after it, nor once its unit objects."""
    claim, first, second = a_claim(), a_verifier("Pertama"), a_verifier("Kedua")
    assessment = claim.entry.assessment

    def offered(person: Person) -> int | None:
        found = undoable(assessment, person, Language.INDONESIAN, MOMENT)
        return found.verdict if found else None

    before = judged(claim, first, RETURNING)
    seen = [offered(first) == before.pk]
    after = judged(claim, second, RETURNING)
    seen += [offered(first) is None, offered(second) == after.pk]
    withdraw_verdict(after, by=second, at=MOMENT)
    seen += [offered(first) == before.pk]
    objects(before)
    assert [*seen, offered(first) is None] == [True] * 5
