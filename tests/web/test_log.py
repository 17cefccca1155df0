"""Whatever a person changes by a form leaves a line in the log: who, when, and in which role."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client
from pytest_django import Settings

from pragola.web.regions.models import Unit
from pragola.web.shared.models import Change
from tests.web.coaching.world import deeds_of_coaching
from tests.web.test_permissions import NAMED, World, a_world, address

pytestmark = pytest.mark.django_db

type Posted = Mapping[str, object]

_OURS = ("regions", "innovations", "evidence", "coaching", "targets")
_MADE_BY_THE_SITE = frozenset(
    {
        "Arrival",
        "Calculation",
        "Comparison",
        "Finding",
        "Fingerprint",
        "Inspection",
        "Likeness",
        "LikenessSide",
        "Presence",
        "Rendering",
        "Upload",
    }
)
"""What is computed, or is a sign of life: nobody's word."""
_LATER = "2027-01-31T10:00"


def rows() -> Mapping[str, list[Posted]]:
    """Everything that people have said, table by table."""
    kept: dict[str, list[Posted]] = {}
    for model in apps.get_models():
        if model._meta.app_label in _OURS and model.__name__ not in _MADE_BY_THE_SITE:
            kept[model.__name__] = list(model._default_manager.order_by("pk").values())
    return kept


def deeds(world: World) -> Mapping[str, tuple[str, Posted]]:
    """Who changes something at an address, and what they send there."""
    values = world.values
    unit, invited = values["unit_id"], {"name": "Ani", "email": "ani@contoh.go.id"}
    other = Unit.objects.exclude(pk=str(unit)).latest("pk").pk
    return {
        **deeds_of_coaching(values),
        "account": ("operator", {"name": "Nama Lain", "phone": "", "language": "id"}),
        "assessment_open": ("coordinator", {"edition": "2023", "target": ""}),
        "calendar": ("coordinator", {"submit": _LATER}),
        "carry_over": ("operator", {}),
        "choice_lift": ("coordinator", {}),
        "claim_save": ("operator", {"level": "2", "note": "", "revision": "0"}),
        "entry": ("operator", {"hasil": "Hasil", "revision.hasil": "0"}),
        "evidence": ("operator", {"letter_number": "1/2026", "revision": "1"}),
        "field_save": ("operator", {"nama": "Judul Lain", "revision": "0"}),
        "grace": (
            "coordinator",
            {"unit": unit, "door": "submit", "until": _LATER, "reason": "Banjir"},
        ),
        "innovation_begin": (
            "operator",
            {"title": "Yang Baru", "text": "", "assessment": values["assessment_id"]},
        ),
        "invitation_revoke": ("coordinator", {}),
        "invite": ("coordinator", {**invited, "role": "operator", "unit": unit}),
        "likeness_mark": ("verifier", {"reason": "Wajar"}),
        "link_add": ("operator", {"link": "https://contoh.go.id/a"}),
        "mark_save": ("operator", {"at.1": "0:05", "revision": "0"}),
        "move": ("operator", {"note": ""}),
        "person": ("coordinator", {"deed": "appoint", "role": "head", "unit": unit}),
        "post_end": ("coordinator", {}),
        "scene_save": ("operator", {"said.1": "Kata", "revision.1": "0"}),
        "set_language": ("operator", {"language": "en"}),
        "unit_add": (
            "coordinator",
            {"name": "Unit Baru", "kind": "opd", "code": "baru", "parent": ""},
        ),
        "unit_close": ("coordinator", {"on": "2026-12-31"}),
        "unit_move": ("coordinator", {"parent": other}),
        "unit_rename": ("coordinator", {"name": "Nama Baru", "kind": "opd"}),
        "use_add": ("operator", {"evidence": values["evidence_id"], "pages": "1"}),
        "use_remove": ("operator", {}),
    }


def changes(world: World, name: str, who: str, posted: Posted) -> tuple[set[str], list[Change]]:
    """The tables that a form changes, and what the log says then; all of it undone again."""
    path = address(NAMED[name], world)
    with transaction.atomic():
        before, logged = rows(), Change.objects.count()
        browser = Client()
        browser.cookies.load(world.clients[who].cookies.output(header="", sep=";"))
        browser.post(path, posted)
        after = rows()
        lines = list(Change.objects.order_by("pk")[logged:])
        transaction.set_rollback(True)
    return {table for table in after if after[table] != before.get(table)}, lines


def test_every_form_that_changes_something_says_so_in_the_log(
    settings: Settings, tmp_path: Path
) -> None:
    """With its author in their role; forms that come empty change nothing, or say it too."""
    settings.RENDITIONS = tmp_path / "renditions"
    world = a_world()
    told = deeds(world)
    silent, idle = [], []
    for name in NAMED:
        who, posted = told.get(name, ("operator", {}))
        tables, lines = changes(world, name, who, posted)
        if tables and not all(each.actor_id for each in lines):
            silent.append(name)
        if tables and not lines:
            silent.append(name)
        if name in told and not tables and not lines:
            idle.append(name)
    assert (silent, idle) == ([], [])
