"""Another file hidden in a picture, which some programs would open instead of it."""

from collections.abc import Sequence
from pathlib import Path

_HEAD = 1024
"""Readers of PDF look for its beginning in so many bytes."""
_MOST_READ = 64 * 1024**2
_PNG_START, _SEGMENT = 8, 2
_MARKERS_ALONE = (0x01, *range(0xD0, 0xD9))
_SCAN, _END = 0xDA, 0xD9
_BEGINNINGS: Sequence[tuple[bytes, str]] = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7Z"),
    (b"MZ\x90\x00", "EXE"),
    (b"\x7fELF", "ELF"),
    (b"<?php", "PHP"),
    (b"<script", "HTML"),
    (b"<html", "HTML"),
)
"""What is looked for; phones append films, depth and previews of their own, which are no harm."""


def stowaway_in(path: Path) -> str | None:
    """The format of another file in or behind a JPEG or PNG; None where there is none."""
    with path.open("rb") as file:
        content = file.read(_MOST_READ)
    behind = content[_end_of(content) :].lower()
    found = (name for start, name in _BEGINNINGS if start.lower() in behind)
    return "PDF" if b"%PDF-" in content[:_HEAD] else next(found, None)


def _end_of(content: bytes) -> int:
    return _end_of_png(content) if content.startswith(b"\x89PNG") else _end_of_jpeg(content)


def _end_of_png(content: bytes) -> int:
    """Behind the chunk `IEND`; the end of the file where there is none."""
    at = _PNG_START
    while at + 12 <= len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        kind = content[at + 4 : at + 8]
        at += 12 + length
        if kind == b"IEND":
            return at
    return len(content)


def _end_of_jpeg(content: bytes) -> int:
    """Behind the marker of the end: segments are stepped over, so that a preview in one of them
    does not count, and in the lines of the picture no marker can stand."""
    at = _SEGMENT
    while at + 4 <= len(content):
        if content[at] != 0xFF:
            return len(content)
        marker = content[at + 1]
        if marker in (_SCAN, _END):
            end = content.find(b"\xff\xd9", at)
            return len(content) if end < 0 else end + 2
        alone = marker in _MARKERS_ALONE or marker == 0xFF
        at += (1 if marker == 0xFF else 2) if alone else 2 + _length(content, at)
    return len(content)


def _length(content: bytes, at: int) -> int:
    return int.from_bytes(content[at + 2 : at + 4], "big")
