"""A clinic: when, where, with whom, with which material."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pragola.web.evidence.models import StoredFile
from pragola.web.innovations.models import Assessment
from pragola.web.regions.models import Person, Region, Unit

_TITLE, _NAME, _REASON = 200, 255, 500


class ClinicState(models.TextChoices):
    """How far a clinic has come."""

    DRAFT = "draft", _("Disiapkan")
    INVITED = "invited", _("Undangan terkirim")
    HELD = "held", _("Terlaksana")
    CLOSED = "closed", _("Ditutup")
    CANCELLED = "cancelled", _("Dibatalkan")
    DISCARDED = "discarded", _("Dibuang")


class ClinicMove(models.TextChoices):
    """What can be done with a clinic as a whole; the words are those of its button."""

    INVITE = "invite", _("Kirim undangan")
    HOLD = "hold", _("Nyatakan terlaksana")
    CLOSE = "close", _("Tutup klinik")
    REOPEN = "reopen", _("Buka lagi klinik")
    CANCEL = "cancel", _("Batalkan klinik")
    RESTORE = "restore", _("Jadi diadakan lagi")
    DISCARD = "discard", _("Buang klinik")


@dataclass(frozen=True, slots=True)
class ClinicWay:
    """A move's line in the table: from where to where."""

    source: ClinicState
    target: ClinicState


CLINIC_WAYS: Mapping[ClinicMove, ClinicWay] = {
    ClinicMove.INVITE: ClinicWay(ClinicState.DRAFT, ClinicState.INVITED),
    ClinicMove.HOLD: ClinicWay(ClinicState.INVITED, ClinicState.HELD),
    ClinicMove.CLOSE: ClinicWay(ClinicState.HELD, ClinicState.CLOSED),
    ClinicMove.REOPEN: ClinicWay(ClinicState.CLOSED, ClinicState.HELD),
    ClinicMove.CANCEL: ClinicWay(ClinicState.INVITED, ClinicState.CANCELLED),
    ClinicMove.RESTORE: ClinicWay(ClinicState.CANCELLED, ClinicState.INVITED),
    ClinicMove.DISCARD: ClinicWay(ClinicState.DRAFT, ClinicState.DISCARDED),
}
"""The way of a clinic: every move there is. Agreements and minutes are written until it is closed;
follow-up goes on by itself, also where the clinic was cancelled."""

CHANGEABLE = frozenset({ClinicState.DRAFT, ClinicState.INVITED, ClinicState.HELD})
"""While a clinic is in one of these, its leaders change it."""
UNTOLD = frozenset({ClinicState.DRAFT, ClinicState.DISCARDED})
"""Nobody has been told of a clinic in one of these; one that was discarded is shown to nobody."""


class Clinic(models.Model):
    """A coaching clinic of a government. `place` is a hall, `link` where it meets online.

    `sequence` counts what changed for calendars since the invitations: time, place, cancelling.
    `cancel_reason` is told to the invited, and empty where the clinic is not cancelled.
    `key` names the form that it was made with: one that is sent twice makes one clinic.
    """

    region = models.ForeignKey(Region, models.PROTECT, related_name="clinics")
    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="clinics")
    title = models.CharField(max_length=_TITLE)
    purpose = models.TextField(blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=_NAME, blank=True)
    link = models.URLField(max_length=500, blank=True)
    agenda = models.TextField(blank=True)
    seats = models.PositiveSmallIntegerField()
    state = models.CharField(
        max_length=9, choices=ClinicState.choices, default=ClinicState.DRAFT, db_index=True
    )
    cancel_reason = models.CharField(max_length=_REASON, blank=True)
    minutes = models.TextField(blank=True)
    sequence = models.PositiveSmallIntegerField(default=0)
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    key = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ("-starts_at", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=("made_by", "key"), condition=~Q(key=""), name="clinic_once_by_a_form"
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="clinic_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=~Q(place="") | ~Q(link=""), name="clinic_has_a_place_or_a_link"
            ),
        ]

    def __str__(self) -> str:
        """Its title."""
        return self.title

    @property
    def changeable(self) -> bool:
        """Whether anything of it can be changed."""
        return self.state in CHANGEABLE

    def has_come(self, at: datetime) -> bool:
        """Whether its hour has come."""
        return self.starts_at <= at


class ClinicUnit(models.Model):
    """A unit that a clinic is for."""

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="invited_units")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")

    class Meta:
        ordering = ("unit__name", "id")
        constraints = [
            models.UniqueConstraint(fields=("clinic", "unit"), name="unit_once_in_a_clinic"),
        ]

    def __str__(self) -> str:
        """Which unit."""
        return str(self.unit)


class Answer(models.TextChoices):
    """What an invited person said."""

    NONE = "none", _("Belum menjawab")
    COMES = "comes", _("Hadir")
    STAYS_AWAY = "stays_away", _("Tidak hadir")


class Guest(models.Model):
    """An invited person; `unit` is the one for which they were invited."""

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="guests")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    answer = models.CharField(max_length=10, choices=Answer.choices, default=Answer.NONE)
    answered_at = models.DateTimeField(null=True, blank=True)
    invited_at = models.DateTimeField()

    class Meta:
        ordering = ("unit__name", "person__name", "id")
        constraints = [
            models.UniqueConstraint(fields=("clinic", "person"), name="person_once_in_a_clinic"),
        ]

    def __str__(self) -> str:
        """Who."""
        return str(self.person)


class Material(models.Model):
    """What a clinic works with: a stored file or a link."""

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="material")
    title = models.CharField(max_length=_NAME)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    file_name = models.CharField(max_length=_NAME, blank=True)
    link = models.URLField(max_length=500, blank=True)
    added_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        verbose_name_plural = "material"
        constraints = [
            models.CheckConstraint(
                condition=Q(file__isnull=False, link="") | (Q(file__isnull=True) & ~Q(link="")),
                name="material_is_file_or_link",
            ),
        ]

    def __str__(self) -> str:
        """Its title."""
        return self.title
