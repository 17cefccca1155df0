"""What becomes of a file that is all here, also when a process dies between two steps."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings as site
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import Settings

from pragola.web.evidence.actions import keeping
from pragola.web.evidence.actions.arrivals import begin_arrival, finish, sweep_arrivals, take_in
from pragola.web.evidence.models import Arrival, ArrivalState, Evidence, StoredFile, Use
from pragola.web.evidence.partial_files import path_of
from pragola.web.evidence.store import evidence_store, place_of
from pragola.web.innovations.models import Entry, EntryState
from pragola.web.regions.limits import LimitedUploadHandler
from pragola.web.regions.models import Person, Role
from pragola.web.shared.models import Change
from tests.web.evidence.sending import PDF, a_picture, begun, digest, patched, sent
from tests.web.workplace import MOMENT, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db
LATER = MOMENT + timedelta(minutes=5)

type Crash = Callable[[Arrival], None]


def arrived(
    content: bytes = PDF,
    *,
    entry: Entry | None = None,
    person: Person | None = None,
    part: str = "SID-01",
    name: str = "surat.pdf",
    sha256: str = "",
    replaces: Evidence | None = None,
    at: datetime = MOMENT,
) -> Arrival:
    """A file all of whose bytes are here and that nobody has finished."""
    entry = entry or an_entry()
    arrival = begin_arrival(
        entry,
        part=part,
        person=person or appointed(Role.OPERATOR, entry.innovation.unit),
        file_name=name,
        size=len(content),
        sha256=sha256,
        replaces=replaces,
        at=at,
    )
    take_in(arrival, [content], offset=0, at=at)
    return arrival


def standing() -> dict[str, object]:
    """All that the site holds of files: rows, the store, and what is half here."""
    return {
        "arrivals": sorted(Arrival.objects.values_list("state", "refusal")),
        "stored": sorted(StoredFile.objects.values_list("sha256", "size", "media_type")),
        "evidence": sorted(Evidence.objects.values_list("file_name", flat=True)),
        "uses": sorted(Use.objects.filter(removed_at=None).values_list("part", flat=True)),
        "store": sorted(p.name for p in Path(evidence_store().path("")).rglob("*") if p.is_file()),
        "partial": sorted(path.name for path in Path(site.ARRIVALS).iterdir()),
    }


KEPT = {
    "arrivals": [("kept", "")],
    "stored": [(digest(PDF), len(PDF), "application/pdf")],
    "evidence": ["surat.pdf"],
    "uses": ["SID-01"],
    "store": [digest(PDF)],
    "partial": [],
}


def test_a_file_is_kept_under_its_content_and_serves_its_part() -> None:
    """Store, rows and log say the same, and nothing half is left."""
    finish(arrived(sha256=digest(PDF)), at=LATER)
    deeds = list(Change.objects.order_by("id").values_list("deed", flat=True))
    assert standing() == KEPT
    assert evidence_store().open(place_of(digest(PDF))).read() == PDF
    assert deeds == ["arrival_begun", "evidence_added", "evidence_used"]


def after_nothing(_: Arrival) -> None:
    """The process dies before the first step."""


def after_the_store(arrival: Arrival) -> None:
    """The process dies when the file lies in the store and no row says so."""
    keeping.put_into_store(arrival, keeping.examine(arrival))


def after_the_rows(arrival: Arrival) -> None:
    """The process dies when all is said and the partial file still lies there."""
    examined = keeping.examine(arrival)
    keeping.put_into_store(arrival, examined)
    keeping.keep(arrival, examined, at=LATER)


CRASHES = pytest.mark.parametrize("crash", [after_nothing, after_the_store, after_the_rows])


@CRASHES
def test_finishing_again_after_a_crash_ends_in_the_same(crash: Crash) -> None:
    """Wherever it broke off, and however often it is asked."""
    arrival = arrived()
    crash(arrival)
    for _ in range(2):
        finish(arrival, at=LATER)
        sweep_arrivals(LATER)
    assert standing() == KEPT


@CRASHES
def test_the_sweep_alone_ends_in_the_same(crash: Crash) -> None:
    """The sender never came back."""
    crash(arrived())
    sweep_arrivals(LATER)
    assert standing() == KEPT


def test_what_cannot_be_kept_now_leaves_no_row_and_is_kept_later() -> None:
    """The entry was submitted while the last bytes came."""
    arrival = arrived()
    Entry.objects.update(state=EntryState.SUBMITTED)
    with pytest.raises(Exception, match="entry_locked"):
        finish(arrival, at=LATER)
    locked = standing()
    Entry.objects.update(state=EntryState.RETURNED)
    sweep_arrivals(LATER)
    assert locked == KEPT | {
        "arrivals": [("receiving", "")],
        "stored": [],
        "evidence": [],
        "uses": [],
        "partial": sorted([arrival.pk, f"{arrival.pk}.lock"]),
    }
    assert standing() == KEPT


def test_a_file_that_changed_on_its_way_is_refused() -> None:
    """With the sender's own digest as witness."""
    finish(arrived(sha256=digest(b"lain")), at=LATER)
    assert standing() == KEPT | {
        "arrivals": [("refused", "arrival_digest_differs")],
        "stored": [],
        "evidence": [],
        "uses": [],
        "store": [],
    }


