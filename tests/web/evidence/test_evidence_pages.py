"""The pages of evidence: pages that prove, versions, both texts, the library, hostile files."""

import re
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zlib import crc32

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image
from pytest_django import DjangoAssertNumQueries, Settings

from pragola.scoring.faults import PragolaError
from pragola.web.evidence.actions.describing import add_link, describe_evidence
from pragola.web.evidence.actions.uses import use_evidence
from pragola.web.evidence.models import Evidence, StoredFile, Use
from pragola.web.evidence.queries.reading import Sheet, sheet_of
from pragola.web.evidence.renditions import pages_of, picture_of
from pragola.web.evidence.store import evidence_store, place_of
from pragola.web.innovations.models import Entry, EntryState
from pragola.web.regions.actions.units import move_unit
from pragola.web.regions.models import Role
from pragola.web.shared.audit import SYSTEM
from tests.web.evidence.test_evidence import a_file, a_pdf, operator_of, some_evidence, use
from tests.web.workplace import MOMENT, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_renditions(settings: Settings, tmp_path: Path) -> None:
    settings.RENDITIONS = tmp_path / "renditions"


def page_of(client: Client, evidence: Evidence, end: str = "") -> str:
    """A page of the evidence, as HTML."""
    return client.get(f"/kerja/bukti/{evidence.pk}/{end}").content.decode()


def locked_pdf() -> bytes:
    """A PDF that wants a password: the smallest one with an encryption that nobody can open."""
    return a_pdf(1).replace(
        b"trailer\n<<",
        b"trailer\n<< /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <"
        + b"41" * 32
        + b"> /U <"
        + b"42" * 32
        + b"> >> /ID [<00><00>]",
    )


def bomb() -> bytes:
    """A small PNG that would fill the memory: 40,000 by 40,000 in 1 bit."""
    small = BytesIO()
    Image.new("1", (8, 8)).save(small, "PNG")
    head = small.getvalue()
    width = (40_000).to_bytes(4, "big")
    body = b"IHDR" + width * 2 + head[24:29]
    return head[:12] + body + crc32(body).to_bytes(4, "big") + head[33:]


@pytest.mark.parametrize(
    ("content", "media_type"),
    [(locked_pdf(), "application/pdf"), (bomb(), "image/png")],
    ids=["locked", "bomb"],
)
def test_what_is_locked_or_meant_to_harm_is_told_calmly_and_looked_at_once(
    content: bytes, media_type: str
) -> None:
    """And never again, however often it is asked for."""
    entry = an_entry()
    evidence = some_evidence(entry.innovation.unit, a_file(content, media_type))
    assert "tidak dapat ditampilkan" in page_of(operator_of(entry), evidence, "baca/")
    assert StoredFile.objects.get().pages == 0
    evidence_store().delete(place_of(sha256(content).hexdigest()))
    assert picture_of(StoredFile.objects.get(), page=1, width=320) is None


def test_a_page_past_the_last_one_is_not_used() -> None:
    """Where it is known how many there are; the sentence says so."""
    entry = an_entry()
    evidence = some_evidence(entry.innovation.unit, a_file(a_pdf(3)))
    assert evidence.file
    assert pages_of(evidence.file) == 3
    use(evidence, entry, pages="1-3")
    with pytest.raises(PragolaError) as caught:
        use(evidence, entry, pages="2, 4")
    fault = caught.value.faults[0]
    assert (fault.code, fault.found, fault.facts) == ("pages_past_the_end", "4", (("pages", 3),))


def test_pages_are_changed_in_place_and_counted_for_it() -> None:
    """The page of the claims sends them; the number of pages is looked up then."""
    entry = an_entry()
    evidence = some_evidence(entry.innovation.unit, a_file(a_pdf(2)))
    use(evidence, entry)
    client, address = operator_of(entry), f"/kerja/entri/{entry.pk}/bukti/SID-01/"
    client.post(address, {"evidence": evidence.pk, "pages": "2"})
    client.post(address, {"evidence": evidence.pk, "pages": "1-9"})
    assert list(Use.objects.values_list("pages", flat=True)) == ["2"]
    html = client.get(f"/kerja/entri/{entry.pk}/klaim/").content.decode()
    assert "hanya 2 halaman; halaman “9” tidak ada" in html
    assert f"/kerja/bukti/{evidence.pk}/baca/?hal=2&amp;dipakai=2" in html


