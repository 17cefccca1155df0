"""A unit's page: its entries of all years, who works there, what to remind them of."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from pragola.web.innovations.models import EntryState
from pragola.web.regions.models import Role
from tests.web.workplace import a_region, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db

type Counting = Callable[[int], AbstractContextManager[object]]
R = Role


@pytest.mark.parametrize(
    ("role", "place", "status"),
    [
        (R.OPERATOR, "Puskesmas", 200),
        (R.OPERATOR, "Dinas", 404),
        (R.HEAD, "Dinas", 200),
        (R.COACH, "Dinas", 200),
    ],
)
def test_a_unit_is_read_from_above(role: Role, place: str, status: int) -> None:
    """Heads and coaches read their branch, operators their own unit only."""
    agency = a_unit("Dinas")
    unit = a_unit("Puskesmas", parent=agency)
    client = signed_in(appointed(role, {"Dinas": agency, "Puskesmas": unit}[place]))
    assert client.get(f"/kerja/unit/{unit.pk}/").status_code == status


@pytest.mark.parametrize(
    ("role", "code", "status"),
    [
        (R.VERIFIER, "33.18", 200),
        (R.COORDINATOR, "33.18", 200),
        (R.LEADER, "33.18", 200),
        (R.COORDINATOR, "33.17", 404),
    ],
)
def test_a_unit_is_read_by_those_who_see_all_of_its_government(
    role: Role, code: str, status: int
) -> None:
    """And by nobody of another one."""
    unit = a_unit()
    client = signed_in(appointed(role, a_region(code, "Kabupaten")))
    assert client.get(f"/kerja/unit/{unit.pk}/").status_code == status


def test_a_head_sees_the_branch_by_years_with_people_and_a_reminder() -> None:
    """The newest year is open, older ones are folded."""
    agency = a_unit("Dinas")
    under = a_unit("Puskesmas Kayen", parent=agency)
    an_entry(agency, title="Punya dinas")
    an_entry(under, title="Punya puskesmas")
    an_entry(under, title="Tahun lama", edition="2023", state=EntryState.CLOSED)
    head = appointed(R.HEAD, agency)
    html = signed_in(head).get(f"/kerja/unit/{agency.pk}/").content.decode()
    said = ("Punya dinas", "Punya puskesmas", "Tahun lama", head.email, "Teks pengingat")
    assert [words in html for words in said] == [True] * len(said)
    assert html.index("<summary>Penilaian 2023 (1)") > html.index("<h2>Penilaian 2026 (2)")


def test_operators_are_not_asked_to_remind_themselves() -> None:
    """They begin innovations instead."""
    unit = a_unit()
    an_entry(unit)
    html = signed_in(appointed(R.OPERATOR, unit)).get(f"/kerja/unit/{unit.pk}/").content.decode()
    assert ("Teks pengingat" in html, "Mulai inovasi baru" in html) == (False, True)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_number_of_queries_stays(rows: int, django_assert_num_queries: Counting) -> None:
    """However many entries, people and units under it there are."""
    unit = a_unit()
    for number in range(rows):
        below = a_unit(f"Bawah {number}", parent=unit)
        appointed(R.OPERATOR, unit)
        for edition in ("2023", "2026"):
            an_entry(below, title=f"Inovasi {edition} {number}", edition=edition)
    client = signed_in(appointed(R.COORDINATOR, a_region()))
    with django_assert_num_queries(20):
        assert client.get(f"/kerja/unit/{unit.pk}/").status_code == 200
