"""The uploader as a page brings it, before any script runs."""

import re

import pytest
from django.test import Client

from pragola.rulebooks import load_edition
from pragola.web.regions.models import Role
from tests.web.workplace import a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db


def claims_page() -> tuple[Client, str]:
    """An operator's browser, and the page of claims it gets."""
    unit = a_unit()
    client, entry = signed_in(appointed(Role.OPERATOR, unit)), an_entry(unit)
    return client, client.get(f"/kerja/entri/{entry.pk}/klaim/").content.decode()


def test_every_part_has_its_uploader_and_the_page_its_script_once() -> None:
    """Twenty indicators and the attachments; words and scripts are not repeated."""
    edition = load_edition("2026")
    parts = [each.code for each in edition.sid_indicators]
    parts += [each.id for each in edition.profile if each.kind == "file"]
    _, html = claims_page()
    found = re.findall(r'<unggah-bukti[^>]*data-part="([^"]+)"', html)
    assert sorted(found) == sorted(parts)
    assert (html.count("uploader.js"), html.count("<template>")) == (1, 1)


def test_a_part_says_what_it_takes_and_how_large() -> None:
    """By the edition's formats; the limits are the site's where the edition has none."""
    _, html = claims_page()
    said = [
        " ".join(each.split())
        for each in re.findall(r'id="unggah-[^"]*-hint">(.*?)</p>', html, re.DOTALL)
    ]
    assert {text.strip() for text in said} == {
        "PDF · dokumen paling besar 50 MB",
        "PDF, JPEG, PNG · dokumen paling besar 50 MB, foto paling besar 20 MB",
        "JPEG, PNG · foto paling besar 20 MB",
        "MP4, JPEG, PNG · video paling besar 500 MB, foto paling besar 20 MB",
        "PPT, PPTX, PDF · dokumen paling besar 50 MB",
    }
