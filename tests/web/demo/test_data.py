"""The demonstration is loaded once, says that it is invented, and keeps what people enter."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from shutil import copytree

import pytest
from django.db import transaction
from django.db.models import Count
from django.test import Client, override_settings
from PIL import Image
from pytest_django import DjangoDbBlocker, Settings

from pragola.demonstration import demonstration, units
from pragola.inspection.likeness.comparing import ALIKE_PICTURES, likeness_of_pictures
from pragola.inspection.likeness.fingerprints import fingerprints_of_picture
from pragola.rulebooks import load_edition
from pragola.scoring.answers import Answers, Claim, Status
from pragola.scoring.score import score
from pragola.web.demo.accounts import ACCOUNTS_FILE, prepare_demonstration
from pragola.web.evidence.models import Evidence, Likeness, StoredFile
from pragola.web.evidence.store import evidence_store, place_of
from pragola.web.innovations.models import Assessment, Entry, EntryState
from pragola.web.innovations.queries.answers import answers_of
from pragola.web.regions.models import Person, Unit
from tests.web.evidence.alike import liken
from tests.web.plain_settings import plain_settings

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class FirstStart:
    """The folder of a demonstration that was started, and the table of its accounts."""

    var: Path
    accounts: str


@pytest.fixture(scope="module")
def first_start(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[FirstStart]:
    """Once for all tests here; each of them goes on from it, and what it does is undone."""
    del django_db_setup
    var = tmp_path_factory.mktemp("demonstration")
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(VAR=var, **plain_settings(var)):
            started = FirstStart(var, prepare_demonstration())
        yield started
        transaction.set_rollback(True)


@pytest.fixture
def loaded(first_start: FirstStart, settings: Settings, tmp_path: Path) -> str:
    """The table of accounts of a first start, whose files lie in a folder of the test."""
    settings.VAR = tmp_path
    copytree(first_start.var, tmp_path, dirs_exist_ok=True)
    return first_start.accounts


def claims_by_title(answers: Answers) -> dict[str, dict[str, Claim]]:
    """The claims of all reported innovations."""
    reported = (i for i in answers.innovations if i.status is Status.ACCEPTED)
    return {innovation.title: dict(innovation.claims) for innovation in reported}


def test_it_loads_the_units_and_the_entries_of_every_known_year(loaded: str) -> None:
    """With the claims of the library's demonstration, entry by entry."""
    assert loaded.count("@contoh.invalid") == 9
    assert Unit.objects.count() == len(units())
    for code in ("2023", "2026"):
        found = answers_of(Assessment.objects.select_related("region").get(edition=code))
        told = demonstration(code)
        reported = {
            i.title: dict(i.claims) for i in found.innovations if i.status is Status.ACCEPTED
        }
        expected = {
            i.title: dict(i.claims) for i in told.innovations if i.status is Status.ACCEPTED
        }
        assert reported == expected
        assert (dict(found.spd), found.spd_subtotal) == (dict(told.spd), told.spd_subtotal)


def test_its_index_is_that_of_the_reported_ones_of_the_library(loaded: str) -> None:
    """On the way into the database and out again nothing is lost that scores."""
    del loaded
    parts = ("index", "index_exact", "spd", "sid_sum", "divisor", "counted", "basic_services")
    for code in ("2023", "2026"):
        edition, told = load_edition(code), demonstration(code)
        reported = tuple(each for each in told.innovations if each.status is not Status.DRAFT)
        assessment = Assessment.objects.select_related("region").get(edition=code)
        wanted = score(edition, replace(told, innovations=reported))
        found = score(edition, answers_of(assessment))
        assert {part: getattr(found, part) for part in parts} == {
            part: getattr(wanted, part) for part in parts
        }


def test_everything_in_it_says_that_it_is_invented(loaded: str) -> None:
    """Titles of innovations and of evidence."""
    del loaded
    titles = [entry.innovation.title for entry in Entry.objects.select_related("innovation")]
    names = [str(each) for each in Evidence.objects.all()]
    assert [name for name in (*titles, *names) if "rekaan" not in name] == []


def test_entries_stand_everywhere_on_their_way(loaded: str) -> None:
    """So that every role finds something to do."""
    del loaded
    states = Entry.objects.filter(assessment__edition="2026").values_list("state", flat=True)
    assert set(states) == set(EntryState) - {EntryState.CLOSED}


def test_a_second_start_gives_new_passwords_and_keeps_the_rest(
    loaded: str, settings: Settings
) -> None:
    """Nothing that people entered is loaded over."""
    Entry.objects.filter(assessment__edition="2026").update(state=EntryState.DRAFT)
    again = prepare_demonstration()
    assert set(loaded.split()) & {line.split()[1] for line in again.splitlines()} == set()
    assert set(Entry.objects.values_list("state", flat=True)) == {
        EntryState.DRAFT,
        EntryState.CLOSED,
        EntryState.REJECTED,
    }
    assert Person.objects.count() == 9
    kept = Path(settings.VAR) / ACCOUNTS_FILE
    assert oct(kept.stat().st_mode)[-3:] == "600"


def test_people_sign_in_with_what_was_printed(loaded: str, settings: Settings) -> None:
    """And come to their workspace."""
    del loaded
    account = json.loads((Path(settings.VAR) / ACCOUNTS_FILE).read_text())[0]
    client = Client()
    sent = {"login": account["email"], "password": account["password"]}
    answer = client.post("/akun/login/", sent)
    assert answer["Location"] == "/kerja/"


def test_only_what_shall_be_alike_is_alike(loaded: str) -> None:
    """Two innovations describe themselves alike; every other text and photograph is its own."""
    del loaded
    liken()
    assert [each.one_innovation != each.other_innovation for each in Likeness.objects.all()] == [
        True
    ]
    files = StoredFile.objects.filter(media_type="image/jpeg")
    opened = [evidence_store().open(place_of(file.sha256)) for file in files]
    prints = [fingerprints_of_picture(Image.open(each)) for each in opened]
    alike = [likeness_of_pictures(a, b) for a, b in combinations(prints, 2)]
    assert sum(each >= ALIKE_PICTURES for each in alike) == 1


def test_a_paper_of_the_unit_serves_only_where_one_may_serve_many(loaded: str) -> None:
    """Nothing else is used by two innovations, but the photograph that shall be."""
    del loaded
    shared = (
        Evidence.objects.filter(uses__removed_at=None)
        .annotate(innovations=Count("uses__entry__innovation", distinct=True))
        .filter(innovations__gt=1)
    )
    assert {each.title for each in shared} == {
        "Contoh keputusan (rekaan)",
        "Keputusan bersama (rekaan)",
    }
