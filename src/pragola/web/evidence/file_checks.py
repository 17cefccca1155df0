"""Strict looks into a file that has come: it is one thing only, and all of it is there."""

import io
import os
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO

import puremagic
from PIL import Image, UnidentifiedImageError

from pragola.inspection.formats import (
    JPEG,
    MOV,
    MP4,
    PDF,
    PNG,
    PPT,
    PPTX,
    Format,
    format_by_beginning,
    is_photo_of_phone,
)
from pragola.inspection.packed import names_in
from pragola.web.evidence.faults import RefusalError

_HEAD = 4096
_TAIL = 65_536
_BLOCK = 1024 * 1024
_PAGE_SIGNS = (b"<script", b"<html", b"<!doctype", b"<svg", b"<?php", b"<iframe")
_PRESENTATION = "PowerPoint Document".encode("utf-16-le")
_OLD_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_OFFICE = (b"word/", b"xl/", b"content.xml")
"""How parts of text documents and tables are named, in Microsoft's and in the open format."""
_MOST_BOXES = 10_000


def content_of(path: Path) -> Format:
    """What the file is, by its content. Raises RefusalError for what nobody should open."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    found = format_by_beginning(head)
    if found is None:
        raise RefusalError("arrival_heic" if is_photo_of_phone(head) else "arrival_foreign")
    if any(sign in head.lower() for sign in _PAGE_SIGNS):
        raise RefusalError("arrival_disguised")
    if found is not PPTX and zipfile.is_zipfile(path):
        raise RefusalError("arrival_disguised")
    _CHECKS[found.code](path)
    return found


def looks_like(path: Path) -> str:
    """What a stranger's file seems to be, for the log: an ending, or nothing."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    try:
        return str(puremagic.from_string(head))
    except (puremagic.PureError, ValueError):
        return ""


def _check_pdf(path: Path) -> None:
    if b"%%EOF" not in _tail(path):
        raise RefusalError("arrival_cut_short")


def _check_picture(path: Path) -> None:
    try:
        with Image.open(path, formats=("JPEG", "PNG")) as picture:
            picture.verify()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError) as error:
        raise RefusalError("arrival_cut_short") from error


def _check_png(path: Path) -> None:
    _check_picture(path)
    if b"IEND\xaeB`\x82" not in _tail(path):
        raise RefusalError("arrival_cut_short")


def _check_video(path: Path) -> None:
    """Walk over its outermost boxes; without the one named `moov` nobody can play it."""
    whole = path.stat().st_size
    with path.open("rb") as file:
        position, names = 0, set[bytes]()
        while position + 8 <= whole and len(names) < _MOST_BOXES:
            name, size = _box(file, position, whole)
            if size < 8 or not name.isalnum():
                break
            names.add(name)
            position += size
    if b"moov" not in names or position > whole:
        raise RefusalError("arrival_cut_short")


def _box(file: IO[bytes], position: int, whole: int) -> tuple[bytes, int]:
    file.seek(position)
    header = file.read(16)
    size = int.from_bytes(header[:4], "big")
    if size == 1:
        size = int.from_bytes(header[8:16], "big")
    return header[4:8], size or whole - position


def _check_pptx(path: Path) -> None:
    names = {name.lower() for name in names_in(path)}
    if not names:
        raise RefusalError("arrival_cut_short")
    if b"ppt/presentation.xml" not in names:
        office = any(name.startswith(_OFFICE) for name in names)
        raise RefusalError("arrival_office" if office else "arrival_archive")
    if any(name.endswith(b"vbaproject.bin") for name in names):
        raise RefusalError("arrival_macros")


def _check_ppt(path: Path) -> None:
    if not _contains(path, _PRESENTATION):
        raise RefusalError("arrival_office")
    if _contains(path, _OLD_MACROS):
        raise RefusalError("arrival_macros")


def _contains(path: Path, words: bytes) -> bool:
    with path.open("rb") as file:
        kept = b""
        while block := file.read(_BLOCK):
            if words in kept + block:
                return True
            kept = block[-len(words) :]
    return False


def _tail(path: Path) -> bytes:
    with path.open("rb") as file:
        file.seek(0, os.SEEK_END)
        file.seek(max(file.tell() - _TAIL, 0), io.SEEK_SET)
        return file.read()


_CHECKS: Mapping[str, Callable[[Path], None]] = {
    PDF.code: _check_pdf,
    JPEG.code: _check_picture,
    PNG.code: _check_png,
    MP4.code: _check_video,
    MOV.code: _check_video,
    PPT.code: _check_ppt,
    PPTX.code: _check_pptx,
}
