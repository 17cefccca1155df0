"""Which kinds of papers prove an indicator, as it stands under `evidence.papers`.

The guideline says it in prose; the rule is mostly our reading of that, so it carries a provenance
of its own.
"""

import re
from itertools import chain

from pragola.rulebooks.desk import Desk
from pragola.rulebooks.fields import (
    Fields,
    Reader,
    choice_of,
    flag,
    list_of,
    matching,
    shown,
    whole_between,
)
from pragola.rulebooks.nodes import Entries, Node
from pragola.rulebooks.provenance import provenance_in
from pragola.scoring.edition import PaperRule
from pragola.scoring.papers import PaperKind

type _Levels = tuple[tuple[int, tuple[PaperKind, ...]], ...]

_PERIOD = re.compile(r"T-[0-9]")

period = matching(_PERIOD, "T-1")
_kinds = list_of(choice_of(PaperKind))


def papers_of(highest: int) -> Reader[PaperRule]:
    """The papers of an indicator with that highest level; `kinds` are joined by all it names."""

    def read(node: Node, desk: Desk) -> PaperRule:
        with Fields(node, desk) as fields:
            levels: _Levels = fields.optional("levels", _by(whole_between(1, highest)), default=())
            kinds: tuple[PaperKind, ...] = fields.optional("kinds", _kinds, default=())
            with_levels = chain(kinds, *(each for _, each in levels))
            rule = PaperRule(
                kinds=tuple(dict.fromkeys(with_levels)),
                others=fields.optional("others", flag, default=False),
                levels=levels,
                unnamed=fields.optional("unnamed", _kinds, default=()),
                as_applied=fields.optional("as_applied", _kinds, default=()),
                before=fields.optional("before", _by(period), default=()),
                provenance=provenance_in(fields),
            )
            _check(rule, fields)
            return rule

    return read


def _by[K](key: Reader[K]) -> Reader[tuple[tuple[K, tuple[PaperKind, ...]], ...]]:
    """Kinds by level or period."""

    def read(node: Node, desk: Desk) -> tuple[tuple[K, tuple[PaperKind, ...]], ...]:
        if isinstance(node, Entries):
            return tuple((key(e.key, desk), _kinds(e.value, desk)) for e in node.entries)
        desk.fault("not_a_mapping", node.mark, found=shown(node))
        return ()

    return read


def _check(rule: PaperRule, fields: Fields) -> None:
    """Something is asked for, and nothing is said of a kind that is not."""
    if not rule.kinds:
        fields.desk.fault("key_missing", fields.mark, expected="kinds")
    told = (*rule.unnamed, *rule.as_applied, *chain(*(kinds for _, kinds in rule.before)))
    for kind in dict.fromkeys(told):
        if rule.kinds and kind not in rule.kinds:
            asked = ", ".join(rule.kinds)
            fields.desk.fault("paper_not_asked", fields.mark, found=kind.value, expected=asked)
