"""The texts of pages are searched, on both databases alike, by those who may read them."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from pragola.web.evidence.models import Evidence, PageText
from pragola.web.evidence.queries.searching import Hit, Stretch, excerpt, hits_in
from pragola.web.regions.models import Role, Unit
from tests.web.evidence.test_evidence import a_file, a_pdf, some_evidence
from tests.web.workplace import a_region, a_unit, appointed, signed_in

pytestmark = pytest.mark.django_db

DECREE = "KEPUTUSAN BUPATI\nNOMOR 050/12/2025\ntentang Sigap Bumil & <b>Tim</b> 100% sehat"


def read(unit: Unit, *pages: str, name: str = "sk.pdf") -> Evidence:
    """Evidence of a unit with these texts on its pages."""
    number = PageText.objects.count() + len(pages)
    evidence = some_evidence(unit, a_file(a_pdf(number)), name)
    for page, text in enumerate(pages, 1):
        PageText.objects.create(file_id=evidence.file_id or "", page=page, text=text)
    return evidence


def library(client: Client, unit: Unit, words: str) -> str:
    """The page of a unit's library, searched."""
    return client.get(f"/kerja/unit/{unit.pk}/bukti/", {"cari": words}).content.decode()


def found(html: str) -> list[str]:
    """The names of what was found."""
    return re.findall(r'<a class="digest" href="[^"]+">([^<]+)</a>', html)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("sigap bumil", ["sk.pdf"]),
        ("SIGAP keputusan", ["sk.pdf"]),
        ("050/12/2025", ["sk.pdf"]),
        ("100%", ["sk.pdf"]),
        ("1_0", []),
        ("sigap undangan", []),
        ("undangan", ["undangan.pdf"]),
        ("bukan ini", []),
    ],
)
def test_a_page_that_has_all_the_words_is_found(words: str, names: list[str]) -> None:
    """In any case, whatever signs stand in them; words on different pages are no hit."""
    unit = a_unit()
    read(unit, DECREE)
    read(unit, "UNDANGAN", "Sigap Bumil"[:5] + " saja", name="undangan.pdf")
    operator = signed_in(appointed(Role.OPERATOR, unit))
    assert sorted(found(library(operator, unit, words))) == names


def test_a_hit_shows_its_page_and_the_words_and_opens_there() -> None:
    """As plain text, whatever stands on the page."""
    unit = a_unit()
    evidence = read(unit, "Halaman lain", DECREE)
    html = library(signed_in(appointed(Role.OPERATOR, unit)), unit, "bumil sigap")
    hits = re.findall(r'<ul class="hits"><li>(.*?)</li></ul>', html)
    assert len(hits) == 1
    assert f'href="/kerja/bukti/{evidence.pk}/baca/?hal=2"' in hits[0]
    assert (
        "<mark>Sigap</mark> <mark>Bumil</mark> &amp; &lt;b&gt;Tim&lt;/b&gt; 100% sehat" in hits[0]
    )
    assert "<b>" not in html
    assert unescape(hits[0]).endswith("sehat")


def test_an_excerpt_is_cut_at_the_borders_of_words() -> None:
    """Around the first of them."""
    text = " ".join(f"kata{number}" for number in range(100))
    told = excerpt(text, ["kata50"])
    assert [each.text for each in told if each.found] == ["kata50"]
    assert (told[0].text[:9], told[-1].text[-9:]) == ("… kata41 ", " kata72 …")
    assert excerpt("pendek", ["pendek"]) == (Stretch("pendek", found=True),)


def test_a_long_file_shows_its_first_pages_only() -> None:
    """Three of them."""
    evidence = read(a_unit(), *["sama"] * 5)
    told = (Stretch("sama", found=True),)
    assert hits_in([evidence.file_id or ""], ["sama"]) == {
        evidence.file_id: tuple(Hit(f"hal. {page}", f"?hal={page}", told) for page in (1, 2, 3))
    }


def test_a_library_finds_only_what_is_in_it() -> None:
    """Nothing of units beside, though the very same file may lie there."""
    agency = a_unit("Dinas Kesehatan")
    unit, other = a_unit(parent=agency), a_unit("UPTD Puskesmas Lain", parent=agency)
    read(agency, DECREE, name="dinas.pdf")
    read(other, DECREE, name="lain.pdf")
    operator = signed_in(appointed(Role.OPERATOR, unit))
    assert found(library(operator, unit, "sigap")) == ["dinas.pdf"]
    assert operator.get(f"/kerja/unit/{other.pk}/bukti/?cari=sigap").status_code == 404


def test_the_whole_government_is_searched_by_those_who_read_all_of_it() -> None:
    """Coordinators, verifiers and leaders; each line names its unit."""
    first, second = a_unit("UPTD Puskesmas Satu"), a_unit("UPTD Puskesmas Dua")
    read(first, DECREE, name="satu.pdf")
    read(second, DECREE, "lagi", name="dua.pdf")
    elsewhere = a_unit("Dinas Lain", region=a_region("33.19", "Kabupaten Kudus"))
    read(elsewhere, DECREE, "lagi", "lagi", name="kudus.pdf")
    address = "/kerja/wilayah/33.18/bukti/?cari=sigap"
    for role in (Role.COORDINATOR, Role.VERIFIER, Role.LEADER):
        html = signed_in(appointed(role, a_region())).get(address).content.decode()
        assert found(html) == ["dua.pdf", "satu.pdf"]
        assert "UPTD Puskesmas Satu" in html
    head = signed_in(appointed(Role.HEAD, first))
    assert head.get(address).status_code == 403
    assert head.get("/kerja/wilayah/33.19/bukti/").status_code == 404


@pytest.mark.parametrize("address", ["/kerja/unit/{unit}/bukti/", "/kerja/wilayah/33.18/bukti/"])
def test_more_hits_ask_the_database_no_more_often(
    address: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """With one and with four."""
    unit = a_unit()
    read(unit, DECREE)
    person = appointed(Role.OPERATOR, unit)
    client = signed_in(appointed(Role.COORDINATOR, a_region(), person=person))
    asked = f"{address.format(unit=unit.pk)}?cari=sigap"
    with CaptureQueriesContext(connection) as one:
        client.get(asked)
    for number in range(2, 5):
        read(unit, *[DECREE] * number)
    with django_assert_num_queries(len(one)):
        client.get(asked)
