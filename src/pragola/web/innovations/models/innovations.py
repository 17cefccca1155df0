"""An innovation, which lives on, and its entry in each year's assessment."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pragola.web.innovations.models.assessments import Assessment, Door
from pragola.web.regions.models import Person, Region, Role, Unit

_TITLE = 300
_FIELD = 60
_INDICATOR = 20


class Innovation(models.Model):
    """An innovation over the years; its entries say what it was in each of them."""

    region = models.ForeignKey(Region, models.PROTECT, related_name="innovations")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="innovations")
    title = models.CharField(max_length=_TITLE)
    begun_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    begun_at = models.DateTimeField()

    class Meta:
        ordering = ("title", "id")

    def __str__(self) -> str:
        """Its title."""
        return self.title


class EntryState(models.TextChoices):
    """How far an entry has come."""

    DRAFT = "draft", _("Draf")
    SUBMITTED = "submitted", _("Diajukan")
    APPROVED = "approved", _("Disetujui kepala unit")
    UNDER_REVIEW = "under_review", _("Sedang diperiksa")
    RETURNED = "returned", _("Dikembalikan")
    VERIFIED = "verified", _("Terverifikasi")
    CLOSED = "closed", _("Ditutup untuk berkas")
    REJECTED = "rejected", _("Ditolak kementerian")


class Move(models.TextChoices):
    """What can be done with an entry as a whole; the words are those of its button."""

    SUBMIT = "submit", _("Ajukan ke kepala unit")
    TAKE_BACK = "take_back", _("Tarik kembali")
    SEND_BACK = "send_back", _("Kembalikan ke operator")
    APPROVE = "approve", _("Setujui")
    BEGIN_REVIEW = "begin_review", _("Mulai periksa")
    RETURN = "return", _("Kembalikan dengan alasan")
    VERIFY = "verify", _("Nyatakan terverifikasi")
    REVIEW_AGAIN = "review_again", _("Periksa lagi")
    CLOSE = "close", _("Tutup untuk berkas")
    OPEN_AGAIN = "open_again", _("Buka lagi")
    REJECT = "reject", _("Catat ditolak kementerian")
    UNDO_REJECT = "undo_reject", _("Cabut catatan ditolak")


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A move's line in the table: from where to where, by whom, through which door.

    `doors` are by where it comes from, without one nothing closes. `names_reasons`: it must say
    which claims or fields, and why; `says_why`: its note may not be empty; `rests_on_verdicts`:
    what it says of claims is what their verdicts say. `leaves_no_objection`: none may wait for its
    answer.
    """

    sources: frozenset[EntryState]
    target: EntryState
    roles: frozenset[Role]
    doors: Mapping[EntryState, Door] = field(default_factory=dict)
    names_reasons: bool = False
    says_why: bool = False
    leaves_no_objection: bool = False
    rests_on_verdicts: bool = False


_S, _R = EntryState, Role

