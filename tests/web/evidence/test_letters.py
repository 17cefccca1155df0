"""What was read of a letter is offered beside its form, and never written over what people say."""

import re
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client

from pragola.inspection.findings import Finding, Place, Region, Severity, Spot
from pragola.web.evidence.models import Evidence
from pragola.web.regions.models import Role
from pragola.web.shared.audit import changes_of
from tests.web.evidence.inspected import READABLE, found
from tests.web.evidence.test_evidence import a_file, a_pdf, operator_of, some_evidence, use
from tests.web.workplace import an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db

LETTER = ("letter_number", "letter_date", "letter_subject", "letter_office")
READ = Finding(
    code="letter_read",
    severity=Severity.INFO,
    check="document_letter",
    place=Place(page=1),
    facts=(
        ("kind", "sk_kpd"),
        ("number", "050/12/2025"),
        ("number_page", 1),
        ("date", date(2025, 3, 14)),
        ("date_page", 2),
        ("subject", "Tim Inovasi"),
        ("subject_page", 1),
        ("office", None),
        ("office_page", None),
    ),
)


def some_letter(finding: Finding = READ) -> tuple[Evidence, Client]:
    """A PDF in which that was read, and its operator."""
    entry = an_entry()
    evidence = some_evidence(entry.innovation.unit, a_file(a_pdf()))
    found(use(evidence, entry), READABLE, finding)
    return evidence, operator_of(entry)


def offered(client: Client, evidence: Evidence) -> list[tuple[str, str, str]]:
    """What the page offers: the words, the page, the field."""
    html = client.get(f"/kerja/bukti/{evidence.pk}/").content.decode()
    told = r'<strong>([^<]+)</strong> <a [^>]*hal=(\d+)[^>]*>.*?name="ambil" value="(\w+)"'
    return re.findall(told, html, re.DOTALL)


def kept(evidence: Evidence) -> list[object]:
    """The data of the letter as they are saved."""
    evidence.refresh_from_db()
    return [getattr(evidence, name) for name in LETTER]


def send(client: Client, evidence: Evidence, **posted: str) -> int:
    """Send the form with a button of the suggestions."""
    told = {"title": "", "revision": str(evidence.revision)} | dict.fromkeys(LETTER, "") | posted
    return client.post(f"/kerja/bukti/{evidence.pk}/", told).status_code


def test_what_was_read_is_offered_with_its_page() -> None:
    """What was not read is not."""
    evidence, client = some_letter()
    assert offered(client, evidence) == [
        ("050/12/2025", "1", "letter_number"),
        ("14 Maret 2025", "2", "letter_date"),
        ("Tim Inovasi", "1", "letter_subject"),
    ]


def test_one_touch_takes_one_or_all() -> None:
    """Which is a change of the operator's, told in the history; nothing is offered twice."""
    evidence, client = some_letter()
    assert send(client, evidence, ambil="letter_date") == 302
    assert kept(evidence) == ["", date(2025, 3, 14), "", ""]
    assert [field for _words, _page, field in offered(client, evidence)] == [
        "letter_number",
        "letter_subject",
    ]
    send(client, evidence, ambil="semua", letter_date="2025-03-14")
    assert kept(evidence) == ["050/12/2025", date(2025, 3, 14), "Tim Inovasi", ""]
    assert offered(client, evidence) == []
    assert [change.acting_as for change in changes_of(evidence)] == [Role.OPERATOR] * 2


def test_what_a_person_wrote_is_never_written_over() -> None:
    """Neither what is saved, nor what stands in the form unsaved."""
    evidence, client = some_letter()
    send(client, evidence, ambil="semua", letter_number="7/2025", letter_office="Camat")
    assert kept(evidence) == ["7/2025", date(2025, 3, 14), "Tim Inovasi", "Camat"]
    send(client, evidence, ambil="semua", letter_number="", letter_subject="Lain")
    assert kept(evidence)[2] == "Lain"


def test_a_reader_is_offered_nothing() -> None:
    """Nor may they take it."""
    evidence, _operator = some_letter()
    head = signed_in(appointed(Role.HEAD, evidence.unit))
    assert offered(head, evidence) == []
    assert send(head, evidence, ambil="semua") == 403


def test_a_long_subject_is_cut_to_what_the_form_takes() -> None:
    """So that one touch is enough."""
    long = Finding(
        code="letter_read",
        severity=Severity.INFO,
        check="document_letter",
        facts=(("subject", "x" * 400),),
    )
    evidence, client = some_letter(long)
    assert send(client, evidence, ambil="semua") == 302
    assert kept(evidence) == ["", None, "x" * 300, ""]


def test_the_finding_opened_tells_the_page_of_each_value() -> None:
    """And names the kind of paper."""
    evidence, client = some_letter()
    used = evidence.uses.get()
    html = client.get(f"/kerja/pemakaian/{used.pk}/temuan/1/").content.decode()
    assert re.findall(r"<dt>([^<]+)</dt><dd>([^<]+)</dd>", html) == [
        ("Jenis surat", "SK Kepala Perangkat Daerah atau kepala unit"),
        ("Nomor", "050/12/2025 (hal. 1)"),
        ("Perihal", "Tim Inovasi (hal. 1)"),
        ("Tanggal", "14 Maret 2025 (hal. 2)"),
    ]


def test_what_was_read_is_marked_where_it_stands() -> None:
    """The offer leads to the part of the page, and says in words where that is."""
    spot = Spot("number", 1, Region(600, 100, 900, 120))
    evidence, client = some_letter(replace(READ, spots=(spot,)))
    html = client.get(f"/kerja/bukti/{evidence.pk}/").content.decode()
    address = f"/kerja/bukti/{evidence.pk}/baca/?hal=1&amp;kotak=600,100,900,120"
    assert f'<a class="opens" href="{address}">halaman 1, kanan atas</a>' in html
