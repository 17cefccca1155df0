"""Where a government's index stands now, by what it has entered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from pragola.rulebooks import load_edition
from pragola.scoring.margins import margins_of
from pragola.scoring.results import MarginKind, RowScore, Score, Side
from pragola.scoring.score import score
from pragola.web.dashboards.queries.known import live_subject
from pragola.web.innovations.models import Assessment
from pragola.web.innovations.official_index import (
    index_words,
    official_years,
    recorded_in,
    sources_of,
)
from pragola.web.innovations.queries.answers import answers_of
from pragola.web.shared.drawings import Ruler, ruler
from pragola.web.shared.numbers import figure
from pragola.wording import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """The index as claimed, its band, its place on the ruler.

    `gap` is what is missing to the target, empty where there is none or it is reached; `reported`
    counts entries that have been submitted at least once, and only they count. `verified` is the
    index as verdicts have it, which are on `judged` of `claims` claims; `official` the ministry's
    latest until this year that is known here, empty where none is; `official_source` where it was
    published, empty where only the coordinator says so (`official_recorded`); `official_differs`
    what the coordinator recorded otherwise than was published.
    """

    subject: str
    index: str
    band: str
    ruler: Ruler
    target: str
    gap: str
    reported: int
    verified: str
    verified_band: str
    judged: int
    claims: int
    official: str
    official_year: str
    official_source: str
    official_recorded: bool
    official_differs: str


def present_of(assessment: Assessment, language: Language) -> Present:
    """The index of what has been entered until now; five queries."""
    edition = load_edition(assessment.edition)
    told = answers_of(assessment)
    now = score(edition, told)
    verified = score(edition, told, side=Side.VERIFIED)
    rows = [row for each in verified.innovations if each.counted for row in each.rows]
    kept = Assessment.objects.filter(region=assessment.region_id).exclude(official={})
    years = official_years(assessment.region_id, recorded_in(kept))
    official = next((year for year in reversed(years) if year.year <= edition.code), None)
    index = official.index if official else None
    target = assessment.target
    short = target is not None and target > now.index
    return Present(
        subject=live_subject(assessment),
        index=figure(now.index, language),
        band=now.band.name,
        ruler=ruler(edition, index=now.index, target=target, language=language),
        target="" if target is None else figure(target, language),
        gap=figure(target - now.index, language) if target is not None and short else "",
        reported=now.entered,
        verified=figure(verified.index, language),
        verified_band=verified.band.name,
        judged=sum(1 for row in rows if row.judged),
        claims=sum(1 for row in _claimed(now) if row.level or row.reading),
        official="" if index is None else figure(index, language),
        official_year=official.year if official else "",
        official_source=sources_of(official.published) if official and official.published else "",
        official_recorded=official is not None and official.published is None,
        official_differs=index_words(official.recorded, language)
        if official and official.differs
        else "",
    )


def _claimed(claimed: Score) -> Iterator[RowScore]:
    for each in claimed.innovations:
        if each.counted:
            yield from each.rows


def worth_of_entries(assessment: Assessment) -> Mapping[int, Fraction]:
    """What each reported entry adds to the index as it is, by its id; four queries."""
    edition = load_edition(assessment.edition)
    margins = margins_of(edition, score(edition, answers_of(assessment)))
    return {
        int(margin.innovation): -margin.adds
        for margin in margins
        if margin.kind is MarginKind.WITHHOLD and margin.innovation
    }
