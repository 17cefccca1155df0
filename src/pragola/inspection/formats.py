"""The kinds of files that can be kept, and how their content is told by its first bytes."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pragola.scoring.edition import Edition, FieldKind


class FileKind(StrEnum):
    """What a file is to somebody who looks at it; limits of size go by this."""

    DOCUMENT = "document"
    PICTURE = "picture"
    VIDEO = "video"


@dataclass(frozen=True, slots=True)
class Format:
    """A format of files. The first of `endings` is the one that a corrected name gets."""

    code: str
    label: str
    media_type: str
    endings: tuple[str, ...]
    kind: FileKind


PDF = Format("pdf", "PDF", "application/pdf", (".pdf",), FileKind.DOCUMENT)
PPT = Format("ppt", "PPT", "application/vnd.ms-powerpoint", (".ppt", ".pps"), FileKind.DOCUMENT)
PPTX = Format(
    "pptx",
    "PPTX",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    (".pptx",),
    FileKind.DOCUMENT,
)
JPEG = Format("jpeg", "JPEG", "image/jpeg", (".jpg", ".jpeg", ".jpe"), FileKind.PICTURE)
PNG = Format("png", "PNG", "image/png", (".png",), FileKind.PICTURE)
MP4 = Format("mp4", "MP4", "video/mp4", (".mp4", ".m4v"), FileKind.VIDEO)
MOV = Format("mov", "MOV", "video/quicktime", (".mov", ".qt"), FileKind.VIDEO)

FORMATS = (PDF, JPEG, PNG, MP4, MOV, PPT, PPTX)
SHOWABLE = (PDF, JPEG, PNG)
"""What a page can show; these are taken where the edition does not say what it wants."""

_NAMED: Mapping[str, tuple[Format, ...]] = {
    "pdf": (PDF,),
    "jpg": (JPEG,),
    "jpeg": (JPEG,),
    "png": (PNG,),
    "mp4": (MP4,),
    "mov": (MOV,),
    "ppt": (PPT, PPTX),
    "pptx": (PPTX,),
}
"""The formats that an edition means by a word."""

_BEGINNINGS = (
    (b"%PDF-", PDF),
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", PPT),
    (b"PK\x03\x04", PPTX),
)
_PHOTOS_OF_PHONES = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif")


def format_by_beginning(head: bytes) -> Format | None:
    """What the first bytes promise; whether the rest keeps it, tells `file_checks`."""
    if head[4:8] == b"ftyp":
        brand = head[8:12]
        return None if is_photo_of_phone(head) else MOV if brand == b"qt  " else MP4
    return next((found for start, found in _BEGINNINGS if head.startswith(start)), None)


def is_photo_of_phone(head: bytes) -> bool:
    """Whether it is a HEIC or AVIF photo, which few people can open."""
    return head[4:8] == b"ftyp" and head[8:12].lower() in _PHOTOS_OF_PHONES


def format_by_name(file_name: str) -> Format | None:
    """What the ending of a name says; it may be wrong."""
    name = file_name.lower()
    return next((each for each in FORMATS if name.endswith(each.endings)), None)


def format_of(media_type: str) -> Format | None:
    """The format of a stored file, by its media type."""
    return next((each for each in FORMATS if each.media_type == media_type), None)


def allowed_formats(edition: Edition, part: str) -> tuple[Format, ...]:
    """The formats that may prove an indicator or be attached to a field; none for neither."""
    named = _named_formats(edition).get(part)
    if named is None:
        return ()
    found = dict.fromkeys(each for name in named for each in _NAMED.get(name.lower(), ()))
    return tuple(found) or SHOWABLE


def _named_formats(edition: Edition) -> Mapping[str, tuple[str, ...]]:
    proofs = {each.code: each.evidence.formats for each in edition.sid_indicators}
    attached = {each.id: each.formats for each in edition.profile if each.kind is FieldKind.FILE}
    return proofs | attached
