"""From the invitation to the head's approval, on a phone and at a desk, over a link that drops."""

import re
from collections.abc import Iterator
from pathlib import Path
from random import randbytes
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.journeys.conftest import Demonstration
from tests.journeys.entries import open_entry
from tests.journeys.signing_in import sign_in
from tests.journeys.weak_link import WeakLink

pytestmark = pytest.mark.browser

UNIT = "UPTD Puskesmas Juwana"
BYTES_A_SECOND = 50_000
"""400 kbit/s."""
WAIT = 30_000
TITLES = {1280: "Rujukan Perahu (rekaan)", 390: "Kelas Ibu Pesisir (rekaan)"}
DESK: ViewportSize = {"width": 1280, "height": 844}


@pytest.fixture
def link(demonstration: Demonstration) -> Iterator[WeakLink]:
    """A link to the demonstration that can be slow and cut."""
    port = urlsplit(demonstration.address).port
    assert port
    with WeakLink(port) as weak:
        yield weak


@pytest.fixture(params=[1280, 390], ids=["desk", "phone"])
def width(request: pytest.FixtureRequest) -> int:
    """How wide the operator's screen is."""
    return int(request.param)


@pytest.fixture
def operators(browser: Browser, link: WeakLink, width: int) -> Iterator[BrowserContext]:
    """The operator's browser, at the other end of the weak link."""
    made = browser.new_context(
        base_url=link.address, viewport={"width": width, "height": 844}, locale="id-ID"
    )
    yield made
    made.close()


def somebody(browser: Browser, demonstration: Demonstration, name: str) -> Page:
    """A page of one of the demonstration's people, signed in."""
    context = browser.new_context(base_url=demonstration.address, viewport=DESK, locale="id-ID")
    page = context.new_page()
    sign_in(page, demonstration.var, name)
    return page


def invited(coordinator: Page, email: str) -> str:
    """Invite an operator; the path of the link."""
    coordinator.goto("/kerja/wilayah/33.18/orang/undang/")
    coordinator.get_by_label("Nama", exact=True).fill("Operator Baru")
    coordinator.get_by_label("Surel", exact=True).fill(email)
    coordinator.get_by_label("Peran", exact=True).select_option("operator")
    coordinator.get_by_label("Unit", exact=True).select_option(label=UNIT)
    coordinator.get_by_role("button", name="Kirim undangan").click()
    return urlsplit(coordinator.locator("code.link").inner_text()).path


def begun(page: Page, path: str, title: str) -> str:
    """Take the invitation up and begin an innovation; the path of its entry."""
    page.goto(path)
    page.get_by_label("Kata sandi baru").fill("kopi-pahit-juwana")
    page.get_by_role("button", name="Buat akun dan masuk").click()
    page.wait_for_url("**/kerja/")
    page.get_by_role("link", name="Mulai inovasi baru").first.click()
    page.get_by_label("Judul inovasi").fill(title)
    page.get_by_role("button", name="Lanjut").click()
    page.wait_for_url(re.compile(r"/kerja/entri/\d+/"))
    return urlsplit(page.url).path


def saved(page: Page) -> None:
    """Wait until everything that was written is saved."""
    expect(page.locator("#simpan-otomatis")).to_have_text("Semua sudah tersimpan.", timeout=WAIT)


def write_without_a_link(context: BrowserContext, link: WeakLink, path: str) -> None:
    """Write while the link is cut, close the browser's tab, and find it all again."""
    page = context.new_page()
    page.goto(path)
    page.get_by_label("Tujuan inovasi").fill("Ibu hamil diperiksa di rumahnya.")
    saved(page)
    link.cut()
    page.get_by_label("Manfaat yang diperoleh").fill("Tidak ada yang terlambat dirujuk.")
    expect(page.locator("#simpan-otomatis")).to_contain_text("Sambungan terputus", timeout=WAIT)
    page.close()
    link.mend()
    page = context.new_page()
    page.goto(path)
    expect(page.get_by_label("Manfaat yang diperoleh")).to_have_value(
        "Tidak ada yang terlambat dirujuk."
    )
    expect(page.locator("#sesudah-manfaat")).to_contain_text("Tersimpan", timeout=WAIT)
    page.close()


