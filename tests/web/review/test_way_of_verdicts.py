"""No verdict survives a changed claim, nothing is verified around its head, history replays."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from pragola.scoring.answers import Claim as Claimed
from pragola.scoring.faults import PragolaError
from pragola.web.evidence.actions.uses import remove_use, use_evidence
from pragola.web.evidence.models import Use
from pragola.web.innovations.actions.claims import save_claim
from pragola.web.innovations.actions.moves import make_move
from pragola.web.innovations.models import (
    STANDING,
    Claim,
    Entry,
    EntryState,
    Judged,
    Move,
    MoveMade,
)
from pragola.web.regions.models import Role
from pragola.web.review.actions.judging import Ruling, withdraw_verdict
from pragola.web.review.actions.objecting import object_to_verdict
from pragola.web.review.actions.reading_again import read_again
from pragola.web.review.actions.settling import set_second_share
from pragola.web.review.models import Objection, Reading, Turn, Verdict
from pragola.web.review.queries.resting import Resting, digest_of, rests_on
from pragola.web.review.queries.standing import latest_verdict, seen_of
from pragola.web.shared.audit import SYSTEM, Author, changes_of
from tests.web.review.reviewing import INDICATOR, a_link, judged
from tests.web.workplace import MOMENT, a_person, an_entry

_REVIEWED = {EntryState.APPROVED, EntryState.UNDER_REVIEW, EntryState.VERIFIED, EntryState.CLOSED}

_LEADING_ON = (
    (Move.UNDO_REJECT, Role.COORDINATOR),
    (Move.OPEN_AGAIN, Role.COORDINATOR),
    (Move.REVIEW_AGAIN, Role.VERIFIER),
    (Move.SUBMIT, Role.OPERATOR),
    (Move.APPROVE, Role.HEAD),
)


class Wanderer(RuleBasedStateMachine):
    """Anybody tries any move, change and verdict, in any order."""

    def __init__(self) -> None:
        """An entry with a claim and two pieces of evidence at hand."""
        super().__init__()
        self.entry = an_entry(title=f"Inovasi {Entry.objects.count()}")
        self.people = {role: a_person(str(role.label)) for role in Role}
        self.verifiers = [self.people[Role.VERIFIER], a_person("Dua"), a_person("Tiga")]
        self.evidence = [a_link(self.entry.innovation.unit, number) for number in range(2)]
        self.at = MOMENT
        self.approved: Resting | None = None
        self.change(2)

    def tried(self, deed: Callable[[], object]) -> None:
        """Do it a minute later, as far as it is allowed."""
        self.at += timedelta(minutes=1)
        try:
            deed()
        except PragolaError:
            return

    def claim(self) -> Claim:
        """The claim as it stands."""
        return Claim.objects.select_related("entry__assessment").get(
            entry=self.entry, indicator=INDICATOR
        )

    @rule(move=st.sampled_from(Move), role=st.sampled_from(Role))
    def move(self, move: Move, role: Role) -> None:
        """Make a move; one that returns names what verdicts returned."""
        returned = self.claim().judged == Judged.RETURNED
        reasons = {"nama": "Judulnya umum."} | ({INDICATOR: "Buram."} if returned else {})
        self.tried(
            lambda: make_move(
                self.entry.pk,
                move,
                role=role,
                by=self.people[role],
                note="Menurut surat.",
                reasons=reasons,
                at=self.at,
            )
        )
        if move is Move.APPROVE and Entry.objects.get(pk=self.entry.pk).state == "approved":
            self.approved = rests_on(self.claim())

    @rule(level=st.integers(0, 1))
    def go_round(self, level: int) -> None:
        """All the way to a verdict and what follows from it, so that walks come far."""
        for move, role in _LEADING_ON:
            self.move(move, role)
        self.judge(level)
        self.move(Move.VERIFY if level else Move.RETURN, Role.VERIFIER)

    @rule(deed=st.sampled_from(["change", "prove", "take_off"]), number=st.integers(0, 1))
    def go_round_and_change(self, deed: str, number: int) -> None:
        """What came back is changed at once: the moment that matters most."""
        self.prove(number, "")
        self.go_round(0)
        if deed == "change":
            self.change(number + 1)
        elif deed == "prove":
            self.prove(1 - number, "1")
        else:
            self.take_off(number)

    @rule(level=st.integers(1, 3))
    def change(self, level: int) -> None:
        """The operator claims another level."""
        by = Author(self.people[Role.OPERATOR], Role.OPERATOR)
        row = Claim.objects.filter(entry=self.entry, indicator=INDICATOR).first()
        self.tried(
            lambda: save_claim(
                self.entry.pk,
                INDICATOR,
                claim=Claimed(level=level),
                note="",
                revision=row.revision if row else 0,
                by=by,
                at=self.at,
            )
        )

    @rule(number=st.integers(0, 1), pages=st.sampled_from(["", "1"]))
    def prove(self, number: int, pages: str) -> None:
        """The operator lets evidence serve the claim, or other pages of it."""
        by = Author(self.people[Role.OPERATOR], Role.OPERATOR)
        found = self.evidence[number]
        self.tried(
            lambda: use_evidence(
                found, entry=self.entry, part=INDICATOR, pages=pages, by=by, at=self.at
            )
        )

    @rule(number=st.integers(0, 1))
    def take_off(self, number: int) -> None:
        """The operator takes evidence off."""
        use = Use.objects.filter(
            entry=self.entry, evidence=self.evidence[number], removed_at=None
        ).first()
        if use:
            by = Author(self.people[Role.OPERATOR], Role.OPERATOR)
            self.tried(lambda: remove_use(use, by=by, at=self.at))

    @rule(level=st.integers(0, 3), who=st.integers(0, 2))
    def judge(self, level: int, who: int = 0) -> None:
        """A verifier gives a verdict."""
        ruling = Ruling(level=level, words="Karena begitu.")
        self.tried(lambda: judged(self.claim(), self.verifiers[who], ruling, at=self.at))

    @rule(who=st.integers(0, 2))
    def withdraw(self, who: int) -> None:
        """A verifier takes the last one back."""
        last = latest_verdict(self.claim())
        if last:
            self.tried(lambda: withdraw_verdict(last, by=self.verifiers[who], at=self.at))

    @rule(share=st.sampled_from([0, 100]))
    def read_twice(self, share: int) -> None:
        """The coordinator lets all verdicts be read again, or none."""
        set_second_share(self.entry.assessment, share, by=SYSTEM, at=self.at)

    @rule(level=st.integers(0, 3), who=st.integers(0, 2))
    def read_again(self, level: int, who: int) -> None:
        """A verifier reads what waits for a later reading, or answers an objection."""
        claim = self.claim()
        turn = Turn.objects.filter(claim=claim, reading__gt=Reading.FIRST, waiting=True).last()
        if turn:
            self.tried(
                lambda: read_again(
                    turn.pk,
                    claim_id=claim.pk,
                    ruling=Ruling(level=level, words="Sudah dibaca."),
                    seen=seen_of(claim, rests_on(claim)),
                    by=self.verifiers[who],
                    at=self.at,
                )
            )

    @rule()
    def object(self) -> None:
        """The unit objects to what was said last."""
        last = latest_verdict(self.claim())
        by = Author(self.people[Role.HEAD], Role.HEAD)
        if last:
            self.tried(
                lambda: object_to_verdict(
                    last, reason="Ada di hal. 3.", use=None, by=by, at=self.at
                )
            )

    @rule(level=st.integers(0, 2), way=st.sampled_from(["answer", "change", "close"]))
    def dispute(self, level: int, way: str) -> None:
        """All the way to an objection, and what follows from it."""
        self.go_round(0)
        self.object()
        if way == "answer":
            self.read_again(level, 1)
        elif way == "change":
            self.change(level + 1)
        else:
            self.move(Move.VERIFY, Role.VERIFIER)
            self.move(Move.CLOSE, Role.COORDINATOR)

    @invariant()
    def no_verdict_stands_on_anything_else_than_what_was_judged(self) -> None:
        """What a standing verdict rests on is what is there."""
        claim = self.claim()
        if claim.judged in STANDING:
            verdict = latest_verdict(claim)
            assert verdict
            assert digest_of(verdict.rests_on) == digest_of(rests_on(claim))
            assert claim.accepted_level == verdict.level

    @invariant()
    def what_is_reviewed_is_what_its_head_approved(self) -> None:
        """Claim and proofs alike, and the head's own move lies before."""
        state = Entry.objects.get(pk=self.entry.pk).state
        if state in _REVIEWED:
            made = MoveMade.objects.filter(entry=self.entry, move=Move.APPROVE).first()
            assert made
            assert made.acting_as == Role.HEAD
            assert rests_on(self.claim()) == self.approved

    @invariant()
    def what_is_verified_has_its_verdict(self) -> None:
        """And whoever finds it so has not to look further."""
        if Entry.objects.get(pk=self.entry.pk).state in (EntryState.VERIFIED, EntryState.CLOSED):
            assert self.claim().judged in STANDING

    @invariant()
    def the_log_replays_to_how_the_claim_stands(self) -> None:
        """Each line begins where the one before ended; the last ends where the claim stands."""
        deeds = ("claim_judged", "verdict_opened", "verdict_withdrawn")
        stood: tuple[object, object] = ("", None)
        for line in changes_of(self.entry).filter(deed__in=deeds).order_by("id"):
            old, new = line.old, line.new
            assert isinstance(old, Mapping)
            assert isinstance(new, Mapping)
            assert (old["judged"], old["level"]) == stood
            stood = (new["judged"], new.get("level"))
        claim = self.claim()
        assert stood == (claim.judged, claim.accepted_level)

    @invariant()
    def the_moves_replay_to_the_state_of_the_entry(self) -> None:
        """Each begins where the one before ended."""
        stood = str(EntryState.DRAFT)
        for made in MoveMade.objects.filter(entry=self.entry).order_by("id"):
            assert made.source == stood
            stood = made.target
        assert stood == Entry.objects.get(pk=self.entry.pk).state

    @invariant()
    def nothing_is_taken_from_the_verdicts(self) -> None:
        """Their number is that of the deeds."""
        given = ("claim_judged", "claim_read_again", "verdict_withdrawn")
        deeds = changes_of(self.entry).filter(deed__in=given)
        assert Verdict.objects.filter(claim__entry=self.entry).count() == deeds.count()

    @invariant()
    def a_claim_is_objected_to_as_long_as_the_answer_is_waited_for(self) -> None:
        """Neither longer nor shorter, and never in a closed entry."""
        claim = self.claim()
        last = latest_verdict(claim)
        waits = (
            claim.judged in STANDING
            and last is not None
            and Objection.objects.filter(verdict=last).exists()
        )
        assert claim.objected == waits
        assert not (waits and Entry.objects.get(pk=self.entry.pk).state == EntryState.CLOSED)

    @invariant()
    def an_answer_comes_from_somebody_else_and_is_final(self) -> None:
        """Who answers has said nothing before; after it comes something only once it was opened."""
        before: set[int | None] = set()
        answered = False
        for each in Verdict.objects.filter(claim__entry=self.entry).order_by("id"):
            if answered and each.reading != Reading.SECOND:
                assert each.was == Judged.OPEN_AGAIN
            if each.reading == Reading.ANSWER:
                assert each.judged_by_id not in before
                assert each.about
                assert (each.level or 0) >= (each.about.level or 0)
            before.add(each.judged_by_id)
            answered = each.reading == Reading.ANSWER


class TestWandering(TestCase):
    """Random walks over moves, changes and verdicts."""

    def test_no_verdict_survives_a_change_and_no_path_goes_around_the_head(self) -> None:
        """Sixty walks of thirty steps; a round counts as one."""
        run_state_machine_as_test(
            Wanderer,
            settings=settings(
                max_examples=60,
                stateful_step_count=30,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
