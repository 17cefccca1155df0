"""Serves the demonstration on a free port of this machine until Ctrl-C."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress

import django
from django.core.management import call_command

_HOST = "127.0.0.1"
_PORTS = range(8000, 8100)


def main() -> int:
    """Collect the static files, serve, say where; the exit status of the server."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pragola.web.config.settings")
    django.setup()
    call_command("collectstatic", interactive=False, verbosity=0)
    port = free_port(_PORTS)
    sys.stdout.write(f"Pragola: http://{_HOST}:{port}/ (Ctrl-C)\n")
    sys.stdout.flush()
    return _serve(port)


def free_port(ports: range) -> int:
    """The first of these ports that nobody listens on here."""
    for port in ports:
        with socket.socket() as probe, suppress(OSError):
            probe.bind((_HOST, port))
            return port
    raise SystemExit(f"No free port from {ports.start} to {ports.stop - 1}.")


def _serve(port: int) -> int:
    server = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", _HOST]
    where = ["--port", str(port), "--log-level", "warning", "--blocking-threads", "4"]
    with subprocess.Popen([*server, *where, "pragola.web.config.wsgi:application"]) as process:
        try:
            return process.wait()
        except KeyboardInterrupt:
            process.terminate()
            process.wait()
            return 0


if __name__ == "__main__":
    sys.exit(main())
