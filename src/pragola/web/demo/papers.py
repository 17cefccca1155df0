"""Papers and pictures of the demonstration, made here; all of them say that they are invented."""

from collections.abc import Sequence
from io import BytesIO
from random import Random

import numpy as np
from PIL import Image, ImageDraw, ImageFont

_SCENE = (900, 600)
_LINE, _TOP, _LEFT, _LETTERS = 18, 780, 60, 80


def scene(about: str, lines: Sequence[str]) -> Image.Image:
    """A drawn scene with grain, another one for each subject, and a few lines at its foot."""
    chance = Random(about)
    picture = Image.new("RGB", _SCENE, _colour(chance))
    pen = ImageDraw.Draw(picture)
    for _ in range(14):
        left, top = chance.randrange(-200, 800), chance.randrange(-150, 500)
        across, down = chance.randrange(80, 500), chance.randrange(60, 400)
        draw = pen.ellipse if chance.random() < 1 / 2 else pen.rectangle
        draw((left, top, left + across, top + down), fill=_colour(chance))
    points = np.asarray(picture).astype(np.int16)
    grain = np.random.default_rng(chance.getrandbits(32)).integers(-9, 10, points.shape)
    grained = Image.fromarray((points + grain).clip(0, 255).astype(np.uint8))
    pen = ImageDraw.Draw(grained)
    pen.rectangle((0, 600 - 30 * len(lines) - 16, 900, 600), fill="white")
    for number, line in enumerate(reversed(lines), start=1):
        pen.text((20, 596 - 30 * number), line, fill="black", font=ImageFont.load_default(22))
    return grained


def as_jpeg(picture: Image.Image, *, quality: int = 80) -> bytes:
    """As a telephone would keep it, without day and place."""
    target = BytesIO()
    picture.save(target, "JPEG", quality=quality)
    return target.getvalue()


def text_pdf(text: str) -> bytes:
    """A paper of one page with a text layer; the same bytes whenever it is made."""
    told = "\n".join(_wrapped(line) for line in text.split("\n")).split("\n")
    shown = " T* ".join(f"({_escaped(line)}) Tj" for line in told)
    body = f"BT /F1 11 Tf {_LINE} TL {_LEFT} {_TOP} Td {shown} ET".encode("latin-1", "replace")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
        b"/Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(body), body),
    )
    return _with_table(objects)


def _with_table(objects: Sequence[bytes]) -> bytes:
    written, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(written))
    return written + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (size, table, end)


def _wrapped(line: str) -> str:
    rows = [""]
    for word in line.split():
        if len(rows[-1]) + len(word) >= _LETTERS:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    return "\n".join(rows)


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _colour(chance: Random) -> tuple[int, int, int]:
    red, green, blue = (chance.randrange(20, 236) for _ in range(3))
    return red, green, blue
