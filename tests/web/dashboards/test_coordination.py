"""How a government's units are doing, and reminding many of them at once."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from pragola.web.dashboards.queries.coordination import Coordination, Filter, coordination_of
from pragola.web.dashboards.queries.progress import STUCK_AFTER
from pragola.web.innovations.models import Claim, Deadline, Door, Entry, EntryState, Grace
from pragola.web.regions.models import Role, Unit, UnitKind
from pragola.web.shared.mails import send_waiting
from pragola.web.shared.models import Change
from pragola.wording import Language
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

type Counting = Callable[[int], AbstractContextManager[object]]
S, R = EntryState, Role
DAY = timedelta(days=1)


def overview(wanted: Filter | None = None) -> Coordination:
    """What the coordinator sees of this year's assessment."""
    return coordination_of(
        an_assessment(), wanted or Filter(), now=MOMENT, language=Language.INDONESIAN
    )


def names(wanted: Filter) -> list[str]:
    """The units that are left, in their order."""
    return [unit.name for unit in overview(wanted).units]


def a_busy_government() -> None:
    """An agency with a health centre under it, a district, an empty office without an operator."""
    agency = a_unit("Dinas Kesehatan", kind=UnitKind.OPD)
    centre = a_unit("Puskesmas Kayen", parent=agency)
    district = a_unit("Kecamatan Juwana", kind=UnitKind.KECAMATAN)
    a_unit("Kantor Kosong", kind=UnitKind.OPD)
    for unit in (agency, centre, district):
        appointed(R.OPERATOR, unit)
    submitted = an_entry(centre, title="Satu", state=S.SUBMITTED)
    Claim.objects.create(entry=submitted, indicator="SID-05", level=3, saved_at=MOMENT)
    an_entry(centre, title="Dua", state=S.RETURNED)
    old = an_entry(district, title="Tiga")
    late = MOMENT - STUCK_AFTER - DAY
    Entry.objects.filter(pk=old.pk).update(touched_at=late)


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (Filter(), ["Puskesmas Kayen", "Kecamatan Juwana", "Dinas Kesehatan", "Kantor Kosong"]),
        (Filter(words="kecamatan"), ["Kecamatan Juwana"]),
        (Filter(words="juwana kec"), ["Kecamatan Juwana"]),
        (Filter(kind="opd"), ["Dinas Kesehatan", "Kantor Kosong"]),
        (Filter(only="belum"), ["Dinas Kesehatan", "Kantor Kosong"]),
        (Filter(only="macet"), ["Kecamatan Juwana"]),
        (Filter(only="kembali"), ["Puskesmas Kayen"]),
        (Filter(only="lowong"), ["Kantor Kosong"]),
        (Filter(state="submitted"), ["Puskesmas Kayen"]),
        (
            Filter(order="nama"),
            ["Dinas Kesehatan", "Kantor Kosong", "Kecamatan Juwana", "Puskesmas Kayen"],
        ),
        (Filter(order="-poin", kind="puskesmas"), ["Puskesmas Kayen"]),
        (
            Filter(order="terakhir"),
            ["Dinas Kesehatan", "Kantor Kosong", "Kecamatan Juwana", "Puskesmas Kayen"],
        ),
        (Filter(words="tidak ada"), []),
        (Filter(only="x", order="y", under="z"), []),
    ],
)
def test_units_are_searched_filtered_and_ordered(wanted: Filter, left: list[str]) -> None:
    """The busiest first, unless another order is asked for."""
    a_busy_government()
    assert names(wanted) == left


def test_units_are_narrowed_to_an_agency_with_what_is_under_it() -> None:
    """By the units that have others under them."""
    a_busy_government()
    agency = Unit.objects.get(name="Dinas Kesehatan")
    page = overview(Filter(under=str(agency.pk)))
    assert [unit.name for unit in page.units] == ["Puskesmas Kayen", "Dinas Kesehatan"]
    assert page.parents == ((agency.pk, "Dinas Kesehatan"),)


def test_counts_are_of_all_units() -> None:
    """Also while only some are shown."""
    a_busy_government()
    page = overview(Filter(words="kayen"))
    assert (page.number, page.attention, dict(page.states)[S.SUBMITTED]) == (
        4,
        {"belum": 2, "macet": 1, "kembali": 1, "lowong": 1},
        1,
    )


def test_doors_tell_the_days_left_and_who_has_longer() -> None:
    """For those without grace; the others are counted."""
    assessment, unit = an_assessment(), a_unit()
    person = appointed(R.COORDINATOR, a_region())
    closes = MOMENT + 3 * DAY
    Deadline.objects.create(assessment=assessment, door=Door.SUBMIT, closes_at=closes)
    Grace.objects.create(
        assessment=assessment,
        unit=unit,
        door=Door.SUBMIT,
        until=closes + DAY,
        reason="Banjir",
        given_by=person,
        given_at=MOMENT,
    )
    doors = overview().doors
    assert [(door.state.days_left, door.longer) for door in doors] == [
        (3, 1),
        (None, 0),
        (None, 0),
        (None, 0),
    ]


def test_columns_turn_their_order() -> None:
    """Names rise first, figures fall first; everything else that was asked stays asked."""
    columns = {
        c.label: (c.address, c.now) for c in overview(Filter(kind="opd", order="-poin")).columns
    }
    assert (columns["Unit"], columns["Entri"], columns["Poin"]) == (
        ("?jenis=opd&urut=nama", "none"),
        ("?jenis=opd&urut=-entri", "none"),
        ("?jenis=opd&urut=poin", "descending"),
    )


def page_of(client: Client, asked: str = "") -> str:
    """The page itself."""
    response = client.get(f"/kerja/penilaian/{an_assessment().pk}/{asked}")
    assert response.status_code == 200
    return response.content.decode()


