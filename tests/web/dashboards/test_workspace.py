"""The first page after signing in: what somebody's posts call for, the most urgent first."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import translation

from pragola.web.dashboards.queries.lines import EntryLine
from pragola.web.dashboards.queries.workspace import Workspace, workspace_of
from pragola.web.innovations.models import (
    Claim,
    Deadline,
    Door,
    Entry,
    EntryState,
    Move,
    MoveMade,
    Reason,
)
from pragola.web.regions.models import Person, Region, Role, Unit
from pragola.web.regions.standing import standing_of_person
from pragola.wording import Language
from tests.web.workplace import (
    MOMENT,
    a_person,
    a_region,
    a_unit,
    an_assessment,
    an_entry,
    appointed,
    signed_in,
)

pytestmark = pytest.mark.django_db

type Counting = Callable[[int], AbstractContextManager[object]]
DAY = timedelta(days=1)
S, R = EntryState, Role


def seen_by(person: Person, chosen: str = "") -> Workspace:
    """The page's values, in Indonesian."""
    with translation.override("id"):
        return workspace_of(
            standing_of_person(person), chosen=chosen, now=MOMENT, language=Language.INDONESIAN
        )


def titles(lines: tuple[EntryLine, ...]) -> list[str]:
    """What stands in a list."""
    return [line.title for line in lines]


def moved(entry: Entry, move: Move, target: EntryState, *, by: Person | None = None) -> MoveMade:
    """A move that stands in the books."""
    return MoveMade.objects.create(
        entry=entry,
        move=move,
        source=S.UNDER_REVIEW,
        target=target,
        made_by=by,
        acting_as=R.VERIFIER,
        made_at=MOMENT,
    )


def claimed(entry: Entry, indicator: str = "SID-05", level: int = 3) -> None:
    """A level that an entry claims."""
    Claim.objects.create(entry=entry, indicator=indicator, level=level, saved_at=MOMENT)


def touched(entry: Entry, *, days_ago: int) -> Entry:
    """The entry, changed last so long ago."""
    Entry.objects.filter(pk=entry.pk).update(touched_at=MOMENT - days_ago * DAY)
    return entry


def test_operators_see_what_was_returned_first_and_why() -> None:
    """With the words of who returned it, and what is missing."""
    unit = a_unit()
    an_entry(unit, title="Draf")
    back = an_entry(unit, title="Kembali", state=S.RETURNED)
    an_entry(unit, title="Terkirim", state=S.SUBMITTED)
    claimed(back)
    made = moved(back, Move.RETURN, S.RETURNED)
    Reason.objects.create(made=made, part="SID-05", text="Buktinya belum terbaca.")
    work = seen_by(appointed(R.OPERATOR, unit)).work
    assert (titles(work.to_fill), titles(work.sent)) == (["Kembali", "Draf"], ["Terkirim"])
    returned = work.to_fill[0].returned
    assert returned is not None
    assert (returned.who, [text for _, text in returned.reasons], returned.more) == (
        "Verifikator",
        ["Buktinya belum terbaca."],
        0,
    )
    assert "1 klaim tanpa bukti" in work.to_fill[0].lacks


def test_what_can_no_longer_be_sent_comes_after_what_can() -> None:
    """A closed door makes nothing more urgent."""
    unit = a_unit()
    an_entry(unit, title="Kembali", state=S.RETURNED)
    an_entry(unit, title="Draf")
    closing = {Door.REVISE: MOMENT - DAY, Door.SUBMIT: MOMENT + 3 * DAY}
    for door, closes in closing.items():
        Deadline.objects.create(assessment=an_assessment(), door=door, closes_at=closes)
    work = seen_by(appointed(R.OPERATOR, unit)).work
    assert [(line.title, line.door and line.door.days_left) for line in work.to_fill] == [
        ("Draf", 3),
        ("Kembali", None),
    ]


