"""Who may open and change what: every address of the site, for every role, in one table.

A cell tells what reading gives and what an empty change gives: `200/422` opens and refuses the
empty form, `in` asks to sign in, `403` is only for others to do, `404` is not there for them,
`405` cannot be done at all, `302` leads on. The world is one unit with one entry in a draft.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from shutil import copytree

import pytest
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from PIL import Image
from pytest_django import DjangoDbBlocker, Settings

from pragola.web.evidence.actions.arrivals import begin_arrival
from pragola.web.evidence.actions.inspecting import queue_inspection
from pragola.web.evidence.actions.likeness import liken_next, want_likeness
from pragola.web.evidence.models import (
    Evidence,
    EvidenceKind,
    Inspection,
    Likeness,
    Mark,
    StoredFile,
    Use,
)
from pragola.web.evidence.renditions import video_rendition
from pragola.web.evidence.store import evidence_store, place_of
from pragola.web.innovations.models import Claim, Entry
from pragola.web.regions.actions.people import Wanted, invite
from pragola.web.regions.models import Appointment, Person, Role
from pragola.web.review.models import Verdict, VerdictKind
from pragola.web.shared.audit import SYSTEM
from pragola.web.shared.models import Dispatch
from tests.web.coaching.world import things_of_coaching
from tests.web.evidence.inspected import SEEN
from tests.web.plain_settings import plain_settings
from tests.web.targets.planned import a_target, an_agreed_plan
from tests.web.workplace import (
    MOMENT,
    a_region,
    a_unit,
    an_assessment,
    an_entry,
    appointed,
    signed_in,
)

pytestmark = pytest.mark.django_db

WHO = (
    "visitor",
    "operator",
    "elsewhere",
    "head",
    "coach",
    "verifier",
    "coordinator",
    "leader",
    "national",
)
"""`operator` is the one of the unit, `elsewhere` one of another unit of the same government."""
TABLE = Path(__file__).with_name("permissions.txt")
_PICTURE = BytesIO()
Image.new("RGB", (4, 4)).save(_PICTURE, "PNG")
_SHA, _VIDEO_SHA = "0" * 64, "1" * 64
_OF_VIDEOS = ("player", "poster", "small")


@dataclass(frozen=True)
class World:
    """What the addresses name, and who asks."""

    values: Mapping[str, object]
    clients: Mapping[str, Client]


def a_world() -> World:
    """One unit with an entry, evidence, an upload and an invitation; somebody in every role."""
    unit = a_unit()
    entry = an_entry(unit)
    people = {
        "operator": appointed(Role.OPERATOR, unit),
        "elsewhere": appointed(Role.OPERATOR, a_unit("UPTD Puskesmas Lain")),
        "head": appointed(Role.HEAD, unit),
        "coach": appointed(Role.COACH, unit),
        "verifier": appointed(Role.VERIFIER, a_region()),
        "coordinator": appointed(Role.COORDINATOR, a_region()),
        "leader": appointed(Role.LEADER, a_region()),
        "national": appointed(Role.NATIONAL),
    }
    clients = {name: signed_in(person) for name, person in people.items()}
    return World(_named_things(entry, people), {"visitor": Client()} | clients)


def _named_things(entry: Entry, people: Mapping[str, Person]) -> Mapping[str, object]:
    unit, operator = entry.innovation.unit, people["operator"]
    evidence_store().save(place_of(_SHA), ContentFile(_PICTURE.getvalue()))
    file = StoredFile.objects.create(
        sha256=_SHA, size=len(_PICTURE.getvalue()), media_type="image/png", stored_at=MOMENT
    )
    evidence = Evidence.objects.create(
        region=unit.region,
        unit=unit,
        kind=EvidenceKind.FILE,
        file=file,
        file_name="foto.png",
        added_at=MOMENT,
    )
    use = Use.objects.create(evidence=evidence, entry=entry, part="SID-04", added_at=MOMENT)
    queue_inspection(use, at=MOMENT)
    likeness = _shared_with_another(entry, evidence)
    film = _a_video(entry)
    Inspection.objects.get(use=use).findings.create(
        number=0, code=SEEN["code"], severity=SEEN["severity"], told=SEEN
    )
    wanted = Wanted(
        email="baru@contoh.go.id", name="Baru", role=Role.HEAD, region=unit.region, unit=unit
    )
    invitation, token = invite(wanted, by=SYSTEM, at=MOMENT)
    arrival = begin_arrival(
        entry,
        part="SID-01",
        person=operator,
        file_name="sk.pdf",
        size=10,
        sha256="",
        replaces=None,
        at=MOMENT,
    )
    next_year = an_assessment("2027", region=unit.region)
    choice, calculation = a_target(entry)
    agreed = an_agreed_plan(calculation)
    return {
        "entry_id": entry.pk,
        "unit_id": unit.pk,
        "code": "33.18",
        "innovation_id": entry.innovation_id,
        "assessment_id": entry.assessment_id,
        "carry_over.assessment_id": next_year.pk,
        "choice_id": choice.pk,
        "calculation_id": calculation.pk,
        "action_id": agreed.actions.get().pk,
        "evidence_id": evidence.pk,
        "use_id": use.pk,
        "likeness_id": likeness.pk,
        "side": 1,
        **{f"evidence_{name}.evidence_id": film.evidence_id for name in _OF_VIDEOS},
        **dict.fromkeys(("use_video.use_id", "mark_save.use_id"), film.pk),
        "mark_id": Mark.objects.create(use=film, substance="x", saved_at=MOMENT).pk,
        "number": 1,
        "use_finding.number": 0,
        "page": 1,
        "width": 320,
        "field_id": "nama",
        "indicator": "SID-01",
        "part": "SID-04",
        "move": "submit",
        "token": token,
        "invitation_id": invitation.pk,
        "mail_id": Dispatch.objects.create(
            about="x:1", region="33.18", address="x@contoh.go.id", queued_at=MOMENT
        ).pk,
        "post_id": Appointment.objects.get(person=operator).pk,
        "person_id": operator.pk,
        "session_id": 1,
        "arrival_id": arrival.id,
        "subject": f"daerah-{entry.assessment_id}",
        "upload_id": "tiada",
        **_a_verdict(entry),
        "assessment.subject": "2026",
        "innovation.subject": "2026",
        "innovation.innovation_id": "rekaan-01",
        "explanation.subject": "2026",
        "explanation.key": "index",
        "edition.code": "2026",
        "indicator.code": "2026",
        "indicator_code": "SID-01",
        "blank_workbook.code": "2026",
        "demonstration_workbook.code": "2026",
        **things_of_coaching(entry, file, people["operator"]),
        "pk": 1,
        "uidb36": "1",
        "key": "x",
    }


def _a_verdict(entry: Entry) -> Mapping[str, object]:
    """A claim of the entry was accepted by a verifier who is nobody of these."""
    claim = Claim.objects.create(entry=entry, indicator="SID-02", level=1, saved_at=MOMENT)
    edition = entry.assessment.edition
    verdict = Verdict.objects.create(
        claim=claim,
        kind=VerdictKind.ACCEPTED,
        level=1,
        claimed_level=1,
        rests_on={},
        edition=edition,
        judged_at=MOMENT,
    )
    return {"claim_id": claim.pk, "verdict_id": verdict.pk}


def _a_video(entry: Entry) -> Use:
    """A video in use, as far as an address can tell."""
    unit = entry.innovation.unit
    file = StoredFile.objects.create(
        sha256=_VIDEO_SHA, size=10, media_type="video/mp4", stored_at=MOMENT
    )
    made = video_rendition(file)
    made.video.parent.mkdir(parents=True, exist_ok=True)
    for path in (made.poster, made.video):
        path.write_bytes(b"0123456789")
    evidence = Evidence.objects.create(
        region=unit.region,
        unit=unit,
        kind=EvidenceKind.FILE,
        file=file,
        file_name="video.mp4",
        added_at=MOMENT,
    )
    return Use.objects.create(evidence=evidence, entry=entry, part="SID-20", added_at=MOMENT)


def _shared_with_another(entry: Entry, evidence: Evidence) -> Likeness:
    """The evidence serves another innovation of the unit too."""
    other = an_entry(entry.innovation.unit, title="Inovasi Lain")
    Use.objects.create(evidence=evidence, entry=other, part="SID-04", added_at=MOMENT)
    want_likeness(evidence.file_id)
    assert liken_next(clock=lambda: MOMENT)
    return Likeness.objects.get()


def patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    """Every address of the site."""
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from patterns(each)
        else:
            yield each


def address(pattern: URLPattern, world: World) -> str:
    """The address of a pattern in that world."""
    name = str(pattern.name)
    values = world.values
    for wanted in get_resolver().reverse_dict.getlist(name):
        parts = wanted[0][0][1]
        given = {part: values.get(f"{name}.{part}", values.get(part)) for part in parts}
        return reverse(name, kwargs=given)
    raise LookupError(name)


def outcome(client: Client, method: str, path: str) -> str:
    """What somebody gets: a status, or `in` where they are asked to sign in."""
    with transaction.atomic():
        response = client.generic(method, path, content_type="application/x-www-form-urlencoded")
        transaction.set_rollback(True)
    to_sign_in = response.get("Location", "").startswith(reverse("account_login"))
    return "in" if response.status_code == 302 and to_sign_in else str(response.status_code)


def row_of(pattern: URLPattern, world: World) -> str:
    """A line of the table: the name of the address, then a cell for each of WHO."""
    path = address(pattern, world)
    cells = []
    for who in WHO:
        read = outcome(world.clients[who], "GET", path)
        cells.append(f"{read}/{outcome(world.clients[who], 'POST', path)}")
    return " ".join([f"{pattern.name:<40}", *(f"{cell:<8}" for cell in cells)]).rstrip()


NAMED = {each.name: each for each in patterns(get_resolver()) if each.name}


def told() -> Mapping[str, str]:
    """The lines of the table by the name of their address; remarks begin with #."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return {line.split()[0]: line for line in lines if line.strip() and not line.startswith("#")}


