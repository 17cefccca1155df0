"""Files are what their content says, and only one thing at a time."""

from pathlib import Path

import pytest

from pragola.web.evidence.faults import RefusalError
from pragola.web.evidence.file_checks import content_of
from tests.web.evidence.sending import PDF, a_picture, a_video, a_zip

JPEG = a_picture("JPEG")
PNG = a_picture("PNG")
PPTX = a_zip("[Content_Types].xml", "ppt/presentation.xml")
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000
PRESENTATION = "PowerPoint Document".encode("utf-16-le")
MACROS = "_VBA_PROJECT".encode("utf-16-le")

GOOD = {
    "pdf": PDF,
    "jpeg": JPEG,
    "png": PNG,
    "mp4": a_video(),
    "mov": a_video(b"qt  "),
    "pptx": PPTX,
    "ppt": OLD_OFFICE + PRESENTATION,
}
BAD = {
    "a page": (b"<!doctype html><script>alert(1)</script>", "arrival_foreign"),
    "a drawing with a script": (b"<svg xmlns='x'><script/></svg>", "arrival_foreign"),
    "an archive": (a_zip("a.txt"), "arrival_archive"),
    "a text document": (a_zip("word/document.xml"), "arrival_office"),
    "a program": (b"MZ" + b"\0" * 200, "arrival_foreign"),
    "a shell script": (b"#!/bin/sh\nrm -rf /\n", "arrival_foreign"),
    "an old text document": (OLD_OFFICE, "arrival_office"),
    "a gif": (b"GIF89a" + b"\0" * 50, "arrival_foreign"),
    "a photo of a phone": (b"\0\0\0\x18ftypheic\0\0\0\0", "arrival_heic"),
    "a page in front of a document": (b"<html>" + PDF, "arrival_foreign"),
    "a page within a document": (b"%PDF-1.4\n<html><script>" + PDF, "arrival_disguised"),
    "a page within a picture": (
        JPEG[:2] + b"\xff\xfe\x00\x20<script>alert(1)</script>    " + JPEG[2:],
        "arrival_disguised",
    ),
    "an archive behind a document": (PDF + a_zip("a.exe"), "arrival_disguised"),
    "an archive behind a photo": (JPEG + a_zip("a.exe"), "arrival_disguised"),
    "an archive behind a picture": (PNG + a_zip("a.exe"), "arrival_disguised"),
    "an archive behind a video": (a_video() + a_zip("a.exe"), "arrival_disguised"),
    "a document without its end": (PDF.replace(b"%%EOF", b""), "arrival_cut_short"),
    "a picture without its end": (PNG[:-20], "arrival_cut_short"),
    "a picture that is none": (b"\xff\xd8\xff\xe0" + b"\0" * 100, "arrival_cut_short"),
    "a video without its index": (a_video(moov=False), "arrival_cut_short"),
    "a video without its end": (a_video()[:-5], "arrival_cut_short"),
    "slides with macros": (
        a_zip("ppt/presentation.xml", "ppt/vbaProject.bin"),
        "arrival_macros",
    ),
    "old slides with macros": (OLD_OFFICE + PRESENTATION + MACROS, "arrival_macros"),
    "a broken archive": (PPTX[:60], "arrival_cut_short"),
    "a single byte": (b"%", "arrival_foreign"),
}


@pytest.mark.parametrize("code", GOOD)
def test_what_is_asked_for_is_recognised(code: str, tmp_path: Path) -> None:
    """By its content, whatever its name."""
    path = tmp_path / "tanpa-nama"
    path.write_bytes(GOOD[code])
    assert content_of(path).code == code


@pytest.mark.parametrize("name", BAD)
def test_what_nobody_should_open_is_refused(name: str, tmp_path: Path) -> None:
    """Each with its own reason."""
    content, code = BAD[name]
    path = tmp_path / "surat.pdf"
    path.write_bytes(content)
    with pytest.raises(RefusalError) as raised:
        content_of(path)
    assert raised.value.code == code
