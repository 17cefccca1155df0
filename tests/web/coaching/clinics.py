"""Makes what a test of coaching needs."""

from datetime import timedelta

from pragola.web.coaching.actions.clinics import ClinicPlan
from pragola.web.coaching.models import Clinic, ClinicState, ClinicUnit
from pragola.web.innovations.models import Entry
from tests.web.workplace import MOMENT

STARTS = MOMENT + timedelta(days=10)
HOURS = timedelta(hours=3)


def a_plan(**other: object) -> ClinicPlan:
    """A clinic as somebody plans it, with what is told otherwise."""
    told: dict[str, object] = {
        "title": "Klinik Contoh",
        "purpose": "Menaikkan klaim bersama.",
        "starts_at": STARTS,
        "ends_at": STARTS + HOURS,
        "place": "Aula Contoh",
        "link": "",
        "agenda": "09.00 Membaca lembar diagnosis",
        "seats": 2,
    }
    return ClinicPlan(**(told | other))  # type: ignore[arg-type]


def a_clinic(entry: Entry, *, state: ClinicState = ClinicState.DRAFT, seats: int = 2) -> Clinic:
    """A clinic for the unit of an entry."""
    clinic = Clinic.objects.create(
        region=entry.innovation.region,
        assessment=entry.assessment,
        title="Klinik Contoh",
        starts_at=STARTS,
        ends_at=STARTS + HOURS,
        place="Aula Contoh",
        seats=seats,
        state=state,
        made_at=MOMENT,
    )
    ClinicUnit.objects.create(clinic=clinic, unit=entry.innovation.unit)
    return clinic
