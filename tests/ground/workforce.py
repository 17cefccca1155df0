"""Real Celery workers of a site that can be killed, and what sends them work."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from random import Random
from threading import Event
from time import monotonic

from celery import Celery

from tests.ground.site import Site

_APPLICATION = ["-m", "celery", "--quiet", "--app", "pragola.web.config.celery"]
_ALONE = ["--concurrency", "1", "--without-gossip", "--without-mingle", "--without-heartbeat"]
_PATIENCE = 300
_BETWEEN = 40
"""Looks between two messages, a twentieth of a second each."""
_SWEEP = """
import os, sys, django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pragola.web.config.settings")
django.setup()
from datetime import timedelta
from django.utils.timezone import now
from pragola.web.evidence.actions.inspecting import sweep_inspections
sweep_inspections(now(), dead_after=timedelta(seconds=int(sys.argv[1])))
"""
_AGAIN = """
import os, sys, django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pragola.web.config.settings")
django.setup()
from django.utils.timezone import now
from pragola.web.evidence.actions.inspecting import inspect_again
from pragola.web.evidence.models import Use
from pragola.web.shared.audit import SYSTEM
for use in Use.objects.filter(inspection__state__in=sys.argv[1:]).order_by("pk"):
    inspect_again(use, by=SYSTEM, at=now())
"""


class Workforce:
    """Workers for the inspection queue of a site, each a group of processes of its own."""

    def __init__(self, site: Site, broker: str, *, size: int) -> None:
        """So many at once, on that broker; none has started yet."""
        self.site, self._broker, self._size = site, broker, size
        self._workers: list[subprocess.Popen[bytes]] = []
        self._names = iter(range(10_000))
        site.environment["PRAGOLA_BROKER"] = broker
        self._sender = Celery("sender", broker=broker)
        if broker.startswith("filesystem"):
            self._sender.conf.broker_transport_options = _folders(site.var)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """All of them work meanwhile; none is left."""
        try:
            self.fill_up()
            yield
        finally:
            self.kill_all()

    def fill_up(self) -> None:
        """Start as many as are missing."""
        while len(self._workers) < self._size:
            name = f"w{next(self._names)}@%h"
            self._workers.append(
                self._start("worker", *_ALONE, "--hostname", name, "--queues", "inspection")
            )

    def ask(self, times: int = 1) -> None:
        """Send so many messages that files wait."""
        for _ in range(times):
            self._sender.send_task("evidence.inspect", queue="inspection")

    def lose_all_messages(self) -> None:
        """As a broker does that is started anew."""
        if self._broker.startswith("redis"):
            with self._sender.connection_for_write() as connection:
                connection.default_channel.client.flushall()
            return
        for message in (self.site.var / "queue").iterdir():
            message.unlink(missing_ok=True)

    def kill_one(self, random: Random) -> None:
        """Kill one that is inspecting, with all of its group, at once; another follows."""
        self.drive(self._busy)
        victim = random.choice(self._busy() or self._workers)
        _kill(victim)
        self._workers.remove(victim)
        self.fill_up()

    def kill_all(self) -> None:
        """Every one of them."""
        for worker in self._workers:
            _kill(worker)
        self._workers.clear()

    @contextmanager
    def beat(self) -> Iterator[None]:
        """The real beat sends what it sends meanwhile."""
        schedule = str(self.site.var / "beat")
        beat = self._start("beat", "--schedule", schedule)
        try:
            yield
        finally:
            _kill(beat)

    def sweep(self, *, dead_after: int) -> None:
        """What the site does from time to time; so many seconds make a worker count as dead."""
        self.site.run("-c", _SWEEP, str(dead_after))

    def inspect_again(self, *states: str) -> None:
        """What a person does on the page, for all that are in one of these states."""
        self.site.run("-c", _AGAIN, *states)

    def wait_for(self, happened: Callable[[], object]) -> None:
        """Wait until it has happened; fails where nothing goes on any more."""
        last = monotonic() + _PATIENCE
        while not happened():
            assert monotonic() < last, self.states()
            Event().wait(0.05)

    def drive(self, happened: Callable[[], object]) -> None:
        """Wait until it has happened, and send a message now and then: the killed lose theirs."""
        waited = count()

        def looked() -> object:
            if next(waited) % _BETWEEN == 0:
                self.ask()
            return happened()

        self.wait_for(looked)

    def wait_for_answers(self) -> None:
        """Wait until every one of them listens."""
        control = self._sender.control
        self.wait_for(lambda: len(control.ping(timeout=1)) == self._size)

    def states(self) -> dict[str, int]:
        """How many inspections are how far."""
        told = self.site.rows("SELECT state, count(*) FROM evidence_inspection GROUP BY state")
        return {str(state): int(count) for state, count in told}

    def _busy(self) -> "list[subprocess.Popen[bytes]]":
        return [worker for worker in self._workers if _is_inspecting(worker.pid)]

    def _start(self, *what: str) -> "subprocess.Popen[bytes]":
        # What was checked when the site was prepared need not be checked at every start.
        ready = {"PYTHONWARNINGS": "ignore", "CELERY_SKIP_CHECKS": "1"}
        quiet = self.site.environment | ready
        command = [sys.executable, *_APPLICATION, what[0], "--loglevel", "critical", *what[1:]]
        return subprocess.Popen(command, env=quiet, start_new_session=True)


def _folders(var: Path) -> dict[str, str]:
    """Where messages lie, as the settings of the site have it."""
    queue, control = var / "queue", var / "queue-control"
    for folder in (queue, control):
        folder.mkdir(parents=True, exist_ok=True)
    told = {"data_folder_in": queue, "data_folder_out": queue, "control_folder": control}
    return {name: str(folder) for name, folder in told.items()}


def _kill(process: "subprocess.Popen[bytes]") -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _is_inspecting(pid: int) -> bool:
    """Whether a child of a child of it looks into a file."""
    below = [grand for child in _children(pid) for grand in _children(child)]
    return any(b"pragola.inspection" in _command(each) for each in below)


def _children(pid: int) -> list[int]:
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