def test_all_that_are_shown_can_be_chosen_without_a_script() -> None:
    """One link marks them, the same link lets go of them."""
    a_busy_government()
    client = signed_in(appointed(R.COORDINATOR, a_region()))
    html = page_of(client, "?jenis=opd&pilih=semua")
    assert (html.count('name="unit"'), html.count(" checked")) == (2, 2)
    assert 'href="?jenis=opd#unit"' in html


def test_who_only_reads_has_nothing_to_choose() -> None:
    """A leader sees the same figures, without the coordinator's tools."""
    a_busy_government()
    html = page_of(signed_in(appointed(R.LEADER, a_region())))
    assert ('name="unit"' in html, "Ingatkan" in html, "Puskesmas Kayen" in html) == (
        False,
        False,
        True,
    )


@pytest.mark.parametrize(
    ("role", "overview_status", "remind_status"),
    [
        (R.OPERATOR, 403, 403),
        (R.HEAD, 403, 403),
        (R.COACH, 403, 403),
        (R.VERIFIER, 200, 403),
        (R.LEADER, 200, 403),
        (R.COORDINATOR, 200, 200),
        (R.NATIONAL, 404, 404),
    ],
)
def test_who_may_oversee(role: Role, overview_status: int, remind_status: int) -> None:
    """And who may remind."""
    places = {R.VERIFIER: a_region(), R.LEADER: a_region(), R.COORDINATOR: a_region()}
    place = None if role == R.NATIONAL else places.get(role) or a_unit()
    client, number = signed_in(appointed(role, place)), an_assessment().pk
    answers = [client.get(f"/kerja/penilaian/{number}/{rest}") for rest in ("", "ingatkan/")]
    assert [each.status_code for each in answers] == [overview_status, remind_status]


def test_another_government_is_not_there() -> None:
    """Not even for its coordinator's colleague next door."""
    client = signed_in(appointed(R.COORDINATOR, a_region("33.17", "Kabupaten Rembang")))
    number = an_assessment().pk
    answers = [client.get(f"/kerja/penilaian/{number}/{rest}") for rest in ("", "ingatkan/")]
    assert [each.status_code for each in answers] == [404, 404]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_number_of_queries_stays(rows: int, django_assert_num_queries: Counting) -> None:
    """However many units, entries and claims there are."""
    for number in range(rows):
        unit = a_unit(f"Unit {number}")
        appointed(R.OPERATOR, unit)
        for state in EntryState:
            entry = an_entry(unit, title=f"{state} {number}", state=state)
            Claim.objects.create(entry=entry, indicator="SID-05", level=3, saved_at=MOMENT)
    client = signed_in(appointed(R.COORDINATOR, a_region()))
    address = f"/kerja/penilaian/{an_assessment().pk}/"
    with django_assert_num_queries(18):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_the_queries_of_reminding_stay(rows: int, django_assert_num_queries: Counting) -> None:
    """Many units are looked at together."""
    asked = []
    for number in range(rows):
        unit = a_unit(f"Unit {number}")
        appointed(R.OPERATOR, unit)
        an_entry(unit, title=f"Draf {number}")
        asked.append(f"unit={unit.pk}")
    client = signed_in(appointed(R.COORDINATOR, a_region()))
    address = f"/kerja/penilaian/{an_assessment().pk}/ingatkan/?{'&'.join(asked)}"
    with django_assert_num_queries(12):
        assert client.get(address).status_code == 200


def test_reminders_go_to_operators_once_a_day_and_are_logged() -> None:
    """Units of other governments and units without an operator get none."""
    assessment = an_assessment()
    unit, empty = a_unit("Puskesmas Kayen"), a_unit("Kosong")
    foreign = a_unit("Jauh", region=a_region("33.17", "Kabupaten Rembang"))
    operator = appointed(R.OPERATOR, unit)
    appointed(R.OPERATOR, foreign)
    an_entry(unit, title="Kartu Sehat")
    closes = timezone.now() + 3 * DAY
    Deadline.objects.create(assessment=assessment, door=Door.SUBMIT, closes_at=closes)
    client = signed_in(appointed(R.COORDINATOR, a_region()))
    address = f"/kerja/penilaian/{assessment.pk}/ingatkan/"
    chosen = {"unit": [unit.pk, empty.pk, foreign.pk, "x"]}
    said = [client.post(address, chosen, follow=True).content.decode() for _ in range(2)]
    assert ["1 surel pengingat sedang dikirim." in each for each in said] == [True, False]
    waited = len(mail.outbox)
    assert (waited, send_waiting(timezone.now()), send_waiting(timezone.now())) == (0, 1, 0)
    assert [each.to for each in mail.outbox] == [[operator.email]]
    body = str(mail.outbox[0].body)
    assert ["- Kartu Sehat: Draf, kurang" in body, "Pengajuan oleh operator ditutup" in body] == [
        True,
        True,
    ]
    logged = Change.objects.filter(deed="unit_reminded").values_list("subject", flat=True)
    assert list(logged) == [f"unit:{unit.pk}"]


def test_who_is_invited_is_begun_with_the_chosen_units() -> None:
    """The lines only want names and addresses."""
    first, second = a_unit("Puskesmas Kayen"), a_unit("Puskesmas Juwana")
    client = signed_in(appointed(R.COORDINATOR, a_region()))
    address = f"/kerja/wilayah/33.18/orang/undang/?unit={first.pk}&unit={second.pk}&unit=x"
    html = client.get(address).content.decode()
    assert [f"; ; Operator; {unit.name}" in html for unit in (first, second)] == [True, True]
