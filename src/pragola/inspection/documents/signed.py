"""A signed PDF: signature by signature, whether it is whole, and who signed."""

from collections.abc import Coroutine, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from time import monotonic
from typing import Any, BinaryIO

import pypdfium2
from asn1crypto import x509  # type: ignore[import-untyped]
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature, async_validate_pdf_signature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import (
    PdfSignatureStatus,
    SignatureCoverageLevel,
)
from pyhanko_certvalidator import ValidationContext

from pragola.inspection.documents.plain import one_line
from pragola.inspection.documents.roots import Roots, roots_in
from pragola.inspection.documents.text_layer import region_on
from pragola.inspection.findings import Finding, Place, Severity
from pragola.scoring.faults import Facts

_MOST_BYTES = 128 * 1024**2
_MOST_SIGNATURES = 20
"""A decree bears one, an agreement two to five."""
_MOST_REVISIONS = 100
_MOST_SECONDS = 20
"""For all signatures of a file; what comes after is told as not inspected."""
_MOST_PAGES = 400
_LONGEST_NAME = 120
_WESTERN_TIME = timezone(timedelta(hours=7))
"""Days are shown as in Jakarta, where the national authority keeps its clock."""
_KINDS = ("/adbe.pkcs7.detached", "/ETSI.CAdES.detached")
_USES = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"})
_NOWHERE = Place()
_WHOLE = (SignatureCoverageLevel.ENTIRE_FILE, SignatureCoverageLevel.ENTIRE_REVISION)


@dataclass(frozen=True, slots=True)
class _Field:
    """A signature's field, by reference, and the signature in it."""

    name: str
    signature: generic.DictionaryObject
    reference: generic.IndirectObject


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a signature shows on its page, in the page's own points: left, bottom, right, top."""

    page: int
    corners: tuple[float, float, float, float]


def signature_findings(path: Path, roots: Path | None) -> tuple[Finding, ...]:
    """One finding for each signature. Raises OSError where the file cannot be read."""
    with path.open("rb") as file:
        if file.seek(0, 2) > _MOST_BYTES:
            return (_about("signatures_not_inspected", Severity.INFO),)
        trusted = roots_in(roots)
        found = tuple(_all(file, path, trusted))
    return (*found, *_about_roots(trusted)) if found else ()


def _all(file: BinaryIO, path: Path, trusted: Roots) -> Iterator[Finding]:
    try:
        reader = _opened(file)
        fields = _signed_fields(reader)
        frames = _frames_of_marks(reader) if fields else {}
    except Exception:
        # pyhanko raises nearly anything for broken content; all of it means this.
        yield _about("signature_unreadable", Severity.DOUBTFUL)
        return
    numbers = [_number(field.reference) for field in fields[:_MOST_SIGNATURES]]
    places = _places(path, {each: frames[each] for each in numbers if each in frames})
    late = monotonic() + _MOST_SECONDS
    for number, field in enumerate(fields):
        if number >= _MOST_SIGNATURES or monotonic() > late:
            yield _about("signatures_not_inspected", Severity.INFO)
            return
        yield _judged(reader, field, trusted, places.get(numbers[number], Place()))


def _opened(file: BinaryIO) -> PdfFileReader:
    file.seek(0)
    reader = PdfFileReader(file, strict=False)
    if reader.xrefs.total_revisions > _MOST_REVISIONS:
        raise ValueError(reader.xrefs.total_revisions)
    if reader.encrypted:
        reader.decrypt(b"")
    return reader


def _signed_fields(reader: PdfFileReader) -> tuple[_Field, ...]:
    """In the order of the form; seals of time are no person's signature."""
    found = (
        _Field(name, value.get_object(), reference)
        for name, value, reference in enumerate_sig_fields(reader, filled_status=True)
    )
    return tuple(each for each in found if each.signature.get("/Type") != "/DocTimeStamp")


def _judged(reader: PdfFileReader, field: _Field, trusted: Roots, place: Place) -> Finding:
    try:
        if field.signature.get("/SubFilter") not in _KINDS:
            return _about("signature_of_other_kind", Severity.INFO, place)
        signature = EmbeddedPdfSignature(reader, _content(field.reference), field.name)
        signed_at = _signed_at(signature)
        context = _context(reader, signature, trusted, signed_at)
        status = _at_once(
            async_validate_pdf_signature(
                signature, signer_validation_context=context, key_usage_settings=_USES
            )
        )
        code, severity = _verdict(status, signed_at)
        return _about(code, severity, place, _facts(signature.signer_cert, signed_at))
    except Exception:
        # As above: whatever it is, this signature proves nothing.
        return _about("signature_unreadable", Severity.DOUBTFUL, place)


def _verdict(status: PdfSignatureStatus, signed_at: datetime | None) -> tuple[str, Severity]:
    """The worst first: content, then the certificate, then whether anybody vouches for it."""
    if not (status.intact and status.valid):
        return "signature_changed", Severity.DOUBTFUL
    if status.coverage not in _WHOLE:
        return "signature_covers_part", Severity.DOUBTFUL
    if not status.docmdp_ok:
        return "signature_changed", Severity.DOUBTFUL
    if not _was_valid(status.signing_cert, _sealed_at(status) or signed_at):
        return "signature_expired", Severity.DOUBTFUL
    if status.revoked:
        return "signature_revoked", Severity.DOUBTFUL
    if status.trusted:
        return "signature_intact", Severity.GOOD
    return "signer_unknown", Severity.INFO


