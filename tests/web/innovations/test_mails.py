"""Mails of the site itself: to whom, when, in which words, and each of them once."""

from datetime import UTC, datetime, timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import translation
from pytest_django import Settings

from pragola.web.innovations.actions.calendar import give_grace, set_deadline
from pragola.web.innovations.actions.mails import queue_due
from pragola.web.innovations.actions.moves import make_move
from pragola.web.innovations.models import Door, Entry, EntryState, Move
from pragola.web.innovations.queries.mails import days_told, mails_of_moves, reminders_due
from pragola.web.innovations.tasks import remind, tell_moves
from pragola.web.regions.models import Person, Role, Unit
from pragola.web.shared.audit import SYSTEM
from pragola.web.shared.mails import send_waiting
from pragola.web.shared.models import Dispatch
from tests.web.workplace import MOMENT, a_person, a_unit, an_entry, appointed

pytestmark = pytest.mark.django_db

ADDRESS = "https://pragola.contoh.go.id"
CLOSING = datetime(2026, 8, 15, 9, 0, tzinfo=UTC)
"""16.00 WIB."""
DAY = timedelta(days=1)
S, M, R = EntryState, Move, Role


class AwayBackend(EmailBackend):
    """A mail server that cannot be reached."""

    def send_messages(self, messages: object) -> int:
        """Refuse, whatever it is."""
        del messages
        raise SMTPServerDisconnected("Connection unexpectedly closed")


def named(role: Role, unit: Unit, name: str) -> Person:
    """Somebody of that name in a post."""
    return appointed(role, unit, person=a_person(name))


def reminded(now: datetime) -> list[tuple[str, str]]:
    """Who is reminded at that moment, and with which subject; sent like the worker does."""
    mail.outbox.clear()
    with translation.override("id"):
        queue_due(reminders_due(ADDRESS, now), at=now)
    send_waiting(now)
    return [(person(each.to[0]), str(each.subject)) for each in mail.outbox]


def told(now: datetime) -> list[tuple[str, str]]:
    """Who is told of moves at that moment."""
    mail.outbox.clear()
    with translation.override("id"):
        queue_due(mails_of_moves(ADDRESS, now), at=now)
    send_waiting(now)
    return [(person(each.to[0]), str(each.subject)) for each in mail.outbox]


def person(email: str) -> str:
    """The name behind an address."""
    return Person.objects.get(email=email).name


@pytest.mark.parametrize(
    ("left", "days"),
    [
        (15 * DAY, None),
        (14 * DAY, 14),
        (7 * DAY + timedelta(seconds=1), 14),
        (7 * DAY, 7),
        (3 * DAY, 3),
        (DAY, 1),
        (timedelta(seconds=1), 1),
        (timedelta(0), None),
        (-DAY, None),
    ],
)
def test_a_reminder_is_due_fourteen_seven_three_and_one_days_before(
    left: timedelta, days: int | None
) -> None:
    """The nearest of them, and none once the door is closed."""
    assert days_told(left) == days


def test_a_reminder_goes_out_once_at_each_step() -> None:
    """However often the worker asks, also after it was started anew."""
    unit = a_unit()
    entry = an_entry(unit)
    named(R.OPERATOR, unit, "Operator Contoh")
    set_deadline(entry.assessment, Door.SUBMIT, closes_at=CLOSING, by=SYSTEM, at=MOMENT)
    minutes = [timedelta(minutes=10 * each) for each in range(3)]
    steps = [CLOSING - days * DAY + later for days in (20, 14, 7, 3, 1) for later in minutes]
    found = [len(reminded(moment)) for moment in [*steps, CLOSING]]
    assert found == [0, 0, 0, *([1, 0, 0] * 4), 0]


