"""The time marks of a video as pages show them, and the level that they would give."""

from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from pragola.inspection.videos.links import address_at
from pragola.inspection.videos.substances import is_of_video, level_of_substances
from pragola.rulebooks import load_edition
from pragola.web.evidence.models import Mark, MarkVerdict, Use
from pragola.web.evidence.renditions import VIDEOS
from pragola.web.shared.times import minute_second, moment
from pragola.wording import Language

OF_VIDEOS = Q(evidence__file__media_type__in=VIDEOS) | ~Q(evidence__link="")
"""Uses whose evidence may be a video; whether its part asks for one, says the edition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkLine:
    """A substance, counted from 1, and where it begins; `at` is empty where that is not marked.

    `typed` stands in its field. `elsewhere` opens a link at that second; `saved` and `judged` say
    when and by whom.
    """

    id: int | None
    number: int
    substance: str
    second: int | None
    at: str
    typed: str
    revision: int
    saved: str
    verdict: str
    verdict_name: str
    judged: str
    elsewhere: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The substances of a video in use, and how many are marked and judged.

    `level` is what the marks that nobody rejected would give, `confirmed_level` what a verifier
    confirmed; None where nothing follows. Both only suggest.
    """

    use: int
    lines: tuple[MarkLine, ...]
    marked: int
    confirmed: int
    rejected: int
    level: int | None
    confirmed_level: int | None

    @property
    def number(self) -> int:
        """How many substances the edition asks for."""
        return len(self.lines)


def is_video(use: Use) -> bool:
    """Whether a use is of a video, or of a link, for an indicator that a video proves."""
    edition = load_edition(use.entry.assessment.edition)
    file = use.evidence.file
    return is_of_video(edition, use.part) and (file is None or file.media_type in VIDEOS)


def with_marks(uses: QuerySet[Use]) -> QuerySet[Use]:
    """The uses with their marks; one query more for all of them."""
    return uses.prefetch_related("marks__saved_by", "marks__judged_by")


def marks_of(use: Use, language: Language) -> Marks | None:
    """The marks of a use from `with_marks`, in the edition's order; None where it is no video."""
    if not is_video(use):
        return None
    edition = load_edition(use.entry.assessment.edition)
    lines = tuple(_lines(use, edition.video.substances.value, language))
    marked = [line for line in lines if line.second is not None]
    confirmed = [line for line in marked if line.verdict == MarkVerdict.CONFIRMED]
    rejected = [line for line in marked if line.verdict == MarkVerdict.REJECTED]
    return Marks(
        use=use.pk,
        lines=lines,
        marked=len(marked),
        confirmed=len(confirmed),
        rejected=len(rejected),
        level=level_of_substances(edition, use.part, len(marked) - len(rejected)),
        confirmed_level=level_of_substances(edition, use.part, len(confirmed)),
    )


def _lines(use: Use, substances: tuple[str, ...], language: Language) -> Iterator[MarkLine]:
    rows = {row.substance: row for row in use.marks.all()}
    for number, substance in enumerate(substances, 1):
        yield _line(use, number, substance, rows.get(substance), language)


def _line(use: Use, number: int, substance: str, row: Mark | None, language: Language) -> MarkLine:
    second = row.second if row else None
    at = "" if second is None else minute_second(second)
    zone = ZoneInfo(use.entry.assessment.region.time_zone)
    judged = row.judged_at if row and row.verdict else None
    return MarkLine(
        id=row.pk if row else None,
        number=number,
        substance=substance,
        second=second,
        at=at,
        typed=at,
        revision=row.revision if row else 0,
        saved=moment(row.saved_at, zone, language, who=row.saved_by) if row else "",
        verdict=row.verdict if row else "",
        verdict_name=str(MarkVerdict(row.verdict).label) if row and row.verdict else "",
        judged=moment(judged, zone, language, who=row.judged_by) if row and judged else "",
        elsewhere=address_at(use.evidence.link, second) if second is not None else "",
    )
