"""Inspection of a stranger's file in a process of its own: little memory, little time, no network.

The parent gives the task as JSON on the child's standard input and takes the report as JSON from
its standard output; a child that dies or takes too long leaves one finding that says so. On a pipe
the child says what it is doing; the parent takes little of that, and believes only steps.
"""

import contextlib
import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

from pragola.inspection.findings import Finding, Severity
from pragola.inspection.report import Report, from_document, page_out
from pragola.inspection.steps import Listener, silent, steps_on
from pragola.inspection.subject import Subject

_MOST_ANSWER = 32 * 1024 * 1024
_MEGABYTE = 1024**2
_ENDS = {0: "done", -signal.SIGXCPU: "late", -signal.SIGKILL: "late"}
"""How the child ended: the kernel counts its processor time, and may be before our clock."""
_NONSENSE = (ValueError, KeyError, TypeError, AttributeError, RecursionError)
"""What reading an answer may raise that a child wrote whom a file has taken over."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use: wall-clock seconds and megabytes of address space and of one file."""

    seconds: int = 150
    megabytes: int = 3072
    file_megabytes: int = 256


def inspect_confined(
    path: Path, subject: Subject, *, limits: Limits | None = None, told: Listener = silent
) -> Report:
    """The report on a file; never raises for what is in the file.

    `told` hears what is being done, in the order it is done. Raises OSError where the file cannot
    be read here.
    """
    return inspect_confined_for(path, [subject], limits=limits, told=told)[0]


def inspect_confined_for(
    path: Path,
    subjects: Sequence[Subject],
    *,
    limits: Limits | None = None,
    told: Listener = silent,
) -> Sequence[Report]:
    """The reports on a file for the first of some subjects, by one child: for all of them if it
    can, for one at least. What was read before and the roots are those of the first, and only its
    report has the texts and fingerprints.

    Raises OSError where the file cannot be read here.
    """
    with path.open("rb"):
        pass
    limits = limits or Limits()
    with TemporaryDirectory(prefix="pragola-inspection-") as folder:
        answer, ended = _ask_child(_task(path, subjects, limits), Path(folder), limits, told)
    first, *others = answer.split(b"\n") if answer else [b""]
    reports = [report_of(first, ended)]
    for each in others[: len(subjects) - 1]:
        if (report := _report_in(each)) is None:
            break
        reports.append(report)
    return reports


def report_of(answer: bytes, ended: str) -> Report:
    """The report that a child answered; one finding where it did not, or answered nonsense."""
    return _report_in(answer) or _gave_up(ended)


def _report_in(answer: bytes) -> Report | None:
    try:
        return from_document(json.loads(answer))
    except _NONSENSE:
        return None


def how_it_ended(status: int) -> str:
    """`done`, `late` or `died`, by the child's exit status, negative for a signal."""
    return _ENDS.get(status, "died")


def apply_limits(limits: Limits) -> None:
    """Take from this process what inspection does not need; called in the child."""
    for kind, most in (
        (resource.RLIMIT_AS, limits.megabytes * _MEGABYTE),
        (resource.RLIMIT_FSIZE, limits.file_megabytes * _MEGABYTE),
        (resource.RLIMIT_CPU, limits.seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        resource.setrlimit(kind, (most, most))
    _close_the_network()


def _close_the_network() -> None:
    """An empty network of its own where the kernel allows it; Python's sockets are shut anyway."""
    for spaces in (os.CLONE_NEWNET, os.CLONE_NEWUSER | os.CLONE_NEWNET):
        with contextlib.suppress(OSError):
            os.unshare(spaces)
            break
    sys.addaudithook(_refuse_sockets)


def _refuse_sockets(event: str, _: tuple[object, ...]) -> None:
    if event.startswith("socket."):
        raise PermissionError(event)


def _task(path: Path, subjects: Sequence[Subject], limits: Limits) -> Mapping[str, Any]:
    first = subjects[0]
    return {
        "path": str(path.absolute()),
        "subjects": [_claim(subject) for subject in subjects],
        "roots": str(first.roots.absolute()) if first.roots else None,
        "read": [page_out(page) for page in first.read.values()],
        "limits": [limits.seconds, limits.megabytes, limits.file_megabytes],
    }


def _claim(subject: Subject) -> Mapping[str, Any]:
    return {
        "edition": subject.edition.code,
        "part": subject.part,
        "level": subject.level,
        "names": list(subject.names),
        "pages": sorted(subject.pages),
        "applied": subject.applied.isoformat() if subject.applied else None,
        "developed": subject.developed.isoformat() if subject.developed else None,
    }


def _ask_child(
    task: Mapping[str, Any], folder: Path, limits: Limits, told: Listener
) -> tuple[bytes, str]:
    """The child's answer, and how it ended: `done`, `late`, or `died`."""
    until = monotonic() + limits.seconds
    (folder / "task").write_text(json.dumps(task))
    with (folder / "answer").open("w+b") as answer, _child(folder, answer.fileno()) as child:
        for step in steps_on(child.telling, until):
            told(step)
        try:
            child.process.wait(max(until - monotonic(), 0))
        except subprocess.TimeoutExpired:
            return b"", "late"
        answer.seek(0)
        return answer.read(_MOST_ANSWER), how_it_ended(child.process.returncode)


@dataclass(frozen=True, slots=True)
class _Child:
    """A child at work, and the end of the pipe on which it tells of it."""

    process: "subprocess.Popen[bytes]"
    telling: int


@contextlib.contextmanager
def _child(folder: Path, answer: int) -> Iterator[_Child]:
    """A child in a group of its own, of which nothing is left afterwards."""
    ours, its = os.pipe()
    os.set_blocking(its, False)
    try:
        process = _started(folder, answer, its)
    finally:
        os.close(its)
    try:
        yield _Child(process, ours)
    finally:
        os.close(ours)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _started(folder: Path, answer: int, telling: int) -> "subprocess.Popen[bytes]":
    with (folder / "task").open("rb") as task:
        return subprocess.Popen(
            [sys.executable, "-I", "-m", "pragola.inspection", str(telling)],
            stdin=task,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=_environment(folder),
            pass_fds=(telling,),
            start_new_session=True,
        )


def _environment(folder: Path) -> dict[str, str]:
    """The child learns nothing of this site: no secrets, no database."""
    kept = {name: os.environ[name] for name in ("PATH", "TESSDATA_PREFIX") if name in os.environ}
    return kept | {"LANG": "C.UTF-8", "OMP_THREAD_LIMIT": "1", "TMPDIR": str(folder)}


def _gave_up(ended: str) -> Report:
    code = "inspection_took_too_long" if ended == "late" else "inspection_gave_up"
    finding = Finding(code=code, severity=Severity.DOUBTFUL, check="confinement")
    return Report(media_type="application/octet-stream", findings=(finding,))
