"""No page has what a screen reader, a keyboard or weak eyes would stumble over."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

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
