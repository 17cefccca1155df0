"""What inspection tells of a video."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from pragola.inspection.findings import Severity
from pragola.inspection.subject import Subject
from pragola.inspection.videos.video import look_at_video
from pragola.rulebooks import load_edition
from pragola.scoring.edition import Sourced
from pragola.scoring.faults import Facts
from tests.inspection.videos.films import Film, changed, cut_to, made, trimmed, with_told_length

EDITION = load_edition("2026")
SUBJECT = Subject(edition=EDITION)
MOST = EDITION.video.max_minutes.value

type Told = tuple[str, int | None, Facts]

PLAYS: Told = ("video_plays", None, (("codec", "H.264"),))
LARGE: Told = ("video_large_enough", None, (("width", 640), ("height", 360)))
HEARD: Told = ("video_with_sound", None, (("decibels", -13),))


def fits(seconds: int) -> Told:
    """The finding on a length that is taken."""
    length = f"{seconds // 60}:{seconds % 60:02}"
    facts = (("seconds", seconds), ("length", length), ("minutes", MOST))
    return ("video_length_fits", None, facts)


def told(path: Path, subject: Subject = SUBJECT) -> list[Told]:
    """Every finding as code, second and facts."""
    found = look_at_video(path, subject).findings
    return [(each.code, each.place.second, each.facts) for each in found]


def test_a_good_video_is_told_as_good(tmp_path: Path) -> None:
    """It plays, fits, can be read and heard."""
    path = made(tmp_path / "a.mp4", Film())
    assert told(path) == [PLAYS, fits(8), LARGE, HEARD]
    assert {each.severity for each in look_at_video(path, SUBJECT).findings} == {Severity.GOOD}


@pytest.mark.parametrize(
    ("film", "outcome"),
    [
        (Film(seconds=14, black=(4, 12)), [PLAYS, fits(14), LARGE, HEARD, ("video_black", 4, 8)]),
        (
            Film(seconds=24, black=(7, 13), every=10),
            [PLAYS, fits(24), LARGE, HEARD, ("video_black", 7, 6)],
        ),
        (Film(seconds=14, black=(4, 7)), [PLAYS, fits(14), LARGE, HEARD]),
        (Film(black=(0, 8)), [PLAYS, fits(8), LARGE, HEARD, ("video_black_throughout", None, 8)]),
        (
            Film(seconds=24, frozen=(3, 21)),
            [PLAYS, fits(24), LARGE, HEARD, ("video_frozen", 3, 18)],
        ),
        (Film(seconds=14, frozen=(2, 12)), [PLAYS, fits(14), LARGE, HEARD]),
        (
            Film(seconds=18, frozen=(0, 18)),
            [PLAYS, fits(18), LARGE, HEARD, ("video_still", None, 18)],
        ),
    ],
)
def test_stretches_are_told_with_their_second_and_length(
    tmp_path: Path, film: Film, outcome: list[tuple[str, int | None, Facts | int]]
) -> None:
    """Short ones belong to the making of films; keyframes far apart hide none."""
    expected = [
        (code, second, (("seconds", facts),) if isinstance(facts, int) else facts)
        for code, second, facts in outcome
    ]
    assert told(made(tmp_path / "a.mp4", film)) == expected


@pytest.mark.parametrize(
    ("loudness", "outcome"),
    [
        (None, ("video_without_sound", None, ())),
        (0.0, ("video_silent", None, (("decibels", -96),))),
        (0.0005, ("video_silent", None, (("decibels", -69),))),
        (0.01, ("video_with_sound", None, (("decibels", -43),))),
    ],
)
def test_silence_is_told_from_sound(tmp_path: Path, loudness: float | None, outcome: Told) -> None:
    """A track that holds nothing is no sound."""
    path = made(tmp_path / "a.mp4", Film(loudness=loudness))
    assert told(path) == [PLAYS, fits(8), LARGE, outcome]


def test_a_video_without_its_end_is_told_with_the_second_it_ends_at(tmp_path: Path) -> None:
    """Its table stands at the beginning, so that it still opens."""
    path = changed(made(tmp_path / "a.mp4", Film(flags="faststart")), cut_to(0.6))
    cut = ("video_cut_off", 4, (("told", 8), ("found", 4)))
    assert told(path) == [cut, PLAYS, fits(4), LARGE, HEARD]


def test_a_trimmed_video_is_whole(tmp_path: Path) -> None:
    """Its first keyframe is never shown, and its length is what is shown."""
    whole = made(tmp_path / "a.mp4", Film(every=8))
    assert told(trimmed(whole, tmp_path / "b.mp4", 3)) == [PLAYS, fits(5), LARGE, HEARD]


@pytest.mark.parametrize(
    ("flags", "cut", "outcome"),
    [
        ("frag_keyframe", 1, [PLAYS, fits(8)]),
        ("frag_keyframe+empty_moov", 1, [PLAYS, fits(8)]),
        (
            "frag_keyframe+empty_moov",
            0.6,
            [("video_cut_off", 4, (("told", 6), ("found", 4))), PLAYS, fits(4)],
        ),
    ],
)
def test_a_video_in_fragments_is_whole_when_all_are_there(
    tmp_path: Path, flags: str, cut: float, outcome: list[Told]
) -> None:
    """Recorders of screens write them; what the first header tells is not the whole."""
    path = changed(made(tmp_path / "a.mp4", Film(flags=flags)), cut_to(cut))
    assert told(path) == [*outcome, LARGE, HEARD]


def test_without_its_table_it_is_damaged(tmp_path: Path) -> None:
    """The table stood at the end."""
    path = changed(made(tmp_path / "a.mp4", Film()), cut_to(0.9))
    assert told(path) == [("video_damaged", None, ())]


def test_a_false_length_in_the_header_is_told(tmp_path: Path) -> None:
    """What counts is what is in it."""
    path = changed(made(tmp_path / "a.mp4", Film()), with_told_length(3))
    wrong = ("video_length_told_wrong", None, (("told", 24), ("found", 8)))
    assert told(path) == [wrong, PLAYS, fits(8), LARGE, HEARD]


@pytest.mark.parametrize(
    ("film", "codec"),
    [(Film(codec="mpeg4"), "mpeg4 yuv420p"), (Film(pixels="yuv444p"), "h264 yuv444p")],
)
def test_what_browsers_do_not_play_is_doubtful(tmp_path: Path, film: Film, codec: str) -> None:
    """The edition takes the container; people's browsers must take the rest."""
    outcome = ("video_not_for_browsers", None, (("codec", codec),))
    assert told(made(tmp_path / "a.mp4", film)) == [outcome, fits(8), LARGE, HEARD]


