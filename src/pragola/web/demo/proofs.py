"""Evidence of the demonstration: pages made here that say that they are invented."""

from collections.abc import Iterator
from datetime import date, datetime
from hashlib import sha256
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw, ImageFont

from pragola.inspection.formats import PDF, PNG, Format, allowed_formats
from pragola.rulebooks import load_edition
from pragola.web.evidence.models import Evidence, EvidenceKind, StoredFile, Use
from pragola.web.evidence.store import evidence_store, place_of
from pragola.web.innovations.models import Claim, Entry
from pragola.web.regions.models import Region

_PAGE = (826, 1169)
"""An A4 page at 100 dots an inch."""


def load_proofs(region: Region, *, at: datetime) -> None:
    """A decree and a photograph for each unit, used for the claims that take such a file."""
    entries = Entry.objects.filter(innovation__region=region).select_related(
        "innovation__unit", "assessment"
    )
    claims: dict[int, list[str]] = {}
    told = Claim.objects.filter(entry__in=entries).order_by("pk")
    for entry_id, indicator in told.values_list("entry", "indicator"):
        claims.setdefault(entry_id, []).append(indicator)
    made: dict[tuple[int, str], Evidence] = {}
    uses = []
    for entry in entries:
        for part in claims.get(entry.pk, [])[:-2]:
            kind = _kind_for(entry, part)
            if kind is None:
                continue
            key = (entry.innovation.unit_id, kind.code)
            if key not in made:
                made[key] = _evidence(entry, kind, at=at)
            uses.append(Use(evidence=made[key], entry=entry, part=part, added_at=at))
    Use.objects.bulk_create(uses)


def _kind_for(entry: Entry, part: str) -> Format | None:
    allowed = allowed_formats(load_edition(entry.assessment.edition), part)
    return next((kind for kind in (PDF, PNG) if kind in allowed), None)


def _evidence(entry: Entry, kind: Format, *, at: datetime) -> Evidence:
    unit = entry.innovation.unit
    is_letter = kind is PDF
    content = _page(unit.name, is_letter=is_letter)
    digest = sha256(content).hexdigest()
    evidence_store().save(place_of(digest), ContentFile(content))
    file, _ = StoredFile.objects.get_or_create(
        sha256=digest,
        defaults={"size": len(content), "media_type": kind.media_type, "stored_at": at},
    )
    return Evidence.objects.create(
        region_id=unit.region_id,
        unit=unit,
        kind=EvidenceKind.FILE,
        file=file,
        file_name=f"contoh-rekaan{kind.endings[0]}",
        title="Contoh keputusan (rekaan)" if is_letter else "Contoh foto (rekaan)",
        letter_number="000/CONTOH/2025" if is_letter else "",
        letter_date=date(2025, 3, 14) if is_letter else None,
        letter_subject="Penetapan inovasi (rekaan)" if is_letter else "",
        letter_office="Kepala unit (rekaan)" if is_letter else "",
        added_at=at,
    )


def _page(name: str, *, is_letter: bool) -> bytes:
    """A page with a few lines, as a PDF or a PNG."""
    picture = Image.new("RGB", _PAGE if is_letter else (900, 600), "white")
    pen = ImageDraw.Draw(picture)
    for number, line in enumerate(_lines(name)):
        pen.text((70, 80 + 48 * number), line, fill="black", font=ImageFont.load_default(26))
    target = BytesIO()
    if is_letter:
        moment = datetime(2025, 3, 14).timetuple()
        picture.save(target, "PDF", creationDate=moment, modDate=moment)
    else:
        picture.save(target, "PNG")
    return target.getvalue()


def _lines(name: str) -> Iterator[str]:
    yield "CONTOH REKAAN"
    yield "Bukan surat atau foto yang sungguh ada."
    yield name
    yield "Dibuat oleh Pragola untuk peragaan."
