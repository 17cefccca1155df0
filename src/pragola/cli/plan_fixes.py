"""Fixed choices as they are typed: `not:ID/SID-20`, `surely:perkada`, `no-hands:UNIT`."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import click

from pragola.cli.plan_words import plan_words
from pragola.planning.work import Fix, Wish
from pragola.wording import Language

_OPTION = "--fix"
_FORM = re.compile(r"(?P<wish>not|surely|report|withhold|no-hands):(?P<what>.+)")
_ROW = re.compile(
    r"(?:(?P<innovation>.+)/)?(?P<indicator>S[PI]D-[0-9]+[a-z]?)(?:=(?P<level>[0-9]))?"
)


@dataclass(frozen=True, slots=True)
class Known:
    """What a choice may be about; rows with their highest level."""

    innovations: Collection[str]
    region_rows: Mapping[str, int]
    innovation_rows: Mapping[str, int]
    collectives: Collection[str]
    units: Collection[str]


def read_fix(typed: str, known: Known, language: Language) -> Fix:
    """The choice; wrong usage where it is not understood or names what is not there."""
    match = _FORM.fullmatch(typed)
    if match is None:
        raise click.BadParameter(plan_words("fix_form", language, found=typed), param_hint=_OPTION)
    fix = _fix(match["wish"], match["what"], known)
    if fix is None:
        told = plan_words("fix_unknown", language, found=match["what"])
        raise click.BadParameter(told, param_hint=_OPTION)
    highest = {**known.region_rows, **known.innovation_rows}.get(fix.indicator or "", 0)
    if fix.level is not None and not 1 <= fix.level <= highest:
        told = plan_words("fix_level", language, found=match["what"], highest=str(highest))
        raise click.BadParameter(told, param_hint=_OPTION)
    return fix


def read_fixes(typed: Iterable[str], known: Known, language: Language) -> tuple[Fix, ...]:
    """All choices; wrong usage where two of them contradict each other."""
    read = [(each, read_fix(each, known, language)) for each in typed]
    firsts: dict[tuple[object, ...], tuple[str, Fix]] = {}
    for each, fix in read:
        subject = (fix.innovation, fix.indicator, fix.collective, fix.unit, fix.report is None)
        before, former = firsts.setdefault(subject, (each, fix))
        if (former.wish, former.report) != (fix.wish, fix.report):
            told = plan_words("fix_both", language, one=before, other=each)
            raise click.BadParameter(told, param_hint=_OPTION)
    return tuple(fix for _typed, fix in read)


def _fix(wish: str, what: str, known: Known) -> Fix | None:
    if wish == "no-hands":
        return Fix(wish=Wish.NO_HANDS, unit=what) if what in known.units else None
    if wish in ("report", "withhold"):
        report = wish == "report"
        there = what in known.innovations
        return Fix(wish=Wish.SURELY, innovation=what, report=report) if there else None
    if what in known.collectives:
        return Fix(wish=Wish(wish), collective=what)
    if what in known.innovations:
        return Fix(wish=Wish(wish), innovation=what)
    return _row(Wish(wish), what, known)


def _row(wish: Wish, what: str, known: Known) -> Fix | None:
    match = _ROW.fullmatch(what)
    if match is None:
        return None
    innovation, indicator = match["innovation"], match["indicator"]
    rows = known.region_rows if innovation is None else known.innovation_rows
    if indicator not in rows or (innovation is not None and innovation not in known.innovations):
        return None
    level = int(match["level"]) if match["level"] else None
    return Fix(wish=wish, innovation=innovation, indicator=indicator, level=level)