def test_a_picture_too_small_to_be_read_is_doubtful(tmp_path: Path) -> None:
    """Its subtitles cannot be read."""
    path = made(tmp_path / "a.mp4", Film(size=(320, 180)))
    small = ("video_too_small", None, (("width", 320), ("height", 180), ("least", 360)))
    assert told(path) == [PLAYS, fits(8), small, HEARD]


def test_the_length_is_held_against_the_edition(tmp_path: Path) -> None:
    """The most minutes themselves are still taken, and a second more is not."""
    small = Film(seconds=MOST * 60, size=(64, 48), codec="mpeg4", loudness=None)
    codes = [
        told(made(tmp_path / "a.mp4", film))[1]
        for film in (small, replace(small, seconds=MOST * 60 + 1))
    ]
    facts = (("seconds", MOST * 60 + 1), ("length", f"{MOST}:01"), ("minutes", MOST))
    assert codes == [fits(MOST * 60), ("video_too_long", None, facts)]


def test_a_limit_of_size_counts_where_the_edition_states_one(tmp_path: Path) -> None:
    """It does not, unless it does."""
    limit = Sourced(0, EDITION.video.max_minutes.provenance)
    rule = replace(EDITION.video, max_megabytes=limit)
    subject = Subject(edition=replace(EDITION, video=rule))
    path = made(tmp_path / "a.mp4", Film())
    heavy = ("video_too_heavy", None, (("megabytes", 1), ("most", 0)))
    assert told(path, subject)[0] == heavy


def test_changed_bytes_never_stop_an_inspection(tmp_path: Path) -> None:
    """Whatever is in the file, something is told."""
    chance = random.Random(4)
    whole = made(tmp_path / "a.mp4", Film(seconds=2, flags="faststart")).read_bytes()
    counts = []
    for _ in range(150):
        broken = bytearray(whole)
        for _ in range(20):
            broken[chance.randrange(8, 3000)] = chance.randrange(256)
        (tmp_path / "b.mp4").write_bytes(broken)
        counts.append(len(told(tmp_path / "b.mp4")))
    assert min(counts) >= 1
