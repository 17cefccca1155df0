"""Videos of many kinds, with what is true of each."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from tests.inspection.corpus.shooting import Shot, shoot, sound_alone
from tests.inspection.corpus.specimen import Make, Part, Specimen
from tests.inspection.videos.films import Film, changed, cut_to, made, with_told_length

type Change = Callable[[bytes], bytes]

_GOOD: Mapping[str, frozenset[str]] = {
    "video_state": frozenset({"video_plays"}),
    "video_length": frozenset({"video_length_fits"}),
    "video_picture": frozenset({"video_large_enough"}),
    "video_sound": frozenset({"video_with_sound"}),
    "video_stretches": frozenset(),
}
"""What is true of a good one; the others differ in one check or two."""
_TINY = (160, 120)
_LONG = 303
"""Seconds; the edition takes five minutes."""


def videos(part: Part) -> Iterator[Specimen]:
    """Those of one part."""
    yield from (_learned() if part is Part.LEARNED else _held_out())


def _learned() -> Iterator[Specimen]:
    film = partial(_film, Part.LEARNED)
    yield film("good", Film())
    yield film("small", Film(size=(320, 180)), video_picture={"video_too_small"})
    long = Film(seconds=_LONG, size=_TINY, every=20, loudness=None)
    yield film(
        "long",
        long,
        video_length={"video_too_long"},
        video_picture={"video_too_small"},
        video_sound={"video_without_sound"},
    )
    yield film("silent", Film(loudness=0), video_sound={"video_silent"})
    yield film("mute", Film(loudness=None), video_sound={"video_without_sound"})
    yield film("black", Film(seconds=14, black=(4, 12)), video_stretches={"video_black"})
    yield film("frozen", Film(seconds=24, frozen=(3, 21)), video_stretches={"video_frozen"})
    yield film("old-codec", Film(codec="mpeg4"), video_state={"video_not_for_browsers"})
    told = {"video_length_told_wrong", "video_plays"}
    yield _specimen(
        Part.LEARNED, "told-wrong", _changed(Film(), with_told_length(9)), video_state=told
    )
    yield _broken(Part.LEARNED, "cut", _changed(Film(), cut_to(0.7)))


def _held_out() -> Iterator[Specimen]:
    shot = partial(_shot, Part.HELD_OUT)
    yield shot("good", Shot())
    yield shot("good-vp9", Shot(codec="libvpx-vp9", seconds=5))
    yield shot("upright", Shot(size=(360, 640), flags="faststart"))
    yield shot("pieces", Shot(flags="frag_keyframe+empty_moov"))
    yield shot("small", Shot(size=(426, 240)), video_picture={"video_too_small"})
    yield shot(
        "long",
        Shot(seconds=_LONG + 40, rate=1, size=_TINY, murmur=None),
        video_length={"video_too_long"},
        video_picture={"video_too_small"},
        video_sound={"video_without_sound"},
    )
    yield shot(
        "nearly-long",
        Shot(seconds=298, rate=1, size=_TINY),
        video_picture={"video_too_small"},
    )
    yield shot("silent", Shot(murmur=0), video_sound={"video_silent"})
    yield shot("mute", Shot(murmur=None), video_sound={"video_without_sound"})
    yield shot("quiet", Shot(murmur=0.02))
    yield shot("begins-black", Shot(seconds=15, night=(0, 7)), video_stretches={"video_black"})
    yield shot("fades", Shot(seconds=12, night=(5, 8)))
    yield shot("stuck", Shot(seconds=30, still=(6, 28)), video_stretches={"video_frozen"})
    yield shot("one-slide", Shot(seconds=20, still=(0, 20)), video_stretches={"video_still"})
    yield shot("slides", Shot(seconds=24, still=(4, 14)))
    yield shot(
        "mjpeg",
        Shot(codec="mjpeg", pixels="yuvj420p", ending="mov"),
        video_state={"video_not_for_browsers"},
    )
    yield shot("colours", Shot(pixels="yuv444p"), video_state={"video_not_for_browsers"})
    yield _broken(Part.HELD_OUT, "cut", _shortened(Shot(), 0.9))
    yield _specimen(
        Part.HELD_OUT,
        "cut-behind-its-head",
        _shortened(Shot(flags="faststart", seconds=12), 0.6),
        video_state={"video_cut_off", "video_plays"},
    )
    yield Specimen(
        name="video-sound-alone",
        part=Part.HELD_OUT,
        make=sound_alone,
        subject=_subject(),
        truth={"video_state": frozenset({"video_without_picture"})},
    )


def _film(part: Part, name: str, film: Film, **differs: set[str]) -> Specimen:
    return _specimen(part, name, lambda folder: made(folder / "film.mp4", film), **differs)


def _shot(part: Part, name: str, shot: Shot, **differs: set[str]) -> Specimen:
    return _specimen(part, name, lambda folder: shoot(folder, shot), **differs)


def _broken(part: Part, name: str, make: Make) -> Specimen:
    truth = {"video_state": frozenset({"video_damaged"})}
    return Specimen(name=f"video-{name}", part=part, make=make, subject=_subject(), truth=truth)


def _specimen(part: Part, name: str, make: Make, **differs: set[str]) -> Specimen:
    truth = {**_GOOD, **{check: frozenset(items) for check, items in differs.items()}}
    return Specimen(name=f"video-{name}", part=part, make=make, subject=_subject(), truth=truth)


def _subject() -> Subject:
    return Subject(edition=load_edition("2026"), part="SID-20")


def _changed(film: Film, change: Change) -> Make:
    return lambda folder: changed(made(folder / "film.mp4", film), change)


def _shortened(shot: Shot, share: float) -> Make:
    def make(folder: Path) -> Path:
        path = shoot(folder, shot)
        content = path.read_bytes()
        path.write_bytes(content[: int(len(content) * share)])
        return path

    return make
