"""What changed between two editions, value by value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pragola.scoring.edition import (
    Base,
    Cut,
    Edition,
    EvidenceRule,
    Indicator,
    Measure,
    PaperRule,
    ProfileField,
    Sourced,
)

type Value = str | int | Decimal | bool | date | tuple[str, ...] | Cut | Measure | Base | None
type Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One value that is not the same in both editions.

    `subject` is what it belongs to: an indicator's code, a band's name, a field of the form,
    or empty for a constant. `path` names the value (`weight`, `measure.cuts.1`). None: not
    there, or not known.
    """

    subject: str
    path: str
    old: Value
    new: Value


def compare(old: Edition, new: Edition) -> tuple[Difference, ...]:
    """All differences: constants, bands, affairs, form, then indicators in the new order."""
    return (
        *_of_values("", _constants(old), _constants(new)),
        *_of_groups(_bands(old), _bands(new)),
        *_of_groups(_form(old), _form(new)),
        *_of_groups(_indicators(old), _indicators(new)),
    )


def _of_groups(old: Mapping[str, Values], new: Mapping[str, Values]) -> Iterator[Difference]:
    for name in dict.fromkeys((*new, *old)):
        if name not in old or name not in new:
            # Something that came or went is one difference, told by its name.
            yield Difference(
                subject=name,
                path="",
                old=_name_of(old.get(name), name),
                new=_name_of(new.get(name), name),
            )
        else:
            yield from _of_values(name, old[name], new[name])


def _of_values(subject: str, old: Values, new: Values) -> Iterator[Difference]:
    for path in dict.fromkeys((*new, *old)):
        before, after = old.get(path), new.get(path)
        if isinstance(before, Measure | Base) and isinstance(after, Measure | Base):
            yield from _of_values(subject, _parts(path, before), _parts(path, after))
        elif before != after:
            yield Difference(subject=subject, path=path, old=before, new=after)


def _name_of(values: Values | None, subject: str) -> Value:
    return None if values is None else values.get("name", subject)


def _constants(edition: Edition) -> Values:
    return {
        "status": edition.status.value,
        "maxima.spd": edition.maxima.spd.value,
        "maxima.sid": edition.maxima.sid.value,
        "maxima.count": edition.maxima.count.value,
        "maxima.total": edition.maxima.total.value,
        "min_divisor": edition.min_divisor.value,
        "rejected_in_divisor": edition.rejected_in_divisor.value,
        "count.weight": edition.count.weight.value,
        "count.cap": edition.count.cap.value,
        "min_basic_services": _value(edition.min_basic_services),
        "touching_affairs_count": edition.touching_affairs_count.value,
        "index_decimals": edition.index_decimals.value,
        "affairs": tuple(affair.name for affair in edition.affairs.value),
        **_eligibility(edition),
        **_video(edition),
        "legal": tuple(told.value for told in edition.legal),
    }


def _eligibility(edition: Edition) -> Values:
    rules, window = edition.eligibility, _value(edition.eligibility.applied)
    return {
        "eligibility.stages": _value(rules.stages),
        "eligibility.applied.first": window.first if window else None,
        "eligibility.applied.last": window.last if window else None,
        "eligibility.min_words": _value(rules.min_words),
        "eligibility.max_assessments": _value(rules.max_assessments),
    }


def _video(edition: Edition) -> Values:
    video = edition.video
    return {
        "video.max_minutes": video.max_minutes.value,
        "video.formats": video.formats.value,
        "video.links": video.links.value,
        "video.substances": video.substances.value,
        "video.max_megabytes": _value(video.max_megabytes),
    }


def _bands(edition: Edition) -> Mapping[str, Values]:
    return {band.name: {"min": band.min, "max": band.max} for band in edition.bands.value}


def _form(edition: Edition) -> Mapping[str, Values]:
    return {field.id: _form_field(field) for field in edition.profile}


def _form_field(field: ProfileField) -> Values:
    return {
        "name": field.label,
        "kind": field.kind.value,
        "required": field.required,
        "choices": field.choices,
        "parts": field.parts,
        "formats": tuple(sorted(field.formats)),
    }


def _indicators(edition: Edition) -> Mapping[str, Values]:
    return {indicator.code: _indicator(indicator) for indicator in edition.indicators}


def _indicator(indicator: Indicator) -> Values:
    values: dict[str, Value] = {
        "name": indicator.name,
        "variable": indicator.variable,
        "weight": indicator.weight.value,
        "mandatory": indicator.mandatory.value,
    }
    for step in indicator.levels.value:
        values[f"levels.{step.level}"] = step.criterion
    if indicator.measure:
        values["measure"] = indicator.measure
    for base in indicator.bases:
        values[f"bases.{base.id}"] = base
    return {**values, "components": indicator.components, **_evidence(indicator.evidence)}


def _parts(path: str, whole: Measure | Base) -> Values:
    if isinstance(whole, Base):
        return {f"{path}.what": whole.what, **_parts(path, whole.measure)}
    values: dict[str, Value] = {
        f"{path}.unit": whole.unit,
        f"{path}.formula": whole.formula.value,
        f"{path}.direction": whole.direction.value,
        f"{path}.decimals": whole.decimals,
    }
    return values | {f"{path}.cuts.{cut.level}": cut for cut in whole.cuts}


def _evidence(evidence: EvidenceRule) -> Values:
    # The order in which formats are listed says nothing.
    return {
        "evidence.documents": evidence.documents,
        "evidence.formats": tuple(sorted(evidence.formats)),
        "evidence.window": evidence.window,
        "evidence.notes": evidence.notes,
        **_papers(evidence.papers),
    }


def _papers(papers: PaperRule | None) -> Values:
    if papers is None:
        return {}
    values: dict[str, Value] = {
        "evidence.papers": papers.kinds,
        "evidence.papers.others": papers.others,
        "evidence.papers.unnamed": papers.unnamed,
        "evidence.papers.as_applied": papers.as_applied,
    }
    values |= {f"evidence.papers.levels.{level}": kinds for level, kinds in papers.levels}
    return values | {f"evidence.papers.before.{name}": kinds for name, kinds in papers.before}


def _value[T](sourced: Sourced[T] | None) -> T | None:
    return None if sourced is None else sourced.value