WAYS: Mapping[Move, Way] = {
    Move.SUBMIT: Way(
        sources=frozenset({_S.DRAFT, _S.RETURNED}),
        target=_S.SUBMITTED,
        roles=frozenset({_R.OPERATOR}),
        doors={_S.DRAFT: Door.SUBMIT, _S.RETURNED: Door.REVISE},
    ),
    Move.TAKE_BACK: Way(
        sources=frozenset({_S.SUBMITTED}),
        target=_S.DRAFT,
        roles=frozenset({_R.OPERATOR}),
        doors={_S.SUBMITTED: Door.SUBMIT},
    ),
    Move.SEND_BACK: Way(
        sources=frozenset({_S.SUBMITTED}),
        target=_S.RETURNED,
        roles=frozenset({_R.HEAD}),
        names_reasons=True,
    ),
    Move.APPROVE: Way(
        sources=frozenset({_S.SUBMITTED}),
        target=_S.APPROVED,
        roles=frozenset({_R.HEAD}),
        doors={_S.SUBMITTED: Door.APPROVE},
    ),
    Move.BEGIN_REVIEW: Way(
        sources=frozenset({_S.APPROVED}),
        target=_S.UNDER_REVIEW,
        roles=frozenset({_R.VERIFIER}),
        doors={_S.APPROVED: Door.REVIEW},
    ),
    Move.RETURN: Way(
        sources=frozenset({_S.UNDER_REVIEW}),
        target=_S.RETURNED,
        roles=frozenset({_R.VERIFIER}),
        doors={_S.UNDER_REVIEW: Door.REVIEW},
        names_reasons=True,
        rests_on_verdicts=True,
    ),
    Move.VERIFY: Way(
        sources=frozenset({_S.UNDER_REVIEW}),
        target=_S.VERIFIED,
        roles=frozenset({_R.VERIFIER}),
        doors={_S.UNDER_REVIEW: Door.REVIEW},
        rests_on_verdicts=True,
    ),
    Move.REVIEW_AGAIN: Way(
        sources=frozenset({_S.VERIFIED}),
        target=_S.UNDER_REVIEW,
        roles=frozenset({_R.VERIFIER, _R.COORDINATOR}),
    ),
    Move.CLOSE: Way(
        sources=frozenset({_S.VERIFIED}),
        target=_S.CLOSED,
        roles=frozenset({_R.COORDINATOR}),
        leaves_no_objection=True,
    ),
    Move.OPEN_AGAIN: Way(
        sources=frozenset({_S.CLOSED}), target=_S.VERIFIED, roles=frozenset({_R.COORDINATOR})
    ),
    Move.REJECT: Way(
        sources=frozenset({_S.CLOSED}),
        target=_S.REJECTED,
        roles=frozenset({_R.COORDINATOR}),
        says_why=True,
    ),
    Move.UNDO_REJECT: Way(
        sources=frozenset({_S.REJECTED}), target=_S.CLOSED, roles=frozenset({_R.COORDINATOR})
    ),
}
"""The way of an entry: every move there is. An entry that was returned has to be submitted and
approved again, so nothing reaches a verifier that its head has not seen. What was submitted can be
taken back only while it could still be submitted again; later its head sends it back. What the
ministry turned down is recorded by the coordinator, after the dossier; it counts as rejected."""

OPEN_TO_OPERATORS = frozenset({EntryState.DRAFT, EntryState.RETURNED})
"""Where the unit's operators may change fields, claims and evidence; elsewhere all is locked."""
OPEN_ENTRIES = Q(state__in=OPEN_TO_OPERATORS, innovation__unit__closed_on=None)
"""Entries whose content can be changed: where their state is open, and their unit works."""
OF_OPEN_ENTRIES = Q(entry__state__in=OPEN_TO_OPERATORS, entry__innovation__unit__closed_on=None)
"""The same, for rows of an entry."""
BEING_JUDGED = frozenset(
    {EntryState.SUBMITTED, EntryState.APPROVED, EntryState.UNDER_REVIEW, EntryState.VERIFIED}
)
"""Where a head or a verifier rests a judgement on what was handed in."""


class Entry(models.Model):
    """An innovation in one year's assessment. `submitted_once` counts it in the projection.

    `withheld` is not reported this year, though it was submitted. `official` is what the ministry
    found, as `official_values` reads it; empty where that is not known.
    """

    innovation = models.ForeignKey(Innovation, models.PROTECT, related_name="entries")
    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="entries")
    state = models.CharField(
        max_length=12, choices=EntryState.choices, default=EntryState.DRAFT, db_index=True
    )
    submitted_once = models.BooleanField(default=False)
    withheld = models.BooleanField(default=False)
    official = models.JSONField(default=dict, blank=True)
    begun_at = models.DateTimeField()
    touched_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        verbose_name_plural = "entries"
        constraints = [
            models.UniqueConstraint(
                fields=("innovation", "assessment"), name="entered_once_a_year"
            ),
        ]

    def __str__(self) -> str:
        """Which innovation, in which assessment."""
        return f"{self.innovation} ({self.assessment.edition})"

    @property
    def open_to_operators(self) -> bool:
        """Whether its content can be changed at all; ask with innovation and unit at hand."""
        return self.state in OPEN_TO_OPERATORS and not self.innovation.unit.closed_on


