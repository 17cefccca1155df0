"""Where readers lay their faults and the sources that were cited, so that reading goes on."""

from typing import NamedTuple

from pragola.scoring.faults import Fact, Fault

_LONGEST_FOUND = 80


class Mark(NamedTuple):
    """A line of a file, counted from 1."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class Desk:
    """Gathers all faults of the files being read. A muted desk forgets them."""

    def __init__(self, *, muted: bool = False) -> None:
        self._muted = muted
        self._laid: list[tuple[Mark, Fault]] = []
        self._cited: list[tuple[Mark, str]] = []

    def fault(
        self,
        code: str,
        mark: Mark,
        *,
        found: Fact = None,
        expected: Fact = None,
        **facts: Fact,
    ) -> None:
        """Lay down one fault."""
        if self._muted:
            return
        fault = Fault(
            code=code,
            place=str(mark),
            found=_short(found),
            expected="" if expected is None else str(expected),
            facts=tuple(facts.items()),
        )
        self._laid.append((mark, fault))

    def cite(self, source: str, mark: Mark) -> None:
        """Note that a value names this source."""
        self._cited.append((mark, source))

    @property
    def cited(self) -> tuple[tuple[Mark, str], ...]:
        """The sources named by values so far, each with its place."""
        return tuple(self._cited)

    @property
    def number(self) -> int:
        """How many faults there are."""
        return len(self._laid)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """All faults, by file and line."""
        return tuple(fault for _, fault in sorted(self._laid, key=lambda laid: laid[0]))


MUTED = Desk(muted=True)


def _short(found: Fact) -> str:
    text = "" if found is None else str(found)
    return text if len(text) <= _LONGEST_FOUND else f"{text[: _LONGEST_FOUND - 1]}…"
