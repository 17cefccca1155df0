"""Faults told to a person, or to a program."""

import json
from collections.abc import Sequence

import click

from pragola.cli.words import words
from pragola.scoring.faults import Fault
from pragola.wording import Language, say
from pragola.wording.places import show_place

FAULTY_INPUT = 65
_MOST_TOLD = 100


def tell_faults(faults: Sequence[Fault], language: Language, *, as_json: bool) -> None:
    """All faults to stderr, and with `as_json` as a document to stdout."""
    if as_json:
        document = {"faults": [fault_document(fault, language) for fault in faults]}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
        return
    click.echo(words("faults_head", language, number=len(faults)), err=True)
    for fault in faults[:_MOST_TOLD]:
        click.echo(f"  {told(fault, language)}", err=True)
    if len(faults) > _MOST_TOLD:
        more = len(faults) - _MOST_TOLD
        click.echo(f"  {words('faults_more', language, number=more)}", err=True)


def tell_notices(notices: Sequence[Fault], language: Language) -> None:
    """What was noticed while reading, to stderr, equal kinds together."""
    by_code: dict[str, list[Fault]] = {}
    for notice in notices:
        by_code.setdefault(notice.code, []).append(notice)
    for same in by_code.values():
        rest = words("and_more", language, number=len(same) - 1) if len(same) > 1 else ""
        line = f"{told(same[0], language)} {rest}".rstrip()
        click.echo(words("notice", language, text=line), err=True)


def told(fault: Fault, language: Language) -> str:
    """`Klaim!D7: …` in one line."""
    sentence = say(fault, language)
    return f"{show_place(fault.place, language)}: {sentence}" if fault.place else sentence


def fault_document(fault: Fault, language: Language) -> dict[str, str]:
    """The fault for a program, with its sentence."""
    return {
        "code": fault.code,
        "place": fault.place,
        "found": fault.found,
        "expected": fault.expected,
        "message": say(fault, language),
    }
