"""Pictures as cameras and screens make them, in two ways that share nothing.

The learned part takes the scenes of the checks' own tests; this module draws the held-out ones:
landscapes of sums of waves with trees and people, pages of applications in other colours.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

type Ground = NDArray[np.float64]


def landscape(seed: int, size: tuple[int, int] = (800, 600)) -> Image.Image:
    """Hills under a sky, with trees and people, and the grain of a small sensor."""
    dice = np.random.default_rng(seed)
    picture = Image.fromarray(_hills(dice, size))
    pen = ImageDraw.Draw(picture)
    for _ in range(40):
        _tree(pen, dice, size)
    for _ in range(12):
        _person(pen, dice, size)
    return _through_a_lens(picture, dice)


def crowd(seed: int, size: tuple[int, int] = (800, 600)) -> Image.Image:
    """A hall: rows of people on a patterned floor before a wall with windows."""
    dice = np.random.default_rng(seed)
    picture = Image.new("RGB", size, _tint(dice, 120, 200))
    pen = ImageDraw.Draw(picture)
    for left in range(20, size[0], size[0] // 5):
        pen.rectangle((left, 30, left + size[0] // 9, size[1] // 3), fill=_tint(dice, 180, 245))
    for row in range(size[1] // 2, size[1], 24):
        for column in range(0, size[0], 24):
            pen.rectangle((column, row, column + 23, row + 23), fill=_tint(dice, 60, 160))
    for _ in range(25):
        _person(pen, dice, size)
    return _through_a_lens(picture, dice)


def with_cloth(scene: Image.Image, lines: tuple[str, ...], *, tilt: float = 0) -> Image.Image:
    """The scene with a coloured cloth hung across it that bears lines in serif capitals."""
    wide = scene.width * 4 // 5
    cloth = Image.new("RGBA", (wide, 50 + 64 * len(lines)), (150, 20, 30, 255))
    pen = ImageDraw.Draw(cloth)
    for number, line in enumerate(lines):
        font = _fitting(line, wide - 60)
        pen.text((wide // 2, 56 + 64 * number), line, "#fff6d8", font, anchor="mm")
    cloth = cloth.rotate(tilt, expand=True, resample=Image.Resampling.BICUBIC)
    picture = scene.copy()
    picture.paste(cloth, ((scene.width - cloth.width) // 2, 40), cloth)
    return picture.filter(ImageFilter.GaussianBlur(0.6))


def dashboard(size: tuple[int, int] = (1366, 768)) -> Image.Image:
    """A dark page of an application with tiles, bars and a menu."""
    picture = Image.new("RGB", size, "#14181f")
    pen, font = ImageDraw.Draw(picture), ImageFont.truetype("DejaVuSans.ttf", 22)
    pen.rectangle((0, 0, 210, size[1]), fill="#1f2733")
    for number, word in enumerate(("Beranda", "Layanan", "Laporan", "Pengguna", "Keluar")):
        pen.text((30, 60 + 70 * number), word, "#d7dde6", font)
    for tile in range(3):
        left = 250 + 360 * tile
        pen.rounded_rectangle((left, 60, left + 320, 220), 14, fill="#263244")
        pen.text((left + 24, 84), f"Layanan {tile + 1}", "#9fb3c8", font)
    for bar in range(12):
        left = 260 + 85 * bar
        pen.rectangle((left, 680 - 30 * (bar % 7 + 2), left + 50, 680), fill="#3aa17e")
    return picture


def chat(size: tuple[int, int] = (720, 1560)) -> Image.Image:
    """Bubbles of a conversation on a telephone."""
    picture = Image.new("RGB", size, "#e8ded2")
    pen, font = ImageDraw.Draw(picture), ImageFont.truetype("DejaVuSerif.ttf", 26)
    pen.rectangle((0, 0, size[0], 120), fill="#2f6b4f")
    for number in range(9):
        left = 40 if number % 2 else 220
        top = 170 + 145 * number
        pen.rounded_rectangle((left, top, left + 440, top + 110), 22, fill="#fffefb")
        pen.text((left + 26, top + 36), f"Antrean nomor {number + 11}", "#30302c", font)
    return picture


def _hills(dice: np.random.Generator, size: tuple[int, int]) -> NDArray[np.uint8]:
    width, height = size
    down, across = np.mgrid[0:height, 0:width]
    ground = np.stack([200 - down / height * 60, 215 - down / height * 40, 235 - down * 0], axis=2)
    for layer in range(4):
        waves = sum(
            np.sin(across / dice.uniform(20, 160) + dice.uniform(0, 6)) * dice.uniform(4, 22)
            for _ in range(5)
        )
        below = down > height * (0.35 + 0.15 * layer) + waves
        shade = np.array(_tint(dice, 40, 150)) + (dice.normal(0, 9, (height, width, 1)))
        ground = np.where(below[..., None], shade, ground)
    return ground.clip(0, 255).astype(np.uint8)


def _tree(pen: ImageDraw.ImageDraw, dice: np.random.Generator, size: tuple[int, int]) -> None:
    left, foot = int(dice.integers(0, size[0])), int(dice.integers(size[1] // 2, size[1]))
    tall = int(dice.integers(40, 120))
    pen.line((left, foot, left, foot - tall // 2), fill=_tint(dice, 40, 90), width=5)
    for _ in range(14):
        x, y = left + int(dice.normal(0, tall / 5)), foot - tall // 2 - int(dice.uniform(0, tall))
        pen.ellipse((x - 9, y - 7, x + 9, y + 7), fill=_tint(dice, 30, 140))


def _person(pen: ImageDraw.ImageDraw, dice: np.random.Generator, size: tuple[int, int]) -> None:
    left, foot = int(dice.integers(20, size[0] - 20)), int(dice.integers(size[1] // 2, size[1]))
    cloth = _tint(dice, 20, 240)
    pen.polygon(
        (left - 22, foot, left + 22, foot, left + 13, foot - 70, left - 13, foot - 70), cloth
    )
    pen.ellipse((left - 12, foot - 98, left + 12, foot - 68), fill=(150, 105, 80))
    pen.arc((left - 12, foot - 99, left + 12, foot - 70), 180, 360, fill=(25, 20, 18), width=8)


def _through_a_lens(picture: Image.Image, dice: np.random.Generator) -> Image.Image:
    soft = np.asarray(picture.filter(ImageFilter.GaussianBlur(0.7))).astype(np.float64)
    return Image.fromarray((soft + dice.normal(0, 5, soft.shape)).clip(0, 255).astype(np.uint8))


def _fitting(line: str, width: int) -> ImageFont.FreeTypeFont:
    size = 54
    while size > 20 and ImageFont.truetype("DejaVuSerif-Bold.ttf", size).getlength(line) > width:
        size -= 2
    return ImageFont.truetype("DejaVuSerif-Bold.ttf", size)


def _tint(dice: np.random.Generator, least: int, most: int) -> tuple[int, int, int]:
    red, green, blue = (int(each) for each in dice.integers(least, most, 3))
    return red, green, blue
