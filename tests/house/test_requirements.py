"""Everything that is installed is pinned, and known by its hash."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.committed import ROOT

COMPILED = sorted((ROOT / "requirements").glob("*.txt"))
PINNED = re.compile(r"[a-z0-9][a-z0-9._-]*==\S+( ; .+)?( --hash=sha256:[0-9a-f]{64})+")


def requirements(path: Path) -> list[str]:
    """The entries of a compiled file, each on one line, without comments."""
    text = re.sub(r"^\s*#.*\n", "", path.read_text(), flags=re.MULTILINE)
    joined = re.sub(r"\s*\\\n\s*", " ", text)
    return joined.splitlines()


def names(path: Path) -> set[str]:
    """The packages of a compiled file."""
    return {line.partition("==")[0] for line in requirements(path)}


def project() -> dict[str, list[str]]:
    """The packages that pyproject asks for, by the file they are compiled into."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text())
    asked = {
        "app.txt": told["project"]["dependencies"],
        "dev.txt": told["project"]["dependencies"] + told["dependency-groups"]["dev"],
    }
    return {
        file: [canonicalize_name(Requirement(line).name) for line in lines]
        for file, lines in asked.items()
    }


@pytest.mark.parametrize("path", COMPILED, ids=lambda path: path.name)
def test_every_requirement_is_pinned_and_hashed(path: Path) -> None:
    """A line without version or hash would let a package change under us."""
    lines = requirements(path)
    assert lines
    assert [line for line in lines if not PINNED.fullmatch(line)] == []


@pytest.mark.parametrize("file", ["app.txt", "dev.txt"])
def test_what_pyproject_asks_for_is_compiled(file: str) -> None:
    """`make requirements` was run after the last change."""
    assert sorted(set(project()[file]) - names(ROOT / "requirements" / file)) == []


def test_the_tests_run_on_the_versions_that_are_shipped() -> None:
    """The packages of the application have the same pins in both files."""
    shipped = set(requirements(ROOT / "requirements" / "app.txt"))
    assert sorted(shipped - set(requirements(ROOT / "requirements" / "dev.txt"))) == []
