"""Twenty verifiers work on one queue of 2,000 claims: none is judged twice, none is left out."""

import json
from pathlib import Path

import pytest

from tests.ground.postgres import running_postgres
from tests.ground.site import Site

pytestmark = pytest.mark.alone

CLAIMS, VERIFIERS = 2_000, 20
FEW = 200
"""On SQLite, where one writes at a time."""


def outcome(site: Site, claims: int) -> dict[str, object]:
    """What came of it, but for the times, and for how the work was spread: chance has a say."""
    told = json.loads(site.run("-m", "tests.ground.verifiers", str(claims), str(VERIFIERS)))
    assert told.pop("verifiers_at_work") > 1
    return {name: value for name, value in told.items() if not name.startswith("seconds")}


def expected(claims: int) -> dict[str, object]:
    """Each claim once."""
    return {"claims": claims, "judged_so_often": {"1": claims}, "left_in_queue": 0}


def test_twenty_verifiers_judge_each_claim_once_on_postgresql(tmp_path: Path) -> None:
    """All at the same time, the next as soon as one is done."""
    with running_postgres() as database:
        assert outcome(Site(tmp_path, database), CLAIMS) == expected(CLAIMS)


def test_twenty_verifiers_judge_each_claim_once_on_sqlite(tmp_path: Path) -> None:
    """Where a transaction has the whole database to itself."""
    assert outcome(Site(tmp_path), FEW) == expected(FEW)
