"""Makes what tests of reviewing need: claims with proofs that wait, verifiers, verdicts."""

from datetime import datetime

from pragola.web.evidence.models import Evidence, EvidenceKind, Use
from pragola.web.innovations.models import Claim, Entry, EntryState
from pragola.web.regions.models import Person, Role, Unit
from pragola.web.regions.standing import Standing, standing_of_person
from pragola.web.review.actions.judging import Ruling, judge_claim
from pragola.web.review.models import Verdict
from pragola.web.review.queries.resting import rests_on
from pragola.web.review.queries.standing import seen_of
from tests.web.workplace import MOMENT, a_person, a_region, an_entry, appointed

INDICATOR = "SID-05"
SEEN = "Dilihat di tempat."
RETURNING = Ruling(level=0, standard="Belum ada buktinya.")


def a_verifier(name: str = "Verifikator Contoh") -> Person:
    """A verifier of the government."""
    return appointed(Role.VERIFIER, a_region(), person=a_person(name))


def standing(person: Person) -> Standing:
    """What that person may do."""
    return standing_of_person(person)


def a_claim(
    entry: Entry | None = None,
    indicator: str = INDICATOR,
    *,
    level: int = 3,
    unit: Unit | None = None,
) -> Claim:
    """A claim of a level, in an entry under review."""
    entry = entry or an_entry(unit, state=EntryState.UNDER_REVIEW)
    return Claim.objects.create(entry=entry, indicator=indicator, level=level, saved_at=MOMENT)


def a_link(unit: Unit, number: int = 1, *, title: str = "") -> Evidence:
    """A piece of evidence of the unit."""
    return Evidence.objects.create(
        region=unit.region,
        unit=unit,
        kind=EvidenceKind.LINK,
        link=f"https://contoh.go.id/{number}",
        title=title,
        added_at=MOMENT,
    )


def proven(claim: Claim, evidence: Evidence | None = None, *, pages: str = "") -> Evidence:
    """The claim rests on that evidence, or on new one."""
    found = evidence or a_link(claim.entry.innovation.unit, claim.pk)
    Use.objects.create(
        evidence=found, entry=claim.entry, part=claim.indicator, pages=pages, added_at=MOMENT
    )
    return found


def judged(
    claim: Claim,
    by: Person,
    ruling: Ruling | None = None,
    *,
    at: datetime = MOMENT,
    seen: str | None = None,
) -> Verdict:
    """A verdict on the claim as it stands; accepted as claimed where nothing else is said, with
    words, as it may have no proof.
    """
    claim = Claim.objects.select_related("entry__assessment").get(pk=claim.pk)
    return judge_claim(
        claim.pk,
        ruling or Ruling(level=claim.level or 1, words=SEEN),
        seen=seen if seen is not None else seen_of(claim, rests_on(claim)),
        by=by,
        at=at,
    )


def stands(claim: Claim) -> tuple[str, int | None]:
    """How the claim stands now."""
    claim.refresh_from_db()
    return claim.judged, claim.accepted_level
