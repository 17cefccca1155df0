"""A verifier judges forty claims without touching the mouse; on a phone, by touch."""

import re
from contextlib import closing
from sqlite3 import connect

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.journeys.conftest import Demonstration
from tests.journeys.signing_in import sign_in
from tests.journeys.test_accessibility import AXE, RUN

pytestmark = pytest.mark.browser

CLAIMS = 40
SEEN = "Dilihat di tempat, 3 kali."
UNPROVEN = """
SELECT c.id FROM review_turn t
JOIN innovations_claim c ON c.id = t.claim_id
JOIN innovations_entry e ON e.id = c.entry_id
WHERE t.waiting AND t.reading = 1 AND e.state = 'under_review' AND NOT EXISTS (
  SELECT 1 FROM evidence_use u
  WHERE u.entry_id = c.entry_id AND u.part = c.indicator AND u.removed_at IS NULL
)
"""
_PHONE: ViewportSize = {"width": 390, "height": 844}


def on_the_bench(page: Page, demonstration: Demonstration) -> None:
    """Signed in as verifier, before the queue."""
    sign_in(page, demonstration.var, "verifikator")
    with page.expect_navigation():
        page.get_by_role("link", name="Buka meja verifikasi").click()


def tab_to(page: Page, name: str) -> None:
    """Go on with the tab key until something of that name has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if name in page.evaluate("document.activeElement.textContent"):
            return
    raise AssertionError(name)


def judge(page: Page, *keys: str) -> None:
    """Press the keys; the last one sends the verdict and brings the next claim."""
    for key in keys[:-1]:
        page.keyboard.press(key)
    with page.expect_navigation():
        page.keyboard.press(keys[-1])


def accept(page: Page) -> None:
    """Accept what lies open, with words where it has no proof; the next claim has its address."""
    if page.locator("#putusan[data-unproven]").count():
        page.keyboard.press("t")
        page.keyboard.type(SEEN)
        judge(page, "Tab", "Enter")
    else:
        judge(page, "t")
    (open_now,) = re.findall(r"/kerja/klaim/(\d+)/meja/", page.url)
    form = page.locator("#putusan").get_attribute("action")
    assert form == f"/kerja/klaim/{open_now}/putusan/"


def verdicts(demonstration: Demonstration) -> list[tuple[int, str, str]]:
    """What was said of which claim and why, in its order."""
    told = "SELECT claim_id, kind, reason FROM review_verdict ORDER BY id"
    with closing(connect(demonstration.var / "database.sqlite3")) as database:
        return database.execute(told).fetchall()


def test_forty_claims_are_judged_by_keyboard_alone(
    demonstration: Demonstration, browser: Browser
) -> None:
    """Accepted, returned with a standard reason or own words, taken back, skipped."""
    with closing(browser.new_context(base_url=demonstration.address)) as context:
        page = context.new_page()
        on_the_bench(page, demonstration)
        tab_to(page, "Ambil klaim pertama")
        judge(page, "Enter")
        before = len(verdicts(demonstration))
        for number in range(CLAIMS):
            if number % 4 == 3:
                judge(page, "k", "2", "Enter")
            else:
                accept(page)
        given = verdicts(demonstration)[before:]
        assert len({claim for claim, _kind, _reason in given}) == CLAIMS
        assert [kind for _claim, kind, _reason in given] == [
            "returned" if number % 4 == 3 else "accepted" for number in range(CLAIMS)
        ]
        assert {reason for _claim, kind, reason in given if kind == "returned"} == {
            "Buktinya tidak terbaca atau terpotong."
        }
        assert {reason for _claim, kind, reason in given if kind == "accepted"} <= {"", SEEN}
        judge(page, "b")
        assert verdicts(demonstration)[-1][:2] == (given[-1][0], "withdrawn")


def test_keys_write_letters_where_somebody_types(
    demonstration: Demonstration, browser: Browser
) -> None:
    """Nothing is accepted by a t in a sentence; Esc leads out of the field."""
    with closing(browser.new_context(base_url=demonstration.address)) as context:
        page = context.new_page()
        on_the_bench(page, demonstration)
        with page.expect_navigation():
            page.get_by_role("button", name="Ambil klaim pertama").click()
        before, at = len(verdicts(demonstration)), page.url
        page.locator("#alasan").focus()
        page.keyboard.type("tidak tertulis 123")
        assert (page.locator("#alasan").input_value(), page.url) == ("tidak tertulis 123", at)
        page.keyboard.press("Escape")
        judge(page, "l")
        assert len(verdicts(demonstration)) == before


def test_a_claim_without_proof_is_not_accepted_by_one_key(
    demonstration: Demonstration, browser: Browser
) -> None:
    """The key asks for words, Esc drops it; by touch the page says what is missing."""
    with closing(connect(demonstration.var / "database.sqlite3")) as database:
        (claim,) = database.execute(UNPROVEN).fetchone()
    with closing(browser.new_context(base_url=demonstration.address)) as context:
        page = context.new_page()
        on_the_bench(page, demonstration)
        page.goto(f"/kerja/klaim/{claim}/meja/")
        before, at = len(verdicts(demonstration)), page.url
        page.keyboard.press("t")
        assert page.evaluate("document.activeElement.id") == "alasan"
        assert "Tanpa bukti" in page.locator(".keys-hint").inner_text()
        page.keyboard.press("Escape")
        assert (page.url, len(verdicts(demonstration))) == (at, before)
        with page.expect_navigation():
            page.locator("[data-deed=terima]").click()
        assert "Klaim ini tidak punya bukti. Tulis" in page.locator("#alasan_error").inner_text()
        assert page.evaluate("document.activeElement.id") == "alasan"
        assert len(verdicts(demonstration)) == before


def test_a_key_leads_on_where_nothing_can_be_judged(
    demonstration: Demonstration, browser: Browser
) -> None:
    """The claim of an entry that was returned says so; l takes the next one."""
    with closing(connect(demonstration.var / "database.sqlite3")) as database:
        told = "SELECT c.id FROM innovations_claim c JOIN innovations_entry e ON e.id = c.entry_id"
        (claim,) = database.execute(f"{told} WHERE e.state = 'returned'").fetchone()
    with closing(browser.new_context(base_url=demonstration.address)) as context:
        page = context.new_page()
        on_the_bench(page, demonstration)
        page.goto(f"/kerja/klaim/{claim}/meja/")
        assert "Entri ini sekarang “Dikembalikan”" in page.locator(".bench-head").inner_text()
        judge(page, "l")
        assert page.locator("#putusan").count() == 1


def test_a_phone_judges_too_and_nothing_stands_in_the_way(
    demonstration: Demonstration, browser: Browser
) -> None:
    """No sideways scrolling, nothing that a screen reader would stumble over."""
    with closing(
        browser.new_context(base_url=demonstration.address, viewport=_PHONE, has_touch=True)
    ) as context:
        page = context.new_page()
        on_the_bench(page, demonstration)
        found = {}
        for name in ("queue", "claim", "entry"):
            page.evaluate(AXE.read_text())
            wide = page.evaluate("document.documentElement.scrollWidth")
            found[name] = (wide, page.evaluate(RUN))
            if name == "queue":
                with page.expect_navigation():
                    page.get_by_role("button", name="Ambil klaim pertama").tap()
            if name == "claim":
                with page.expect_navigation():
                    page.locator(".breadcrumb li:nth-child(2) a").tap()
        assert found == dict.fromkeys(("queue", "claim", "entry"), (_PHONE["width"], []))
        page.go_back(wait_until="load")
        before = len(verdicts(demonstration))
        page.locator("#alasan").fill(SEEN)
        with page.expect_navigation():
            page.locator("[data-deed=terima]").tap()
        assert len(verdicts(demonstration)) == before + 1
