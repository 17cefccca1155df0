"""Files lie under their content and are written once."""

import os
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from django.core.files.base import ContentFile

from pragola.web.evidence.store import ContentStore, place_of

CONTENT = b"bukti dukung"
PLACE = place_of(sha256(CONTENT).hexdigest())


def test_a_file_lies_under_its_digest(tmp_path: Path) -> None:
    """Two folders deep, whole, with nothing half written beside it."""
    store = ContentStore(location=tmp_path)
    assert store.save(PLACE, ContentFile(CONTENT)) == PLACE
    found = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [(path.relative_to(tmp_path).as_posix(), path.read_bytes()) for path in found] == [
        (PLACE, CONTENT)
    ]


def test_what_is_there_is_never_written_again(tmp_path: Path) -> None:
    """The same name means the same bytes; nobody overwrites them."""
    store = ContentStore(location=tmp_path)
    store.save(PLACE, ContentFile(CONTENT))
    store.save(PLACE, ContentFile(b"lain"))
    assert store.open(PLACE).read() == CONTENT


def test_what_a_dead_process_left_half_written_goes_when_it_is_old(tmp_path: Path) -> None:
    """What is being written now stays, and so does all that is whole."""
    store = ContentStore(location=tmp_path)
    store.save(PLACE, ContentFile(CONTENT))
    for name, written in (("lama", 1_000), ("baru", 3_000)):
        path = tmp_path / ".coming" / name
        path.write_bytes(b"separuh")
        os.utime(path, (written, written))
    store.forget_half_written(before=datetime.fromtimestamp(2_000, UTC))
    left = sorted(path.name for path in tmp_path.rglob("*") if path.is_file())
    assert left == sorted(["baru", Path(PLACE).name])
