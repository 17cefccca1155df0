"""Evidence of the demonstration kept as if somebody had sent it."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from django.core.files.base import ContentFile

from pragola.inspection.formats import Format
from pragola.web.evidence.models import Evidence, EvidenceKind, StoredFile
from pragola.web.evidence.store import evidence_store, place_of
from pragola.web.regions.models import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A file with the title under which it is kept; a letter has the data of one."""

    title: str
    kind: Format
    content: bytes
    letter: bool = False


def keep(paper: Paper, unit: Unit, *, at: datetime) -> Evidence:
    """The unit's evidence with that content; made where it is not there yet."""
    digest = sha256(paper.content).hexdigest()
    known = Evidence.objects.filter(unit=unit, file=digest).first()
    return known or _evidence(paper, unit, digest, at=at)


def _evidence(paper: Paper, unit: Unit, digest: str, *, at: datetime) -> Evidence:
    evidence_store().save(place_of(digest), ContentFile(paper.content))
    told = {"size": len(paper.content), "media_type": paper.kind.media_type, "stored_at": at}
    file, _ = StoredFile.objects.get_or_create(sha256=digest, defaults=told)
    return Evidence.objects.create(
        region_id=unit.region_id,
        unit=unit,
        kind=EvidenceKind.FILE,
        file=file,
        file_name=f"contoh-rekaan{paper.kind.endings[0]}",
        title=paper.title,
        letter_number="000/CONTOH/2025" if paper.letter else "",
        letter_date=date(2025, 3, 14) if paper.letter else None,
        letter_subject="Penetapan inovasi (rekaan)" if paper.letter else "",
        letter_office="Kepala unit (rekaan)" if paper.letter else "",
        added_at=at,
    )
