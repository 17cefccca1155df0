"""The folder of trusted certificates that an administrator supplies."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from asn1crypto import pem, x509  # type: ignore[import-untyped]

_ENDINGS = (".pem", ".crt", ".cer", ".der")
_MOST_FILES = 200
_MOST_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Roots:
    """The certificates, and the names of files in which there is none."""

    certificates: tuple[x509.Certificate, ...] = ()
    unreadable: tuple[str, ...] = ()


def roots_in(folder: Path | None) -> Roots:
    """All certificates of a folder, PEM or DER; nothing without a folder."""
    if folder is None:
        return Roots()
    certificates: list[x509.Certificate] = []
    unreadable: list[str] = []
    try:
        files = sorted(each for each in folder.iterdir() if each.suffix.lower() in _ENDINGS)
    except OSError:
        return Roots(unreadable=(folder.name,))
    for file in files[:_MOST_FILES]:
        try:
            certificates += _certificates(file)
        except (OSError, ValueError, TypeError):
            unreadable.append(file.name)
    return Roots(tuple(certificates), tuple(unreadable))


def _certificates(file: Path) -> list[x509.Certificate]:
    """Raises ValueError where the file holds no certificate, or one that is damaged."""
    with file.open("rb") as opened:
        content = opened.read(_MOST_BYTES)
    found = [_whole(der) for der in _ders(content)]
    if not found:
        raise ValueError(file.name)
    return found


def _ders(content: bytes) -> Iterator[bytes]:
    if not pem.detect(content):
        yield content
        return
    for kind, _, der in pem.unarmor(content, multiple=True):
        if kind.endswith("CERTIFICATE"):
            yield der


def _whole(der: bytes) -> x509.Certificate:
    """It is read to the end: the library reads a certificate only as far as it is asked."""
    certificate = x509.Certificate.load(der, strict=True)
    if not certificate.native:
        raise ValueError(certificate)
    return certificate
