"""No page has what a screen reader, a keyboard or weak eyes would stumble over."""

from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import Demonstration
from tests.journeys.signing_in import sign_in

pytestmark = pytest.mark.browser

AXE = Path(__file__).parent / "axe-core-4.14.1" / "axe.min.js"
RUN = """axe.run(document, {resultTypes: ["violations"]}).then(told => told.violations.map(
    each => each.id + " at " + each.nodes.map(node => node.target).join(", ")))"""
PHONE = 640
PAGES = (
    "/",
    "/penilaian/2026/",
    "/penilaian/2027/",
    "/penilaian/2026/inovasi/rekaan-02/",
    "/penilaian/2023/penjelasan/mean",
    "/pedoman/2026/",
    "/pedoman/2026/SID-18/",
    "/unggah/",
    "/akun/password/reset/",
    "/akun/password/reset/done/",
)

OF_AN_OPERATOR = (
    "/kerja/",
    "/kerja/akun/",
    "/kerja/entri/{entry}/",
    "/kerja/entri/{entry}/klaim/",
    "/kerja/entri/{entry}/papan-cerita/",
    "/kerja/entri/{entry}/riwayat/",
    "/kerja/entri/{entry}/langkah/submit/",
    "/kerja/unit/{unit}/",
    "/kerja/unit/{unit}/bukti/",
    "/kerja/unit/{unit}/inovasi-baru/",
    "/kerja/bukti/{evidence}/",
    "/kerja/bukti/{evidence}/baca/",
    "/kerja/pemakaian/{video}/video/",
    "/kerja/wilayah/33.18/klinik/",
    "/kerja/wilayah/33.18/kesepakatan/",
    "/kerja/klinik/{clinic}/",
    "/kerja/diagnosis/{sheet}/",
    "/kerja/unit/{unit}/pendampingan/",
    "/kerja/entri/{entry}/panduan/SID-01/",
    "/kerja/entri/{entry}/surat/",
    "/akun/password/change/",
    "/akun/2fa/",
    "/akun/2fa/webauthn/",
    "/akun/logout/",
)
OF_A_COORDINATOR = (
    "/kerja/",
    "/kerja/penilaian/{assessment}/",
    "/kerja/penilaian/{assessment}/kalender/",
    "/kerja/penilaian/{assessment}/meja/pengaturan/",
    "/kerja/penilaian/{assessment}/kesepakatan/",
    "/kerja/penilaian/{assessment}/pelajaran/",
    "/kerja/penilaian/{assessment}/keberatan/",
    "/kerja/penilaian/{assessment}/hasil-resmi/",
    "/kerja/entri/{entry}/hasil-resmi/",
    "/kerja/penilaian/{assessment}/ingatkan/?unit={unit}",
    "/kerja/wilayah/33.18/unit/?jenis=rsud",
    "/kerja/wilayah/33.18/unit/baru/",
    "/kerja/wilayah/33.18/unit/impor/",
    "/kerja/wilayah/33.18/orang/",
    "/kerja/wilayah/33.18/orang/undang/",
    "/kerja/wilayah/33.18/penilaian-baru/",
    "/kerja/wilayah/33.18/klinik/",
    "/kerja/wilayah/33.18/pendamping/",
    "/kerja/wilayah/33.18/kop-surat/",
    "/kerja/unit/{unit}/ubah/",
    "/penilaian/daerah-{assessment}/",
)
OF_A_COACH = (
    "/kerja/",
    "/kerja/wilayah/33.18/klinik/",
    "/kerja/wilayah/33.18/klinik/baru/",
    "/kerja/wilayah/33.18/kesepakatan/",
    "/kerja/wilayah/33.18/pertanyaan/",
    "/kerja/wilayah/33.18/surat/",
    "/kerja/klinik/{clinic}/",
    "/kerja/klinik/{clinic}/ubah/",
    "/kerja/klinik/{clinic}/tunda/",
    "/kerja/klinik/{clinic}/batalkan/",
    "/kerja/klinik/{clinic}/buang/",
    "/kerja/klinik/{clinic}/pintu/",
    "/kerja/klinik/{clinic}/hadir/",
    "/kerja/klinik/{clinic}/hadir/luring/",
    "/kerja/klinik/{clinic}/hasil/",
    "/kerja/diagnosis/{sheet}/",
    "/kerja/diagnosis/{sheet}/layar/1/",
    "/kerja/kesepakatan/{agreement}/",
    "/kerja/unit/{unit}/pendampingan/",
    "/kerja/entri/{entry}/panduan/SID-01/",
    "/kerja/entri/{entry}/surat/",
)
OF_A_VERIFIER = (
    "/kerja/",
    "/kerja/penilaian/{assessment}/meja/",
    "/kerja/penilaian/{assessment}/keberatan/",
    "/kerja/penilaian/{assessment}/kesepakatan/",
    "/kerja/penilaian/{assessment}/pelajaran/",
    "/kerja/entri/{entry}/putusan/",
)
_THINGS = (
    "entry",
    "assessment",
    "unit",
    "evidence",
    "video",
    "clinic",
    "sheet",
    "agreement",
)


