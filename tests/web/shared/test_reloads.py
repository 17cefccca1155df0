"""Whoever loads the address of a form comes to a page, not to a wall."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from pragola.web.shared.reloads import page_above
from tests.web.test_permissions import NAMED, WHO, a_world, address, told

pytestmark = pytest.mark.django_db

FORMS_ONLY = "302/"


def takes_forms_only(client: Client, path: str) -> bool:
    """Whether the way back is all that reading gives."""
    answer = client.get(path)
    return answer.status_code == 302 and answer["Location"] == page_above(path)


def test_no_address_is_a_wall_to_who_reloads_it(settings: Settings, tmp_path: Path) -> None:
    """Nobody gets 405; whoever may send a form there comes to a page of the site."""
    settings.RENDITIONS = tmp_path / "renditions"
    world, rows = a_world(), told()
    walls, nowhere, seen = [], [], set()
    for name, pattern in NAMED.items():
        cells = dict(zip(WHO, rows[name].split()[1:], strict=True))
        if not any(cell.startswith(FORMS_ONLY) for cell in cells.values()):
            continue
        path = address(pattern, world)
        for who, cell in cells.items():
            if cell == "in/in" or not takes_forms_only(world.clients[who], path):
                continue
            seen.add(name)
            sent = cell.partition("/")[2]
            status = world.clients[who].get(path, follow=True).status_code
            walls += [(name, who)] * (status == 405)
            nowhere += [(name, who, status)] * (sent not in ("403", "404") and status != 200)
    assert (walls, nowhere) == ([], [])
    assert {"link_add", "unit_rename", "session_end", "mark_judge", "verdict_give"} <= seen


def test_the_page_above_is_the_nearest_there_is() -> None:
    """Without anything that is written behind it."""
    assert {path: page_above(path) for path in WAYS_BACK} == WAYS_BACK


WAYS_BACK = {
    "/kerja/entri/5/klaim/SID-08/": "/kerja/entri/5/klaim/",
    "/kerja/akun/sesi/3/akhiri/": "/kerja/akun/",
    "/kerja/pemakaian/3/lepas/": "/kerja/",
    "/bahasa/": "/",
}
