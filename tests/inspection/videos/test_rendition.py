"""Poster and small video."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from pragola.inspection.confined import Limits
from pragola.inspection.videos.rendition import render, render_confined, rendition_in
from pragola.scoring.faults import PragolaError
from tests.inspection.videos.films import Film, changed, cut_to, made


def nobody(_: int) -> None:
    """Hears the percents."""


def streams_of(path: Path) -> list[tuple[object, ...]]:
    """What a small video is made of."""
    with av.open(str(path)) as container:
        picture = container.streams.video[0]
        context = picture.codec_context
        found: list[tuple[object, ...]] = [
            (context.name, context.pix_fmt, picture.width, picture.height, picture.frames)
        ]
        return found + [
            (sound.codec_context.name, sound.codec_context.sample_rate)
            for sound in container.streams.audio
        ]


@pytest.mark.parametrize(
    ("film", "streams"),
    [
        (Film(seconds=3, size=(1280, 720)), [("h264", "yuv420p", 854, 480, 30), ("aac", 48_000)]),
        (Film(seconds=3, size=(720, 1280)), [("h264", "yuv420p", 480, 854, 30), ("aac", 48_000)]),
        (Film(seconds=3, turned=90), [("h264", "yuv420p", 360, 640, 30), ("aac", 48_000)]),
        (Film(seconds=3, size=(320, 180)), [("h264", "yuv420p", 320, 180, 30), ("aac", 48_000)]),
        (
            Film(seconds=3, size=(321, 181), pixels="yuv444p", loudness=None),
            [("h264", "yuv420p", 320, 180, 30)],
        ),
    ],
)
def test_every_browser_plays_the_small_video(
    tmp_path: Path, film: Film, streams: list[tuple[object, ...]]
) -> None:
    """Upright, of even sizes, at most 480 on its short side and never larger, with its sound."""
    rendition = render(made(tmp_path / "a.mp4", film), tmp_path / "out", nobody)
    assert streams_of(rendition.video) == streams


def test_it_begins_to_play_at_once_and_can_be_jumped_in(tmp_path: Path) -> None:
    """The table stands before the film, and keyframes are at most two seconds apart."""
    path = made(tmp_path / "a.mp4", Film(seconds=9, every=9))
    content = (video := render(path, tmp_path / "out", nobody).video).read_bytes()
    with av.open(str(video)) as container:
        packets = list(container.demux(container.streams.video[0]))
        keys = [float((p.pts or 0) * p.time_base) for p in packets if p.is_keyframe and p.size]
    assert 0 < content.find(b"moov") < content.find(b"mdat")
    assert (keys[0], max(b - a for a, b in pairwise(keys))) == (0, 2)


def test_picture_and_sound_stay_together(tmp_path: Path) -> None:
    """Both are as long as they were."""
    video = render(made(tmp_path / "a.mp4", Film(seconds=6)), tmp_path / "out", nobody).video
    with av.open(str(video)) as container:
        lengths = [round(float((s.duration or 0) * s.time_base)) for s in container.streams]
    assert lengths == [6, 6]


@pytest.mark.parametrize(("turned", "lighter"), [(90, "top"), (-90, "bottom")])
def test_what_the_telephone_turned_is_shown_upright(
    tmp_path: Path, turned: int, lighter: str
) -> None:
    """Red grows to the right in what was filmed, so upwards once turned against the clock."""
    path = made(tmp_path / "a.mp4", Film(seconds=2, turned=turned))
    with Image.open(render(path, tmp_path / "out", nobody).poster) as poster:
        red = np.asarray(poster)[:, :, 0].astype(int)
    top, bottom = red[:100].mean(), red[-100:].mean()
    assert (red.shape, "top" if top > bottom else "bottom") == ((640, 360), lighter)


def test_the_poster_shows_something(tmp_path: Path) -> None:
    """Its moment is not in the black half."""
    path = made(tmp_path / "a.mp4", Film(seconds=10, black=(0, 6)))
    with Image.open(render(path, tmp_path / "out", nobody).poster) as poster:
        shown = (poster.format, poster.size, bool(np.asarray(poster.convert("L")).mean() > 60))
    assert shown == ("JPEG", (640, 360), True)


def test_percents_grow_to_a_hundred(tmp_path: Path) -> None:
    """Each is told once."""
    heard: list[int] = []
    render(made(tmp_path / "a.mp4", Film()), tmp_path / "out", heard.append)
    assert (heard[0], heard[-1], heard == sorted(set(heard)), len(heard) > 20) == (
        0,
        100,
        True,
        True,
    )


def test_who_was_stopped_goes_on_and_leaves_nothing_half(tmp_path: Path) -> None:
    """The poster stays; the film begins anew; what is whole is not made again."""
    path, out = made(tmp_path / "a.mp4", Film()), tmp_path / "out"

    def stop(percent: int) -> None:
        if percent >= 50:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        render(path, out, stop)
    left = sorted(each.name for each in out.iterdir())
    rendition = render(path, out, nobody)
    made_at = rendition.video.stat().st_mtime_ns
    heard: list[int] = []
    render(path, out, heard.append)
    outcome = (left, heard, rendition.video.stat().st_mtime_ns == made_at)
    assert outcome == (["poster.jpg"], [100], True)


def test_half_a_video_gives_half_a_rendition(tmp_path: Path) -> None:
    """What can be seen is shown."""
    path = changed(made(tmp_path / "a.mp4", Film(flags="faststart")), cut_to(0.6))
    video = render(path, tmp_path / "out", nobody).video
    with av.open(str(video)) as container:
        assert round((container.duration or 0) / av.time_base) in (4, 5)


def test_a_child_makes_it_and_tells_how_far_it_is(tmp_path: Path) -> None:
    """The parent reads percents."""
    path = made(tmp_path / "a.mp4", Film())
    heard = list(render_confined(path, tmp_path / "out"))
    left = sorted(each.name for each in (tmp_path / "out").iterdir())
    assert (heard[-1], rendition_in(tmp_path / "out").is_there, left) == (
        100,
        True,
        ["480p.mp4", "poster.jpg"],
    )


@pytest.mark.parametrize(
    ("content", "limits", "code"),
    [
        (b"\x00\x00\x00\x18ftypisom" + bytes(500), Limits(), "rendition_failed"),
        (None, Limits(seconds=0), "rendition_took_too_long"),
    ],
)
def test_what_cannot_be_made_is_told(
    tmp_path: Path, content: bytes | None, limits: Limits, code: str
) -> None:
    """In words, and nothing is left."""
    path = made(tmp_path / "a.mp4", Film(seconds=2))
    if content:
        path.write_bytes(content)
    with pytest.raises(PragolaError) as told:
        list(render_confined(path, tmp_path / "out", limits=limits))
    left = [each.name for each in (tmp_path / "out").iterdir()]
    assert ([fault.code for fault in told.value.faults], left) == ([code], [])


def test_who_stops_asking_stops_the_child(tmp_path: Path) -> None:
    """Nothing half made is left."""
    path = made(tmp_path / "a.mp4", Film(seconds=20))
    percents = render_confined(path, tmp_path / "out")
    next(percents)
    percents.close()  # type: ignore[attr-defined]
    left = [each.name for each in (tmp_path / "out").iterdir()]
    assert left == ["poster.jpg"]


LIGHT = Film(seconds=4, size=(160, 90), flags="faststart")


@pytest.mark.parametrize(
    ("film", "cut", "is_the_original"),
    [
        (LIGHT, False, True),
        (replace(LIGHT, flags=""), False, False),
        (replace(LIGHT, codec="mpeg4"), False, False),
        (LIGHT, True, False),
    ],
    ids=["light", "not faststart", "another codec", "cut off"],
)
def test_an_original_that_is_lighter_and_plays_as_readily_is_taken_as_it_is(
    tmp_path: Path, *, film: Film, cut: bool, is_the_original: bool
) -> None:
    """What would have to be fetched to its end first, or is not whole, is made anew."""
    path = made(tmp_path / "a.mp4", film)
    if cut:
        changed(path, cut_to(0.6))
    video = render(path, tmp_path / "out", nobody).video
    assert (video.read_bytes() == path.read_bytes()) == is_the_original
