"""An operator sends a file that nobody can open, is told so in the page, and mends it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.inspection.documents.sheets import LINE, text_pdf
from tests.journeys.conftest import Demonstration
from tests.journeys.signing_in import sign_in
from tests.journeys.test_accessibility import stumbled_over, things_of
from tests.web.evidence.test_evidence_pages import locked_pdf

pytestmark = pytest.mark.browser
PART = "SID-02"
WAIT = 90_000


@pytest.fixture(params=[1280, 390], ids=["desk", "phone"])
def operators(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of its own: the picture of a locked file is not there, which the browser tells."""
    size: ViewportSize = {"width": request.param, "height": 844}
    context = browser.new_context(base_url=site, viewport=size, locale="id-ID")
    yield context.new_page()
    context.close()


def test_a_locked_file_is_told_in_the_page_and_a_new_version_is_good(
    operators: Page, demonstration: Demonstration, tmp_path: Path
) -> None:
    """Without loading the page; and nobody stumbles over what it shows."""
    page = operators
    locked = tmp_path / f"terkunci-{tmp_path.name}.pdf"
    locked.write_bytes(locked_pdf() + f"\n% {tmp_path.name}\n".encode())
    mended = text_pdf(tmp_path / f"terbuka-{tmp_path.name}.pdf", [f"{LINE} {tmp_path.name}"])
    sign_in(page, demonstration.var, "operator")
    page.goto("/kerja/entri/{entry}/klaim/#".format(**things_of(demonstration)) + PART)
    page.locator(f"#{PART}").evaluate("claim => { claim.open = true }")

    page.locator(f"unggah-bukti[data-part='{PART}'] input[type=file]").set_input_files(locked)
    proof = page.locator(f"#bukti-{PART} .proof", has_text=locked.name)
    blocked = proof.locator(".told.blocks")
    expect(blocked).to_contain_text("terkunci kata sandi", timeout=WAIT)
    expect(blocked).to_contain_text("cetak menjadi PDF baru tanpa kata sandi")
    expect(page.locator(f"#{PART} > summary")).to_contain_text("tidak dapat dinilai", timeout=WAIT)
    assert stumbled_over(page) == []

    proof.locator(".proof-more > summary").click()
    proof.get_by_role("link", name="Ganti dengan versi baru").click()
    page.locator("#versi-baru input[type=file]").set_input_files(mended)
    page.get_by_role("heading", level=1, name=mended.name).wait_for(timeout=WAIT)
    found = page.locator(".inspected")
    expect(found.locator(".told").first).to_be_visible(timeout=WAIT)
    expect(found).not_to_contain_text("terkunci")
    expect(found).to_contain_text("Dokumen terbuka dan terbaca", timeout=WAIT)
