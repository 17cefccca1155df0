"""Files lie under their content and are written once."""

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
