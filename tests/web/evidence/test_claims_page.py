"""The page of all claims of an entry: light, whole, and honest about what may be done."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pragola.rulebooks import load_edition
from pragola.scoring import answers
from pragola.web.evidence.models import Evidence, EvidenceKind, Use
from pragola.web.innovations.actions.claims import save_claim
from pragola.web.innovations.models import Entry, EntryState
from pragola.web.regions.models import Role
from pragola.web.shared.audit import SYSTEM
from tests.web.workplace import MOMENT, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db

QUERIES = 15
LIGHT = 200_000


def claimed(entry: Entry, number: int) -> None:
    """Claim that many indicators with a level, and a base where there are some."""
    for indicator in load_edition("2026").sid_indicators[:number]:
        base = indicator.bases[0].id if indicator.bases else None
        claim = answers.Claim(level=1, base=base)
        save_claim(entry.pk, indicator.code, claim=claim, note="", revision=0, by=SYSTEM, at=MOMENT)


def proven(entry: Entry, number: int) -> None:
    """Give the indicators that many links as proof, one after the other."""
    codes = [indicator.code for indicator in load_edition("2026").sid_indicators]
    for n in range(number):
        link = Evidence.objects.create(
            region=entry.innovation.region,
            unit=entry.innovation.unit,
            kind=EvidenceKind.LINK,
            link=f"https://contoh.go.id/bukti/{n}",
            added_at=MOMENT,
        )
        Use.objects.create(evidence=link, entry=entry, part=codes[n % len(codes)], added_at=MOMENT)


def opened(entry: Entry, role: Role = Role.OPERATOR) -> tuple[Client, str]:
    """A browser of somebody in the entry's unit, and the address of the page."""
    client = signed_in(appointed(role, entry.innovation.unit))
    return client, f"/kerja/entri/{entry.pk}/klaim/"


@pytest.mark.parametrize(("claims", "proofs"), [(0, 0), (1, 1), (3, 3), (20, 30)])
def test_the_page_takes_the_same_queries_however_much_is_claimed(
    claims: int, proofs: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Under 25, with one, three and twenty claims; one less where nothing has to be proven yet."""
    entry = an_entry()
    claimed(entry, claims)
    proven(entry, proofs)
    client, address = opened(entry)
    with django_assert_num_queries(QUERIES if proofs else QUERIES - 1):
        assert client.get(address).status_code == 200


def test_the_first_visit_is_light() -> None:
    """The page and each style and script it names, compressed, are under 200 KB."""
    entry = an_entry()
    claimed(entry, 20)
    proven(entry, 30)
    client, address = opened(entry)
    html = client.get(address).content
    named = set(re.findall(r'(?:href|src|data-tus|data-digest)="/static/([^"]+)"', html.decode()))
    weights = {"page": len(gzip.compress(html))}
    for name in named:
        found = finders.find(name)
        assert found, name
        weights[name] = len(gzip.compress(Path(found).read_bytes()))
    assert sum(weights.values()) < LIGHT


def test_every_indicator_can_be_jumped_to() -> None:
    """The list above the claims names all of them, in the order of the page."""
    client, address = opened(an_entry())
    for order in ("", "?urut=pedoman"):
        page = client.get(address + order).content.decode()
        jumps = re.findall(r'<li><a href="#(SID-\d+)"', page)
        assert jumps == re.findall(r'<details class="card claim" id="(SID-\d+)"', page)
        assert len(jumps) == 20


def test_nothing_can_be_saved_or_uploaded_in_an_entry_that_is_not_open() -> None:
    """The claims are shown, their forms are off."""
    client, address = opened(an_entry(state=EntryState.APPROVED))
    page = client.get(address).content.decode()
    marks = ("data-autosave=", "<unggah-bukti", "Simpan klaim SID-01")
    assert [mark in page for mark in marks] == [False, False, False]
    assert page.count('<fieldset class="claim-inputs" disabled>') == 20


def test_the_page_of_another_unit_is_not_there() -> None:
    """404, so that nothing is learnt of it."""
    entry = an_entry()
    stranger = signed_in(appointed(Role.OPERATOR, a_unit("UPTD Puskesmas Lain")))
    assert stranger.get(f"/kerja/entri/{entry.pk}/klaim/").status_code == 404


def test_every_claim_shows_its_points_to_whoever_may_change_it() -> None:
    """Also to an operator, who may have files inspected again."""
    entry = an_entry()
    operator = signed_in(appointed(Role.OPERATOR, entry.innovation.unit))
    html = operator.get(f"/kerja/entri/{entry.pk}/klaim/").content.decode()
    shown = re.findall(r'id="hasil-([^"]+)"', html)
    assert sorted(shown) == sorted(i.code for i in load_edition("2026").sid_indicators)


def test_each_base_of_benefit_tells_which_figures_give_which_level() -> None:
    """Before one is chosen: the criteria speak of a base's limits only."""
    client, page = opened(an_entry())
    html = client.get(page).content.decode()
    told = re.search(
        r"Penerima manfaat<span class=\"base-steps\">(.*?)</span></span></label>", html
    )
    assert told
    words = " ".join(re.sub(r"<[^>]+>", " ", told[1]).split())
    assert words == "Level 1: 1 … 200 Level 2: 201 … 500 Level 3: 501 atau lebih (orang)"
