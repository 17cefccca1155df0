"""Speech to text: an extra that says what is missing; its sound and its hints need no model."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from pragola.inspection.videos.speech import Heard, hear_confined, hints, sound_of
from pragola.rulebooks import load_edition
from pragola.scoring.faults import PragolaError
from tests.cli.running import run
from tests.inspection.videos.films import Film, made

SUBSTANCES = load_edition("2026").video.substances.value
HAS_PACKAGE = find_spec("faster_whisper") is not None


def test_the_sound_is_one_channel_of_sixteen_thousand_samples_a_second(tmp_path: Path) -> None:
    """As loud as it was, as long as it was."""
    sound = sound_of(made(tmp_path / "a.mp4", Film(seconds=3, size=(320, 180))))
    assert (round(len(sound) / 16_000), bool(np.abs(sound).max() > 0.2)) == (3, True)


def test_a_video_without_sound_has_none(tmp_path: Path) -> None:
    """An empty array, and no fault."""
    path = made(tmp_path / "a.mp4", Film(seconds=1, size=(320, 180), loudness=None))
    assert sound_of(path).tolist() == []


def test_hints_are_where_all_own_words_of_a_substance_are_said_first() -> None:
    """Words that several substances share tell nothing; neither does half a name."""
    heard = [
        Heard(3, "Inovasi ini lahir dari puskesmas"),
        Heard(9, "Latar dari semuanya"),
        Heard(14, "Latar belakang: antrean."),
        Heard(80, "Manfaat bagi warga"),
        Heard(99, "manfaat, sekali lagi"),
    ]
    found = [(each.substance, each.heard.second) for each in hints(heard, SUBSTANCES)]
    assert found == [("Latar belakang inovasi", 14), ("Manfaat inovasi", 80)]


@pytest.fixture
def video(tmp_path: Path) -> Path:
    """Two seconds of a tone."""
    return made(tmp_path / "a.mp4", Film(seconds=2, size=(320, 180)))


def test_without_a_model_it_says_how_to_set_one_up(video: Path, tmp_path: Path) -> None:
    """Not set up, or a folder in which there is none."""
    outcomes = [run("transcribe", video), run("transcribe", video, "--model", tmp_path / "none")]
    assert [each.exit_code for each in outcomes] == [65, 65]
    assert "PRAGOLA_SPEECH_MODEL" in outcomes[0].stderr
    assert "model.bin" in outcomes[1].stderr


@pytest.mark.skipif(HAS_PACKAGE, reason="the extra 'speech' is installed here")
def test_without_the_package_it_says_what_to_install(video: Path, tmp_path: Path) -> None:
    """Found out by importing it, in the child."""
    (tmp_path / "model.bin").write_bytes(b"")
    with pytest.raises(PragolaError) as caught:
        hear_confined(video, tmp_path)
    assert [fault.code for fault in caught.value.faults] == ["speech_package_missing"]
    assert "pragola[speech]" in run("transcribe", video, "--model", tmp_path).stderr


@pytest.mark.skipif(not HAS_PACKAGE, reason="the extra 'speech' is not installed here")
def test_with_the_package_a_model_from_a_folder_is_heard_through(
    video: Path, tmp_path: Path
) -> None:
    """A tiny one of random weights made here: it says nonsense, within the length of the sound."""
    maker = [sys.executable, "-m", "tests.inspection.videos.tiny_speech", str(tmp_path / "model")]
    subprocess.run(maker, check=True, env=os.environ)
    heard = hear_confined(video, tmp_path / "model")
    assert [each for each in heard if not 0 <= each.second <= 30] == []
