"""What an agreed plan asks of units' claims: itself, and by collective work that carries them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from pragola.planning.actions import ActionKind
from pragola.planning.standing import standing
from pragola.rulebooks import load_edition
from pragola.web.innovations.models import Assessment, Claim, Entry
from pragola.web.targets.doing import Levels, levels_of
from pragola.web.targets.models import AgreedAction, AgreedPlan
from pragola.web.targets.queries.lines import signed
from pragola.web.targets.queries.names import Names, names_of
from pragola.web.targets.queries.question import planned_answers_of
from pragola.web.targets.stored import StoredAction, read_action
from pragola.wording import Language
from pragola.wording.dates import show_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Follow:
    """A claim that a collective action carries: raised by its unit once the proof is there."""

    entry: int
    about: str
    indicator: str
    name: str
    level: int
    through: str
    due: str
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What the plan asks of one claim. `through` names the collective action that carries it;
    `proof` tells that the level is claimed already and only its verdict is lower.
    """

    level: int
    due: str
    adds: str
    through: str
    done: bool
    proof: bool


def follows_of_units(
    assessment: Assessment, units: Collection[int], *, language: Language
) -> tuple[Follow, ...]:
    """Claims of these units that collective work of the plan in force carries; one query without
    a plan. What the units do themselves stands among their agreements.
    """
    plan = AgreedPlan.objects.filter(assessment=assessment, ended_at=None).first()
    if plan is None or not units:
        return ()
    names = names_of(assessment, language)
    levels = levels_of(load_edition(assessment.edition), standing(planned_answers_of(assessment)))
    rows = list(plan.actions.select_related("agreement"))
    follows = _follows(rows, names, levels, units, language)
    return tuple(sorted(follows, key=lambda each: (each.done, each.about)))


def notes_of_entry(entry: Entry, *, language: Language) -> Mapping[str, Note]:
    """What the plan in force asks of an entry's claims, by indicator; one query without a plan."""
    plan = AgreedPlan.objects.filter(assessment=entry.assessment, ended_at=None).first()
    if plan is None:
        return {}
    collectives = names_of(entry.assessment, language)
    now = {row.indicator: _stands_at(row) for row in entry.claims.all()}
    claimed = {row.indicator: row.level or 0 for row in entry.claims.all()}
    notes: dict[str, Note] = {}
    for row in plan.actions.select_related("agreement"):
        for code, level, through in _asked(read_action(row.told), entry.pk, collectives):
            adds = read_action(row.told).adds
            if code not in notes or level > notes[code].level:
                notes[code] = Note(
                    level=level,
                    due=show_date(row.day, language),
                    adds="" if through else signed(adds, language),
                    through=through,
                    done=now.get(code, 0) >= level,
                    proof=now.get(code, 0) < level <= claimed.get(code, 0),
                )
    return notes


def _stands_at(claim: Claim) -> int:
    """The level by its verdict, else the claimed one."""
    return (claim.level or 0) if claim.accepted_level is None else claim.accepted_level


def _asked(action: StoredAction, entry: int, names: Names) -> Iterator[tuple[str, int, str]]:
    if action.kind is ActionKind.RAISE and action.entry == entry:
        yield action.indicator, action.level, ""
    for each in action.reaches:
        if each.entry == entry:
            yield each.indicator, each.level, names.about(action)


def _follows(
    rows: Collection[AgreedAction],
    names: Names,
    levels: Levels,
    units: Collection[int],
    language: Language,
) -> Iterator[Follow]:
    for row in rows:
        action = read_action(row.told)
        for each in action.reaches:
            found = names.entries.get(each.entry or 0)
            if found is None or found.unit not in units or each.entry is None:
                continue
            yield Follow(
                entry=each.entry,
                about=found.title,
                indicator=each.indicator,
                name=names.indicator(each.indicator),
                level=each.level,
                through=names.about(action),
                due=show_date(row.day, language),
                done=levels.rows.get((str(each.entry), each.indicator), 0) >= each.level,
            )
