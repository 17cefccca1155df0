"""Answers as JSON: read without ever making a float, written with decimals as text."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from pragola.scoring.answers import Answers, Claim, Innovation, Profile, Status
from pragola.scoring.faults import Fact, Fault
from pragola.workbook.raw import Json, shorten, show_path
from pragola.workbook.raw import Path as JsonPath
from pragola.workbook.validation import AnswersFaultyError, answers_from

_LONGEST_WHOLE = 40
_DEEPEST = 20


def answers_from_json(text: str) -> Answers:
    """The answers in a JSON text. Raises AnswersFaultyError with every fault."""
    return answers_from(parse_json(text))


def parse_json(text: str) -> Json:
    """The JSON value, numbers as int and Decimal.

    Raises AnswersFaultyError for what is not JSON, for duplicate keys and deep nesting.
    """
    doubled: list[tuple[dict[str, Json], str]] = []

    def mapping(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        values = dict(pairs)
        if len(values) < len(pairs):
            doubled.extend((values, key) for key in _repeated(pairs))
        return values

    try:
        value: Json = json.loads(
            text,
            object_pairs_hook=mapping,
            parse_float=Decimal,
            parse_int=_whole,
            parse_constant=_refuse_constant,
        )
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        found = shorten(text[error.pos : error.pos + 20])
        raise AnswersFaultyError(Fault(code="json_broken", place=place, found=found)) from error
    except RecursionError as error:
        raise AnswersFaultyError(Fault(code="json_too_deep", expected=str(_DEEPEST))) from error
    _refuse_depth(value)
    _refuse_repeated_keys(value, doubled)
    return value


def write_json(answers: Answers, path: Path) -> None:
    """Write the answers as the JSON that `read_answers` reads back."""
    document = json.dumps(as_json(answers), ensure_ascii=False, indent=2)
    path.write_text(document + "\n", encoding="utf-8")


def as_json(answers: Answers) -> dict[str, Json]:
    """The answers as plain values; what is not given is left out."""
    document: dict[str, Json] = {
        "edition": answers.edition,
        "region": {"code": answers.region.code, "name": answers.region.name},
    }
    if answers.spd:
        document["spd"] = {code: _claim(claim) for code, claim in answers.spd.items()}
    if answers.spd_subtotal is not None:
        document["spd_subtotal"] = _text(answers.spd_subtotal)
    document["innovations"] = [_innovation(innovation) for innovation in answers.innovations]
    return document


def _innovation(innovation: Innovation) -> dict[str, Json]:
    document: dict[str, Json] = {"id": innovation.id}
    if innovation.title:
        document["title"] = innovation.title
    document["affairs"] = list(innovation.affairs)
    if innovation.status is not Status.ACCEPTED:
        document["status"] = innovation.status.value
    document |= dict(profile_values(innovation.profile))
    document["claims"] = {code: _claim(claim) for code, claim in innovation.claims.items()}
    if innovation.verdicts:
        document["verdicts"] = dict(innovation.verdicts)
    return document


def profile_values(profile: Profile) -> Iterator[tuple[str, str | int]]:
    """What the profile gives, by the names of the JSON, days as 2022-12-14."""
    days = {
        "trial": profile.trial,
        "applied": profile.applied,
        "developed": profile.developed,
    }
    given: dict[str, str | int | None] = {
        "unit": profile.unit,
        "stage": profile.stage,
        **{name: day.isoformat() if day else None for name, day in days.items()},
        "design_words": profile.design_words,
        "assessments": profile.assessments,
    }
    return ((name, value) for name, value in given.items() if value is not None)


def claim_values(claim: Claim) -> dict[str, str | int]:
    """What the claim gives, by the names of the JSON, decimals as text."""
    given: dict[str, str | int | None] = {
        "level": claim.level,
        "base": claim.base,
        "value": None if claim.value is None else _text(claim.value),
        **{year: _text(figure) for year, figure in claim.periods},
    }
    return {name: value for name, value in given.items() if value is not None}


def _claim(claim: Claim) -> Json:
    values = claim_values(claim)
    return values["level"] if values.keys() == {"level"} else {**values}


def _text(value: Decimal) -> str:
    return format(value, "f")


def _whole(text: str) -> int | Decimal:
    return int(text) if len(text) <= _LONGEST_WHOLE else Decimal(text)


def _refuse_constant(name: str) -> Fact:
    raise AnswersFaultyError(Fault(code="number_expected", found=name))


def _repeated(pairs: list[tuple[str, Json]]) -> Iterator[str]:
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            yield key
        seen.add(key)


def _refuse_repeated_keys(value: Json, doubled: list[tuple[dict[str, Json], str]]) -> None:
    if not doubled:
        return
    path_of = {id(mapping): path for path, mapping in _mappings(value, ())}
    faults = (
        Fault(
            code="answer_key_twice",
            place=show_path((*path_of[id(mapping)], key)),
            found=shorten(key),
        )
        for mapping, key in doubled
        if id(mapping) in path_of
    )
    raise AnswersFaultyError(*faults)


def _mappings(value: Json, path: JsonPath) -> Iterator[tuple[JsonPath, dict[str, Json]]]:
    if isinstance(value, dict):
        yield path, value
        for key, inner in value.items():
            yield from _mappings(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _mappings(inner, (*path, number))


def _refuse_depth(value: Json) -> None:
    layer: list[Json] = [value]
    for _ in range(_DEEPEST):
        layer = [inner for outer in layer for inner in _within(outer)]
        if not layer:
            return
    raise AnswersFaultyError(Fault(code="json_too_deep", expected=str(_DEEPEST)))


def _within(value: Json) -> list[Json]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
