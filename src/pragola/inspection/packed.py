"""The names in a ZIP, from its directory alone: nothing is unpacked, and little is read."""

import struct
from collections.abc import Iterator
from pathlib import Path

_END, _END_SIZE = b"PK\x05\x06", 22
_MOST_COMMENT = 65_535
_ENTRY, _ENTRY_SIZE = b"PK\x01\x02", 46
_MOST_DIRECTORY = 4 * 1024**2
"""Bytes; a presentation of three hundred slides has under 200,000."""


def names_in(path: Path) -> Iterator[bytes]:
    """The names as they stand in the directory; none where it is no ZIP, broken, or endless."""
    directory = _directory(path)
    at = 0
    while directory.startswith(_ENTRY, at) and at + _ENTRY_SIZE <= len(directory):
        name, extra, comment = struct.unpack_from("<HHH", directory, at + 28)
        start, at = at + _ENTRY_SIZE, at + _ENTRY_SIZE + name + extra + comment
        if at <= len(directory):
            yield directory[start : start + name]


def _directory(path: Path) -> bytes:
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _END_SIZE - _MOST_COMMENT))
        tail = file.read()
        end = tail.rfind(_END)
        if end < 0 or end + _END_SIZE > len(tail):
            return b""
        length, start = struct.unpack_from("<II", tail, end + 12)
        if length > _MOST_DIRECTORY or start + length > size:
            return b""
        file.seek(start)
        return file.read(length)