class FieldValue(models.Model):
    """The answer to one field of the edition's profile form.

    `value` is a text, a list of texts (choices) or a mapping of texts by part (design text,
    coordinates `Lintang` and `Bujur` as decimal text); dates are ISO text. `revision` counts
    every save from 1. `renew` marks what was carried over from last year and has to be renewed.
    """

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="fields")
    field = models.CharField(max_length=_FIELD)
    value = models.JSONField()
    revision = models.PositiveIntegerField(default=1)
    renew = models.BooleanField(default=False)
    saved_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=("entry", "field"), name="a_field_has_one_value"),
        ]

    def __str__(self) -> str:
        """Which field of which entry."""
        return f"{self.entry_id} {self.field}"


class Judged(models.TextChoices):
    """What stands of a claim: nothing, its verdict, or that it changed since."""

    NOT_YET = "", _("Belum diputus")
    ACCEPTED = "accepted", _("Diterima")
    RETURNED = "returned", _("Dikembalikan")
    OPEN_AGAIN = "open_again", _("Terbuka lagi")


STANDING = frozenset({Judged.ACCEPTED, Judged.RETURNED})
"""A verdict stands; elsewhere the claim waits for one."""
CLAIMING = Q(level__gt=0) | ~Q(value="") | ~Q(periods={})
"""Claims that say more than nothing, and so need a verdict."""


class Claim(models.Model):
    """What an entry claims for one indicator, as `pragola.scoring.answers.Claim` has it.

    Exactly one of `level`, `value` (decimal text) and `periods` (decimal texts by year, `T-1`,
    `T-2`) is given; all empty is a claim taken back. `revision` and `renew` are as of a field.
    `judged` and `accepted_level` (0 where returned) are what the standing verdict says, None
    without one; only the bench gives it, and whatever changes the claim or a proof takes it away.
    `objected`: its unit objects to that verdict and waits for the answer.
    """

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="claims")
    indicator = models.CharField(max_length=_INDICATOR)
    level = models.PositiveSmallIntegerField(null=True, blank=True)
    base = models.CharField(max_length=_INDICATOR, blank=True)
    value = models.CharField(max_length=40, blank=True)
    periods = models.JSONField(default=dict)
    note = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    renew = models.BooleanField(default=False)
    saved_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    saved_at = models.DateTimeField()
    judged = models.CharField(
        max_length=10, choices=Judged.choices, default=Judged.NOT_YET, blank=True
    )
    accepted_level = models.PositiveSmallIntegerField(null=True, blank=True)
    objected = models.BooleanField(default=False)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=("entry", "indicator"), name="an_indicator_once"),
            models.CheckConstraint(
                condition=Q(judged="accepted", accepted_level__isnull=False)
                | Q(judged="returned", accepted_level=0)
                | Q(judged__in=("", "open_again"), accepted_level__isnull=True),
                name="a_level_stands_with_its_verdict",
            ),
            models.CheckConstraint(
                condition=Q(objected=False) | Q(judged__in=("accepted", "returned")),
                name="an_objection_is_to_a_verdict",
            ),
        ]

    def __str__(self) -> str:
        """Which indicator of which entry."""
        return f"{self.entry_id} {self.indicator}"

    @property
    def waits_for_verdict(self) -> bool:
        """Whether it says more than nothing, and no verdict stands."""
        return self.judged not in STANDING and bool(self.level or self.value or self.periods)


class MoveMade(models.Model):
    """A move that was made, with what was said about it; never changed afterwards."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="moves")
    move = models.CharField(max_length=12, choices=Move.choices)
    source = models.CharField(max_length=12, choices=EntryState.choices)
    target = models.CharField(max_length=12, choices=EntryState.choices)
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    acting_as = models.CharField(max_length=12, choices=Role.choices, blank=True)
    made_at = models.DateTimeField()
    note = models.TextField(blank=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        """Which move of which entry."""
        return f"{self.entry_id} {self.move}"


class Reason(models.Model):
    """Why a claim (its indicator) or a field was returned; `part` is the code of either."""

    made = models.ForeignKey(MoveMade, models.PROTECT, related_name="reasons")
    part = models.CharField(max_length=_FIELD)
    text = models.TextField()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        """What about, and why."""
        return f"{self.part}: {self.text}"
