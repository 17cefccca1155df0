"""Whose a pair is now, what kind of proof it is, and how much that matters."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from pragola.inspection.likeness.kinds import TELLING, Proves, kind_for, strictest
from pragola.inspection.likeness.sharing import SHARING, Kind, Sharing
from pragola.inspection.report import finding_of
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from pragola.web.evidence.models import Gravity, How, InspectionFinding, Likeness, Use
from pragola.web.evidence.queries.texts import texts_of_innovations
from pragola.web.innovations.models import Claim, Innovation

_GRAVITIES: Mapping[Sharing, Gravity] = {
    Sharing.FINE: Gravity.FINE,
    Sharing.LOOK: Gravity.LOOK,
    Sharing.OWN: Gravity.OWN,
}


@dataclass(frozen=True, slots=True)
class Side:
    """An innovation that a pair concerns, with its government, and which of the two it uses."""

    innovation: int
    region: str
    of_one: bool
    of_other: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """What a pair comes to now; without sides nothing is shared."""

    sides: Sequence[Side]
    kind: str
    gravity: Gravity
    digest: str

    @property
    def regions(self) -> int:
        """How many governments it concerns."""
        return len({side.region for side in self.sides})


def weight_of(likeness: Likeness) -> Weight:
    """What a pair comes to now; at most five queries."""
    if likeness.how == How.INNOVATION:
        return _of_innovations(likeness)
    uses = _uses((str(likeness.one_file_id), str(likeness.other_file_id)))
    sides = _sides_of(likeness, uses)
    if not (len(sides) > 1 and any(s.of_one for s in sides) and any(s.of_other for s in sides)):
        return Weight(sides=(), kind="", gravity=Gravity.FINE, digest="")
    kind = Kind.PHOTO if likeness.how == How.PHOTO else _kind_of(uses)
    gravity = _GRAVITIES[SHARING[kind].sharing]
    digest = _digest(sides, kind)
    return Weight(sides=sides, kind=kind.value, gravity=gravity, digest=digest)


def shared_by_several(sha256: str) -> bool:
    """Whether several innovations use this very file now."""
    uses = Use.objects.filter(evidence__file=sha256, removed_at=None)
    return uses.order_by().values("entry__innovation").distinct()[:2].count() > 1


def _of_innovations(likeness: Likeness) -> Weight:
    """Two of one government were reported twice; in another one it may have been taken over."""
    pair = (likeness.one_innovation_id or 0, likeness.other_innovation_id or 0)
    regions = dict(Innovation.objects.filter(pk__in=pair).values_list("pk", "region"))
    one, other = pair
    sides = (
        Side(one, regions[one], of_one=True, of_other=False),
        Side(other, regions[other], of_one=False, of_other=True),
    )
    texts = texts_of_innovations(pair)
    gravity = Gravity.OWN if regions[one] == regions[other] else Gravity.LOOK
    digest = _digest(sides, *(texts.get(key, "") for key in pair))
    return Weight(sides=sides, kind="", gravity=gravity, digest=digest)


def _uses(files: tuple[str, str]) -> Sequence[Use]:
    uses = Use.objects.filter(evidence__file__in=files, removed_at=None)
    return list(
        uses.select_related("evidence__file", "entry__innovation", "entry__assessment").order_by()
    )


def _sides_of(likeness: Likeness, uses: Iterable[Use]) -> Sequence[Side]:
    files: dict[tuple[int, str], set[str | None]] = {}
    for use in uses:
        innovation = use.entry.innovation
        key = (innovation.pk, innovation.region_id)
        files.setdefault(key, set()).add(use.evidence.file_id)
    return [
        Side(
            innovation,
            region,
            of_one=likeness.one_file_id in used,
            of_other=likeness.other_file_id in used,
        )
        for (innovation, region), used in sorted(files.items())
    ]


def _kind_of(uses: Sequence[Use]) -> Kind:
    """By what was found in every use of both files, and what each is claimed for."""
    rows = InspectionFinding.objects.filter(inspection__use__in=uses, code__in=TELLING)
    told: dict[int, list[InspectionFinding]] = {}
    for row in rows.select_related("inspection"):
        told.setdefault(row.inspection.use_id, []).append(row)
    claims = Claim.objects.filter(entry__in={use.entry_id for use in uses})
    levels = {(c.entry_id, c.indicator): c.level for c in claims}
    return strictest(
        _proves(use, levels.get((use.entry_id, use.part)), told.get(use.pk, ())) for use in uses
    )


def _proves(use: Use, level: int | None, rows: Iterable[InspectionFinding]) -> Proves:
    edition = load_edition(use.entry.assessment.edition)
    subject = Subject(edition=edition, part=use.part, level=level)
    media_type = use.evidence.file.media_type if use.evidence.file else ""
    return kind_for((finding_of(row.told) for row in rows), subject, media_type=media_type)


def _digest(sides: Iterable[Side], *more: str) -> str:
    told = [f"{s.innovation} {s.of_one:d}{s.of_other:d}" for s in sides]
    return sha256("\n".join([*told, *more]).encode()).hexdigest()
