"""A visitor reads the assessment, opens a number, and hands in answers of their own."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from pragola.demonstration import demonstration
from pragola.rulebooks import load_edition
from pragola.workbook import write_json, write_workbook

pytestmark = pytest.mark.browser

_ANSWERED_WITHIN = 30_000


def fits(page: Page) -> bool:
    """Whether nothing has to be scrolled sideways, once the page is there."""
    page.wait_for_load_state("load")
    return bool(page.locator("html").evaluate("html => html.scrollWidth <= window.innerWidth"))


def index_on(page: Page) -> str:
    """The number that leads the page."""
    return page.locator(".lead-number").inner_text()


def test_the_assessment_opens_and_years_are_switched(page: Page) -> None:
    """From 2023 to 2026 to the outlook of 2027, which says that it is one."""
    page.goto("/")
    first = index_on(page)
    assert fits(page)
    for year in ("2026", "2027"):
        page.get_by_role("navigation", name="Tahun").get_by_role("link", name=year).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(year)
        assert fits(page)
    expect(page.locator(".notice")).to_contain_text("Perkiraan:")
    assert index_on(page) != first


def test_a_number_is_opened_beside_the_page(page: Page) -> None:
    """With the keyboard alone: the index, what it was computed from, and back to the page."""
    page.goto("/")
    page.locator(".lead-number a").focus()
    page.keyboard.press("Enter")
    drawer = page.get_by_role("dialog", name="Penjelasan")
    expect(drawer.get_by_role("heading", level=1)).to_have_text("Indeks")
    drawer.locator("table a").first.focus()
    page.keyboard.press("Enter")
    expect(drawer.get_by_role("heading", level=1)).to_have_text("Indeks sebelum dibulatkan")
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    expect(page.locator(".lead-number a")).to_be_focused()


def test_a_number_has_a_page_of_its_own(page: Page) -> None:
    """For a link that is sent on, and for who has no scripts."""
    page.goto("/penilaian/2023/penjelasan/index")
    expect(page.get_by_role("heading", level=1)).to_have_text("Indeks")
    expect(page.get_by_role("heading", name="Dihitung dari")).to_be_visible()
    expect(page.get_by_role("heading", name="Sumber")).to_be_visible()
    assert fits(page)


def test_an_innovation_is_opened(page: Page) -> None:
    """Its rows, and what one level more would add."""
    page.goto("/penilaian/2026/")
    page.locator(".innovations tbody a").first.click()
    expect(page.get_by_text("Level berikutnya").first).to_be_attached()
    assert fits(page)


def test_the_guideline_is_looked_up(page: Page) -> None:
    """From the edition to an indicator, with what each value rests on."""
    page.goto("/pedoman/2026/")
    assert fits(page)
    page.get_by_role("link", name="Kemanfaatan inovasi").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kemanfaatan inovasi")
    assert fits(page)


def test_the_first_tab_leads_past_the_frame(page: Page) -> None:
    """Who uses the keyboard need not walk through the header."""
    page.goto("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_workbook_is_handed_in_and_scored(page: Page, tmp_path: Path) -> None:
    """The same index as the demonstration's own page."""
    path = tmp_path / "pati.xlsx"
    write_workbook(load_edition("2026"), path, demonstration("2026"))
    page.goto("/penilaian/2026/")
    shown = index_on(page)
    page.get_by_role("link", name="Unggah jawaban").click()
    expect(page.get_by_label("Berkas jawaban")).to_be_visible()
    assert fits(page)
    page.get_by_label("Berkas jawaban").set_input_files(path)
    page.get_by_label("Target indeks").fill("65,01")
    page.get_by_role("button", name="Unggah dan hitung").click()
    page.wait_for_url("**/penilaian/*/", timeout=_ANSWERED_WITHIN)
    expect(page.locator(".lead-number")).to_have_text(shown)
    assert fits(page)
    expect(page.get_by_text("Target 65,01")).to_have_count(2)


def test_a_faulty_file_is_told_fault_by_fault(page: Page, tmp_path: Path) -> None:
    """Each with its place, all at once, and the way back to the form."""
    path = tmp_path / "pati.json"
    write_json(demonstration("2026"), path)
    path.write_text(path.read_text().replace('"SPD-01": ', '"SPD-1": ').replace("Pati", ""))
    page.goto("/unggah/")
    page.get_by_label("Berkas jawaban").set_input_files(path)
    page.get_by_role("button", name="Unggah dan hitung").click()
    expect(page.get_by_text("perlu diperbaiki")).to_be_visible(timeout=_ANSWERED_WITHIN)
    expect(page.get_by_text("spd.SPD-1", exact=True)).to_be_visible()
    assert fits(page)
    page.get_by_role("link", name="Unggah lagi").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Unggah jawaban daerah Anda")


def test_the_language_is_switched_and_kept(page: Page) -> None:
    """English numbers on the next page too."""
    page.goto("/")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.goto("/penilaian/2026/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert "." in index_on(page)
