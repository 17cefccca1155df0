"""Workers are killed in the midst of inspections; every file has its findings, none twice."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from threading import Event

import pytest

from tests.ground.postgres import running_postgres
from tests.ground.redis import running_redis
from tests.ground.site import Site
from tests.ground.workforce import Workforce

pytestmark = pytest.mark.alone

SEED = 20_261
_FILES = "tests.ground.files_to_inspect"
KILLS = 50
WORKERS = 3
FILES = 60
MORE = 5
"""Files that come after the broker has lost everything."""
MOST_BETWEEN = 1
"""Outcomes between one kill and the next, at most; the one that is killed is always at work."""
DEAD_AFTER = 20
"""Seconds; a file here takes two, and who holds one for longer was killed."""


_WATCH_ON_SQLITE = """
CREATE TABLE moves (inspection bigint, old text, new text);
CREATE TRIGGER queued AFTER INSERT ON evidence_inspection BEGIN
    INSERT INTO moves VALUES (NEW.id, '', NEW.state); END;
CREATE TRIGGER moved AFTER UPDATE OF state ON evidence_inspection WHEN OLD.state <> NEW.state BEGIN
    INSERT INTO moves VALUES (NEW.id, OLD.state, NEW.state); END;
"""
_WATCH_ON_POSTGRES = """
CREATE TABLE moves (inspection bigint, old text, new text);
CREATE FUNCTION watch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO moves VALUES (
        NEW.id, CASE WHEN TG_OP = 'INSERT' THEN '' ELSE OLD.state END, NEW.state);
    RETURN NULL; END $$;
CREATE TRIGGER queued AFTER INSERT ON evidence_inspection FOR EACH ROW EXECUTE FUNCTION watch();
CREATE TRIGGER moved AFTER UPDATE ON evidence_inspection FOR EACH ROW
    WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION watch();
"""
"""The database itself writes down every move of an inspection, past all of our code."""


@pytest.fixture
def by_files(tmp_path: Path) -> Workforce:
    """A database that is a file, and messages that are files."""
    return Workforce(Site(tmp_path), "filesystem://", size=WORKERS)


@pytest.fixture
def by_servers(tmp_path: Path) -> Iterator[Workforce]:
    """PostgreSQL and Redis."""
    with running_postgres(fast=False) as database, running_redis() as broker:
        yield Workforce(Site(tmp_path, database), broker, size=WORKERS)


def test_with_messages_in_files_every_file_has_its_findings_once(by_files: Workforce) -> None:
    """However often workers are killed, and though the queue loses all it has."""
    survived(by_files)


def test_with_messages_in_redis_every_file_has_its_findings_once(by_servers: Workforce) -> None:
    """As above, on the servers of a large site."""
    survived(by_servers)


def survived(workforce: Workforce) -> None:
    """Fifty kills under load, then a broker that forgets; fails where anything is lost."""
    site, random = workforce.site, Random(SEED)
    site.prepare()
    site.execute(_WATCH_ON_POSTGRES if site.is_on_postgres else _WATCH_ON_SQLITE)
    site.run("-m", _FILES, "0", str(FILES))
    with workforce.at_work():
        for _ in range(KILLS):
            keep_busy(workforce)
            done = kept(site) + random.randint(0, MOST_BETWEEN)
            workforce.drive(lambda: kept(site) >= done)  # noqa: B023
            workforce.kill_one(random)
        bring_to_an_end(workforce)
    assert outcomes(site) == [("done", 1)] * FILES
    with workforce.at_work():
        workforce.ask(MORE)
        workforce.lose_all_messages()
        site.run("-m", _FILES, str(FILES), str(MORE))
        with workforce.beat():
            workforce.wait_for(lambda: set(workforce.states()) == {"done"})
    assert outcomes(site) == [("done", 1)] * (FILES + MORE)
    assert twice(site) == []
    assert unlike(site) == []


def keep_busy(workforce: Workforce) -> None:
    """Messages enough, and files: what is done is asked for anew once hardly any waits."""
    workforce.ask(WORKERS)
    if workforce.states().get("waiting", 0) < WORKERS:
        workforce.sweep(dead_after=DEAD_AFTER)
        workforce.inspect_again("done")


def bring_to_an_end(workforce: Workforce) -> None:
    """Nobody is killed any more: what the dead held is given back, what was set aside is asked
    for once more, as a person would."""
    while set(workforce.states()) != {"done"}:
        workforce.sweep(dead_after=DEAD_AFTER)
        workforce.inspect_again("isolated")
        workforce.ask(WORKERS)
        Event().wait(1)


def outcomes(site: Site) -> list[tuple[object, ...]]:
    """Of every use: how far its inspection is, and whether it has findings."""
    return site.rows(
        "SELECT state, (SELECT min(1) FROM evidence_inspectionfinding f "
        "WHERE f.inspection_id = i.id) FROM evidence_inspection i ORDER BY i.id"
    )


def kept(site: Site) -> int:
    """How many outcomes were written so far."""
    return int(site.rows("SELECT count(*) FROM moves WHERE new = 'done'")[0][0])


def unlike(site: Site) -> list[tuple[object, ...]]:
    """Inspections that did not end as often as they were asked for."""
    return site.rows(
        "SELECT inspection, sum(CASE WHEN new = 'waiting' AND old <> 'running' THEN 1 ELSE 0 END), "
        "sum(CASE WHEN new IN ('done', 'isolated') THEN 1 ELSE 0 END) FROM moves "
        "GROUP BY inspection HAVING "
        "sum(CASE WHEN new = 'waiting' AND old <> 'running' THEN 1 ELSE 0 END) <> "
        "sum(CASE WHEN new IN ('done', 'isolated') THEN 1 ELSE 0 END)"
    )


def twice(site: Site) -> list[tuple[object, ...]]:
    """Findings that one inspection has more than once, and texts of one page."""
    return site.rows(
        "SELECT inspection_id, CAST(told AS text) FROM evidence_inspectionfinding "
        "GROUP BY inspection_id, CAST(told AS text) HAVING count(*) > 1 "
        "UNION ALL SELECT page, file_id FROM evidence_pagetext "
        "GROUP BY page, file_id HAVING count(*) > 1"
    )
