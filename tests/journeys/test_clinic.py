"""A clinic from its invitation to its follow-up with three units, at a desk and on a phone."""

import re
from datetime import datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.journeys.conftest import Demonstration
from tests.journeys.entries import open_entry
from tests.journeys.signing_in import sign_in
from tests.journeys.test_accessibility import stumbled_over

pytestmark = pytest.mark.browser

UNITS = ("UPTD Puskesmas Juwana", "UPTD Puskesmas Pati I", "Dinas Kesehatan")
CODE = "SID-11"
WAIT = 30_000
_LOOK = 100
RENEWED = """async () => {
  for (const name of await caches.keys()) {
    const store = await caches.open(name);
    for (const each of await store.keys()) {
      const text = await (await store.match(each)).text();
      if (text.includes('<main') && text.includes('state good')) return true;
    }
  }
  return false;
}"""
"""Whether the copy for use without network knows of somebody who is there."""


def somebody(browser: Browser, demonstration: Demonstration, name: str, width: int) -> Page:
    """A page of one of the demonstration's people, signed in."""
    screen: ViewportSize = {"width": width, "height": 844}
    context = browser.new_context(base_url=demonstration.address, viewport=screen, locale="id-ID")
    page = context.new_page()
    sign_in(page, demonstration.var, name)
    return page


def prepared(coach: Page, title: str) -> str:
    """Prepare a clinic of today, choose three units and send the invitations; its path."""
    coach.goto("/kerja/wilayah/33.18/klinik/baru/")
    coach.get_by_label("Judul").fill(title)
    today = datetime.now(ZoneInfo("Asia/Jakarta")).date()
    coach.get_by_label("Mulai", exact=True).fill(f"{today}T00:01")
    coach.get_by_label("Selesai", exact=True).fill(f"{today}T23:59")
    coach.get_by_label("Tempat", exact=True).fill("Aula contoh")
    coach.get_by_label("Jumlah tempat").fill("30")
    coach.get_by_role("button", name="Simpan klinik").click()
    coach.wait_for_url(re.compile(r"/kerja/klinik/\d+/"))
    path = urlsplit(coach.url).path
    for name in UNITS:
        coach.get_by_label(name, exact=True).check()
    coach.get_by_role("button", name="Undang unit yang dipilih").click()
    coach.get_by_role("button", name="Kirim undangan").click()
    expect(coach.locator(".entry-state")).to_contain_text("Undangan terkirim")
    return path


def claim(operator: Page, address: str, level: int) -> None:
    """Claim that level of technical guidance, and see it saved."""
    operator.goto(address)
    card = operator.locator(f"details.claim[id='{CODE}']")
    card.evaluate("each => { each.open = true }")
    card.locator(f"input[name=level][value='{level}']").check()
    told = operator.locator(f"[id='hasil-{CODE}']")
    expect(told).to_contain_text(f"Level {level}", timeout=WAIT)


def agreed(coach: Page, path: str, claims: str) -> None:
    """Make all sheets, and agree on the next level of that claim with one touch."""
    coach.goto(path)
    coach.get_by_role("button", name="Buat lembar semua unit").click()
    coach.get_by_role("link", name=f"Buka lembar {UNITS[0]}").click()
    card = coach.locator("section.card", has=coach.locator(f"a[href='{claims}']"))
    row = card.locator("table").first.locator("tr", has_text=CODE)
    row.get_by_role("button", name="Sepakati level 2").click()
    expect(row).to_contain_text("disepakati")


