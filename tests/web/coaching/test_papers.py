"""Papers are filled with the innovation's data and followed to their signature."""

import re
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from itertools import product
from pathlib import Path

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now
from docx import Document

from pragola.web.coaching.actions.diagnoses import set_letterhead
from pragola.web.coaching.actions.papers import PaperError, draft_paper, move_paper
from pragola.web.coaching.models import PAPER_WAYS, Paper, PaperKind, PaperMove, PaperState
from pragola.web.coaching.offices import head_of_region, head_of_unit
from pragola.web.coaching.paper_texts import paper_text
from pragola.web.coaching.printing import typesetting
from pragola.web.coaching.printing.papers import paper_pdf
from pragola.web.coaching.queries.papers import known_of
from pragola.web.evidence.models import Evidence, Use
from pragola.web.innovations.models import Entry, EntryState, FieldValue
from pragola.web.regions.models import Role, Unit, UnitKind
from pragola.web.shared.audit import SYSTEM, changes_of
from tests.web.workplace import MOMENT, a_region, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db

TITLE = "Inovasi <b>#panic()</b> *Contoh*"


def a_described_entry() -> Entry:
    """An entry whose purpose and first day are known, under a letterhead."""
    entry = an_entry(title=TITLE)
    for field, value in (
        ("tujuan", "Ibu hamil diperiksa."),
        ("waktu_penerapan_awal", "2025-03-04"),
    ):
        FieldValue.objects.create(entry=entry, field=field, value=value, saved_at=MOMENT)
    region = entry.innovation.region
    told = {"office": "Bappeda Contoh", "address": "Jalan Contoh 1", "contact": "0295"}
    set_letterhead(region, **told, by=SYSTEM, at=MOMENT)
    return entry


def words_of(pdf: bytes) -> str:
    """All text of a PDF in one line."""
    document = pypdfium2.PdfDocument(pdf)
    pages = (page.get_textpage().get_text_bounded() for page in document)
    return " ".join(" ".join(pages).split())


def written_in(docx: bytes) -> str:
    """All text of a DOCX in one line, that of tables too."""
    document = Document(BytesIO(docx))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    lines = [*document.paragraphs, *(each for cell in cells for each in cell.paragraphs)]
    return " ".join(each.text for each in lines)


@pytest.mark.parametrize("kind", list(PaperKind))
def test_every_paper_tells_the_innovation_in_both_formats(kind: PaperKind) -> None:
    """As text, whatever signs its title has; under the letterhead of who signs."""
    entry = a_described_entry()
    browser = signed_in(appointed(Role.OPERATOR, entry.innovation.unit))
    pdf = browser.get(reverse("paper_pdf", args=[entry.pk, kind])).content
    docx = browser.get(reverse("paper_docx", args=[entry.pk, kind])).content
    office = "PEMERINTAH …" if kind is PaperKind.REPLICATION else "UPTD PUSKESMAS CONTOH"
    texts = ["".join(each.split()) for each in (words_of(pdf), written_in(docx))]
    wanted = ["".join(each.split()) for each in (TITLE, office)]
    assert [[each in text for each in wanted] for text in texts] == [[True, True]] * 2


def test_a_decree_is_filled_and_leaves_dots_for_what_is_not_known() -> None:
    """Purpose and first day are there; the law it rests on is not ours to invent."""
    entry = a_described_entry()
    browser = signed_in(appointed(Role.HEAD, entry.innovation.unit))
    told = words_of(browser.get(reverse("paper_pdf", args=[entry.pk, "decree"])).content)
    known = ("Ibu hamil diperiksa;", "4 Maret 2025", "UPTD Puskesmas Contoh", "…………")
    assert [each in told for each in known] == [True] * 4


def test_a_decree_of_a_unit_below_an_agency_is_the_agencys_in_the_name_of_the_regent() -> None:
    """As the editions ask for; what the unit itself signs stands under its own name."""
    entry = a_described_entry()
    agency, unit = a_unit("Dinas Contoh"), entry.innovation.unit
    Unit.objects.filter(pk=agency.pk).update(kind=UnitKind.OPD)
    Unit.objects.filter(pk=unit.pk).update(parent=agency, path=f"{agency.path}{unit.pk}/")
    known = known_of(Entry.objects.get())
    decree, report = (paper_text(each, known) for each in (PaperKind.DECREE, PaperKind.MONITORING))
    assert decree.signing.lines == ("a.n. BUPATI PATI", "KEPALA DINAS CONTOH,")
    assert (decree.office, decree.heading.branch) == ("Kepala Dinas Contoh", "")
    assert report.signing.lines == ("Kepala UPTD Puskesmas Contoh,",)
    assert (report.heading.office, report.heading.branch) == (
        "DINAS CONTOH",
        "UPTD PUSKESMAS CONTOH",
    )


