"""The tree of units: added, moved, renamed, closed and imported without losing its history."""

from datetime import date
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pragola.scoring.faults import PragolaError
from pragola.web.regions.actions.units import (
    add_unit,
    close_unit,
    import_units,
    move_unit,
    open_region,
    rename_unit,
    reopen_unit,
)
from pragola.web.regions.governments import government, governments
from pragola.web.regions.models import Role, Unit, UnitKind
from pragola.web.regions.unit_lists import check_list, list_of_units, opened_list
from pragola.web.shared.audit import SYSTEM, changes_of
from pragola.workbook.unit_list import ListedUnit, write_unit_list
from tests.web.workplace import MOMENT, a_region, a_unit, appointed, signed_in

pytestmark = pytest.mark.django_db

NAMES = {"opd": "Perangkat daerah", "puskesmas": "Puskesmas"}


def fault_of(act: object, *given: object, **named: object) -> str:
    """The code of the fault with which an action refuses."""
    assert callable(act)
    with pytest.raises(PragolaError) as caught:
        act(*given, **named, by=SYSTEM, at=MOMENT)
    return caught.value.faults[0].code


def paths() -> dict[str, str]:
    """Where each unit stands, by names."""
    units = {str(unit.pk): unit.name for unit in Unit.objects.all()}
    return {
        unit.name: "/".join(units[part] for part in unit.path.split("/") if part)
        for unit in Unit.objects.all()
    }


def coordinator() -> Client:
    """A browser of the coordinator of Pati."""
    return signed_in(appointed(Role.COORDINATOR, a_region()))


def test_all_governments_are_known_by_their_codes() -> None:
    """38 provinces, 514 kabupaten and kota, each with the zone of its clocks."""
    provinces = [each for each in governments().values() if not each.province]
    assert (len(provinces), len(governments()) - len(provinces)) == (38, 514)
    found = [(government(code).name, government(code).time_zone) for code in ("33.18", "91.71")]
    assert found == [("Kabupaten Pati", "Asia/Jakarta"), ("Kota Jayapura", "Asia/Jayapura")]
    assert government("51").time_zone == "Asia/Makassar"
    assert fault_of(open_region, "33.99") == "government_unknown"


def test_a_region_is_opened_once() -> None:
    """With the ministry's name; again is the same one, and one line in the log."""
    first = open_region("33.18", by=SYSTEM, at=MOMENT)
    again = open_region("33.18", by=SYSTEM, at=MOMENT)
    assert (first, first.name) == (again, "Kabupaten Pati")
    assert [change.deed for change in changes_of(first)] == ["region_opened"]


def test_a_branch_moves_with_its_root() -> None:
    """Everything under a unit goes where it goes."""
    agency, other = a_unit("Dinas"), a_unit("Badan")
    unit = a_unit("UPTD", parent=agency)
    a_unit("Pustu", parent=unit)
    move_unit(unit, parent=other, by=SYSTEM, at=MOMENT)
    assert paths() == {
        "Dinas": "Dinas",
        "Badan": "Badan",
        "UPTD": "Badan/UPTD",
        "Pustu": "Badan/UPTD/Pustu",
    }
    move_unit(unit, parent=None, by=SYSTEM, at=MOMENT)
    assert paths()["Pustu"] == "UPTD/Pustu"


def test_what_cannot_be_is_refused() -> None:
    """No unit under itself, none under a closed one, no code twice, no closed root of open ones."""
    root = a_unit("Dinas")
    child = a_unit("UPTD", parent=root)
    closed = a_unit("Tutup")
    close_unit(closed, on=date(2026, 7, 1), by=SYSTEM, at=MOMENT)
    new = {"code": root.code, "name": "x", "kind": "opd", "parent": None}
    assert [
        fault_of(move_unit, root, parent=child),
        fault_of(move_unit, child, parent=closed),
        fault_of(add_unit, root.region, **new),
        fault_of(close_unit, root, on=date(2026, 7, 1)),
    ] == ["unit_under_itself", "unit_parent_closed", "unit_code_taken", "unit_has_open_children"]


def test_the_history_keeps_every_name_and_place() -> None:
    """Old and new of each change, the latest first; what changes nothing leaves no line."""
    unit = a_unit("Lama")
    rename_unit(unit, name="Baru", kind="puskesmas", by=SYSTEM, at=MOMENT)
    rename_unit(unit, name="Baru", kind="puskesmas", by=SYSTEM, at=MOMENT)
    close_unit(unit, on=date(2026, 7, 1), by=SYSTEM, at=MOMENT)
    reopen_unit(unit, by=SYSTEM, at=MOMENT)
    before = {"name": "Lama", "kind": "puskesmas", "parent": None}
    assert [(c.deed, c.old, c.new) for c in changes_of(unit)] == [
        ("unit_reopened", "2026-07-01", None),
        ("unit_closed", None, "2026-07-01"),
        ("unit_renamed", before, before | {"name": "Baru"}),
    ]


def listed(*rows: tuple[str, str, str, str | None]) -> list[ListedUnit]:
    """Rows of a list."""
    return [ListedUnit(code=c, name=n, kind=k, parent=p) for c, n, k, p in rows]


