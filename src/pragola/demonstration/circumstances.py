"""What is told of one assessment besides its innovations: target, SPD, leanings, review."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from pragola.demonstration.own_files import Fields, mapping_of, read_own_file
from pragola.scoring.answers import Claim

_FILE = "assessments.yaml"
_OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """The invented circumstances of one assessment; the file explains each.

    `answers_of` names the edition whose answers an outlook borrows; the rest is then theirs.
    """

    target: Decimal
    answers_of: str
    spd: Mapping[str, Claim]
    spd_subtotal: Decimal | None
    growth: int
    leaning: Mapping[str, int]
    figures: tuple[str, ...]
    open_ends: Mapping[str, Decimal]
    reviewed: int
    doubt: Mapping[str, int]

    def doubt_of(self, indicator: str) -> int:
        """Percent of that indicator's claims that a verdict lowers."""
        return self.doubt.get(indicator, self.doubt[_OTHERWISE])


@cache
def circumstances() -> dict[str, Circumstances]:
    """The circumstances of every assessment of the demonstration, by edition."""
    told: dict[str, Circumstances] = {}
    for edition, node in mapping_of(read_own_file(_FILE)):
        with Fields(node, place=f"{_FILE} {edition}") as fields:
            told[edition] = _read(fields, edition=edition, told=told)
    return told


def _read(fields: Fields, *, edition: str, told: Mapping[str, Circumstances]) -> Circumstances:
    target = Decimal(fields.text("target"))
    if fields.has("answers_of"):
        return replace(told[fields.text("answers_of")], target=target)
    subtotal = fields.optional_text("spd_subtotal")
    return Circumstances(
        target=target,
        answers_of=edition,
        spd=_spd(fields),
        spd_subtotal=Decimal(subtotal) if subtotal else None,
        growth=int(fields.text("growth")),
        leaning={code: int(much) for code, much in fields.pairs("leaning").items()},
        figures=fields.texts("figures"),
        open_ends={unit: Decimal(end) for unit, end in fields.pairs("open_ends").items()},
        reviewed=int(fields.text("reviewed")),
        doubt={code: int(percent) for code, percent in fields.pairs("doubt").items()},
    )


def _spd(fields: Fields) -> dict[str, Claim]:
    if not fields.has("spd"):
        return {}
    rows = mapping_of(fields.node("spd"))
    return {code: _spd_claim(node, place=f"{_FILE} {code}") for code, node in rows}


def _spd_claim(node: object, *, place: str) -> Claim:
    with Fields(node, place=place) as fields:
        if fields.has("level"):
            return Claim(level=int(fields.text("level")))
        if fields.has("value"):
            return Claim(value=Decimal(fields.text("value")))
        years = ("T-1", "T-2")
        return Claim(periods=tuple((year, Decimal(fields.text(year))) for year in years))
