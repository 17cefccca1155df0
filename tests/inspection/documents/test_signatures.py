"""What inspection tells of electronic signatures: of an authority that the tests make."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path
from random import Random

import pypdfium2
import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from pragola.inspection.documents.pdf import look_into_pdf
from pragola.inspection.documents.signatures import signatures_of
from pragola.inspection.findings import Finding, Place, Region
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from tests.inspection.documents.sheets import LINE, text_pdf
from tests.inspection.documents.signing import NOW, Party, sign

AUTHORITY = Party("Otoritas Uji")
HEAD = Party("Kepala Dinas Uji", AUTHORITY)


@pytest.fixture
def roots(tmp_path: Path) -> Path:
    """A folder with the authority's certificate."""
    return AUTHORITY.as_root(tmp_path / "roots")


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    """A page that the head has signed."""
    return sign(text_pdf(tmp_path / "a.pdf", [LINE]), HEAD)


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, int | None]]:
    """Code, severity and page."""
    return [(each.code, each.severity.value, each.place.page) for each in findings]


def add_page_text(path: Path) -> None:
    """A later revision in which the page says something else."""
    with path.open("r+b") as file:
        writer = IncrementalPdfFileWriter(file)
        page = writer.root["/Pages"]["/Kids"][0].get_object()
        words = generic.StreamObject(stream_data=b"BT /F1 12 Tf 72 700 Td (lain) Tj ET")
        page["/Contents"] = writer.add_object(words)
        writer.update_container(page)
        writer.write_in_place()  # type: ignore[no-untyped-call]


def test_nothing_is_said_of_a_pdf_without_signature(tmp_path: Path, roots: Path) -> None:
    """Nor does it cost anything."""
    assert signatures_of(text_pdf(tmp_path / "b.pdf", [LINE]), roots) == ()


def test_an_intact_signature_of_a_known_signer_is_good(signed: Path, roots: Path) -> None:
    """With signer, organisation, day and issuer."""
    findings = signatures_of(signed, roots)
    assert told(findings) == [("signature_intact", "good", 1)]
    facts = dict(findings[0].facts)
    assert facts.pop("day") in {NOW.date() + timedelta(days=days) for days in (0, 1)}
    assert facts == {
        "signer": "Kepala Dinas Uji",
        "organisation": "Pemerintah Contoh",
        "issuer": "Otoritas Uji",
    }


@pytest.mark.parametrize(
    ("turned", "frame"),
    [
        (0, Region(84, 881, 336, 941)),
        (90, Region(59, 84, 119, 336)),
        (180, Region(664, 59, 916, 119)),
    ],
)
def test_the_frame_of_a_visible_signature_is_told_where_it_is_seen(
    tmp_path: Path, turned: int, frame: Region
) -> None:
    """As a part of the page as it is shown, also when it lies on its side."""
    path = text_pdf(tmp_path / "b.pdf", [LINE])
    turn(path, turned)
    found = signatures_of(sign(path, HEAD), None)
    assert [each.place for each in found] == [Place(page=1, region=frame)]


def turn(path: Path, degrees: int) -> None:
    """Show the first page turned to the right."""
    with closing(pypdfium2.PdfDocument(path)) as document:
        document[0].set_rotation(degrees)
        document.save(path.with_suffix(".turned"))
    path.with_suffix(".turned").replace(path)


def test_without_roots_the_signer_is_unknown(signed: Path) -> None:
    """Which is no fault of the file."""
    assert told(signatures_of(signed, None)) == [("signer_unknown", "info", 1)]


def test_a_certificate_somebody_made_for_himself_is_unknown(tmp_path: Path, roots: Path) -> None:
    """Though the content is unchanged."""
    path = sign(text_pdf(tmp_path / "b.pdf", [LINE]), Party("Siapa Saja"))
    assert told(signatures_of(path, roots)) == [("signer_unknown", "info", 1)]


def test_content_changed_by_a_later_revision_is_doubtful(signed: Path, roots: Path) -> None:
    """Though the signed bytes are all there."""
    add_page_text(signed)
    assert told(signatures_of(signed, roots)) == [("signature_changed", "doubtful", 1)]


def test_changed_bytes_are_doubtful(signed: Path, roots: Path) -> None:
    """The digest tells."""
    signed.write_bytes(signed.read_bytes().replace(b"Keputusan", b"Kepalsuan", 1))
    assert told(signatures_of(signed, roots)) == [("signature_changed", "doubtful", 1)]


def test_a_second_signature_leaves_the_first_intact(signed: Path, roots: Path) -> None:
    """As on an agreement."""
    sign(signed, Party("Sekretaris Uji", AUTHORITY), field="TTE2")
    assert told(signatures_of(signed, roots)) == [("signature_intact", "good", 1)] * 2


def test_a_certificate_that_had_ended_is_doubtful(tmp_path: Path, roots: Path) -> None:
    """On the day of signing."""
    path = sign(text_pdf(tmp_path / "b.pdf", [LINE]), Party("Lama", AUTHORITY, until=-30))
    assert told(signatures_of(path, roots)) == [("signature_expired", "doubtful", 1)]


def test_a_broken_signature_is_told(signed: Path, roots: Path) -> None:
    """Where its content is no CMS."""
    content = signed.read_bytes()
    at = content.index(b"/Contents <30") + len(b"/Contents <")
    signed.write_bytes(content[:at] + b"ff" * 40 + content[at + 80 :])
    assert told(signatures_of(signed, roots)) == [("signature_unreadable", "doubtful", 1)]


def test_roots_that_cannot_be_read_are_told(signed: Path, roots: Path) -> None:
    """And the others serve."""
    (roots / "rusak.pem").write_bytes(b"bukan sertifikat")
    findings = signatures_of(signed, roots)
    assert told(findings) == [
        ("signature_intact", "good", 1),
        ("roots_unreadable", "info", None),
    ]
    assert findings[1].facts == (("files", "rusak.pem"),)


def test_the_report_on_a_pdf_tells_of_signatures(signed: Path, roots: Path) -> None:
    """After what it tells of the pages."""
    subject = Subject(edition=load_edition("2026"), roots=roots)
    codes = [each.code for each in look_into_pdf(signed, subject).findings]
    assert codes == ["document_readable", "signature_intact"]


def test_no_damage_raises(signed: Path, roots: Path) -> None:
    """Two hundred mutations of a signed file."""
    dice, content = Random(20261124), signed.read_bytes()
    for _ in range(200):
        damaged = bytearray(content)
        for _ in range(dice.randint(1, 30)):
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
        signed.write_bytes(damaged[: dice.choice((len(damaged), dice.randrange(1, len(damaged))))])
        assert all(each.check == "signatures" for each in signatures_of(signed, roots))
