"""The way of an entry: who may make which move from where, until when, and what it leaves."""

import re
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from pragola.scoring.answers import Status
from pragola.scoring.faults import PragolaError
from pragola.web import innovations
from pragola.web.innovations.actions.calendar import give_grace, set_deadline
from pragola.web.innovations.actions.claims import save_claim
from pragola.web.innovations.actions.fields import save_field
from pragola.web.innovations.actions.moves import make_move
from pragola.web.innovations.models import Door, Entry, EntryState, Move, MoveMade
from pragola.web.innovations.queries.answers import answers_of
from pragola.web.regions.models import Person, Role
from pragola.web.shared.audit import SYSTEM, changes_of
from pragola.wording import Language, say
from tests.web.workplace import (
    MOMENT,
    a_person,
    a_region,
    a_returned_claim,
    a_unit,
    an_entry,
    appointed,
)

pytestmark = pytest.mark.django_db

CLOSING = datetime(2026, 8, 15, 9, 0, tzinfo=UTC)
"""16.00 WIB."""
SECOND = timedelta(seconds=1)
INDICATOR = "SID-17"
S, M, R = EntryState, Move, Role


def outcome(
    entry: Entry,
    move: Move,
    *,
    role: Role,
    by: Person,
    at: datetime = MOMENT,
    reasons: dict[str, str] | None = None,
    note: str = "Menurut surat kementerian.",
) -> str:
    """The state after a move, or the code of what refused it."""
    of_verdicts = move is M.RETURN
    given = {"nama" if of_verdicts else INDICATOR: "Buram."} if reasons is None else reasons
    try:
        done = make_move(entry.pk, move, role=role, by=by, note=note, reasons=given, at=at)
        return done.state
    except PragolaError as error:
        return error.faults[0].code


def test_every_move_from_every_state_by_every_role() -> None:
    """All 768 combinations: these are possible, no other."""
    unit, by, possible = a_unit(), a_person(), set()
    entry = an_entry(unit)
    for state in EntryState:
        for move in Move:
            for role in Role:
                Entry.objects.filter(pk=entry.pk).update(state=state)
                MoveMade.objects.filter(entry=entry).update(made_by=a_person())
                found = outcome(entry, move, role=role, by=by)
                if found in EntryState:
                    possible.add((state, role, move, EntryState(found)))
    assert possible == {
        (S.DRAFT, R.OPERATOR, M.SUBMIT, S.SUBMITTED),
        (S.RETURNED, R.OPERATOR, M.SUBMIT, S.SUBMITTED),
        (S.SUBMITTED, R.OPERATOR, M.TAKE_BACK, S.DRAFT),
        (S.SUBMITTED, R.HEAD, M.SEND_BACK, S.RETURNED),
        (S.SUBMITTED, R.HEAD, M.APPROVE, S.APPROVED),
        (S.APPROVED, R.VERIFIER, M.BEGIN_REVIEW, S.UNDER_REVIEW),
        (S.UNDER_REVIEW, R.VERIFIER, M.RETURN, S.RETURNED),
        (S.UNDER_REVIEW, R.VERIFIER, M.VERIFY, S.VERIFIED),
        (S.VERIFIED, R.VERIFIER, M.REVIEW_AGAIN, S.UNDER_REVIEW),
        (S.VERIFIED, R.COORDINATOR, M.REVIEW_AGAIN, S.UNDER_REVIEW),
        (S.VERIFIED, R.COORDINATOR, M.CLOSE, S.CLOSED),
        (S.CLOSED, R.COORDINATOR, M.OPEN_AGAIN, S.VERIFIED),
        (S.CLOSED, R.COORDINATOR, M.REJECT, S.REJECTED),
        (S.REJECTED, R.COORDINATOR, M.UNDO_REJECT, S.CLOSED),
    }


