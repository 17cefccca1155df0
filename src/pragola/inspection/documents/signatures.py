"""Electronic signatures in a PDF, validated without any network."""

import mmap
from pathlib import Path

from pragola.inspection.findings import Finding

_MARK = b"/ByteRange"
"""Stands uncompressed in every signed PDF: a signature cannot lie in what it covers."""


def signatures_of(path: Path, roots: Path | None) -> tuple[Finding, ...]:
    """What each electronic signature is worth; nothing where there is none.

    `roots` is a folder of trusted certificates, PEM or DER; without it no signer is known.
    Raises OSError where the file cannot be read, and nothing for what is in it.
    """
    if not _may_be_signed(path):
        return ()
    # pyhanko takes a second to import, and few PDFs are signed.
    from pragola.inspection.documents.signed import signature_findings  # noqa: PLC0415

    return signature_findings(path, roots)


def _may_be_signed(path: Path) -> bool:
    with path.open("rb") as file:
        if file.seek(0, 2) == 0:
            return False
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            return content.find(_MARK) >= 0