def test_the_same_file_is_kept_once_and_used_where_it_is_offered() -> None:
    """Twice for one part, once for another part, once for another entry of the unit."""
    unit = a_unit()
    first, second = an_entry(unit), an_entry(unit, title="Inovasi Kedua")
    person = appointed(Role.OPERATOR, unit)
    for entry, part in (
        (first, "SID-01"),
        (first, "SID-01"),
        (first, "SID-02"),
        (second, "SID-01"),
    ):
        finish(arrived(entry=entry, person=person, part=part), at=LATER)
    uses = list(Use.objects.order_by("id").values_list("entry", "part"))
    assert (StoredFile.objects.count(), Evidence.objects.count()) == (1, 1)
    assert uses == [(first.pk, "SID-01"), (first.pk, "SID-02"), (second.pk, "SID-01")]


def test_the_same_file_of_another_unit_is_evidence_of_its_own() -> None:
    """The bytes are kept once; neither unit learns of the other."""
    for unit in (a_unit(), a_unit("UPTD Puskesmas Lain")):
        finish(arrived(entry=an_entry(unit)), at=LATER)
    assert (StoredFile.objects.count(), Evidence.objects.count()) == (1, 2)


def test_a_new_version_takes_the_uses_over_and_the_old_one_stays() -> None:
    """What was submitted keeps what it showed; letter data and pages go along."""
    unit = a_unit()
    person = appointed(Role.OPERATOR, unit)
    entry, closed = an_entry(unit), an_entry(unit, title="Inovasi Kedua")
    for each in (entry, closed):
        finish(arrived(entry=each, person=person), at=MOMENT)
    Entry.objects.filter(pk=closed.pk).update(state=EntryState.APPROVED)
    Use.objects.filter(entry=entry).update(pages="2-3")
    Evidence.objects.update(letter_number="188/2026")
    old = Evidence.objects.get()
    changed = PDF.replace(b"Catalog", b"Catalog /Lang (id)")
    again = arrived(changed, entry=entry, person=person, replaces=old, name="surat-baru.pdf")
    new = finish(again, at=LATER).evidence
    assert new is not None
    uses = Use.objects.order_by("id").values_list("evidence", "entry", "pages", "removed_at")
    assert (new.replaces_id, new.letter_number) == (old.pk, "188/2026")
    assert list(uses) == [
        (old.pk, entry.pk, "2-3", LATER),
        (old.pk, closed.pk, "", None),
        (new.pk, entry.pk, "2-3", None),
    ]


def test_a_version_that_is_the_same_file_changes_nothing() -> None:
    """There is nothing newer about it."""
    entry = an_entry()
    kept = finish(arrived(entry=entry), at=MOMENT).evidence
    finish(arrived(entry=entry, replaces=kept), at=LATER)
    assert (Evidence.objects.count(), Use.objects.count()) == (1, 1)


