"""The whole way of an entry by ordinary forms: no browser here runs a script."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Demonstration
from tests.journeys.signing_in import sign_in

pytestmark = pytest.mark.browser

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"
PEOPLE = ("operator", "kepala", "verifikator", "koordinator")
RETURN = "Kembalikan ke operator"
JUDGED = {"Kembalikan dengan alasan": "kembalikan", "Nyatakan terverifikasi": "terima"}


@pytest.fixture
def pages(browser: Browser, demonstration: Demonstration) -> Iterator[dict[str, Page]]:
    """A page of each of the people on the way, on a phone, signed in."""
    made: dict[str, Page] = {}
    for name in PEOPLE:
        context = browser.new_context(
            base_url=demonstration.address,
            viewport={"width": 390, "height": 844},
            locale="id-ID",
            java_script_enabled=False,
        )
        made[name] = context.new_page()
        sign_in(made[name], demonstration.var, name)
    yield made
    for page in made.values():
        page.context.close()


def begun(page: Page) -> str:
    """Begin an innovation by its title; the path of its entry."""
    page.goto("/kerja/")
    page.get_by_role("link", name="Mulai inovasi baru").first.click()
    page.get_by_label("Judul inovasi").fill("Bidan Siaga Ombak (rekaan)")
    page.get_by_role("button", name="Lanjut").click()
    page.wait_for_url(re.compile(r"/kerja/entri/\d+/"))
    return urlsplit(page.url).path


def filled(page: Page, path: str, file: Path) -> None:
    """Write a text, claim a level, send its proof; each is there when the page is back."""
    page.get_by_label("Tujuan inovasi").fill("Ibu hamil diperiksa di rumahnya.")
    page.get_by_role("button", name="Simpan profil").click()
    expect(page.get_by_label("Tujuan inovasi")).to_have_value("Ibu hamil diperiksa di rumahnya.")
    page.goto(f"{path}klaim/?buka=SID-04")
    claim = page.locator("details.claim[id='SID-04']")
    claim.locator("input[name=level][value='1']").check()
    claim.get_by_role("button", name="Simpan klaim SID-04").click()
    expect(page.locator("[id='hasil-SID-04']")).to_contain_text("Level 1")
    claim.locator("input[type=file]").set_input_files(file)
    claim.get_by_role("button", name="Unggah").click()
    expect(page.locator("#bukti-SID-04")).to_contain_text(file.name)


def judged(page: Page, path: str, deed: str) -> None:
    """Give the one claim a verdict, with the first standard reason, and come back to all."""
    page.goto(f"{path}putusan/")
    page.locator("table.verdicts").get_by_role("button", name="Putuskan").click()
    if deed == "kembalikan":
        page.locator("#putusan input[name=baku]").first.check()
    page.locator(f"#putusan [data-deed={deed}]").click()
    page.goto(f"{path}putusan/")


def moved(page: Page, path: str, name: str) -> str:
    """Make a move, with a reason where one is asked for; the state the entry has then."""
    if name in JUDGED:
        judged(page, path, JUDGED[name])
    else:
        page.goto(path)
        page.get_by_role("link", name=name, exact=True).click()
    if name == RETURN:
        part = page.locator("details.reason-part", has_text="SID-04")
        part.locator("summary").click()
        part.locator("select").select_option(index=1)
    page.locator("main").get_by_role("button", name=name, exact=True).click()
    return page.locator(".entry-state .state").inner_text()


def test_an_entry_goes_its_whole_way_without_a_script(
    pages: dict[str, Page], tmp_path: Path
) -> None:
    """Written, proven, submitted, sent back, approved, returned, verified and closed."""
    operator, head, verifier, coordinator = (pages[name] for name in PEOPLE)
    path = begun(operator)
    file = tmp_path / "surat-tanpa-skrip.pdf"
    file.write_bytes(PDF + tmp_path.name.encode())
    filled(operator, path, file)
    way = [
        (operator, "Ajukan ke kepala unit", "Diajukan"),
        (head, "Kembalikan ke operator", "Dikembalikan"),
        (operator, "Ajukan ke kepala unit", "Diajukan"),
        (head, "Setujui", "Disetujui kepala unit"),
        (verifier, "Mulai periksa", "Sedang diperiksa"),
        (verifier, "Kembalikan dengan alasan", "Dikembalikan"),
        (operator, "Ajukan ke kepala unit", "Diajukan"),
        (head, "Setujui", "Disetujui kepala unit"),
        (verifier, "Mulai periksa", "Sedang diperiksa"),
        (verifier, "Nyatakan terverifikasi", "Terverifikasi"),
        (coordinator, "Tutup untuk berkas", "Ditutup untuk berkas"),
    ]
    assert [moved(page, path, name) for page, name, _state in way] == [each[2] for each in way]
    operator.goto(f"{path}riwayat/")
    told = operator.locator("main").inner_text()
    assert [told.count(each) for each in ("Ajukan ke kepala unit", "Belum ada buktinya.")] == [3, 3]
