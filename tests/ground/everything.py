"""Makes a site in which every page can be seen; `python -m tests.ground.everything`.

Prints as JSON the sessions of its people and the pages to look at: those of the table of
permissions, each as the reader sees it to whom it shows most, and what an empty form is answered.
"""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

import django

if TYPE_CHECKING:
    from django.test import Client

    from tests.web.test_permissions import World

_HOST = "localhost"
_SHOWN = {"GET": (200,), "POST": (409, 422)}
"""What is answered with a page to look at."""
_WORDS = "KEPUTUSAN BUPATI PATI NOMOR 050/12/2025 tentang Tim Inovasi"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A page, by the name of its address, and who sees it; `sent` is what a form sends there."""

    name: str
    path: str
    who: str
    sent: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Everything:
    """The session of everybody, and what to visit."""

    sessions: Mapping[str, str]
    visits: tuple[Visit, ...] = field(default_factory=tuple)


def main() -> int:
    """Tables, static files, the world, and a look at every address."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pragola.web.config.settings")
    django.setup()
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    sys.stdout.write(json.dumps(asdict(_made())))
    return 0


def _made() -> Everything:
    from tests.web.test_permissions import a_world

    world = a_world()
    sessions = {
        who: each.cookies["sessionid"].value for who, each in world.clients.items() if each.cookies
    }
    more = _more_to_see(world)
    return Everything(sessions, (*_pages(world, sessions), *more))


def _pages(world: "World", sessions: Mapping[str, str]) -> Iterator[Visit]:
    from tests.web.test_permissions import NAMED, address

    for name, pattern in sorted(NAMED.items()):
        path = address(pattern, world)
        for method, sent in (("GET", None), ("POST", {})):
            pages = {
                who: _page(sessions.get(who, ""), method, path) for who in _answered(name, method)
            }
            who = max(pages, key=lambda each: len(pages[each]), default="")
            if pages.get(who):
                yield Visit(name=name, path=path, who=who, sent=sent)


def _answered(name: str, method: str) -> Iterator[str]:
    """Who is shown something there, by the table of permissions; nobody else need ask."""
    from tests.web.test_permissions import WHO, told

    for who, cell in zip(WHO, told()[name].split()[1:], strict=True):
        status = cell.split("/")[("GET", "POST").index(method)]
        if status.isdigit() and int(status) in _SHOWN[method]:
            yield who


def _page(session: str, method: str, path: str) -> bytes:
    """A whole page, if that is what is answered; nothing of it is kept."""
    from django.db import transaction
    from django.test import Client

    client = Client()
    client.cookies["sessionid"] = session
    form = "application/x-www-form-urlencoded"
    with transaction.atomic():
        answer = client.generic(method, path, content_type=form, SERVER_NAME=_HOST)
        transaction.set_rollback(True)
    if answer.streaming or not answer.headers.get("Content-Type", "").startswith("text/html"):
        return b""
    is_page = answer.content.lstrip().startswith(b"<!DOCTYPE html>")
    return answer.content if is_page and answer.status_code in _SHOWN[method] else b""


def _more_to_see(world: "World") -> tuple[Visit, ...]:
    """What stands on a page only when something was found, written, or cannot be done."""
    from pragola.web.evidence.models import Evidence, PageText, Use
    from tests.web.evidence.inspected import BLURRED, READABLE, found
    from tests.web.evidence.test_letters import READ

    values: Mapping[str, Any] = world.values
    use = Use.objects.get(pk=values["use_id"])
    found(use, READABLE, BLURRED, READ)
    evidence = Evidence.objects.get(pk=values["evidence_id"])
    PageText.objects.create(file_id=evidence.file_id or "", page=1, text=_WORDS)
    entry, unit = values["entry_id"], values["unit_id"]
    alike = _alike_innovations()
    submitted = _submitted(unit)
    _written_without_a_session(world.clients["head"], f"/kerja/unit/{unit}/nama/")
    return (
        Visit(
            name="claim_save",
            path=f"/kerja/entri/{entry}/klaim/SID-02/",
            who="operator",
            sent={"value": "-5", "note": "Tim inti", "revision": "0"},
        ),
        Visit(
            name="evidence_library",
            path=f"/kerja/unit/{unit}/bukti/?cari=keputusan",
            who="operator",
        ),
        Visit(
            name="evidence_of_region",
            path="/kerja/wilayah/33.18/bukti/?cari=keputusan",
            who="coordinator",
        ),
        Visit(name="likeness", path=f"/kerja/kemiripan/{alike}/", who="coordinator"),
        Visit(name="move", path=f"/kerja/entri/{submitted}/langkah/send_back/", who="head"),
        Visit(name="kept", path="/kerja/belum-terkirim/", who="head"),
        Visit(name="invitation", path=f"/undangan/{values['token']}/", who="visitor"),
        *(Visit(name="workspace", path="/kerja/", who=who) for who in world.clients),
    )


def _submitted(unit_id: int) -> int:
    """An entry of the unit that its head can return."""
    from pragola.web.innovations.models import EntryState
    from pragola.web.regions.models import Unit
    from tests.web.workplace import an_entry

    unit = Unit.objects.get(pk=unit_id)
    return an_entry(unit, title="Inovasi Diajukan", state=EntryState.SUBMITTED).pk


def _alike_innovations() -> int:
    """A pair of innovations of two units that show the same photograph and tell the same."""
    from pragola.web.evidence.models import Likeness
    from tests.web.evidence.alike import SOP, a_photo, describe, liken, proves
    from tests.web.workplace import a_unit, an_entry

    file = a_photo(1)
    for name in ("Melati", "Anggrek"):
        entry = an_entry(a_unit(f"Puskesmas {name}"), title=name)
        describe(entry, SOP)
        proves(file, entry, photo=True)
    liken()
    return Likeness.objects.latest("pk").pk


def _written_without_a_session(client: "Client", path: str) -> None:
    """A text that waits to be sent again."""
    kept = {
        "path": path,
        "page": path,
        "writer": client.session["_auth_user_id"],
        "in_place": False,
        "sent": {"name": ["Puskesmas Baru"]},
    }
    session = client.session
    session["kept_forms"] = {path: kept}
    session.save()


if __name__ == "__main__":
    sys.exit(main())
