"""The index of a region: SPD rows, innovations, divisor, count score, total, index, band.

Every step takes exact numbers (decimals and fractions); the index is rounded once.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from pragola.scoring.answers import Answers, Claim, Innovation, Status
from pragola.scoring.edition import Band, Edition, Indicator
from pragola.scoring.faults import Fault, PragolaError
from pragola.scoring.measure import read_claim, round_half_up
from pragola.scoring.results import BasicServices, InnovationScore, RowScore, Score, Side


class AnswersDoNotFitError(PragolaError):
    """Answers that name what the edition does not have."""


def score(
    edition: Edition,
    answers: Answers,
    *,
    side: Side = Side.CLAIMED,
    rejected_in_divisor: bool | None = None,
) -> Score:
    """The region's score by `edition`.

    `rejected_in_divisor` None takes the edition's reading. Raises AnswersDoNotFitError for
    codes the edition does not have and ClaimError for a claim it cannot read.
    """
    _refuse_what_does_not_fit(edition, answers)
    spd_rows = tuple(_claimed_row(i, answers.spd.get(i.code)) for i in edition.spd_indicators)
    innovations = tuple(
        score_innovation(edition, innovation, side=side)
        for innovation in answers.innovations
        if innovation.status is not Status.DRAFT
    )
    return compose(
        edition,
        answers,
        side=side,
        rejected_in_divisor=(
            edition.rejected_in_divisor.value
            if rejected_in_divisor is None
            else rejected_in_divisor
        ),
        spd_rows=spd_rows,
        innovations=innovations,
    )


def score_innovation(
    edition: Edition, innovation: Innovation, *, side: Side = Side.CLAIMED
) -> InnovationScore:
    """One innovation's rows and points."""
    rows = tuple(_row(i, innovation, side=side) for i in edition.sid_indicators)
    counted = innovation.status is Status.ACCEPTED
    return InnovationScore(
        id=innovation.id,
        title=innovation.title,
        unit=innovation.profile.unit,
        affairs=innovation.affairs,
        status=innovation.status,
        counted=counted,
        rows=rows,
        score=_sum_of(rows) if counted else Decimal(0),
    )


def compose(
    edition: Edition,
    answers: Answers,
    *,
    side: Side,
    rejected_in_divisor: bool,
    spd_rows: Sequence[RowScore],
    innovations: Sequence[InnovationScore],
) -> Score:
    """The region's score from its scored rows and innovations."""
    counted = [i for i in innovations if i.counted]
    entered = len(innovations) if rejected_in_divisor else len(counted)
    spd = _sum_of(spd_rows) if edition.spd_indicators else answers.spd_subtotal or Decimal(0)
    sid_sum = sum((i.score for i in counted), Decimal(0))
    divisor = divisor_of(edition, entered)
    coverage = basic_services_of(edition, (i.affairs for i in counted))
    count_score = count_score_of(edition, len(counted), enough=coverage.enough)
    mean = Fraction(sid_sum) / divisor
    total = Fraction(spd) + mean + Fraction(count_score)
    index_exact = index_of(edition, total)
    index = round_half_up(index_exact, edition.index_decimals.value)
    return Score(
        edition=edition.code,
        edition_hash=edition.hash,
        region=answers.region,
        side=side,
        rejected_in_divisor=rejected_in_divisor,
        spd_rows=tuple(spd_rows),
        spd=spd,
        innovations=tuple(innovations),
        sid_sum=sid_sum,
        entered=entered,
        divisor=divisor,
        mean=mean,
        counted=len(counted),
        basic_services=coverage,
        count_score=count_score,
        total=total,
        index_exact=index_exact,
        index=index,
        band=band_of(edition, index),
    )


def divisor_of(edition: Edition, entered: int) -> int:
    """The number the innovations' points are divided by."""
    return max(edition.min_divisor.value, entered)


def count_score_of(edition: Edition, counted: int, *, enough: bool) -> Decimal:
    """Points for the number of innovations; none without enough basic services."""
    if not enough:
        return Decimal(0)
    return edition.count.weight.value * min(counted, edition.count.cap.value)


def basic_services_of(
    edition: Edition, affairs_of_counted: Iterable[Sequence[str]]
) -> BasicServices:
    """Which affairs of basic service have an innovation, and whether they are enough."""
    seen: set[str] = set()
    for affairs in affairs_of_counted:
        seen.update(affairs_that_cover(edition, affairs))
    covered = tuple(name for name in edition.basic_affairs if name in seen)
    minimum = edition.min_basic_services
    return BasicServices(
        covered=covered,
        missing=tuple(name for name in edition.basic_affairs if name not in seen),
        required=minimum.value if minimum else None,
        enough=minimum is None or len(covered) >= minimum.value,
    )


def affairs_that_cover(edition: Edition, affairs: Sequence[str]) -> Sequence[str]:
    """The affairs of one innovation that count for coverage: all of them or the main one."""
    return affairs if edition.touching_affairs_count.value else affairs[:1]


def index_of(edition: Edition, total: Fraction) -> Fraction:
    """Points as index points, 0 to 100, exact."""
    return total / Fraction(edition.maxima.total.value) * 100


def band_of(edition: Edition, index: Decimal) -> Band:
    """The band of a rounded index: the highest whose lower end is reached."""
    return max(
        (band for band in edition.bands.value if index >= band.min), key=lambda band: band.min
    )


def _row(indicator: Indicator, innovation: Innovation, *, side: Side) -> RowScore:
    if side is Side.VERIFIED and indicator.code in innovation.verdicts:
        level, _ = read_claim(indicator, Claim(level=innovation.verdicts[indicator.code]))
        return RowScore(indicator, level, indicator.weight.value * level, judged=True)
    return _claimed_row(indicator, innovation.claims.get(indicator.code))


def _claimed_row(indicator: Indicator, claim: Claim | None) -> RowScore:
    if claim is None:
        return RowScore(indicator, 0, Decimal(0))
    level, reading = read_claim(indicator, claim)
    return RowScore(indicator, level, indicator.weight.value * level, reading)


def _sum_of(rows: Iterable[RowScore]) -> Decimal:
    return sum((row.score for row in rows), Decimal(0))


def _refuse_what_does_not_fit(edition: Edition, answers: Answers) -> None:
    spd_codes = {i.code for i in edition.spd_indicators}
    sid_codes = {i.code for i in edition.sid_indicators}
    faults = list(_unknown_codes("spd", answers.spd, spd_codes))
    for number, innovation in enumerate(answers.innovations):
        place = f"innovations[{number}]"
        faults += _unknown_codes(f"{place}.claims", innovation.claims, sid_codes)
        faults += _unknown_codes(f"{place}.verdicts", innovation.verdicts, sid_codes)
    faults += _subtotal_faults(edition, answers)
    if faults:
        raise AnswersDoNotFitError(*faults)


def _unknown_codes(place: str, given: Mapping[str, object], known: set[str]) -> Iterable[Fault]:
    for code in given:
        if code not in known:
            yield Fault(code="indicator_unknown", place=f"{place}.{code}", found=code)


def _subtotal_faults(edition: Edition, answers: Answers) -> Iterable[Fault]:
    if answers.spd_subtotal is None:
        return
    highest = edition.maxima.spd.value
    if edition.spd_indicators:
        yield Fault(code="subtotal_not_expected", place="spd_subtotal", expected="spd")
    elif not 0 <= answers.spd_subtotal <= highest:
        found = str(answers.spd_subtotal)
        yield Fault(
            code="subtotal_out_of_range",
            place="spd_subtotal",
            found=found,
            expected=f"0-{highest}",
        )
