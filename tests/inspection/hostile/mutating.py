"""Spoils files: a recipe is a seed's name and a number, and makes the same bytes every time."""

import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from tests.inspection.hostile.parts import Part, boxes_of, chunks_of, segments_of

type Change = Callable[[bytes, Random], bytes]

_EXTREMES = (0, 1, 2, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
_NUMBER = re.compile(rb"(?<![\d.])-?\d{1,10}(?![\d.])")
_REFERENCE = re.compile(rb"\d+ 0 R")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_OBJECT = re.compile(rb"\d+ 0 obj.*?endobj", re.DOTALL)
_NAME = re.compile(rb"/[A-Z][A-Za-z0-9]+")
_MOST_BYTES = 400_000


@dataclass(frozen=True, slots=True)
class Recipe:
    """Which seed is spoiled, and the number that all chance comes from."""

    seed: str
    number: int

    def made_of(self, seeds: Mapping[str, bytes]) -> bytes:
        """The spoiled file: one to three changes, one after the other."""
        chance = Random(f"{self.seed}:{self.number}")
        content = seeds[self.seed]
        for change in chance.choices(_changes(self.seed), k=chance.choice((1, 1, 1, 2, 3))):
            content = change(content, chance)[:_MOST_BYTES]
        return content


def recipes(seeds: Mapping[str, bytes], count: int) -> Iterator[Recipe]:
    """So many recipes, the seeds in turn."""
    names = list(seeds)
    return (Recipe(names[n % len(names)], n // len(names)) for n in range(count))


def _changes(seed: str) -> Sequence[Change]:
    parts = dict.fromkeys(("png", "jpg", "mp4", "mov"), _OF_PARTS)
    packed = dict.fromkeys(("zip", "docx", "pptx"), _OF_PACKED)
    kinds = {"pdf": _OF_PDF, **parts, **packed}
    return (*_OF_ALL, *kinds[seed.rpartition(".")[2]])


def _flip(content: bytes, chance: Random) -> bytes:
    changing = bytearray(content)
    for _ in range(chance.choice((1, 1, 4, 16, 64)) if content else 0):
        changing[chance.randrange(len(changing))] ^= 1 << chance.randrange(8)
    return bytes(changing)


def _cut_end(content: bytes, chance: Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _cut_out(content: bytes, chance: Random) -> bytes:
    start, end = _stretch(content, chance)
    return content[:start] + content[end:]


def _double(content: bytes, chance: Random) -> bytes:
    start, end = _stretch(content, chance)
    return content[:end] + content[start:end] * chance.choice((1, 1, 9)) + content[end:]


def _insert(content: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.randbytes(chance.choice((1, 4, 64, 900))) + content[at:]


def _misdirect(content: bytes, chance: Random) -> bytes:
    """A number in the directory of a ZIP, or in what says where that is, becomes an extreme one."""
    signs = [found.start() for found in re.finditer(rb"PK(?:\x01\x02|\x05\x06)", content)]
    if not signs:
        return content
    at, wide = chance.choice(signs) + chance.randrange(4, 46), chance.choice((2, 4))
    number = chance.choice(_EXTREMES) & ((1 << 8 * wide) - 1)
    return content[:at] + number.to_bytes(wide, "little") + content[at + wide :]


def _blank(content: bytes, chance: Random) -> bytes:
    start, end = _stretch(content, chance)
    return content[:start] + bytes([chance.choice((0, 255))]) * (end - start) + content[end:]


def _swap(content: bytes, chance: Random) -> bytes:
    first, second, third, fourth = sorted(chance.randrange(len(content) + 1) for _ in range(4))
    one, between, other = content[first:second], content[second:third], content[third:fourth]
    return content[:first] + other + between + one + content[fourth:]


def _extreme(content: bytes, chance: Random) -> bytes:
    """A number of one, two, four or eight bytes becomes one at the edge of what it can hold."""
    changing, wide = bytearray(content), chance.choice((1, 2, 4, 4, 8))
    at = chance.randrange(max(1, len(content) - wide))
    number = chance.choice(_EXTREMES) & ((1 << 8 * wide) - 1)
    changing[at : at + wide] = number.to_bytes(wide, chance.choice(("big", "little")))
    return bytes(changing)


def _stretch(content: bytes, chance: Random) -> tuple[int, int]:
    start = chance.randrange(len(content) + 1)
    return start, min(len(content), start + chance.choice((1, 8, 60, 500, 4000)))


def _renumber(content: bytes, chance: Random) -> bytes:
    told = b"%d" % chance.choice((*_EXTREMES, -1, -2147483648, 10**10))
    return _at_one_of(_NUMBER, content, chance, lambda _: told)


def _lead_elsewhere(content: bytes, chance: Random) -> bytes:
    """References that lead in circles, or to nothing."""
    return _at_one_of(_REFERENCE, content, chance, lambda _: b"%d 0 R" % chance.randrange(14))


def _rename(content: bytes, chance: Random) -> bytes:
    other = chance.choice(_NAME.findall(content) or [b"/X"])
    return _at_one_of(_NAME, content, chance, lambda _: other)


def _repack(content: bytes, chance: Random) -> bytes:
    """A stream whose unpacked content is spoiled, and packed again."""

    def spoiled(stream: bytes) -> bytes:
        try:
            inner = zlib.decompress(stream[7:-10].strip(b"\r\n"))
        except zlib.error:
            return _flip(stream, chance)
        changed = chance.choice((_flip, _renumber, _double, _cut_end))(inner, chance)
        return b"stream\n" + zlib.compress(changed) + b"\nendstream"

    return _at_one_of(_STREAM, content, chance, spoiled)


def _exchange(content: bytes, chance: Random) -> bytes:
    other = chance.choice(_OBJECT.findall(content) or [b""])
    return _at_one_of(_OBJECT, content, chance, lambda _: other)


def _nest(content: bytes, chance: Random) -> bytes:
    deep = chance.choice((20, 600, 30_000))
    opened, closed = chance.choice(((b"[", b"]"), (b"<<", b">>"), (b"<</A", b">>"), (b"(", b")")))
    return _at_one_of(_NUMBER, content, chance, lambda _: opened * deep + closed * deep)


def _at_one_of(
    pattern: "re.Pattern[bytes]", content: bytes, chance: Random, made: Callable[[bytes], bytes]
) -> bytes:
    found = list(pattern.finditer(content))
    if not found:
        return _flip(content, chance)
    place = chance.choice(found)
    return content[: place.start()] + made(place[0]) + content[place.end() :]


def _of_parts(change: "Callable[[list[Part], Random], list[Part]]") -> Change:
    """A change of chunks, segments or boxes, written with lengths and sums that are right."""

    def changed(content: bytes, chance: Random) -> bytes:
        parts = chunks_of(content) or segments_of(content) or boxes_of(content)
        if not parts:
            return _flip(content, chance)
        return b"".join(part.written() for part in change(parts, chance))

    return changed


def _drop(parts: list[Part], chance: Random) -> list[Part]:
    left = chance.randrange(len(parts))
    return [part for place, part in enumerate(parts) if place != left]


def _repeat(parts: list[Part], chance: Random) -> list[Part]:
    place = chance.randrange(len(parts))
    return parts[:place] + [parts[place]] * chance.choice((2, 3, 200)) + parts[place + 1 :]


def _shuffle(parts: list[Part], chance: Random) -> list[Part]:
    return chance.sample(parts, len(parts))


def _spoil(parts: list[Part], chance: Random) -> list[Part]:
    """What one of them holds, nested ones too; its length and sum stay right."""
    place = chance.randrange(len(parts))
    how = chance.choice((_flip, _extreme, _cut_end, _double, _blank))
    parts[place] = parts[place].with_content(lambda inner: how(inner, chance), chance)
    return parts


def _resize(parts: list[Part], chance: Random) -> list[Part]:
    """The head of the picture, or the heads of tracks, tell other measures."""
    heads = [n for n, part in enumerate(parts) if part.name in _HEADS] or [0]
    place = chance.choice(heads)
    parts[place] = parts[place].with_content(lambda inner: _extreme(inner, chance), chance)
    return parts


def _misstate(parts: list[Part], chance: Random) -> list[Part]:
    """One tells a length that is not its own."""
    place = chance.randrange(len(parts))
    parts[place] = parts[place].telling(chance.choice((*_EXTREMES, 8, 12)))
    return parts


def _nest_parts(parts: list[Part], chance: Random) -> list[Part]:
    """One of them within itself, many times."""
    place = chance.randrange(len(parts))
    for _ in range(chance.choice((3, 40, 1500))):
        parts[place] = parts[place].within_itself()
    return parts


_HEADS = (b"IHDR", b"\xc0", b"\xc2", b"moov", b"trak", b"tkhd", b"stsd")
_OF_ALL: Sequence[Change] = (_flip, _cut_end, _cut_out, _double, _insert, _blank, _swap, _extreme)
_OF_PACKED: Sequence[Change] = (_misdirect,) * 6
_OF_PDF: Sequence[Change] = (
    *(_renumber, _renumber, _lead_elsewhere, _lead_elsewhere),
    *(_rename, _repack, _repack, _exchange, _nest),
)
_OF_PARTS: Sequence[Change] = tuple(
    _of_parts(each)
    for each in (_drop, _repeat, _shuffle, _spoil, _spoil, _spoil, _resize, _misstate, _nest_parts)
)
