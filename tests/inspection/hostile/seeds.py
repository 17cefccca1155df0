"""Small files of every kind that inspection opens, to be spoiled."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import numpy as np
from PIL import Image, PngImagePlugin

from tests.inspection.documents.sheets import LINE, text_pdf
from tests.inspection.images.scenes import taken
from tests.inspection.videos.films import Film, made

_SMALL = (120, 90)
_KEPT = Path(__file__).with_name("seeds")
"""What is signed, locked or numbered by chance, and so would be another file every time: one-page
PDFs made once with pyHanko, `attached` with a file in it, `packed` with streams of objects."""


def seeds(folder: Path) -> dict[str, bytes]:
    """The files by name; the ending tells what they are."""
    found = _documents(folder) | _pictures() | _videos(folder) | _packed()
    return dict(sorted(found.items()))


def _documents(folder: Path) -> dict[str, bytes]:
    text = text_pdf(folder / "text.pdf", [LINE, f"{LINE} kedua", f"{LINE} ketiga"])
    sheet = _noise().convert("L").resize((210, 297))
    moment = datetime(2026, 3, 14).timetuple()
    scan = BytesIO()
    sheet.save(
        *(scan, "PDF"),
        resolution=25,
        save_all=True,
        append_images=[sheet.rotate(180)],
        creationDate=moment,
        modDate=moment,
    )
    kept = {each.name: each.read_bytes() for each in _KEPT.iterdir()}
    return {"text.pdf": text.read_bytes(), "scan.pdf": scan.getvalue(), **kept}


def _noise() -> Image.Image:
    chance = np.random.default_rng(7)
    points = chance.integers(0, 255, (*_SMALL[::-1], 3), dtype=np.uint8)
    return Image.fromarray(points)


def _pictures() -> dict[str, bytes]:
    picture = _noise()
    note = PngImagePlugin.PngInfo()
    note.add_text("Keterangan", "rekaan " * 40, zip=True)
    deep = np.arange(8100, dtype=np.uint16).reshape(90, 90)
    exif = taken(on="2026:03:14", at=("S", (6.0, 45.0, 0.0), "E", (111.0, 2.0, 0.0)))
    return {
        "plain.jpg": _saved(picture, "JPEG", exif=exif),
        "progressive.jpg": _saved(picture, "JPEG", progressive=True, quality=60),
        "four.jpg": _saved(picture.convert("CMYK"), "JPEG"),
        "plain.png": _saved(picture, "PNG", pnginfo=note, exif=exif),
        "palette.png": _saved(picture.quantize(16), "PNG", transparency=3),
        "deep.png": _saved(Image.fromarray(deep), "PNG"),
        "moving.png": _saved(picture, "PNG", save_all=True, append_images=[picture.rotate(180)]),
    }


def _saved(picture: Image.Image, kind: str, **how: Any) -> bytes:
    target = BytesIO()
    picture.save(target, kind, **how)
    return target.getvalue()


def _packed() -> dict[str, bytes]:
    """What begins like a presentation, and one that is."""
    names = {
        "papers.zip": ("surat.pdf", "foto/satu.jpg"),
        "letter.docx": ("[Content_Types].xml", "word/document.xml"),
        "slides.pptx": ("[Content_Types].xml", "ppt/presentation.xml", "ppt/slides/slide1.xml"),
    }
    return {name: zipped(inside) for name, inside in names.items()}


def zipped(names: Sequence[str], *, content: str = "rekaan " * 20) -> bytes:
    """A ZIP with these names, the same bytes every time."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as packed:
        for name in names:
            packed.writestr(ZipInfo(name), content)
    return target.getvalue()


def _videos(folder: Path) -> dict[str, bytes]:
    small = Film(seconds=2, size=(96, 64))
    kinds = {
        "plain.mp4": small,
        "quick.mp4": Film(seconds=2, size=(96, 64), flags="faststart"),
        "fragments.mp4": Film(seconds=3, size=(96, 64), every=1, flags="frag_keyframe+empty_moov"),
        "silent.mov": Film(seconds=2, size=(96, 64), loudness=None, turned=90),
        "old.mov": Film(seconds=1, size=(96, 64), codec="mpeg4"),
        "pictures.mov": Film(seconds=1, size=(96, 64), codec="mjpeg", pixels="yuvj420p"),
    }
    return {name: made(folder / name, film).read_bytes() for name, film in kinds.items()}
