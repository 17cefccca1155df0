"""An operator sends a proof over a link of 400 kbit/s that is cut, and closes the browser."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from random import randbytes
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect

from tests.journeys.conftest import Demonstration
from tests.journeys.entries import open_entry
from tests.journeys.signing_in import sign_in
from tests.journeys.weak_link import WeakLink

pytestmark = pytest.mark.browser
SLOW = 50_000
PART = "SID-04"
WAIT = 30_000


@pytest.fixture
def link(demonstration: Demonstration) -> Iterator[WeakLink]:
    """A link to the demonstration that is not weak yet."""
    port = urlsplit(demonstration.address).port
    assert port
    with WeakLink(port) as weak:
        yield weak


@pytest.fixture(params=[1280, 390], ids=["desk", "phone"])
def context(
    browser: Browser, link: WeakLink, request: pytest.FixtureRequest
) -> Iterator[BrowserContext]:
    """A browser at the other end of the link."""
    size: ViewportSize = {"width": request.param, "height": 844}
    made = browser.new_context(base_url=link.address, viewport=size, locale="id-ID")
    yield made
    made.close()


def claims_of(context: BrowserContext, address: str) -> tuple[Page, Locator]:
    """The claims page in a new tab, at the part that is being proven, with its uploader."""
    page = context.new_page()
    page.goto(f"{address}#{PART}")
    return page, page.locator(f"unggah-bukti[data-part='{PART}']")


def choose(uploader: Locator, file: Path) -> Locator:
    """Choose a file; its row in the list."""
    uploader.locator("input[type=file]").set_input_files(file)
    return uploader.locator(".arriving", has_text=file.name).last


def test_nothing_is_lost_on_a_link_that_drops(
    context: BrowserContext, link: WeakLink, demonstration: Demonstration, tmp_path: Path
) -> None:
    """Cut in the middle, it goes on by itself; closed, it goes on with the same file."""
    content = b"%PDF-1.7\n" + randbytes(600_000) + b"\n%%EOF\n"
    file = tmp_path / f"laporan-{tmp_path.name}.pdf"
    file.write_bytes(content)
    start = context.new_page()
    sign_in(start, demonstration.var, "operator")
    address = f"{open_entry(start)}klaim/"

    page, uploader = claims_of(context, address)
    link.bytes_a_second = SLOW
    row = choose(uploader, file)
    expect(row.locator(".state")).to_have_text("dikirim", timeout=WAIT)
    page.wait_for_timeout(3_000)
    link.cut()
    expect(row.locator(".state")).to_have_text("sambungan terputus", timeout=WAIT)
    link.mend()
    expect(row.locator(".state")).to_have_text("dikirim", timeout=WAIT)
    page.wait_for_timeout(3_000)
    page.close()

    link.bytes_a_second = 0
    page, uploader = claims_of(context, address)
    expect(uploader.locator(".arriving .state")).to_have_text("belum selesai", timeout=WAIT)
    row = choose(uploader, file)
    expect(row.locator(".state")).to_have_text("tersimpan", timeout=WAIT)
    expect(page.locator(f"#bukti-{PART}")).to_contain_text(file.name, timeout=WAIT)

    digest = sha256(content).hexdigest()
    kept = demonstration.var / "evidence" / digest[:2] / digest[2:4] / digest
    assert kept.read_bytes() == content
    row = choose(uploader, file)
    expect(row.locator(".arriving-told")).to_contain_text("sudah ada di unit Anda", timeout=WAIT)