def stumbled_over(page: Page) -> list[str]:
    """What axe finds wrong on the page as it stands."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(RUN)
    return found


def test_every_page_is_for_everybody(page: Page) -> None:
    """In the light at a desk, in the dark on a phone."""
    if page.viewport_size and page.viewport_size["width"] < PHONE:
        page.emulate_media(color_scheme="dark")
    found = {}
    for address in PAGES:
        page.goto(address)
        found[address] = stumbled_over(page)
    assert {address: wrong for address, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(
    ("who", "addresses"),
    [
        ("operator", OF_AN_OPERATOR),
        ("koordinator", OF_A_COORDINATOR),
        ("pendamping", OF_A_COACH),
        ("verifikator", OF_A_VERIFIER),
    ],
)
def test_every_page_of_the_workspace_is_for_everybody(
    page: Page, demonstration: Demonstration, who: str, addresses: tuple[str, ...]
) -> None:
    """Whatever somebody comes upon at work."""
    named = things_of(demonstration)
    page.goto("/akun/login/")
    found = {"/akun/login/": stumbled_over(page)}
    sign_in(page, demonstration.var, who)
    for address in (each.format(**named) for each in addresses):
        answer = page.goto(address)
        assert answer
        assert (address, answer.status) == (address, 200)
        for details in page.locator("main details").all()[:3]:
            details.evaluate("each => { each.open = true }")
        found[address] = stumbled_over(page)
    assert {address: wrong for address, wrong in found.items() if wrong} == {}


def things_of(demonstration: Demonstration) -> dict[str, int]:
    """What the operator of the demonstration works on, by the numbers in addresses."""
    found = """
        SELECT entry.id, entry.assessment_id, unit.id, evidence.id, video.use_id,
        sheet.clinic_id, sheet.id, agreement.id
        FROM innovations_entry entry
        JOIN innovations_assessment assessment ON assessment.id = entry.assessment_id
        JOIN innovations_innovation innovation ON innovation.id = entry.innovation_id
        JOIN regions_unit unit ON unit.id = innovation.unit_id
        JOIN evidence_evidence evidence ON evidence.unit_id = unit.id
        JOIN evidence_use used ON used.entry_id = entry.id
        JOIN evidence_mark video ON video.use_id = used.id
        JOIN coaching_diagnosis sheet ON sheet.unit_id = unit.id
        JOIN coaching_agreement agreement ON agreement.clinic_id = sheet.clinic_id
        WHERE unit.code = 'pkm-juwana' AND assessment.edition = '2026'
        AND entry.state = 'returned' AND evidence.letter_number <> ''
    """
    with closing(connect(demonstration.var / "database.sqlite3")) as database:
        row = database.execute(found).fetchone()
    return dict(zip(_THINGS, row, strict=True))


def test_an_open_explanation_is_for_everybody(page: Page) -> None:
    """The dialog too."""
    page.goto("/")
    page.locator(".lead-number a").click()
    page.get_by_role("dialog").get_by_role("heading", level=1).wait_for()
    assert stumbled_over(page) == []


def test_errors_of_a_form_are_for_everybody(page: Page) -> None:
    """Told on top, beside the field, and to those who listen."""
    page.goto("/unggah/")
    page.locator("input[type=file]").evaluate("field => field.required = false")
    page.get_by_label("Target indeks").fill("seratus")
    page.get_by_role("button", name="Unggah dan hitung").click()
    page.get_by_role("alert").wait_for()
    assert stumbled_over(page) == []
