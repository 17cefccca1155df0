"""What no form sends: whatever stands in a field, the site answers in words."""

import pytest
from django.db import transaction
from django.test import Client

from tests.web.coaching.world import deeds_of_coaching
from tests.web.test_permissions import NAMED, World, a_world, address

pytestmark = pytest.mark.django_db

FAULT = 500
WILD = ("9" * 30, "-1", "x" * 100_000, "a\x00b", "9999-12-31T23:59", "\u202egnp", "2026-02-30")
UNASKED = {
    "agreement_make": ("to_level", "diagnosis"),
    "attendance_mark": ("at", "key", "unit", "person", "again"),
    "clinic_new": ("key",),
    "minutes": ("seen",),
    "paper_move": ("number", "signed_on", "part", "office"),
}
"""Fields beside those of the usual post."""


def answered(world: World, name: str, who: str, posted: dict[str, object]) -> int:
    """The status; what was changed is undone."""
    browser = Client(raise_request_exception=False)
    browser.cookies.load(world.clients[who].cookies.output(header="", sep=";"))
    with transaction.atomic():
        status = browser.post(address(NAMED[name], world), posted).status_code
        transaction.set_rollback(True)
    return status


def test_no_value_of_any_field_breaks_a_form_of_coaching() -> None:
    """Huge numbers, days that are none, texts without end, signs that nobody sees."""
    world = a_world()
    broken = []
    for name, (who, posted) in deeds_of_coaching(world.values).items():
        for field in (*posted, *UNASKED.get(name, ())):
            for value in WILD:
                status = answered(world, name, who, {**posted, field: value})
                if status >= FAULT:
                    broken.append((name, field, value[:20]))
    assert broken == []
