"""The worker may die; what visitors hand in is read all the same."""

import os
import signal
from pathlib import Path

import pytest
from playwright.sync_api import Page

from pragola.demonstration import demonstration as invented
from pragola.workbook import write_json
from tests.journeys.conftest import Demonstration

pytestmark = pytest.mark.browser

_REPLACED_WITHIN = 120_000
"""The longest way: a new worker, a reader taken for dead, the sweep, the reading."""


def workers_of(process: int) -> list[int]:
    """The worker processes that the demonstration started."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [
        pid for pid in map(int, children) if b"celery" in Path(f"/proc/{pid}/cmdline").read_bytes()
    ]


def test_a_killed_worker_is_replaced(
    page: Page, demonstration: Demonstration, tmp_path: Path
) -> None:
    """So are those that inspect and plan; the visitor waits a little longer, and hears nothing."""
    path = tmp_path / "pati.json"
    write_json(invented("2026"), path)
    killed = workers_of(demonstration.process.pid)
    for worker in killed:
        os.kill(worker, signal.SIGKILL)
    page.goto("/unggah/")
    page.get_by_label("Berkas jawaban").set_input_files(path)
    page.get_by_role("button", name="Unggah dan hitung").click()
    page.wait_for_url("**/penilaian/*/", timeout=_REPLACED_WITHIN)
    assert len(killed) == 3