def test_a_name_that_lies_is_corrected_and_the_answer_says_so() -> None:
    """By the content; a dot in the middle of a name is no ending."""
    unit = a_unit()
    client, entry = signed_in(appointed(Role.OPERATOR, unit)), an_entry(unit)
    names = ["SK.docx", "foto no. 12", "..\\..\\Surat\u202egpj.PDF", "Surat Edaran 2.0.final"]
    told = [
        sent(client, entry, a_picture("PNG", side=side), part="SID-04", name=name)["file_name"]
        for side, name in enumerate(names, start=4)
    ]
    sentence = sent(client, entry, PDF, part="SID-04", name="SK.docx")["sentence"]
    assert told == ["SK.png", "foto no. 12.png", "Suratgpj.png", "Surat Edaran 2.0.png"]
    assert sentence == (
        "Tersimpan dengan nama SK.pdf, karena akhiran nama SK.docx tidak sesuai dengan isinya."
    )


def test_a_known_file_need_not_be_sent_at_all() -> None:
    """It is used at once; what another unit has is not known here."""
    unit, other = a_unit(), a_unit("UPTD Puskesmas Lain")
    finish(arrived(entry=an_entry(unit)), at=LATER)
    kept = Evidence.objects.get()
    told = [
        asked(appointed(Role.OPERATOR, each), an_entry(each, title="Inovasi Kedua"))
        for each in (unit, other)
    ]
    sentence = (
        "Berkas ini sudah ada di unit Anda (surat.pdf). Yang sudah ada itu dipakai juga di sini; "
        "tidak disimpan dua kali."
    )
    assert told == [
        {"known": True, "evidence": kept.pk, "sentence": sentence},
        {"known": False, "unfinished": None},
    ]
    assert Use.objects.count() == 2


def test_a_known_file_is_not_used_where_its_kind_is_not_asked() -> None:
    """The part asks for photos."""
    entry = an_entry()
    finish(arrived(entry=entry), at=LATER)
    told = asked(appointed(Role.OPERATOR, entry.innovation.unit), entry, part="SID-10")
    assert (told["code"], Use.objects.count()) == ("arrival_type_not_asked", 1)


def test_the_same_file_chosen_again_goes_on_where_it_stopped() -> None:
    """On whatever device: the server knows what is unfinished."""
    unit = a_unit()
    person = appointed(Role.OPERATOR, unit)
    entry = an_entry(unit)
    client = signed_in(person)
    _, address = begun(client, entry, sha256=digest(PDF))
    patched(client, address, PDF[:30], offset=0)
    assert asked(person, entry) == {"known": False, "unfinished": address}


def test_an_empty_file_is_told_before_anything_is_sent() -> None:
    """A script has nothing to send, and would hear nothing of it."""
    unit = a_unit()
    told = asked(appointed(Role.OPERATOR, unit), an_entry(unit), size=0)
    assert told["sentence"] == (
        "Berkas surat.pdf kosong (0 byte). Periksa berkasnya, lalu pilih lagi."
    )


def asked(
    person: Person, entry: Entry, *, part: str = "SID-01", size: int = len(PDF)
) -> dict[str, object]:
    """What the server says to the question whether the file is known."""
    said = {"entry": entry.pk, "part": part, "filename": "surat.pdf"}
    said |= {"size": size, "sha256": digest(PDF)}
    told: dict[str, object] = signed_in(person).post("/kerja/unggahan/kenal/", said).json()
    return told


def test_the_sweep_gives_up_what_was_forgotten_and_nothing_else() -> None:
    """After fourteen days without a byte the file goes, the row stays."""
    entry = an_entry()
    person = appointed(Role.OPERATOR, entry.innovation.unit)
    for name, days in (("lama.pdf", 15), ("baru.pdf", 13)):
        arrival = begin_arrival(
            entry,
            part="SID-01",
            person=person,
            file_name=name,
            size=100,
            sha256="",
            replaces=None,
            at=MOMENT - timedelta(days=days),
        )
        take_in(arrival, [b"x" * 50], offset=0, at=MOMENT - timedelta(days=days))
    sweep_arrivals(MOMENT)
    left = {
        each.file_name: (each.state, path_of(each.pk).exists()) for each in Arrival.objects.all()
    }
    assert left == {
        "lama.pdf": (ArrivalState.GIVEN_UP, False),
        "baru.pdf": (ArrivalState.RECEIVING, True),
    }


