"""Evidence of the demonstration: papers made here that say that they are invented.

A decree of the unit proves what may be proven by one paper for many innovations; for everything
else each innovation has a paper and a photograph of its own.
"""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from pragola.inspection.formats import JPEG, PDF, Format, allowed_formats
from pragola.inspection.likeness.kinds import asked_kinds
from pragola.inspection.likeness.sharing import SHARING, Sharing
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from pragola.web.demo.papers import as_jpeg, scene, text_pdf
from pragola.web.demo.storing import Paper, keep
from pragola.web.evidence.models import Evidence, Use
from pragola.web.innovations.models import Claim, Entry
from pragola.web.regions.models import Region

_PAGE = (826, 1169)
"""An A4 page at 100 dots an inch."""

type _Key = tuple[str, int]


def load_proofs(region: Region, *, at: datetime) -> None:
    """Something to look at for most claims that take a file."""
    entries = Entry.objects.filter(innovation__region=region).select_related(
        "innovation__unit", "assessment"
    )
    claims: dict[int, list[str]] = {}
    told = Claim.objects.filter(entry__in=entries).order_by("pk")
    for entry_id, indicator in told.values_list("entry", "indicator"):
        claims.setdefault(entry_id, []).append(indicator)
    made: dict[_Key, Evidence] = {}
    uses = []
    for entry in entries:
        for part in claims.get(entry.pk, [])[:-2]:
            kind = _format_for(entry, part)
            if kind is None:
                continue
            key = _key(entry, part, kind)
            if key not in made:
                made[key] = keep(_paper(entry, key), entry.innovation.unit, at=at)
            uses.append(Use(evidence=made[key], entry=entry, part=part, added_at=at))
    Use.objects.bulk_create(uses)


def _format_for(entry: Entry, part: str) -> Format | None:
    allowed = allowed_formats(load_edition(entry.assessment.edition), part)
    return next((kind for kind in (PDF, JPEG) if kind in allowed), None)


def _key(entry: Entry, part: str, kind: Format) -> _Key:
    """One for what shares a paper: a unit's decree, an innovation's own paper, its photograph."""
    if kind is JPEG:
        return "photo", entry.innovation_id
    asked = asked_kinds(Subject(edition=load_edition(entry.assessment.edition), part=part))
    shared = asked and all(SHARING[each].sharing is Sharing.FINE for each in asked)
    return ("decree", entry.innovation.unit_id) if shared else ("paper", entry.innovation_id)


def _paper(entry: Entry, key: _Key) -> Paper:
    title = entry.innovation.title
    match key[0]:
        case "decree":
            content = _scanned(entry.innovation.unit.name)
            return Paper(title="Contoh keputusan (rekaan)", kind=PDF, content=content, letter=True)
        case "photo":
            lines = ("CONTOH REKAAN", "Bukan foto yang sungguh ada.", title)
            content = as_jpeg(scene(title, lines))
            return Paper(title="Contoh foto (rekaan)", kind=JPEG, content=content)
    text = f"CONTOH REKAAN\nBukan surat yang sungguh ada.\n{title}"
    return Paper(title="Contoh dokumen (rekaan)", kind=PDF, content=text_pdf(text))


def _scanned(name: str) -> bytes:
    """A page with a few lines, as a scanner makes it."""
    picture = Image.new("RGB", _PAGE, "white")
    pen = ImageDraw.Draw(picture)
    for number, line in enumerate(_lines(name)):
        pen.text((70, 80 + 48 * number), line, fill="black", font=ImageFont.load_default(26))
    target = BytesIO()
    moment = datetime(2025, 3, 14).timetuple()
    picture.save(target, "PDF", creationDate=moment, modDate=moment)
    return target.getvalue()


def _lines(name: str) -> Iterator[str]:
    yield "CONTOH REKAAN"
    yield "Bukan surat atau foto yang sungguh ada."
    yield name
    yield "Dibuat oleh Pragola untuk peragaan."
