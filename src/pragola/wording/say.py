"""Facts become sentences: one look-up over the sentence tables of this package."""

import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol

import pragola.wording
from pragola.scoring.faults import Fact, Facts, Fault
from pragola.scoring.results import Finding
from pragola.wording.facts import show_fact
from pragola.wording.languages import Language, Sentence
from pragola.wording.papers import say_kinds

_PART = re.compile("⟦(.*?)⟧")
_PLACE = re.compile(r"\{(\w+)\}")
_KINDS = ("kind", "kinds")
"""Facts that name kinds of papers by their codes."""
_NEAREST = Sentence(id="Mungkin maksudnya “{nearest}”.", en="Did you mean “{nearest}”?")
_UNKNOWN = Sentence(
    id="{code}. Tertulis: {found}. Seharusnya: {expected}.",
    en="{code}. Found: {found}. Expected: {expected}.",
)


class Sayable(Protocol):
    """What has a code with a sentence, and facts for its places."""

    @property
    def code(self) -> str:
        """The key of the sentence."""

    @property
    def facts(self) -> Facts:
        """Named values."""


def say(fact: Sayable, language: Language) -> str:
    """The sentence for a fault or a finding; a fault's place is shown by the caller.

    A fact named `nearest` adds the question whether that was meant. What stands in ⟦ ⟧ is left
    out where one of its places is empty. Kinds of papers are named.
    """
    places = _places(fact, language)
    sentence = _filled(all_sentences().get(fact.code, _UNKNOWN).text(language), places)
    if places["nearest"]:
        sentence = f"{sentence} {_NEAREST.text(language).format_map(places)}"
    return sentence


def say_fact(name: str, value: Fact, language: Language) -> str:
    """One value as its sentence shows it."""
    if name in _KINDS and isinstance(value, str):
        return say_kinds(value.split(", "), language)
    return show_fact(value, language)


@cache
def all_sentences() -> Mapping[str, Sentence]:
    """Every sentence of every table, by code; a table is a module here with `SENTENCES`."""
    found: dict[str, Sentence] = {}
    for table in sentence_tables().values():
        found |= table
    return found


@cache
def sentence_tables() -> Mapping[str, Mapping[str, Sentence]]:
    """The tables by the name of their module."""
    tables: dict[str, Mapping[str, Sentence]] = {}
    for module in iter_modules(pragola.wording.__path__):
        table = getattr(import_module(f"pragola.wording.{module.name}"), "SENTENCES", None)
        if table is not None:
            tables[module.name] = table
    return tables


def _filled(text: str, places: "_Places") -> str:
    def part(found: re.Match[str]) -> str:
        names = _PLACE.findall(found[1])
        return found[1] if all(places[name] for name in names) else ""

    return _PART.sub(part, text).format_map(places)


class _Places(dict[str, str]):
    """Named places of a sentence; one without a fact stays empty."""

    def __missing__(self, name: str) -> str:
        return ""


def _places(fact: Sayable, language: Language) -> _Places:
    places = _Places(code=fact.code)
    if isinstance(fact, Fault):
        places |= {"place": fact.place, "found": fact.found, "expected": fact.expected}
    elif isinstance(fact, Finding):
        places |= {"innovation": fact.innovation or "", "indicator": fact.indicator or ""}
    places.update({name: say_fact(name, value, language) for name, value in fact.facts})
    return places
