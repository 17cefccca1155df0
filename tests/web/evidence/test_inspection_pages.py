"""What people see of an inspection: how far it is, what it found and why, and how to repeat it."""

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
from django.test import Client
from django.utils.timezone import now
from pytest_django import Settings

from pragola.inspection.checks import CHECKS, checks_version
from pragola.inspection.findings import Finding, Place, Region, Severity, Spot
from pragola.inspection.steps import Deed, Step
from pragola.web.evidence.actions.inspecting import inspect_next
from pragola.web.evidence.actions.telling import PACE, Telling
from pragola.web.evidence.models import Inspection, InspectionState, Use
from pragola.web.evidence.queries.inspections import step_of
from pragola.web.evidence.queries.reading import Box, box_of
from pragola.web.innovations.models import Entry, EntryState
from pragola.web.regions.models import Role
from pragola.web.shared.audit import changes_of
from pragola.wording.check_words import LOOKS_AT
from tests.web.evidence.inspected import BLURRED, LOCKED, READABLE, found
from tests.web.evidence.test_evidence import a_file, a_pdf, operator_of, some_evidence, use
from tests.web.workplace import MOMENT, a_region, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db
ORDERED = "?urut=pedoman"
THIRD = Step(Deed.READING_PAGE, 3, 12)


@pytest.fixture(autouse=True)
def _own_renditions(settings: Settings, tmp_path: Path) -> None:
    settings.RENDITIONS = tmp_path / "renditions"


def a_use(state: EntryState = EntryState.DRAFT, pages: int = 3) -> Use:
    """A PDF that proves something, and waits."""
    entry = an_entry()
    used = use(some_evidence(entry.innovation.unit, a_file(a_pdf(pages))), entry)
    Entry.objects.update(state=state)
    return used


def taken(used: Use, *, tries: int = 1) -> Inspection:
    """Its inspection in the hands of a worker."""
    Inspection.objects.filter(use=used).update(
        state=InspectionState.RUNNING, tries=tries, started_at=MOMENT
    )
    return Inspection.objects.get(use=used)


def shown(used: Use, client: Client | None = None) -> str:
    """What the page shows of it, without its tags."""
    client = client or operator_of(used.entry)
    html = client.get(f"/kerja/pemakaian/{used.pk}/pemeriksaan/").content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_page_tells_what_the_worker_is_doing() -> None:
    """With how much of it is done."""
    used = a_use()
    assert shown(used) == "Menunggu diperiksa… Hasilnya muncul di sini."
    Telling([taken(used)], now)(THIRD)
    assert shown(used) == "Membaca halaman 3 dari 12 16 %"


def test_steps_that_come_too_quickly_are_not_written() -> None:
    """The first at once, then one a second at most."""
    used = a_use()
    moments = iter(MOMENT + part * PACE for part in (0, 0.5, 0.9, 1.0, 1.5))
    telling = Telling([taken(used)], lambda: next(moments))
    written = []
    for number in range(1, 6):
        telling(Step(Deed.READING_PAGE, number, 5))
        written.append(Inspection.objects.get().step)
    assert written == [f"reading_page {number} 5" for number in (1, 1, 1, 4, 4)]


def test_a_worker_that_was_killed_leaves_no_wrong_progress() -> None:
    """After a while nothing is said of it; whoever takes the row begins without."""
    used = a_use()
    Telling([taken(used)], lambda: MOMENT)(THIRD)
    row = Inspection.objects.get()
    late = MOMENT + timedelta(seconds=91)
    assert [step_of(row, at) for at in (MOMENT, late)] == [THIRD, None]
    assert shown(used) == "Sedang diperiksa… Hasilnya muncul di sini."
    row.state = InspectionState.WAITING
    assert step_of(row, MOMENT) is None
    row.save()
    inspect_next(clock=lambda: MOMENT)
    assert Inspection.objects.get().step != row.step


def test_a_worker_that_lost_its_row_says_nothing_more() -> None:
    """Another one holds it."""
    used = a_use()
    telling = Telling([taken(used)], lambda: MOMENT)
    taken(used, tries=2)
    telling(THIRD)
    assert Inspection.objects.get().step == ""


def test_the_worker_writes_the_steps_and_the_version_of_the_checks() -> None:
    """Of a real file."""
    a_use()
    inspect_next(clock=lambda: MOMENT)
    row = Inspection.objects.get()
    assert (row.step, row.step_at, row.checks) == ("reading_page 1 3", MOMENT, checks_version())


