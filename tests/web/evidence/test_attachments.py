"""What is attached to the profile is shown there with what was found in it, as beside a claim."""

import re
from itertools import accumulate

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from pragola.rulebooks import load_edition
from pragola.scoring.edition import FieldKind
from pragola.web.innovations.models import Entry
from pragola.web.regions.models import Role
from tests.web.evidence.inspected import BLURRED, LOCKED, found
from tests.web.evidence.test_evidence import a_file, a_pdf, operator_of, some_evidence, use
from tests.web.workplace import an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db

FIELDS = [field.id for field in load_edition("2026").profile if field.kind is FieldKind.FILE]


def depth_of_forms(html: str) -> int:
    """How many forms stand inside one another at most; browsers take only one."""
    depths = accumulate(-1 if end else 1 for end in re.findall(r"<(/?)form\b", html))
    return max(depths, default=0)


def attach(entry: Entry, pages: int = 1) -> None:
    """A locked PDF for the first file field of the profile."""
    evidence = some_evidence(entry.innovation.unit, a_file(a_pdf(pages)), f"profil-{pages}.pdf")
    found(use(evidence, entry, FIELDS[0]), BLURRED, LOCKED)


def test_the_profile_shows_what_was_found_in_an_attachment() -> None:
    """What is to be mended, with the way to send another one."""
    entry = an_entry()
    attach(entry)
    html = operator_of(entry).get(f"/kerja/entri/{entry.pk}/").content.decode()
    assert re.findall(r'<section class="card" id="(\w+)">', html) == FIELDS
    part = html[html.index(f'id="bukti-{FIELDS[0]}"') :]
    assert "PDF ini terkunci kata sandi" in part
    assert re.findall(r'<div class="told (\w+)">', part) == ["blocks", "doubtful"]
    assert f'data-part="{FIELDS[0]}"' in part
    assert depth_of_forms(html) == 1


def test_a_reader_sees_it_and_sends_nothing() -> None:
    """The head of the unit."""
    entry = an_entry()
    attach(entry)
    head = signed_in(appointed(Role.HEAD, entry.innovation.unit))
    html = head.get(f"/kerja/entri/{entry.pk}/").content.decode()
    assert "PDF ini terkunci kata sandi" in html
    assert ("<unggah-bukti" in html, "Periksa ulang" in html) == (False, False)


def test_more_attachments_ask_the_database_no_more_often(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """With one and with three."""
    entry = an_entry()
    attach(entry)
    client = operator_of(entry)
    with CaptureQueriesContext(connection) as one:
        client.get(f"/kerja/entri/{entry.pk}/")
    attach(entry, 2)
    attach(entry, 3)
    with django_assert_num_queries(len(one)):
        client.get(f"/kerja/entri/{entry.pk}/")
