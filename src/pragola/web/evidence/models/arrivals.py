"""Files on their way in: uploads that can be interrupted and resumed."""

from collections.abc import Mapping

from django.db import models

from pragola.web.evidence.models.evidence import Evidence
from pragola.web.innovations.models import Entry
from pragola.web.regions.models import Person, unguessable

_NAME = 255
_SHA256 = 64


class ArrivalState(models.TextChoices):
    """How far a file has come."""

    RECEIVING = "receiving"
    KEPT = "kept"
    REFUSED = "refused"
    GIVEN_UP = "given_up"


ARRIVAL_MOVES: Mapping[ArrivalState, frozenset[ArrivalState]] = {
    ArrivalState.RECEIVING: frozenset(
        {ArrivalState.KEPT, ArrivalState.REFUSED, ArrivalState.GIVEN_UP}
    ),
    ArrivalState.KEPT: frozenset(),
    ArrivalState.REFUSED: frozenset(),
    ArrivalState.GIVEN_UP: frozenset(),
}
"""Where each state leads; what leads nowhere is the end."""


class Arrival(models.Model):
    """A file that somebody is sending for a part of an entry.

    How many bytes are here is told by the partial file itself, never by a column: so a process
    that dies between writing and saying so loses nothing. `sha256` is what the sender says the
    whole has, empty where they did not. `refusal` is the code of why it was refused.
    """

    id = models.CharField(primary_key=True, max_length=43, default=unguessable, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="arrivals")
    part = models.CharField(max_length=60)
    replaces = models.ForeignKey(Evidence, models.PROTECT, null=True, related_name="+")
    file_name = models.CharField(max_length=_NAME)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=_SHA256, blank=True)
    state = models.CharField(
        max_length=10, choices=ArrivalState.choices, default=ArrivalState.RECEIVING
    )
    refusal = models.CharField(max_length=40, blank=True)
    evidence = models.ForeignKey(Evidence, models.PROTECT, null=True, related_name="arrivals")
    begun_at = models.DateTimeField()
    touched_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ("begun_at",)

    def __str__(self) -> str:
        """Its name and how far it has come."""
        return f"{self.file_name} ({self.state})"
