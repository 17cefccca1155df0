"""Finding what is nearly the same, and keeping whose it is; all of it may be done twice.

A file or an innovation whose likeness may have changed waits (`Sketch`). A worker writes its bands,
looks up what shares one, compares, and weighs every pair it belongs to. Bands are written before
anybody looks: of two that come at once, the later one finds the earlier.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Max, Q, QuerySet

from pragola.inspection.checks import CHECKS
from pragola.inspection.likeness.bands import kept_under
from pragola.inspection.likeness.fingerprints import fingerprints_of_text
from pragola.web.evidence.models import (
    Band,
    Fingerprint,
    How,
    InspectionState,
    Likeness,
    LikenessSide,
    Sketch,
    StoredFile,
)
from pragola.web.evidence.queries.near import Near, near_to
from pragola.web.evidence.queries.sides import Weight, shared_by_several, weight_of
from pragola.web.evidence.queries.texts import texts_of_innovations
from pragola.web.innovations.models import Innovation
from pragola.web.shared.audit import SYSTEM, record

VERSION = CHECKS["likeness"].version
DEAD_AFTER = timedelta(minutes=5)
"""A worker that has held a row for so long is not coming back; another one takes it."""
_IN_ONE_GO = 1000
_OFFERED = 10
_ALL = 100

type Clock = Callable[[], datetime]


def want_likeness(file_id: str | None) -> None:
    """Have a worker look again at a file whose fingerprints or uses have changed."""
    if file_id is None:
        return
    sketch, made = Sketch.objects.get_or_create(file_id=file_id)
    if not made:
        Sketch.objects.filter(pk=sketch.pk).update(wanted=F("wanted") + 1)


def liken_next(*, clock: Clock) -> bool:
    """Do the first that waits, new ones before others; whether there was one."""
    at = clock()
    free = Q(taken_at=None) | Q(taken_at__lt=at - DEAD_AFTER)
    for sketch in Sketch.objects.filter(free, done__lt=F("wanted"))[:_OFFERED]:
        if Sketch.objects.filter(free, pk=sketch.pk).update(taken_at=at):
            _liken(sketch, at=at)
            return True
    return False


def sweep_likeness(at: datetime) -> None:
    """Let wait what another version of the check looked up, and what changed unnoticed."""
    outdated = Sketch.objects.exclude(version=VERSION).filter(done__gte=F("wanted"))
    outdated.update(wanted=F("wanted") + 1)
    _sketch_files()
    _sketch_innovations(at)


def _sketch_files() -> None:
    """Files that were inspected before there were sketches."""
    done = {"evidence__uses__inspection__state": InspectionState.DONE}
    without = StoredFile.objects.filter(sketch=None, **done).order_by().distinct()
    rows = [Sketch(file=file) for file in without[:_IN_ONE_GO]]
    Sketch.objects.bulk_create(rows, ignore_conflicts=True)


def _sketch_innovations(at: datetime) -> None:
    """Innovations that somebody worked on since their text was read."""
    touched = Innovation.objects.annotate(touched=Max("entries__touched_at")).order_by()
    new = [Sketch(innovation=each, read_at=at) for each in touched.filter(sketch=None)]
    Sketch.objects.bulk_create(new, ignore_conflicts=True, batch_size=_IN_ONE_GO)
    changed = touched.filter(touched__gte=F("sketch__read_at")).values_list("pk", flat=True)
    Sketch.objects.filter(innovation__in=list(changed)).update(wanted=F("wanted") + 1, read_at=at)


def _liken(sketch: Sketch, *, at: datetime) -> None:
    """All that is to be done for one; what is wanted meanwhile is done the next time."""
    wanted = sketch.wanted
    _look_up(sketch, at=at)
    _keep_same(sketch, at=at)
    for pair in _pairs_of(sketch):
        weigh(pair, at=at)
    Sketch.objects.filter(pk=sketch.pk).update(done=wanted, taken_at=None)


def _look_up(sketch: Sketch, *, at: datetime) -> None:
    """Find its like, unless it was looked up with these fingerprints by this check."""
    prints = _prints_of(sketch)
    if sketch.version == VERSION and sketch.prints == prints:
        return
    _keep_bands(sketch, prints)
    _keep_pairs(sketch, near_to(sketch), at=at)


def _prints_of(sketch: Sketch) -> Mapping[str, str]:
    if sketch.file_id:
        return dict(Fingerprint.objects.filter(file=sketch.file_id).values_list("kind", "value"))
    key = sketch.innovation_id or 0
    return fingerprints_of_text(texts_of_innovations([key]).get(key, ""))


@transaction.atomic
def _keep_bands(sketch: Sketch, prints: Mapping[str, str]) -> None:
    """From here on it is found by others; who dies now begins anew, as the version is 0."""
    wanted = kept_under(prints)
    kept = set(Band.objects.filter(sketch=sketch).values_list("key", flat=True))
    Band.objects.filter(sketch=sketch, key__in=kept - wanted).delete()
    new = (Band(sketch=sketch, key=key) for key in sorted(wanted - kept))
    Band.objects.bulk_create(new, ignore_conflicts=True)
    sketch.prints, sketch.version = dict(prints), 0
    sketch.save(update_fields=["prints", "version"])


@transaction.atomic
def _keep_pairs(sketch: Sketch, found: Sequence[Near], *, at: datetime) -> None:
    """Its pairs as they are now: new ones, others by how much, and none that is no more.

    They are written in one order, so that no two workers wait for each other.
    """
    rows = sorted((_pair(sketch, near, at=at) for near in found), key=_ends)
    kept = {_ends(row) for row in rows}
    for old in _pairs_of(sketch).exclude(how=How.SAME):
        if _ends(old) not in kept:
            old.delete()
    Likeness.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=_fields(sketch),
        update_fields=["percent", "how", "one_page", "other_page"],
    )
    sketch.version = VERSION
    sketch.save(update_fields=["version"])


def _keep_same(sketch: Sketch, *, at: datetime) -> None:
    """A file that several innovations use is a pair with itself."""
    file = sketch.file_id
    if file and shared_by_several(file):
        told = {"how": How.SAME, "percent": _ALL, "found_at": at}
        Likeness.objects.get_or_create(one_file_id=file, other_file_id=file, defaults=told)


def _pair(sketch: Sketch, near: Near, *, at: datetime) -> Likeness:
    own = sketch.file_id or sketch.innovation_id
    one, other = sorted((own, near.key))  # type: ignore[type-var]
    first, second = (f"{name}_id" for name in _fields(sketch))
    ends = {first: one, second: other}
    pages = (near.own_page, near.page) if one == own else (near.page, near.own_page)
    return Likeness(
        how=near.how,
        percent=int(near.likeness * 100),
        one_page=pages[0],
        other_page=pages[1],
        found_at=at,
        **ends,
    )


def _fields(sketch: Sketch) -> list[str]:
    sort = "file" if sketch.file_id else "innovation"
    return [f"one_{sort}", f"other_{sort}"]


def _ends(row: Likeness) -> tuple[str, str, int, int]:
    innovations = (row.one_innovation_id or 0, row.other_innovation_id or 0)
    return (row.one_file_id or "", row.other_file_id or "", *innovations)


def _pairs_of(sketch: Sketch) -> QuerySet[Likeness]:
    """Every pair it belongs to, with itself too where several innovations use it."""
    one, other = _fields(sketch)
    key = sketch.file_id or sketch.innovation_id
    return Likeness.objects.filter(Q(**{one: key}) | Q(**{other: key}))


@transaction.atomic
def weigh(pair: Likeness, *, at: datetime) -> None:
    """Write whose a pair is now and how much it matters; marks fall where a side has changed."""
    row = Likeness.objects.select_for_update().filter(pk=pair.pk).first()
    if row is None:
        return
    now = weight_of(row)
    if (row.digest, row.gravity) == (now.digest, now.gravity):
        return
    row.sides.all().delete()
    LikenessSide.objects.bulk_create(_side_rows(row, now))
    _let_marks_fall(row, at=at)
    row.kind, row.gravity, row.digest = now.kind, now.gravity, now.digest
    row.innovations, row.regions = len(now.sides), now.regions
    row.save(update_fields=["kind", "gravity", "digest", "innovations", "regions"])


def _side_rows(row: Likeness, now: Weight) -> Iterable[LikenessSide]:
    for side in now.sides:
        yield LikenessSide(
            likeness=row,
            innovation_id=side.innovation,
            of_one=side.of_one,
            of_other=side.of_other,
        )


def _let_marks_fall(row: Likeness, *, at: datetime) -> None:
    for mark in row.marks.filter(ended_at=None):
        mark.ended_at = at
        mark.save(update_fields=["ended_at"])
        record("likeness_mark_fell", row, by=SYSTEM, at=at, part=mark.region_id or "")