def test_what_is_to_be_mended_stands_first_and_the_rest_is_folded() -> None:
    """With its page, and when it was inspected by which checks."""
    used = a_use()
    found(used, READABLE, BLURRED, LOCKED, READABLE)
    html = operator_of(used.entry).get(f"/kerja/entri/{used.entry_id}/klaim/").content.decode()
    part = html[html.index('class="inspected"') :]
    assert re.findall(r'class="told (\w+)"|<(details) class="inspected', part)[:4] == [
        ("blocks", ""),
        ("doubtful", ""),
        ("", "details"),
        ("good", ""),
    ]
    assert "2 temuan lagi" in part
    address = f"/kerja/bukti/{used.evidence_id}/baca/?hal=2&amp;kotak=100,200,500,300"
    assert f'href="{address}"' in part
    assert "Diperiksa 1 Juli 2026, 10.00 WIB" in part
    assert "0123456789ab" in part
    assert '<span class="state blocks">1 tidak dapat dinilai</span>' in html


@pytest.mark.parametrize("state", [InspectionState.DONE, InspectionState.ISOLATED])
def test_a_file_is_inspected_again_when_somebody_asks(state: InspectionState) -> None:
    """It waits like one that was just sent, and the history of the entry tells who asked."""
    used = a_use(EntryState.UNDER_REVIEW)
    row = found(used, LOCKED)
    Inspection.objects.filter(pk=row.pk).update(state=state, tries=3, backlog=True)
    verifier = signed_in(appointed(Role.VERIFIER, a_region()))
    assert "Periksa ulang" in shown(used, verifier)
    answer = verifier.post(f"/kerja/pemakaian/{used.pk}/periksa-ulang/")
    assert answer["Location"] == f"/kerja/entri/{used.entry_id}/klaim/#SID-01"
    row.refresh_from_db()
    assert (row.state, row.tries, row.backlog) == (InspectionState.WAITING, 0, False)
    told = changes_of(used.entry)[0]
    assert (told.deed, told.part, told.acting_as) == (
        "evidence_inspected_again",
        "SID-01",
        Role.VERIFIER,
    )
    inspect_next(clock=lambda: MOMENT)
    assert "Semua halaman kosong." in shown(used, verifier)


def test_whoever_asks_stays_where_they_asked() -> None:
    """Also when the page took in the outcome later, and never on another site."""
    used = a_use()
    client = operator_of(used.entry)
    here = f"/kerja/bukti/{used.evidence_id}/?dari=klaim&x=1"
    Inspection.objects.update(state=InspectionState.RUNNING)
    waiting = unescape(client.get(here).content.decode())
    asked = re.findall(r'data-inspecting="([^"]+)"', waiting)
    found(used, LOCKED)
    part = unescape(client.get(asked[0]).content.decode())
    again = f"/kerja/pemakaian/{used.pk}/periksa-ulang/"
    answer = client.post(again, {"next": here})["Location"]
    away = client.post(again, {"next": "https://lain.example/"})["Location"]
    assert (f'name="next" value="{here}"' in part, answer) == (True, here)
    assert away == f"/kerja/entri/{used.entry_id}/klaim/#SID-01"


def test_the_claims_page_keeps_its_order_when_a_file_is_inspected_again() -> None:
    """Whoever reads the claims as the guideline has them comes back to them so."""
    used = a_use()
    found(used, LOCKED)
    page = f"/kerja/entri/{used.entry_id}/klaim/"
    client = operator_of(used.entry)
    shown = [unescape(client.get(f"{page}{asked}").content.decode()) for asked in ("", ORDERED)]
    back = f'name="next" value="{page}{ORDERED}#SID-01"'
    assert [back in each for each in shown] == [False, True]


@pytest.mark.parametrize("state", [InspectionState.WAITING, InspectionState.RUNNING])
def test_it_is_not_asked_for_twice(state: InspectionState) -> None:
    """What waits, waits on; a worker that has it keeps it."""
    used = a_use()
    Inspection.objects.update(state=state, tries=1)
    client = operator_of(used.entry)
    html = client.post(f"/kerja/pemakaian/{used.pk}/periksa-ulang/", follow=True).content.decode()
    assert "sedang menunggu atau sedang diperiksa" in html
    row = Inspection.objects.get()
    assert (row.state, row.tries) == (state, 1)
    assert [each.deed for each in changes_of(used.entry)] == ["evidence_used"]


def test_only_its_operator_and_verifiers_ask_for_it() -> None:
    """Others are not offered it; who may not read the entry does not find it."""
    used = a_use()
    found(used, LOCKED)
    unit = used.entry.innovation.unit
    statuses = {}
    for name, person in {
        "head": appointed(Role.HEAD, unit),
        "leader": appointed(Role.LEADER, a_region()),
        "elsewhere": appointed(Role.OPERATOR, a_unit("UPTD Puskesmas Lain")),
    }.items():
        client = signed_in(person)
        statuses[name] = client.post(f"/kerja/pemakaian/{used.pk}/periksa-ulang/").status_code
        if name != "elsewhere":
            assert "Periksa ulang" not in shown(used, client)
    assert statuses == {"head": 403, "leader": 403, "elsewhere": 404}


