"""The pages of an entry's way: its head, its moves, its history, and the calendar."""

import re
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from pragola.web.innovations.access import opened
from pragola.web.innovations.actions.calendar import give_grace, set_deadline
from pragola.web.innovations.actions.claims import save_claim
from pragola.web.innovations.actions.fields import save_field
from pragola.web.innovations.actions.moves import make_move
from pragola.web.innovations.models import Deadline, Door, Entry, EntryState, Grace, Move
from pragola.web.innovations.queries.head import EntryHead, Holder, entry_head
from pragola.web.innovations.queries.history import Piece, differences, history_of
from pragola.web.regions.models import Person, Role, Unit
from pragola.web.regions.standing import standing_of_person
from pragola.web.shared.audit import SYSTEM, Author
from pragola.web.shared.models import Change
from pragola.wording import Language
from tests.web.workplace import (
    MOMENT,
    a_person,
    a_region,
    a_returned_claim,
    a_unit,
    an_entry,
    appointed,
    signed_in,
)

pytestmark = pytest.mark.django_db

CLOSING = datetime(2026, 7, 13, 9, 0, tzinfo=UTC)
"""Twelve days after the moment, 16.00 WIB."""
PAST = datetime(2026, 1, 31, 9, 0, tzinfo=UTC)
S, M, R = EntryState, Move, Role


def head_for(person: Person, entry: Entry) -> EntryHead:
    """The head of an entry's pages as that person sees it."""
    return entry_head(opened(entry, standing_of_person(person)), MOMENT)


def returned_entry(unit: Unit) -> Entry:
    """An entry that a verifier has returned, because of a claim and a field."""
    entry = an_entry(unit, state=S.UNDER_REVIEW)
    a_returned_claim(entry, "SID-17")
    verifier = appointed(R.VERIFIER, a_region(), person=a_person("Verifikator Contoh"))
    reasons = {"nama": "Judulnya umum.", "SID-17": "Fotonya buram."}
    return make_move(entry.pk, M.RETURN, role=R.VERIFIER, by=verifier, reasons=reasons, at=MOMENT)


