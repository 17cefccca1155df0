"""Verdicts on claims: who gives them, what they rest on, and when they are open again."""

from datetime import timedelta
from functools import partial

import pytest
from django.db import DatabaseError, transaction

from pragola.rulebooks import load_edition
from pragola.scoring.answers import Claim as Claimed
from pragola.scoring.faults import PragolaError
from pragola.scoring.results import Side
from pragola.scoring.score import score
from pragola.web.evidence.actions.describing import describe_evidence
from pragola.web.evidence.actions.uses import remove_use, use_evidence
from pragola.web.evidence.models import Use
from pragola.web.innovations.actions.claims import save_claim
from pragola.web.innovations.actions.moves import make_move
from pragola.web.innovations.models import Claim, Entry, EntryState, Move
from pragola.web.innovations.queries.answers import answers_of
from pragola.web.regions.models import Person, Role
from pragola.web.review.actions.judging import Ruling, judge_claim, withdraw_verdict
from pragola.web.review.models import Reading, Turn, Verdict, VerdictKind
from pragola.web.review.queries.resting import (
    Difference,
    differences,
    digest_of,
    indicator_of,
    rests_on,
)
from pragola.web.review.queries.standing import UNDO, latest_verdict
from pragola.web.shared.audit import SYSTEM, changes_of
from tests.web.review.reviewing import (
    INDICATOR,
    RETURNING,
    a_claim,
    a_link,
    a_verifier,
    judged,
    proven,
    stands,
)
from tests.web.workplace import MOMENT, a_person, an_entry

pytestmark = pytest.mark.django_db
S, M, R = EntryState, Move, Role


def code_of(refused: pytest.ExceptionInfo[PragolaError]) -> str:
    """Of the fault that was raised."""
    return refused.value.faults[0].code


def returned_entry(claim: Claim, verifier: Person) -> Entry:
    """The claim's entry after it went back to its unit for that claim."""
    judged(claim, verifier, RETURNING)
    reasons = {claim.indicator: RETURNING.reason}
    return make_move(
        claim.entry_id, M.RETURN, role=R.VERIFIER, by=verifier, reasons=reasons, at=MOMENT
    )


def test_a_verdict_keeps_what_it_rests_on_and_stands_on_its_claim() -> None:
    """With its line in the entry's log."""
    claim, verifier = a_claim(), a_verifier()
    evidence = proven(claim, pages="2-3")
    verdict = judged(claim, verifier, Ruling(level=2, words="Hanya dua perangkat daerah."))
    line = changes_of(claim.entry).get()
    assert stands(claim) == ("accepted", 2)
    assert (verdict.kind, verdict.level, verdict.claimed_level, verdict.reason) == (
        VerdictKind.ACCEPTED,
        2,
        3,
        "Hanya dua perangkat daerah.",
    )
    assert verdict.rests_on == {
        "claim": {"level": 3},
        "proofs": {
            str(evidence.pk): {
                "name": evidence.link,
                "content": evidence.link,
                "pages": "2-3",
            }
        },
    }
    assert (verdict.edition, verdict.edition_hash) == ("2026", load_edition("2026").hash)
    assert (line.deed, line.part, line.actor, line.old, line.new) == (
        "claim_judged",
        INDICATOR,
        verifier,
        {"judged": "", "level": None},
        {"judged": "accepted", "level": 2, "reason": "Hanya dua perangkat daerah."},
    )


@pytest.mark.parametrize(
    ("ruling", "code"),
    [
        (Ruling(level=0), "verdict_without_reason"),
        (Ruling(level=1), "verdict_without_reason"),
        (Ruling(level=4), "verdict_level_unknown"),
        (Ruling(level=-1), "verdict_without_level"),
        (Ruling(level=3), "verdict_above_claim"),
        (Ruling(level=0, words="x" * 2001), "verdict_reason_long"),
    ],
)
def test_a_ruling_that_does_not_fit_changes_nothing(ruling: Ruling, code: str) -> None:
    """No level above the claim, and no less without a reason."""
    claim = a_claim(level=2)
    with pytest.raises(PragolaError) as refused:
        judged(claim, a_verifier(), ruling)
    assert (code_of(refused), stands(claim), Verdict.objects.count()) == (code, ("", None), 0)


