"""Papers that prove a claim, from the draft to the signature."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from pragola.web.evidence.models import Evidence
from pragola.web.innovations.models import Entry
from pragola.web.regions.models import Person


class PaperKind(models.TextChoices):
    """What kind of paper it is."""

    DECREE = "decree", _("Keputusan tentang inovasi")
    ASSIGNMENT = "assignment", _("Surat penugasan")
    SOP = "sop", _("Prosedur operasional standar")
    ATTENDANCE = "attendance", _("Daftar hadir kegiatan")
    SURVEY = "survey", _("Laporan survei")
    MONITORING = "monitoring", _("Laporan pemantauan")
    REPLICATION = "replication", _("Surat pernyataan replikasi")


class PaperState(models.TextChoices):
    """How far a paper has come."""

    DRAFTED = "drafted", _("Dirancang")
    AT_LEGAL = "at_legal", _("Di Bagian Hukum")
    SIGNED = "signed", _("Ditandatangani")


class PaperMove(models.TextChoices):
    """What happens to a paper; the words are those of its button."""

    HAND_IN = "hand_in", _("Serahkan ke Bagian Hukum")
    SEND_BACK = "send_back", _("Kembali untuk diperbaiki")
    SIGN = "sign", _("Catat ditandatangani")
    UNDO_SIGN = "undo_sign", _("Cabut catatan tanda tangan")


@dataclass(frozen=True, slots=True)
class PaperWay:
    """A move's line in the table: from where to where."""

    sources: frozenset[PaperState]
    target: PaperState


_S = PaperState
PAPER_WAYS: Mapping[PaperMove, PaperWay] = {
    PaperMove.HAND_IN: PaperWay(frozenset({_S.DRAFTED}), _S.AT_LEGAL),
    PaperMove.SEND_BACK: PaperWay(frozenset({_S.AT_LEGAL}), _S.DRAFTED),
    PaperMove.SIGN: PaperWay(frozenset({_S.DRAFTED, _S.AT_LEGAL}), _S.SIGNED),
    PaperMove.UNDO_SIGN: PaperWay(frozenset({_S.SIGNED}), _S.AT_LEGAL),
}
"""The way of a paper: every move there is. Not every paper passes the legal bureau."""


class Paper(models.Model):
    """A paper of an entry; `number` and `signed_on` are known once it is signed.

    `evidence` is its scan, once that is there, and `part` the claim that it was handed in for.
    """

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="papers")
    kind = models.CharField(max_length=11, choices=PaperKind.choices)
    state = models.CharField(
        max_length=8, choices=PaperState.choices, default=PaperState.DRAFTED, db_index=True
    )
    number = models.CharField(max_length=120, blank=True)
    signed_on = models.DateField(null=True, blank=True)
    evidence = models.ForeignKey(
        Evidence, models.PROTECT, null=True, blank=True, related_name="papers"
    )
    part = models.CharField(max_length=20, blank=True)
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    moved_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=("entry", "kind"), name="a_paper_of_a_kind_once"),
        ]

    def __str__(self) -> str:
        """Which paper of which entry."""
        return f"{self.entry_id} {self.kind}"
