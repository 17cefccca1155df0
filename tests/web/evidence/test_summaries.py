"""What is wrong with files is told where people look first, and before an entry leaves."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from pragola.inspection.findings import Finding
from pragola.web.evidence.actions.uses import remove_use
from pragola.web.evidence.models import Use
from pragola.web.innovations.models import Entry, EntryState
from pragola.web.innovations.queries.inspected import Inspected, Part, inspected_of
from pragola.web.regions.models import Role
from pragola.web.shared.audit import SYSTEM
from tests.web.evidence.inspected import BLURRED, LOCKED, READABLE, found
from tests.web.evidence.test_evidence import a_file, a_pdf, operator_of, some_evidence, use
from tests.web.workplace import an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db


def a_use(entry: Entry, part: str, pages: int, *findings: Finding) -> Use:
    """A PDF of so many pages as proof, in which that was found."""
    name = f"berkas-{pages}.pdf"
    used = use(some_evidence(entry.innovation.unit, a_file(a_pdf(pages)), name), entry, part)
    found(used, *findings)
    return used


def some_trouble(state: EntryState = EntryState.DRAFT) -> Entry:
    """An entry with two files that block, one that is doubtful, one that is good."""
    entry = an_entry()
    a_use(entry, "SID-04", 1, BLURRED, LOCKED)
    a_use(entry, "SID-01", 2, LOCKED)
    a_use(entry, "SID-04", 3, BLURRED, READABLE)
    a_use(entry, "SID-06", 4, READABLE)
    Entry.objects.filter(pk=entry.pk).update(state=state)
    return entry


def shown(entry: Entry, address: str, role: Role = Role.OPERATOR) -> str:
    """A page without its tags."""
    client = signed_in(appointed(role, entry.innovation.unit))
    html = client.get(address.format(entry=entry.pk)).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_every_file_is_counted_once_by_the_gravest() -> None:
    """For many entries at once; what was taken off is not counted."""
    entry, other = some_trouble(), an_entry(title="Lain")
    remove_use(a_use(other, "SID-01", 5, LOCKED), by=SYSTEM, at=entry.begun_at)
    assert inspected_of([entry, other]) == {
        entry.pk: Inspected(
            blocked=2,
            blocked_parts=(Part("SID-01", "SID-01"), Part("SID-04", "SID-04")),
            doubtful=1,
            doubtful_parts=(Part("SID-04", "SID-04"),),
        ),
        other.pk: Inspected(),
    }


@pytest.mark.parametrize(
    "address", ["/kerja/", "/kerja/entri/{entry}/", "/kerja/entri/{entry}/riwayat/"]
)
def test_it_is_told_where_people_look_first(address: str) -> None:
    """The start page and the head of the entry, with links to the claims."""
    entry = some_trouble()
    html = operator_of(entry).get(address.format(entry=entry.pk)).content.decode()
    part = html[html.index("2 berkas tidak dapat dinilai") :]
    links = re.findall(r'href="(/kerja/entri/\d+/klaim/#[^"]+)"', part)[:3]
    claims = f"/kerja/entri/{entry.pk}/klaim/"
    assert links == [f"{claims}#SID-01", f"{claims}#SID-04", f"{claims}#SID-04"]


@pytest.mark.parametrize(
    ("move", "role", "state"),
    [
        ("submit", Role.OPERATOR, EntryState.DRAFT),
        ("approve", Role.HEAD, EntryState.SUBMITTED),
    ],
)
def test_before_an_entry_leaves_what_blocks_is_listed(
    move: str, role: Role, state: EntryState
) -> None:
    """With its file and what was found; and it may leave all the same."""
    entry = some_trouble(state)
    address = f"/kerja/entri/{entry.pk}/langkah/{move}/"
    told = shown(entry, address, role)
    assert re.findall(r"berkas-\d\.pdf : [^.]+\.", told) == [
        "berkas-2.pdf : PDF ini terkunci kata sandi, jadi penilai tidak dapat membukanya.",
        "berkas-1.pdf : PDF ini terkunci kata sandi, jadi penilai tidak dapat membukanya.",
        "berkas-3.pdf : Gambarnya kabur.",
    ]
    assert "yang memutuskan tetap Anda" in told
    client = signed_in(appointed(role, entry.innovation.unit))
    assert client.post(address, {"note": ""}).status_code == 302
    entry.refresh_from_db()
    assert entry.state != state


def test_what_is_not_inspected_yet_is_told_before_it_leaves() -> None:
    """So that somebody in no hurry waits a moment."""
    entry = an_entry()
    use(some_evidence(entry.innovation.unit), entry)
    told = shown(entry, "/kerja/entri/{entry}/langkah/submit/")
    assert "1 berkas belum selesai diperiksa." in told


def test_where_nothing_is_wrong_nothing_is_said() -> None:
    """Neither on the start page nor before it leaves."""
    entry = an_entry()
    a_use(entry, "SID-01", 1, READABLE)
    for address in ("/kerja/", "/kerja/entri/{entry}/", "/kerja/entri/{entry}/langkah/submit/"):
        told = shown(entry, address)
        assert "tidak dapat dinilai" not in told
        assert "diragukan" not in told


def test_more_files_ask_the_database_no_more_often(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """Before an entry leaves: with one file and with four."""
    entry = an_entry()
    a_use(entry, "SID-02", 9, LOCKED)
    client = operator_of(entry)
    address = f"/kerja/entri/{entry.pk}/langkah/submit/"
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    for number in (5, 6, 7):
        a_use(entry, "SID-03", number, LOCKED, BLURRED)
    with django_assert_num_queries(len(one)):
        client.get(address)
