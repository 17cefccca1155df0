"""Pictures as cameras and screens make them, for tests."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

CAMERA: Mapping[int, Any] = {0x010F: "Kamera", 0x0110: "Kamera X1"}


def photograph(seed: int = 1, size: tuple[int, int] = (1200, 900)) -> Image.Image:
    """A scene of sky, ground and many things, with the grain of a lens."""
    chance = np.random.default_rng(seed)
    scene = Image.new("RGB", size, _colour(chance))
    pen = ImageDraw.Draw(scene)
    horizon = int(chance.integers(size[1] // 4, size[1] * 3 // 4))
    pen.rectangle((0, horizon, *size), fill=_colour(chance))
    for _ in range(60):
        left, top = (int(chance.integers(0, side)) for side in size)
        right, bottom = left + int(chance.integers(20, 300)), top + int(chance.integers(20, 300))
        draw = pen.ellipse if chance.random() < 0.5 else pen.rectangle
        draw((left, top, right, bottom), fill=_colour(chance))
    grain = chance.normal(0, 4, (size[1], size[0], 3))
    soft = np.asarray(scene.filter(ImageFilter.GaussianBlur(0.8)))
    return Image.fromarray((soft + grain).clip(0, 255).astype(np.uint8))


def screen(size: tuple[int, int] = (1080, 2400)) -> Image.Image:
    """A page of an application with bars, lines of text and buttons."""
    picture = Image.new("RGB", size, "white")
    pen, font = ImageDraw.Draw(picture), ImageFont.load_default(size=36)
    pen.rectangle((0, 0, size[0], 160), fill="#1a56db")
    for line in range(12):
        pen.text((60, 240 + 110 * line), f"Permohonan {line} sudah selesai", font=font, fill="#222")
    return picture


def with_banner(scene: Image.Image, name: str) -> Image.Image:
    """The scene with a white banner across it that bears a name."""
    picture = scene.copy()
    pen, font = ImageDraw.Draw(picture), ImageFont.load_default(size=56)
    pen.rectangle((100, 80, picture.width - 100, 240), fill="#f4f4f0")
    pen.text((140, 125), name, font=font, fill="#102040")
    return picture


def taken(*, on: str | None = None, at: tuple[Any, ...] | None = None) -> Image.Exif:
    """What a camera writes: its name, a day as `2026:03:14`, a place as references and degrees."""
    exif = Image.Exif()
    for tag, value in CAMERA.items():
        exif[tag] = value
    if on:
        exif.get_ifd(0x8769)[0x9003] = f"{on} 09:30:00"
    if at:
        exif.get_ifd(0x8825).update(dict(enumerate(at, start=1)))
    return exif


def saved(picture: Image.Image, path: Path, **how: Any) -> Path:
    """The picture in the format of the path's ending."""
    picture.save(path, **how)
    return path


def _colour(chance: np.random.Generator) -> tuple[int, int, int]:
    red, green, blue = (int(each) for each in chance.integers(20, 235, 3))
    return red, green, blue