def test_a_reader_stays_within_the_file_and_sees_what_proves() -> None:
    """Nearest page for any number; the used pages are marked and led to."""
    sheet = sheet_of(9, asked=2, used="1-3, 7")
    assert sheet == Sheet(number=2, pages=9, used="1-3, 7", asking="dipakai=1-3%2C+7&")
    told = (sheet.previous, sheet.next, sheet.is_used, sheet.next_used)
    assert told == (1, 3, True, 7)
    asked = [(9, None), (9, 99), (None, 5), (0, 1)]
    numbers = [sheet_of(pages, asked=number, used="<b>").number for pages, number in asked]
    assert (numbers, sheet_of(9, asked=8, used="<b>").asking) == ([1, 9, 1, 1], "")


def test_the_reading_page_turns_without_a_script() -> None:
    """By links and by a form for the number, with the marked pages kept."""
    entry = an_entry()
    evidence = some_evidence(entry.innovation.unit, a_file(a_pdf(3)))
    html = page_of(operator_of(entry), evidence, "baca/?hal=2&dipakai=2-3")
    turns = re.findall(r'rel="(\w+)" href="[^"]*\?([^"]*)"', html)
    assert turns == [("prev", "dipakai=2-3&amp;hal=1"), ("next", "dipakai=2-3&amp;hal=3")]
    assert "halaman ini termasuk" in html
    assert 'alt="sk.pdf, halaman 2 dari 3"' in html


def test_a_stale_form_shows_both_texts_and_can_then_be_saved() -> None:
    """Nothing is overwritten unseen, and nobody is caught in a circle."""
    entry = an_entry()
    evidence = some_evidence(entry.innovation.unit)
    describe_evidence(evidence, {"letter_number": "1/2025"}, revision=1, by=SYSTEM, at=MOMENT)
    client, address = operator_of(entry), f"/kerja/bukti/{evidence.pk}/"
    refused = client.post(address, {"letter_number": "2/2025", "revision": 1})
    html = refused.content.decode()
    assert (refused.status_code, "1/2025" in html, "2/2025" in html) == (422, True, True)
    revision = re.search(r'name="revision" value="(\d+)"', html)
    assert revision
    client.post(address, {"letter_number": "2/2025", "revision": revision[1]})
    evidence.refresh_from_db()
    assert (evidence.letter_number, evidence.revision) == ("2/2025", 3)


def newer(evidence: Evidence, content: bytes) -> Evidence:
    """A newer version of it."""
    made = some_evidence(evidence.unit, a_file(content), "sk-baru.pdf")
    made.replaces = evidence
    made.save()
    return made


def test_versions_know_each_other_and_the_library_shows_the_newest() -> None:
    """The old one says that it is old, and stays readable."""
    entry = an_entry()
    old = some_evidence(entry.innovation.unit)
    new = newer(old, a_pdf(2))
    client = operator_of(entry)
    assert "Ini versi lama" in page_of(client, old)
    assert "Ini versi lama" not in page_of(client, new)
    library = client.get(f"/kerja/unit/{entry.innovation.unit_id}/bukti/").content.decode()
    assert ("sk-baru.pdf" in library, "sk.pdf" in library) == (True, False)
    assert client.get(f"/kerja/bukti/{old.pk}/berkas").status_code == 200


