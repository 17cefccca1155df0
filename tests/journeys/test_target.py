"""From a target to a plan that units work by, at a desk and on a phone."""

import re
from contextlib import closing
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.journeys.conftest import Demonstration
from tests.journeys.signing_in import sign_in
from tests.journeys.test_accessibility import stumbled_over, things_of

pytestmark = pytest.mark.browser

LONG = 120_000
"""Milliseconds for a worker to come round to it."""


def test_a_coordinator_toggles_agrees_and_an_operator_sees_it(
    page: Page, demonstration: Demonstration
) -> None:
    """The plan of the live answers, a choice around it, the agreement, who it asks, what closes."""
    assessment = things_of(demonstration)["assessment"]
    sign_in(page, demonstration.var, "koordinator")
    page.goto(f"/kerja/penilaian/{assessment}/target/")
    lines = page.locator(".plan-line")
    ready = page.get_by_role("link", name="Sepakati rencana ini")
    anew = page.get_by_role("button", name=re.compile("^Hitung (lagi|rencana)"))
    expect(ready.or_(anew).first).to_be_visible(timeout=LONG)
    if not ready.is_visible():
        anew.click()
    expect(ready).to_be_visible(timeout=LONG)
    wide = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert (wide, stumbled_over(page)) == (True, [])
    unwanted = lines.first.locator("h4").inner_text()
    lines.first.get_by_role("button", name="Bukan ini").click()
    expect(page.locator("#pilihan")).to_contain_text(unwanted)
    expect(lines.first).to_be_visible(timeout=LONG)
    expect(page.locator(".plan-lines h4").filter(has_text=unwanted)).to_have_count(0)
    page.locator("#pilihan").get_by_role("button", name="Cabut").first.click()
    expect(lines.first.locator("h4")).to_have_text(unwanted, timeout=LONG)
    ready.click()
    assert stumbled_over(page) == []
    page.get_by_role("button", name="Sepakati rencana ini").click()
    expect(page.get_by_role("heading", name="Rencana yang disepakati")).to_be_visible()
    assert stumbled_over(page) == []
    with closing(colleague(page)) as context:
        operator = context.new_page()
        sign_in(operator, demonstration.var, "operator")
        expect(operator.get_by_role("heading", name="Kesepakatan (")).to_be_visible()
        shared = operator.get_by_role("region", name="Mengikuti kegiatan bersama")
        shared.get_by_role("link").first.click()
        expect(operator.get_by_text("Rencana daerah: naikkan ke level").first).to_be_attached()
    row = page.locator(".plan-line:not(.is-done)").filter(has=recorded(page)).first
    about = row.get_by_role("heading").inner_text()
    recorded(row).click()
    page.locator("details[open] .level-card").last.click()
    page.locator("details[open]").get_by_role("button", name="Simpan level").click()
    page.goto(f"/kerja/penilaian/{assessment}/rencana/")
    closed = page.locator(".plan-line.is-done").filter(has_text=about)
    expect(closed.get_by_text("selesai", exact=True)).to_be_visible()
    assert stumbled_over(page) == []


def recorded(where: Page | Locator) -> Locator:
    """The link of work of the region's own by which it is written down that it is done."""
    return where.get_by_role("link", name="Catat level daerah")


def colleague(page: Page) -> BrowserContext:
    """Another browser at the same desk or on the same phone."""
    browser, address = page.context.browser, urlsplit(page.url)
    assert browser
    return browser.new_context(
        base_url=f"{address.scheme}://{address.netloc}",
        viewport=page.viewport_size,
        locale="id-ID",
    )


def test_the_pages_beside_are_for_everybody(page: Page, demonstration: Demonstration) -> None:
    """Efforts, comparison, the region's rows, other years; by a leader, who only reads."""
    assessment = things_of(demonstration)["assessment"]
    sign_in(page, demonstration.var, "pimpinan")
    found = {}
    below = ("target/tenaga/", "target/bandingkan/", "target/tahun-lain/", "baris-daerah/")
    for name in below:
        page.goto(f"/kerja/penilaian/{assessment}/{name}")
        wide = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        found[name] = (wide, stumbled_over(page))
    assert found == dict.fromkeys(below, (True, []))
