"""No form lets in a sign that nobody sees, such as one that turns what stands behind it around."""

import json
from pathlib import Path

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.test import Client
from pytest_django import Settings

from tests.web.test_log import Posted, deeds, rows
from tests.web.test_permissions import NAMED, World, a_world, address

pytestmark = pytest.mark.django_db

TURNED, WORD = "\u202e", "zxqwords"
_CHOSEN = ("revision", "role", "unit", "deed", "kind", "door", "edition", "assessment", "parent")
"""What is chosen from a list or comes from the page, and is refused otherwise."""


def marked(posted: Posted) -> Posted:
    """The form with words that hold such a sign, where somebody writes words."""
    return {
        name: f"{value}{WORD}{TURNED}{WORD}" if _is_written(name, value) else value
        for name, value in posted.items()
    }


def _is_written(name: str, value: object) -> bool:
    words = isinstance(value, str) and value.replace(" ", "").isalpha() and len(value) > 2
    return words and not name.startswith(_CHOSEN) and name != "language"


def kept(world: World, name: str, who: str, posted: Posted) -> str:
    """Everything that stands in the database after the form was sent; it is undone again."""
    with transaction.atomic():
        browser = Client()
        browser.cookies.load(world.clients[who].cookies.output(header="", sep=";"))
        browser.post(address(NAMED[name], world), posted)
        told = json.dumps(rows(), cls=DjangoJSONEncoder, ensure_ascii=False)
        transaction.set_rollback(True)
    return told


def test_no_form_lets_in_a_sign_that_turns_the_text(settings: Settings, tmp_path: Path) -> None:
    """Names, titles, reasons, notes and what is written of letters: the words stay without it."""
    settings.RENDITIONS = tmp_path / "renditions"
    world = a_world()
    written, let_in = [], []
    for name, (who, posted) in deeds(world).items():
        sent = marked(posted)
        if sent == posted:
            continue
        told = kept(world, name, who, sent)
        written += [name] * (f"{WORD}{WORD}" in told)
        let_in += [name] * (TURNED in told)
    assert let_in == []
    assert {"account", "entry", "field_save", "grace", "invite", "scene_save", "unit_add"} <= set(
        written
    )
