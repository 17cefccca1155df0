"""The parts that pictures and videos are made of: chunks of PNG, segments of JPEG, boxes of MP4."""

import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

_PNG = b"\x89PNG\r\n\x1a\n"
_HOLDERS = (
    b"moov",
    b"trak",
    b"mdia",
    b"minf",
    b"stbl",
    b"moof",
    b"traf",
    b"edts",
    b"dinf",
    b"mvex",
)
_MOST = 2**32 - 1


@dataclass(frozen=True, slots=True)
class Part:
    """One part; `kind` is how it is written, `told` a length that is not its own."""

    kind: str
    name: bytes
    content: bytes
    told: int | None = None

    def written(self) -> bytes:
        """Its bytes, with its length, and its sum where it has one."""
        match self.kind:
            case "chunk":
                length = struct.pack(">I", self._length(0))
                check = zlib.crc32(self.name + self.content)
                return length + self.name + self.content + struct.pack(">I", check)
            case "segment":
                return (
                    b"\xff" + self.name + struct.pack(">H", self._length(2) & 0xFFFF) + self.content
                )
            case "box":
                return struct.pack(">I", self._length(8)) + self.name + self.content
        return self.content

    def _length(self, head: int) -> int:
        return (len(self.content) + head if self.told is None else self.told) & _MOST

    def with_content(
        self, change: Callable[[bytes], bytes], chance: Random, *, deep: int = 8
    ) -> "Part":
        """With its content changed; of a box that holds boxes, one of those, down to so deep."""
        inner = boxes_of(self.content) if self.name in _HOLDERS and deep else []
        if not inner:
            return replace(self, content=change(self.content))
        place = chance.randrange(len(inner))
        inner[place] = inner[place].with_content(change, chance, deep=deep - 1)
        return replace(self, content=b"".join(each.written() for each in inner))

    def telling(self, length: int) -> "Part":
        """With another length told."""
        return replace(self, told=length)

    def within_itself(self) -> "Part":
        """A part that holds this one."""
        return replace(self, content=self.written())


def chunks_of(content: bytes) -> list[Part]:
    """Of a PNG, its beginning first; none of anything else."""
    if not content.startswith(_PNG):
        return []
    found, at = [Part("bytes", b"", _PNG)], len(_PNG)
    while at + 12 <= len(content):
        length, name = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        found.append(Part("chunk", name, content[at + 8 : at + 8 + length]))
        at += 12 + length
    return found


def segments_of(content: bytes) -> list[Part]:
    """Of a JPEG, its beginning first and the lines of the picture last; none of anything else."""
    if not content.startswith(b"\xff\xd8"):
        return []
    found, at = [Part("bytes", b"", b"\xff\xd8")], 2
    while at + 4 <= len(content) and content[at] == 0xFF and content[at + 1] != 0xDA:
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        found.append(Part("segment", content[at + 1 : at + 2], content[at + 4 : at + 2 + length]))
        at += 2 + max(length, 2)
    return [*found, Part("bytes", b"", content[at:])]


def boxes_of(content: bytes) -> list[Part]:
    """Of an MP4 or MOV, or of a box that holds boxes; none where they do not fill it."""
    found, at = [], 0
    while at + 8 <= len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        if length < 8 or at + length > len(content):
            return []
        found.append(Part("box", content[at + 4 : at + 8], content[at + 8 : at + length]))
        at += length
    return found
