"""What the public sees of a picture has no metadata; the original keeps it for those who verify."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pytest_django import Settings

from pragola.web.evidence.actions.inspecting import inspect_next
from pragola.web.evidence.models import Evidence
from pragola.web.evidence.public_copies import public_copy_of
from pragola.web.evidence.renditions import WIDTHS, picture_of
from pragola.web.evidence.store import evidence_store, place_of
from pragola.web.innovations.models import Entry
from pragola.web.regions.models import Role
from tests.inspection.images.scenes import photograph, saved, taken
from tests.web.evidence.test_evidence import a_file, a_pdf, operator_of, some_evidence, use
from tests.web.workplace import MOMENT, a_region, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db

PATI = ("S", (6.0, 45.0, 21.0), "E", (111.0, 2.0, 17.0))


@pytest.fixture(autouse=True)
def _own_renditions(settings: Settings, tmp_path: Path) -> None:
    settings.RENDITIONS = tmp_path / "renditions"


def a_photograph(tmp_path: Path, entry: Entry) -> Evidence:
    """With day and place, as a telephone writes them, used for an entry."""
    path = saved(photograph(), tmp_path / "a.jpg", exif=taken(on="2026:03:14", at=PATI))
    file = a_file(path.read_bytes(), "image/jpeg")
    evidence = some_evidence(entry.innovation.unit, file, name="foto rapat.jpg")
    use(evidence, entry, "SID-04")
    while inspect_next(clock=lambda: MOMENT):
        pass
    return evidence


def test_the_picture_without_its_metadata_is_there_to_take_away(tmp_path: Path) -> None:
    """The original stays as it came."""
    entry = an_entry()
    evidence = a_photograph(tmp_path, entry)
    browser = operator_of(entry)
    answer = browser.get(f"/kerja/bukti/{evidence.pk}/tanpa-data-lokasi")
    content = b"".join(answer)
    with Image.open(BytesIO(content)) as copy:
        assert (dict(copy.getexif()), copy.size) == ({}, (1200, 900))
    assert answer["Content-Disposition"].startswith("attachment")
    assert "foto rapat-tanpa-data-lokasi.jpg" in answer["Content-Disposition"]
    original = b"".join(browser.get(f"/kerja/bukti/{evidence.pk}/berkas"))
    with Image.open(BytesIO(original)) as first:
        assert dict(first.getexif()) != {}


def test_day_and_place_are_told_beside_it(tmp_path: Path) -> None:
    """To whoever reads the evidence, with what becomes of them."""
    evidence = a_photograph(tmp_path, an_entry())
    verifier = signed_in(appointed(Role.VERIFIER, a_region()))
    page = verifier.get(f"/kerja/bukti/{evidence.pk}/").content.decode()
    beside = page[page.index("Menurut kamera") :]
    assert ["14 Maret 2026" in beside, "-6.756, 111.038" in beside] == [True, True]
    assert "Salinan ini tidak memuatnya" in beside


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_shown_has_no_metadata_at_all(width: int, tmp_path: Path) -> None:
    """Neither camera nor place stand in the small pictures of a page."""
    evidence = a_photograph(tmp_path, an_entry())
    assert evidence.file is not None
    shown = picture_of(evidence.file, page=1, width=width)
    assert shown is not None
    with Image.open(shown) as picture:
        assert (dict(picture.getexif()), set(picture.info) & {"exif", "xmp"}) == ({}, set())
    assert [word in shown.read_bytes() for word in (b"EXIF", b"XMP ", b"Kamera")] == [False] * 3


def test_only_pictures_have_such_a_copy() -> None:
    """Not a document, and not what only says that it is a picture."""
    unit = a_unit()
    document = some_evidence(unit, a_file(a_pdf()))
    broken = some_evidence(unit, a_file(b"\xff\xd8\xff broken", "image/jpeg"), name="b.jpg")
    browser = signed_in(appointed(Role.OPERATOR, unit))
    found = [browser.get(f"/kerja/bukti/{e.pk}/tanpa-data-lokasi") for e in (document, broken)]
    assert [each.status_code for each in found] == [404, 404]


def test_the_copy_is_made_once(tmp_path: Path) -> None:
    """The second time it is there, even where the original is not at hand."""
    evidence = a_photograph(tmp_path, an_entry())
    assert evidence.file is not None
    first = public_copy_of(evidence.file)
    assert first is not None
    evidence_store().delete(place_of(evidence.file.sha256))
    assert public_copy_of(evidence.file) == first
