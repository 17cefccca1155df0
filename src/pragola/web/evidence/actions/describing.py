"""What people say about evidence: its letter, a link to it."""

from collections.abc import Mapping
from datetime import date, datetime
from urllib.parse import urlsplit

from django.db import transaction

from pragola.scoring.faults import Fault, PragolaError
from pragola.web.evidence.actions.uses import use_evidence
from pragola.web.evidence.models import Evidence, EvidenceKind
from pragola.web.evidence.queries.evidence import judged_in
from pragola.web.innovations.actions.saving import open_verdict_again
from pragola.web.innovations.models import OPEN_TO_OPERATORS, Entry
from pragola.web.shared.audit import Author, record
from pragola.web.shared.texts import typed

_LONGEST_LINK, _LONGEST_TOLD = 2_000, 200
DESCRIBED = ("title", "letter_number", "letter_date", "letter_subject", "letter_office")


class DescriptionError(PragolaError):
    """What was said about evidence cannot be kept."""


@transaction.atomic
def describe_evidence(
    evidence: Evidence,
    told: Mapping[str, str | date | None],
    *,
    revision: int,
    by: Author,
    at: datetime,
) -> Evidence:
    """Keep its title and the data of its letter, by the names of DESCRIBED.

    Raises DescriptionError where somebody else changed them since that revision, and where what
    is written already would change while an entry that rests on it is being judged.
    """
    evidence = Evidence.objects.select_for_update(of=("self",)).get(pk=evidence.pk)
    old = _told(evidence)
    new = {name: _as_text(told.get(name)) for name in DESCRIBED}
    if old == new:
        return evidence
    if evidence.revision != revision:
        expected = " · ".join(text for text in old.values() if text)
        raise DescriptionError(Fault(code="evidence_changed_meanwhile", expected=expected))
    rewritten = any(old[name] and old[name] != new[name] for name in DESCRIBED)
    if rewritten and (title := judged_in(evidence)):
        raise DescriptionError(Fault(code="evidence_being_judged", found=title))
    for name in DESCRIBED:
        setattr(evidence, name, told.get(name) or (None if name == "letter_date" else ""))
    evidence.revision += 1
    evidence.save()
    _open_verdicts_again(evidence, by=by, at=at)
    record("evidence_described", evidence, by=by, at=at, old=old, new=new)
    return evidence


@transaction.atomic
def add_link(entry: Entry, *, part: str, link: str, by: Author, at: datetime) -> Evidence:
    """A link that proves a part of the entry. Raises DescriptionError, and as `use_evidence`."""
    address = _address(link)
    unit = entry.innovation.unit
    known = Evidence.objects.filter(unit=unit, link=address).first()
    evidence = known or Evidence.objects.create(
        region_id=unit.region_id,
        unit=unit,
        kind=EvidenceKind.LINK,
        link=address,
        added_by_id=by.person.pk if by.person else None,
        added_at=at,
    )
    if known is None:
        record("evidence_added", evidence, by=by, at=at, new={"link": evidence.link})
    use_evidence(evidence, entry=entry, part=part, pages="", by=by, at=at)
    return evidence


def _open_verdicts_again(evidence: Evidence, *, by: Author, at: datetime) -> None:
    """What is said about evidence is part of what a verdict rests on."""
    uses = evidence.uses.filter(removed_at=None, entry__state__in=OPEN_TO_OPERATORS)
    for use in uses.select_related("entry"):
        open_verdict_again(use.entry, use.part, by=by, at=at)


def _address(link: str) -> str:
    """The address that can be opened, without a name and a password in it."""
    link = typed(link)
    try:
        address = urlsplit(link)
    except ValueError:
        address = urlsplit("")
    named = address.scheme in ("http", "https") and "." in (address.hostname or "")
    if not named or "@" in address.netloc or len(link) > _LONGEST_LINK:
        raise DescriptionError(Fault(code="link_bad", found=link[:_LONGEST_TOLD]))
    return address.geturl()


def _told(evidence: Evidence) -> dict[str, str]:
    return {name: _as_text(getattr(evidence, name)) for name in DESCRIBED}


def _as_text(value: str | date | None) -> str:
    return value.isoformat() if isinstance(value, date) else (value or "").strip()
