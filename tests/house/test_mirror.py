"""Tests stand where the code stands."""

from pathlib import Path

from tests.house.committed import ROOT
from tests.house.modules import SOURCE, modules

TESTS = ROOT / "tests"
APP_DEPTH = 2
"""An app of the site lies two folders deep; what is inside shares the app's tests."""


def test_every_package_has_its_tests() -> None:
    """Who opens a room finds its tests under the same name."""
    packages = {module.path.parent.relative_to(SOURCE) for module in modules()} - {Path()}
    rooms = {Path(*package.parts[:APP_DEPTH]) for package in packages}
    without = [str(room) for room in sorted(rooms) if not list((TESTS / room).rglob("test_*.py"))]
    assert without == []
