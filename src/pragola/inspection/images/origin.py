"""Whether a picture is a photograph or was made on a screen, by features that can be told."""

from dataclasses import dataclass

import numpy as np
from PIL import Image

from pragola.inspection.findings import Finding, Severity
from pragola.inspection.images.opening import Opened

_FLAT = 50
"""Percent of points exactly like their left and upper neighbours. A lens never gives two like
points for long: photographs have under 25, those with burnt-out sky or black night included;
screens, drawings and posters mostly over 60."""
NEARLY_NONE_FLAT = 25
"""Percent below which a picture without a camera's name may be a photograph."""
_MOST_SIDE = 3000
"""Of a larger picture the middle is measured; nothing on a screen is that large."""
_MAKER, _MODEL = 0x010F, 0x0110
_LONGEST_NAME = 60

_SCREENS = frozenset(
    {
        # Phones, upright.
        *((640, 1136), (720, 1280), (720, 1520), (720, 1560), (720, 1600), (720, 1612)),
        *((750, 1334), (828, 1792), (1080, 1920), (1080, 2160), (1080, 2220), (1080, 2280)),
        *((1080, 2310), (1080, 2340), (1080, 2376), (1080, 2388), (1080, 2400), (1080, 2408)),
        *((1080, 2412), (1125, 2436), (1170, 2532), (1179, 2556), (1206, 2622), (1220, 2712)),
        *((1242, 2208), (1242, 2688), (1284, 2778), (1290, 2796), (1320, 2868), (1440, 2560)),
        *((1440, 2960), (1440, 3040), (1440, 3088), (1440, 3120), (1440, 3200)),
        # Tablets, upright.
        *((768, 1024), (800, 1280), (1200, 1920), (1200, 2000), (1536, 2048), (1600, 2560)),
        *((1620, 2160), (1640, 2360), (1668, 2224), (1668, 2388), (2048, 2732)),
        # Desks, lying.
        *((1024, 768), (1280, 720), (1280, 800), (1280, 1024), (1360, 768), (1366, 768)),
        *((1440, 900), (1536, 864), (1600, 900), (1680, 1050), (1920, 1080), (1920, 1200)),
        *((2560, 1080), (2560, 1440), (2560, 1600), (2880, 1800), (3440, 1440), (3840, 2160)),
    }
)
"""Width and height of screens as they are sold; cameras have 4:3 and 3:2 with other figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The features: the camera's name, percent of flat points, a screen's size, the format."""

    camera: str
    flat: int
    is_screen_size: bool
    format: str

    @property
    def is_screenshot(self) -> bool:
        """Flat, from no camera, and with the size of a screen or in the format of screenshots."""
        made_so = self.is_screen_size or self.format == "PNG"
        return not self.camera and self.flat >= _FLAT and made_so

    @property
    def is_photograph(self) -> bool:
        """From a camera, or without anything flat and in the format of photographs."""
        if self.camera:
            return self.flat < _FLAT
        return self.flat < NEARLY_NONE_FLAT and self.format == "JPEG"


def origin_of(opened: Opened) -> Origin:
    """The features of an opened picture."""
    width, height = opened.picture.size
    return Origin(
        camera=_camera(opened.exif),
        flat=flat_percent(opened.picture),
        is_screen_size=bool({(width, height), (height, width)} & _SCREENS),
        format=opened.format,
    )


def origin_findings(origin: Origin, *, photo_asked: bool) -> tuple[Finding, ...]:
    """What it seems to be; where a photograph is asked for, a screenshot is doubtful."""
    facts = (("flat", origin.flat), ("format", origin.format), ("camera", origin.camera))
    if origin.is_screenshot:
        code = "picture_should_be_photo" if photo_asked else "picture_is_screenshot"
        severity = Severity.DOUBTFUL if photo_asked else Severity.INFO
    elif origin.is_photograph:
        code = "picture_of_camera" if origin.camera else "picture_is_photo"
        severity = Severity.GOOD if photo_asked else Severity.INFO
    else:
        return ()
    return (Finding(code=code, severity=severity, check="picture_origin", facts=facts),)


def _camera(exif: Image.Exif) -> str:
    """Maker and model as one name; the model often begins with the maker."""
    maker, model = (_word(exif.get(tag)) for tag in (_MAKER, _MODEL))
    name = model if model.lower().startswith(maker.lower()) else f"{maker} {model}"
    return name.strip()[:_LONGEST_NAME]


def _word(value: object) -> str:
    text = value if isinstance(value, str) else ""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def flat_percent(picture: Image.Image) -> int:
    """Percent of points of a picture in RGB exactly like their left and upper neighbours."""
    points = np.asarray(_middle(picture))
    if min(points.shape[:2]) < 2:
        return 0
    corner, left, above = points[1:, 1:], points[1:, :-1], points[:-1, 1:]
    return int(100 * np.mean(((corner == left) & (corner == above)).all(axis=2)))


def _middle(picture: Image.Image) -> Image.Image:
    width, height = (min(side, _MOST_SIDE) for side in picture.size)
    left, top = (picture.width - width) // 2, (picture.height - height) // 2
    return picture.crop((left, top, left + width, top + height))
