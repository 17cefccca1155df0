"""A link between a browser and the server that is slow where told, and can be cut."""

import socket
from contextlib import suppress
from threading import Thread
from time import sleep
from types import TracebackType
from typing import Self

_PIECE = 4096
_HELD = 4 * _PIECE
"""So much waits in the link itself; the rest waits in the browser, as on a real one."""


class WeakLink:
    """Carries every byte to `port` of this machine; upwards at most so many a second."""

    def __init__(self, port: int) -> None:
        """Open a port of its own; nothing is slow yet."""
        self.bytes_a_second = 0
        self._to = ("127.0.0.1", port)
        self._whole = True
        self._open: set[socket.socket] = set()
        self._door = socket.create_server(("127.0.0.1", 0))
        self._door.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _HELD)
        self.address = f"http://127.0.0.1:{self._door.getsockname()[1]}"

    def __enter__(self) -> Self:
        """Let browsers in."""
        Thread(target=self._welcome, daemon=True).start()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Close everything."""
        self.cut()
        self._door.close()

    def cut(self) -> None:
        """Break every connection and let nobody through."""
        self._whole = False
        for each in [*self._open]:
            _end(each)

    def mend(self) -> None:
        """Let browsers through again."""
        self._whole = True

    def _welcome(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._door.accept()
                if self._whole:
                    self._join(near)
                else:
                    near.close()

    def _join(self, near: socket.socket) -> None:
        far = socket.create_connection(self._to)
        self._open |= {near, far}
        Thread(target=self._carry, args=(near, far), daemon=True).start()
        Thread(target=self._carry_back, args=(far, near), daemon=True).start()

    def _carry(self, near: socket.socket, far: socket.socket) -> None:
        with suppress(OSError):
            while piece := near.recv(_PIECE):
                if self.bytes_a_second:
                    sleep(len(piece) / self.bytes_a_second)
                far.sendall(piece)
        self._part(near, far)

    def _carry_back(self, far: socket.socket, near: socket.socket) -> None:
        with suppress(OSError):
            while piece := far.recv(_PIECE):
                near.sendall(piece)
        self._part(near, far)

    def _part(self, *ends: socket.socket) -> None:
        for each in ends:
            _end(each)
            self._open.discard(each)


def _end(each: socket.socket) -> None:
    with suppress(OSError):
        each.shutdown(socket.SHUT_RDWR)
    each.close()
