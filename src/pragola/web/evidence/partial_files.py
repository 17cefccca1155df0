"""Files of which a part has come. How much is here, tells the file itself and nothing else."""

import fcntl
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from io import FileIO
from pathlib import Path

from django.conf import settings

from pragola.web.evidence.faults import ArrivalError

SILENT_FOR = 15
"""Seconds without a byte after which another request may go on in a writer's place: its link is
dead, though nobody has told the server."""
_LOCK = ".lock"


def path_of(arrival_id: str) -> Path:
    """Where the bytes lie that have come; the sender's own name is not in it."""
    return Path(settings.ARRIVALS) / arrival_id


def bytes_here(arrival_id: str) -> int:
    """How many bytes have come."""
    try:
        return path_of(arrival_id).stat().st_size
    except FileNotFoundError:
        return 0


def append(
    arrival_id: str, blocks: Iterable[bytes], *, offset: int, size: int, at: datetime
) -> int:
    """Write the blocks behind the first `offset` bytes; how many bytes are here then.

    Whatever was written stays, whatever happens next. Raises ArrivalError where somebody else is
    writing, where another number of bytes is here, and where more comes than was announced.
    """
    path = path_of(arrival_id)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab", buffering=0) as file, _announced(path, at):
        _must_stand_at(file, offset)
        position = offset
        for block in blocks:
            position = _write(file, block, position=position, size=size)
        os.fsync(file.fileno())
    return position


def forget(arrival_id: str) -> None:
    """Remove what has come."""
    path = path_of(arrival_id)
    path.unlink(missing_ok=True)
    path.with_name(path.name + _LOCK).unlink(missing_ok=True)


def names_here() -> list[str]:
    """The arrivals of which something lies here."""
    folder = Path(settings.ARRIVALS)
    names = {path.name.removesuffix(_LOCK) for path in folder.iterdir()} if folder.exists() else ()
    return sorted(names)


@contextmanager
def _announced(path: Path, at: datetime) -> Iterator[None]:
    """Be the one who writes. The lock dies with its process, and yields when it falls silent."""
    with path.with_name(path.name + _LOCK).open("ab") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if at.timestamp() - path.stat().st_mtime < SILENT_FOR:
                raise ArrivalError("arrival_busy") from None
        yield


def _write(file: FileIO, block: bytes, *, position: int, size: int) -> int:
    if position + len(block) > size:
        raise ArrivalError("arrival_longer", expected_bytes=size)
    # A silent writer may wake up: each block goes exactly behind the one before it, or nowhere.
    fcntl.flock(file, fcntl.LOCK_EX)
    try:
        _must_stand_at(file, position)
        rest = memoryview(block)
        while rest:
            rest = rest[file.write(rest) :]
    finally:
        fcntl.flock(file, fcntl.LOCK_UN)
    return position + len(block)


def _must_stand_at(file: FileIO, position: int) -> None:
    here = os.fstat(file.fileno()).st_size
    if here != position:
        raise ArrivalError("arrival_offset_differs", here=here, told=position)