def _was_valid(certificate: x509.Certificate, moment: datetime | None) -> bool:
    if moment is None:
        return True
    first, last = certificate.not_valid_before, certificate.not_valid_after
    return bool(first <= moment <= last)


def _sealed_at(status: PdfSignatureStatus) -> datetime | None:
    """The time by a seal of time in the signature, which is worth more than the signer's clock."""
    seal = status.timestamp_validity
    return seal.timestamp if seal and seal.intact and seal.valid else None


def _signed_at(signature: EmbeddedPdfSignature) -> datetime | None:
    told = signature.self_reported_timestamp
    return told.replace(tzinfo=_WESTERN_TIME) if told and told.tzinfo is None else told


def _context(
    reader: PdfFileReader,
    signature: EmbeddedPdfSignature,
    trusted: Roots,
    signed_at: datetime | None,
) -> ValidationContext:
    """As of the day of signing, with what the file brings of certificates and revocations."""
    known: dict[str, Any] = {
        "trust_roots": list(trusted.certificates),
        "moment": signed_at or signature.signer_cert.not_valid_before,
        "allow_fetching": False,
        "revocation_mode": "soft-fail",
        "retroactive_revinfo": True,
    }
    try:
        return DocumentSecurityStore.read_dss(reader).as_validation_context(known)
    except NoDSSFoundError:
        return ValidationContext(**known)


def _at_once[T](work: Coroutine[Any, Any, T]) -> T:
    """The outcome of what needs to wait for nothing; there is no network to wait for.

    An event loop would ask for a socket of its own, which inspection may not have.
    """
    with closing(work):
        try:
            work.send(None)
        except StopIteration as done:
            outcome: T = done.value
            return outcome
    raise RuntimeError


def _frames_of_marks(reader: PdfFileReader) -> Mapping[int, _Frame]:
    """Where the annotation with that object number shows."""
    frames: dict[int, _Frame] = {}
    for number, page in enumerate(_pages(reader.root["/Pages"], set()), start=1):
        if number > _MOST_PAGES:
            break
        for mark in page.get("/Annots", ()):
            if isinstance(mark, generic.IndirectObject) and (corners := _corners(_content(mark))):
                frames[mark.idnum] = _Frame(number, corners)
    return frames


def _places(path: Path, frames: Mapping[int, _Frame]) -> Mapping[int, Place]:
    """The frames as parts of their pages as these are shown, turned and cropped; the page alone
    where its reader does not open the file.
    """
    if not frames:
        return {}
    try:
        with closing(pypdfium2.PdfDocument(path)) as document:
            return {each: _place(document, frame) for each, frame in frames.items()}
    except (pypdfium2.PdfiumError, OSError):
        return {each: Place(page=frame.page) for each, frame in frames.items()}


def _place(document: pypdfium2.PdfDocument, frame: _Frame) -> Place:
    if frame.page > len(document):
        return Place(page=frame.page)
    with closing(document[frame.page - 1]) as page:
        return Place(page=frame.page, region=region_on(page, *frame.corners))


def _pages(node: generic.DictionaryObject, seen: set[int]) -> Iterator[generic.DictionaryObject]:
    for kid in node.get("/Kids", ()):
        if kid.idnum in seen:
            continue
        seen.add(kid.idnum)
        below = kid.get_object()
        if "/Kids" in below:
            yield from _pages(below, seen)
        else:
            yield below


def _content(reference: generic.IndirectObject) -> Any:
    return reference.get_object()  # type: ignore[no-untyped-call]


def _corners(mark: generic.DictionaryObject) -> tuple[float, float, float, float] | None:
    """Left, bottom, right and top of its frame; None without an area, as with most of offices."""
    frame = [float(each) for each in mark.get("/Rect", ())]
    if len(frame) != 4 or frame[0] == frame[2] or frame[1] == frame[3]:
        return None
    across, down = sorted((frame[0], frame[2])), sorted((frame[1], frame[3]))
    return across[0], down[0], across[1], down[1]


def _number(field: generic.IndirectObject) -> int:
    """The object number of the field's mark on a page: mostly the field itself."""
    below = _content(field).get("/Kids", ())
    return int(below[0].idnum if below else field.idnum)


def _facts(certificate: x509.Certificate, signed_at: datetime | None) -> Facts:
    day = signed_at.astimezone(_WESTERN_TIME).date() if signed_at else None
    return (
        ("signer", _named(certificate.subject, "common_name")),
        ("organisation", _named(certificate.subject, "organization_name")),
        ("day", day or "–"),
        ("issuer", _named(certificate.issuer, "common_name")),
    )


def _named(name: x509.Name, part: str) -> str:
    found = name.native.get(part)
    text = ", ".join(map(str, found)) if isinstance(found, list) else str(found or "–")
    return one_line(text, most=_LONGEST_NAME)


def _about_roots(trusted: Roots) -> tuple[Finding, ...]:
    if not trusted.unreadable:
        return ()
    names = one_line(", ".join(trusted.unreadable), most=_LONGEST_NAME)
    return (_about("roots_unreadable", Severity.INFO, facts=(("files", names),)),)


def _about(code: str, severity: Severity, place: Place = _NOWHERE, facts: Facts = ()) -> Finding:
    return Finding(code=code, severity=severity, check="signatures", place=place, facts=facts)
