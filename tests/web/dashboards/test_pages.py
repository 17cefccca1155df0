"""Every page answers, for every year, and says what the engine says."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse

from pragola.demonstration import demonstrated_editions, target
from pragola.rulebooks import edition_codes, load_edition
from pragola.scoring.explanation import Node
from pragola.web.dashboards.queries.known import READINGS, known_demonstration, tree
from pragola.web.shared.numbers import figure
from pragola.wording import Language

YEARS = demonstrated_editions()


class Loaded(HTMLParser):
    """The addresses that a page loads by itself."""

    def __init__(self, html: str) -> None:
        """Read the page."""
        super().__init__()
        self.addresses: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what a loading element names."""
        if tag in {"link", "script", "img"}:
            self.addresses += [value or "" for name, value in attrs if name in {"href", "src"}]


def text_of(client: Client, address: str) -> str:
    """The page at an address that must be there."""
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def to_depth(node: Node, depth: int) -> list[Node]:
    """The node and what is below it, so deep."""
    below = [each for part in node.parts for each in to_depth(part, depth - 1)] if depth else []
    return [node, *below]


@pytest.mark.parametrize("year", YEARS)
def test_the_assessment_loads_only_what_is_ours(client: Client, year: str) -> None:
    """A page that asks other machines for parts tells them who reads it."""
    html = text_of(client, reverse("assessment", kwargs={"subject": year}))
    assert [a for a in Loaded(html).addresses if re.match(r"(https?:)?//", a)] == []


@pytest.mark.parametrize("year", YEARS)
def test_every_innovation_has_its_page(client: Client, year: str) -> None:
    """The first and the last that are entered; all between share their template."""
    innovations = known_demonstration(year).assessed.claimed.innovations
    for innovation in (innovations[0], innovations[-1]):
        names = {"subject": year, "innovation_id": innovation.id}
        assert innovation.id in text_of(client, reverse("innovation", kwargs=names))


@pytest.mark.parametrize("code", edition_codes())
def test_every_edition_and_indicator_has_its_page(client: Client, code: str) -> None:
    """What is set can be looked up."""
    edition = load_edition(code)
    text_of(client, reverse("edition", kwargs={"code": code}))
    indicator = edition.indicators[0].code
    text_of(client, reverse("indicator", kwargs={"code": code, "indicator_code": indicator}))


def test_the_start_shows_index_target_and_the_published_result(client: Client) -> None:
    """The computed number leads; the published 58,11 of 2022 stands in the history."""
    html = text_of(client, "/")
    index = figure(known_demonstration("2023").assessed.claimed.index, Language.INDONESIAN)
    aim = figure(target("2023"), Language.INDONESIAN)
    lead = re.search(r'class="lead-number"><a [^>]*>([^<]*)<', html)
    assert lead is not None
    _, _, history = html.partition('id="hasil-resmi"')
    assert (lead[1], f"Target {aim}" in html, "58,11" in history) == (index, True, True)


def test_the_upper_nodes_are_explained(client: Client) -> None:
    """Every number on the way down has its page."""
    root = tree(known_demonstration("2023"), "claimed").nodes["index"]
    for node in to_depth(root, 2):
        text_of(client, reverse("explanation", kwargs={"subject": "2023", "key": node.key}))


@pytest.mark.parametrize("reading", READINGS)
def test_each_reading_of_the_index_is_explained(client: Client, reading: str) -> None:
    """Verified and the other reading are opened like the claimed one."""
    text_of(client, f"/penilaian/2023/penjelasan/index?bacaan={reading}")


@pytest.mark.parametrize(
    "address",
    [
        "/penilaian/1999/",
        "/penilaian/2023/inovasi/tidak-ada/",
        "/penilaian/2023/penjelasan/tidak/ada",
        "/penilaian/2023/penjelasan/index?bacaan=lain",
        "/pedoman/1999/",
        "/pedoman/2023/SID-99/",
    ],
)
def test_what_is_not_there_is_said_in_indonesian(client: Client, address: str) -> None:
    """A wrong address gets a page of its own and a way on."""
    response = client.get(address)
    assert response.status_code == 404
    assert "Halaman tidak ditemukan" in response.content.decode()


def test_pages_are_english_for_those_who_chose_it(client: Client) -> None:
    """The choice is a cookie; what the browser prefers is not asked."""
    preferring = client.get("/", headers={"accept-language": "en"})
    client.post("/bahasa/", {"language": "en", "next": "/"})
    chosen = client.get("/")
    assert (preferring["Content-Language"], chosen["Content-Language"]) == ("id", "en")
    assert "58.11" in chosen.content.decode()


def test_no_page_allows_inline_scripts(client: Client) -> None:
    """The policy names this site and nothing else."""
    policy = client.get("/")["Content-Security-Policy"]
    assert ("default-src 'self'" in policy, "unsafe" in policy) == (True, False)


@pytest.mark.parametrize(
    ("asked", "rows"),
    [
        ("", 20),
        ("?semua", 78),
        ("?cari=posyandu+nelayan", 1),
        ("?unit=UPTD+Puskesmas+Juwana", 2),
        ("?cari=tidak-ada-yang-begini", 0),
    ],
)
def test_the_list_of_innovations_is_searched(client: Client, asked: str, rows: int) -> None:
    """By words of the title, by unit, all or the best twenty."""
    html = text_of(client, f"/penilaian/2026/{asked}")
    assert html.count('class="fingerprint"') == rows


def test_a_script_gets_the_explanation_alone(client: Client) -> None:
    """The same address; caches keep the whole page and its part apart."""
    address = "/penilaian/2023/penjelasan/index"
    part = client.get(address, headers={"HX-Request": "true"})
    whole = client.get(address)
    assert ["<html" in each.content.decode() for each in (part, whole)] == [False, True]
    assert ["HX-Request" in each["Vary"] for each in (part, whole)] == [True, True]


@pytest.mark.parametrize("year", YEARS)
def test_every_number_that_opens_leads_to_its_explanation(client: Client, year: str) -> None:
    """The index, its parts, the gap, what could be gained, and the line for one more."""
    pages = [f"/penilaian/{year}/", f"/penilaian/{year}/inovasi/rekaan-01/"]
    links = {
        link
        for page in pages
        for link in re.findall(r'href="(/penilaian/[^"]*/penjelasan/[^"]*)"', text_of(client, page))
    }
    keys = {link.partition("/penjelasan/")[2].partition("?")[0].partition("/")[0] for link in links}
    assert {"index", "gap", "average", "missing", "worth", "reporting-line"} <= keys
    assert [link for link in sorted(links) if client.get(link).status_code != 200] == []
