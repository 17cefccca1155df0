"""The engine's answer as a document: the JSON of `pragola score --json`, decimals as text."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from pragola.scoring.edition import Edition
from pragola.scoring.faults import Fact, Facts
from pragola.scoring.measure import round_half_up
from pragola.scoring.results import (
    Assessed,
    Finding,
    InnovationScore,
    Margin,
    RowScore,
    Score,
)

type Json = str | int | bool | list["Json"] | dict[str, "Json"] | None

_POINTS = 2
_MARGIN = 6


@dataclass(frozen=True, slots=True)
class Target:
    """An index to be reached, and what is missing to it (0 when reached)."""

    value: Decimal
    gap: Decimal

    @property
    def reached(self) -> bool:
        """Whether nothing is missing."""
        return self.gap == 0


def target_of(score: Score, value: Decimal) -> Target:
    """The target beside a score; the gap is taken from the rounded index."""
    return Target(value=value, gap=max(value - score.index, Decimal(0)))


def as_document(
    edition: Edition, assessed: Assessed, *, target: Decimal | None = None
) -> dict[str, Json]:
    """The claimed score with the verified one, both readings, findings and margins."""
    document = _score(assessed.claimed)
    document |= {
        "edition_hash": edition.hash,
        "edition_status": edition.status.value,
        "region": {"code": assessed.claimed.region.code, "name": assessed.claimed.region.name},
        "verified": _score(assessed.verified),
        "readings": _readings(assessed),
        "reporting_line": _decimal(assessed.reporting_line, _POINTS),
        "findings": [_finding(finding) for finding in assessed.findings],
        "margins": [_margin(margin) for margin in assessed.margins],
    }
    if target is not None:
        aim = target_of(assessed.claimed, target)
        document["target"] = {
            "value": _text(aim.value),
            "gap": _text(aim.gap),
            "reached": aim.reached,
        }
    return document


def _score(score: Score) -> dict[str, Json]:
    return {
        "edition": score.edition,
        "index": _text(score.index),
        "band": score.band.name,
        "spd": _decimal(Fraction(score.spd), _POINTS),
        "mean": _decimal(score.mean, _POINTS),
        "divisor": score.divisor,
        "count_score": _decimal(Fraction(score.count_score), _POINTS),
        "basic_services": len(score.basic_services.covered),
        "total": _decimal(score.total, _POINTS),
        "exact": {
            "mean": str(score.mean),
            "total": str(score.total),
            "index": str(score.index_exact),
        },
        "rejected_in_divisor": score.rejected_in_divisor,
        "entered": score.entered,
        "counted": score.counted,
        "basic_services_required": score.basic_services.required,
        "basic_services_missing": list[Json](score.basic_services.missing),
        "spd_rows": [_row(row) for row in score.spd_rows],
        "innovations": [_innovation(innovation) for innovation in score.innovations],
    }


def _readings(assessed: Assessed) -> list[Json]:
    pairs = (
        (assessed.claimed, assessed.verified),
        (assessed.other_claimed, assessed.other_verified),
    )
    return [
        {
            "rejected_in_divisor": claimed.rejected_in_divisor,
            "divisor": claimed.divisor,
            "index": _text(claimed.index),
            "band": claimed.band.name,
            "verified_index": _text(verified.index),
            "verified_band": verified.band.name,
        }
        for claimed, verified in pairs
    ]


def _innovation(innovation: InnovationScore) -> Json:
    return {
        "id": innovation.id,
        "title": innovation.title,
        "status": innovation.status.value,
        "score": _decimal(Fraction(innovation.score), _POINTS),
        "levels": {row.indicator.code: row.level for row in innovation.rows},
    }


def _row(row: RowScore) -> Json:
    document: dict[str, Json] = {
        "code": row.indicator.code,
        "level": row.level,
        "score": _decimal(Fraction(row.score), _POINTS),
    }
    if row.reading is not None:
        document["value"] = _text(row.reading.value)
    return document


def _finding(finding: Finding) -> Json:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "innovation": finding.innovation,
        "indicator": finding.indicator,
        "facts": _facts(finding.facts),
    }


def _facts(facts: Facts) -> Json:
    return {name: fact_as_json(fact) for name, fact in facts}


def fact_as_json(fact: Fact) -> Json:
    """A fact for a machine: decimals as text, days in ISO form."""
    if isinstance(fact, Decimal):
        return _text(fact)
    return fact.isoformat() if isinstance(fact, date) else fact


def _margin(margin: Margin) -> Json:
    return {
        "kind": margin.kind.value,
        "innovation": margin.innovation,
        "indicator": margin.indicator,
        "from_level": margin.from_level,
        "adds": _decimal(margin.adds, _MARGIN),
        "exact": str(margin.adds),
    }


def _decimal(value: Fraction, decimals: int) -> str:
    return _text(round_half_up(value, decimals))


def _text(value: Decimal) -> str:
    return format(value, "f")
