"""What is said in a video, by a model that the administrator gives. An extra, never required.

The package `faster-whisper` is an extra of its own (`pip install 'pragola[speech]'`) and is used in
a child process only, which fetches nothing: the model lies in a folder here. Sound is decoded by
our own PyAV, because the package's decoding does not know its present versions.
"""

import json
import os
import subprocess
import sys
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from importlib import import_module
from itertools import islice
from pathlib import Path
from threading import Event, Timer
from typing import Any

import av
import numpy as np
from av.audio.resampler import AudioResampler
from numpy.typing import NDArray

from pragola.inspection.confined import Limits, apply_limits
from pragola.inspection.documents.plain import one_line
from pragola.inspection.parentage import die_with_parent
from pragola.inspection.videos.reading import opened
from pragola.scoring.faults import Fault, PragolaError

LIMITS = Limits(seconds=1800, megabytes=8192, file_megabytes=64)
"""A small model hears five minutes in about as many on one core."""
_RATE = 16_000
"""Samples a second, as Whisper's models take them."""
_MOST_SECONDS = 1800
_LANGUAGE = "id"
_NO_PACKAGE = 3
_FILE = "model.bin"
_MOST_PASSAGES, _LONGEST = 2_000, 500
_NONSENSE = (ValueError, KeyError, TypeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Heard:
    """What is said from a second on."""

    second: int
    text: str


@dataclass(frozen=True, slots=True)
class Hint:
    """Where a substance may begin, by what is said there."""

    substance: str
    heard: Heard


def hear_confined(path: Path, model: Path, *, limits: Limits = LIMITS) -> tuple[Heard, ...]:
    """What is said in a video, as `listen_confined` hears it."""
    return tuple(listen_confined(path, model, limits=limits))


def listen_confined(path: Path, model: Path, *, limits: Limits = LIMITS) -> Generator[Heard]:
    """What is said in a video, passage by passage, heard in a child without network.

    Whoever stops listening ends the child. Raises PragolaError where there is no such model or
    package, or nothing could be heard.
    """
    if not (model / _FILE).is_file():
        raise PragolaError(Fault(code="speech_model_missing", found=str(model)))
    with _child(path, model, limits) as child, _no_longer_than(limits.seconds, child) as is_late:
        assert child.stdout
        try:
            for line in islice(child.stdout, _MOST_PASSAGES):
                yield _passage(line)
        except _NONSENSE:
            raise PragolaError(Fault(code="speech_not_heard")) from None
        child.stdout.close()
        _judge(child.wait(), is_late=is_late.is_set())


def _passage(line: bytes) -> Heard:
    """What a child wrote, which a file may have taken over."""
    told = json.loads(line)
    return Heard(int(told["second"]), one_line(str(told["text"]), most=_LONGEST))


def _judge(status: int, *, is_late: bool) -> None:
    if is_late:
        raise PragolaError(Fault(code="speech_took_too_long"))
    if status == _NO_PACKAGE:
        raise PragolaError(Fault(code="speech_package_missing"))
    if status:
        raise PragolaError(Fault(code="speech_not_heard"))


@contextmanager
def _child(path: Path, model: Path, limits: Limits) -> Iterator["subprocess.Popen[bytes]"]:
    """A child that listens, of which nothing is left afterwards."""
    bounds = [str(limits.seconds), str(limits.megabytes), str(limits.file_megabytes)]
    command = [sys.executable, "-I", "-m", __name__, str(path.absolute()), str(model.absolute())]
    with subprocess.Popen(
        [*command, *bounds],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.defpath, "LANG": "C.UTF-8", "HF_HUB_OFFLINE": "1"},
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def _no_longer_than(seconds: int, child: "subprocess.Popen[bytes]") -> Iterator[Event]:
    """Kill the child when its time is over; the event tells that it was."""
    is_late = Event()

    def end() -> None:
        is_late.set()
        child.kill()

    timer = Timer(seconds, end)
    timer.start()
    try:
        yield is_late
    finally:
        timer.cancel()


def hints(heard: Sequence[Heard], substances: Sequence[str]) -> tuple[Hint, ...]:
    """For each substance the first passage with all words that only its name has, if there is one.

    It only hints: who speaks of a benefit has not told all of it.
    """
    found = ((each, _first(heard, _own_words(each, substances))) for each in substances)
    return tuple(Hint(substance, passage) for substance, passage in found if passage)


def _own_words(substance: str, substances: Sequence[str]) -> set[str]:
    others = {word for each in substances if each != substance for word in _words(each)}
    return _words(substance) - others


def _first(heard: Sequence[Heard], wanted: set[str]) -> Heard | None:
    if not wanted:
        return None
    return next((each for each in heard if wanted <= _words(each.text)), None)


def _words(text: str) -> set[str]:
    return {"".join(filter(str.isalnum, word)) for word in text.casefold().split()} - {""}


def sound_of(path: Path) -> NDArray[np.float32]:
    """The sound of a video as one channel of 16,000 samples a second; empty where it has none."""
    blocks: list[NDArray[np.float32]] = []
    with opened(path) as container, suppress(av.FFmpegError):
        if container.streams.audio:
            resampler = AudioResampler("flt", "mono", _RATE)
            for frame in container.decode(container.streams.audio[0]):
                blocks += [each.to_ndarray()[0] for each in resampler.resample(frame)]
                if sum(map(len, blocks)) > _MOST_SECONDS * _RATE:
                    break
    return np.concatenate(blocks) if blocks else np.zeros(0, np.float32)


def _hear(path: Path, model: Path, whisper: Any) -> Iterator[Heard]:
    sound = sound_of(path)
    if not len(sound):
        return
    listener = whisper.WhisperModel(
        str(model), device="cpu", compute_type="int8", cpu_threads=1, local_files_only=True
    )
    passages, _ = listener.transcribe(sound, language=_LANGUAGE, beam_size=1)
    for each in passages:
        yield Heard(int(each.start), each.text.strip())


def main() -> int:
    """PATH MODEL SECONDS MEGABYTES FILE_MEGABYTES: print each passage as a line of JSON."""
    die_with_parent()
    path, model, *bounds = sys.argv[1:]
    apply_limits(Limits(*(int(bound) for bound in bounds)))
    try:
        whisper = import_module("faster_whisper")
    except ImportError:
        return _NO_PACKAGE
    for each in _hear(Path(path), Path(model), whisper):
        sys.stdout.write(f"{json.dumps(asdict(each), ensure_ascii=False)}\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