@pytest.mark.parametrize(
    ("name", "kind", "head"),
    [
        ("Kecamatan Juwana", UnitKind.KECAMATAN, "Camat Juwana"),
        ("RSUD Soewondo", UnitKind.RSUD, "Direktur RSUD Soewondo"),
        ("Dinas Kesehatan", UnitKind.OPD, "Kepala Dinas Kesehatan"),
        ("Sekretariat Daerah", UnitKind.OPD, "Sekretaris Daerah"),
        ("Inspektorat Daerah", UnitKind.OPD, "Inspektur Daerah"),
        ("Kelurahan Pati Lor", UnitKind.VILLAGE, "Lurah Pati Lor"),
        ("Desa Bakaran", UnitKind.VILLAGE, "Kepala Desa Bakaran"),
    ],
)
def test_heads_of_units_are_called_as_their_office_is(name: str, kind: str, head: str) -> None:
    """By the name of the unit, else by its kind."""
    assert head_of_unit(name, kind) == head


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("Kabupaten Pati", "Bupati Pati"),
        ("Kota Semarang", "Wali Kota Semarang"),
        ("Provinsi Jawa Tengah", "Gubernur Jawa Tengah"),
        ("Pati", "Kepala Daerah Pati"),
    ],
)
def test_heads_of_governments_are_called_as_their_kind_is(name: str, head: str) -> None:
    """Where the name tells it."""
    assert head_of_region(name) == head


@pytest.mark.parametrize("kind", list(PaperKind))
def test_no_signature_stands_alone_on_a_page(kind: PaperKind) -> None:
    """Whatever the names and texts are long; something of the paper goes with it."""
    entry = a_described_entry()
    known = known_of(entry)
    begins = []
    for times in (1, 4, 8, 12):
        long = replace(known, purpose="Tujuan. " * times * 20, result="Hasil. " * times * 40)
        document = pypdfium2.PdfDocument(paper_pdf(paper_text(kind, long), invented=False))
        begins += [page.get_textpage().get_text_bounded().split()[0] for page in document]
    assert [each for each in begins if each.startswith(("Ditetapkan", "…"))] == []


@pytest.mark.parametrize(("state", "move"), list(product(PaperState, PaperMove)))
def test_a_paper_moves_as_the_table_says_and_no_other_way(
    state: PaperState, move: PaperMove
) -> None:
    """From every state, every move."""
    paper = draft_paper(an_entry(), PaperKind.DECREE, by=SYSTEM, at=MOMENT)
    Paper.objects.update(state=state)
    told = {"number": "188/1", "signed_on": date(2026, 7, 2), "by": SYSTEM, "at": MOMENT}
    way = PAPER_WAYS[move]
    if state in way.sources or state is way.target:
        assert move_paper(paper.pk, move, **told).state == way.target  # type: ignore[arg-type]
    else:
        with pytest.raises(PaperError) as error:
            move_paper(paper.pk, move, **told)  # type: ignore[arg-type]
        assert [fault.code for fault in error.value.faults] == ["paper_move_impossible"]


def test_a_paper_is_signed_with_number_and_day_only() -> None:
    """In the page of who drafts it; the log tells every step, another unit sees nothing."""
    entry = an_entry()
    operator = signed_in(appointed(Role.OPERATOR, entry.innovation.unit))
    head = signed_in(appointed(Role.HEAD, entry.innovation.unit))
    stranger = signed_in(appointed(Role.OPERATOR, a_unit("Lain")))
    operator.post(reverse("paper_draft", args=[entry.pk, "decree"]))
    paper = Paper.objects.get()
    sign = reverse("paper_move", args=[paper.pk, "sign"])
    operator.post(reverse("paper_move", args=[paper.pk, "hand_in"]))
    operator.post(sign, {"number": "", "signed_on": ""})
    unsigned = Paper.objects.get().state
    refused = [each.post(sign, {}).status_code for each in (head, stranger)]
    operator.post(sign, {"number": "188.4/12/2026", "signed_on": "2026-07-02"})
    html = operator.get(reverse("papers", args=[entry.pk])).content.decode()
    assert (unsigned, refused) == (PaperState.AT_LEGAL, [403, 404])
    assert "188.4/12/2026 · 2 Juli 2026" in html
    assert changes_of(entry).filter(deed__startswith="paper_").count() == 3


