"""Files for a moment, for readers and writers that want a path."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files.base import File


@contextmanager
def new_file(suffix: str) -> Iterator[Path]:
    """A path to write to; the file is gone afterwards."""
    with TemporaryDirectory(prefix="pragola-") as folder:
        yield Path(folder) / f"file{suffix}"


@contextmanager
def as_path(file: "File[bytes]", *, suffix: str) -> Iterator[Path]:
    """What was handed in, as a file with a path; it is gone afterwards."""
    with new_file(suffix) as path:
        with path.open("wb") as target:
            target.writelines(file.chunks())
        yield path
