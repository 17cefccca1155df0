"""Material of a clinic: files into the store of evidence, and links."""

from datetime import datetime
from hashlib import file_digest
from pathlib import Path
from typing import Any

from django.core.files import File
from django.db import transaction

from pragola.scoring.faults import Fault
from pragola.web.coaching.actions.clinics import ClinicError, changeable_clinic
from pragola.web.coaching.models import Material
from pragola.web.evidence.actions.keeping import fitting_name
from pragola.web.evidence.file_checks import content_of
from pragola.web.evidence.models import StoredFile
from pragola.web.evidence.store import evidence_store, place_of
from pragola.web.shared.audit import Author, record
from pragola.web.shared.files import as_path
from pragola.workbook.package import LARGEST_FILE

_MEGA = 1_000_000


@transaction.atomic
def add_link(clinic_id: int, *, title: str, link: str, by: Author, at: datetime) -> Material:
    """A link; the same one is there once. Raises ClinicError where the clinic is closed."""
    clinic = changeable_clinic(clinic_id)
    same = clinic.material.filter(title=title, link=link, removed_at=None).first()
    if same:
        return same
    return _added(Material(clinic=clinic, title=title, link=link), by=by, at=at)


def add_file(
    clinic_id: int, file: "File[Any]", *, title: str, by: Author, at: datetime
) -> Material:
    """A file, by its content one of the kinds that evidence may be.

    Raises ClinicError where it is too large or the clinic is closed, RefusalError for what nobody
    should open.
    """
    if (file.size or 0) > LARGEST_FILE:
        raise ClinicError(Fault(code="material_too_large", expected=str(LARGEST_FILE // _MEGA)))
    with as_path(file, suffix="") as path:
        found = content_of(path)
        sha256 = _into_store(path)
    name = fitting_name(str(file.name or title), found)
    with transaction.atomic():
        clinic = changeable_clinic(clinic_id)
        told = {"size": file.size, "media_type": found.media_type, "stored_at": at}
        stored, _ = StoredFile.objects.get_or_create(sha256=sha256, defaults=told)
        material = Material(clinic=clinic, title=title or name, file=stored, file_name=name)
        return _added(material, by=by, at=at)


@transaction.atomic
def remove_material(material: Material, *, by: Author, at: datetime) -> None:
    """Not shown any more. Raises ClinicError where the clinic is closed."""
    clinic = changeable_clinic(material.clinic_id)
    if Material.objects.filter(pk=material.pk, removed_at=None).update(removed_at=at):
        record("clinic_material_removed", clinic, by=by, at=at, old=material.title)


def _into_store(path: Path) -> str:
    with path.open("rb") as file:
        sha256 = file_digest(file, "sha256").hexdigest()
        file.seek(0)
        evidence_store().save(place_of(sha256), File(file))
    return sha256


def _added(material: Material, *, by: Author, at: datetime) -> Material:
    material.added_by_id, material.added_at = by.person.pk if by.person else None, at
    material.save()
    record("clinic_material_added", material.clinic, by=by, at=at, new=material.title)
    return material
