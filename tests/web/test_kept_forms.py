"""No form of the workspace loses what was written when the session has ended meanwhile."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from pytest_django import Settings

from pragola.web.evidence.models import Evidence, EvidenceKind
from pragola.web.innovations.models import EntryState
from pragola.web.regions.models import Person, Role
from pragola.web.shared.kept import AT_WORK
from tests.web.test_permissions import NAMED, WHO, a_world, address, told
from tests.web.workplace import MOMENT, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db

WRITTEN = "Kalimat yang panjang & penting"
IN_PLACE = {"entry": "tujuan", "claim_save": "note", "move": "note", "evidence": "title"}
"""The views that show it in their own form, and the name of a field there."""
NOBODY = frozenset({"403", "404", "405", "in"})


def writers() -> Mapping[str, str]:
    """Who may send something to each address of the workspace that takes forms."""
    found = {}
    resolver = get_resolver()
    for name, line in told().items():
        if not f"/{resolver.reverse_dict.getlist(name)[0][0][0][0]}".startswith(AT_WORK):
            continue
        posted = [cell.split("/")[1] for cell in line.split()[1:]]
        may = [who for who, cell in zip(WHO, posted, strict=True) if cell not in NOBODY]
        if may:
            found[name] = may[0]
    return found


WRITERS = writers()


def session_ended(client: Client) -> Person:
    """The browser's session is gone, as after two weeks or when it was ended elsewhere."""
    client.get(reverse("account"))
    person = Person.objects.get(pk=client.session["_auth_user_id"])
    client.session.flush()
    del client.cookies["sessionid"]
    return person


def leads_to(client: Client, path: str, sent: Mapping[str, object], **more: str) -> str:
    """Where signing in leads on to after a form was sent there without a session."""
    asked = urlsplit(client.post(path, sent, **more)["Location"])  # type: ignore[arg-type]
    assert asked.path == reverse("account_login")
    return parse_qs(asked.query)["next"][0]


@pytest.mark.parametrize("name", sorted(WRITERS))
def test_what_was_written_in_any_form_outlives_the_session(
    name: str, settings: Settings, tmp_path: Path
) -> None:
    """It is shown to its writer, sent by their own hand, and then waits no longer."""
    settings.RENDITIONS = tmp_path / "renditions"
    world = a_world()
    path = address(NAMED[name], world)
    client = world.clients[WRITERS[name]]
    field = IN_PLACE.get(name, "tulisan")
    sent = {field: WRITTEN, "revision": "0", f"revision.{field}": "0"}
    person = session_ended(client)
    there = leads_to(client, path, sent)
    client.force_login(person)
    page = client.get(there).content.decode()
    assert ("Kalimat yang panjang &amp; penting" in page, there) == (
        True,
        path if name in IN_PLACE else reverse("kept"),
    )
    client.post(path, sent)
    assert "Tidak ada tulisan" in client.get(reverse("kept")).content.decode()


def test_two_forms_sent_without_a_session_are_both_kept() -> None:
    """The second does not push out the first; either can be thrown away."""
    unit = a_unit()
    client = signed_in(appointed(Role.COORDINATOR, unit.region))
    paths = [reverse(name, args=[unit.pk]) for name in ("unit_rename", "unit_close")]
    person = session_ended(client)
    for path, text in zip(paths, ("Puskesmas Satu", "tahun depan"), strict=True):
        leads_to(client, path, {"name": text})
    client.force_login(person)
    page = client.get(reverse("kept")).content.decode()
    client.post(reverse("kept"), {"path": paths[0]})
    left = client.get(reverse("kept")).content.decode()
    found = [text in each for each in (page, left) for text in ("Puskesmas Satu", "tahun depan")]
    assert found == [True, True, False, True]


