"""Poster and small video of a video, made in a process of its own: little memory, no network.

`render` makes them in this process and is for files of one's own; strangers' files go through
`render_confined`. What is there already is not made again, and a file appears only when it is
whole, so that whoever was killed begins anew.
"""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from threading import Timer

import av

from pragola.inspection.confined import Limits, apply_limits
from pragola.inspection.formats import MP4, format_by_beginning
from pragola.inspection.videos.boxes import begins_at_once, told_seconds
from pragola.inspection.videos.film import Header
from pragola.inspection.videos.poster import write_poster
from pragola.inspection.videos.reading import header_of, may_be_decoded, opened
from pragola.inspection.videos.smaller import write_smaller
from pragola.scoring.faults import Fault, PragolaError

LIMITS = Limits(seconds=1200, megabytes=2048, file_megabytes=256)
"""Five minutes of 4K take about ten minutes of processor time on two cores."""
_DONE = 100
_TOLERANCE = 1.5
"""Seconds by which a small video may differ in length from what the original tells."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """Where poster and small video of a video lie."""

    poster: Path
    video: Path

    @property
    def is_there(self) -> bool:
        """Whether both are made."""
        return self.poster.exists() and self.video.exists()


def rendition_in(folder: Path) -> Rendition:
    """The rendition that lies in a folder, or will."""
    return Rendition(poster=folder / "poster.jpg", video=folder / "480p.mp4")


def render(path: Path, folder: Path, told: Callable[[int], None]) -> Rendition:
    """Make what is not there yet; `told` hears percents, and 100 at the end.

    Raises ValueError or av.FFmpegError where the video cannot be decoded.
    """
    rendition = rendition_in(folder)
    with opened(path) as container:
        header = header_of(container, None)
    if header is None or not may_be_decoded(header):
        raise ValueError("nothing decodes")
    folder.mkdir(parents=True, exist_ok=True)
    if not rendition.poster.exists():
        _whole(rendition.poster, lambda part: write_poster(path, part))
    if not rendition.video.exists():
        _whole(rendition.video, lambda part: _write_lightest(path, header, part, told))
    told(_DONE)
    return rendition


def _write_lightest(path: Path, header: Header, part: Path, told: Callable[[int], None]) -> None:
    """The small video; the original itself where that is no heavier and plays as readily."""
    write_smaller(path, part, told)
    is_whole = abs((told_seconds(part) or 0) - header.seconds) <= _TOLERANCE
    is_lighter = path.stat().st_size <= part.stat().st_size
    if is_lighter and is_whole and _plays_anywhere(path, header):
        copyfile(path, part)


def _plays_anywhere(path: Path, header: Header) -> bool:
    is_film = header.codec == "h264" and header.pixels in ("yuv420p", "yuvj420p")
    is_mp4 = format_by_beginning(_beginning(path)) is MP4
    return is_mp4 and is_film and header.sound in (None, "aac") and begins_at_once(path)


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4096)


def _whole(target: Path, write: Callable[[Path], None]) -> None:
    """Write beside the target, and give it its name when it is whole."""
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        write(part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def render_confined(path: Path, folder: Path, *, limits: Limits = LIMITS) -> Iterator[int]:
    """Make the rendition in a child; yields percents, 100 once all is there.

    Raises PragolaError where it cannot be made. Whoever stops asking stops the child.
    """
    folder.mkdir(parents=True, exist_ok=True)
    percent = None
    with _child(path, folder, limits) as child, _ending(child, limits.seconds):
        for line in child.stdout or ():
            if line.strip().isdigit():
                percent = int(line)
                yield percent
        child.wait()
    if percent != _DONE or not rendition_in(folder).is_there:
        # The clock ends a child by this signal, and so does the kernel for processor time.
        is_late = child.returncode == -signal.SIGKILL
        raise PragolaError(Fault(code="rendition_took_too_long" if is_late else "rendition_failed"))


@contextlib.contextmanager
def _child(path: Path, folder: Path, limits: Limits) -> Iterator[subprocess.Popen[str]]:
    """A child in a group of its own, of which nothing is left afterwards."""
    task = [str(path.absolute()), str(folder.absolute())]
    bounds = [str(limits.seconds), str(limits.megabytes), str(limits.file_megabytes)]
    child = subprocess.Popen(
        [sys.executable, "-I", "-m", "pragola.inspection.videos.rendition", *task, *bounds],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={"PATH": os.defpath, "LANG": "C.UTF-8"},
        start_new_session=True,
        text=True,
    )
    try:
        yield child
    finally:
        _kill(child)
        child.wait()
        if child.stdout:
            child.stdout.close()
        _sweep(folder, child.pid)


@contextlib.contextmanager
def _ending(child: subprocess.Popen[str], seconds: int) -> Iterator[None]:
    timer = Timer(seconds, _kill, [child])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _kill(child: subprocess.Popen[str]) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)


def _sweep(folder: Path, pid: int) -> None:
    """Take away what a killed child left half written."""
    for part in folder.glob(f"*.{pid}.part"):
        part.unlink(missing_ok=True)


def main() -> int:
    """PATH FOLDER SECONDS MEGABYTES FILE_MEGABYTES: make the rendition, print percents."""
    path, folder, *bounds = sys.argv[1:]
    apply_limits(Limits(*(int(bound) for bound in bounds)))
    try:
        render(Path(path), Path(folder), _print)
    except (av.FFmpegError, OSError, ValueError, MemoryError, OverflowError) as error:
        sys.stderr.write(f"{type(error).__name__}\n")
        return 1
    return 0


def _print(percent: int) -> None:
    sys.stdout.write(f"{percent}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