def plain(html: str) -> str:
    """The text of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_each_state_offers_each_role_its_moves_and_at_most_one_that_leads_on() -> None:
    """The buttons on top of an entry, the leading one with an exclamation mark."""
    unit = a_unit()
    people = {role: appointed(role, unit) for role in (R.OPERATOR, R.HEAD, R.COACH)}
    people |= {role: appointed(role, a_region()) for role in (R.VERIFIER, R.COORDINATOR)}
    found = {}
    for state in EntryState:
        entry = an_entry(unit, state=state, title=state)
        for role, person in people.items():
            buttons = head_for(person, entry).moves
            if buttons:
                found[state, role] = [f"{each.move}{'!' * each.forward}" for each in buttons]
    assert found == {
        (S.DRAFT, R.OPERATOR): ["submit!"],
        (S.SUBMITTED, R.OPERATOR): ["take_back"],
        (S.SUBMITTED, R.HEAD): ["send_back", "approve!"],
        (S.APPROVED, R.VERIFIER): ["begin_review!"],
        (S.UNDER_REVIEW, R.VERIFIER): ["return", "verify!"],
        (S.RETURNED, R.OPERATOR): ["submit!"],
        (S.VERIFIED, R.VERIFIER): ["review_again"],
        (S.VERIFIED, R.COORDINATOR): ["review_again", "close!"],
        (S.CLOSED, R.COORDINATOR): ["open_again", "reject"],
        (S.REJECTED, R.COORDINATOR): ["undo_reject"],
    }


def test_the_head_says_who_has_the_entry_and_until_when() -> None:
    """By name, and in the time of the region."""
    unit = a_unit()
    operator = appointed(R.OPERATOR, unit, person=a_person("Operator Contoh"))
    appointed(R.HEAD, unit, person=a_person("Kepala Contoh"))
    entry = an_entry(unit)
    set_deadline(entry.assessment, Door.SUBMIT, closes_at=CLOSING, by=SYSTEM, at=MOMENT)
    head = head_for(operator, entry)
    assert (head.holder, head.closes, head.door and head.door.days_left, head.missing) == (
        Holder("Operator", ("Operator Contoh",)),
        "13 Juli 2026, 16.00 WIB",
        12,
        head.missing,
    )
    assert head.missing
    entry.state = S.SUBMITTED
    assert head_for(operator, entry).holder == Holder("Kepala unit", ("Kepala Contoh",))


def test_reasons_stand_on_top_and_at_their_part_until_the_next_submission() -> None:
    """With who and when, on the profile and on the claims page."""
    unit = a_unit()
    operator = appointed(R.OPERATOR, unit)
    entry = returned_entry(unit)
    who = "Verifikator · Verifikator Contoh, 1 Juli 2026, 10.00 WIB"
    pages = [f"/kerja/entri/{entry.pk}/", f"/kerja/entri/{entry.pk}/klaim/"]
    before = [plain(signed_in(operator).get(page).content.decode()) for page in pages]
    make_move(entry.pk, M.SUBMIT, role=R.OPERATOR, by=operator, reasons={}, at=now())
    after = [plain(signed_in(operator).get(page).content.decode()) for page in pages]
    counted = [
        tuple(page.count(text) for text in ("Judulnya umum.", "Fotonya buram.", who))
        for page in (*before, *after)
    ]
    assert counted == [(2, 1, 2), (1, 2, 2), (0, 0, 0), (0, 0, 0)]


def test_submitting_lists_what_is_missing_and_then_is_done() -> None:
    """The confirming page, then the move, then the entry again."""
    unit = a_unit()
    operator = appointed(R.OPERATOR, unit)
    entry = an_entry(unit)
    browser, path = signed_in(operator), f"/kerja/entri/{entry.pk}/langkah/submit/"
    page = plain(browser.get(path).content.decode())
    answer = browser.post(path)
    entry.refresh_from_db()
    assert "Isian kosong atau belum lengkap" in page
    assert "Indikator wajib belum diklaim" in page
    assert (answer.status_code, answer["Location"]) == (302, f"/kerja/entri/{entry.pk}/")
    assert (entry.state, entry.submitted_once) == (S.SUBMITTED, True)


def test_returning_takes_a_standard_reason_and_own_words_and_refuses_none() -> None:
    """What was chosen and what was written become one reason."""
    unit = a_unit()
    head = appointed(R.HEAD, unit)
    entry = an_entry(unit, state=S.SUBMITTED)
    browser, path = signed_in(head), f"/kerja/entri/{entry.pk}/langkah/send_back/"
    refused = browser.post(path, {"alasan.SID-17": " ", "baku.SID-17": ""})
    chosen = {
        "baku.SID-17": "Belum ada buktinya.",
        "alasan.SID-17": "Unggah fotonya.",
        "alasan.nama": "",
        "baku.tahapan": "Isinya belum jelas. Jelaskan lebih rinci.",
        "alasan.tahapan": "",
    }
    answer = browser.post(path, chosen)
    reasons = dict(entry.moves.get().reasons.values_list("part", "text"))
    assert (refused.status_code, answer.status_code, reasons) == (
        422,
        302,
        {
            "SID-17": "Belum ada buktinya. Unggah fotonya.",
            "tahapan": "Isinya belum jelas. Jelaskan lebih rinci.",
        },
    )
    assert "Belum ada alasan." in plain(refused.content.decode())


def test_a_closed_door_is_explained_with_whom_to_ask() -> None:
    """On the head of the entry and on the page of the move; posted all the same, refused."""
    unit = a_unit()
    operator = appointed(R.OPERATOR, unit)
    appointed(R.COORDINATOR, a_region(), person=a_person("Koordinator Bappeda"))
    entry = an_entry(unit)
    set_deadline(entry.assessment, Door.SUBMIT, closes_at=PAST, by=SYSTEM, at=MOMENT)
    browser, path = signed_in(operator), f"/kerja/entri/{entry.pk}/"
    head = plain(browser.get(path).content.decode())
    move = browser.get(f"{path}langkah/submit/").content.decode()
    posted = browser.post(f"{path}langkah/submit/")
    entry.refresh_from_db()
    assert (
        "Pengajuan oleh operator sudah ditutup 31 Januari 2026, 16.00 WIB. Minta perpanjangan "
        "kepada koordinator: Koordinator Bappeda." in head
    )
    assert "Minta perpanjangan kepada koordinator (Koordinator Bappeda)" in plain(move)
    assert '<form class="card"' not in move
    assert (posted.status_code, entry.state) == (422, S.DRAFT)


@pytest.mark.parametrize(
    ("who", "move", "expected"),
    [
        ("operator", "submit", 200),
        ("operator", "approve", 403),
        ("head", "submit", 403),
        ("head", "approve", 200),
        ("leader", "close", 403),
        ("stranger", "submit", 404),
        ("operator", "dance", 404),
    ],
)
def test_a_move_is_for_its_role(who: str, move: str, expected: int) -> None:
    """403 for those who may only read, 404 for what is not theirs."""
    unit = a_unit()
    people = {
        "operator": appointed(R.OPERATOR, unit),
        "head": appointed(R.HEAD, unit),
        "leader": appointed(R.LEADER, a_region()),
        "stranger": appointed(R.OPERATOR, a_unit()),
    }
    entry = an_entry(unit)
    path = f"/kerja/entri/{entry.pk}/langkah/{move}/"
    assert signed_in(people[who]).get(path).status_code == expected


def lived_entry(unit: Unit, operator: Person) -> Entry:
    """An entry that somebody wrote in twice, claimed for and submitted."""
    entry, by = an_entry(unit), Author(operator, Role.OPERATOR)
    for revision, text in enumerate(("Antrean Daring", "Antrean Daring Puskesmas")):
        save_field(entry.pk, "nama", text, revision=revision, by=by, at=MOMENT)
    save_claim(entry.pk, "SID-17", claim=None, note="Menyusul", revision=0, by=by, at=MOMENT)
    make_move(entry.pk, M.SUBMIT, role=R.OPERATOR, by=operator, reasons={}, at=MOMENT)
    return Entry.objects.select_related("assessment__region").get(pk=entry.pk)


def test_the_history_tells_who_did_what_when_with_old_and_new() -> None:
    """The latest first, texts word by word."""
    unit = a_unit()
    operator = appointed(R.OPERATOR, unit, person=a_person("Operator Contoh"))
    entry = lived_entry(unit, operator)
    history = history_of(entry, Language.INDONESIAN, part="", person="", number="")
    told = [
        (each.deed, each.pieces, each.note, each.who, each.role, each.at) for each in history.events
    ]
    signed = ("Operator Contoh", "Operator", "1 Juli 2026, 10.00 WIB")
    stayed = (Piece("same", "Antrean Daring"), Piece("new", "Puskesmas"))
    assert told == [
        ("Ajukan ke kepala unit", (), "Draf → Diajukan", *signed),
        ("Klaim disimpan", (Piece("new", "Menyusul"),), "", *signed),
        ("Isian disimpan", stayed, "", *signed),
        ("Isian disimpan", (Piece("new", "Antrean Daring"),), "", *signed),
    ]


def test_the_history_is_filtered_by_part_and_by_person() -> None:
    """What does not exist filters nothing out by accident."""
    unit = a_unit()
    operator = appointed(R.OPERATOR, unit)
    entry = lived_entry(unit, operator)
    Change.objects.create(at=MOMENT, deed="new_deed", subject=f"entry:{entry.pk}", part="x")
    browser = signed_in(operator)

    def number(**asked: str | int) -> int:
        page = browser.get(f"/kerja/entri/{entry.pk}/riwayat/", asked).content.decode()
        return page.count('<li class="finding">')

    found = [
        number(),
        number(bagian="nama"),
        number(orang=operator.pk),
        number(orang="9999"),
        number(bagian="nama", orang=operator.pk, halaman="7"),
    ]
    assert found == [5, 2, 4, 5, 2]
    assert "new_deed" in browser.get(f"/kerja/entri/{entry.pk}/riwayat/").content.decode()


def test_the_database_refuses_to_change_or_remove_a_line_of_the_history() -> None:
    """Whatever a program tries."""
    entry = lived_entry(a_unit(), a_person())
    lines = Change.objects.filter(subject=f"entry:{entry.pk}")
    refused = []
    for deed in (lambda: lines.update(new="lain"), lambda: lines.delete()):
        try:
            with transaction.atomic():
                deed()
        except DatabaseError:
            refused.append(deed)
    assert (len(refused), lines.count()) == (2, 4)


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("", "", ()),
        ("", "satu dua", (Piece("new", "satu dua"),)),
        ("satu dua", "", (Piece("old", "satu dua"),)),
        ("satu dua", "satu dua", (Piece("same", "satu dua"),)),
        (
            "satu dua tiga",
            "satu lima tiga",
            (
                Piece("same", "satu"),
                Piece("old", "dua"),
                Piece("new", "lima"),
                Piece("same", "tiga"),
            ),
        ),
        ("a b", "a b b", (Piece("same", "a b"), Piece("new", "b"))),
    ],
)
def test_differences_are_told_word_by_word(old: str, new: str, pieces: tuple[Piece, ...]) -> None:
    """What stayed, what went, what came."""
    assert differences(old, new) == pieces


def test_the_difference_of_two_long_texts_is_told_at_once() -> None:
    """Eight thousand words that have nothing in common keep nobody waiting."""
    old, new = (" ".join(f"{each}{number}" for number in range(8000)) for each in "ab")
    assert differences(old, new) == (Piece("old", old), Piece("new", new))


def test_the_coordinator_sets_doors_and_gives_grace_and_all_of_it_is_kept() -> None:
    """Times are those of the region; empty ones never close."""
    unit = a_unit("UPTD Puskesmas Contoh")
    coordinator = appointed(R.COORDINATOR, a_region())
    assessment = an_entry(unit).assessment
    browser = signed_in(coordinator)
    path = f"/kerja/penilaian/{assessment.pk}/kalender/"
    page = browser.get(path)
    answers = [
        browser.post(path, {"submit": "2026-08-15T16:00"}),
        browser.post(
            f"/kerja/penilaian/{assessment.pk}/perpanjangan/",
            {"unit": unit.pk, "door": "submit", "until": "2099-01-01T16:00", "reason": "Banjir"},
        ),
        browser.post(
            f"/kerja/penilaian/{assessment.pk}/perpanjangan/",
            {"unit": unit.pk, "door": "submit", "until": "2099-01-01T16:00", "reason": " "},
        ),
        browser.post(path, {"submit": "kapan saja"}),
        browser.post(path, {"submit": "0001-01-01T00:00"}),
    ]
    closing = datetime(2026, 8, 15, 9, 0, tzinfo=UTC)
    deeds = Change.objects.filter(subject=f"assessment:{assessment.pk}").order_by("id")
    assert [each.status_code for each in (page, *answers)] == [200, 302, 302, 422, 422, 422]
    assert list(Deadline.objects.values_list("door", "closes_at")) == [("submit", closing)]
    assert list(Grace.objects.values_list("unit", "reason")) == [(unit.pk, "Banjir")]
    assert [(each.deed, each.part, each.acting_as) for each in deeds] == [
        ("deadline_set", "submit", "coordinator"),
        ("grace_given", "submit", "coordinator"),
    ]


def test_the_calendar_is_the_coordinators() -> None:
    """Others of the government 403, those of another one 404."""
    assessment = an_entry(a_unit()).assessment
    people = [
        appointed(R.COORDINATOR, a_region()),
        appointed(R.VERIFIER, a_region()),
        appointed(R.COORDINATOR, a_region("33.19", "Kabupaten Kudus")),
    ]
    path = f"/kerja/penilaian/{assessment.pk}/kalender/"
    assert [signed_in(person).get(path).status_code for person in people] == [200, 403, 404]


@pytest.mark.parametrize("number", [1, 3])
def test_lists_ask_the_database_as_often_for_one_row_as_for_three(number: int) -> None:
    """The history, the page of a return, the calendar."""
    unit = a_unit()
    entry = an_entry(unit, state=S.SUBMITTED)
    head, coordinator = appointed(R.HEAD, unit), appointed(R.COORDINATOR, a_region())
    for each in range(number):
        reasons = {f"SID-{each + 1:02}": "Buram" for each in range(number)}
        make_move(entry.pk, M.SEND_BACK, role=R.HEAD, by=head, reasons=reasons, at=MOMENT)
        Entry.objects.filter(pk=entry.pk).update(state=S.SUBMITTED)
        person = a_person(f"Koordinator {each}")
        give_grace(
            entry.assessment,
            a_unit(f"UPTD {each}"),
            Door.SUBMIT,
            until=CLOSING,
            reason="Banjir",
            by=person,
            at=MOMENT,
        )
    paths = {
        f"/kerja/entri/{entry.pk}/riwayat/": head,
        f"/kerja/entri/{entry.pk}/langkah/send_back/": head,
        f"/kerja/penilaian/{entry.assessment_id}/kalender/": coordinator,
    }
    counts = []
    for path, person in paths.items():
        browser = signed_in(person)
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(path).status_code == 200
        counts.append(len(asked))
    assert counts == [12, 14, 7]
