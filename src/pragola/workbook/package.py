"""The outside of an Excel file, checked before anything inside it is believed.

The file is unpacked here once, counting what really comes out; readers are given the few
parts they need and never see the file itself.
"""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from pragola.scoring.faults import Fault
from pragola.workbook.validation import AnswersFaultyError

LARGEST_FILE = 32 * 1024 * 1024
LARGEST_UNPACKED = 64 * 1024 * 1024
_MOST_PARTS = 2_000
_CHUNK = 256 * 1024

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED_FLAG = 0x1
_NEEDED = (
    "xl/workbook.xml",
    "xl/_rels/",
    "xl/worksheets/",
    "xl/sharedstrings",
    "xl/styles",
)
_MACROS = ("vbaproject.bin", "xl/macrosheets/")

type Progress = Callable[[int, int], None]


def looks_like_workbook(head: bytes) -> bool:
    """Whether a file that begins so is one that Excel would open as a workbook."""
    return head.startswith((_ZIP, _OLE))


def open_package(path: Path, *, progress: Progress | None = None) -> dict[str, bytes]:
    """The parts of the file that are read, within all limits.

    Raises AnswersFaultyError when the file is not to be opened.
    """
    if path.stat().st_size > LARGEST_FILE:
        raise _refused("file_too_large", expected=_megabytes(LARGEST_FILE))
    with path.open("rb") as file:
        if file.read(len(_OLE)) == _OLE:
            raise _refused(_kind_of_ole(path))
    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_by_directory(archive)
            return _unpacked(archive, progress)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise _refused("file_damaged") from error


def _kind_of_ole(path: Path) -> str:
    tail = b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            if _ENCRYPTED_STREAM in tail + chunk:
                return "file_encrypted"
            tail = chunk[-len(_ENCRYPTED_STREAM) :]
    return "file_old_excel"


def _refuse_by_directory(archive: zipfile.ZipFile) -> None:
    infos = archive.infolist()
    names = [info.filename.lower() for info in infos]
    if len(names) > _MOST_PARTS:
        raise _refused("too_many_parts", found=str(len(names)), expected=str(_MOST_PARTS))
    if any(info.flag_bits & _ENCRYPTED_FLAG for info in infos):
        raise _refused("file_encrypted")
    if any(macro in name for name in names for macro in _MACROS):
        raise _refused("file_with_macros")
    if "xl/workbook.xml" not in names:
        raise _refused("file_not_excel")
    if len(set(names)) < len(names):
        raise _refused("file_damaged")
    if sum(info.file_size for info in infos) > LARGEST_UNPACKED:
        raise _unpacked_too_large()


def _unpacked(archive: zipfile.ZipFile, progress: Progress | None) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    unpacked = 0
    infos = archive.infolist()
    total = sum(info.compress_size for info in infos)
    done = 0
    for info in infos:
        needed = info.filename.lower().startswith(_NEEDED)
        content = bytearray()
        for chunk in _chunks(archive, info):
            unpacked += len(chunk)
            if unpacked > LARGEST_UNPACKED:
                raise _unpacked_too_large()
            if needed:
                content += chunk
        if needed:
            parts[_usual_name(info.filename)] = bytes(content)
        done += info.compress_size
        if progress:
            progress(done, total)
    return parts


def _chunks(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(info) as part:
        while chunk := part.read(_CHUNK):
            yield chunk


def _usual_name(name: str) -> str:
    """The name as we look for it; some programs write others capitals."""
    usual = {"xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"}
    if name.lower() == "xl/sharedstrings.xml":
        return "xl/sharedStrings.xml"
    return name.lower() if name.lower() in usual else name


def _megabytes(size: int) -> str:
    return f"{size // (1024 * 1024)} MB"


def _unpacked_too_large() -> AnswersFaultyError:
    return _refused("unpacked_too_large", expected=_megabytes(LARGEST_UNPACKED))


def _refused(code: str, *, found: str = "", expected: str = "") -> AnswersFaultyError:
    return AnswersFaultyError(Fault(code=code, found=found, expected=expected))