def test_last_years_innovations_are_offered_once() -> None:
    """Until they have their entry of this year."""
    unit = a_unit()
    an_entry(unit, title="Lama", edition="2023")
    both = an_entry(unit, title="Dua tahun", edition="2023")
    this_year = an_entry(unit, title="x")
    Entry.objects.filter(pk=this_year.pk).update(innovation=both.innovation)
    space = seen_by(appointed(R.OPERATOR, unit))
    assert [each.title for each in space.work.to_carry] == ["Lama"]


def test_heads_see_the_oldest_first_with_what_it_adds() -> None:
    """And the rest of their branch below, without what is only theirs to read elsewhere."""
    unit = a_unit()
    under = a_unit("Pustu", parent=unit)
    touched(an_entry(unit, title="Baru", state=S.SUBMITTED), days_ago=1)
    old = touched(an_entry(unit, title="Lama", state=S.SUBMITTED), days_ago=5)
    claimed(old)
    an_entry(under, title="Di bawah", state=S.SUBMITTED)
    an_entry(a_unit("Lain"), title="Tetangga", state=S.SUBMITTED)
    work = seen_by(appointed(R.HEAD, unit)).work
    assert [each.line.title for each in work.to_approve] == ["Lama", "Baru"]
    assert [each.adds.startswith("+") for each in work.to_approve] == [True, False]
    assert titles(work.branch) == ["Di bawah"]


def test_verifiers_see_what_waits_and_what_they_have_begun() -> None:
    """What a colleague has begun stands apart."""
    region = a_region()
    unit = a_unit()
    me, other = appointed(R.VERIFIER, region), appointed(R.VERIFIER, region)
    touched(an_entry(unit, title="Baru disetujui", state=S.APPROVED), days_ago=1)
    touched(an_entry(unit, title="Lama disetujui", state=S.APPROVED), days_ago=9)
    for title, who in (("Punyaku", me), ("Punyanya", other)):
        entry = an_entry(unit, title=title, state=S.UNDER_REVIEW)
        moved(entry, Move.BEGIN_REVIEW, S.UNDER_REVIEW, by=who)
    an_entry(unit, title="Draf")
    work = seen_by(me).work
    assert [titles(each) for each in (work.to_review, work.reviewing, work.reviewed_by_others)] == [
        ["Lama disetujui", "Baru disetujui"],
        ["Punyaku"],
        ["Punyanya"],
    ]


def test_coaches_see_the_units_of_their_branches() -> None:
    """As progress, each with its own page."""
    agency = a_unit("Dinas")
    a_unit("Puskesmas", parent=agency)
    a_unit("Lain")
    an_assessment()
    work = seen_by(appointed(R.COACH, agency)).work
    assert [unit.name for unit in work.coached] == ["Dinas", "Puskesmas"]


def test_leaders_see_the_index_and_every_unit() -> None:
    """Two minutes: where it stands, what is missing to the target."""
    assessment = an_assessment()
    assessment.target = Decimal(65)
    assessment.save()
    a_unit("Dinas")
    work = seen_by(appointed(R.LEADER, a_region())).work
    assert work.present is not None
    assert (work.present.target, bool(work.present.gap), work.present.reported) == (
        "65,00",
        True,
        0,
    )
    assert [unit.name for unit in work.units] == ["Dinas"]


def test_an_open_assessment_comes_before_a_newer_one_that_is_over() -> None:
    """The others are one step away."""
    old, new = an_assessment("2023"), an_assessment("2026")
    Deadline.objects.create(assessment=new, door=Door.SUBMIT, closes_at=MOMENT - DAY)
    Deadline.objects.create(assessment=old, door=Door.SUBMIT, closes_at=MOMENT + DAY)
    person = appointed(R.OPERATOR, a_unit())
    assert [seen_by(person).assessment, seen_by(person, str(new.pk)).assessment] == [old, new]


def test_who_has_several_posts_sees_all_of_them() -> None:
    """An operator who is a verifier too."""
    unit = a_unit()
    an_entry(unit, title="Draf")
    an_entry(unit, title="Disetujui", state=S.APPROVED)
    person = appointed(R.VERIFIER, a_region(), person=appointed(R.OPERATOR, unit))
    work = seen_by(person).work
    assert (titles(work.to_fill), titles(work.to_review)) == (["Draf"], ["Disetujui"])