def test_what_somebody_wrote_is_shown_to_nobody_else() -> None:
    """On a shared computer a colleague of the same unit signs in after the session has ended."""
    unit = a_unit()
    entry = an_entry(unit, state=EntryState.SUBMITTED)
    client = signed_in(appointed(Role.HEAD, unit))
    path = reverse("move", args=[entry.pk, "send_back"])
    session_ended(client)
    there = leads_to(client, path, {"note": WRITTEN, "alasan.SID-01": WRITTEN})
    client.force_login(appointed(Role.HEAD, unit))
    seen = [client.get(each).content.decode() for each in (there, reverse("kept"), AT_WORK)]
    assert ["Kalimat yang" in page or "belum terkirim." in page for page in seen] == [False] * 3


def test_the_reasons_of_a_return_stand_where_they_were_written() -> None:
    """Each beside its claim, with the note, and the entry is returned when it is sent again."""
    unit = a_unit()
    entry = an_entry(unit, state=EntryState.SUBMITTED)
    client = signed_in(appointed(Role.HEAD, unit))
    path = reverse("move", args=[entry.pk, "send_back"])
    person = session_ended(client)
    reasons = {"alasan.SID-04": "Fotonya buram", "alasan.SID-01": "", "baku.SID-01": "Belum ada."}
    sent = {"note": "Lengkapi dulu", **reasons}
    there = leads_to(client, path, sent)
    client.force_login(person)
    page = client.get(there).content.decode()
    entry.refresh_from_db()
    shown = [text in page for text in ("Lengkapi dulu", "Fotonya buram", "Belum ada.", "Sesi Anda")]
    assert (shown, entry.state) == ([True] * 4, EntryState.SUBMITTED)
    client.post(path, sent)
    entry.refresh_from_db()
    assert entry.state == EntryState.RETURNED


def test_a_letter_shows_beside_it_what_a_colleague_saved_meanwhile() -> None:
    """As in any stale save; nothing of either is lost."""
    unit = a_unit()
    link = {"kind": EvidenceKind.LINK, "link": "https://pati.go.id/sk"}
    found = Evidence.objects.create(region=unit.region, unit=unit, added_at=MOMENT, **link)
    path = reverse("evidence", args=[found.pk])
    client = signed_in(appointed(Role.OPERATOR, unit))
    person = session_ended(client)
    there = leads_to(client, path, {"title": "SK dari saya", "letter_date": "x", "revision": "1"})
    colleague = {"title": "SK dari rekan", "letter_date": "2026-02-03", "revision": "1"}
    signed_in(appointed(Role.OPERATOR, unit)).post(path, colleague)
    client.force_login(person)
    page = client.get(there).content.decode()
    assert [text in page for text in ("SK dari saya", "SK dari rekan", "Tulis tanggal")] == [
        True
    ] * 3


def test_a_form_from_before_signing_in_elsewhere_is_kept_and_sent_again() -> None:
    """In another tab somebody has signed in again, so the token of this form is an old one."""
    entry = an_entry()
    client = Client(enforce_csrf_checks=True)
    client.force_login(appointed(Role.OPERATOR, entry.innovation.unit))
    client.get(AT_WORK)
    path = reverse("link_add", args=[entry.pk, "SID-04"])
    sent = {"link": "https://pati.go.id/berita"}
    own = client.post(path, sent, headers={"Origin": "http://testserver"})
    foreign = client.post(path, sent, headers={"Origin": "http://lain.example"})
    page = client.get(own["Location"]).content.decode()
    assert [own.status_code, foreign.status_code] == [302, 403]
    assert 'name="link" value="https://pati.go.id/berita"' in page


def test_a_file_that_was_not_sent_is_asked_for_again_on_its_page() -> None:
    """Files are not kept; the way leads back to where they are chosen."""
    entry = an_entry()
    client = signed_in(appointed(Role.OPERATOR, entry.innovation.unit))
    claims = reverse("claims", args=[entry.pk])
    session_ended(client)
    with Path(__file__).open("rb") as file:
        sent = {"entry": str(entry.pk), "part": "SID-04", "file": file}
        told = {"HTTP_REFERER": f"http://testserver{claims}"}
        there = leads_to(client, reverse("arrival_plain"), sent, **told)
    asked = client.get(reverse("account_login")).content.decode()
    assert (there, "sebelum berkas terkirim" in asked) == (claims, True)
