"""What of a plan is agreed on already, before it is agreed on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pragola.web.coaching.models import Agreement
from pragola.web.coaching.queries.taken import first_enough, open_ones, stays_as_it_is
from pragola.web.innovations.models import Assessment
from pragola.web.regions.models import Role
from pragola.web.targets.doing import Levels
from pragola.web.targets.handing import kind_of
from pragola.web.targets.stored import StoredAction
from pragola.wording import Language
from pragola.wording.dates import show_date


@dataclass(frozen=True, slots=True)
class Known:
    """What stands of an action already, in words.

    `settled` is the agreement whose day and owner stay whatever is said now; None where they are
    asked for.
    """

    words: str
    settled: Agreement | None = None


def agreed_before(
    assessment: Assessment, actions: Sequence[StoredAction], claimed: Levels, language: Language
) -> Mapping[int, Known]:
    """By the number of an action, what stands of it already; four queries."""
    standing = open_ones(assessment)
    found = {}
    for number, action in enumerate(actions):
        kind = kind_of(action, claimed).value
        former = standing.get((kind, action.entry, action.indicator, action.collective))
        if former:
            found[number] = _known(former, action, assessment, language)
    return found


def _known(
    former: Sequence[Agreement], action: StoredAction, assessment: Assessment, language: Language
) -> Known:
    rises = ((each.entry, each.indicator, each.level) for each in action.reaches)
    kept = first_enough(former, level=action.level, rises=rises)
    if kept is None:
        last = former[-1]
        told: dict[str, object] = {"where": _where(last), "level": last.to_level}
        if action.collective:
            said = _("Sudah disepakati untuk lebih sedikit klaim (%(where)s); diganti yang ini.")
            return Known(said % told)
        said = _("Sudah disepakati sampai level %(level)s (%(where)s); diganti yang ini.")
        return Known(said % told)
    if not stays_as_it_is(kept):
        said = _("Sudah disepakati (%(where)s); hanya hari dan orangnya yang diperbarui.")
        return Known(said % {"where": _where(kept)})
    said = _("Sudah disepakati dalam “%(where)s”: %(who)s, sampai %(due)s. Itu yang tetap berlaku.")
    told = {
        "where": _where(kept),
        "who": f"{Role(kept.role).label} {kept.unit or assessment.region}",
        "due": show_date(kept.due_on, language),
    }
    return Known(said % told, kept)


def _where(agreement: Agreement) -> str:
    return agreement.clinic.title if agreement.clinic else _("rencana daerah")