def test_a_finding_is_opened_with_what_was_measured() -> None:
    """And the check that made it, in both languages; what is not there is not found."""
    used = a_use()
    found(used, BLURRED)
    client = operator_of(used.entry)
    address = f"/kerja/pemakaian/{used.pk}/temuan/0/"
    html = client.get(address).content.decode()
    assert "<dt>Ketajaman (per seribu)</dt><dd>140</dd>" in html
    assert "Mutu pindaian" in html
    assert "Kontras, ketajaman, dan resolusi halaman" in html
    client.post("/bahasa/", {"language": "en"})
    assert "<dt>Sharpness (per mille)</dt><dd>140</dd>" in client.get(address).content.decode()
    assert client.get(f"/kerja/pemakaian/{used.pk}/temuan/7/").status_code == 404


def test_whoever_comes_by_reads_what_is_inspected() -> None:
    """Every check of the table, in its order, without an account."""
    html = Client().get("/pemeriksaan-berkas/").content.decode()
    assert re.findall(r'<tr id="(\w+)">', html) == list(CHECKS)
    assert [name for name in CHECKS if LOOKS_AT[name].id not in html] == []


@pytest.mark.parametrize(
    ("asked", "box"),
    [
        ("100,200,500,300", Box(100, 200, 400, 100)),
        ("0,0,1000,1000", Box(0, 0, 1000, 1000)),
        ("500,200,100,300", None),
        ("0,0,1001,10", None),
        ("<b>", None),
        ("", None),
    ],
)
def test_a_part_of_a_page_is_marked_only_where_it_is_one(asked: str, box: Box | None) -> None:
    """Whatever an address asks."""
    assert box_of(asked) == box


def test_the_viewer_draws_a_box_over_the_part_that_is_meant() -> None:
    """At the address that a finding leads to, and at no other."""
    used = a_use()
    address = f"/kerja/bukti/{used.evidence_id}/baca/"
    client = operator_of(used.entry)
    html = client.get(f"{address}?hal=2&kotak=100,200,500,300").content.decode()
    assert '<rect x="100" y="200" width="400" height="100" />' in html
    assert "<rect" not in client.get(f"{address}?hal=2").content.decode()


READ = Finding(
    code="letter_read",
    severity=Severity.INFO,
    check="document_letter",
    place=Place(page=1),
    facts=(("number", "050/7"), ("number_page", 1), ("office", "BUPATI"), ("office_page", 2)),
    spots=(
        Spot("number", 1, Region(600, 100, 900, 120)),
        Spot("office", 2, Region(550, 800, 800, 820)),
    ),
)


def test_a_finding_shows_the_pages_with_what_was_read_marked_and_named() -> None:
    """Each page once, with its boxes; in words for whoever sees no picture."""
    used = a_use()
    found(used, READ, BLURRED, READABLE)
    client = operator_of(used.entry)
    address = f"/kerja/pemakaian/{used.pk}/temuan"
    html = client.get(f"{address}/0/").content.decode()
    assert re.findall(r'src="[^"]*/halaman/(\d)-960.webp" alt="([^"]+)"', html) == [
        ("1", "halaman 1, kanan atas"),
        ("2", "halaman 2, kanan bawah"),
    ]
    assert re.findall(r"<rect ([^/]+) />", html) == [
        'x="600" y="100" width="300" height="20"',
        'x="550" y="800" width="250" height="20"',
    ]
    one = client.get(f"{address}/1/").content.decode()
    assert '<figcaption class="source">halaman 2, kiri atas</figcaption>' in one
    assert "<figure" not in client.get(f"{address}/2/").content.decode()


def test_what_lies_on_one_page_is_marked_on_one_picture() -> None:
    """And each is named."""
    used = a_use()
    spots = (READ.spots[0], Spot("office", 1, Region(550, 800, 800, 820)))
    found(used, replace(READ, spots=spots))
    html = operator_of(used.entry).get(f"/kerja/pemakaian/{used.pk}/temuan/0/").content.decode()
    caption = "halaman 1 · Nomor: kanan atas · Jabatan: kanan bawah"
    assert (html.count("<figure"), html.count("<rect")) == (1, 2)
    assert re.findall(r"<figcaption[^>]*>([^<]+)<", html) == [caption]