def wait_until(page: Page, asked: str) -> None:
    """Until that asynchronous function says yes.

    `wait_for_function` takes its promise for the answer already.
    """
    for _ in range(WAIT // _LOOK):
        if page.evaluate(asked):
            return
        page.wait_for_timeout(_LOOK)
    raise AssertionError(asked)


def marks(page: Page) -> Locator:
    """The buttons that mark an invited person as present."""
    return page.locator("form[data-present]:not([data-named]) button")


def test_attendance_is_marked_without_network_and_sent_once_it_is_back(
    browser: Browser, demonstration: Demonstration
) -> None:
    """The page opens without it too; nothing is doubled, nothing written over in silence."""
    coach = somebody(browser, demonstration, "pendamping", 390)
    other = somebody(browser, demonstration, "koordinator", 1280)
    path = prepared(coach, "Klinik tanpa jaringan")
    coach.goto(f"{path}hadir/")
    expect(coach.locator("[data-offline]")).to_be_visible(timeout=WAIT)
    marks(coach).last.click()
    expect(coach.locator(".state.good")).to_have_text("hadir, tersimpan")
    wait_until(coach, RENEWED)
    coach.context.set_offline(offline=True)
    coach.locator("form[data-named]").get_by_role("button", name="Catat hadir").click()
    expect(coach.get_by_label("Nama")).to_have_js_property("validationMessage", "Tulis namanya.")
    marks(coach).first.click()
    coach.get_by_label("Nama").fill("Tamu Contoh")
    coach.locator("form[data-named]").get_by_role("button", name="Catat hadir").click()
    waiting = coach.locator("#catatan-hadir")
    expect(waiting).to_contain_text("Belum terkirim: 2")
    other.goto(f"{path}hadir/")
    marks(other).first.click()
    expect(other.locator(".state.good")).to_have_count(2)
    other.reload()
    other.get_by_role("button", name="Batalkan").first.click()
    expect(marks(other).first).to_be_visible()

    coach.reload()
    expect(coach.locator("main")).to_contain_text("Tanpa sambungan")
    expect(coach.locator(".state.good")).to_have_count(1)
    expect(coach.get_by_text("belum terkirim", exact=True)).to_have_count(2)
    marks(coach).and_(coach.locator(":visible")).first.click()
    expect(waiting).to_contain_text("Belum terkirim: 3")
    coach.context.set_offline(offline=False)
    expect(coach.locator("main")).to_contain_text("dikeluarkan dari daftar hadir", timeout=WAIT)
    expect(waiting).to_contain_text("Putuskan di barisnya. Belum terkirim: 1")
    assert stumbled_over(coach) == []
    coach.get_by_role("button", name="Buang catatan").click()
    expect(coach.locator("main")).to_contain_text("3 orang tercatat hadir")
    expect(waiting).to_be_hidden()

    coach.goto("/kerja/")
    coach.context.clear_cookies()
    coach.goto("/")
    expect(coach.get_by_role("link", name="Masuk")).to_be_visible()
    wait_until(coach, "async () => (await caches.keys()).length === 0")
    for page in (coach, other):
        page.context.close()


def test_a_hall_sees_what_is_changed_elsewhere_and_agrees_with_one_touch(
    browser: Browser, demonstration: Demonstration
) -> None:
    """Without loading the page anew; arrow keys turn it."""
    coach = somebody(browser, demonstration, "pendamping", 1280)
    operator = somebody(browser, demonstration, "operator", 390)
    path = prepared(coach, "Klinik di layar")
    claims = f"{open_entry(operator)}klaim/"
    claim(operator, claims, 1)
    coach.goto(path)
    coach.get_by_role("button", name="Buat lembar semua unit").click()
    coach.get_by_role("link", name=f"Buka lembar {UNITS[0]}").click()
    coach.get_by_role("link", name="Tampilkan di layar").click()
    page_of_entry = coach.locator(f".projected-nav a[href='{claims}']")
    for _turn in range(20):
        if page_of_entry.count():
            break
        coach.keyboard.press("ArrowRight")
        coach.wait_for_timeout(500)
    row = coach.locator(".projected-claims li", has_text="Pedoman teknis")
    row.get_by_role("button", name="Sepakati level 2").click()
    expect(row).to_contain_text("disepakati")
    claim(operator, claims, 2)
    expect(row).to_contain_text("dari level 1", timeout=WAIT)
    expect(coach.locator(".projected-agreed")).to_contain_text("selesai")
    assert stumbled_over(coach) == []
    for page in (coach, operator):
        page.context.close()


@pytest.mark.parametrize("width", [1280, 390], ids=["desk", "phone"])
def test_a_clinic_goes_from_its_invitation_to_its_follow_up(
    browser: Browser, demonstration: Demonstration, width: int
) -> None:
    """The agreement closes by itself when the operator raises the claim."""
    coach = somebody(browser, demonstration, "pendamping", width)
    operator = somebody(browser, demonstration, "operator", width)
    path = prepared(coach, f"Klinik uji {width}")
    operator.goto(path)
    operator.get_by_role("button", name="Saya hadir").click()
    expect(operator.locator("main")).to_contain_text("Jawaban Anda sekarang: Hadir")

    coach.goto(f"{path}pintu/")
    address = coach.locator("code.link").text_content()
    assert address
    operator.goto(urlsplit(address).path)
    operator.get_by_role("button", name="Saya sudah di sini").click()
    expect(operator.locator("main")).to_contain_text("Anda tercatat hadir")

    claims = f"{open_entry(operator)}klaim/"
    claim(operator, claims, 1)
    agreed(coach, path, claims)
    operator.goto("/kerja/")
    expect(operator.locator("main")).to_contain_text("Naikkan Pedoman teknis (SID-11) ke level 2")
    claim(operator, claims, 2)
    coach.goto(path)
    for _ in range(60):
        if "Klaim berubah pada" in coach.locator("li.agreement").inner_text():
            break
        operator.wait_for_timeout(500)
        coach.reload()
    expect(coach.locator("li.agreement")).to_contain_text("Klaim berubah pada")
    assert stumbled_over(coach) == []
    coach.get_by_role("button", name="Nyatakan terlaksana").click()
    coach.get_by_role("link", name="Apa yang terjadi sesudah klinik").click()
    expect(coach.locator("main")).to_contain_text("Ini bukan percobaan")
    assert stumbled_over(coach) == []
    for page in (coach, operator):
        page.context.close()
