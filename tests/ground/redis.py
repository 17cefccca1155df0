"""A Redis server for as long as it is needed: of the system, on loopback, with nothing on disk."""

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from threading import Event
from time import monotonic

from tests.ground.postgres import free_port

_SECONDS_TO_START = 30


@contextmanager
def running_redis() -> Iterator[str]:
    """The address of a server that runs meanwhile, as PRAGOLA_BROKER takes it."""
    program = shutil.which("redis-server")
    assert program, "Install redis-server."
    port = free_port()
    how = ["--bind", "127.0.0.1", "--port", str(port), "--save", "", "--appendonly", "no"]
    with subprocess.Popen([program, *how], stdout=subprocess.DEVNULL) as server:
        try:
            _wait_for(port, server)
            yield f"redis://127.0.0.1:{port}/0"
        finally:
            server.terminate()


def _wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    last = monotonic() + _SECONDS_TO_START
    while server.poll() is None and monotonic() < last:
        with suppress(OSError), closing(socket.create_connection(("127.0.0.1", port), timeout=1)):
            return
        Event().wait(0.05)
    raise RuntimeError("Redis did not start.")
