"""A worker that is killed in the midst of a video leaves nothing half, and another begins anew."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event
from time import monotonic

import pytest

from pragola.inspection.videos.boxes import told_seconds
from tests.ground.site import Site
from tests.inspection.videos.films import Film, made

pytestmark = pytest.mark.alone

KILLS = 3
_SECONDS = 30
"""Of film: long enough to be killed in the midst of."""
_PATIENCE = 120
_SET_UP = """
import os, sys, django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pragola.web.config.settings")
django.setup()
"""
_USE = """
from pathlib import Path
from pragola.web.innovations.models import Entry
from tests.web.evidence.test_evidence import a_file, some_evidence, use
entry = Entry.objects.first()
content = Path(sys.argv[1]).read_bytes()
evidence = some_evidence(entry.innovation.unit, a_file(content, "video/mp4"), "video.mp4")
use(evidence, entry, "SID-20")
"""
_WORK = """
from pragola.web.evidence.models import Inspection
from pragola.web.evidence.tasks import inspect_and_render
Inspection.objects.update(state="done")
inspect_and_render()
"""
_SWEEP = """
from datetime import timedelta
from django.utils.timezone import now
from pragola.web.evidence.actions.rendering import DEAD_AFTER, sweep_renderings
sweep_renderings(now() + DEAD_AFTER + timedelta(seconds=1))
"""


def test_a_killed_worker_leaves_no_half_file_and_is_followed_by_another(tmp_path: Path) -> None:
    """Twice in the midst; the third try makes it whole, and says that it was the third."""
    site = Site(tmp_path / "var")
    site.prepare()
    film = made(tmp_path / "film.mp4", Film(seconds=_SECONDS, size=(1280, 720)))
    run(site, _USE, str(film)).wait()
    struck = [kill_in_the_midst(site) for _ in range(KILLS - 1)]
    assert run(site, _WORK).wait(_PATIENCE) == 0
    small = next((site.var / "renditions").rglob("480p.mp4"))
    left = sorted(each.name for each in small.parent.iterdir())
    rows = site.rows("SELECT state, tries, percent FROM evidence_rendering")
    assert struck == [["poster.jpg"]] * (KILLS - 1)
    assert (left, round(told_seconds(small) or 0)) == (["480p.mp4", "poster.jpg"], _SECONDS)
    assert rows == [("done", KILLS, 100)]


def kill_in_the_midst(site: Site) -> list[str]:
    """Kill a worker once part of the film is made, and sweep; what it has left behind."""
    worker = run(site, _WORK)
    wait_for(lambda: site.rows("SELECT percent FROM evidence_rendering WHERE percent > 9"), worker)
    os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()
    # Its child hears of it when it tells the next percent.
    folder = next((site.var / "renditions").rglob("poster.jpg")).parent
    wait_for(lambda: not list(folder.glob("*.part")))
    assert run(site, _SWEEP).wait() == 0
    return sorted(each.name for each in folder.iterdir())


def run(site: Site, script: str, *arguments: str) -> "subprocess.Popen[bytes]":
    """A process of the site, in a group of its own."""
    command = [sys.executable, "-c", _SET_UP + script, *arguments]
    return subprocess.Popen(command, env=site.environment, start_new_session=True)


def wait_for(
    happened: Callable[[], object], process: "subprocess.Popen[bytes] | None" = None
) -> None:
    """Wait until it has happened; fails where that takes too long, or its process ended."""
    last = monotonic() + _PATIENCE
    while not happened():
        assert monotonic() < last
        assert process is None or process.poll() is None
        Event().wait(0.05)
