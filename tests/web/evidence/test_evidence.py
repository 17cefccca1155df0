"""Evidence is used by its unit, served only guarded, read page by page, and never lost."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path
from time import gmtime

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from pytest_django import DjangoAssertNumQueries, Settings

from pragola.scoring.answers import Claim
from pragola.scoring.faults import PragolaError
from pragola.web.evidence.actions.describing import add_link, describe_evidence
from pragola.web.evidence.actions.uses import carry_uses, checked_pages, remove_use, use_evidence
from pragola.web.evidence.models import Evidence, EvidenceKind, StoredFile, Use
from pragola.web.evidence.queries.proofs import proofs_of
from pragola.web.evidence.renditions import pages_of, picture_of
from pragola.web.evidence.store import evidence_store, place_of
from pragola.web.innovations.actions.claims import save_claim
from pragola.web.innovations.models import Entry, EntryState
from pragola.web.regions.models import Role, Unit
from pragola.web.shared.audit import SYSTEM, changes_of
from pragola.wording import Language
from tests.web.workplace import MOMENT, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_renditions(settings: Settings, tmp_path: Path) -> None:
    settings.RENDITIONS = tmp_path / "renditions"


def a_pdf(pages: int = 3) -> bytes:
    """A PDF of blank pages, the same bytes whenever it is made."""
    sheets = [Image.new("RGB", (120, 160), "white") for _ in range(pages)]
    target = BytesIO()
    day = gmtime(0)
    sheets[0].save(
        target, "PDF", save_all=True, append_images=sheets[1:], creationDate=day, modDate=day
    )
    return target.getvalue()


def a_file(content: bytes, media_type: str = "application/pdf") -> StoredFile:
    """Content in the store."""
    digest = sha256(content).hexdigest()
    evidence_store().save(place_of(digest), ContentFile(content))
    return StoredFile.objects.create(
        sha256=digest, size=len(content), media_type=media_type, stored_at=MOMENT
    )


def some_evidence(unit: Unit, file: StoredFile | None = None, name: str = "sk.pdf") -> Evidence:
    """Evidence of a unit."""
    return Evidence.objects.create(
        region=unit.region,
        unit=unit,
        kind=EvidenceKind.FILE,
        file=file or a_file(a_pdf()),
        file_name=name,
        added_at=MOMENT,
    )


def use(evidence: Evidence, entry: Entry, part: str = "SID-01", pages: str = "") -> Use:
    """Use it as the system does."""
    return use_evidence(evidence, entry=entry, part=part, pages=pages, by=SYSTEM, at=MOMENT)


def operator_of(entry: Entry) -> Client:
    """A browser of the entry's operator."""
    return signed_in(appointed(Role.OPERATOR, entry.innovation.unit))


def test_one_piece_serves_many_claims_entries_and_years() -> None:
    """Each with its own pages; taking it off one leaves the others."""
    unit = a_unit()
    evidence = some_evidence(unit)
    old, new = an_entry(unit, edition="2023"), an_entry(unit, title="Lain", edition="2026")
    first = use(evidence, old, "SID-01", "1-2")
    use(evidence, new, "SID-01")
    use(evidence, new, "SID-02", "3")
    remove_use(first, by=SYSTEM, at=MOMENT)
    found = Use.objects.filter(removed_at=None).values_list("entry", "part", "pages")
    assert list(found) == [(new.pk, "SID-01", ""), (new.pk, "SID-02", "3")]
    assert [c.deed for c in changes_of(old)] == ["evidence_taken_off", "evidence_used"]


def test_evidence_serves_its_unit_and_the_units_under_it() -> None:
    """A decree of the agency proves claims of its puskesmas, not the other way round."""
    agency = a_unit("Dinas Kesehatan")
    unit = a_unit(parent=agency)
    use(some_evidence(agency), an_entry(unit))
    with pytest.raises(PragolaError) as caught:
        use(some_evidence(unit, name="lain.pdf", file=a_file(a_pdf(2))), an_entry(agency))
    assert caught.value.faults[0].code == "evidence_of_another_unit"


def test_what_asks_for_no_file_takes_none() -> None:
    """Neither an indicator that is not there nor a text field."""
    entry = an_entry()
    evidence = some_evidence(entry.innovation.unit)
    for part in ("SID-99", "tujuan"):
        with pytest.raises(PragolaError) as caught:
            use(evidence, entry, part)
        assert caught.value.faults[0].code == "part_unknown"


def test_nothing_is_put_to_use_in_an_entry_that_is_not_open() -> None:
    """Submitted is locked."""
    entry = an_entry(state=EntryState.SUBMITTED)
    with pytest.raises(PragolaError) as caught:
        use(some_evidence(entry.innovation.unit), entry)
    assert caught.value.faults[0].code == "entry_locked"


@pytest.mark.parametrize(
    ("typed", "kept"), [("", ""), ("1-3, 7", "1-3, 7"), (" 2 ;4 - 5", "2, 4-5"), ("12", "12")]
)
def test_pages_are_kept_in_one_manner(typed: str, kept: str) -> None:
    """However they were typed."""
    assert checked_pages(typed) == kept


