"""Videos of the demonstration, with some of their time marks set and judged."""

from datetime import datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files.base import ContentFile

from pragola.inspection.formats import MP4
from pragola.inspection.videos.substances import video_indicators
from pragola.rulebooks import load_edition
from pragola.web.demo.films import SECONDS_A_CARD, write_film
from pragola.web.evidence.actions.rendering import queue_rendering
from pragola.web.evidence.models import (
    Evidence,
    EvidenceKind,
    Mark,
    MarkVerdict,
    StoredFile,
    Use,
)
from pragola.web.evidence.store import evidence_store, place_of
from pragola.web.innovations.models import Entry, EntryState
from pragola.web.regions.models import Region

_CONFIRMED = 2
"""Of the marks under review, so many are confirmed already."""
_UNIT = "pkm-juwana"
"""The unit of the operator of the demonstration."""


def load_videos(region: Region, *, at: datetime) -> None:
    """A video for an entry that its operator can change, and for one under review."""
    entries = Entry.objects.filter(innovation__region=region).select_related(
        "innovation__unit", "assessment"
    )
    latest = entries.order_by("-assessment__edition", "pk")
    own = latest.filter(innovation__unit__code=_UNIT)
    changeable = own.filter(state__in=(EntryState.DRAFT, EntryState.RETURNED)).first()
    reviewed = latest.filter(state=EntryState.UNDER_REVIEW).first()
    for entry in (changeable, reviewed):
        if entry is not None:
            _load_video(entry, at=at)


def _load_video(entry: Entry, *, at: datetime) -> None:
    video = load_edition(entry.assessment.edition).video
    part = video_indicators(load_edition(entry.assessment.edition))[0].code
    evidence = _evidence(entry, video.substances.value, at=at)
    use = Use.objects.create(evidence=evidence, entry=entry, part=part, added_at=at)
    is_reviewed = entry.state == EntryState.UNDER_REVIEW
    marked = video.substances.value if is_reviewed else video.substances.value[:-2]
    for number, substance in enumerate(marked):
        is_judged = is_reviewed and number < _CONFIRMED
        Mark.objects.create(
            use=use,
            substance=substance,
            second=number * SECONDS_A_CARD,
            saved_at=at,
            verdict=MarkVerdict.CONFIRMED if is_judged else "",
            judged_at=at if is_judged else None,
        )


def _evidence(entry: Entry, substances: tuple[str, ...], *, at: datetime) -> Evidence:
    with TemporaryDirectory(prefix="pragola-") as folder:
        path = Path(folder) / "film.mp4"
        write_film(path, entry.innovation.title, substances)
        content = path.read_bytes()
    digest = sha256(content).hexdigest()
    evidence_store().save(place_of(digest), ContentFile(content))
    file, _ = StoredFile.objects.get_or_create(
        sha256=digest,
        defaults={"size": len(content), "media_type": MP4.media_type, "stored_at": at},
    )
    queue_rendering(file, at=at)
    unit = entry.innovation.unit
    return Evidence.objects.create(
        region_id=unit.region_id,
        unit=unit,
        kind=EvidenceKind.FILE,
        file=file,
        file_name="contoh-rekaan.mp4",
        title="Contoh video (rekaan)",
        added_at=at,
    )
