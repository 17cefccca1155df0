"""Whatever a person changes by a form leaves a line in the log: who, when, and in which role."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client
from django.utils.timezone import now
from pytest_django import Settings

from pragola.web.innovations.models import Claim, Entry, EntryState
from pragola.web.innovations.official_index import OfficialIndex, state_of
from pragola.web.regions.models import Person, Role, Unit
from pragola.web.review.queries.resting import rests_on
from pragola.web.review.queries.standing import seen_of
from pragola.web.shared.models import Change
from pragola.web.targets.models import AgreedAction
from tests.web.coaching.world import deeds_of_coaching
from tests.web.review.reviewing import RETURNING, judged
from tests.web.test_permissions import NAMED, World, a_world, address

pytestmark = pytest.mark.django_db

type Posted = Mapping[str, object]

_OURS = ("regions", "innovations", "evidence", "review", "coaching", "targets")
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
        "Turn",
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
    soon = (now() + timedelta(days=9)).date().isoformat()
    other = Unit.objects.exclude(pk=str(unit)).latest("pk").pk
    return {
        **deeds_of_coaching(values),
        "account": ("operator", {"name": "Nama Lain", "phone": "", "language": "id"}),
        "bench_settings": ("coordinator", {"bagian": "10", "alasan.": "Buram."}),
        "assessment_open": ("coordinator", {"edition": "2023", "target": ""}),
        "calendar": ("coordinator", {"submit": _LATER}),
        "carry_over": ("operator", {}),
        "choice_lift": ("coordinator", {}),
        "claim_save": ("operator", {"level": "2", "note": "", "revision": "0"}),
        "due_move": ("coordinator", {"due": soon}),
        "entry": ("operator", {"hasil": "Hasil", "revision.hasil": "0"}),
        "entry_withhold": ("coordinator", {"report": "0"}),
        "entry_official": ("coordinator", {"points": "50"}),
        "official_index": (
            "coordinator",
            {"index": "61,5", "source": "Surat 7", "seen": state_of(OfficialIndex())},
        ),
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
        "plan_end": ("coordinator", {}),
        "plan_into_clinic": (
            "coordinator",
            {
                "clinic": values["clinic_id"],
                "agreements": AgreedAction.objects.values_list("agreement", flat=True)[0],
            },
        ),
        "plan_stop": ("coordinator", {}),
        "post_end": ("coordinator", {}),
        "queue_deal": ("coordinator", {}),
        "region_rows": ("coordinator", {"indicator": "SPD-12", "level": "2"}),
        "scene_save": ("operator", {"said.1": "Kata", "revision.1": "0"}),
        "set_language": ("operator", {"language": "en"}),
        "target": ("coordinator", {"target": "55,5"}),
        "target_choose": ("coordinator", {"wish": "surely", "collective": "bimtek"}),
        "target_work": ("coordinator", {"deed": "hands", "days": "5", "unit": unit}),
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


def a_world_under_review() -> World:
    """The same world once a verifier has returned the claim of its entry."""
    world = a_world()
    Entry.objects.filter(pk=str(world.values["entry_id"])).update(state=EntryState.UNDER_REVIEW)
    claim = Claim.objects.get(pk=str(world.values["claim_id"]))
    verdict = judged(
        claim, Person.objects.get(appointments__role=Role.VERIFIER), RETURNING, at=now()
    )
    return World({**world.values, "verdict_id": verdict.pk}, world.clients)


_ACCEPTING = {"level": "1", "putusan": "terima", "alasan": "Dilihat di tempat."}


def deeds_under_review(world: World) -> Mapping[str, tuple[str, Posted]]:
    """Who says something of a claim there."""
    claim = Claim.objects.select_related("entry__assessment").get(pk=str(world.values["claim_id"]))
    seen = seen_of(claim, rests_on(claim))
    return {
        "entry_review": ("verifier", {"langkah": "return", "note": ""}),
        "objection": ("operator", {"alasan": "Tertulis di hal. 3."}),
        "verdict_give": ("verifier", _ACCEPTING | {"seen": seen}),
        "verdict_withdraw": ("verifier", {}),
    }


def silent_and_idle(
    world: World, told: Mapping[str, tuple[str, Posted]], names: Iterable[str]
) -> tuple[list[str], list[str]]:
    """The forms that change something and say nothing; those that were to change something."""
    silent, idle = [], []
    for name in names:
        who, posted = told.get(name, ("operator", {}))
        tables, lines = changes(world, name, who, posted)
        if tables and not (lines and all(each.actor_id for each in lines)):
            silent.append(name)
        if name in told and not tables and not lines:
            idle.append(name)
    return silent, idle


def test_every_form_that_changes_something_says_so_in_the_log(
    settings: Settings, tmp_path: Path
) -> None:
    """With its author in their role; forms that come empty change nothing, or say it too."""
    settings.RENDITIONS = tmp_path / "renditions"
    world = a_world()
    assert silent_and_idle(world, deeds(world), NAMED) == ([], [])


def test_every_form_about_a_verdict_says_so_in_the_log() -> None:
    """Giving it, taking it back, objecting, ending the review."""
    world = a_world_under_review()
    told = deeds_under_review(world)
    assert silent_and_idle(world, told, told) == ([], [])
