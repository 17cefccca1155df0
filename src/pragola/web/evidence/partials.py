"""The part of a file that is here already: the file on the disk is the only truth about it."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import IO, BinaryIO

from django.conf import settings

_BLOCK = 64 * 1024


class BeingWrittenError(Exception):
    """Somebody else is writing to this file at this moment."""


def partial_path(arrival_id: str) -> Path:
    """Where the bytes of an arrival are gathered."""
    return Path(settings.ARRIVALS) / arrival_id


def create_partial(arrival_id: str) -> None:
    """An empty file to begin with."""
    path = partial_path(arrival_id)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(exist_ok=False)


def offset_of(arrival_id: str) -> int:
    """How many bytes are here; 0 where nothing ever came or it was taken away."""
    try:
        return partial_path(arrival_id).stat().st_size
    except FileNotFoundError:
        return 0


@contextmanager
def locked(arrival_id: str) -> Iterator[BinaryIO]:
    """The file, for one writer alone; a lock dies with the process that holds it.

    Raises BeingWrittenError, and FileNotFoundError where there is no such file.
    """
    with partial_path(arrival_id).open("r+b") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BeingWrittenError from None
        yield file


def append(file: BinaryIO, source: IO[bytes], *, most: int) -> int:
    """Write what the source still gives, at most so many bytes; the size of the file then.

    A source that breaks off in the middle leaves what came.
    """
    file.seek(0, os.SEEK_END)
    left = most - file.tell()
    try:
        while left > 0 and (block := source.read(min(_BLOCK, left))):
            file.write(block)
            left -= len(block)
    except OSError:
        # The connection was cut. What came is kept, and the sender goes on from there.
        pass
    file.flush()
    os.fsync(file.fileno())
    return file.tell()


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, read in blocks."""
    digest = sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def forget_partial(arrival_id: str) -> None:
    """Take the gathered bytes away."""
    partial_path(arrival_id).unlink(missing_ok=True)
