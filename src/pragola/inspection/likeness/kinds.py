"""What kind of proof a file is, for the table of sharing: by what was seen, else by what is asked.

What inspection read in a document counts first. A picture is a photograph or a screenshot as its
checks say, where any level asks for such a one: a decree that was photographed is no photograph.
Otherwise the words of the edition tell what is asked for, by `_ASKED`; where they name kinds of
which some may be shared and some may not, the kind is unknown.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pragola.inspection.findings import Finding
from pragola.inspection.likeness.sharing import SHARING, Kind, Sharing
from pragola.inspection.subject import Subject
from pragola.scoring.papers import PaperKind

_ASKED: Mapping[Kind, str] = {
    Kind.REGULATION: r"perda\b|perkada|perbup|perwali|peraturan",
    Kind.DECREE: r"\bsk\b|keputusan",
    Kind.BUDGET: r"anggaran|\bdpa\b|\brka\b|apbd",
    Kind.WORK_PLAN: r"rkpd|rpjmd|rencana kerja",
    Kind.TASK_LETTER: r"surat tugas|surat penugasan|surat perintah",
    Kind.INVITATION: r"undangan",
    Kind.AGREEMENT: r"kerja sama|kesepahaman|\bmou\b|\bpks\b",
    Kind.SURVEY: r"\bskm\b|survei",
    Kind.NEWS: r"berita|media sosial",
    Kind.SCREENSHOT: r"tangkapan layar",
    Kind.ATTENDANCE: r"daftar hadir",
    Kind.PROCEDURE: r"\bsop\b",
    Kind.MANUAL: r"buku manual|pedoman teknis|buku elektronik",
    Kind.PHOTO: r"\bfoto\b",
    Kind.VIDEO: r"\bvideo\b",
}
"""By which words of a criterion or of the asked documents a kind is asked for."""
_OF_PICTURES = {
    "picture_is_screenshot": Kind.SCREENSHOT,
    "picture_should_be_photo": Kind.SCREENSHOT,
    "picture_of_camera": Kind.PHOTO,
    "picture_is_photo": Kind.PHOTO,
}
_READ = "document_kind"
_OF_PAPERS: Mapping[PaperKind, Kind] = {
    PaperKind.PERDA: Kind.REGULATION,
    PaperKind.PERKADA: Kind.REGULATION,
    PaperKind.SK_KADA: Kind.DECREE,
    PaperKind.SK_AN_KADA: Kind.DECREE,
    PaperKind.SK_KPD: Kind.DECREE,
    PaperKind.TUGAS_KADA: Kind.TASK_LETTER,
    PaperKind.TUGAS: Kind.TASK_LETTER,
    PaperKind.UNDANGAN: Kind.INVITATION,
    PaperKind.DAFTAR_HADIR: Kind.ATTENDANCE,
    PaperKind.ANGGARAN: Kind.BUDGET,
    PaperKind.RKPD: Kind.WORK_PLAN,
    PaperKind.RENCANA_KERJA: Kind.WORK_PLAN,
    PaperKind.KERJA_SAMA: Kind.AGREEMENT,
    PaperKind.SOP: Kind.PROCEDURE,
    PaperKind.SKM: Kind.SURVEY,
}
"""What a document is by its own text; where a file holds several papers, the first counts."""
TELLING = (_READ, *_OF_PICTURES)
"""The codes of the findings that tell a kind."""
_STRICTEST = (Sharing.OWN, Sharing.LOOK, Sharing.FINE)


@dataclass(frozen=True, slots=True)
class Proves:
    """What kind a file is as proof of one part, and whether that was seen in the file itself."""

    kind: Kind
    seen: bool


def kind_for(findings: Iterable[Finding], subject: Subject, *, media_type: str) -> Proves:
    """What the file is, as far as it proves what it is claimed for."""
    if media_type.startswith("video/"):
        return Proves(Kind.VIDEO, seen=True)
    named = frozenset[Kind]().union(*map(_named_in, _texts(subject)))
    for each in findings:
        read = _read(each)
        if read is not None:
            return Proves(read, seen=True)
        looks = _OF_PICTURES.get(each.code)
        if looks is not None and (not named or looks in named):
            return Proves(looks, seen=True)
    return Proves(_one_of(asked_kinds(subject)), seen=False)


def strictest(found: Iterable[Proves]) -> Kind:
    """The kind of a file that proves several parts: what was seen first, then what is strictest."""
    all_of_them = tuple(found)
    kinds = [each.kind for each in all_of_them if each.seen] or [e.kind for e in all_of_them]
    order = list(Kind)
    ranked = sorted(kinds, key=lambda k: (_STRICTEST.index(SHARING[k].sharing), order.index(k)))
    return ranked[0] if ranked else Kind.OTHER


def asked_kinds(subject: Subject) -> frozenset[Kind]:
    """The kinds named by the claimed level, else by the asked documents, else by any level."""
    found = map(_named_in, _texts(subject))
    return next((kinds for kinds in found if kinds), frozenset())


def _named_in(text: str) -> frozenset[Kind]:
    return frozenset(kind for kind, words in _ASKED.items() if re.search(words, text.lower()))


def _texts(subject: Subject) -> Iterable[str]:
    found = subject.indicator
    if found is None:
        labels = (field.label for field in subject.edition.profile if field.id == subject.part)
        return tuple(labels)
    levels = found.levels.value if found.levels else ()
    claimed = " ".join(each.criterion for each in levels if each.level == subject.level)
    documents, any_level = found.evidence.documents, (each.criterion for each in levels)
    return (claimed, " ".join(documents), " ".join(any_level))


def _read(finding: Finding) -> Kind | None:
    """The kind that inspection read in a document."""
    told = dict(finding.facts).get("kind") if finding.code == _READ else None
    return next((kind for paper, kind in _OF_PAPERS.items() if paper == told), None)


def _one_of(asked: frozenset[Kind]) -> Kind:
    """The first of them where all may be shared alike, else unknown."""
    if len({SHARING[kind].sharing for kind in asked}) != 1:
        return Kind.OTHER
    return next(kind for kind in Kind if kind in asked)
