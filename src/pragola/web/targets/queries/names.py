"""What a plan's ids are called on a page: entries, units, indicators, collective actions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pragola.planning.actions import ActionKind
from pragola.planning.catalogue import load_catalogue
from pragola.rulebooks import load_edition
from pragola.web.innovations.models import Assessment, Entry, EntryState
from pragola.web.regions.models import Unit
from pragola.web.targets.stored import StoredAction
from pragola.wording import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryName:
    """An entry as a plan's line names it."""

    title: str
    unit: int
    unit_name: str
    state: EntryState
    withheld: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Everything that an assessment's plans name; two queries."""

    entries: Mapping[int, EntryName]
    units: Mapping[int, str]
    indicators: Mapping[str, str]
    collectives: Mapping[str, str]
    region: str

    def entry(self, pk: int | None) -> str:
        """The title, also where the entry is gone."""
        found = self.entries.get(pk) if pk else None
        return found.title if found else "–"

    def unit(self, pk: int | None) -> str:
        """The unit, or the region itself."""
        return self.units.get(pk, "–") if pk else self.region

    def indicator(self, code: str) -> str:
        """Name and code."""
        return f"{self.indicators.get(code, '')} ({code})".strip()

    def waited_for(self, each: str) -> str:
        """A row or a collective action that has to be there before."""
        return self.collectives.get(each) or self.indicator(each)

    def about(self, action: StoredAction) -> str:
        """What an action is about, in a few words."""
        if action.kind is ActionKind.COLLECTIVE:
            return self.collectives.get(action.collective, action.collective)
        if action.kind is ActionKind.RAISE and action.entry is None:
            return self.indicator(action.indicator)
        return self.entry(action.entry)


def names_of(assessment: Assessment, language: Language, *, code: str | None = None) -> Names:
    """The names of an assessment; rows as the edition named `code` calls them; two queries."""
    edition = load_edition(code or assessment.edition)
    entries = Entry.objects.filter(assessment=assessment).select_related("innovation__unit")
    return Names(
        entries=dict(_named(entries)),
        units=dict(Unit.objects.filter(region=assessment.region_id).values_list("pk", "name")),
        indicators={each.code: each.name for each in edition.indicators},
        collectives={
            each.id: each.titles[language.value] for each in load_catalogue(edition).templates
        },
        region=assessment.region.name,
    )


def _named(entries: Iterable[Entry]) -> Iterable[tuple[int, EntryName]]:
    for entry in entries:
        unit = entry.innovation.unit
        yield (
            entry.pk,
            EntryName(
                title=entry.innovation.title,
                unit=unit.pk,
                unit_name=unit.name,
                state=EntryState(entry.state),
                withheld=entry.withheld,
            ),
        )