def claim_everything(page: Page, path: str) -> None:
    """Choose a level for each of the twenty indicators."""
    page.goto(f"{path}klaim/")
    for code in page.locator("details.claim").evaluate_all("all => all.map(each => each.id)"):
        claim = page.locator(f"details.claim[id='{code}']")
        if not claim.evaluate("each => each.open"):
            claim.locator("summary").first.click()
        if claim.locator("input[name=base]").count():
            claim.locator("input[name=base]").first.check()
        claim.locator("input[name=level][value='2']").check()
        expect(page.locator(f"[id='hasil-{code}']")).to_contain_text("Level 2", timeout=WAIT)
        claim.locator("summary").first.click()
    expect(page.locator("#jumlah")).to_contain_text("20 dari 20")


def prove(page: Page, link: WeakLink, part: str, files: list[Path]) -> None:
    """Send proofs over the slow link, which is cut while they are on their way."""
    page.goto(f"{urlsplit(page.url).path}#{part}")
    link.bytes_a_second = BYTES_A_SECOND
    uploader = page.locator(f"unggah-bukti[data-part='{part}']")
    uploader.locator("input[type=file]").set_input_files(files)
    rows = uploader.locator(".arriving .state")
    for _ in range(2):
        expect(rows.filter(has_text="dikirim").first).to_be_visible(timeout=WAIT)
        link.cut()
        expect(rows.filter(has_text="terputus").first).to_be_visible(timeout=WAIT)
        link.mend()
    expect(rows.filter(has_text="tersimpan")).to_have_count(len(files), timeout=2 * WAIT)
    link.bytes_a_second = 0
    for file in files:
        expect(page.locator(f"#bukti-{part}")).to_contain_text(file.name, timeout=WAIT)


def test_an_invited_operator_gets_an_innovation_to_the_heads_approval(
    operators: BrowserContext,
    browser: Browser,
    link: WeakLink,
    demonstration: Demonstration,
    width: int,
    tmp_path: Path,
) -> None:
    """Nothing written or sent is lost on the way, and Bappeda sees it at its end."""
    coordinator = somebody(browser, demonstration, "koordinator")
    invitation = invited(coordinator, f"baru-{width}@contoh.invalid")
    page = operators.new_page()
    path = begun(page, invitation, TITLES[width])
    page.close()
    write_without_a_link(operators, link, path)

    page = operators.new_page()
    claim_everything(page, path)
    files = [tmp_path / f"bukti-{number}-{width}.pdf" for number in range(2)]
    for file in files:
        file.write_bytes(b"%PDF-1.7\n" + randbytes(250_000) + b"\n%%EOF\n")
    prove(page, link, "SID-01", files)

    page.get_by_role("link", name="Ajukan ke kepala unit").click()
    expect(page.locator("main")).to_contain_text("Masih kurang")
    page.get_by_role("button", name="Ajukan ke kepala unit").click()
    expect(page.locator(".entry-state")).to_contain_text("Diajukan")

    head = somebody(browser, demonstration, "kepala")
    head.goto(path)
    head.get_by_role("link", name="Setujui").click()
    head.get_by_role("button", name="Setujui").click()
    expect(head.locator(".entry-state")).to_contain_text("Disetujui kepala unit")

    other = somebody(browser, demonstration, "operator-lain")
    answers = {who: who.goto(path) for who in (other, coordinator)}
    assert [answer and answer.status for answer in answers.values()] == [404, 200]
    expect(coordinator.locator(".entry-state")).to_contain_text("Disetujui kepala unit")
    for each in (coordinator, head, other):
        each.context.close()


def test_a_stale_tab_loses_nothing(
    browser: Browser, demonstration: Demonstration, width: int
) -> None:
    """Both texts stand side by side, and one touch decides."""
    page = somebody(browser, demonstration, "operator")
    page.set_viewport_size({"width": width, "height": 844})
    entry = open_entry(page)
    stale = page.context.new_page()
    for each in (page, stale):
        each.goto(entry)
    page.get_by_label("Hasil inovasi").fill(f"Dari tab pertama {width}")
    saved(page)
    stale.get_by_label("Hasil inovasi").fill(f"Dari tab kedua {width}")
    conflict = stale.locator("#isian-hasil .conflict")
    expect(conflict).to_contain_text(f"Dari tab pertama {width}", timeout=WAIT)
    expect(conflict).to_contain_text(f"Dari tab kedua {width}")
    stale.get_by_role("button", name="Pakai tulisan saya").click()
    expect(conflict).to_have_count(0, timeout=WAIT)
    page.goto(entry)
    expect(page.get_by_label("Hasil inovasi")).to_have_value(f"Dari tab kedua {width}")
    page.context.close()
