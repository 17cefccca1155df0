"""Pages and pictures as small pictures for a screen.

A file comes from somebody unknown, so `main` is run as a process of its own, which limits its
memory and time before it opens anything. It prints the number of pages, or nothing on failure.
"""

import resource
import sys
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

_MOST_MEMORY = 2 * 1024**3
_MOST_SECONDS = 20
_MOST_PIXELS = 80_000_000
_QUALITY = 80
_PICTURES = ("JPEG", "PNG")
WIDEST = 1600


def pages_in(path: Path, media_type: str) -> int:
    """How many pages a PDF has; a picture that is one has one."""
    if media_type != "application/pdf":
        with Image.open(path, formats=_PICTURES) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                raise Image.DecompressionBombError(picture.size)
            picture.verify()
        return 1
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def write_picture(path: Path, media_type: str, *, page: int, width: int, target: Path) -> None:
    """One page, counted from 1, as a WebP of at most that width. Raises IndexError past the end."""
    is_pdf = media_type == "application/pdf"
    picture = _pdf_page(path, page, width) if is_pdf else _picture(path)
    picture.thumbnail((width, width * 4))
    picture.convert("RGB").save(target, "WEBP", quality=_QUALITY)


def _pdf_page(path: Path, page: int, width: int) -> Image.Image:
    document = pypdfium2.PdfDocument(path)
    try:
        if not 1 <= page <= len(document):
            raise IndexError(page)
        sheet = document[page - 1]
        across, down = sheet.get_size()
        scale = min(width / max(across, 1), (_MOST_PIXELS / max(across * down, 1)) ** 0.5)
        picture: Image.Image = sheet.render(scale=scale).to_pil()
        return picture
    finally:
        document.close()


def _picture(path: Path) -> Image.Image:
    with Image.open(path, formats=_PICTURES) as opened:
        upright: Image.Image = ImageOps.exif_transpose(opened)
        return upright.copy()


def main() -> int:
    """PATH MEDIA_TYPE [PAGE WIDTH TARGET]: write a picture where asked for, print the pages."""
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))
    path, media_type, *wanted = sys.argv[1:]
    try:
        if wanted:
            page, width, target = wanted
            write_picture(
                Path(path), media_type, page=int(page), width=int(width), target=Path(target)
            )
        sys.stdout.write(f"{pages_in(Path(path), media_type)}\n")
    except Exception as error:
        # Whatever is wrong with a stranger's file, the answer is the same: it cannot be shown.
        sys.stderr.write(f"{type(error).__name__}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
