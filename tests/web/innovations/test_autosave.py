"""Saves by a script belong to the person on whose page they were written."""

import pytest

from pragola.web.innovations.models import Claim, FieldValue
from pragola.web.regions.models import Role
from tests.web.workplace import an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "sent"),
    [("isian/nama_inisiator/", {"nama_inisiator": "Kepala unit"}), ("klaim/SID-01/", {"level": 2})],
)
def test_an_old_page_saves_nothing_once_somebody_else_has_signed_in(
    address: str, sent: dict[str, str | int]
) -> None:
    """They may work on the same entry, but those words are not theirs; the writer may."""
    entry = an_entry()
    unit = entry.innovation.unit
    writer, other = (appointed(Role.OPERATOR, unit) for _ in range(2))
    path = f"/kerja/entri/{entry.pk}/{address}"
    found = []
    for person in (other, writer):
        headers = {"accept": "application/json", "x-writer": str(writer.pk)}
        answer = signed_in(person).post(path, {"revision": 0} | sent, headers=headers)
        rows = FieldValue.objects.filter(entry=entry), Claim.objects.filter(entry=entry)
        found.append((answer.status_code, sum(each.count() for each in rows)))
    assert found == [(401, 0), (200, 1)]