def test_no_address_is_missing_from_the_table() -> None:
    """Whoever adds an address says who may use it."""
    assert (sorted(set(NAMED) - set(told())), sorted(set(told()) - set(NAMED))) == ([], [])


def test_no_two_addresses_have_one_name() -> None:
    """A link would lead to the other one."""
    names = Counter(each.name for each in patterns(get_resolver()) if each.name)
    assert {name: number for name, number in names.items() if number > 1} == {}


@pytest.fixture(scope="module")
def made(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[World, Path]]:
    """A world that is made once for all addresses, and the folder of its files."""
    del django_db_setup
    folder = tmp_path_factory.mktemp("world")
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(RENDITIONS=folder / "renditions", **plain_settings(folder)):
            world = a_world()
        yield world, folder
        transaction.set_rollback(True)


@pytest.fixture
def world(made: tuple[World, Path], settings: Settings, tmp_path: Path) -> World:
    """That world as it was made: the files are the test's own, and so are the browsers."""
    world, folder = made
    copytree(folder, tmp_path, dirs_exist_ok=True)
    settings.RENDITIONS = tmp_path / "renditions"
    return World(world.values, {who: _opened_anew(each) for who, each in world.clients.items()})


def _opened_anew(client: Client) -> Client:
    """A browser with the same session and nothing else."""
    browser = Client()
    if "sessionid" in client.cookies:
        browser.cookies["sessionid"] = client.cookies["sessionid"].value
    return browser


@pytest.mark.parametrize("name", sorted(NAMED))
def test_everybody_gets_what_the_table_says(name: str, world: World) -> None:
    """Reading and changing, each role, each address."""
    assert row_of(NAMED[name], world) == told().get(name)


def test_a_refusal_is_told_in_the_frame_of_the_site() -> None:
    """Whether the page is another role's, or the form is from before signing in."""
    entry = an_entry()
    person = appointed(Role.OPERATOR, entry.innovation.unit)
    refused = signed_in(person).get(reverse("calendar", args=[entry.assessment_id]))
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(person)
    stale = strict.post(reverse("account"), {"name": "Nama"})
    told = [(each.status_code, each.content.decode()) for each in (refused, stale)]
    assert [status for status, _page in told] == [403, 403]
    assert "Bukan bagian Anda" in told[0][1]
    assert "Belum tersimpan" in told[1][1]
