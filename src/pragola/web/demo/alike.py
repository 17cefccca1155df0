"""Pairs of the demonstration: a decree that two units share, which is usual; a photograph and an
SOP that two innovations show, which is not; and two innovations that describe themselves alike.
"""

from dataclasses import dataclass
from datetime import datetime

from pragola.inspection.formats import JPEG, PDF, Format
from pragola.web.demo.papers import as_jpeg, scene, text_pdf
from pragola.web.demo.storing import Paper, keep
from pragola.web.demo.texts import invented_text
from pragola.web.evidence.actions.inspecting import queue_inspection
from pragola.web.evidence.models import Use
from pragola.web.innovations.models import Entry, FieldValue
from pragola.web.innovations.profile_values import DESIGN
from pragola.web.regions.models import Region, Unit

_EDITION = "2026"
_ONE, _OTHER, _ABOVE = "pkm-juwana", "pkm-pati-1", "dinkes"
_SAID_ALIKE = (DESIGN, "tujuan", "manfaat", "hasil")
_DECREE, _PHOTO, _PROCEDURE = "SID-01", "SID-10", "SID-13"
_LINES = ("CONTOH REKAAN", "Bukan foto kegiatan yang sungguh ada.")


@dataclass(frozen=True, slots=True)
class _Kept:
    """Somebody's paper, and for which part of which entry."""

    paper: Paper
    unit: Unit
    entry: Entry
    part: str


def load_alike(region: Region, *, at: datetime) -> None:
    """The pairs, between an innovation of each of two units."""
    one, other = (_entry(region, code) for code in (_ONE, _OTHER))
    above = Unit.objects.get(region=region, code=_ABOVE)
    picture = scene("rapat bersama", _LINES)
    decree = _paper("Keputusan bersama (rekaan)", PDF, text_pdf(_decree(one, other)))
    for each in (
        _Kept(decree, above, one, _DECREE),
        _Kept(decree, above, other, _DECREE),
        _Kept(_photo(as_jpeg(picture)), one.innovation.unit, one, _PHOTO),
        _Kept(
            _photo(as_jpeg(picture.resize((640, 427)), quality=60)),
            other.innovation.unit,
            other,
            _PHOTO,
        ),
        _Kept(_procedure(one), one.innovation.unit, one, _PROCEDURE),
        _Kept(_procedure(other), other.innovation.unit, other, _PROCEDURE),
    ):
        _use(each, at=at)
    _describe_alike(one, other)


def _entry(region: Region, code: str) -> Entry:
    found = Entry.objects.filter(
        innovation__region=region, innovation__unit__code=code, assessment__edition=_EDITION
    )
    return found.select_related("innovation__unit").order_by("pk")[0]


def _use(kept: _Kept, *, at: datetime) -> None:
    """Inspected before the rest, so that the pairs are there soon after the start."""
    evidence = keep(kept.paper, kept.unit, at=at)
    told = {"evidence": evidence, "entry": kept.entry, "part": kept.part}
    use, _ = Use.objects.get_or_create(**told, removed_at=None, defaults={"added_at": at})
    queue_inspection(use, at=at)


def _paper(title: str, kind: Format, content: bytes) -> Paper:
    return Paper(title=title, kind=kind, content=content)


def _photo(content: bytes) -> Paper:
    return _paper("Foto rapat bersama (rekaan)", JPEG, content)


def _decree(*entries: Entry) -> str:
    named = "\n".join(f"{n}. {e.innovation.title}" for n, e in enumerate(entries, start=1))
    return (
        "CONTOH REKAAN, BUKAN KEPUTUSAN YANG SUNGGUH ADA\n"
        "KEPUTUSAN KEPALA DINAS KESEHATAN\nNOMOR 000/CONTOH/2025\nTENTANG\n"
        "PENETAPAN INOVASI PUSKESMAS\n"
        f"{invented_text('keputusan bersama', 60)}\nMEMUTUSKAN\n{named}\n"
        "Ditetapkan di Pati pada tanggal 14 Maret 2025"
    )


def _procedure(entry: Entry) -> Paper:
    text = (
        "CONTOH REKAAN\nSTANDAR OPERASIONAL PROSEDUR\n"
        f"{entry.innovation.title}\n{entry.innovation.unit.name}\n"
        f"{invented_text('prosedur yang sama', 160)}"
    )
    return _paper("SOP (rekaan)", PDF, text_pdf(text))


def _describe_alike(one: Entry, other: Entry) -> None:
    """The other says in its design and its aims what the one says, and begins in its own words."""
    said = dict(FieldValue.objects.filter(entry=one).values_list("field", "value"))
    for row in FieldValue.objects.filter(entry=other, field__in=_SAID_ALIKE):
        row.value = said.get(row.field, row.value)
        if isinstance(row.value, dict):
            own = invented_text(other.innovation.title, 20)
            first = next(iter(row.value))
            row.value = {**row.value, first: f"{own} {row.value[first]}"}
        row.save(update_fields=["value"])
