"""The texts of files as they were read, and of innovations as they describe themselves."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from pragola.rulebooks import load_edition
from pragola.scoring.edition import FieldKind
from pragola.web.evidence.models import PageText
from pragola.web.innovations.models import Entry, FieldValue


def texts_of_files(keys: Collection[str]) -> Mapping[str, str]:
    """By SHA-256, all pages in their order; one query."""
    pages: dict[str, list[str]] = defaultdict(list)
    rows = PageText.objects.filter(file__in=keys).order_by("file", "page")
    for file, text in rows.values_list("file_id", "text"):
        pages[file].append(text)
    return {file: "\n".join(texts) for file, texts in pages.items()}


def texts_of_innovations(keys: Collection[int]) -> Mapping[int, str]:
    """By innovation, what its latest entry says in the long texts of the profile; two queries."""
    latest: dict[int, Entry] = {}
    entries = Entry.objects.filter(innovation__in=keys).select_related("assessment")
    for entry in entries.order_by("assessment__edition", "pk"):
        latest[entry.innovation_id] = entry
    wanted = {entry.pk: _long_fields(entry.assessment.edition) for entry in latest.values()}
    told: dict[int, dict[str, str]] = defaultdict(dict)
    rows = FieldValue.objects.filter(entry__in=wanted).values_list("entry", "field", "value")
    for entry_id, field, value in rows:
        parts = value.values() if isinstance(value, dict) else [value]
        told[entry_id][field] = "\n".join(str(part) for part in parts if part)
    return {
        key: "\n".join(told[entry.pk][each] for each in wanted[entry.pk] if each in told[entry.pk])
        for key, entry in latest.items()
    }


def _long_fields(edition: str) -> tuple[str, ...]:
    profile = load_edition(edition).profile
    return tuple(field.id for field in profile if field.kind is FieldKind.LONG_TEXT)
