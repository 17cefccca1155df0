"""A video on its way: sent, made small, marked by its operator, judged by a verifier."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, ViewportSize, expect

from pragola.rulebooks import load_edition
from pragola.web.demo.films import SECONDS_A_CARD, write_film
from tests.journeys.conftest import Demonstration
from tests.journeys.signing_in import sign_in

pytestmark = pytest.mark.browser

PART = "SID-20"
TITLES = {1280: "Antrean Cuci Darah (rekaan)", 390: "Sepeda Imunisasi Tambak (rekaan)"}
WAIT = 30_000
RENDERED_WITHIN = 120_000
"""Beat asks every five seconds; other files and videos may wait before this one."""
SUBSTANCES = load_edition("2026").video.substances.value


@pytest.fixture(params=[1280, 390], ids=["desk", "phone"])
def width(request: pytest.FixtureRequest) -> int:
    """How wide everybody's screen is."""
    return int(request.param)


@pytest.fixture
def people(browser: Browser, demonstration: Demonstration, width: int) -> Iterator[dict[str, Page]]:
    """A page of each who has a part in it; none of them may have anything to complain of."""
    pages, complaints = {}, list[str]()

    def hear(told: ConsoleMessage) -> None:
        complaints.extend([told.text] * (told.type == "error"))

    for name in ("operator", "kepala", "verifikator"):
        size: ViewportSize = {"width": width, "height": 844}
        context = browser.new_context(
            base_url=demonstration.address,
            viewport=size,
            locale="id-ID",
        )
        pages[name] = context.new_page()
        pages[name].on("console", hear)
        sign_in(pages[name], demonstration.var, name)
    yield pages
    for page in pages.values():
        page.context.close()
    assert complaints == []


def begun(page: Page, title: str) -> str:
    """Begin an innovation; the path of its entry."""
    page.goto("/kerja/")
    page.get_by_role("link", name="Mulai inovasi baru").first.click()
    page.get_by_label("Judul inovasi").fill(title)
    page.get_by_role("button", name="Lanjut").click()
    page.wait_for_url(re.compile(r"/kerja/entri/\d+/"))
    return urlsplit(page.url).path


def sent(page: Page, path: str, film: Path) -> None:
    """Send the video for its claim, and open the page on which it is watched."""
    page.goto(f"{path}klaim/#{PART}")
    page.locator(f"unggah-bukti[data-part='{PART}'] input[type=file]").set_input_files(film)
    proofs = page.locator(f"#bukti-{PART}")
    expect(proofs).to_contain_text(film.name, timeout=WAIT)
    proofs.get_by_role("link", name="Tonton dan tandai substansi").click()
    page.wait_for_url("**/video/")


def film_of(page: Page) -> Locator:
    """The film on the page."""
    return page.locator(".watching-film video")


def at(page: Page, second: float) -> None:
    """Wait until the film stands at that second, nearly."""
    page.wait_for_function(
        "wanted => Math.abs(document.querySelector('.watching-film video').currentTime - wanted)"
        " < 1.5",
        arg=second,
        timeout=WAIT,
    )


def played(page: Page) -> None:
    """Play the small video for a moment: this browser can."""
    film_of(page).evaluate("film => { film.muted = true; return film.play() }")
    page.wait_for_function(
        "() => document.querySelector('.watching-film video').currentTime > 0.3", timeout=WAIT
    )
    film_of(page).evaluate("film => film.pause()")


def marked(page: Page) -> None:
    """Mark every substance where its card begins."""
    for number, _substance in enumerate(SUBSTANCES):
        second = number * SECONDS_A_CARD
        film_of(page).evaluate("(film, second) => { film.currentTime = second }", second)
        at(page, second)
        mark = page.locator(f"#isian-tanda-{number + 1}")
        mark.get_by_role("button", name="Tandai di sini").click()
        expect(mark.locator("input[name^='at.']")).to_have_value(f"0:{second:02}")
        expect(mark.locator(".mark-after")).to_contain_text("Putar dari", timeout=WAIT)
    expect(page.locator("#jumlah-tanda")).to_contain_text("5 dari 5 substansi ditandai")


def handed_on(people: dict[str, Page], path: str) -> None:
    """Submit, approve, begin the review."""
    for name, deed in (
        ("operator", "Ajukan ke kepala unit"),
        ("kepala", "Setujui"),
        ("verifikator", "Mulai periksa"),
    ):
        page = people[name]
        page.goto(path)
        page.locator(".entry-moves").get_by_role("link", name=deed, exact=True).click()
        page.get_by_role("button", name=deed, exact=True).click()
        page.wait_for_url(re.compile(rf"{path}$"))


def judged(page: Page, address: str) -> None:
    """Jump from mark to mark by touch and by key; confirm all but the last, which is rejected."""
    page.goto(address)
    for number, _substance in enumerate(SUBSTANCES, 1):
        mark = page.locator(f"#isian-tanda-{number}")
        if number % 2:
            mark.get_by_role("link", name="Putar dari").click()
        else:
            page.keyboard.press(str(number))
        at(page, (number - 1) * SECONDS_A_CARD)
        verdict = "Tolak" if number == len(SUBSTANCES) else "Benarkan"
        mark.get_by_role("button", name=verdict).press("Enter")
        told = "Ditolak" if number == len(SUBSTANCES) else "Dibenarkan"
        expect(mark.locator(".mark-after .state")).to_have_text(told, timeout=WAIT)
    expect(page.locator("#jumlah-tanda")).to_contain_text("4 dibenarkan verifikator, 1 ditolak")


def test_a_video_is_made_small_marked_and_judged(
    people: dict[str, Page], width: int, tmp_path: Path
) -> None:
    """Without leaving the film; and the claim tells it apart."""
    film = tmp_path / f"video-{width}.mp4"
    write_film(film, f"Contoh {width} (rekaan)", SUBSTANCES)
    operator = people["operator"]
    path = begun(operator, TITLES[width])
    sent(operator, path, film)
    address = urlsplit(operator.url).path
    expect(operator.locator(".player")).to_contain_text(
        "Berkas aslinya sudah ringan, jadi itu yang diputar", timeout=RENDERED_WITHIN
    )
    played(operator)
    marked(operator)
    handed_on(people, path)
    judged(people["verifikator"], address)
    operator.goto(f"{path}klaim/#{PART}")
    expect(operator.locator(f"#bukti-{PART} .level-hint.confirmed")).to_contain_text("level 2")
