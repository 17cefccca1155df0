"""Makes files that are alike, as inspection leaves them, and innovations that use them."""

from datetime import timedelta
from functools import cache
from io import BytesIO

from PIL import Image

from pragola.inspection.findings import Severity
from pragola.inspection.likeness.fingerprints import (
    fingerprints_of_photos,
    fingerprints_of_picture,
    fingerprints_of_text,
)
from pragola.web.evidence.actions.likeness import liken_next, sweep_likeness, want_likeness
from pragola.web.evidence.models import (
    Evidence,
    Fingerprint,
    InspectionFinding,
    PageText,
    StoredFile,
    Use,
)
from pragola.web.innovations.models import Entry, FieldValue
from tests.inspection.images.scenes import photograph
from tests.web.evidence.test_evidence import a_file, some_evidence, use
from tests.web.workplace import MOMENT

SOP = " ".join(f"langkah{number} petugas loket{number} melayani" for number in range(40))
OTHER_SOP = SOP.replace("langkah7 ", "tahap ").replace("langkah30 ", "tahap ")
FAR = " ".join(f"anggaran{number} belanja pos{number} kegiatan" for number in range(40))


@cache
def scene(seed: int, width: int = 1200) -> bytes:
    """A photograph, of that width: the same seed shows the same."""
    kept = BytesIO()
    photograph(seed).resize((width, width * 3 // 4)).save(kept, "JPEG", quality=80)
    return kept.getvalue()


def a_photo(seed: int, width: int = 1200) -> StoredFile:
    """A stored photograph with its fingerprints."""
    file = a_file(scene(seed, width), "image/jpeg")
    with Image.open(BytesIO(scene(seed, width))) as picture:
        _keep(file, dict(fingerprints_of_picture(picture)))
    return file


def a_text(text: str) -> StoredFile:
    """A stored document of two pages that were read."""
    file = a_file(text.encode())
    half = len(text) // 2
    for page, part in enumerate((text[:half], text[half:]), start=1):
        PageText.objects.create(file=file, page=page, text=part)
    _keep(file, dict(fingerprints_of_text(text)))
    return file


def a_report(text: str, *seeds: int) -> StoredFile:
    """A stored document with photographs, the first on page 1, the next on page 2."""
    file = a_text(text)
    photos = ((page, photograph(seed)) for page, seed in enumerate(seeds, start=1))
    _keep(file, dict(fingerprints_of_photos(photos)))
    return file


def proves(file: StoredFile, entry: Entry, part: str = "SID-04", *, photo: bool = False) -> Use:
    """Let the file serve the entry, with what the checks of pictures would say."""
    evidence = Evidence.objects.filter(unit=entry.innovation.unit, file=file).first()
    made = use(evidence or some_evidence(entry.innovation.unit, file, "bukti.jpg"), entry, part)
    if photo:
        told: dict[str, object] = {
            "code": "picture_is_photo",
            "severity": Severity.INFO.value,
            "check": "picture_origin",
            "page": None,
            "second": None,
            "region": None,
            "facts": {},
        }
        InspectionFinding.objects.create(
            inspection=made.inspection,
            number=0,
            code="picture_is_photo",
            severity="info",
            told=told,
        )
    want_likeness(file.pk)
    return made


def describe(entry: Entry, text: str) -> None:
    """Say that of the innovation in the design field of its profile."""
    FieldValue.objects.create(
        entry=entry, field="rancang_bangun", value={"Uraian": text}, saved_at=MOMENT
    )


def liken() -> int:
    """What the worker does, until nothing waits; how many it was."""
    sweep_likeness(MOMENT + timedelta(hours=1))
    done = 0
    while liken_next(clock=lambda: MOMENT):
        done += 1
    return done


def _keep(file: StoredFile, prints: dict[str, str]) -> None:
    for kind, value in prints.items():
        Fingerprint.objects.create(file=file, kind=kind, value=value)
