"""Tests stand where the code stands."""

from pathlib import Path

from tests.house.committed import ROOT
from tests.house.modules import SOURCE, modules

TESTS = ROOT / "tests"


def test_every_package_has_its_tests() -> None:
    """Who opens a room finds its tests under the same name."""
    rooms = {module.path.parent.relative_to(SOURCE) for module in modules()} - {Path()}
    without = [str(room) for room in sorted(rooms) if not list((TESTS / room).rglob("test_*.py"))]
    assert without == []