def a_scan(name: str = "sk.pdf") -> SimpleUploadedFile:
    """A PDF as a scanner makes it."""
    return SimpleUploadedFile(name, b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n")


def followed(entry: Entry) -> tuple[Paper, Client]:
    """A decree that the unit's operator follows."""
    operator = signed_in(appointed(Role.OPERATOR, entry.innovation.unit))
    return draft_paper(entry, PaperKind.DECREE, by=SYSTEM, at=MOMENT), operator


SIGNED = {"number": "188.4/12/2026", "signed_on": "2026-07-02", "part": "SID-01", "office": ""}


def test_a_signed_paper_becomes_evidence_with_its_letter_in_one_step() -> None:
    """Number and day of the paper, what it is about and who signed by the draft."""
    paper, operator = followed(an_entry())
    operator.post(reverse("paper_move", args=[paper.pk, "sign"]), SIGNED | {"file": a_scan()})
    paper.refresh_from_db()
    scan = Evidence.objects.get()
    letter = (scan.letter_number, scan.letter_date, scan.letter_subject, scan.letter_office)
    assert letter == (
        "188.4/12/2026",
        date(2026, 7, 2),
        "Penetapan Inovasi “Inovasi Contoh”",
        "Kepala UPTD Puskesmas Contoh",
    )
    used = Use.objects.get()
    assert (used.evidence, used.entry, used.part) == (scan, paper.entry, "SID-01")
    assert (paper.state, paper.evidence, paper.part) == (PaperState.SIGNED, scan, "SID-01")
    html = operator.get(reverse("papers", args=[paper.entry_id])).content.decode()
    assert "bukti SID-01" in html
    used.removed_at = MOMENT
    used.save()
    html = operator.get(reverse("papers", args=[paper.entry_id])).content.decode()
    assert "dilepas dari SID-01" in html


def test_the_scan_may_follow_and_what_is_said_of_it_already_stays() -> None:
    """A file that the unit has is taken up again; its subject was typed by somebody."""
    paper, operator = followed(an_entry())
    sign = reverse("paper_move", args=[paper.pk, "sign"])
    operator.post(sign, SIGNED)
    path = reverse("paper_prove", args=[paper.pk])
    operator.post(path, {"file": a_scan(), "part": "SID-01", "office": "Bupati"})
    scan = Evidence.objects.get()
    assert (scan.letter_number, scan.letter_office) == ("188.4/12/2026", "Bupati")
    Evidence.objects.update(letter_subject="Tentang hal lain")
    operator.post(reverse("paper_move", args=[paper.pk, "undo_sign"]))
    paper.refresh_from_db()
    assert (paper.evidence, paper.part) == (None, "")
    operator.post(sign, SIGNED | {"number": "2/2026", "file": a_scan("lain.pdf")})
    again = Evidence.objects.get()
    assert (again.pk, again.letter_number, again.letter_subject, again.letter_office) == (
        scan.pk,
        "2/2026",
        "Tentang hal lain",
        "Bupati",
    )


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"number": ""}, "Tulis nomor dan tanggal"),
        ({"file": SimpleUploadedFile("sk.pdf", b"<html></html>")}, "sk.pdf"),
        ({"part": "SID-99"}, "SID-99"),
        ({"file": SimpleUploadedFile("sk.pdf", b"")}, "kosong"),
    ],
    ids=["without a number", "no paper", "no such claim", "empty"],
)
def test_a_paper_whose_scan_cannot_be_taken_stays_unsigned(
    told: dict[str, object], said: str
) -> None:
    """And it is said why; nothing half done is left."""
    paper, operator = followed(an_entry())
    path = reverse("paper_move", args=[paper.pk, "sign"])
    html = operator.post(path, SIGNED | {"file": a_scan()} | told, follow=True).content.decode()
    paper.refresh_from_db()
    assert (paper.state, Evidence.objects.count(), said in html) == (PaperState.DRAFTED, 0, True)


