"""What the site keeps of coaching."""

from pragola.web.coaching.models.agreements import Agreement, AgreementKind, Lift
from pragola.web.coaching.models.attendance import Attendance, How
from pragola.web.coaching.models.clinics import (
    CHANGEABLE,
    CLINIC_WAYS,
    UNTOLD,
    Answer,
    Clinic,
    ClinicMove,
    ClinicState,
    ClinicUnit,
    ClinicWay,
    Guest,
    Material,
)
from pragola.web.coaching.models.diagnoses import Diagnosis, Letterhead
from pragola.web.coaching.models.papers import (
    PAPER_WAYS,
    Paper,
    PaperKind,
    PaperMove,
    PaperState,
    PaperWay,
)
from pragola.web.coaching.models.visits import Advice, Question, Visit, VisitKind

__all__ = [
    "CHANGEABLE",
    "CLINIC_WAYS",
    "PAPER_WAYS",
    "UNTOLD",
    "Advice",
    "Agreement",
    "AgreementKind",
    "Answer",
    "Attendance",
    "Clinic",
    "ClinicMove",
    "ClinicState",
    "ClinicUnit",
    "ClinicWay",
    "Diagnosis",
    "Guest",
    "How",
    "Letterhead",
    "Lift",
    "Material",
    "Paper",
    "PaperKind",
    "PaperMove",
    "PaperState",
    "PaperWay",
    "Question",
    "Visit",
    "VisitKind",
]