def test_only_those_are_reminded_for_whom_something_waits() -> None:
    """Operators of drafts and of what was returned, heads of what was submitted."""
    unit, other = a_unit("UPTD Puskesmas Contoh"), a_unit("UPTD Puskesmas Lain")
    for where in (unit, other):
        for role in (R.OPERATOR, R.HEAD, R.COACH):
            named(role, where, f"{role.label} {where}")
    assessment = an_entry(unit, title="A").assessment
    an_entry(unit, title="B")
    an_entry(unit, title="C", state=S.RETURNED)
    an_entry(other, title="D", state=S.SUBMITTED)
    an_entry(other, title="E", state=S.VERIFIED)
    for door in Door:
        set_deadline(assessment, door, closes_at=CLOSING, by=SYSTEM, at=MOMENT)
    assert sorted(reminded(CLOSING - DAY)) == [
        (
            "Kepala unit UPTD Puskesmas Lain",
            "Persetujuan kepala unit 2026 tutup 15 Agustus 2026, 16.00 WIB",
        ),
        (
            "Operator UPTD Puskesmas Contoh",
            "Pengajuan oleh operator 2026 tutup 15 Agustus 2026, 16.00 WIB",
        ),
        (
            "Operator UPTD Puskesmas Contoh",
            "Perbaikan yang dikembalikan 2026 tutup 15 Agustus 2026, 16.00 WIB",
        ),
    ]


def test_a_unit_with_grace_is_reminded_before_its_own_day() -> None:
    """And no longer before that of the others."""
    unit = a_unit()
    entry = an_entry(unit)
    named(R.OPERATOR, unit, "Operator Contoh")
    set_deadline(entry.assessment, Door.SUBMIT, closes_at=CLOSING, by=SYSTEM, at=MOMENT)
    longer = CLOSING + 20 * DAY
    give_grace(
        entry.assessment,
        unit,
        Door.SUBMIT,
        until=longer,
        reason="Banjir",
        by=a_person(),
        at=MOMENT,
    )
    assert [reminded(CLOSING - DAY), reminded(longer - DAY)] == [
        [],
        [("Operator Contoh", "Pengajuan oleh operator 2026 tutup 4 September 2026, 16.00 WIB")],
    ]


def test_a_reminder_says_what_is_missing_and_leads_there() -> None:
    """With one line and one link an entry."""
    unit = a_unit("UPTD Puskesmas Contoh")
    entry = an_entry(unit, title="Antrean Daring")
    named(R.OPERATOR, unit, "Operator Contoh")
    set_deadline(entry.assessment, Door.SUBMIT, closes_at=CLOSING, by=SYSTEM, at=MOMENT)
    reminded(CLOSING - DAY)
    lines = mail.outbox[0].body.splitlines()
    assert [line for line in lines if "kurang" not in line] == [
        "Yth. Operator Contoh,",
        "",
        "Pengajuan oleh operator Indeks Inovasi Daerah 2026 tutup 15 Agustus 2026, 16.00 WIB. "
        "Yang menunggu Anda:",
        "",
        f"  {ADDRESS}/kerja/entri/{entry.pk}/",
        "",
        "Bila waktunya tidak cukup, hubungi koordinator di Bappeda sebelum ditutup.",
    ]
    assert lines[4].startswith("- Antrean Daring (UPTD Puskesmas Contoh): Draf, kurang ")


def test_who_has_to_act_is_told_of_a_move_once() -> None:
    """The head of a submission, the operators of a return; of the rest nobody."""
    unit = a_unit()
    entry = an_entry(unit, title="Antrean Daring")
    operator = named(R.OPERATOR, unit, "Operator Contoh")
    head = named(R.HEAD, unit, "Kepala Contoh")
    named(R.OPERATOR, a_unit(), "Operator Lain")
    found = [told(MOMENT)]
    reasons = {"SID-17": "Fotonya buram."}
    for move, role, by in (
        (M.SUBMIT, R.OPERATOR, operator),
        (M.SEND_BACK, R.HEAD, head),
        (M.SUBMIT, R.OPERATOR, operator),
        (M.APPROVE, R.HEAD, head),
    ):
        make_move(entry.pk, move, role=role, by=by, reasons=reasons, at=MOMENT)
        found += [told(MOMENT), told(MOMENT)]
    submitted = ("Kepala Contoh", "Menunggu persetujuan Anda: Antrean Daring")
    returned = ("Operator Contoh", "Dikembalikan: Antrean Daring")
    assert found == [[], [submitted], [], [returned], [], [submitted], [], [], []]


