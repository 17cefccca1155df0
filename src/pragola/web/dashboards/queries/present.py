"""Where a government's index stands now, by what it has entered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from pragola.rulebooks import load_edition, published_results
from pragola.scoring.margins import margins_of
from pragola.scoring.results import MarginKind, RowScore, Score, Side
from pragola.scoring.score import score
from pragola.web.dashboards.queries.known import live_subject
from pragola.web.innovations.models import Assessment
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
    latest that is known here, empty where none is.
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


def present_of(assessment: Assessment, language: Language) -> Present:
    """The index of what has been entered until now; four queries."""
    edition = load_edition(assessment.edition)
    told = answers_of(assessment)
    now = score(edition, told)
    verified = score(edition, told, side=Side.VERIFIED)
    rows = [row for each in verified.innovations if each.counted for row in each.rows]
    published = published_results().of_region(assessment.region_id)
    known = [(each.year, each.index) for each in published if each.index is not None]
    official = max(known, default=None)
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
        official=figure(official[1], language) if official else "",
        official_year=str(official[0]) if official else "",
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
