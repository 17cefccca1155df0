"""What an entry still lacks, line by line, with where each thing is mended."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pragola.rulebooks import load_edition
from pragola.web.innovations.models import Entry
from pragola.web.innovations.queries.missing import Missing


@dataclass(frozen=True, slots=True)
class MissingLine:
    """One thing that is missing: what it is, of which part, and on which page that part stands."""

    what: str
    part: str
    name: str
    among_claims: bool


def missing_lines(entry: Entry, missing: Missing) -> tuple[MissingLine, ...]:
    """Everything that should be done before the entry is submitted; no query."""
    return tuple(_lines(entry, missing))


def _lines(entry: Entry, missing: Missing) -> Iterator[MissingLine]:
    edition = load_edition(entry.assessment.edition)
    labels = {field.label: field.id for field in edition.profile}
    fields = {field.id: field.label for field in edition.profile}
    indicators = {each.code: f"{each.code} · {each.name}" for each in edition.sid_indicators}
    for label in missing.fields:
        yield MissingLine(_("Isian kosong atau belum lengkap"), labels[label], label, False)
    for what, codes in (
        (_("Indikator wajib belum diklaim"), missing.mandatory),
        (_("Klaim tanpa bukti"), missing.unproven),
    ):
        for code in codes:
            yield MissingLine(what, code, indicators[code], True)
    for part in missing.renew:
        name = indicators.get(part) or fields.get(part, part)
        what = _("Dibawa dari tahun lalu dan belum diperiksa")
        yield MissingLine(what, part, name, part in indicators)
