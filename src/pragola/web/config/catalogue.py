"""The English catalogue: kept as text, compiled for gettext where the site's own files lie."""

import ast
from hashlib import sha256
from pathlib import Path
from struct import pack
from tempfile import NamedTemporaryFile

_MAGIC = 0x950412DE
_HEADER_SIZE = 28
_ENTRY_SIZE = 8
_NAME_LENGTH = 16


def compiled_catalogues(source: Path, target: Path) -> Path:
    """A folder under `target` with the .mo of every .po under `source`; made once per content."""
    catalogues = sorted(source.rglob("*.po"))
    digest = sha256(b"".join(path.read_bytes() for path in catalogues)).hexdigest()
    folder = target / digest[:_NAME_LENGTH]
    for path in catalogues:
        _write_once(folder / path.relative_to(source).with_suffix(".mo"), path)
    return folder


def messages_of(catalogue: str) -> dict[str, str]:
    """Each message of a .po text with its translation; the empty message is the header."""
    messages: dict[str, list[str]] = {"msgid": [], "msgstr": []}
    found: dict[str, str] = {}
    part = "msgstr"
    for line in [*catalogue.splitlines(), 'msgid ""']:
        keyword, _, text = line.partition(" ")
        if keyword == "msgid":
            found["".join(messages["msgid"])] = "".join(messages["msgstr"])
            messages = {"msgid": [], "msgstr": []}
        if keyword in messages:
            part = keyword
            messages[part].append(ast.literal_eval(text))
        elif line.startswith('"'):
            messages[part].append(ast.literal_eval(line))
    return found


def as_mo(messages: dict[str, str]) -> bytes:
    """The messages in the binary form that gettext reads, untranslated ones left out."""
    pairs = sorted((i.encode(), s.encode()) for i, s in messages.items() if s)
    starts = _HEADER_SIZE + 2 * _ENTRY_SIZE * len(pairs)
    header = pack(
        "<7I",
        *(_MAGIC, 0, len(pairs), _HEADER_SIZE, _HEADER_SIZE + _ENTRY_SIZE * len(pairs), 0, starts),
    )
    tables, texts = b"", b""
    for column in zip(*pairs, strict=True):
        for text in column:
            tables += pack("<2I", len(text), starts + len(texts))
            texts += text + b"\0"
    return header + tables + texts


def _write_once(path: Path, source: Path) -> None:
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    # Two processes may start at once: whoever is later replaces a whole file by the same one.
    with NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(as_mo(messages_of(source.read_text(encoding="utf-8"))))
    Path(file.name).replace(path)