@pytest.mark.parametrize(
    ("role", "said"),
    [
        (None, "Anda belum punya peran"),
        (R.NATIONAL, "Pekerjaan kementerian belum ada di sini"),
        (R.COORDINATOR, "Mulai dari sini: Kabupaten Pati"),
        (R.LEADER, "Belum ada penilaian yang dibuka"),
    ],
)
def test_an_empty_page_says_what_to_do(role: Role | None, said: str) -> None:
    """Before there is anything."""
    place = None if role == R.NATIONAL else a_region()
    person = appointed(role, place) if role else a_person()
    assert said in signed_in(person).get("/kerja/").content.decode()


@pytest.mark.parametrize(
    ("role", "said"),
    [
        (R.OPERATOR, "Belum ada inovasi dari unit Anda."),
        (R.HEAD, "Tidak ada yang menunggu."),
        (R.VERIFIER, "Tidak ada yang menunggu."),
        (R.COACH, "Unit yang Anda dampingi"),
    ],
)
def test_an_assessment_without_entries_says_what_comes_first(role: Role, said: str) -> None:
    """Nobody is left before an empty page."""
    unit = a_unit()
    an_assessment()
    place: Unit | Region = a_region() if role == R.VERIFIER else unit
    assert said in signed_in(appointed(role, place)).get("/kerja/").content.decode()


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("role", "queries"),
    [
        (R.OPERATOR, 20),
        (R.HEAD, 21),
        (R.COACH, 10),
        (R.VERIFIER, 16),
        (R.LEADER, 15),
        (R.COORDINATOR, 13),
    ],
)
def test_the_number_of_queries_stays(
    role: Role, queries: int, rows: int, django_assert_num_queries: Counting
) -> None:
    """However many entries and units there are."""
    unit = a_unit()
    for number in range(rows):
        a_unit(f"Unit {number}", parent=unit)
        an_entry(unit, title=f"Lama {number}", edition="2023")
        for state in (S.DRAFT, S.RETURNED, S.SUBMITTED, S.APPROVED, S.UNDER_REVIEW):
            entry = an_entry(unit, title=f"{state} {number}", state=state)
            claimed(entry)
        moved(entry, Move.BEGIN_REVIEW, S.UNDER_REVIEW)
    for entry in Entry.objects.filter(state=S.RETURNED):
        made = moved(entry, Move.RETURN, S.RETURNED)
        Reason.objects.create(made=made, part="SID-05", text="Belum terbaca.")
    regional = role in (R.VERIFIER, R.LEADER, R.COORDINATOR)
    client = signed_in(appointed(role, a_region() if regional else unit))
    with django_assert_num_queries(queries):
        assert client.get("/kerja/").status_code == 200


def test_one_button_leads_on_and_says_what_for() -> None:
    """To what comes first; to a new innovation only where nothing waits."""
    unit = a_unit()
    operator, head = (signed_in(appointed(role, unit)) for role in (R.OPERATOR, R.HEAD))

    def leading(client: Client) -> list[str]:
        html = client.get("/kerja/").content.decode()
        found = re.findall(r'<a class="button primary"[^>]*>(.*?)</a>', html)
        return [re.sub(r"<[^>]+>", "", each) for each in found]

    an_assessment()
    steps = [leading(operator)]
    entry = an_entry(unit, title="Satu")
    an_entry(unit, title="Dua")
    steps.append(leading(operator)[:1])
    Entry.objects.filter(pk=entry.pk).update(state=S.SUBMITTED)
    steps += [leading(head), leading(operator)]
    assert steps == [
        ["Mulai inovasi baru"],
        ["Lanjut mengisi: Satu"],
        ["Periksa dan putuskan: Satu"],
        ["Lanjut mengisi: Dua"],
    ]