def test_a_new_version_comes_through_an_entry_that_is_open() -> None:
    """With the uploader, where there is one; else the page says what to do first."""
    entry = an_entry()
    evidence = some_evidence(entry.innovation.unit)
    client = operator_of(entry)
    assert "pasang dulu bukti ini" in page_of(client, evidence)
    use(evidence, entry)
    assert f'data-replaces="{evidence.pk}"' in page_of(client, evidence)
    Entry.objects.update(state=EntryState.APPROVED)
    assert "pasang dulu bukti ini" in page_of(client, evidence)


def test_who_sees_evidence_only_through_a_use_is_not_led_into_a_wall() -> None:
    """No library of another unit, no version that is not theirs to see: the unit has left."""
    agency = a_unit("Dinas Kesehatan")
    entry = an_entry(a_unit(parent=agency))
    decree = some_evidence(agency)
    use_evidence(decree, entry=entry, part="SID-01", pages="", by=SYSTEM, at=MOMENT)
    move_unit(entry.innovation.unit, parent=None, by=SYSTEM, at=MOMENT)
    newer(decree, a_pdf(2))
    html = page_of(operator_of(entry), decree)
    assert ("Pustaka bukti" in html, "sk-baru.pdf" in html, "sk.pdf" in html) == (
        False,
        False,
        True,
    )


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", ["https://contoh.go.id/a", "foto.png", "sk.pdf"]),
        ("jenis=picture", ["foto.png"]),
        ("jenis=link", ["https://contoh.go.id/a"]),
        ("tahun=2025", ["sk.pdf"]),
        ("tahun=2024", []),
        ("sisa=1", ["foto.png", "sk.pdf"]),
        ("jenis=lain&tahun=99999", ["https://contoh.go.id/a", "foto.png", "sk.pdf"]),
        ("cari=keputusan+2025", []),
        ("cari=7/2025", ["sk.pdf"]),
    ],
)
def test_the_library_is_narrowed(asked: str, found: list[str]) -> None:
    """By kind, by the year of the letter, by use, by words; what is no kind narrows nothing."""
    entry = an_entry()
    decree = some_evidence(entry.innovation.unit)
    Evidence.objects.update(letter_date="2025-03-01", letter_number="7/2025")
    picture = BytesIO()
    Image.new("RGB", (9, 9)).save(picture, "PNG")
    some_evidence(decree.unit, a_file(picture.getvalue(), "image/png"), "foto.png")
    link = "https://contoh.go.id/a"
    add_link(entry, part="SID-11", link=link, by=SYSTEM, at=MOMENT)
    address = f"/kerja/unit/{decree.unit_id}/bukti/?{asked}"
    html = operator_of(entry).get(address).content.decode()
    assert re.findall(r'<th scope="row"><a [^>]*>([^<]*)</a>', html) == found


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_of_evidence_takes_the_same_queries_for_one_and_three_uses(
    number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """However often it is used and whatever happened to it."""
    entry = an_entry()
    evidence = some_evidence(entry.innovation.unit)
    for part in ("SID-01", "SID-02", "SID-03")[:number]:
        use(evidence, entry, part)
        told = {"title": f"SK {part}"}
        evidence.refresh_from_db()
        describe_evidence(evidence, told, revision=evidence.revision, by=SYSTEM, at=MOMENT)
    client = operator_of(entry)
    with django_assert_num_queries(16):
        client.get(f"/kerja/bukti/{evidence.pk}/")


def test_a_video_is_played_only_as_a_video() -> None:
    """Shown in place by its recognised type alone; a picture or document never is."""
    entry = an_entry()
    video = some_evidence(entry.innovation.unit, a_file(b"0123", "video/mp4"), "v.mp4")
    paper = some_evidence(entry.innovation.unit)
    client = operator_of(entry)
    assert 'preload="none"' in page_of(client, video, "baca/")
    played = [client.get(f"/kerja/bukti/{each.pk}/berkas?putar") for each in (video, paper)]
    assert [each["Content-Disposition"].split(";")[0] for each in played] == [
        "inline",
        "attachment",
    ]


def test_only_who_may_change_the_entry_puts_evidence_to_use() -> None:
    """The head reads, the verifier reads, another unit finds nothing."""
    entry = an_entry()
    unit = entry.innovation.unit
    evidence = some_evidence(unit)
    kept = use(evidence, entry)
    addresses = (
        f"/kerja/entri/{entry.pk}/bukti/SID-02/",
        f"/kerja/entri/{entry.pk}/tautan/SID-02/",
        f"/kerja/pemakaian/{kept.pk}/lepas/",
    )
    people = (
        appointed(Role.HEAD, unit),
        appointed(Role.VERIFIER, unit.region),
        appointed(Role.OPERATOR, a_unit("UPTD Lain")),
    )
    sent = {"evidence": evidence.pk, "link": "https://contoh.go.id"}
    told = [[signed_in(each).post(at, sent).status_code for at in addresses] for each in people]
    assert told == [[403] * 3, [403] * 3, [404] * 3]
    assert Use.objects.filter(removed_at=None).count() == 1


def test_bytes_that_are_in_the_store_are_never_written_again() -> None:
    """Whatever is offered under their name."""
    file = a_file(b"yang pertama", "video/mp4")
    evidence_store().save(place_of(file.sha256), ContentFile(b"yang lain"))
    with evidence_store().open(place_of(file.sha256)) as stored:
        assert stored.read() == b"yang pertama"


def test_evidence_of_the_agency_is_chosen_read_and_used_by_the_units_under_it() -> None:
    """What their library lists, they can open and put to use; a unit beside them cannot."""
    agency = a_unit("Dinas Kesehatan")
    unit, other = a_unit(parent=agency), a_unit("UPTD Lain", parent=a_unit("Dinas Lain"))
    entry, evidence = an_entry(unit), some_evidence(agency)
    addresses = [f"/kerja/bukti/{evidence.pk}/{end}" for end in ("", "baca/", "berkas")]
    statuses = []
    for person in (appointed(Role.OPERATOR, unit), appointed(Role.OPERATOR, other)):
        client = signed_in(person)
        statuses += [client.get(address).status_code for address in addresses]
    client = operator_of(entry)
    assert "sk.pdf" in client.get(f"/kerja/unit/{unit.pk}/bukti/").content.decode()
    client.post(f"/kerja/entri/{entry.pk}/bukti/SID-01/", {"evidence": evidence.pk, "pages": ""})
    used = Use.objects.values_list("evidence", "entry", "part")
    assert (statuses, list(used)) == (
        [200] * 3 + [404] * 3,
        [(evidence.pk, entry.pk, "SID-01")],
    )


@pytest.mark.parametrize(
    ("state", "number"),
    [
        (EntryState.DRAFT, "2/2026"),
        (EntryState.RETURNED, "2/2026"),
        (EntryState.SUBMITTED, "1/2025"),
        (EntryState.APPROVED, "1/2025"),
        (EntryState.UNDER_REVIEW, "1/2025"),
        (EntryState.VERIFIED, "1/2025"),
        (EntryState.CLOSED, "2/2026"),
    ],
)
def test_what_is_written_of_a_letter_stands_still_while_it_is_being_judged(
    state: EntryState, number: str
) -> None:
    """The verifier reads what the head approved; what was left empty may be filled in."""
    entry = an_entry()
    evidence = some_evidence(entry.innovation.unit)
    use(evidence, entry)
    client = operator_of(entry)
    page = f"/kerja/bukti/{evidence.pk}/"
    client.post(page, {"letter_number": "1/2025", "revision": "1"})
    Entry.objects.update(state=state)
    client.post(page, {"letter_number": "1/2025", "letter_subject": "Tim", "revision": "2"})
    refused = client.post(page, {"letter_number": "2/2026", "revision": "3"})
    evidence.refresh_from_db()
    kept = (evidence.letter_number, evidence.letter_subject)
    judged = number == "1/2025"
    assert (kept, refused.status_code) == (
        (number, "Tim" if judged else ""),
        422 if judged else 302,
    )
    assert ("sedang dinilai" in page_of(client, evidence)) == judged
