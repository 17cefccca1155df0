"""The version is the same wherever it is told."""

import re
import tomllib

from tests.house.committed import ROOT


def test_the_changelog_tells_of_this_version_first() -> None:
    """Its newest heading is the version of pyproject."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    headings = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(), flags=re.MULTILINE)
    assert headings[:1] == [version]
