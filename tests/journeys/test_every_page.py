"""Every page of the site is for everybody, and none is wider than a phone.

The pages come from the table of permissions, so a page that is new is visited without being named.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.ground.everything import Visit
from tests.ground.site import Site
from tests.journeys.test_accessibility import stumbled_over
from tests.web.test_permissions import told

pytestmark = pytest.mark.browser

_SEND = """([path, told]) => {
    const form = document.createElement("form");
    form.method = "post";
    form.action = path;
    const token = document.cookie.match(/csrftoken=([^;]+)/)[1];
    for (const [name, text] of Object.entries({ ...told, csrfmiddlewaretoken: token })) {
        const field = document.createElement("input");
        field.name = name;
        field.value = text;
        form.append(field);
    }
    document.body.append(form);
    form.submit();
}"""
_TOO_WIDE = "document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth"
_ANSWERED = frozenset({200, 409, 422})
_NO_PAGES = frozenset(
    {
        "attendance_paper",
        "attendance_worker",
        "blank_workbook",
        "clinic_calendar",
        "demonstration_workbook",
        "diagnosis_paper",
        "entry_pulse",
        "evidence_file",
        "evidence_page",
        "evidence_player",
        "evidence_poster",
        "evidence_public",
        "evidence_small",
        "likeness_page",
        "material_file",
        "minutes_paper",
        "official_list",
        "paper_docx",
        "paper_pdf",
        "plan_pdf",
        "plan_progress",
        "unit_list",
        "use_inspection",
    }
)
"""Files, pictures, and pieces that a page takes in. What asks for a second step or for one's
password again is looked at in `test_signing_in`.
"""


@dataclass(frozen=True)
class Everything:
    """A running site, the sessions of its people, and what to visit."""

    site: Site
    sessions: dict[str, str]
    visits: tuple[Visit, ...]


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Everything]:
    """A site of its own in which every page can be seen."""
    site = Site(tmp_path_factory.mktemp("var"))
    told = json.loads(site.run("-m", "tests.ground.everything"))
    site.start()
    visits = tuple(Visit(**each) for each in told["visits"])
    yield Everything(site, told["sessions"], visits)
    site.kill()


@pytest.fixture(params=[1280, 390], ids=["desk", "phone"])
def width(request: pytest.FixtureRequest) -> int:
    """How wide the screen is."""
    return int(request.param)


def somebody(browser: Browser, everything: Everything, who: str, width: int) -> BrowserContext:
    """The browser of one of the people, in the light at a desk and in the dark on a phone."""
    address = everything.site.address
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": 844},
        color_scheme="light" if width > 390 else "dark",
        locale="id-ID",
    )
    if who in everything.sessions:
        context.add_cookies(
            [{"name": "sessionid", "value": everything.sessions[who], "url": address}]
        )
    return context


def come_to(page: Page, visit: Visit) -> int:
    """Open the page, or send the form; what is answered."""
    if visit.sent is None:
        answer = page.goto(visit.path)
    else:
        with page.expect_navigation() as gone:
            page.evaluate(_SEND, [visit.path, dict(visit.sent)])
        answer = gone.value
    assert answer
    return answer.status


def wrong_with(page: Page) -> list[str]:
    """What axe stumbles over, with everything unfolded, and whether the page is too wide."""
    for details in page.locator("main details").all()[:3]:
        details.evaluate("each => { each.open = true }")
    wide: bool = page.evaluate(_TOO_WIDE)
    return [*stumbled_over(page), *(["wider than the screen"] if wide else [])]


def test_no_page_is_forgotten(everything: Everything) -> None:
    """Whatever somebody may read is visited, unless it is no page."""
    readable = {name for name, line in told().items() if "200/" in line}
    assert readable - {each.name for each in everything.visits} == _NO_PAGES


def test_every_page_is_for_everybody(browser: Browser, everything: Everything, width: int) -> None:
    """Whatever anybody comes upon, in their own session."""
    found = {}
    for who in sorted({visit.who for visit in everything.visits}):
        context = somebody(browser, everything, who, width)
        page = context.new_page()
        page.goto("/unggah/")
        for visit in (each for each in everything.visits if each.who == who):
            status = come_to(page, visit)
            wrong = wrong_with(page) if status in _ANSWERED else [str(status)]
            if wrong:
                found[f"{visit.path} {'' if visit.sent is None else 'sent '}as {who}"] = wrong
        context.close()
    assert found == {}
