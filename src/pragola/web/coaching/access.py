"""The one door to coaching: clinics are led by coaches and the coordinator, read by the invited."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest

from pragola.web.coaching.models import (
    UNTOLD,
    Agreement,
    Clinic,
    ClinicState,
    Diagnosis,
    Guest,
    Material,
    Paper,
    Question,
)
from pragola.web.coaching.opened import OpenedClinic
from pragola.web.coaching.queries.invitations import invitation_of
from pragola.web.innovations.access import entry_to_change, entry_to_read, readable_units
from pragola.web.innovations.models import Entry
from pragola.web.innovations.opened import OpenedEntry
from pragola.web.regions.access import standing_of
from pragola.web.regions.models import Region, Role, Unit
from pragola.web.regions.standing import Standing

LEADING = (Role.COORDINATOR, Role.COACH)
"""Who prepares and holds clinics."""
SEEING_ALL = (*LEADING, Role.VERIFIER, Role.LEADER)
"""Who sees all clinics of their government, also those that are being prepared."""


def region_that_coaches(request: HttpRequest, code: str) -> tuple[Region, Standing]:
    """A government whose clinics they may see. Raises Http404 where they hold no role there."""
    standing = standing_of(request)
    found = Region.objects.filter(pk=code).first()
    if found is None or code not in standing.regions(*Role):
        raise Http404
    return found, standing


def region_to_coach(request: HttpRequest, code: str) -> tuple[Region, Standing]:
    """A government in which they lead clinics.

    Raises Http404 where they hold no role, PermissionDenied where another one.
    """
    found, standing = region_that_coaches(request, code)
    if code not in standing.regions(*LEADING):
        raise PermissionDenied
    return found, standing


def leading_role(standing: Standing, code: str) -> Role | None:
    """The role in which they lead clinics of that government."""
    return next((role for role in LEADING if code in standing.regions(role)), None)


def reach_of(standing: Standing, code: str, prefix: str = "") -> Q:
    """The condition that a unit is one of those they coach: all for a coordinator."""
    if code in standing.regions(Role.COORDINATOR):
        return Q(**{f"{prefix}region": code})
    reach = Q(**{f"{prefix}pk__in": ()})
    for path in standing.paths(Role.COACH):
        reach |= Q(**{f"{prefix}path__startswith": path, f"{prefix}region": code})
    return reach


def clinics_readable(standing: Standing) -> QuerySet[Clinic]:
    """All clinics that somebody may see, with government and assessment; not discarded ones."""
    invited = Q(guests__person=standing.person)
    invited |= Q(invited_units__unit__in=standing.units(Role.OPERATOR))
    for path in standing.paths(Role.HEAD):
        invited |= Q(invited_units__unit__path__startswith=path)
    seen = Q(region__in=standing.regions(*SEEING_ALL)) | (invited & ~Q(state=ClinicState.DRAFT))
    ids = Clinic.objects.filter(seen).exclude(state=ClinicState.DISCARDED).values("pk")
    return Clinic.objects.filter(pk__in=ids).select_related("region", "assessment", "made_by")


def clinic_to_read(request: HttpRequest, clinic_id: int) -> OpenedClinic:
    """A clinic, opened. Raises Http404 where it is not theirs to see."""
    standing = standing_of(request)
    found = clinics_readable(standing).filter(pk=clinic_id).first()
    if found is None:
        raise Http404
    found.assessment.region = found.region
    return OpenedClinic(
        clinic=found,
        standing=standing,
        role=_role_in(found, standing),
        reach=reach_of(standing, found.region_id),
    )


def clinic_to_lead(request: HttpRequest, clinic_id: int) -> tuple[OpenedClinic, Role]:
    """A clinic that they lead, and in which role.

    Raises Http404 where it is not theirs to see, PermissionDenied where only to see.
    """
    opened = clinic_to_read(request, clinic_id)
    if opened.role is None:
        raise PermissionDenied
    return opened, opened.role


def own_invitation(request: HttpRequest, clinic_id: int) -> tuple[Guest, Standing]:
    """Their own invitation to a clinic that is no draft, also where they came into an invited unit
    since. Raises Http404 without one.
    """
    standing = standing_of(request)
    clinic = Clinic.objects.filter(pk=clinic_id).exclude(state__in=UNTOLD).first()
    found = invitation_of(clinic, standing.person) if clinic else None
    if found is None:
        raise Http404
    return found, standing


def material_to_read(request: HttpRequest, material_id: int) -> Material:
    """A stored file of a clinic that they may see. Raises Http404 otherwise."""
    found = Material.objects.filter(
        pk=material_id,
        removed_at=None,
        file__isnull=False,
        clinic__in=clinics_readable(standing_of(request)),
    )
    material = found.select_related("file").first()
    if material is None:
        raise Http404
    return material


def diagnosis_to_read(request: HttpRequest, diagnosis_id: int) -> tuple[Diagnosis, Standing]:
    """A diagnosis sheet of a unit whose matters they may read. Raises Http404 otherwise, and where
    its clinic was discarded.
    """
    standing = standing_of(request)
    found = (
        Diagnosis.objects.filter(readable_units(standing, "unit__"), pk=diagnosis_id)
        .exclude(clinic__state=ClinicState.DISCARDED)
        .select_related("unit", "clinic__region", "clinic__assessment", "made_by")
        .first()
    )
    if found is None:
        raise Http404
    return found, standing


def entry_of_sheet(diagnosis: Diagnosis, standing: Standing, entry_id: int | None) -> Entry:
    """An entry on a sheet, as long as it is theirs to read. Raises Http404 otherwise."""
    found = (
        Entry.objects.filter(
            readable_units(standing, "innovation__unit__"),
            pk=entry_id or 0,
            assessment=diagnosis.clinic.assessment_id,
        )
        .select_related("innovation__unit__region", "assessment__region")
        .first()
    )
    if found is None:
        raise Http404
    return found


def clinic_to_enter(request: HttpRequest, clinic_id: int) -> tuple[Clinic, Standing]:
    """A clinic at whose door they stand: one of a government where they hold any role.

    Raises Http404 otherwise.
    """
    standing = standing_of(request)
    found = Clinic.objects.filter(pk=clinic_id, region__in=standing.regions(*Role))
    clinic = found.exclude(state__in=UNTOLD).select_related("region").first()
    if clinic is None:
        raise Http404
    return clinic, standing


def clinic_to_weigh(request: HttpRequest, clinic_id: int) -> OpenedClinic:
    """A clinic of whose outcome they may read: who sees all clinics of that government.

    Raises Http404 where it is not theirs to see, PermissionDenied for guests alone.
    """
    opened = clinic_to_read(request, clinic_id)
    if opened.clinic.region_id not in opened.standing.regions(*SEEING_ALL):
        raise PermissionDenied
    return opened


def unit_to_accompany(request: HttpRequest, unit_id: int) -> tuple[Unit, Standing, Role | None]:
    """A unit whose matters they may read, and the role in which they coach it, if they do.

    Raises Http404 where it is not theirs to read.
    """
    standing = standing_of(request)
    unit = (
        Unit.objects.filter(readable_units(standing), pk=unit_id).select_related("region").first()
    )
    if unit is None:
        raise Http404
    return unit, standing, coaching_role(standing, unit)


def coaching_role(standing: Standing, unit: Unit) -> Role | None:
    """The role in which they coach that unit: coordinator, or coach of its branch."""
    if unit.region_id in standing.regions(Role.COORDINATOR):
        return Role.COORDINATOR
    return Role.COACH if unit.path.startswith(standing.paths(Role.COACH)) else None


def question_to_answer(request: HttpRequest, question_id: int) -> tuple[Question, Standing, Role]:
    """A question about a claim of a unit that they coach.

    Raises Http404 where it is not theirs to read, PermissionDenied where only to read.
    """
    standing = standing_of(request)
    found = (
        Question.objects.filter(
            readable_units(standing, "entry__innovation__unit__"), pk=question_id
        )
        .select_related("entry__innovation__unit", "entry__assessment", "asked_by")
        .first()
    )
    if found is None:
        raise Http404
    role = coaching_role(standing, found.entry.innovation.unit)
    if role is None:
        raise PermissionDenied
    return found, standing, role


def questions_readable(standing: Standing) -> QuerySet[Question]:
    """All questions about claims of units whose matters somebody may read."""
    return Question.objects.filter(readable_units(standing, "entry__innovation__unit__"))


def papers_to_read(request: HttpRequest, entry_id: int) -> tuple[OpenedEntry, Role | None]:
    """An entry that they may read, and the role in which they draft its papers, if they do.

    Its operators and who coaches its unit draft papers. Raises Http404 where not to read.
    """
    opened = entry_to_read(request, entry_id)
    unit = opened.entry.innovation.unit
    own = opened.standing.role_at(unit, Role.OPERATOR)
    return opened, own or coaching_role(opened.standing, unit)


def papers_readable(standing: Standing) -> QuerySet[Paper]:
    """All papers of units whose matters somebody may read."""
    return Paper.objects.filter(readable_units(standing, "entry__innovation__unit__"))


def paper_to_move(request: HttpRequest, paper_id: int) -> tuple[Paper, Standing, Role]:
    """A paper that they draft, and in which role.

    Raises Http404 where its entry is not theirs to read, PermissionDenied where only to read.
    """
    found = Paper.objects.filter(pk=paper_id).first()
    if found is None:
        raise Http404
    opened, role = papers_to_read(request, found.entry_id)
    if role is None:
        raise PermissionDenied
    return found, opened.standing, role


def paper_to_prove(request: HttpRequest, paper_id: int) -> tuple[Paper, OpenedEntry]:
    """A paper whose scan they may hand in, as operator of its unit, and its entry.

    Raises Http404 where it is not theirs to read, PermissionDenied where only to read.
    """
    found = Paper.objects.filter(pk=paper_id).first()
    if found is None:
        raise Http404
    return found, entry_to_change(request, found.entry_id)


def may_lead(clinic: Clinic, standing: Standing) -> bool:
    """Whether they lead that clinic."""
    return _role_in(clinic, standing) is not None


def agreements_readable(standing: Standing) -> QuerySet[Agreement]:
    """All agreements of units whose matters somebody may read, and those of a government itself
    for who sees all of its clinics.
    """
    own = Q(unit=None, assessment__region__in=standing.regions(*SEEING_ALL))
    return Agreement.objects.filter(readable_units(standing, "unit__") | own)


def agreement_to_change(
    request: HttpRequest, agreement_id: int
) -> tuple[Agreement, Standing, Role]:
    """An agreement of a clinic that they lead, or of a unit that they coach.

    Raises Http404 where it is not theirs to see, PermissionDenied where only to see.
    """
    standing = standing_of(request)
    found = (
        agreements_readable(standing)
        .filter(pk=agreement_id, withdrawn_at=None)
        .select_related("unit", "clinic", "entry__innovation", "assessment__region")
        .first()
    )
    if found is None:
        raise Http404
    if found.clinic_id:
        opened, role = clinic_to_lead(request, found.clinic_id)
        return found, opened.standing, role
    held = _coordinating(found, standing)
    if held is None and found.unit:
        held = coaching_role(standing, found.unit)
    if held is None:
        raise PermissionDenied
    return found, standing, held


def _coordinating(agreement: Agreement, standing: Standing) -> Role | None:
    held = agreement.assessment.region_id in standing.regions(Role.COORDINATOR)
    return Role.COORDINATOR if held else None


def entry_of_clinic(opened: OpenedClinic, entry_id: int | None) -> Entry:
    """An entry of one of the clinic's units, in its assessment and within their reach.

    Raises Http404 for any other.
    """
    found = (
        Entry.objects.filter(
            readable_units(opened.standing, "innovation__unit__"),
            pk=entry_id or 0,
            assessment=opened.clinic.assessment_id,
            innovation__unit__in=opened.clinic.invited_units.values("unit"),
        )
        .select_related("innovation__unit", "assessment__region")
        .first()
    )
    if found is None:
        raise Http404
    return found


def _role_in(clinic: Clinic, standing: Standing) -> Role | None:
    if clinic.region_id in standing.regions(Role.COORDINATOR):
        return Role.COORDINATOR
    if clinic.region_id not in standing.regions(Role.COACH):
        return None
    paths = standing.paths(Role.COACH)
    units = clinic.invited_units.values_list("unit__path", flat=True)
    if clinic.made_by_id == standing.person.pk or any(path.startswith(paths) for path in units):
        return Role.COACH
    return None