@pytest.mark.parametrize("state", sorted(S))
def test_only_what_its_head_approved_is_judged(state: EntryState) -> None:
    """The first verdict begins the review, by the table of moves."""
    entry = an_entry(state=state)
    claim = a_claim(entry)
    try:
        judged(claim, a_verifier())
    except PragolaError as error:
        found = error.faults[0].code
    else:
        entry.refresh_from_db()
        found = entry.state
    expected = S.UNDER_REVIEW if state in (S.APPROVED, S.UNDER_REVIEW) else "claim_not_under_review"
    moves = list(entry.moves.values_list("move", flat=True))
    assert (found, moves) == (expected, [M.BEGIN_REVIEW] if state is S.APPROVED else [])


def test_the_same_claim_is_not_judged_twice_unseen() -> None:
    """Who has not seen the first verdict gives no second one; who has seen it may."""
    claim, one, other = a_claim(), a_verifier(), a_verifier("Verifikator Lain")
    before = f"0-{judged_digest(claim)}"
    judged(claim, one, seen=before)
    with pytest.raises(PragolaError) as refused:
        judged(claim, other, RETURNING, seen=before)
    judged(claim, other, RETURNING)
    assert (code_of(refused), stands(claim), Verdict.objects.count()) == (
        "claim_not_as_seen",
        ("returned", 0),
        2,
    )


def judged_digest(claim: Claim) -> str:
    """What a page says it saw of the claim, without its verdicts."""
    return digest_of(rests_on(claim))


def changed_claim(entry: Entry, revision: int = 1) -> None:
    """The operator claims another level."""
    told = Claimed(level=1)
    save_claim(entry.pk, INDICATOR, claim=told, note="", revision=revision, by=SYSTEM, at=MOMENT)


def test_a_verdict_is_open_again_when_anything_it_rests_on_changes() -> None:
    """The claim, its proofs, their pages; and it is said what changed."""
    found = {}
    verifier = a_verifier()
    for what in ("claim", "pages", "came", "went", "letter", "nothing"):
        claim = a_claim(an_entry(title=what, state=S.UNDER_REVIEW))
        evidence = proven(claim, pages="1")
        entry = returned_entry(claim, verifier)
        unit = entry.innovation.unit
        serve = partial(use_evidence, entry=entry, part=INDICATOR, by=SYSTEM, at=MOMENT)
        if what == "claim":
            changed_claim(entry)
        elif what == "pages":
            serve(evidence, pages="1-2")
        elif what == "came":
            serve(a_link(unit, 99), pages="")
        elif what == "went":
            remove_use(Use.objects.get(evidence=evidence), by=SYSTEM, at=MOMENT)
        elif what == "letter":
            told = {"letter_number": "188/12"}
            describe_evidence(evidence, told, revision=1, by=SYSTEM, at=MOMENT)
        else:
            save_claim(
                entry.pk,
                INDICATOR,
                claim=Claimed(level=3),
                note="",
                revision=1,
                by=SYSTEM,
                at=MOMENT,
            )
        verdict = latest_verdict(claim)
        assert verdict
        claim = Claim.objects.select_related("entry__assessment").get(pk=claim.pk)
        changed = differences(verdict.rests_on, rests_on(claim), indicator_of(claim))
        found[what] = (stands(claim), [each.what for each in changed])
    assert found == {
        "claim": (("open_again", None), ["claim"]),
        "pages": (("open_again", None), ["pages"]),
        "came": (("open_again", None), ["came"]),
        "went": (("open_again", None), ["went"]),
        "letter": (("open_again", None), ["letter"]),
        "nothing": (("returned", 0), []),
    }


def test_another_version_is_told_as_one_and_not_as_two_changes() -> None:
    """By name, old and new."""
    claim = a_claim()
    old = a_link(claim.entry.innovation.unit, 1, title="SK lama")
    proven(claim, old)
    before = rests_on(claim)
    new = a_link(claim.entry.innovation.unit, 2, title="SK baru")
    new.replaces = old
    new.save()
    Use.objects.update(removed_at=MOMENT)
    proven(claim, new)
    assert differences(before, rests_on(claim), indicator_of(claim)) == (
        Difference("replaced", "SK lama", "SK baru"),
    )