def test_the_sweep_keeps_nothing_for_who_is_no_operator_any_more() -> None:
    """The bytes wait for somebody to decide, until they are given up."""
    arrival = arrived()
    arrival.person.appointments.update(ended_at=MOMENT)
    sweep_arrivals(LATER)
    assert standing()["arrivals"] == [("receiving", "")]


def test_without_a_script_one_file_goes_by_an_ordinary_form() -> None:
    """The same limits, the same ending; a fault is a page that says what to do."""
    unit = a_unit()
    client, entry = signed_in(appointed(Role.OPERATOR, unit)), an_entry(unit)
    said = {"entry": entry.pk, "part": "SID-01", "next": "/kerja/"}
    good = client.post(
        "/kerja/unggahan/biasa/", {**said, "file": SimpleUploadedFile("surat.pdf", PDF)}
    )
    elsewhere = {**said, "next": "https://lain.example/"}
    again = client.post(
        "/kerja/unggahan/biasa/", {**elsewhere, "file": SimpleUploadedFile("surat.pdf", PDF)}
    )
    bad = client.post(
        "/kerja/unggahan/biasa/", {**said, "file": SimpleUploadedFile("surat.pdf", b"<html>")}
    )
    none = client.post("/kerja/unggahan/biasa/", said)
    assert [good.status_code, good.headers["Location"]] == [302, "/kerja/"]
    assert again.headers["Location"] == f"/kerja/entri/{entry.pk}/klaim/"
    assert (bad.status_code, "bukan PDF" in bad.content.decode()) == (422, True)
    assert (none.status_code, "Belum ada berkas." in none.content.decode()) == (422, True)


def test_without_a_script_one_comes_back_to_the_open_claim_and_is_told() -> None:
    """The page itself opens the claim that was worked on; by file, by link, by level."""
    unit = a_unit()
    client, entry = signed_in(appointed(Role.OPERATOR, unit)), an_entry(unit)
    claims = f"/kerja/entri/{entry.pk}/klaim/"
    back = re.search(r'name="next" value="([^"]*SID-02)"', client.get(claims).content.decode())
    assert back
    said = {"entry": entry.pk, "part": "SID-02", "next": back[1]}
    file = SimpleUploadedFile("tim.pdf", PDF)
    sent = client.post("/kerja/unggahan/biasa/", {**said, "file": file})
    linked = client.post(f"/kerja/entri/{entry.pk}/tautan/SID-04/", {"link": "https://a.id/b"})
    assert [each["Location"] for each in (sent, linked)] == [
        f"{claims}?buka=SID-02#bukti-SID-02",
        f"{claims}?buka=SID-04#SID-04",
    ]
    html = client.get(sent["Location"]).content.decode()
    opened = re.findall(r'<details class="card claim" id="([^"]+)" open>', html)
    assert (opened, "tim.pdf sudah tersimpan." in html) == (["SID-02"], True)


def test_without_a_script_no_more_of_a_file_is_kept_than_is_taken_anywhere(
    settings: Settings,
) -> None:
    """Its true size is told, but it does not fill the disk before it is refused."""
    settings.EVIDENCE_MEGABYTES = {"document": 1, "picture": 1, "video": 2}
    unit = a_unit()
    client, entry = signed_in(appointed(Role.OPERATOR, unit)), an_entry(unit)
    file = SimpleUploadedFile("besar.pdf", PDF + b" " * 5 * 1024**2)
    said = {"entry": entry.pk, "part": "SID-01", "file": file}
    answer = client.post("/kerja/unggahan/biasa/", said)
    handler = answer.wsgi_request.upload_handlers[0]
    assert isinstance(handler, LimitedUploadHandler)
    assert (answer.status_code, "paling besar 1 MB" in answer.content.decode()) == (422, True)
    assert (handler.file.size, handler.most) == (len(PDF) + 5 * 1024**2, 2 * 1024**2)
