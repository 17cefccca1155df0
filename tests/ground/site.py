"""A site of its own on this machine: a server that can be killed, and a look at what it keeps."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from threading import Event
from time import monotonic
from types import MappingProxyType
from typing import Any

import psycopg
import requests

from pragola.web.demo.serving import free_port, server_command
from tests.ground.worksite import Worksite

_SECONDS_TO_START = 60
_ANSWERED_BY = "/akun/login/"
_SWEEP = """
import os, django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pragola.web.config.settings")
django.setup()
from datetime import timedelta
from django.utils.timezone import now
from pragola.web.evidence.actions.arrivals import sweep_arrivals
sweep_arrivals(now() + timedelta(days=30))
"""
"""So much later that whatever a killed process was writing counts as left behind."""


class Site:
    """A server with data of its own; `up` is set while it answers."""

    def __init__(
        self, var: Path, database: str = "", *, more: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        """In the folder `var`, with the database of that address, else with a file.

        `more` is what else its environment says.
        """
        self.var, self._database = var, database
        self.environment = _plain(os.environ) | {"PRAGOLA_VAR": str(var), **more}
        if database:
            self.environment["PRAGOLA_DATABASE"] = database
        self.up = Event()
        self._port = free_port(_ports())
        self.address = f"http://127.0.0.1:{self._port}"
        self._server: subprocess.Popen[bytes] | None = None

    def prepare(self) -> Worksite:
        """Make the data to work at."""
        told = json.loads(self.run("-m", "tests.ground.worksite"))
        return Worksite(told["email"], told["password"], tuple(told["entries"]))

    def start(self) -> None:
        """Serve; return when it answers."""
        command = server_command(self._port)
        self._server = subprocess.Popen(
            command, env=self.environment, start_new_session=True, stderr=subprocess.DEVNULL
        )
        last = monotonic() + _SECONDS_TO_START
        while self._server.poll() is None and monotonic() < last:
            with suppress(OSError), socket.create_connection(("127.0.0.1", self._port), timeout=1):
                requests.get(self.address + _ANSWERED_BY, timeout=_SECONDS_TO_START)
                self.up.set()
                return
            Event().wait(0.05)
        raise RuntimeError("The server did not start.")

    def kill(self) -> None:
        """Kill it with all of its processes, as a machine does that runs out of memory."""
        if self._server is None:
            return
        self.up.clear()
        with suppress(ProcessLookupError):
            os.killpg(self._server.pid, signal.SIGKILL)
        self._server.wait()
        self._server = None

    def cut_off(self) -> int:
        """End every connection of the server to PostgreSQL; how many there were."""
        with psycopg.connect(self._database) as connection:
            ended = connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
            )
            return sum(1 for (done,) in ended if done)

    def rows(self, question: str) -> list[tuple[Any, ...]]:
        """What the database itself says, past all of our code."""
        if self._database:
            with psycopg.connect(self._database) as connection:
                return list(connection.execute(question.encode()))
        with closing(sqlite3.connect(self.var / "database.sqlite3", timeout=20)) as file:
            return list(file.execute(question))

    @property
    def is_on_postgres(self) -> bool:
        """Whether its database is a server."""
        return bool(self._database)

    def execute(self, statements: str) -> None:
        """Change the database past all of our code."""
        if self._database:
            with psycopg.connect(self._database) as connection:
                connection.execute(statements.encode())
            return
        with closing(sqlite3.connect(self.var / "database.sqlite3", timeout=20)) as file:
            file.executescript(statements)

    def sweep(self) -> None:
        """Do what the worker does from time to time."""
        self.run("-c", _SWEEP)

    def run(self, *arguments: str) -> str:
        """What a Python of the site prints when called with these arguments."""
        command = [sys.executable, *arguments]
        done = subprocess.run(command, env=self.environment, check=True, stdout=subprocess.PIPE)
        return done.stdout.decode()


def _plain(environment: "os._Environ[str]") -> dict[str, str]:
    """Without what would make the server another one: its settings, the measuring of coverage."""
    ours = ("PRAGOLA_", "COVERAGE_", "DJANGO_")
    return {name: value for name, value in environment.items() if not name.startswith(ours)}


def _ports() -> range:
    first = Random(os.getpid()).randrange(20_000, 30_000)
    return range(first, first + 100)
