"""What a verdict rests on: the claim as it stood with its proofs, and what has changed since."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pragola.rulebooks import load_edition
from pragola.scoring.edition import Indicator
from pragola.web.evidence.models import Use
from pragola.web.evidence.queries.proofs import letter_of
from pragola.web.innovations.claim_values import in_words, row_as_json
from pragola.web.innovations.models import Claim
from pragola.web.shared.audit import Jsonable
from pragola.wording import Language

_DIGITS = 12
_WHAT: Mapping[str, str | Promise] = {
    "claim": _("Klaim diubah"),
    "came": _("Bukti ditambahkan"),
    "went": _("Bukti dilepas"),
    "replaced": _("Bukti diganti versi baru"),
    "pages": _("Halaman bukti diubah"),
    "letter": _("Data surat bukti diubah"),
    "marks": _("Tanda waktu video diubah"),
}

type Resting = Mapping[str, Jsonable]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changed since a verdict: what, and how it was and is in words."""

    what: str
    old: str
    new: str

    @property
    def label(self) -> str:
        """What changed, in words."""
        return str(_WHAT[self.what])


def rests_on(claim: Claim) -> Resting:
    """What a verdict on the claim rests on now; two queries.

    `proofs` are by the id of their evidence, of which each version has its own.
    """
    return what_each_rests_on([claim])[claim.pk]


def what_each_rests_on(claims: Iterable[Claim]) -> Mapping[int, Resting]:
    """The same for several claims, by their ids; two queries for all of them."""
    rows = {(row.entry_id, row.indicator): row for row in claims}
    uses = (
        Use.objects.filter(
            entry__in={entry for entry, _ in rows},
            part__in={part for _, part in rows},
            removed_at=None,
        )
        .select_related("evidence")
        .prefetch_related("marks")
        .order_by("evidence_id")
    )
    proofs: dict[int, dict[str, Jsonable]] = {row.pk: {} for row in rows.values()}
    for use in uses:
        row = rows.get((use.entry_id, use.part))
        if row:
            proofs[row.pk][str(use.evidence_id)] = _proof(use)
    return {row.pk: {"claim": row_as_json(row), "proofs": proofs[row.pk]} for row in rows.values()}


def digest_of(resting: Resting) -> str:
    """A short text that differs where two such things do."""
    told = json.dumps(resting, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()[:_DIGITS]


def differences(before: Resting, after: Resting, indicator: Indicator) -> tuple[Difference, ...]:
    """What of it has changed; nothing where a verdict would rest on the same."""
    old, new = before.get("claim"), after.get("claim")
    claim = (
        (Difference("claim", in_words(old, indicator), in_words(new, indicator)),)
        if old != new
        else ()
    )
    return (*claim, *_of_proofs(_proofs_in(before), _proofs_in(after)))


def indicator_of(claim: Claim) -> Indicator:
    """The indicator that is claimed."""
    edition = load_edition(claim.entry.assessment.edition)
    return next(each for each in edition.sid_indicators if each.code == claim.indicator)


def _proof(use: Use) -> Mapping[str, Jsonable]:
    marks = {each.substance: each.second for each in use.marks.all() if each.second is not None}
    told: dict[str, Jsonable] = {
        "name": str(use.evidence),
        "content": use.evidence.file_id or use.evidence.link,
        "pages": use.pages,
    }
    if letter := letter_of(use.evidence, Language.INDONESIAN):
        told["letter"] = letter
    if use.evidence.replaces_id:
        told["replaces"] = str(use.evidence.replaces_id)
    return told | ({"marks": marks} if marks else {})


def _proofs_in(resting: Resting) -> Mapping[str, Mapping[str, Jsonable]]:
    proofs = resting.get("proofs")
    if not isinstance(proofs, Mapping):
        return {}
    return {key: told for key, told in proofs.items() if isinstance(told, Mapping)}


def _of_proofs(
    before: Mapping[str, Mapping[str, Jsonable]], after: Mapping[str, Mapping[str, Jsonable]]
) -> Iterator[Difference]:
    replaced = {str(told["replaces"]) for told in after.values() if "replaces" in told}
    for key, told in before.items():
        if key not in after and key not in replaced:
            yield Difference("went", str(told["name"]), "")
    for key, told in after.items():
        if key in before:
            yield from _of_one(before[key], told)
        elif str(told.get("replaces")) in before:
            old = before[str(told["replaces"])]
            yield Difference("replaced", str(old["name"]), str(told["name"]))
        else:
            yield Difference("came", "", str(told["name"]))


def _of_one(before: Mapping[str, Jsonable], after: Mapping[str, Jsonable]) -> Iterator[Difference]:
    name = str(after["name"])
    if before["pages"] != after["pages"]:
        yield Difference("pages", f"{name} ({before['pages']})", f"{name} ({after['pages']})")
    letters = (str(before.get("letter", "")), str(after.get("letter", "")))
    if letters[0] != letters[1] or before["name"] != after["name"]:
        yield Difference("letter", letters[0] or str(before["name"]), letters[1] or name)
    if before.get("marks") != after.get("marks"):
        yield Difference("marks", name, name)
