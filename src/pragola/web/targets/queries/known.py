"""What of a plan is agreed on already, before it is agreed on."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from pragola.web.coaching.models import Agreement
from pragola.web.coaching.queries.followup import agreements_not_done
from pragola.web.innovations.models import Assessment
from pragola.web.targets.doing import Levels
from pragola.web.targets.handing import kind_of
from pragola.web.targets.stored import StoredAction
from pragola.wording import Language
from pragola.wording.dates import show_date


def agreed_before(
    assessment: Assessment, actions: Sequence[StoredAction], claimed: Levels, language: Language
) -> Mapping[int, str]:
    """By the number of an action, what stands of it already; four queries."""
    known: dict[tuple[str, int | None, str, str], Agreement] = {}
    for each in agreements_not_done(assessment):
        known[each.kind, each.entry_id, each.indicator, each.collective] = each
    found = {}
    for number, action in enumerate(actions):
        subject = (
            kind_of(action, claimed).value,
            action.entry,
            action.indicator,
            action.collective,
        )
        if subject in known:
            found[number] = _told(known[subject], action, language)
    return found


def _told(agreement: Agreement, action: StoredAction, language: Language) -> str:
    told = {
        "where": agreement.clinic.title if agreement.clinic else _("rencana daerah"),
        "due": show_date(agreement.due_on, language),
        "level": agreement.to_level,
    }
    if agreement.to_level < action.level:
        return _("Sudah disepakati sampai level %(level)s (%(where)s); diganti yang ini.") % told
    if agreement.planned:
        return _("Sudah disepakati (%(where)s); hanya hari dan orangnya yang diperbarui.") % told
    return _("Sudah disepakati dalam “%(where)s” sampai %(due)s; itu yang tetap berlaku.") % told
