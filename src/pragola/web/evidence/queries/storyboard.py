"""The storyboard of an entry as its page and its paper show it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from pragola.rulebooks import load_edition
from pragola.scoring.edition import Edition
from pragola.web.evidence.models import Scene
from pragola.web.evidence.scenes import budget_of
from pragola.web.innovations.models import Entry
from pragola.web.shared.audit import Jsonable
from pragola.web.shared.provenance import Rest, rest_of
from pragola.web.shared.times import minute_second, moment
from pragola.wording import Language
from pragola.wording.storyboard import prompts_for


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneLine:
    """A substance, counted from 1, with its time, questions, and what is said and shown.

    `stretch` is from when to when it lasts; `profile` are labels and texts of the entry's profile.
    """

    number: int
    substance: str
    time: str
    stretch: str
    questions: tuple[str, ...]
    profile: tuple[tuple[str, str], ...]
    said: str
    shown: str
    revision: int
    saved: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Storyboard:
    """All scenes, what their times come to, the most there is, and how much it is too much."""

    scenes: tuple[SceneLine, ...]
    total: str
    most: str
    most_rest: Rest
    over: str
    proposed: bool


def storyboard_of(entry: Entry, language: Language) -> Storyboard:
    """The storyboard of an entry; two queries."""
    edition = load_edition(entry.assessment.edition)
    rows = {
        row.substance: row for row in Scene.objects.filter(entry=entry).select_related("saved_by")
    }
    profile = {row.field: row.value for row in entry.fields.all()}
    zone = ZoneInfo(entry.assessment.region.time_zone)
    seconds = _seconds(edition, rows)
    total, most = sum(seconds), edition.video.max_minutes.value * 60
    return Storyboard(
        scenes=tuple(_scenes(edition, rows, seconds, profile, zone, language)),
        total=minute_second(total),
        most=minute_second(most),
        most_rest=rest_of(edition, edition.video.max_minutes.provenance, language),
        over=minute_second(total - most) if total > most else "",
        proposed=seconds == budget_of(edition),
    )


def _seconds(edition: Edition, rows: Mapping[str, Scene]) -> tuple[int, ...]:
    pairs = zip(edition.video.substances.value, budget_of(edition), strict=True)
    return tuple(
        rows[substance].seconds if substance in rows else proposed for substance, proposed in pairs
    )


def _scenes(
    edition: Edition,
    rows: Mapping[str, Scene],
    seconds: tuple[int, ...],
    profile: Mapping[str, Jsonable],
    zone: ZoneInfo,
    language: Language,
) -> Iterator[SceneLine]:
    begins = 0
    pairs = zip(edition.video.substances.value, seconds, strict=True)
    for number, (substance, length) in enumerate(pairs, 1):
        row, prompts = rows.get(substance), prompts_for(substance)
        yield SceneLine(
            number=number,
            substance=substance,
            time=minute_second(length),
            stretch=f"{minute_second(begins)}–{minute_second(begins + length)}",
            questions=tuple(each.text(language) for each in prompts.questions),
            profile=tuple(_profile(edition, prompts.profile, profile)),
            said=row.said if row else "",
            shown=row.shown if row else "",
            revision=row.revision if row else 0,
            saved=moment(row.saved_at, zone, language, who=row.saved_by) if row else "",
        )
        begins += length


def _profile(
    edition: Edition, wanted: tuple[tuple[str, str], ...], profile: Mapping[str, Jsonable]
) -> Iterator[tuple[str, str]]:
    """What the profile says of it already; a field without parts is told as a whole, once."""
    labels = {field.id: field.label for field in edition.profile}
    told: dict[str, str] = {}
    for field, part in wanted:
        value = profile.get(field)
        if isinstance(value, Mapping):
            told[part] = str(value.get(part, ""))
        elif isinstance(value, str):
            told[labels.get(field, field)] = value
    yield from ((label, text) for label, text in told.items() if text)
