"""The length that an MP4 or MOV writes in its first box about the film.

libavformat mends a false length by the tables of samples and does not tell; players of other make
show it, so it is read here.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_MOST_BOXES = 1000
"""At one level; a fragmented five minutes have 300."""
_UNKNOWN = (0, 2**32 - 1, 2**64 - 1)


def told_seconds(path: Path) -> float | None:
    """The length by the film's header; None where it tells none."""
    with path.open("rb") as file:
        end = path.stat().st_size
        film = next((place for place in _boxes(file, 0, end) if place[0] == b"moov"), None)
        inner = {name: start for name, start, _ in (_boxes(file, *film[1:]) if film else ())}
        # With fragments to follow (mvex), the header tells the length of the first alone.
        if b"mvhd" not in inner or b"mvex" in inner:
            return None
        file.seek(inner[b"mvhd"])
        return _length(file.read(32))


def begins_at_once(path: Path) -> bool:
    """Whether what a player needs to begin stands before the film itself."""
    with path.open("rb") as file:
        names = [name for name, _, _ in _boxes(file, 0, path.stat().st_size)]
    return b"moov" in names and b"mdat" in names and names.index(b"moov") < names.index(b"mdat")


def _boxes(file: BinaryIO, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Name, beginning and end of what each box holds."""
    for _ in range(_MOST_BOXES):
        file.seek(start)
        head = file.read(16)
        if start + 8 > end or len(head) < 8:
            return
        size, name, skipped = int.from_bytes(head[:4], "big"), head[4:8], 8
        if size == 1:
            size, skipped = int.from_bytes(head[8:16], "big"), 16
        last = end if size == 0 else min(start + size, end)
        if last < start + skipped:
            return
        yield name, start + skipped, last
        start = last


def _length(content: bytes) -> float | None:
    """Version 1 has times of 8 bytes, version 0 of 4."""
    wide = 8 if content[:1] == b"\x01" else 4
    at = 4 + 2 * wide
    rate = int.from_bytes(content[at : at + 4], "big")
    length = int.from_bytes(content[at + 4 : at + 4 + wide], "big")
    return None if rate == 0 or length in _UNKNOWN else length / rate
