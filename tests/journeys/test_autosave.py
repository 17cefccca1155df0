"""Writing on a bad link and beside others, in a real Chromium."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.journeys.conftest import Demonstration
from tests.journeys.entries import open_entry
from tests.journeys.signing_in import sign_in

pytestmark = pytest.mark.browser

WAIT = 30_000
SAVES = "**/isian/**"
FIELD = "Hasil inovasi"


@pytest.fixture
def writing(browser: Browser, demonstration: Demonstration) -> Iterator[Page]:
    """An operator's page of the profile of an entry that is open."""
    context = browser.new_context(base_url=demonstration.address, locale="id-ID")
    page = context.new_page()
    sign_in(page, demonstration.var, "operator")
    page.goto(open_entry(page))
    yield page
    context.close()


def saved(page: Page) -> None:
    """Wait until everything that was written is saved."""
    expect(page.locator("#simpan-otomatis")).to_have_text("Semua sudah tersimpan.", timeout=WAIT)


def looked_at(page: Page) -> None:
    """The page is seen again, and asks what is new."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def test_nobody_is_in_conflict_with_a_save_of_their_own(writing: Page) -> None:
    """The server saved, its answer was lost, and more was written meanwhile."""

    def without_an_answer(route: Route) -> None:
        route.fetch()
        route.abort()

    writing.route(SAVES, without_an_answer, times=1)
    field = writing.get_by_label(FIELD)
    with writing.expect_event("requestfailed"):
        field.fill("Tersimpan tanpa jawaban")
    field.press_sequentially(", lalu ditambah")
    saved(writing)
    assert writing.locator(".conflict").count() == 0
    writing.reload()
    expect(field).to_have_value("Tersimpan tanpa jawaban, lalu ditambah")


def test_what_somebody_else_saves_is_seen_where_nobody_writes(writing: Page) -> None:
    """And what stands there is told by whom and when."""
    other = writing.context.new_page()
    other.goto(writing.url)
    writing.get_by_label(FIELD).fill("Dari seberang")
    saved(writing)
    looked_at(other)
    expect(other.get_by_label(FIELD)).to_have_value("Dari seberang")
    expect(other.locator("#isian-hasil .save-state")).to_contain_text("Diubah orang lain")


def test_a_point_is_set_by_tapping_a_map_without_a_tile_server(writing: Page) -> None:
    """The two figures follow the tap, and are saved."""
    writing.get_by_role("button", name="Tunjuk di peta").click()
    canvas = writing.locator(".map")
    expect(canvas.locator(".map-degrees").first).to_be_attached()
    latitude = writing.get_by_label("Lintang")
    before = latitude.input_value()
    canvas.click(position={"x": 120, "y": 90})
    expect(latitude).not_to_have_value(before)
    saved(writing)
