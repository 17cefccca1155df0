"""People, the posts they hold, and invitations to hold one."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pragola.web.regions.models.units import Region, Unit

_NAME = 120
_DIGEST = 64


class People(BaseUserManager["Person"]):
    """Finds people by the address they sign in with."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        """The person of that address, however it is spelt in upper or lower case."""
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """Somebody who signs in; what they may do stands in their appointments, never here."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=_NAME)
    phone = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=5, default=settings.LANGUAGE_CODE)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[People] = People()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        ordering = ("name", "id")

    def __str__(self) -> str:
        """Their name."""
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the address in lower case, so that it is found again."""
        self.email = self.email.lower()
        super().save(*args, **kwargs)


class Role(models.TextChoices):
    """What somebody is appointed to do."""

    OPERATOR = "operator", _("Operator")
    HEAD = "head", _("Kepala unit")
    COACH = "coach", _("Pendamping")
    VERIFIER = "verifier", _("Verifikator")
    COORDINATOR = "coordinator", _("Koordinator")
    LEADER = "leader", _("Pimpinan daerah")
    EVALUATOR = "evaluator", _("Evaluator kementerian")
    NATIONAL = "national", _("Koordinator nasional")


OF_A_UNIT = frozenset({Role.OPERATOR, Role.HEAD, Role.COACH})
"""Roles held in one unit each; who has several units has several appointments."""
OF_A_REGION = frozenset({Role.VERIFIER, Role.COORDINATOR, Role.LEADER})
"""Roles held for a whole government."""
OF_THE_NATION = frozenset({Role.EVALUATOR, Role.NATIONAL})
"""Roles held at the ministry, without a government."""


def _place_fits_role() -> Q:
    unit = Q(role__in=sorted(OF_A_UNIT), region__isnull=False, unit__isnull=False)
    region = Q(role__in=sorted(OF_A_REGION), region__isnull=False, unit__isnull=True)
    nation = Q(role__in=sorted(OF_THE_NATION), region__isnull=True, unit__isnull=True)
    return unit | region | nation


class Appointment(models.Model):
    """A role that a person holds, in a unit, in a region or at the ministry; ended, not deleted."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="appointments")
    role = models.CharField(max_length=12, choices=Role.choices)
    region = models.ForeignKey(Region, models.PROTECT, null=True, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True)
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(condition=_place_fits_role(), name="appointment_place_fits"),
            models.UniqueConstraint(
                fields=("person", "role", "unit"),
                condition=Q(ended_at__isnull=True, unit__isnull=False),
                name="held_once_in_a_unit",
            ),
            models.UniqueConstraint(
                fields=("person", "role", "region"),
                condition=Q(ended_at__isnull=True, unit__isnull=True, region__isnull=False),
                name="held_once_in_a_region",
            ),
            models.UniqueConstraint(
                fields=("person", "role"),
                condition=Q(ended_at__isnull=True, region__isnull=True),
                name="held_once_in_the_nation",
            ),
        ]

    def __str__(self) -> str:
        """Who, as what, where."""
        return f"{self.person} · {self.get_role_display()} · {self.unit or self.region or ''}"


class Invitation(models.Model):
    """A link with which somebody takes up a role; only the digest of its token is kept."""

    digest = models.CharField(max_length=_DIGEST, unique=True)
    email = models.EmailField()
    name = models.CharField(max_length=_NAME)
    role = models.CharField(max_length=12, choices=Role.choices)
    region = models.ForeignKey(Region, models.PROTECT, null=True, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True)
    invited_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    accepted_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-invited_at", "-id")
        constraints = [
            models.CheckConstraint(condition=_place_fits_role(), name="invitation_place_fits"),
        ]

    def __str__(self) -> str:
        """Whom, as what."""
        return f"{self.email} · {self.get_role_display()}"