@pytest.mark.parametrize(
    ("state", "role", "move", "door"),
    [
        (S.DRAFT, R.OPERATOR, M.SUBMIT, Door.SUBMIT),
        (S.RETURNED, R.OPERATOR, M.SUBMIT, Door.REVISE),
        (S.SUBMITTED, R.OPERATOR, M.TAKE_BACK, Door.SUBMIT),
        (S.SUBMITTED, R.HEAD, M.APPROVE, Door.APPROVE),
        (S.APPROVED, R.VERIFIER, M.BEGIN_REVIEW, Door.REVIEW),
        (S.UNDER_REVIEW, R.VERIFIER, M.VERIFY, Door.REVIEW),
    ],
)
def test_a_door_closes_at_its_second_and_grace_opens_it_for_one_unit(
    state: EntryState, role: Role, move: Move, door: Door
) -> None:
    """One second before it is open, at it closed; only this door closes this move."""
    unit, by = a_unit(), a_person()
    assessment = an_entry(unit).assessment
    set_deadline(assessment, door, closes_at=CLOSING, by=SYSTEM, at=MOMENT)
    others = [each for each in Door if each is not door]
    for each in others:
        set_deadline(assessment, each, closes_at=MOMENT, by=SYSTEM, at=MOMENT)
    longer, coordinator = a_unit("UPTD Puskesmas Lain"), a_person()
    for until in (CLOSING + 2 * SECOND, CLOSING + SECOND):
        give_grace(
            assessment, longer, door, until=until, reason="Listrik padam", by=coordinator, at=MOMENT
        )
    found = [
        outcome(an_entry(where, state=state, title=f"{where} {at}"), move, role=role, by=by, at=at)
        for where in (unit, longer)
        for at in (CLOSING - SECOND, CLOSING, CLOSING + SECOND)
    ]
    done = found[0]
    assert found == [done, "door_closed", "door_closed", done, done, "door_closed"]
    assert done in EntryState


def test_a_closed_door_says_when_it_closed_and_whom_to_ask() -> None:
    """In the time of the region, with the coordinator's name."""
    entry = an_entry()
    appointed(Role.COORDINATOR, a_region(), person=a_person("Koordinator Bappeda"))
    set_deadline(entry.assessment, Door.SUBMIT, closes_at=CLOSING, by=SYSTEM, at=MOMENT)
    with pytest.raises(PragolaError) as caught:
        make_move(entry.pk, Move.SUBMIT, role=Role.OPERATOR, by=a_person(), reasons={}, at=CLOSING)
    assert say(caught.value.faults[0], Language.INDONESIAN) == (
        "Waktunya sudah lewat: pintu ini ditutup 15 Agustus 2026, 16.00 WIB. Minta perpanjangan "
        "kepada koordinator (Koordinator Bappeda); isian Anda tetap tersimpan."
    )


def test_who_was_faster_is_named() -> None:
    """With the moment, in the time of the region."""
    entry = an_entry(state=S.SUBMITTED)
    head, other = a_person("Kepala Contoh"), a_person()
    outcome(entry, M.APPROVE, role=R.HEAD, by=head)
    with pytest.raises(PragolaError) as caught:
        make_move(
            entry.pk, M.SEND_BACK, role=R.HEAD, by=other, reasons={INDICATOR: "Buram"}, at=MOMENT
        )
    assert say(caught.value.faults[0], Language.INDONESIAN) == (
        "Kepala Contoh sudah lebih dulu pada 1 Juli 2026, 10.00 WIB: entri ini kini berstatus "
        "disetujui kepala unit. Baca keadaannya yang terbaru."
    )


@pytest.mark.parametrize(
    ("reasons", "expected"),
    [
        ({}, "reasons_missing"),
        ({INDICATOR: "  "}, "reasons_missing"),
        ({"SID-99": "Tidak jelas"}, "reason_for_nothing"),
        ({INDICATOR: "Fotonya buram."}, "returned"),
        ({"nama": "Judulnya terlalu umum."}, "returned"),
    ],
)
def test_returning_names_a_claim_or_a_field_of_the_edition(
    reasons: dict[str, str], expected: str
) -> None:
    """At least one, and nothing that the year does not have."""
    entry = an_entry(state=S.UNDER_REVIEW)
    if reasons.get(INDICATOR, "").strip():
        a_returned_claim(entry, INDICATOR)
    found = outcome(entry, M.RETURN, role=R.VERIFIER, by=a_person(), reasons=reasons)
    assert (found, entry.moves.count()) == (expected, int(expected == "returned"))


