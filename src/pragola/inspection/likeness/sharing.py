"""Which kinds of evidence may prove several innovations, and what is told when one does.

The ministry states no rule about it; every row is our own reading of what the kind of paper is
for, and only says whether a person should look. No finding forbids anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from pragola.inspection.findings import Finding, Place, Severity
from pragola.scoring.edition import Basis, Confidence, Provenance


class Kind(StrEnum):
    """What a proof is."""

    REGULATION = "regulation"
    """Perda, Perbup, Perwali."""
    DECREE = "decree"
    """SK Kepala Daerah or SK Kepala Perangkat Daerah."""
    BUDGET = "budget"
    """DPA, RKA, APBD."""
    WORK_PLAN = "work_plan"
    """RKPD and what stands for it in schools, health centres and villages."""
    TASK_LETTER = "task_letter"
    """Surat tugas, surat perintah."""
    INVITATION = "invitation"
    """Undangan."""
    AGREEMENT = "agreement"
    """PKS, MoU."""
    SURVEY = "survey"
    """Laporan SKM."""
    NEWS = "news"
    """Berita, konten media sosial."""
    SCREENSHOT = "screenshot"
    """Tangkapan layar."""
    ATTENDANCE = "attendance"
    """Daftar hadir."""
    PROCEDURE = "procedure"
    """SOP."""
    MANUAL = "manual"
    """Buku manual, pedoman teknis."""
    PHOTO = "photo"
    """Foto kegiatan."""
    VIDEO = "video"
    """Video inovasi."""
    OTHER = "other"
    """Whatever else, or what nobody can tell."""


class Sharing(StrEnum):
    """Whether one and the same may prove several innovations."""

    FINE = "fine"
    LOOK = "look"
    """It may or may not; a person reads it."""
    OWN = "own"
    """Each innovation has its own."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the table; `provenance.note` is the reason."""

    kind: Kind
    sharing: Sharing
    provenance: Provenance


def _ours(kind: Kind, sharing: Sharing, reason: str) -> Rule:
    provenance = Provenance(
        sources=(), confidence=Confidence.LOW_MEDIUM, basis=Basis.OURS, note=reason
    )
    return Rule(kind, sharing, provenance)


_FINE, _LOOK, _OWN = Sharing.FINE, Sharing.LOOK, Sharing.OWN
_TABLE = (
    _ours(Kind.REGULATION, _FINE, "Satu peraturan dapat menetapkan banyak inovasi."),
    _ours(Kind.DECREE, _FINE, "Satu keputusan sering memuat daftar inovasi atau tim."),
    _ours(Kind.BUDGET, _FINE, "Satu dokumen anggaran memuat mata belanja banyak inovasi."),
    _ours(Kind.WORK_PLAN, _FINE, "Satu rencana kerja memuat kegiatan banyak inovasi."),
    _ours(Kind.TASK_LETTER, _LOOK, "Satu surat tugas dapat menyebut beberapa inovasi."),
    _ours(Kind.INVITATION, _LOOK, "Satu undangan dapat menyebut beberapa inovasi."),
    _ours(Kind.AGREEMENT, _LOOK, "Satu perjanjian dapat mencakup beberapa inovasi."),
    _ours(Kind.SURVEY, _LOOK, "Satu survei dapat mencakup beberapa layanan satu unit."),
    _ours(Kind.NEWS, _LOOK, "Satu berita dapat memuat beberapa inovasi."),
    _ours(Kind.SCREENSHOT, _LOOK, "Satu aplikasi dapat memuat beberapa layanan."),
    _ours(Kind.ATTENDANCE, _OWN, "Daftar hadir membuktikan satu kegiatan."),
    _ours(Kind.PROCEDURE, _OWN, "Setiap inovasi mempunyai tahapan dan durasi sendiri."),
    _ours(Kind.MANUAL, _OWN, "Setiap inovasi dipakai dengan caranya sendiri."),
    _ours(Kind.PHOTO, _OWN, "Foto kegiatan membuktikan satu kegiatan."),
    _ours(Kind.VIDEO, _OWN, "Video menerangkan satu inovasi."),
    _ours(Kind.OTHER, _LOOK, "Jenisnya tidak dikenali; seseorang perlu melihatnya."),
)

SHARING: Mapping[Kind, Rule] = {rule.kind: rule for rule in _TABLE}

_CODES = {
    Sharing.FINE: ("likeness_shared_fine", Severity.INFO),
    Sharing.LOOK: ("likeness_shared_look", Severity.DOUBTFUL),
    Sharing.OWN: ("likeness_shared_own", Severity.DOUBTFUL),
}


def sharing_finding(
    kind: Kind, *, likeness: Decimal, other: str, page: int | None = None
) -> Finding:
    """What is told where a proof is as good as that of another innovation.

    `other` stands in the sentence as it is: a name in quotes, or only where it is from.
    `likeness` is from 0 to 1; whoever calls this has found it above `ALIKE_PICTURES` or
    `ALIKE_TEXTS`, or the files are the same. `page` is where in a document a photograph stands
    that is the same, where not the whole is.
    """
    rule = SHARING[kind]
    code, severity = _CODES[rule.sharing]
    percent = int(likeness * 100)
    facts = (("other", other), ("percent", percent))
    if page is not None:
        code = "likeness_shared_photo"
    return Finding(
        code=code, severity=severity, check="likeness", place=Place(page=page), facts=facts
    )
