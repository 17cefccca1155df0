"""Everything that happened to an entry, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from zoneinfo import ZoneInfo

from django.core.paginator import Page, Paginator
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pragola.rulebooks import load_edition
from pragola.scoring.edition import Edition
from pragola.web.innovations.claim_values import in_words
from pragola.web.innovations.models import Entry, EntryState, Move
from pragola.web.innovations.profile_values import as_words
from pragola.web.regions.models import Role
from pragola.web.shared.audit import Jsonable, changes_of
from pragola.web.shared.models import Change
from pragola.web.shared.times import day_and_clock
from pragola.wording import Language

_A_PAGE = 50
_DEEDS: Mapping[str, str | Promise] = {
    "innovation_begun": _("Inovasi dimulai"),
    "entry_carried_over": _("Dibawa dari tahun sebelumnya"),
    "field_saved": _("Isian disimpan"),
    "claim_saved": _("Klaim disimpan"),
    "evidence_used": _("Bukti dipasang"),
    "evidence_taken_off": _("Bukti dilepas"),
    "moved": _("Langkah"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text that stayed, came or went."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One change: when, by whom in which role, what was done to which part, old and new."""

    at: str
    who: str
    role: str
    deed: str
    part: str
    pieces: tuple[Piece, ...]
    note: str
    reasons: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class History:
    """A page of events, and the parts by which they can be chosen."""

    events: tuple[Event, ...]
    page: "Page[Change]"
    parts: tuple[tuple[str, str], ...]


def history_of(entry: Entry, language: Language, *, part: str, number: str) -> History:
    """The history of an entry, the latest first, of one part or all; four queries."""
    edition = load_edition(entry.assessment.edition)
    names = _names(edition)
    all_changes = changes_of(entry)
    used = all_changes.exclude(deed="moved").exclude(part="").order_by("part")
    parts = list(used.values_list("part", flat=True).distinct())
    chosen = all_changes.filter(part=part) if part else all_changes
    page = Paginator(chosen, _A_PAGE).get_page(number)
    zone = ZoneInfo(entry.assessment.region.time_zone)
    events = tuple(_event(change, edition, names, zone, language) for change in page)
    return History(events, page, tuple((each, names.get(each, each)) for each in parts))


def _names(edition: Edition) -> dict[str, str]:
    indicators = {each.code: f"{each.code} · {each.name}" for each in edition.sid_indicators}
    return indicators | {field.id: field.label for field in edition.profile}


def _event(
    change: Change,
    edition: Edition,
    names: Mapping[str, str],
    zone: ZoneInfo,
    language: Language,
) -> Event:
    moved = change.deed == "moved"
    told = change.new if moved and isinstance(change.new, Mapping) else {}
    reasons = told.get("reasons") or {}
    old, new = _words(change, change.old, edition), _words(change, change.new, edition)
    return Event(
        at=day_and_clock(change.at, zone, language),
        who=str(change.actor or "Pragola"),
        role=str(Role(change.acting_as).label) if change.acting_as else "",
        deed=str(Move(change.part).label if moved else _DEEDS.get(change.deed, change.deed)),
        part="" if moved else names.get(change.part, change.part),
        pieces=() if moved else differences(old, new),
        note=_state_words(change) if moved else "",
        reasons=tuple((names.get(part, part), str(text)) for part, text in reasons.items()),
    )


def _state_words(change: Change) -> str:
    told = change.new if isinstance(change.new, Mapping) else {}
    states = f"{EntryState(str(change.old)).label} → {EntryState(str(told['state'])).label}"
    return f"{states}. {told['note']}" if told.get("note") else states


def _words(change: Change, told: Jsonable, edition: Edition) -> str:
    if change.deed == "claim_saved":
        known = {each.code: each for each in edition.sid_indicators}
        return in_words(told, known.get(change.part))
    if isinstance(told, Mapping) and "evidence" in told:
        pages = f" ({told['pages']})" if told.get("pages") else ""
        return f"{told['evidence']}{pages}"
    return as_words(told)


def differences(old: str, new: str) -> tuple[Piece, ...]:
    """What stayed, went and came between two texts, word by word."""
    before, after = old.split(), new.split()
    pieces: list[Piece] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", _shortened(before[first:last])))
            continue
        if first < last:
            pieces.append(Piece("old", " ".join(before[first:last])))
        if start < end:
            pieces.append(Piece("new", " ".join(after[start:end])))
    return tuple(pieces)


def _shortened(words: Sequence[str]) -> str:
    """A long stretch that stayed is told by its ends."""
    if len(words) <= 24:
        return " ".join(words)
    return f"{' '.join(words[:10])} … {' '.join(words[-10:])}"
