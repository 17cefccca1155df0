"""A stranger's file is looked at in a process that may not take much and can reach nobody."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from pragola.inspection.confined import Limits, inspect_confined
from pragola.inspection.inspecting import inspect
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from tests.inspection.documents.sheets import LINE, as_pdf, text_pdf, written

SUBJECT = Subject(edition=load_edition("2026"), part="SID-01", level=2, names=("Sigap Bumil",))


def test_the_child_tells_what_this_process_would(tmp_path: Path) -> None:
    """All of it: findings, text, media type."""
    path = text_pdf(tmp_path / "a.pdf", [LINE])
    assert inspect_confined(path, SUBJECT) == inspect(path, SUBJECT)


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
    path = as_pdf(tmp_path / "a.pdf", [written(lines=20)] * 20)
    report = inspect_confined(path, SUBJECT, limits=limits)
    assert [finding.code for finding in report.findings] == [code]


def test_a_picture_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    """By its measures, before it is unpacked."""
    Image.new("1", (20_000, 20_000)).save(tmp_path / "a.png")
    report = inspect_confined(tmp_path / "a.png", Subject(edition=SUBJECT.edition))
    assert [finding.code for finding in report.findings] == ["picture_too_large"]


def test_a_file_that_is_not_there_is_the_callers_fault(tmp_path: Path) -> None:
    """It raises here, and starts nothing."""
    with pytest.raises(FileNotFoundError):
        inspect_confined(tmp_path / "a.pdf", SUBJECT)


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
