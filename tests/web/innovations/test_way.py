"""No path leads to a verified entry whose content its head has not approved."""

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

from pragola.scoring.faults import PragolaError
from pragola.web.innovations.actions.fields import save_field
from pragola.web.innovations.actions.moves import make_move
from pragola.web.innovations.models import Entry, EntryState, FieldValue, Move, MoveMade
from pragola.web.regions.models import Role
from pragola.web.shared.audit import Author
from tests.web.workplace import MOMENT, a_person, an_entry

SEEN = {
    EntryState.APPROVED,
    EntryState.UNDER_REVIEW,
    EntryState.VERIFIED,
    EntryState.CLOSED,
    EntryState.REJECTED,
}


class Wanderer(RuleBasedStateMachine):
    """Anybody tries any move and any change of content, in any order."""

    def __init__(self) -> None:
        """A new entry with people who never tire."""
        super().__init__()
        self.entry = an_entry(title=f"Inovasi {Entry.objects.count()}")
        self.people = {role: a_person(str(role.label)) for role in Role}
        self.at = MOMENT

    @rule(move=st.sampled_from(Move), role=st.sampled_from(Role), times=st.integers(1, 2))
    def move(self, move: Move, role: Role, times: int) -> None:
        """Make a move, now and then twice."""
        self.at += timedelta(minutes=1)
        for _ in range(times):
            try:
                make_move(
                    self.entry.pk,
                    move,
                    role=role,
                    by=self.people[role],
                    note="Menurut surat.",
                    reasons={"nama": "Judulnya umum."},
                    at=self.at,
                )
            except PragolaError:
                return

    @rule(value=st.sampled_from(["Satu", "Dua"]))
    def change(self, value: str) -> None:
        """Change the content, based on what stands there."""
        self.at += timedelta(minutes=1)
        row = FieldValue.objects.filter(entry=self.entry, field="nama").first()
        try:
            save_field(
                self.entry.pk,
                "nama",
                value,
                revision=row.revision if row else 0,
                by=Author(self.people[Role.OPERATOR], Role.OPERATOR),
                at=self.at,
            )
        except PragolaError:
            return

    @invariant()
    def what_a_verifier_has_was_approved_as_it_is(self) -> None:
        """The head's approval came after the last change of content."""
        state = Entry.objects.get(pk=self.entry.pk).state
        if state not in SEEN:
            return
        approved = MoveMade.objects.filter(entry=self.entry, move=Move.APPROVE).first()
        row = FieldValue.objects.filter(entry=self.entry, field="nama").first()
        assert approved
        assert approved.acting_as == Role.HEAD
        assert row is None or row.saved_at < approved.made_at

    @invariant()
    def the_moves_made_are_one_chain_from_draft_to_the_state(self) -> None:
        """Each begins where the one before ended."""
        made = list(self.entry.moves.order_by("id").values_list("source", "target"))
        states = [EntryState.DRAFT, *(target for _source, target in made)]
        assert [source for source, _target in made] == states[:-1]
        assert Entry.objects.get(pk=self.entry.pk).state == states[-1]


class TestWandering(TestCase):
    """Random walks over the table."""

    def test_no_path_goes_around_the_head(self) -> None:
        """Twenty-five walks of thirty steps."""
        run_state_machine_as_test(
            Wanderer,
            settings=settings(
                max_examples=25,
                stateful_step_count=30,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