def test_a_verdict_just_given_can_be_taken_back_by_whoever_gave_it() -> None:
    """For ten minutes; the claim stands as before and waits again."""
    claim, verifier = a_claim(), a_verifier()
    first = judged(claim, verifier, RETURNING)
    second = judged(claim, verifier, at=MOMENT + timedelta(minutes=1))
    Turn.objects.create(
        assessment=claim.entry.assessment, claim=claim, waiting=False, queued_at=MOMENT
    )
    refused = []
    for verdict, who, at in (
        (first, verifier, MOMENT),
        (second, a_verifier("Lain"), MOMENT),
        (second, verifier, MOMENT + timedelta(minutes=1, seconds=1) + UNDO),
    ):
        with pytest.raises(PragolaError) as told:
            withdraw_verdict(verdict, by=who, at=at)
        refused.append(code_of(told))
    withdraw_verdict(second, by=verifier, at=MOMENT + UNDO)
    assert refused == ["verdict_overtaken", "verdict_overtaken", "verdict_too_old"]
    assert (stands(claim), Turn.objects.get().waiting) == (("returned", 0), True)
    assert latest_verdict(claim) == first
    withdraw_verdict(first, by=verifier, at=MOMENT + UNDO)
    assert (stands(claim), latest_verdict(claim)) == (("", None), None)


def test_the_database_refuses_to_change_or_remove_a_verdict() -> None:
    """Whatever a program tries."""
    judged(a_claim(), a_verifier())
    refused = []
    for deed in (lambda: Verdict.objects.update(level=1), lambda: Verdict.objects.all().delete()):
        try:
            with transaction.atomic():
                deed()
        except DatabaseError:
            refused.append(deed)
    assert (len(refused), Verdict.objects.get().level) == (2, 3)


def test_an_entry_is_verified_once_every_claim_has_its_verdict() -> None:
    """A claim of nothing needs none."""
    entry, verifier = an_entry(state=S.UNDER_REVIEW), a_verifier()
    claims = [a_claim(entry, code) for code in ("SID-01", "SID-02")]
    a_claim(entry, "SID-03", level=0)
    found = []
    for claim in claims:
        with pytest.raises(PragolaError) as refused:
            make_move(entry.pk, M.VERIFY, role=R.VERIFIER, by=verifier, reasons={}, at=MOMENT)
        found.append((code_of(refused), refused.value.faults[0].found))
        judged(claim, verifier)
    made = make_move(entry.pk, M.VERIFY, role=R.VERIFIER, by=verifier, reasons={}, at=MOMENT)
    assert found == [("claims_not_judged", "SID-01, SID-02"), ("claims_not_judged", "SID-02")]
    assert made.state == S.VERIFIED


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["SID-01"], "returned"),
        (["SID-01", "nama"], "returned"),
        (["nama"], "reasons_not_of_verdicts"),
        (["SID-02"], "reasons_not_of_verdicts"),
        (["SID-01", "SID-02"], "reasons_not_of_verdicts"),
    ],
)
def test_an_entry_is_returned_for_what_its_verdicts_return(parts: list[str], expected: str) -> None:
    """No claim more and none less; fields have their own reasons."""
    entry, verifier = an_entry(state=S.UNDER_REVIEW), a_verifier()
    judged(a_claim(entry, "SID-01"), verifier, RETURNING)
    judged(a_claim(entry, "SID-02"), verifier)
    reasons = dict.fromkeys(parts, "Belum ada buktinya.")
    try:
        made = make_move(
            entry.pk, M.RETURN, role=R.VERIFIER, by=verifier, reasons=reasons, at=MOMENT
        )
        found: str = made.state
    except PragolaError as error:
        found = error.faults[0].code
    assert found == expected


def test_a_verdict_feeds_the_verified_score_at_once() -> None:
    """And the claimed one stays."""
    claim, verifier = a_claim(level=3), a_verifier()
    edition = load_edition("2026")
    weight = indicator_of(claim).weight.value

    def scores() -> tuple[object, object]:
        told = answers_of(claim.entry.assessment)
        return (
            score(edition, told, side=Side.CLAIMED).sid_sum,
            score(edition, told, side=Side.VERIFIED).sid_sum,
        )

    found = [scores()]
    judged(claim, verifier, Ruling(level=1, words="Baru satu."))
    found.append(scores())
    judged(claim, verifier, RETURNING)
    found.append(scores())
    assert found == [(weight * 3, weight * 3), (weight * 3, weight), (weight * 3, 0)]


def test_a_stranger_of_the_claim_is_not_found_by_its_number() -> None:
    """Judging by a number that is no claim's is an error of the caller."""
    with pytest.raises(Entry.DoesNotExist):
        judge_claim(0, Ruling(level=1), seen="", by=a_person(), at=MOMENT)


def test_readings_have_their_words() -> None:
    """They are shown to people."""
    assert [str(each.label) for each in Reading] == [
        "Pembacaan pertama",
        "Pembacaan kedua",
        "Pembacaan ketiga",
        "Jawaban keberatan",
    ]
