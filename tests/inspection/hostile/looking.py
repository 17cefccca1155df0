"""Looks into many hostile files quickly; `python -m tests.inspection.hostile.looking`.

A process that has imported everything forks a child for each file; the child takes on the limits
that `pragola.inspection.confined` gives to its own, looks by the same `inspect`, and the parent
reads answer and end by the same functions. Only the start of Python is saved.

A line in is a JSON list of path, part and whether OCR may be used; a line out tells how it went.
"""

import json
import os
import resource
import select
import signal
import subprocess
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NoReturn, Self

from pragola.inspection.confined import Limits, apply_limits, how_it_ended, report_of
from pragola.inspection.documents import signed
from pragola.inspection.inspecting import inspect
from pragola.inspection.report import Report, as_document, from_document
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition

LIMITS = Limits(seconds=20, megabytes=1536)
"""Tighter than those of the site, so that what holds here holds there."""
_PATIENCE = 3 * LIMITS.seconds
"""Seconds by the clock: the kernel counts a child's own, and a busy machine blames no file."""
EDITION = load_edition("2026")
NAMES = ("Sigap Bumil",)
_WARM = (signed,)
"""Imported by a child only where it is needed; here once for all."""


@dataclass(frozen=True, slots=True)
class Look:
    """How looking at a file went: `megabytes` is the most memory of the child and of an OCR.

    `raised` is the end of the traceback of a child that died of an exception.
    """

    report: Report
    ended: str
    megabytes: int
    raised: str


class Looker:
    """The process that looks; started with `with`, asked one file after the other."""

    def __enter__(self) -> Self:
        """Start it."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.inspection.hostile.looking"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(self, *_: object) -> None:
        """End it; nothing is under way."""
        self._process.communicate()

    def look(self, path: Path, part: str | None, *, ocr: bool = False) -> Look:
        """The look at one file. Fails where the process itself has died."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps([str(path), part, ocr]) + "\n")
        self._process.stdin.flush()
        told = json.loads(self._process.stdout.readline())
        return Look(from_document(told["report"]), told["ended"], told["megabytes"], told["raised"])


def subject_of(part: str | None) -> Subject:
    """What the file is said to prove."""
    seconds = LIMITS.seconds // 2
    return Subject(edition=EDITION, part=part, level=2, names=NAMES, seconds=seconds)


def main() -> None:
    """Look until nothing is asked any more."""
    path = os.environ["PATH"]
    for line in sys.stdin:
        file, part, ocr = json.loads(line)
        os.environ["PATH"] = path if ocr else ""
        with TemporaryDirectory() as folder:
            told = _looked(Path(file), part, Path(folder))
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()


def _looked(file: Path, part: str | None, folder: Path) -> dict[str, Any]:
    child = os.fork()
    if child == 0:
        _be_the_child(file, part, folder)
    ended, kilobytes = _end_of(child)
    answer = folder / "answer"
    report = report_of(answer.read_bytes() if answer.exists() else b"", ended)
    own = folder / "memory"
    told = int(own.read_text()) if own.exists() else kilobytes
    raised = folder / "raised"
    return {
        "report": as_document(report),
        "ended": ended,
        "megabytes": told // 1024,
        "raised": raised.read_text()[-1500:] if raised.exists() else "",
    }


def _end_of(child: int) -> tuple[str, int]:
    """How it ended, and its most memory in kilobytes; who is late is killed with all its own."""
    handle = os.pidfd_open(child)
    in_time, _, _ = select.select([handle], [], [], _PATIENCE)
    os.close(handle)
    os.killpg(child, signal.SIGKILL)
    _, status, used = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    return (how_it_ended(code) if in_time else "late"), used.ru_maxrss


def _be_the_child(file: Path, part: str | None, folder: Path) -> NoReturn:
    """What `pragola.inspection.__main__` does, with a note of what it cost."""
    status = 1
    try:
        os.setsid()
        os.chdir(folder)
        os.environ["TMPDIR"] = str(folder)
        os.dup2(os.open(os.devnull, os.O_RDWR), 2)
        apply_limits(LIMITS)
        report = as_document(inspect(file, subject_of(part)))
        (folder / "answer").write_text(json.dumps(report))
        status = 0
    except BaseException:
        (folder / "raised").write_text(traceback.format_exc())
    finally:
        most = (resource.getrusage(each).ru_maxrss for each in (0, resource.RUSAGE_CHILDREN))
        (folder / "memory").write_text(str(sum(most)))
        os._exit(status)


if __name__ == "__main__":
    main()
