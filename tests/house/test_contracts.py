"""The import contracts of pyproject cover every room; `tests/run` holds them."""

import tomllib
from typing import Any

from tests.house.committed import ROOT
from tests.house.modules import SOURCE


def contracts() -> dict[str, Any]:
    """The contracts by their id."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text())
    return {contract["id"]: contract for contract in told["tool"]["importlinter"]["contracts"]}


def test_there_are_four_contracts() -> None:
    """Rooms, apps and floors in layers; Django and Celery behind the site's door."""
    types = {name: contract["type"] for name, contract in contracts().items()}
    assert types == {"rooms": "layers", "apps": "layers", "floors": "layers", "site": "forbidden"}


def test_every_room_but_the_site_is_kept_from_django() -> None:
    """A new room is added to the contract on the day it opens."""
    rooms = {f"pragola.{path.parent.name}" for path in SOURCE.glob("*/__init__.py")}
    assert set(contracts()["site"]["source_modules"]) == rooms - {"pragola.web"}


def test_no_import_is_let_through() -> None:
    """A contract with exceptions is a wish."""
    assert [name for name, contract in contracts().items() if "ignore_imports" in contract] == []
