"""Answers for tests: the example of the interface, and any answers an edition can read."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from pragola.rulebooks import load_edition
from pragola.scoring.answers import Answers, Claim, Innovation, Profile, Region, Status
from pragola.scoring.edition import Edition, Indicator
from pragola.scoring.measure import ClaimError, periods_needed, read_claim
from pragola.workbook.profiles import stage_choices
from pragola.workbook.typed import one_line

type Raw = dict[str, Any]

BASIC = (
    "Pendidikan",
    "Kesehatan",
    "Pekerjaan Umum dan Penataan Ruang",
    "Perumahan Rakyat dan Kawasan Permukiman",
    "Sosial",
)


def raw_answers(**changes: Any) -> Raw:
    """Small sound answers as from JSON, with some keys changed."""
    raw: Raw = {
        "edition": "2026",
        "region": {"code": "33.18", "name": "Kabupaten Pati"},
        "spd": {"SPD-01": 2},
        "innovations": [raw_innovation()],
    }
    return raw | changes


def raw_innovation(**changes: Any) -> Raw:
    """A small sound innovation as from JSON, with some keys changed."""
    raw: Raw = {
        "id": "p1",
        "title": "Layanan Jemput Bola",
        "affairs": ["Kesehatan"],
        "claims": {"SID-01": 2, "SID-18": {"base": "a", "value": "350"}},
        "verdicts": {"SID-01": 1},
    }
    return raw | changes


def example() -> Answers:
    """All rows at level 2; eight innovations over five affairs of basic service."""
    edition = load_edition("2026")
    level_two = Claim(level=2)
    affairs = [*BASIC, "Pangan", "Pangan", "Pangan"]
    return Answers(
        edition="2026",
        region=Region("33.18", "Kabupaten Pati"),
        spd={i.code: level_two for i in edition.spd_indicators},
        innovations=tuple(
            Innovation(
                id=f"p{number}",
                affairs=(affair,),
                claims={i.code: level_two for i in edition.sid_indicators},
            )
            for number, affair in enumerate(affairs, 1)
        ),
    )


_LINES = (
    st.text(max_size=40)
    .filter(lambda text: one_line(text) is not None)
    .map(lambda text: one_line(text) or "")
)
_NAMES = _LINES.filter(bool)
_FIGURES = st.decimals(
    min_value=-(10**20), max_value=10**20, places=3, allow_nan=False, allow_infinity=False
) | st.integers(0, 600).map(Decimal)
_DAYS = st.none() | st.dates(date(2000, 1, 1), date(2030, 12, 31))


@st.composite
def any_answers(draw: st.DrawFn) -> Answers:
    """Answers that the complete edition 2026 or the partial edition 2023 can read."""
    edition = load_edition(draw(st.sampled_from(["2026", "2023"])))
    ids = draw(st.lists(_NAMES, max_size=4, unique=True))
    highest = edition.maxima.spd.value
    subtotal = st.none() | st.decimals(0, highest, places=2)
    return Answers(
        edition=edition.code,
        region=Region(draw(st.sampled_from(["33", "33.18", "33.71"])), draw(_NAMES)),
        spd=draw(_claims(edition.spd_indicators)),
        spd_subtotal=None if edition.spd_indicators else draw(subtotal),
        innovations=tuple(draw(_innovation(edition, innovation_id)) for innovation_id in ids),
    )


@st.composite
def _innovation(draw: st.DrawFn, edition: Edition, innovation_id: str) -> Innovation:
    names = [affair.name for affair in edition.affairs.value]
    sid = edition.sid_indicators
    verdicts = st.dictionaries(st.sampled_from([i.code for i in sid]), st.integers(0, 3))
    return Innovation(
        id=innovation_id,
        title=draw(_LINES),
        affairs=tuple(draw(st.lists(st.sampled_from(names), max_size=6, unique=True))),
        status=draw(st.sampled_from(Status)),
        claims=draw(_claims(sid)),
        verdicts=draw(verdicts),
        profile=draw(_profile(edition)),
    )


@st.composite
def _profile(draw: st.DrawFn, edition: Edition) -> Profile:
    return Profile(
        unit=draw(st.none() | _NAMES),
        stage=draw(st.sampled_from([None, *stage_choices(edition)])),
        trial=draw(_DAYS),
        applied=draw(_DAYS),
        developed=draw(_DAYS),
        design_words=draw(st.none() | st.integers(0, 5000)),
        assessments=draw(st.none() | st.integers(1, 9)),
    )


@st.composite
def _claims(draw: st.DrawFn, indicators: tuple[Indicator, ...]) -> Mapping[str, Claim]:
    chosen = draw(st.lists(st.sampled_from(indicators), max_size=6)) if indicators else []
    return {indicator.code: draw(_claim(indicator)) for indicator in chosen}


@st.composite
def _claim(draw: st.DrawFn, indicator: Indicator) -> Claim:
    level = Claim(level=draw(st.integers(0, indicator.highest_level)))
    base = draw(st.sampled_from(indicator.bases)) if indicator.bases else None
    measure = base.measure if base else indicator.measure
    if measure is None:
        return level
    base_id = base.id if base else None
    years = periods_needed(measure)
    forms = [Claim(level=level.level, base=base_id), Claim(base=base_id, value=draw(_FIGURES))]
    if years:
        figures = tuple((year, draw(_FIGURES)) for year in years)
        forms.append(Claim(base=base_id, periods=figures))
    claim = draw(st.sampled_from(forms))
    return claim if _is_readable(indicator, claim) else level


def _is_readable(indicator: Indicator, claim: Claim) -> bool:
    try:
        read_claim(indicator, claim)
    except ClaimError:
        return False
    return True
