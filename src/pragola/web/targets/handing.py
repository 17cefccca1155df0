"""Actions of a plan as work that can be agreed on: in words, with an owner, a day and its worth."""

from collections.abc import Sequence

from django.conf import settings
from django.utils.translation import gettext as _

from pragola.planning.actions import ActionKind
from pragola.rulebooks import load_edition
from pragola.scoring.edition import Edition
from pragola.web.coaching.actions.agreements import worded
from pragola.web.coaching.actions.planned import Lifted, Task
from pragola.web.coaching.models import AgreementKind
from pragola.web.innovations.models import Assessment
from pragola.web.regions.models import Role
from pragola.web.targets.doing import Levels
from pragola.web.targets.models import AgreedAction
from pragola.web.targets.queries.names import Names, names_of
from pragola.web.targets.stored import StoredAction, read_action
from pragola.wording import Language

_KINDS = {
    ActionKind.RAISE: AgreementKind.RAISE,
    ActionKind.COLLECTIVE: AgreementKind.TOGETHER,
    ActionKind.ENTER: AgreementKind.REPORT,
    ActionKind.WITHHOLD: AgreementKind.WITHHOLD,
}


def kind_of(action: StoredAction, claimed: Levels) -> AgreementKind:
    """What agreements call it. A claim that stands lower only by its verdict needs other proof."""
    row = (str(action.entry), action.indicator)
    if action.kind is ActionKind.RAISE and claimed.rows.get(row, 0) >= action.level:
        return AgreementKind.PROVE
    return _KINDS[action.kind]


def tasks_of(
    assessment: Assessment,
    rows: Sequence[AgreedAction],
    roles: Sequence[Role],
    claimed: Levels,
) -> list[Task]:
    """The work of each action, in the language that is spoken; `roles` are those within its unit.

    What has no unit, and what only a coordinator can do, is the coordinator's.
    """
    edition = load_edition(assessment.edition)
    names = names_of(assessment, Language(settings.LANGUAGE_CODE))
    return [
        _task(row, role, edition, names, claimed) for row, role in zip(rows, roles, strict=True)
    ]


def _task(row: AgreedAction, role: Role, edition: Edition, names: Names, claimed: Levels) -> Task:
    action = read_action(row.told)
    kind = kind_of(action, claimed)
    unit = None if action.kind is ActionKind.WITHHOLD else row.unit_id
    return Task(
        kind=kind,
        text=_text(action, kind, edition, names),
        unit=unit,
        role=role if unit else Role.COORDINATOR,
        due_on=row.due,
        worth=action.adds,
        entry=action.entry,
        indicator=action.indicator,
        collective=action.collective,
        from_level=action.from_level,
        level=action.level,
        lifts=tuple(
            Lifted(
                entry=each.entry,
                indicator=each.indicator,
                from_level=each.from_level,
                level=each.level,
            )
            for each in action.reaches
        ),
    )


def _text(action: StoredAction, kind: AgreementKind, edition: Edition, names: Names) -> str:
    about = names.about(action)
    if action.kind is ActionKind.COLLECTIVE:
        told = {"about": about, "number": len(action.reaches)}
        return _("%(about)s: menaikkan %(number)s klaim") % told
    if action.kind is ActionKind.ENTER:
        return _("Ajukan “%(about)s” agar ikut dilaporkan") % {"about": about}
    if action.kind is ActionKind.WITHHOLD:
        return _("Jangan laporkan “%(about)s” tahun ini") % {"about": about}
    indicator = next(each for each in edition.indicators if each.code == action.indicator)
    return worded(indicator, action.level, kind)
