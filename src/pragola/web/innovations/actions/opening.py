"""Opening a government's assessment."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction

from pragola.rulebooks import load_edition
from pragola.scoring.faults import Fault, PragolaError
from pragola.web.innovations.models import Assessment
from pragola.web.regions.models import Region
from pragola.web.shared.audit import Author, record


class AlreadyOpenError(PragolaError):
    """An assessment that the government has opened already."""


@transaction.atomic
def open_assessment(
    region: Region, *, edition: str, target: Decimal | None, by: Author, at: datetime
) -> Assessment:
    """The government's assessment by that edition, whose hash it keeps from now on.

    Raises EditionUnknownError, and AlreadyOpenError where there is one.
    """
    rules = load_edition(edition)
    assessment, made = Assessment.objects.get_or_create(
        region=region,
        edition=rules.code,
        defaults={"edition_hash": rules.hash, "target": target, "opened_at": at},
    )
    if not made:
        raise AlreadyOpenError(Fault(code="assessment_open_already", found=rules.code))
    new = {"edition": rules.code, "target": None if target is None else str(target)}
    record("assessment_opened", assessment, by=by, at=at, new=new)
    return assessment


@transaction.atomic
def set_target(assessment: Assessment, *, target: Decimal | None, by: Author, at: datetime) -> None:
    """Aim at another index."""
    assessment = Assessment.objects.select_for_update().get(pk=assessment.pk)
    if assessment.target != target:
        old, new = (None if each is None else str(each) for each in (assessment.target, target))
        assessment.target = target
        assessment.save(update_fields=["target"])
        record("target_set", assessment, by=by, at=at, old=old, new=new)
