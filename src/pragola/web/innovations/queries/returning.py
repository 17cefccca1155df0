"""What of an entry can be returned, with what it says, so that a reason can be given for each."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pragola.rulebooks import load_edition
from pragola.scoring.edition import FieldKind
from pragola.web.innovations.claim_values import in_words, row_as_json
from pragola.web.innovations.models import Entry
from pragola.web.innovations.profile_values import as_words

STANDARD_REASONS: tuple[str | Promise, ...] = (
    _("Belum ada buktinya."),
    _("Buktinya tidak terbaca atau terpotong."),
    _("Buktinya bukan dokumen yang diminta."),
    _("Tanggal atau tahun buktinya di luar yang diminta."),
    _("Belum ditandatangani, atau tanpa nomor dan tanggal."),
    _("Level yang diklaim lebih tinggi daripada buktinya."),
    _("Isinya belum jelas. Jelaskan lebih rinci."),
)
"""What returned claims and fields mostly lack, to be chosen from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnablePart:
    """A claim or field: its code or id, its name, what it says, and the reason typed so far.

    What is `attached` shows on the claims page.
    """

    part: str
    name: str
    says: str
    reason: str
    attached: bool = False


def returnable_parts(entry: Entry, reasons: Mapping[str, str]) -> tuple[ReturnablePart, ...]:
    """The claims of an entry, then its fields; two queries."""
    edition = load_edition(entry.assessment.edition)
    claims = {row.indicator: row for row in entry.claims.all()}
    fields = {row.field: row for row in entry.fields.all()}
    claimed = (
        ReturnablePart(
            part=each.code,
            name=f"{each.code} · {each.name}",
            says=in_words(row_as_json(claims.get(each.code)), each),
            reason=reasons.get(each.code, ""),
        )
        for each in edition.sid_indicators
    )
    filled = (
        ReturnablePart(
            part=each.id,
            name=each.label,
            says=as_words(fields[each.id].value) if each.id in fields else "",
            reason=reasons.get(each.id, ""),
            attached=each.kind is FieldKind.FILE,
        )
        for each in edition.profile
    )
    return (*claimed, *filled)
