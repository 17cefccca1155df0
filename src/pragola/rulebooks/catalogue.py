"""The editions of Pragola and the folders they are read from."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from pragola.rulebooks.desk import Desk, Mark
from pragola.rulebooks.edition_reader import edition_from
from pragola.rulebooks.fields import shown, unknown_name
from pragola.rulebooks.nodes import MOST_BYTES, Entries, Entry, Node, Text, nodes_of
from pragola.rulebooks.overlay import overlaid
from pragola.scoring.edition import Edition
from pragola.scoring.faults import Fault, PragolaError

EDITIONS = Path(__file__).parent / "editions"
EDITION_FILE, INDICATORS_FILE = "edition.yaml", "indicators.yaml"


class EditionUnknownError(PragolaError):
    """A code that no edition of ours has."""


class EditionFaultyError(PragolaError):
    """Edition files with faults; carries all of them."""


@cache
def edition_codes() -> tuple[str, ...]:
    """The codes of our editions, in order."""
    return tuple(sorted(folder.name for folder in EDITIONS.iterdir() if folder.is_dir()))


@cache
def load_edition(code: str) -> Edition:
    """Our edition of that code. Raises EditionUnknownError."""
    if code not in edition_codes():
        expected = ", ".join(edition_codes())
        raise EditionUnknownError(Fault(code="edition_unknown", found=code, expected=expected))
    return read_edition(EDITIONS / code)


def read_edition(folder: Path) -> Edition:
    """The edition in a folder, which may extend one of ours.

    Raises EditionFaultyError with all faults, each with file and line.
    """
    desk = Desk()
    files = _Files(desk)
    root, based_on = _merged(folder, files, label="")
    edition = edition_from(root, desk, based_on=based_on, digest=files.digest)
    if desk.number:
        raise EditionFaultyError(*desk.faults)
    return edition


class _Files:
    """Reads files into nodes and keeps the digest of all it has read."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._hash = sha256()

    @property
    def digest(self) -> str:
        """SHA-256 over the names, sizes and contents of the files read so far."""
        return self._hash.hexdigest()

    def read(self, path: Path, *, label: str) -> Node | None:
        """The nodes of a file, called `label` in faults; None where it cannot be read."""
        try:
            with path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
        except OSError:
            self.desk.fault("file_missing", Mark(label, 1), found=path.name)
            return None
        self._hash.update(f"{path.name} {len(content)}\n".encode())
        self._hash.update(content)
        return nodes_of(content, file=label, desk=self.desk)


def _merged(folder: Path, files: _Files, *, label: str) -> tuple[Entries, str]:
    """The nodes of a folder's edition with those of its base, and the base's code."""
    desk = files.desk
    root = _root(folder, files, label=label)
    extends = root.get("extends")
    if extends is None:
        return _with_indicators(root, folder, files, label=label), ""
    base = shown(extends)
    if base not in edition_codes():
        unknown_name("base_edition_unknown", Text(base, extends.mark), edition_codes(), desk)
        raise EditionFaultyError(*desk.faults)
    if (folder / INDICATORS_FILE).exists():
        desk.fault("file_not_expected", Mark(f"{label}{INDICATORS_FILE}", 1))
    merged, _ = _merged(EDITIONS / base, files, label=f"{base}/")
    return overlaid(merged, root, desk), base


def _root(folder: Path, files: _Files, *, label: str) -> Entries:
    node = files.read(folder / EDITION_FILE, label=f"{label}{EDITION_FILE}")
    if isinstance(node, Entries):
        return node
    if node is not None:
        files.desk.fault("not_a_mapping", node.mark, found=shown(node))
    raise EditionFaultyError(*files.desk.faults)


def _with_indicators(root: Entries, folder: Path, files: _Files, *, label: str) -> Entries:
    """The root with the indicators of their own file, without them where it is faulty."""
    written = root.get("indicators")
    if written is not None:
        files.desk.fault("key_unknown", written.mark, found="indicators")
        kept = tuple(entry for entry in root.entries if entry.key.text != "indicators")
        return root._replace(entries=kept)
    node = files.read(folder / INDICATORS_FILE, label=f"{label}{INDICATORS_FILE}")
    if node is None:
        return root
    entry = Entry(Text("indicators", node.mark), node)
    return root._replace(entries=(*root.entries, entry))