def as_file(rows: list[ListedUnit], tmp_path: Path) -> bytes:
    """The rows as an Excel file."""
    write_unit_list(tmp_path / "unit.xlsx", rows, kinds=NAMES)
    return (tmp_path / "unit.xlsx").read_bytes()


def test_a_list_is_shown_before_it_is_done(tmp_path: Path) -> None:
    """New, renamed and moved units; nothing changes until that is accepted."""
    region, client = a_region(), coordinator()
    add_unit(region, code="a", name="Lama", kind="opd", parent=None, by=SYSTEM, at=MOMENT)
    rows = listed(("a", "Baru", "opd", None), ("b", "UPTD", "puskesmas", "a"))
    file = SimpleUploadedFile("unit.xlsx", as_file(rows, tmp_path))
    page = client.post("/kerja/wilayah/33.18/unit/impor/", {"file": file})
    assert (page.status_code, paths()) == (200, {"Lama": "Lama"})
    sealed = page.context["checked"].sealed
    answer = client.post("/kerja/wilayah/33.18/unit/impor/terima/", {"daftar": sealed})
    assert (answer.status_code, paths()) == (302, {"Baru": "Baru", "UPTD": "Baru/UPTD"})


def test_a_list_that_was_overtaken_changes_nothing(tmp_path: Path) -> None:
    """Somebody else was faster: all or nothing, and it says so."""
    region = a_region()
    checked = check_list(region, ContentFile(as_file(listed(("a", "A", "opd", None)), tmp_path)))
    add_unit(region, code="a", name="Lain", kind="opd", parent=None, by=SYSTEM, at=MOMENT)
    again = opened_list(checked.sealed)
    assert again is not None
    refused = fault_of(import_units, region, again.listed, expected=again.changes)
    assert (refused, paths()) == ("units_changed_meanwhile", {"Lain": "Lain"})


def test_a_list_that_was_tampered_with_is_not_opened() -> None:
    """Only what was shown here can be accepted."""
    assert opened_list("tiruan") is None


def test_the_list_that_is_taken_away_changes_nothing() -> None:
    """What is handed out can be handed in."""
    agency = a_unit("Dinas", kind=UnitKind.OPD)
    a_unit("UPTD", parent=agency)
    checked = check_list(agency.region, ContentFile(list_of_units(agency.region)))
    assert (len(checked.listed), checked.changes) == (2, ())


@pytest.mark.parametrize("number", [1, 3])
def test_the_tree_takes_the_same_queries_for_one_and_three(
    number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Session, person, posts, region, units."""
    client = coordinator()
    for _ in range(number):
        appointed(Role.OPERATOR, a_unit())
    with django_assert_num_queries(5):
        html = client.get("/kerja/wilayah/33.18/unit/").content.decode()
    assert html.count("UPTD Puskesmas Contoh") == number


def test_a_unit_is_changed_on_its_page() -> None:
    """Added, renamed, moved, closed and opened again by forms alone."""
    client, agency = coordinator(), a_unit("Dinas")
    new = {"name": "UPTD", "kind": "puskesmas", "code": "pkm", "parent": agency.pk}
    client.post("/kerja/wilayah/33.18/unit/baru/", new)
    unit = Unit.objects.get(code="pkm")
    page = f"/kerja/unit/{unit.pk}/"
    posts = [
        client.post(f"{page}nama/", {"name": "Puskesmas", "kind": "puskesmas"}),
        client.post(f"{page}induk/", {"parent": ""}),
        client.post(f"{page}tutup/", {"on": "2026-07-01"}),
        client.post(f"{page}buka/"),
    ]
    assert [answer.status_code for answer in posts] == [302] * 4
    assert paths() == {"Dinas": "Dinas", "Puskesmas": "Puskesmas"}
    html = client.get(f"{page}ubah/").content.decode()
    shown = [deed in html for deed in ("Ditambahkan", "Diganti nama", "Dipindahkan", "Dibuka lagi")]
    assert shown == [True] * 4


def test_a_form_that_is_wrong_says_so_and_keeps_what_was_typed() -> None:
    """422, the sentence, and the words that were typed."""
    client, unit = coordinator(), a_unit("Dinas")
    new = {"name": "Nama baru", "kind": "opd", "code": unit.code, "parent": ""}
    answer = client.post("/kerja/wilayah/33.18/unit/baru/", new)
    html = answer.content.decode()
    shown = ["sudah dipakai oleh Dinas" in html, 'value="Nama baru"' in html]
    assert (answer.status_code, shown) == (422, [True, True])


@pytest.mark.parametrize(
    ("role", "status"), [(Role.OPERATOR, 403), (Role.LEADER, 403), (Role.COORDINATOR, 200)]
)
def test_only_the_coordinator_changes_units(role: Role, status: int) -> None:
    """Others of the government are refused, those of another do not find it."""
    unit = a_unit()
    place = unit if role is Role.OPERATOR else a_region()
    client = signed_in(appointed(role, place))
    other = signed_in(
        appointed(
            role,
            a_region("33.19", "Kudus")
            if place != unit
            else a_unit(region=a_region("33.19", "Kudus")),
        )
    )
    pages = (f"/kerja/unit/{unit.pk}/ubah/", "/kerja/wilayah/33.18/unit/")
    assert [client.get(page).status_code for page in pages] == [status] * 2
    assert [other.get(page).status_code for page in pages] == [404] * 2
