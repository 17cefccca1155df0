"""Chances of acceptance in words: how large, and on what they rest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from pragola.planning.actions import ActionKind
from pragola.planning.certainty.beliefs import Belief, Beliefs, Rests
from pragola.planning.certainty.learned import Verdicts
from pragola.scoring.edition import Edition
from pragola.web.shared.numbers import figure
from pragola.web.targets.stored import StoredAction
from pragola.wording import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class ChanceLine:
    """The chance that a claim on an indicator is accepted, and what it rests on."""

    about: str
    chance: str
    rests: Rests
    grounds: str


def grounds_of(rests: Rests, verdicts: Verdicts | None) -> str:
    """On what a chance rests."""
    if rests is Rests.VERDICTS and verdicts is not None:
        told = {"accepted": verdicts.accepted, "cases": verdicts.cases}
        return _("%(accepted)s dari %(cases)s diterima") % told
    return {
        Rests.STATED: _("angka daerah sendiri"),
        Rests.VERDICTS: _("putusan verifikator"),
        Rests.FINDINGS: _("temuan pemeriksaan"),
        Rests.PRIOR: _("perkiraan awal Pragola"),
    }[rests]


def chance_lines(edition: Edition, beliefs: Beliefs, language: Language) -> tuple[ChanceLine, ...]:
    """The chance by indicator of a claim in whose proofs inspection saw nothing."""
    return tuple(
        _line(f"{each.name} ({each.code})", beliefs.of(("", each.code)), language)
        for each in edition.sid_indicators
    )


def chance_of(
    action: StoredAction, beliefs: Beliefs | None, language: Language
) -> ChanceLine | None:
    """The chance that what the action claims is accepted; None where nothing is judged."""
    if beliefs is None:
        return None
    if action.collective:
        chance = beliefs.proofs.get(action.collective)
        belief = None if chance is None else Belief(chance, Rests.PRIOR)
    elif action.kind is ActionKind.RAISE and action.entry is not None:
        belief = beliefs.of((str(action.entry), action.indicator), level=action.level)
    else:
        belief = None
    return None if belief is None else _line("", belief, language)


def footings_told(footings: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """How many claims rest on what, as `parts` keeps it."""
    words = {
        Rests.STATED: _("%(number)s klaim: angka daerah sendiri"),
        Rests.VERDICTS: _("%(number)s klaim: putusan verifikator atas klaim serupa"),
        Rests.FINDINGS: _("%(number)s klaim: temuan pemeriksaan"),
        Rests.PRIOR: _("%(number)s klaim: perkiraan awal Pragola"),
    }
    told = ((Rests(each["rests"]), each["claims"] + each["proofs"]) for each in footings)
    return tuple(words[rests] % {"number": number} for rests, number in told if number)


def _line(about: str, belief: Belief, language: Language) -> ChanceLine:
    return ChanceLine(
        about=about,
        chance=f"{figure(belief.accepted * 100, language, decimals=0)} %",
        rests=belief.rests,
        grounds=grounds_of(belief.rests, belief.verdicts),
    )
