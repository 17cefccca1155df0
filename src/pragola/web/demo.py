"""Serves the demonstration, with its worker, on a free port of this machine until Ctrl-C."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep

import django
from django.conf import settings
from django.core.management import call_command

_HOST = "127.0.0.1"
_PORTS = range(8000, 8100)
_SECONDS_TO_END = 10
_SECONDS_BETWEEN_KNOCKS = 0.1


def main() -> int:
    """Prepare the tables and static files, serve, say where; the exit status of the server."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pragola.web.config.settings")
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    port = free_port(_PORTS)
    return _run(port)


def free_port(ports: range) -> int:
    """The first of these ports that nobody listens on here."""
    for port in ports:
        with socket.socket() as probe, suppress(OSError):
            probe.bind((_HOST, port))
            return port
    raise SystemExit(f"No free port from {ports.start} to {ports.stop - 1}.")


def _server(port: int) -> list[str]:
    where = ["--host", _HOST, "--port", str(port), "--log-level", "warning"]
    much = ["--blocking-threads", "4"]
    site = "pragola.web.config.wsgi:application"
    return [sys.executable, "-m", "granian", "--interface", "wsgi", *where, *much, site]


def _worker() -> list[str]:
    celery = [sys.executable, "-m", "celery", "--quiet", "--app", "pragola.web.config.celery"]
    alone = ["--concurrency", "1", "--without-gossip", "--without-mingle", "--without-heartbeat"]
    sweep = ["--beat", "--schedule", str(Path(settings.VAR) / "beat")]
    return [*celery, "worker", "--loglevel", "warning", *alone, *sweep]


def _run(port: int) -> int:
    with _running(_server(port)) as process, _running(_worker()):
        try:
            if _answers(process, port):
                sys.stdout.write(f"Pragola: http://{_HOST}:{port}/ (Ctrl-C)\n")
                sys.stdout.flush()
            return process.wait()
        except KeyboardInterrupt:
            return 0


def _answers(process: subprocess.Popen[bytes], port: int) -> bool:
    while process.poll() is None:
        with suppress(OSError), socket.create_connection((_HOST, port), timeout=1):
            return True
        sleep(_SECONDS_BETWEEN_KNOCKS)
    return False


@contextmanager
def _running(command: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(_SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


if __name__ == "__main__":
    sys.exit(main())
