"""A government and its units, which stand in a tree."""

from django.db import models
from django.utils.translation import gettext_lazy as _

_CODE = 40
_NAME = 200
_PATH = 200


class Region(models.Model):
    """A government that works here, by its ministry code: `33.18` is Kabupaten Pati."""

    code = models.CharField(primary_key=True, max_length=5)
    name = models.CharField(max_length=_NAME)
    time_zone = models.CharField(max_length=40, default="Asia/Jakarta")

    class Meta:
        ordering = ("code",)

    def __str__(self) -> str:
        """Its name."""
        return self.name


class UnitKind(models.TextChoices):
    """What kind of unit it is."""

    OPD = "opd", _("Perangkat daerah")
    KECAMATAN = "kecamatan", _("Kecamatan")
    RSUD = "rsud", _("Rumah sakit umum daerah")
    PUSKESMAS = "puskesmas", _("Puskesmas")
    SCHOOL = "sekolah", _("Sekolah")
    VILLAGE = "desa", _("Desa atau kelurahan")


class Unit(models.Model):
    """A unit of a government. A closed one keeps everything it has, and takes nothing new.

    `path` holds the ids from the root down to the unit itself, `/3/17/`: everything under a
    unit starts with its path. Only `actions.units` writes it.
    """

    region = models.ForeignKey(Region, models.PROTECT, related_name="units")
    code = models.CharField(max_length=_CODE)
    name = models.CharField(max_length=_NAME)
    kind = models.CharField(max_length=10, choices=UnitKind.choices)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    path = models.CharField(max_length=_PATH, db_index=True, editable=False)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("name", "id")
        constraints = [
            models.UniqueConstraint(fields=("region", "code"), name="unit_code_once_a_region"),
        ]

    def __str__(self) -> str:
        """Its name."""
        return self.name
