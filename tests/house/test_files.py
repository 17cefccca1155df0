"""What no committed file may hold. Patterns are spelt so that this file does not match them."""

import re

from tests.house.committed import ROOT, committed_lines, committed_paths

REGISTRY = re.compile(
    r"pypi[.]org|python[h]osted|npm[j]s[.]|yarn[p]kg[.]|(--|-)(extra-)?index[-]url\b"
    r"|find[-]links|\bcrates[.]io|proxy[.]golang",
    re.IGNORECASE,
)
MACHINE_PATH = re.compile(r"(?<![\w.])/([r]oot|[h]ome|[w]ork|[U]sers|[w]orkspace)/\w|[A-Z]:\\Users")
LEFT_OVER = re.compile(r"\bTO[D]O\b|\bFIX[M]E\b|\bX[X]X\b|<{7} |>{7} ")
INDEX_FREE = "--no-emit-index[-]url".replace("[-]", "-")


def test_no_file_names_a_registry() -> None:
    """Where packages come from is the machine's affair."""
    found = [
        place for place, line in committed_lines() if REGISTRY.search(line.replace(INDEX_FREE, ""))
    ]
    assert found == []


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    """A clone works wherever it lies."""
    assert [place for place, line in committed_lines() if MACHINE_PATH.search(line)] == []


def test_no_file_says_that_something_is_left_to_do() -> None:
    """What is open stands in the issues, not in the code."""
    assert [place for place, line in committed_lines() if LEFT_OVER.search(line)] == []


def test_no_lock_file_or_local_data_is_committed() -> None:
    """A lock file names a registry; data and caches belong to the machine."""
    names = {"uv[.]lock".replace("[.]", "."), "package-lock.json", "yarn.lock", ".coverage"}
    unwanted = (".sqlite3", ".pyc", ".log", ".mo")
    found = [
        str(path.relative_to(ROOT))
        for path in committed_paths()
        if path.name in names or path.suffix in unwanted
    ]
    assert found == []
