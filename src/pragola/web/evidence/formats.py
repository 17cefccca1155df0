"""What files may be: recognised by their content, allowed by the edition, limited in size."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from django.conf import settings

from pragola.scoring.edition import Edition, FieldKind

_HEAD = 64


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: how the edition names it, its media type, the ending of its name, its size.

    `limit` names the setting that says how many megabytes it may have.
    """

    names: frozenset[str]
    media_type: str
    suffix: str
    limit: str

    @property
    def most_bytes(self) -> int:
        """How large such a file may be."""
        return int(settings.EVIDENCE_MEGABYTES[self.limit]) * 1024**2


PDF = Format(frozenset({"pdf"}), "application/pdf", ".pdf", "document")
JPEG = Format(frozenset({"jpg", "jpeg"}), "image/jpeg", ".jpg", "picture")
PNG = Format(frozenset({"png"}), "image/png", ".png", "picture")
MP4 = Format(frozenset({"mp4"}), "video/mp4", ".mp4", "video")
MOV = Format(frozenset({"mov"}), "video/quicktime", ".mov", "video")
PPT = Format(frozenset({"ppt"}), "application/vnd.ms-powerpoint", ".ppt", "document")
PPTX = Format(
    frozenset({"ppt", "pptx"}),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".pptx",
    "document",
)
FORMATS = (PDF, JPEG, PNG, MP4, MOV, PPT, PPTX)
_WITHOUT_RULE = (PDF, JPEG, PNG)
"""What is taken where the edition names no format: what everybody can open."""


def allowed_formats(edition: Edition, part: str) -> tuple[Format, ...]:
    """The formats that may prove an indicator or be attached to a field; none for neither."""
    named = _named_formats(edition).get(part)
    if named is None:
        return ()
    wanted = {name.lower() for name in named}
    return tuple(each for each in FORMATS if each.names & wanted) or _WITHOUT_RULE


def recognised(path: Path) -> Format | None:
    """What a file is by its content alone; None for anything that is not taken at all."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    found = next((each for each, fits in _SIGNATURES.items() if fits(head)), None)
    return found if found is not PPTX or _is_presentation(path) else None


def format_of(media_type: str) -> Format | None:
    """The format of a media type."""
    return next((each for each in FORMATS if each.media_type == media_type), None)


def _named_formats(edition: Edition) -> Mapping[str, tuple[str, ...]]:
    proofs = {each.code: each.evidence.formats for each in edition.sid_indicators}
    attached = {each.id: each.formats for each in edition.profile if each.kind is FieldKind.FILE}
    return proofs | attached


def _is_presentation(path: Path) -> bool:
    try:
        with ZipFile(path) as archive:
            return "ppt/presentation.xml" in archive.namelist()
    except (BadZipFile, OSError, ValueError):
        return False


def _is_mp4(head: bytes) -> bool:
    return head[4:8] == b"ftyp" and head[8:12] != b"qt  "


_SIGNATURES: Mapping[Format, Callable[[bytes], bool]] = {
    PDF: lambda head: head.startswith(b"%PDF-"),
    JPEG: lambda head: head.startswith(b"\xff\xd8\xff"),
    PNG: lambda head: head.startswith(b"\x89PNG\r\n\x1a\n"),
    MP4: _is_mp4,
    MOV: lambda head: head[4:12] == b"ftypqt  ",
    PPT: lambda head: head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    PPTX: lambda head: head.startswith(b"PK\x03\x04"),
}
