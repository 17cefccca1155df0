"""Writing the audit log, and reading it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.db.models import QuerySet

from pragola.web.shared.models import Change

type Jsonable = str | int | bool | Sequence["Jsonable"] | Mapping[str, "Jsonable"] | None


@dataclass(frozen=True, slots=True)
class Author:
    """Who changes something and in which role; without a person it is the system itself."""

    person: models.Model | None = None
    acting_as: str = ""


SYSTEM = Author()
"""The site itself: deadlines, sweeps, the demonstration."""


def subject_of(row: models.Model) -> str:
    """The name under which a row's changes are found: `entry:41`."""
    return f"{row._meta.model_name}:{row.pk}"


def record(
    deed: str,
    row: models.Model,
    *,
    by: Author,
    at: datetime,
    part: str = "",
    old: Jsonable = None,
    new: Jsonable = None,
) -> Change:
    """Add a line to the log; call it inside the transaction of the change itself."""
    return Change.objects.create(
        at=at,
        actor_id=by.person.pk if by.person else None,
        acting_as=by.acting_as,
        deed=deed,
        subject=subject_of(row),
        part=part,
        old=old,
        new=new,
    )


def changes_of(row: models.Model) -> QuerySet[Change]:
    """Everything that was ever done to a row, the latest first, with who did it."""
    return Change.objects.filter(subject=subject_of(row)).select_related("actor")
