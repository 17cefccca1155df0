"""The work of a region: the usual efforts of its edition with its own figures over them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pragola.planning.catalogue.catalogue import Catalogue, Template
from pragola.planning.catalogue.own_work import OwnWork
from pragola.planning.work import Collective, Fix, Lift, Work
from pragola.scoring.answers import Answers, Status
from pragola.scoring.edition import Edition


def usual_work(
    edition: Edition,
    answers: Answers,
    catalogue: Catalogue,
    own: OwnWork,
    *,
    fixes: tuple[Fix, ...] = (),
    language: str = "id",
) -> Work:
    """What could be done in this region, collective actions for all that could be reported."""
    templates = {t.id: t for t in (*catalogue.templates, *own.templates)}
    kept = [t for t in templates.values() if t.id not in own.without]
    known = {t.id for t in kept}
    codes = {indicator.code for indicator in edition.indicators}
    return Work(
        steps=catalogue.steps,
        overrides=own.overrides,
        entering=catalogue.entering,
        collectives=tuple(
            _collective(t, answers, codes, language) for t in kept if {*t.needs} <= known
        ),
        waiting=catalogue.waiting,
        capacities=own.capacities,
        fixes=fixes,
        start=own.start,
        end=own.end,
    )


def work_next_year(
    edition: Edition, answers: Answers, catalogue: Catalogue, own: OwnWork, *, language: str = "id"
) -> Work:
    """What could be done under another edition: the region's own figures without this year's days.

    Hands that end on a day of this year, and steps of indicators that it does not have, are left
    out.
    """
    codes = {indicator.code for indicator in edition.indicators}
    following = replace(
        own,
        start=None,
        end=None,
        overrides=tuple(each for each in own.overrides if each.indicator in codes),
        capacities=tuple(each for each in own.capacities if each.until is None),
    )
    return usual_work(edition, answers, catalogue, following, language=language)


def _collective(
    template: Template, answers: Answers, codes: Iterable[str], language: str
) -> Collective:
    return Collective(
        id=template.id,
        title=template.titles[language],
        effort=template.effort,
        lifts=tuple(_lifts(template, answers, codes)),
        days=template.days,
        unit=template.unit,
        needs=template.needs,
    )


def _lifts(template: Template, answers: Answers, codes: Iterable[str]) -> Iterator[Lift]:
    for lift in template.lifts:
        for innovation in answers.innovations if lift.indicator in codes else ():
            wanted = template.on is None or innovation.id in template.on
            if wanted and innovation.status is not Status.REJECTED:
                yield Lift(
                    indicator=lift.indicator,
                    level=lift.level,
                    from_level=lift.from_level,
                    innovation=innovation.id,
                )
