"""A government's own data on the assessment pages, and the frame around every page."""

from decimal import Decimal

import pytest
from django.test import Client
from pytest_django import Settings

from pragola.web.innovations.models import Claim, EntryState
from pragola.web.regions.models import Role
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

R = Role
BANNER = "Data contoh: semua inovasi rekaan"


@pytest.mark.parametrize(
    ("role", "code", "status"),
    [
        (R.COORDINATOR, "33.18", 200),
        (R.LEADER, "33.18", 200),
        (R.VERIFIER, "33.18", 200),
        (R.COORDINATOR, "33.17", 404),
        (R.OPERATOR, "33.18", 404),
        (R.HEAD, "33.18", 404),
        (R.COACH, "33.18", 404),
    ],
)
def test_only_who_sees_all_of_a_government_sees_its_assessment(
    role: Role, code: str, status: int
) -> None:
    """For everybody else it is not there."""
    region = a_region(code, "Kabupaten")
    place = a_unit(region=region) if role in (R.OPERATOR, R.HEAD, R.COACH) else region
    assessment = an_assessment(region=a_region())
    answer = signed_in(appointed(role, place)).get(f"/penilaian/daerah-{assessment.pk}/")
    assert answer.status_code == status


@pytest.mark.parametrize("subject", ["daerah-1", "daerah-x", "daerah-"])
def test_for_visitors_no_government_is_there(client: Client, subject: str) -> None:
    """Nor what looks like one."""
    an_assessment()
    assert client.get(f"/penilaian/{subject}/").status_code == 404


def test_what_was_entered_is_computed_and_leads_to_its_entry() -> None:
    """Index, explanations and innovations like those of every other assessment."""
    unit = a_unit("Puskesmas Kayen")
    entry = an_entry(unit, title="Kartu Sehat", state=EntryState.SUBMITTED)
    Claim.objects.create(entry=entry, indicator="SID-05", level=3, saved_at=MOMENT)
    assessment = entry.assessment
    assessment.target = Decimal("65.01")
    assessment.save()
    old = an_assessment("2023")
    client = signed_in(appointed(R.LEADER, a_region()))
    start = f"/penilaian/daerah-{assessment.pk}/"
    page = client.get(start).content.decode()
    assert [
        words in page
        for words in ("Kartu Sehat", "Target 65,01", f'href="/penilaian/daerah-{old.pk}/"', BANNER)
    ] == [True, True, True, False]
    innovation = client.get(f"{start}inovasi/{entry.pk}/").content.decode()
    assert f'href="/kerja/entri/{entry.pk}/"' in innovation
    explained = [client.get(f"{start}penjelasan/{key}") for key in ("index", f"sid/{entry.pk}")]
    assert [each.status_code for each in explained] == [200, 200]


def test_the_frame_knows_who_is_there(client: Client) -> None:
    """Visitors can sign in; who has signed in finds the account and the way out."""
    frames = [
        each.get("/pedoman/2026/").content.decode()
        for each in (client, signed_in(appointed(R.OPERATOR, a_unit())))
    ]
    told = ("Masuk", "Ruang kerja", "Akun saya", 'action="/akun/logout/"')
    assert [[words in html for words in told] for html in frames] == [
        [True, False, False, False],
        [False, True, True, True],
    ]


@pytest.mark.parametrize(("setting", "banners"), [("1", 3), ("", 0)])
def test_invented_innovations_are_called_invented(
    settings: Settings, setting: str, banners: int
) -> None:
    """On every page of the workspace and on the computed ones, in the demonstration only."""
    settings.DEMONSTRATION = bool(setting)
    assessment = an_assessment()
    client = signed_in(appointed(R.LEADER, a_region()))
    addresses = (
        "/kerja/",
        f"/kerja/penilaian/{assessment.pk}/",
        f"/penilaian/daerah-{assessment.pk}/",
    )
    shown = [BANNER in client.get(each).content.decode() for each in addresses]
    assert sum(shown) == banners