def test_a_mail_about_a_return_gives_its_reasons() -> None:
    """By the name of what they are about, with who, when and the link."""
    unit = a_unit("UPTD Puskesmas Contoh")
    entry = an_entry(unit, title="Antrean Daring", state=S.UNDER_REVIEW)
    named(R.OPERATOR, unit, "Operator Contoh")
    make_move(
        entry.pk,
        M.RETURN,
        role=R.VERIFIER,
        by=a_person("Verifikator Contoh"),
        note="Hampir selesai.",
        reasons={"nama": "Judulnya terlalu umum."},
        at=MOMENT,
    )
    told(MOMENT)
    assert mail.outbox[0].body == (
        "Yth. Operator Contoh,\n\n"
        "Verifikator Contoh mengembalikan “Antrean Daring” (UPTD Puskesmas Contoh) pada "
        "1 Juli 2026, 10.00 WIB.\n\n"
        "Hampir selesai.\n- Nama inovasi: Judulnya terlalu umum.\n\n"
        f"Perbaiki, lalu ajukan lagi:\n{ADDRESS}/kerja/entri/{entry.pk}/"
    )


def test_what_was_taken_back_at_once_or_long_ago_is_not_told() -> None:
    """Nobody is sent to an entry that is no longer there for them."""
    unit = a_unit()
    operator = named(R.OPERATOR, unit, "Operator Contoh")
    named(R.HEAD, unit, "Kepala Contoh")
    entry, old = an_entry(unit), an_entry(unit, title="Lama")
    for move in (M.SUBMIT, M.TAKE_BACK):
        make_move(entry.pk, move, role=R.OPERATOR, by=operator, reasons={}, at=MOMENT)
    make_move(old.pk, M.SUBMIT, role=R.OPERATOR, by=operator, reasons={}, at=MOMENT - 3 * DAY)
    assert told(MOMENT) == []


def test_a_mail_that_did_not_leave_is_tried_again(settings: Settings) -> None:
    """The mail server was away; ten minutes later it is back."""
    unit = a_unit()
    entry = an_entry(unit)
    named(R.OPERATOR, unit, "Operator Contoh")
    set_deadline(entry.assessment, Door.SUBMIT, closes_at=CLOSING, by=SYSTEM, at=MOMENT)
    here = settings.MAILERS
    settings.MAILERS = {"default": {"BACKEND": f"{__name__}.AwayBackend"}}
    away = reminded(CLOSING - DAY)
    settings.MAILERS = here
    back = reminded(CLOSING - DAY + timedelta(minutes=10))
    assert (len(away), len(back), Dispatch.objects.count()) == (0, 1, 1)


def test_the_worker_runs_both_with_nothing_to_do() -> None:
    """What its clock asks for is there, by the names in the settings."""
    tell_moves()
    remind()
    assert (mail.outbox, Entry.objects.count()) == ([], 0)


@pytest.mark.parametrize("number", [1, 3])
def test_reminders_ask_the_database_as_often_for_one_entry_as_for_three(
    number: int, django_assert_num_queries: object
) -> None:
    """Eight queries, to the assessment and to each of its tables once."""
    for each in range(number):
        unit = a_unit(f"UPTD {each}")
        entry = an_entry(unit)
        named(R.OPERATOR, unit, f"Operator {each}")
        an_entry(unit, title="Lain", state=S.RETURNED)
    set_deadline(entry.assessment, Door.SUBMIT, closes_at=CLOSING, by=SYSTEM, at=MOMENT)
    assert callable(django_assert_num_queries)
    with django_assert_num_queries(8), translation.override("id"):
        assert len(list(reminders_due(ADDRESS, CLOSING - DAY))) == number