def test_a_coach_signs_and_only_the_operator_hands_the_scan_in() -> None:
    """While the entry is open; otherwise it is said that it waits."""
    entry = an_entry()
    paper, operator = followed(entry)
    coach = signed_in(appointed(Role.COACH, entry.innovation.unit))
    with_scan = coach.post(
        reverse("paper_move", args=[paper.pk, "sign"]), SIGNED | {"file": a_scan()}
    )
    assert (with_scan.status_code, Evidence.objects.count()) == (403, 0)
    coach.post(reverse("paper_move", args=[paper.pk, "sign"]), SIGNED)
    Entry.objects.update(state=EntryState.SUBMITTED)
    html = operator.get(reverse("papers", args=[entry.pk])).content.decode()
    assert "selagi entri dapat diubah" in html
    told = {"file": a_scan(), "part": "SID-01", "office": ""}
    operator.post(reverse("paper_prove", args=[paper.pk]), told)
    paper.refresh_from_db()
    assert (paper.state, paper.evidence) == (PaperState.SIGNED, None)


def test_papers_of_a_government_stand_in_one_list_those_that_wait_longest_first() -> None:
    """For who coaches the unit; by state, with how long they have been there."""
    entry, other = an_entry(), an_entry(a_unit("Lain"), title="Inovasi Lain")
    coach = signed_in(appointed(Role.COACH, entry.innovation.unit))
    coordinator = signed_in(appointed(Role.COORDINATOR, a_region()))
    operator = signed_in(appointed(Role.OPERATOR, entry.innovation.unit))
    for kind, days in ((PaperKind.DECREE, 3), (PaperKind.SOP, 9), (PaperKind.SURVEY, 0)):
        paper = draft_paper(entry, kind, by=SYSTEM, at=MOMENT)
        if days:
            at = now() - timedelta(days=days)
            move_paper(paper.pk, PaperMove.HAND_IN, number="", signed_on=None, by=SYSTEM, at=at)
    draft_paper(other, PaperKind.DECREE, by=SYSTEM, at=MOMENT)
    path = reverse("region_papers", args=["33.18"])
    told = [each.get(path).context["told"] for each in (coach, coordinator)]
    kinds = [(line.kind, line.days) for line in told[0].lines[:2]]
    assert kinds == [(PaperKind.SOP, 9), (PaperKind.DECREE, 3)]
    assert [(each.at_legal, each.drafted, each.signed) for each in told] == [(2, 1, 0), (2, 2, 0)]
    chosen = coach.get(path, {"keadaan": "drafted"}).context["told"].lines
    assert [line.kind for line in chosen] == [PaperKind.SURVEY]
    assert operator.get(path).status_code == 403


@pytest.mark.parametrize("day", ["2199-01-01", "1900-01-01", "kemarin"])
def test_a_paper_is_not_signed_on_a_day_that_cannot_be(day: str) -> None:
    """It stays as it is, and it is said what to check."""
    paper, operator = followed(an_entry())
    path = reverse("paper_move", args=[paper.pk, "sign"])
    html = operator.post(path, SIGNED | {"signed_on": day}, follow=True).content.decode()
    paper.refresh_from_db()
    said = "Periksa tanggal suratnya" in html or "Pilih tanggalnya dari kalender" in html
    assert (paper.state, said) == (PaperState.DRAFTED, True)


def test_a_docx_has_the_margins_and_lines_of_the_pdf() -> None:
    """So that an office that opens it has as many pages to sign."""
    entry = a_described_entry()
    browser = signed_in(appointed(Role.OPERATOR, entry.innovation.unit))
    docx = browser.get(reverse("paper_docx", args=[entry.pk, "decree"])).content
    document = Document(BytesIO(docx))
    (section,) = document.sections
    sides = (section.left_margin, section.top_margin, section.bottom_margin)
    margins = tuple(round(side.mm) for side in sides if side is not None)
    frame = (
        Path(typesetting.__file__)
        .with_name("pages")
        .joinpath("frame.typ")
        .read_text(encoding="utf-8")
    )
    told = re.search(r"margin: \(x: (\d+)mm, top: (\d+)mm, bottom: (\d+)mm\)", frame)
    assert told is not None
    assert margins == tuple(int(each) for each in told.groups())
    assert document.styles["Normal"].paragraph_format.line_spacing == 1