@pytest.mark.parametrize("typed", ["0", "3-1", "satu", "1-", "-2", "1--2", "99999"])
def test_what_is_no_range_of_pages_is_refused(typed: str) -> None:
    """By its code."""
    with pytest.raises(PragolaError) as caught:
        checked_pages(typed)
    assert caught.value.faults[0].code == "pages_bad"


def test_uses_are_carried_into_the_next_year() -> None:
    """As far as that year asks for the part."""
    unit = a_unit()
    former, entry = an_entry(unit, edition="2023"), an_entry(unit, title="x", edition="2026")
    evidence = some_evidence(unit)
    use(evidence, former, "SID-01", "2")
    use(evidence, former, "anggaran")
    assert carry_uses(former, entry, by=SYSTEM, at=MOMENT) == 2
    found = proofs_of(entry, Language.INDONESIAN, MOMENT)
    assert {part: [p.pages for p in proofs] for part, proofs in found.items()} == {
        "SID-01": ["2"],
        "anggaran": [""],
    }


def test_the_letter_is_described_and_a_stale_form_overwrites_nothing() -> None:
    """The second of two people learns what the first one wrote."""
    evidence = some_evidence(a_unit())
    told = {"title": "SK Tim", "letter_number": "1/2025"}
    describe_evidence(evidence, told, revision=1, by=SYSTEM, at=MOMENT)
    with pytest.raises(PragolaError) as caught:
        describe_evidence(evidence, {"title": "Lain"}, revision=1, by=SYSTEM, at=MOMENT)
    fault = caught.value.faults[0]
    assert (fault.code, fault.expected) == ("evidence_changed_meanwhile", "SK Tim · 1/2025")


def test_a_link_is_evidence_without_being_fetched() -> None:
    """Only addresses of the web; the same one twice is one piece of evidence."""
    entry = an_entry()
    for part in ("SID-11", "SID-12"):
        add_link(entry, part=part, link=" https://contoh.go.id/a ", by=SYSTEM, at=MOMENT)
    evidence = Evidence.objects.get()
    assert (evidence.link, evidence.asked_at) == ("https://contoh.go.id/a", None)
    strange = ("https://[::1", "https://nama:sandi@contoh.go.id", f"https://a.id/{'x' * 2000}")
    for link in ("javascript:alert(1)", "ftp://contoh.go.id", "https://", "contoh", *strange):
        with pytest.raises(PragolaError) as caught:
            add_link(entry, part="SID-11", link=link, by=SYSTEM, at=MOMENT)
        assert caught.value.faults[0].code == "link_bad"


def test_a_file_is_served_guarded_and_never_as_a_page() -> None:
    """As something to be saved, with a policy that lets it do nothing."""
    entry = an_entry()
    evidence = some_evidence(entry.innovation.unit, name='surat "keputusan".pdf')
    answer = operator_of(entry).get(f"/kerja/bukti/{evidence.pk}/berkas")
    assert b"".join(answer.streaming_content) == a_pdf()  # type: ignore[attr-defined]
    assert answer["Content-Disposition"].startswith("attachment;")
    assert (answer["X-Content-Type-Options"], "sandbox" in answer["Content-Security-Policy"]) == (
        "nosniff",
        True,
    )
    assert "private" in answer["Cache-Control"]


@pytest.mark.parametrize(
    ("asked", "status", "content", "told"),
    [
        ("bytes=0-3", 206, b"0123", "bytes 0-3/10"),
        ("bytes=7-", 206, b"789", "bytes 7-9/10"),
        ("bytes=-2", 206, b"89", "bytes 8-9/10"),
        ("bytes=4-99", 206, b"456789", "bytes 4-9/10"),
        ("bytes=10-", 416, b"", "bytes */10"),
        ("bytes=5-2", 416, b"", "bytes */10"),
        (f"bytes=0-{'9' * 18}", 206, b"0123456789", "bytes 0-9/10"),
    ],
)
def test_a_stretch_of_a_file_can_be_asked_for(
    asked: str, status: int, content: bytes, told: str
) -> None:
    """So that a video plays from anywhere over a weak link."""
    entry = an_entry()
    evidence = some_evidence(entry.innovation.unit, a_file(b"0123456789", "video/mp4"), "v.mp4")
    page = f"/kerja/bukti/{evidence.pk}/berkas"
    answer = operator_of(entry).get(page, headers={"range": asked})
    sent = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    assert (answer.status_code, sent, answer["Content-Range"]) == (status, content, told)


def test_pages_are_pictures_made_by_a_process_of_their_own() -> None:
    """Each page at the widths that there are, made once; nothing past the last one."""
    file = a_file(a_pdf(2))
    assert pages_of(file) == 2
    picture = picture_of(file, page=2, width=320)
    assert picture is not None
    with Image.open(picture) as opened:
        assert (opened.format, opened.width) == ("WEBP", 320)
    assert [picture_of(file, page=3, width=320), picture_of(file, page=1, width=333)] == [None] * 2


