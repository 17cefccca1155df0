"""Pictures of many kinds, with what is true of each: state, quality, origin, camera, banner."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from tests.inspection.corpus.scenery import chat, crowd, dashboard, landscape, with_cloth
from tests.inspection.corpus.specimen import Make, Part, Specimen
from tests.inspection.images.scenes import photograph, screen, taken, with_banner

type Draw = Callable[[], Image.Image]

_NAMES: Mapping[Part, str] = {
    Part.LEARNED: "Antrean Ibu Sehat Pati",
    Part.HELD_OUT: "Gerobak Pustaka Keliling Kelurahan",
}
_YEAR: Mapping[Part, str] = {Part.LEARNED: "2026:03:14", Part.HELD_OUT: "2026:05:02"}
_OLD: Mapping[Part, str] = {Part.LEARNED: "2019:03:14", Part.HELD_OUT: "2023-12-30"}
_PLACES = {
    Part.LEARNED: ("S", (6.0, 45.0, 0.0), "E", (111.0, 2.0, 0.0)),
    Part.HELD_OUT: ("S", (7.0, 28.0, 30.5), "E", (110.0, 13.0, 3.0)),
}
_BLURS = {Part.LEARNED: (9.0,), Part.HELD_OUT: (7.0, 12.0)}


def pictures(part: Part) -> Iterator[Specimen]:
    """Those of one part."""
    yield from _photographs(part)
    yield from _poor(part)
    yield from _screens(part)
    yield from _spoilt(part)


def _photographs(part: Part) -> Iterator[Specimen]:
    """Good ones: with a banner, without, with what a camera writes."""
    good = {"picture_quality": {"picture_clear"}, "picture_state": set[str]()}
    named, photo = {"picture_names_innovation p1"}, {"picture_is_photo"}
    for name, scene in _with_names(part).items():
        yield _specimen(
            f"named-{name}", part, _jpeg(scene), good, picture_text=named, picture_origin=photo
        )
    unnamed, camera = {"picture_without_name p1"}, {"picture_of_camera"}
    dated, outside = {"picture_dated", "picture_placed"}, {"picture_date_outside"}
    for name, day, place, told in (
        ("this-year", _YEAR[part], _PLACES[part], dated),
        ("long-ago", _OLD[part], None, outside),
        ("undated", None, None, set[str]()),
    ):
        exif = taken(on=day, at=place)
        scene = _scene(part, len(name))
        make = _jpeg(scene, exif=exif)
        yield _specimen(
            f"camera-{name}",
            part,
            make,
            good,
            picture_text=unnamed,
            picture_origin=camera,
            picture_metadata=told,
        )


def _with_names(part: Part) -> Mapping[str, Draw]:
    name = _NAMES[part]
    if part is Part.LEARNED:
        return {
            "small-letters": lambda: with_banner(photograph(5), name),
            "capitals": lambda: with_banner(photograph(6), name.upper()),
        }
    first, *rest = name.upper().split(" ")
    lines = (first, " ".join(rest))
    return {
        "two-lines": lambda: with_cloth(landscape(21), ("LOKAKARYA", *lines)),
        "tilted": lambda: with_cloth(crowd(22), (name,), tilt=2),
    }


def _poor(part: Part) -> Iterator[Specimen]:
    """Small, blurred, dark, too bright, blank."""
    for blur in _BLURS[part]:
        scene = _scene(part, int(blur))
        yield _quality(f"blurred-{blur:.0f}", part, _blurred(scene, blur), {"picture_blurred"})
    yield _quality("dark", part, _lit(_scene(part, 31), 0.09, 0), {"picture_dark"})
    yield _quality("bright", part, _lit(_scene(part, 32), 0.6, 215), {"picture_bright"})
    small = {Part.LEARNED: (480, 360), Part.HELD_OUT: (320, 240)}[part]
    yield _quality("small", part, lambda: _scene(part, 33)().resize(small), {"picture_small"})
    yield _quality("dim-but-seen", part, _lit(_scene(part, 34), 0.45, 0), {"picture_clear"})
    grey = {Part.LEARNED: (128, 128, 128), Part.HELD_OUT: (12, 10, 15)}[part]
    blank = Image.new("RGB", (900, 700), grey)
    yield _quality("blank", part, lambda: blank, {"picture_blank"})


def _screens(part: Part) -> Iterator[Specimen]:
    """Where a photograph is asked for, and where a screenshot serves."""
    drawn = {Part.LEARNED: {"bars": screen}, Part.HELD_OUT: {"tiles": dashboard, "chat": chat}}
    for name, draw in drawn[part].items():
        for wanted, told in (
            ("SID-10", "picture_should_be_photo"),
            ("SID-12", "picture_is_screenshot"),
        ):
            yield _specimen(
                f"screen-{name}-{wanted}",
                part,
                _png(draw),
                {"picture_state": set(), "picture_quality": {"picture_clear"}},
                claimed_for=wanted,
                picture_origin={told},
                picture_metadata=set(),
            )


def _spoilt(part: Part) -> Iterator[Specimen]:
    """Cut off, with another file inside, larger than can be opened."""
    scene = _scene(part, 41)
    share = {Part.LEARNED: 0.5, Part.HELD_OUT: 0.8}[part]
    yield _state("cut", part, _then(_jpeg(scene), lambda b: b[: int(len(b) * share)]), "damaged")
    hidden = {Part.LEARNED: b"PK\x03\x04" + b"\0" * 400, Part.HELD_OUT: b"%PDF-1.4\n" * 40}[part]
    yield _state("stowaway", part, _then(_jpeg(scene), lambda b: b + hidden), "hides_file")
    yield _state("huge", part, _huge, "too_large")
    yield _state("garbled", part, _then(_png(scene), _garbled), "damaged")


def _quality(name: str, part: Part, draw: Draw, told: set[str]) -> Specimen:
    truth = {"picture_state": set[str](), "picture_quality": told}
    return _specimen(name, part, _jpeg(draw), truth)


def _state(name: str, part: Part, make: Make, told: str) -> Specimen:
    return _specimen(name, part, make, {"picture_state": {f"picture_{told}"}})


def _specimen(
    name: str,
    part: Part,
    make: Make,
    truth: Mapping[str, set[str]],
    *,
    claimed_for: str = "SID-10",
    **more: set[str],
) -> Specimen:
    subject = Subject(
        edition=load_edition("2026"), part=claimed_for, level=1, names=(_NAMES[part],)
    )
    told = {check: frozenset(items) for check, items in {**truth, **more}.items()}
    return Specimen(name=f"photo-{name}", part=part, make=make, subject=subject, truth=told)


def _scene(part: Part, seed: int) -> Draw:
    if part is Part.LEARNED:
        return lambda: photograph(seed, (900, 700))
    return lambda: (landscape if seed % 2 else crowd)(seed)


def _blurred(draw: Draw, blur: float) -> Draw:
    return lambda: draw().filter(ImageFilter.GaussianBlur(blur))


def _lit(draw: Draw, times: float, more: int) -> Draw:
    """The scene under another light."""

    def lit() -> Image.Image:
        values = np.asarray(draw()).astype(np.float64) * times + more
        return Image.fromarray(values.clip(0, 255).astype(np.uint8))

    return lit


def _jpeg(draw: Draw, *, exif: Image.Exif | None = None) -> Make:
    def make(folder: Path) -> Path:
        path = folder / "foto.jpg"
        draw().save(path, quality=85, exif=exif or Image.Exif())
        return path

    return make


def _png(draw: Draw) -> Make:
    def make(folder: Path) -> Path:
        path = folder / "layar.png"
        draw().save(path)
        return path

    return make


def _then(make: Make, change: Callable[[bytes], bytes]) -> Make:
    def changed(folder: Path) -> Path:
        path = make(folder)
        path.write_bytes(change(path.read_bytes()))
        return path

    return changed


def _garbled(content: bytes) -> bytes:
    middle = len(content) // 2
    return (
        content[:middle]
        + bytes(each ^ 0x5A for each in content[middle : middle + 4000])
        + content[middle + 4000 :]
    )


def _huge(folder: Path) -> Path:
    path = folder / "besar.png"
    Image.new("1", (12_000, 9_000)).save(path)
    return path