def test_a_move_leaves_its_row_its_reasons_and_its_line_in_the_log() -> None:
    """All of it, in one transaction."""
    entry, verifier = an_entry(state=S.UNDER_REVIEW), a_person()
    a_returned_claim(entry, INDICATOR)
    make_move(
        entry.pk,
        M.RETURN,
        role=R.VERIFIER,
        by=verifier,
        note=" Hampir. ",
        reasons={INDICATOR: " Fotonya buram. ", "nama": ""},
        at=MOMENT,
    )
    made = entry.moves.get()
    line = changes_of(entry).get()
    assert (made.move, made.source, made.target, made.made_by, made.acting_as, made.note) == (
        M.RETURN,
        S.UNDER_REVIEW,
        S.RETURNED,
        verifier,
        R.VERIFIER,
        "Hampir.",
    )
    assert [(each.part, each.text) for each in made.reasons.all()] == [
        (INDICATOR, "Fotonya buram.")
    ]
    assert (line.deed, line.part, line.actor, line.acting_as, line.old, line.new) == (
        "moved",
        "return",
        verifier,
        "verifier",
        "under_review",
        {"state": "returned", "note": "Hampir.", "reasons": {INDICATOR: "Fotonya buram."}},
    )


def test_a_double_click_makes_one_move() -> None:
    """The same move of the same person again changes nothing; of another one it is refused."""
    entry, operator = an_entry(), a_person()
    found = [
        outcome(entry, M.SUBMIT, role=R.OPERATOR, by=by) for by in (operator, operator, a_person())
    ]
    assert (found, entry.moves.count(), changes_of(entry).count()) == (
        ["submitted", "submitted", "move_overtaken"],
        1,
        1,
    )


def test_an_entry_counts_from_its_first_submission_on() -> None:
    """Also after it was taken back."""
    entry, operator = an_entry(), a_person()
    found = []
    for move in (M.SUBMIT, M.TAKE_BACK):
        outcome(entry, move, role=R.OPERATOR, by=operator)
        entry.refresh_from_db()
        found.append((entry.state, entry.submitted_once, entry.touched_at))
    assert found == [("submitted", True, MOMENT), ("draft", True, MOMENT)]


def test_content_is_locked_everywhere_but_in_a_draft_and_after_a_return() -> None:
    """Fields and claims alike."""
    found = {}
    for state in EntryState:
        entry, saved = an_entry(state=state, title=state), []
        for save in (
            partial(save_field, entry.pk, "nama", "Baru"),
            partial(save_claim, entry.pk, INDICATOR, claim=None, note="Baru"),
        ):
            try:
                save(revision=0, by=SYSTEM, at=MOMENT)
                saved.append("saved")
            except PragolaError as error:
                saved.append(error.faults[0].code)
        found[state] = saved
    locked, open_ = ["entry_locked"] * 2, ["saved"] * 2
    assert found == {
        S.DRAFT: open_,
        S.SUBMITTED: locked,
        S.APPROVED: locked,
        S.UNDER_REVIEW: locked,
        S.RETURNED: open_,
        S.VERIFIED: locked,
        S.CLOSED: locked,
        S.REJECTED: locked,
    }


def test_only_one_function_changes_the_state_of_an_entry() -> None:
    """Nowhere else in the site is the state of an entry written."""
    writing = re.compile(r"\bentry\.state\b[^=\n]*(?<![=!<>])=(?!=)|update\([^)]*\bstate=")
    root = Path(innovations.__file__).parents[1]
    found = {
        str(path.relative_to(root))
        for app in ("innovations", "dashboards")
        for path in (root / app).rglob("*.py")
        if writing.search(path.read_text(encoding="utf-8"))
    }
    assert found == {"innovations/actions/moves.py"}


def test_what_the_ministry_turned_down_is_recorded_with_its_words_and_counts_as_rejected() -> None:
    """Without a note it is not recorded; taken back, the entry counts again."""
    entry, coordinator = an_entry(state=S.CLOSED), a_person()
    told = []
    for move, note in ((M.REJECT, " "), (M.REJECT, "Bukti tidak sah."), (M.UNDO_REJECT, "")):
        found = outcome(entry, move, role=R.COORDINATOR, by=coordinator, note=note)
        status = answers_of(entry.assessment).innovations[0].status
        told.append((found, status))
    assert told == [
        ("note_missing", Status.ACCEPTED),
        (S.REJECTED, Status.REJECTED),
        (S.CLOSED, Status.ACCEPTED),
    ]
