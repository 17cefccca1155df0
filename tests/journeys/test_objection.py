"""A unit objects to a verdict; a verifier who did not give it answers, and the score changes."""

import re
from contextlib import closing

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.journeys.conftest import Demonstration
from tests.journeys.signing_in import sign_in
from tests.journeys.test_accessibility import AXE, RUN

pytestmark = pytest.mark.browser

OPERATOR = "operator-lain"
WAITING = ".verdicts tbody tr:has(.state-waiting)"
SIZES: dict[str, ViewportSize] = {
    "desk": {"width": 1280, "height": 844},
    "phone": {"width": 390, "height": 844},
}


@pytest.mark.parametrize("device", SIZES)
def test_a_unit_objects_and_the_answer_changes_its_score(
    demonstration: Demonstration, browser: Browser, device: str
) -> None:
    """Returned by one, objected to by the operator, accepted by another: what it took is back."""
    context = browser.new_context(
        base_url=demonstration.address, viewport=SIZES[device], has_touch=device == "phone"
    )
    with closing(context):
        page = context.new_page()
        as_somebody(page, demonstration, OPERATOR)
        entry = entry_under_review(page)
        as_somebody(page, demonstration, "verifikator")
        page.goto(entry)
        indicator = page.locator(WAITING).first.locator(".code").inner_text()
        returned(page, indicator)
        as_somebody(page, demonstration, OPERATOR)
        page.goto(entry)
        taken = verified_points(page)
        objected(page, indicator)
        as_somebody(page, demonstration, "verifikator-kedua")
        answered(page, indicator)
        as_somebody(page, demonstration, OPERATOR)
        page.goto(entry)
        expect(row_of(page, indicator)).to_contain_text("Putusan ini menjawab keberatan unit")
        expect(row_of(page, indicator).get_by_role("link", name="Ajukan keberatan")).to_have_count(
            0
        )
        assert verified_points(page) > taken


def as_somebody(page: Page, demonstration: Demonstration, name: str) -> None:
    """Signed in as them, and nobody else."""
    page.context.clear_cookies()
    sign_in(page, demonstration.var, name)


def entry_under_review(page: Page) -> str:
    """The address of the verdicts on the unit's entry that is under review."""
    page.locator("th a", has_text="Jantung Sehat Kantor Desa").click()
    page.get_by_role("link", name="Putusan", exact=True).click()
    return page.url


def returned(page: Page, indicator: str) -> None:
    """The verifier sends the claim back: first without a reason, which is told beside the field."""
    row_of(page, indicator).get_by_role("button", name=re.compile("^Putuskan")).click()
    page.get_by_role("button", name=re.compile("^Kembalikan")).click()
    expect(page.locator("#alasan_error")).to_be_in_viewport()
    expect(page.locator("input[name=baku]").first).to_be_focused()
    page.get_by_label("Belum ada buktinya.").check()
    page.get_by_role("button", name=re.compile("^Kembalikan")).click()
    expect(page.locator(".undo")).to_contain_text(indicator)


def objected(page: Page, indicator: str) -> None:
    """The operator says why the verdict is wrong."""
    row_of(page, indicator).get_by_role("link", name="Ajukan keberatan").click()
    nothing_stands_in_the_way(page)
    page.get_by_label("Mengapa putusan ini keliru").fill("Buktinya ada di halaman pertama.")
    page.get_by_role("button", name="Kirim keberatan").click()
    expect(row_of(page, indicator)).to_contain_text("menunggu jawaban")


def answered(page: Page, indicator: str) -> None:
    """Another verifier is led from the list to the bench and accepts what is claimed."""
    page.get_by_role("link", name="Buka meja verifikasi").click()
    page.get_by_role("link", name=re.compile("^Keberatan")).click()
    waiting = page.locator("section.card", has_text=indicator).filter(has_text="menunggu jawaban")
    waiting.get_by_role("link", name=re.compile("^Buka di meja verifikasi")).click()
    expect(page.get_by_role("heading", name="Anda menjawab keberatan unit")).to_be_visible()
    nothing_stands_in_the_way(page)
    page.locator("input[name=level]").first.check()
    page.get_by_label("Dengan kata-kata Anda").fill("Benar, halaman pertama memuatnya.")
    page.get_by_role("button", name="Terima level ini").click()
    page.wait_for_url(re.compile(r"/meja/"))


def row_of(page: Page, indicator: str) -> Locator:
    """The claim's row among the verdicts on its entry."""
    return page.locator(".verdicts tbody tr").filter(has=page.get_by_text(indicator, exact=True))


def verified_points(page: Page) -> float:
    """What the entry is worth by its verdicts."""
    shown = page.locator(".both-sides > span", has_text="Terverifikasi").locator("strong")
    return float(shown.inner_text().replace(",", "."))


def nothing_stands_in_the_way(page: Page) -> None:
    """No sideways scrolling, nothing that a screen reader would stumble over."""
    page.evaluate(AXE.read_text())
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert (wide, page.evaluate(RUN)) == (0, [])
