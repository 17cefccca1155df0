"""Questions about files on their way in."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Count, F, QuerySet, Sum

from pragola.inspection.formats import JPEG, FileKind
from pragola.rulebooks import load_edition
from pragola.scoring.faults import Fact, Fault
from pragola.web.evidence.allowed import Allowed, Limit, allowed_for
from pragola.web.evidence.models import Arrival, ArrivalState, Evidence
from pragola.web.evidence.partial_files import bytes_here
from pragola.web.innovations.models import Entry
from pragola.web.regions.models import Person, Unit
from pragola.wording import Language, say

KEPT_FOR = timedelta(days=14)
"""So long after its last byte an unfinished file is given up."""
LEFT_ALONE_FOR = timedelta(seconds=30)
"""A file that was touched so shortly ago is being finished by whoever sent it."""


def site_limits() -> dict[FileKind, int]:
    """The most megabytes of this site, by kind, for what an edition does not limit."""
    return {kind: settings.EVIDENCE_MEGABYTES[kind.value] for kind in FileKind}


def allowed_in(entry: Entry, part: str) -> Allowed | None:
    """What that part of the entry takes; None where its edition has no such part."""
    return allowed_for(load_edition(entry.assessment.edition), part, site_limits())


def known_evidence(unit: Unit | int, sha256: str) -> Evidence | None:
    """The unit's own evidence with this content, a version in force before older ones."""
    return (
        Evidence.objects.filter(unit=unit, file=sha256)
        .select_related("file")
        .order_by(F("replaced_by").asc(nulls_first=True), "id")
        .first()
    )


def newest_version(evidence: Evidence) -> Evidence:
    """The version that nothing has replaced yet."""
    while later := Evidence.objects.filter(replaces=evidence).first():
        evidence = later
    return evidence


def unfinished_of(person: Person, entry: Entry) -> QuerySet[Arrival]:
    """What somebody began to send for an entry and has not finished."""
    return Arrival.objects.filter(person=person, entry=entry, state=ArrivalState.RECEIVING)


def unfinished_like(
    person: Person, entry: Entry, *, part: str, file_name: str, size: int, sha256: str
) -> Arrival | None:
    """The unfinished arrival of this very file, as far as can be told."""
    same = unfinished_of(person, entry).filter(part=part, size=size)
    if sha256:
        return same.filter(sha256=sha256).last()
    return same.filter(sha256="", file_name=file_name).last()


def unfinished_load(person: Person) -> tuple[int, int]:
    """How many files somebody has under way, and how many bytes they are to be."""
    told = Arrival.objects.filter(person=person, state=ArrivalState.RECEIVING).aggregate(
        number=Count("id"), bytes=Sum("size", default=0)
    )
    return told["number"], told["bytes"]


def arrived_unfinished(at: datetime) -> list[Arrival]:
    """Arrivals all of whose bytes are here and whom nobody has finished."""
    waiting = Arrival.objects.filter(
        state=ArrivalState.RECEIVING, touched_at__lt=at - LEFT_ALONE_FOR
    ).select_related("person", "entry__innovation__unit")
    return [each for each in waiting if bytes_here(each.pk) >= each.size]


def forgotten(at: datetime) -> QuerySet[Arrival]:
    """Arrivals that nobody has touched for long enough."""
    return Arrival.objects.filter(state=ArrivalState.RECEIVING, touched_at__lt=at - KEPT_FOR)


def expires_at(arrival: Arrival) -> datetime:
    """When it is given up unless more comes."""
    return arrival.touched_at + KEPT_FOR


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a file; `sentence` says so, `evidence` is its number where it was kept."""

    state: ArrivalState
    sentence: str
    evidence: int | None
    file_name: str
    offset: int
    size: int


def outcome_of(arrival: Arrival, language: Language) -> Outcome:
    """What became of a file, in words."""
    kept = arrival.evidence
    arrived = arrival.state in (ArrivalState.KEPT, ArrivalState.REFUSED)
    return Outcome(
        state=ArrivalState(arrival.state),
        sentence=say(_told(arrival), language),
        evidence=kept.pk if kept else None,
        file_name=kept.file_name if kept else arrival.file_name,
        offset=arrival.size if arrived else bytes_here(arrival.pk),
        size=arrival.size,
    )


def about(entry: Entry, part: str, file_name: str, code: str) -> Fault:
    """What is wrong with a file for that part, with what would have been right."""
    facts: list[tuple[str, Fact]] = [("name", file_name)]
    if allowed := allowed_in(entry, part):
        facts += [("types", allowed.labels)]
    return Fault(code=code, facts=tuple(facts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Uploader:
    """What the uploader of a part says and takes; `largest` are the limits, a kind each."""

    id: str
    labels: str
    accept: str
    largest: tuple[tuple[str, Limit], ...]
    shrinks: bool
    first: bool = False


def uploader(entry: Entry, part: str) -> Uploader | None:
    """The uploader of a part; None where the edition has no such part."""
    allowed = allowed_in(entry, part)
    if allowed is None:
        return None
    return Uploader(
        id=f"unggah-{part}",
        labels=allowed.labels,
        accept=allowed.accept,
        largest=tuple((kind.value, limit) for kind, limit in allowed.limits.items()),
        shrinks=JPEG in allowed.formats,
    )


def _told(arrival: Arrival) -> Fault:
    kept = arrival.evidence
    if arrival.state == ArrivalState.REFUSED:
        return about(arrival.entry, arrival.part, arrival.file_name, arrival.refusal)
    if kept is None:
        code = "arrival_under_way"
        return Fault(code=code if arrival.state == ArrivalState.RECEIVING else "arrival_given_up")
    facts = (("name", kept.file_name), ("old", arrival.file_name))
    return Fault(code=_kept_code(arrival, kept), facts=facts)


def _kept_code(arrival: Arrival, kept: Evidence) -> str:
    if kept.added_at != arrival.touched_at:
        return "arrival_known"
    return "arrival_kept" if kept.file_name == arrival.file_name else "arrival_renamed"
