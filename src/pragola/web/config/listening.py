"""Links that died without a word: the kernel asks after them, so that nobody waits for ever.

A phone that loses its network in the middle of an upload sends no farewell, and the server hears
of nothing: a thread would wait for its bytes until the process ends. Sockets that are accepted
take over how the listening one asks after the other side.
"""

import os
import socket
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from stat import S_ISSOCK
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_OPEN_FILES = Path("/proc/self/fd")
_SECONDS_OF_SILENCE = 15
_SECONDS_BETWEEN = 5
_ATTEMPTS = 3


def asking_after_silent_links(site: WSGIApplication) -> WSGIApplication:
    """The same site; with its first request it begins to ask after silent links.

    No sooner, because some servers listen only once the site is there.
    """
    ask_once = cache(ask_after_silent_links)

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        ask_once()
        return site(environ, start_response)

    return answer


def ask_after_silent_links() -> None:
    """Ask so on every TCP socket of this process; elsewhere than on Linux, nothing happens."""
    for found in _tcp_sockets():
        with closing(found):
            found.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, _SECONDS_OF_SILENCE)
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPINTVL, _SECONDS_BETWEEN)
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPCNT, _ATTEMPTS)


def _tcp_sockets() -> Iterator[socket.socket]:
    for path in [*_OPEN_FILES.iterdir()] if _OPEN_FILES.exists() else ():
        try:
            descriptor = int(path.name)
            # Of a file, nothing is taken: a second descriptor would keep its locks, or drop them.
            if not S_ISSOCK(os.fstat(descriptor).st_mode):
                continue
            found = socket.socket(fileno=os.dup(descriptor))
        except OSError:
            continue
        families = (socket.AF_INET, socket.AF_INET6)
        if found.family in families and found.type == socket.SOCK_STREAM:
            yield found
        else:
            found.close()
