"""What each check is worth on files that it was not written from."""

from pathlib import Path

import pytest

from pragola.inspection.checks import CHECKS
from pragola.inspection.findings import Severity
from tests.inspection.corpus.collection import specimens
from tests.inspection.corpus.judging import judge, table
from tests.inspection.corpus.specimen import Part

_PRECISE = 950
"""Per mille of what a check says; below, it may only doubt."""
_ON_PAPERS = (
    "document_date",
    "document_kind",
    "document_letter",
    "document_level",
    "document_name",
)
"""They say what is good, so they must be as precise as those that may block."""

_FEWEST = 120
_NOT_HERE = {
    "confinement": "It is about the process: tests/inspection/test_confined.py.",
    "likeness": "It compares files with one another: tests/inspection/likeness.",
    "video_link": "An address is no file: tests/inspection/videos/test_links.py.",
}
"""Checks that no single file can judge, and where they are tested."""


@pytest.mark.alone
def test_a_check_that_may_block_is_right_on_the_held_out_part(tmp_path: Path) -> None:
    """And every check that a file can judge is judged."""
    rows = table(judge(Part.HELD_OUT, tmp_path))
    hasty = [
        row
        for row in rows
        if CHECKS[row.check].most is Severity.BLOCKS or row.check in _ON_PAPERS
        if (row.precision or 0) < _PRECISE
    ]
    assert hasty == []
    assert {row.check for row in rows} == set(CHECKS) - set(_NOT_HERE)


def test_the_corpus_is_large_enough_to_tell() -> None:
    """In both parts together; and no file has the name of another."""
    names = [(part, each.name) for part in Part for each in specimens(part)]
    assert len(names) >= _FEWEST
    assert len(set(names)) == len(names)
