"""Where evidence lies: under its SHA-256, written once and whole."""

import os
from datetime import datetime
from pathlib import Path
from shutil import copyfileobj
from tempfile import NamedTemporaryFile
from typing import IO

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage, Storage, storages


class ContentStore(FileSystemStorage):
    """A folder of files named by their content; a name that is there is never written again.

    A file appears under its name only when all of it is on the disk, so whatever carries a
    digest as its name has that digest, even after a crash in the middle of writing.
    """

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        """The name itself: who asks for a name that is there means the very same bytes."""
        del max_length
        return name

    def _save(self, name: str, content: "File[bytes]") -> str:
        path = Path(self.path(name))
        if path.exists():
            return name
        path.parent.mkdir(parents=True, exist_ok=True)
        self._coming.mkdir(exist_ok=True)
        with NamedTemporaryFile(dir=self._coming, delete=False) as partial:
            try:
                _write_through(content, partial.file)
            except OSError:
                Path(partial.name).unlink()
                raise
        Path(partial.name).replace(path)
        return name

    def forget_half_written(self, *, before: datetime) -> None:
        """Remove what a process that died was writing before that moment."""
        for path in self._coming.glob("*"):
            if path.stat().st_mtime < before.timestamp():
                path.unlink(missing_ok=True)

    @property
    def _coming(self) -> Path:
        return Path(self.location) / ".coming"


def evidence_store() -> Storage:
    """The store of the settings: a folder here, or another one in production."""
    return storages["evidence"]


def place_of(sha256: str) -> str:
    """Under which name a file lies in the store: `ab/cd/abcd…`."""
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"


def at_hand(sha256: str, folder: Path) -> Path:
    """The file's path where the store is a folder here, else that of a copy in `folder`."""
    store, name = evidence_store(), place_of(sha256)
    try:
        path = Path(store.path(name))
    except NotImplementedError:
        path = folder / "file"
        with store.open(name) as stored, path.open("wb") as own:
            copyfileobj(stored, own)
    return path


def _write_through(content: "File[bytes]", target: IO[bytes]) -> None:
    for chunk in content.chunks():
        target.write(chunk)
    target.flush()
    os.fsync(target.fileno())
