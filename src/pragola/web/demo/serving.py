"""Serves the demonstration, with its worker, on a free port of this machine until Ctrl-C."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from time import monotonic, sleep

import django
from django.conf import settings
from django.core.management import call_command

_HOST = "127.0.0.1"
_PORTS = range(8000, 8100)
_SECONDS_TO_END = 10
_SECONDS_BETWEEN_LOOKS = 0.2
_STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

type Process = subprocess.Popen[bytes]


def main() -> int:
    """Prepare the tables and static files, serve, say where; the exit status of the server."""
    for stop in _STOPS:
        signal.signal(stop, signal.default_int_handler)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pragola.web.config.settings")
    os.environ["PRAGOLA_DEMONSTRATION"] = "1"
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    # Models can be imported only once Django is set up.
    prepare = import_module("pragola.web.demo.accounts").prepare_demonstration
    accounts = prepare()
    port = free_port(_PORTS)
    return _run(port, accounts)


def free_port(ports: range) -> int:
    """The first of these ports that nobody listens on here."""
    for port in ports:
        with socket.socket() as probe, suppress(OSError):
            probe.bind((_HOST, port))
            return port
    raise SystemExit(f"No free port from {ports.start} to {ports.stop - 1}.")


def server_command(port: int) -> list[str]:
    """What serves the site on that port of this machine."""
    where = ["--host", _HOST, "--port", str(port), "--log-level", "error"]
    # Each file that comes over a slow link holds a thread for as long as it takes; the server
    # would warn of so many.
    how = ["--interface", "wsgi", "--blocking-threads", "32", "--workers-kill-timeout", "3s"]
    return [sys.executable, "-m", "granian", *where, *how, "pragola.web.config.wsgi:application"]


def _worker() -> list[str]:
    """Does what is quick, and keeps the time for all."""
    return [*_worker_of("celery"), "--beat", "--schedule", str(Path(settings.VAR) / "beat")]


def _inspector() -> list[str]:
    """Inspects files, which is slow: nobody's workbook waits behind a scan."""
    return _worker_of("inspection")


def _planner() -> list[str]:
    """Works out plans, which takes a processor for seconds to minutes."""
    return _worker_of("planning")


def _worker_of(queue: str) -> list[str]:
    celery = [sys.executable, "-m", "celery", "--quiet", "--app", "pragola.web.config.celery"]
    alone = ["--concurrency", "1", "--without-gossip", "--without-mingle", "--without-heartbeat"]
    named = ["--hostname", f"{queue}@%h", "--queues", queue]
    return [*celery, "worker", "--loglevel", "error", *alone, *named]


_WORKERS = {"worker": _worker, "inspector": _inspector, "planner": _planner}


def _run(port: int, accounts: str) -> int:
    # Mails and texts to pass on lead to where it is served.
    os.environ.setdefault("PRAGOLA_ADDRESS", f"http://{_HOST}:{port}")
    workers = {name: _started(command()) for name, command in _WORKERS.items()}
    running = {"server": _started(server_command(port))} | workers
    try:
        if _answers(running["server"], port):
            sys.stdout.write(f"Pragola: http://{_HOST}:{port}/ (Ctrl-C)\n{accounts}")
            sys.stdout.flush()
        return _watched(running)
    except KeyboardInterrupt:
        return 0
    finally:
        _end([*running.values()])


def _started(command: list[str]) -> Process:
    # Celery has a word of advice for those who run as root; a demonstration needs none. What was
    # checked when it was prepared is not checked again by each of its workers.
    quiet = os.environ | {"PYTHONWARNINGS": "ignore", "CELERY_SKIP_CHECKS": "1"}
    return subprocess.Popen(command, env=quiet, start_new_session=True)


def _answers(server: Process, port: int) -> bool:
    while server.poll() is None:
        with suppress(OSError), socket.create_connection((_HOST, port), timeout=1):
            return True
        sleep(_SECONDS_BETWEEN_LOOKS)
    return False


def _watched(running: dict[str, Process]) -> int:
    """Wait for the server to end; a worker that ended is replaced."""
    while (status := running["server"].poll()) is None:
        for name, command in _WORKERS.items():
            if running[name].poll() is not None:
                _clear(running[name])
                running[name] = _started(command())
        sleep(_SECONDS_BETWEEN_LOOKS)
    return status


def _end(processes: list[Process]) -> None:
    # Whoever presses Ctrl-C twice shall not leave anything behind.
    for stop in _STOPS:
        signal.signal(stop, signal.SIG_IGN)
    for process in processes:
        process.terminate()
    last = monotonic() + _SECONDS_TO_END
    for process in processes:
        with suppress(subprocess.TimeoutExpired):
            process.wait(max(last - monotonic(), 0))
        _clear(process)


def _clear(process: Process) -> None:
    # Each leads a group of its own; children that outlived their parent go with it.
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
