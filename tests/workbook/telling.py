"""Faults as tests compare them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pragola.scoring.faults import Fault, PragolaError
from pragola.workbook import answers_from, read_answers

type Told = tuple[str, str, str, str]
"""Code, place, found and expected of a fault."""


def told(faults: tuple[Fault, ...]) -> list[Told]:
    """What each fault says."""
    return [(fault.code, fault.place, fault.found, fault.expected) for fault in faults]


def faults_of(raw: Any) -> list[Told]:
    """The faults of raw answers."""
    return _raised(lambda: answers_from(raw))


def faults_in(path: Path) -> list[Told]:
    """The faults of a file of answers."""
    return _raised(lambda: read_answers(path))


def _raised(read: Callable[[], object]) -> list[Told]:
    with pytest.raises(PragolaError) as raised:
        read()
    return told(raised.value.faults)
