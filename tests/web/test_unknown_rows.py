"""No form fails at an id that no database counts to."""

from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from pytest_django import Settings

from tests.web.test_log import Posted, deeds
from tests.web.test_permissions import NAMED, World, a_world, address

pytestmark = pytest.mark.django_db

HUGE = "99999999999999999999"


def _asked(posted: Posted) -> list[Posted]:
    """The form once for each of its numbers and choices, that one huge."""
    return [
        {**posted, name: [HUGE] if isinstance(value, list) else HUGE}
        for name, value in posted.items()
        if isinstance(value, int | list) or (isinstance(value, str) and value.isdecimal())
    ]


def _status(world: World, name: str, who: str, posted: Posted) -> int:
    """What is answered; whatever is changed is undone again."""
    with transaction.atomic():
        browser = Client(raise_request_exception=False)
        browser.cookies.load(world.clients[who].cookies.output(header="", sep=";"))
        status = browser.post(address(NAMED[name], world), posted).status_code
        transaction.set_rollback(True)
    return status


def test_no_form_fails_at_a_huge_id(settings: Settings, tmp_path: Path) -> None:
    """It is refused as any row that is not there."""
    settings.RENDITIONS = tmp_path / "renditions"
    world = a_world()
    told = {
        name: [_status(world, name, who, sent) for sent in _asked(posted)]
        for name, (who, posted) in deeds(world).items()
    }
    failed = {name: statuses for name, statuses in told.items() if max(statuses, default=0) >= 500}
    assert (failed, told["clinic_units"], len(told["coaches"])) == ({}, [422], 2)
