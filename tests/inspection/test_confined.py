"""A stranger's file is looked at in a process that may not take much and can reach nobody."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import sleep

import pytest
from PIL import Image

from pragola.inspection.confined import Limits, inspect_confined, inspect_confined_for
from pragola.inspection.inspecting import inspect
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from tests.inspection.documents.sheets import LINE, text_pdf
from tests.inspection.hostile.traps import TRAPS

SUBJECT = Subject(edition=load_edition("2026"), part="SID-01", level=2, names=("Sigap Bumil",))


def test_the_child_tells_what_this_process_would(tmp_path: Path) -> None:
    """All of it: findings, text, media type."""
    path = text_pdf(tmp_path / "a.pdf", [LINE])
    assert inspect_confined(path, SUBJECT) == inspect(path, SUBJECT)


def test_a_child_tells_for_each_claim_what_it_would_for_that_alone(tmp_path: Path) -> None:
    """Though it opens the file once; the text comes with the first."""
    path = text_pdf(tmp_path / "a.pdf", [LINE, LINE])
    subjects = [replace(SUBJECT, pages=frozenset(pages)) for pages in ((), (2,), (1,), (2,))]
    subjects[3] = replace(subjects[3], part="SID-04", names=("Lain",))
    alone = [inspect(path, each) for each in subjects]
    bare = [replace(each, pages=(), likeness={}) for each in alone]
    assert inspect_confined_for(path, subjects) == [alone[0], *bare[1:]]


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(seconds=1), "inspection_took_too_long"),
        (Limits(megabytes=60), "inspection_gave_up"),
    ],
)
def test_a_child_beyond_its_limits_leaves_one_finding(
    tmp_path: Path, limits: Limits, code: str
) -> None:
    """That says what happened."""
    path = tmp_path / "a.pdf"
    path.write_bytes(TRAPS["forms of forms.pdf"]())
    report = inspect_confined(path, SUBJECT, limits=limits)
    assert [finding.code for finding in report.findings] == [code]


def test_what_was_seen_within_the_time_is_kept(tmp_path: Path) -> None:
    """The first page is always looked at; the others are told as not inspected."""
    path = text_pdf(tmp_path / "a.pdf", [LINE] * 3)
    report = inspect(path, replace(SUBJECT, seconds=0))
    state = [f for f in report.findings if f.check == "document_state"]
    assert [(f.code, dict(f.facts)) for f in state] == [
        ("document_long", {"pages": 3, "inspected": 1}),
        ("document_readable", {"pages": 3}),
    ]
    assert [page.text for page in report.pages] == [LINE]


def test_a_picture_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    """By its measures, before it is unpacked."""
    Image.new("1", (20_000, 20_000)).save(tmp_path / "a.png")
    report = inspect_confined(tmp_path / "a.png", Subject(edition=SUBJECT.edition))
    assert [finding.code for finding in report.findings] == ["picture_too_large"]


def test_a_file_that_is_not_there_is_the_callers_fault(tmp_path: Path) -> None:
    """It raises here, and starts nothing."""
    with pytest.raises(FileNotFoundError):
        inspect_confined(tmp_path / "a.pdf", SUBJECT)


def test_nothing_is_left_of_an_inspection_whose_worker_is_killed(tmp_path: Path) -> None:
    """Neither the child nor what it started; they would work on for nobody."""
    path = tmp_path / "a.jpg"
    path.write_bytes(TRAPS["refined without end.jpg"]())
    script = f"""
from pathlib import Path
from pragola.inspection.confined import inspect_confined
from tests.inspection.test_confined import SUBJECT
inspect_confined(Path({str(path)!r}), SUBJECT)
"""
    with subprocess.Popen([sys.executable, "-c", script]) as worker:
        (child,) = _waited_for(lambda: _children_of(worker.pid))
        _waited_for(lambda: _is_confined(child))
        worker.kill()
    _waited_for(lambda: not _command_of(child))


def _waited_for[T](look: Callable[[], T]) -> T:
    for _ in range(3000):
        if found := look():
            return found
        sleep(0.01)
    raise AssertionError(look)


def _children_of(pid: int) -> list[int]:
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _is_confined(pid: int) -> bool:
    """Whether it has taken on its limits, and so begun."""
    return "Max open files            64 " in Path(f"/proc/{pid}/limits").read_text()


def _command_of(pid: int) -> bytes:
    """Empty once it has ended."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def test_within_the_limits_nobody_can_be_reached() -> None:
    """Neither by a name nor by an address; and no large file can be written."""
    script = """
import json, socket
from pragola.inspection.confined import Limits, apply_limits
apply_limits(Limits(file_megabytes=1))
told = []
for attempt in (
    lambda: socket.create_connection(("127.0.0.1", 9)),
    lambda: socket.getaddrinfo("localhost", 80),
    lambda: socket.socket(),
):
    try:
        attempt()
    except OSError as error:
        told.append(type(error).__name__)
print(json.dumps(told))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == ["PermissionError"] * 3