@pytest.mark.parametrize(
    "content",
    [a_pdf()[:200], b"%PDF-1.4\n" + b"<<" * 50_000, b"%PDF-1.7\n%%EOF", b"\x89PNG\r\n\x1a\nxxxx"],
    ids=["cut", "nested", "hollow", "no picture"],
)
def test_a_file_that_cannot_be_shown_is_a_calm_sentence(content: bytes) -> None:
    """A stranger's file breaks its own process, never the page."""
    entry = an_entry()
    media_type = "application/pdf" if content.startswith(b"%PDF") else "image/png"
    evidence = some_evidence(entry.innovation.unit, a_file(content, media_type))
    client = operator_of(entry)
    page = client.get(f"/kerja/bukti/{evidence.pk}/baca/")
    assert (page.status_code, "tidak dapat ditampilkan" in page.content.decode()) == (200, True)
    assert client.get(f"/kerja/bukti/{evidence.pk}/halaman/1-320.webp").status_code == 404


def test_who_may_not_see_evidence_finds_none_of_its_addresses() -> None:
    """Another unit's operator gets 404 for all; the region's verifier sees it."""
    entry = an_entry()
    evidence = some_evidence(entry.innovation.unit)
    other = signed_in(appointed(Role.OPERATOR, a_unit("UPTD Lain")))
    verifier = signed_in(appointed(Role.VERIFIER, entry.innovation.region))
    pages = [f"/kerja/bukti/{evidence.pk}/{end}" for end in ("", "baca/", "berkas")]
    assert [other.get(page).status_code for page in pages] == [404] * 3
    assert [verifier.get(page).status_code for page in pages] == [200] * 3


def test_the_library_is_searched_and_chosen_from() -> None:
    """By the words of the letter; what is chosen is used with its pages."""
    entry = an_entry()
    unit = entry.innovation.unit
    evidence = some_evidence(unit)
    told = {"letter_subject": "Penetapan inovasi"}
    describe_evidence(evidence, told, revision=1, by=SYSTEM, at=MOMENT)
    some_evidence(unit, a_file(a_pdf(1)), "lain.pdf")
    client = operator_of(entry)
    html = client.get(f"/kerja/unit/{unit.pk}/bukti/?cari=penetapan").content.decode()
    assert ("sk.pdf" in html, "lain.pdf" in html) == (True, False)
    sent = {"evidence": evidence.pk, "pages": "1-2"}
    client.post(f"/kerja/entri/{entry.pk}/bukti/SID-01/", sent)
    assert list(Use.objects.values_list("part", "pages")) == [("SID-01", "1-2")]


@pytest.mark.parametrize("number", [1, 3])
def test_the_library_takes_the_same_queries_for_one_and_three(
    number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Session, person, posts, unit, number, evidence, uses, years."""
    entry = an_entry()
    for each in range(number):
        some_evidence(entry.innovation.unit, a_file(a_pdf(each + 1)), f"{each}.pdf")
    client = operator_of(entry)
    with django_assert_num_queries(8):
        client.get(f"/kerja/unit/{entry.innovation.unit_id}/bukti/")


def test_the_claims_page_stays_under_25_queries(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    """With all claims made and thirty proofs in use."""
    entry = an_entry(state=EntryState.DRAFT)
    evidence = [some_evidence(entry.innovation.unit, a_file(a_pdf(n + 1))) for n in range(2)]
    for number in range(1, 21):
        code = f"SID-{number:02}"
        base = "a" if code == "SID-18" else None
        claim = Claim(level=1, base=base)
        save_claim(entry.pk, code, claim=claim, note="", revision=0, by=SYSTEM, at=MOMENT)
        for each in evidence[: 2 if number <= 10 else 1]:
            use(each, entry, code)
    client = operator_of(entry)
    with django_assert_max_num_queries(24):
        html = client.get(f"/kerja/entri/{entry.pk}/klaim/").content.decode()
    assert html.count("use_remove") + html.count("/lepas/") == 30


def test_a_new_version_is_sent_from_the_page_of_the_old_one_and_both_are_kept() -> None:
    """The form of the page names what it replaces; the claim goes over to the new one."""
    entry = an_entry()
    old = some_evidence(entry.innovation.unit)
    use(old, entry)
    client = operator_of(entry)
    page = f"/kerja/bukti/{old.pk}/"
    html = client.get(page).content.decode()
    assert f'name="replaces" value="{old.pk}"' in html
    sent = {
        "entry": entry.pk,
        "part": "SID-01",
        "replaces": old.pk,
        "next": page,
        "file": SimpleUploadedFile("sk-baru.pdf", a_pdf(5)),
    }
    client.post("/kerja/unggahan/biasa/", sent)
    new = Evidence.objects.get(replaces=old)
    used = Use.objects.filter(removed_at=None).values_list("evidence", flat=True)
    html = client.get(page).content.decode()
    shown = [name in html for name in ("sk.pdf", "sk-baru.pdf", "Ganti dengan versi baru")]
    assert (list(used), shown) == ([new.pk], [True, True, False])
