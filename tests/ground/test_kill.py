"""Nothing that was confirmed is lost, and nothing is done twice, whatever is killed meanwhile."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path
from random import Random

import pytest

from tests.ground.clients import Browser, Pulse, Sender, Writer
from tests.ground.postgres import running_postgres
from tests.ground.site import Site
from tests.ground.worksite import Worksite

pytestmark = pytest.mark.alone

SEED = 20_260
KILLS_ON_SQLITE, KILLS_ON_POSTGRES, CUTS_ON_POSTGRES = 15, 12, 23
MOST_BEATS = 60
"""So much is sent between one kill and the next, at most."""


@dataclass
class Crew:
    """Everybody at work, each at parts of their own."""

    fields: list[Writer]
    claims: list[Writer]
    senders: list[Sender]

    @property
    def works(self) -> list[Callable[[], None]]:
        """What each of them does."""
        writing = [each.work for each in (*self.fields, *self.claims)]
        return [*writing, *(each.work for each in self.senders)]


@pytest.fixture
def on_sqlite(tmp_path: Path) -> Iterator[Site]:
    """A site whose database is a file."""
    site = Site(tmp_path)
    yield site
    site.kill()


@pytest.fixture
def on_postgres(tmp_path: Path) -> Iterator[Site]:
    """A site whose database is a server that writes as it does in earnest."""
    with running_postgres(fast=False) as address:
        site = Site(tmp_path, address)
        yield site
        site.kill()


def test_on_sqlite_nothing_confirmed_is_lost_when_the_server_is_killed(on_sqlite: Site) -> None:
    """In the middle of saving fields and claims and of sending files."""
    assert survived(on_sqlite, ("kill",) * KILLS_ON_SQLITE) == KILLS_ON_SQLITE


def test_on_postgres_nothing_confirmed_is_lost_when_server_or_connections_are_killed(
    on_postgres: Site,
) -> None:
    """Also where only the database goes away for a moment and the server stays."""
    blows = ("kill",) * KILLS_ON_POSTGRES + ("cut",) * CUTS_ON_POSTGRES
    mixed = Random(SEED).sample(blows, len(blows))
    assert survived(on_postgres, mixed) == KILLS_ON_POSTGRES + CUTS_ON_POSTGRES


def survived(site: Site, blows: "tuple[str, ...] | list[str]") -> int:
    """How many blows the work outlived; fails where anything was lost."""
    worksite = site.prepare()
    site.start()
    pulse = Pulse()
    crew = _crew(site, worksite, pulse)
    with _at_work(crew, pulse):
        struck = sum(_strike(site, crew, pulse, blow, at) for at, blow in _timed(blows))
    everything_is_as_confirmed(site, crew)
    return struck


def everything_is_as_confirmed(site: Site, crew: Crew) -> None:
    """At the end: last values, every change in the log once, every file whole, nothing left."""
    site.sweep()
    wanted = _confirmed(crew)
    assert _saved(site) == {part: (len(told), told[-1]) for part, told in wanted.items()}
    assert _logged(site) == wanted
    kept = sorted(chain.from_iterable(sender.kept for sender in crew.senders))
    assert _stored(site.var / "evidence") == kept
    assert _evidence(site) == [(digest, "kept", digest, 1) for digest in kept]
    assert _deeds(site, len(kept)) == []
    assert [*(site.var / "arrivals").iterdir()] == []


def _crew(site: Site, worksite: Worksite, pulse: Pulse) -> Crew:
    browser = Browser(site, pulse)
    browser.sign_in(worksite)
    first, second, third = worksite.entries
    window = browser.another
    return Crew(
        fields=[
            Writer(window(), first, _field, "isian", ("tujuan", "manfaat", "nama_inisiator")),
            Writer(window(), second, _field, "isian", ("tujuan", "hasil")),
        ],
        claims=[Writer(window(), third, _claim, "klaim", ("SID-01", "SID-03", "SID-04"))],
        senders=[
            Sender(window(), first, "SID-01", Random(SEED + 1)),
            Sender(window(), third, "SID-03", Random(SEED + 2)),
        ],
    )


def _field(part: str, number: int) -> dict[str, str]:
    return {part: f"{part}, ditulis untuk ke-{number} kali"}


def _claim(part: str, number: int) -> dict[str, str]:
    return {"level": str(number % 3 + 1), "note": f"{part}, dipilih untuk ke-{number} kali"}


@contextmanager
def _at_work(crew: Crew, pulse: Pulse) -> Iterator[None]:
    """Everybody works meanwhile; whatever went wrong for one of them is raised."""
    with ThreadPoolExecutor(len(crew.works)) as threads:
        running = [threads.submit(_guarded, work, pulse) for work in crew.works]
        try:
            yield
        finally:
            pulse.over.set()
            _results(running)


def _guarded(work: Callable[[], None], pulse: Pulse) -> None:
    try:
        work()
    finally:
        pulse.over.set()


def _results(running: "list[Future[None]]") -> None:
    for each in running:
        each.result()


def _timed(blows: "tuple[str, ...] | list[str]") -> Iterator[tuple[int, str]]:
    random = Random(SEED)
    return ((random.randint(1, MOST_BEATS), blow) for blow in blows)


def _strike(site: Site, crew: Crew, pulse: Pulse, blow: str, at: int) -> bool:
    """Wait until so much was sent, strike, and look what is there."""
    assert pulse.wait_for(at)
    assert not pulse.over.is_set()
    if blow == "cut":
        return site.cut_off() > 0
    site.kill()
    _confirmed_is_there(site, crew)
    site.start()
    return True


def _confirmed_is_there(site: Site, crew: Crew) -> None:
    """While nobody serves: what was confirmed stands in the database and on the disk."""
    confirmed = {part: list(told) for part, told in _confirmed(crew).items()}
    begun = {address for sender in crew.senders for address in [*sender.begun]}
    here = {each: n for sender in crew.senders for each, n in [*sender.here.items()]}
    kept = {digest for sender in crew.senders for digest in [*sender.kept]}
    logged = _logged(site)
    assert {
        part: logged.get(part, [])[: len(told)] for part, told in confirmed.items()
    } == confirmed
    longer = {part for part, told in logged.items() if len(told) > len(confirmed.get(part, [])) + 1}
    assert longer == set()
    states = dict(site.rows("SELECT id, state FROM evidence_arrival"))
    assert begun - {_address(each) for each in states} == set()
    short = [each for each, n in here.items() if _bytes_here(site, each, states) < n]
    assert short == []
    assert kept - {*_stored(site.var / "evidence")} == set()


def _bytes_here(site: Site, address: str, states: dict[str, str]) -> float:
    name = address.rpartition("/")[2]
    path = site.var / "arrivals" / name
    if states[name] == "kept":
        return float("inf")
    return path.stat().st_size if path.exists() else 0


def _address(arrival: str) -> str:
    return f"/kerja/unggahan/{arrival}"


def _confirmed(crew: Crew) -> dict[tuple[int, str], list[object]]:
    """Every value that was confirmed, in order, as the site keeps it."""
    told: dict[tuple[int, str], list[object]] = {}
    for writer in crew.fields:
        for part, values in [*writer.confirmed.items()]:
            told[writer.entry, part] = [each[part] for each in values]
    for writer in crew.claims:
        for part, values in [*writer.confirmed.items()]:
            told[writer.entry, part] = [
                {"level": int(each["level"]), "note": each["note"]} for each in values
            ]
    return {part: values for part, values in told.items() if values}


def _saved(site: Site) -> dict[tuple[int, str], tuple[int, object]]:
    """What fields and claims hold, with their revisions."""
    fields = site.rows(
        "SELECT entry_id, field, revision, CAST(value AS text) FROM innovations_fieldvalue"
    )
    claims = site.rows("SELECT entry_id, indicator, revision, level, note FROM innovations_claim")
    told: dict[tuple[int, str], tuple[int, object]] = {
        (entry, part): (revision, json.loads(value)) for entry, part, revision, value in fields
    }
    return told | {
        (entry, part): (revision, {"level": level, "note": note})
        for entry, part, revision, level, note in claims
    }


def _logged(site: Site) -> dict[tuple[int, str], list[object]]:
    """What the log says was saved, in order."""
    told: dict[tuple[int, str], list[object]] = {}
    for subject, part, new in site.rows(
        "SELECT subject, part, CAST(new AS text) FROM shared_change "
        "WHERE deed IN ('field_saved', 'claim_saved') ORDER BY id"
    ):
        told.setdefault((int(subject.removeprefix("entry:")), part), []).append(json.loads(new))
    return told


def _stored(folder: Path) -> list[str]:
    """The digests of all files of the store; each lies under its own."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.parent.name != ".coming"]
    wrong = [path for path in files if sha256(path.read_bytes()).hexdigest() != path.name]
    assert wrong == []
    return sorted(path.name for path in files)


def _evidence(site: Site) -> list[tuple[object, ...]]:
    """Of every arrival: what was announced, its state, what it became, how often that serves."""
    return site.rows(
        "SELECT arrival.sha256, arrival.state, evidence.file_id, "
        "(SELECT count(*) FROM evidence_use u WHERE u.evidence_id = evidence.id "
        "AND u.entry_id = arrival.entry_id AND u.part = arrival.part) "
        "FROM evidence_arrival arrival "
        "LEFT JOIN evidence_evidence evidence ON evidence.id = arrival.evidence_id "
        "ORDER BY arrival.sha256"
    )


def _deeds(site: Site, files: int) -> list[tuple[object, ...]]:
    """The deeds that do not stand in the log once for every file."""
    wanted = {"arrival_begun": files, "evidence_added": files}
    found = site.rows(
        "SELECT deed, count(*) FROM shared_change "
        "WHERE deed IN ('arrival_begun', 'evidence_added') GROUP BY deed"
    )
    return [row for row in found if wanted[row[0]] != row[1]]
