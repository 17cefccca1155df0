"""What inspection is doing right now, told on the way to whoever listens.

The rooms say where they are with `tell`; nobody listens unless a caller does (`heard_by`). From the
child of `confined` the steps come as lines, which are a stranger's words and read as such.
"""

import os
import re
import select
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from time import monotonic

from pragola.scoring.faults import Facts

_MOST = 64 * 1024
"""Bytes that are listened to: a document of 400 pages tells 10 thousand."""
_BLOCK = 4096
_LONGEST_LINE = 64
_LINE = re.compile(rb"([a-z_]{1,20}) ([0-9]{1,6}) ([0-9]{1,6})")


class Deed(StrEnum):
    """What is being done; the key of its sentence."""

    READING_PAGE = "reading_page"
    LOOKING_AT_PICTURE = "looking_at_picture"
    WATCHING_VIDEO = "watching_video"
    LOOKING_CLOSER = "looking_closer"
    CHECKING_SIGNATURES = "checking_signatures"


@dataclass(frozen=True, slots=True)
class Step:
    """The deed that is begun: the `number`th of `total` pages or parts, counted from 1."""

    deed: Deed
    number: int = 1
    total: int = 1

    @property
    def code(self) -> str:
        """The key of its sentence."""
        return self.deed.value

    @property
    def percent(self) -> int | None:
        """How much of the deed is done before this step; None where it has only one."""
        return 100 * (self.number - 1) // self.total if self.total > 1 else None

    @property
    def facts(self) -> Facts:
        """How far, for the sentence."""
        return (("number", self.number), ("total", self.total), ("percent", self.percent))


type Listener = Callable[[Step], None]


def silent(_: Step) -> None:
    """Nobody listens."""


_listener: ContextVar[Listener] = ContextVar("listener", default=silent)


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    """Whatever is told inside is heard by it."""
    before = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(before)


def tell(deed: Deed, number: int = 1, total: int = 1) -> None:
    """Say what is begun now."""
    _listener.get()(Step(deed, number, total))


def as_line(step: Step) -> bytes:
    """A step on its way out of the child."""
    return f"{step.deed} {step.number} {step.total}\n".encode()


def step_in(line: bytes) -> Step | None:
    """The step of a line; None for anything else that a stranger may write."""
    found = _LINE.fullmatch(line)
    if found is None or found[1].decode() not in list(Deed):
        return None
    number, total = int(found[2]), int(found[3])
    return Step(Deed(found[1].decode()), number, total) if 1 <= number <= total else None


def steps_on(pipe: int, until: float) -> Iterator[Step]:
    """The steps that a stranger writes to a pipe, until it is closed or the time is over.

    `until` is a moment of `monotonic`. Whoever floods the pipe is not listened to any longer.
    """
    rest, left = b"", _MOST
    while left > 0 and (block := _next_block(pipe, until)):
        left -= len(block)
        *lines, rest = (rest + block).split(b"\n")
        rest = rest[-_LONGEST_LINE:]
        yield from (step for line in lines if (step := step_in(line)))


def _next_block(pipe: int, until: float) -> bytes:
    """Empty at the end, or when the time is over."""
    ready, _, _ = select.select([pipe], [], [], max(until - monotonic(), 0))
    return os.read(pipe, _BLOCK) if ready else b""
