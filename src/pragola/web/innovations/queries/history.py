"""Everything that happened to an entry, in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from zoneinfo import ZoneInfo

from django.core.paginator import Page, Paginator
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pragola.rulebooks import load_edition
from pragola.scoring.edition import Edition
from pragola.web.innovations.claim_values import in_words
from pragola.web.innovations.models import Entry, EntryState, Judged, Move
from pragola.web.innovations.official_values import official_words
from pragola.web.innovations.profile_values import as_words
from pragola.web.regions.models import Role
from pragola.web.shared.audit import Jsonable, changes_of
from pragola.web.shared.models import Change
from pragola.web.shared.times import day_and_clock
from pragola.wording import Language

_A_PAGE = 50
_MOST_WORDS, _ENDS = 2000, 10
_DEEDS: Mapping[str, str | Promise] = {
    "innovation_begun": _("Inovasi dimulai"),
    "entry_carried_over": _("Dibawa dari tahun sebelumnya"),
    "field_saved": _("Isian disimpan"),
    "claim_saved": _("Klaim disimpan"),
    "evidence_used": _("Bukti dipasang"),
    "evidence_inspected_again": _("Pemeriksaan bukti diminta lagi"),
    "evidence_taken_off": _("Bukti dilepas"),
    "arrival_begun": _("Pengiriman berkas dimulai"),
    "arrival_given_up": _("Pengiriman berkas dihentikan"),
    "arrival_refused": _("Berkas ditolak"),
    "mark_saved": _("Tanda waktu disimpan"),
    "mark_judged": _("Tanda waktu diperiksa"),
    "scene_saved": _("Papan cerita disimpan"),
    "paper_drafted": _("Surat dirancang"),
    "paper_moved": _("Surat berjalan"),
    "question_asked": _("Pertanyaan diajukan"),
    "question_answered": _("Pertanyaan dijawab"),
    "claim_judged": _("Klaim diputus"),
    "claim_read_again": _("Klaim dibaca ulang verifikator lain"),
    "verdict_objected": _("Keberatan diajukan"),
    "verdict_opened": _("Putusan terbuka lagi"),
    "verdict_withdrawn": _("Putusan dibatalkan"),
    "official_recorded": _("Hasil resmi dicatat"),
    "moved": _("Langkah"),
    "innovation_handed_over": _("Inovasi dipindahkan ke unit lain"),
    "entry_withheld": _("Tidak dilaporkan tahun ini"),
    "entry_reported": _("Dilaporkan lagi"),
}

_VERDICTS: Mapping[str, str | Promise] = {
    "confirmed": _("dibenarkan verifikator"),
    "rejected": _("ditolak verifikator"),
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
    """A page of events, and the parts and people by which they can be chosen."""

    events: tuple[Event, ...]
    page: "Page[Change]"
    parts: tuple[tuple[str, str], ...]
    people: tuple[tuple[str, str], ...]


def history_of(entry: Entry, language: Language, *, part: str, person: str, number: str) -> History:
    """The history of an entry, the latest first, of one part or person or all; four queries."""
    edition = load_edition(entry.assessment.edition)
    names = _names(edition)
    all_changes = changes_of(entry)
    used = all_changes.exclude(deed="moved").exclude(part="").order_by("part")
    parts = list(used.values_list("part", flat=True).distinct())
    known = all_changes.exclude(actor=None).order_by("actor__name", "actor_id")
    people = tuple(
        (str(pk), name) for pk, name in known.values_list("actor_id", "actor__name").distinct()
    )
    chosen = all_changes.filter(part=part) if part else all_changes
    if person in dict(people):
        chosen = chosen.filter(actor=int(person))
    page = Paginator(chosen, _A_PAGE).get_page(number)
    zone = ZoneInfo(entry.assessment.region.time_zone)
    events = tuple(_event(change, edition, names, zone, language) for change in page)
    named = tuple((each, names.get(each, each)) for each in parts)
    return History(events, page, named, people)


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
    whole = change.new if moved and isinstance(change.new, Mapping) else {}
    reasons = whole.get("reasons") or {}
    old, new = (_words(change, told, edition, language) for told in (change.old, change.new))
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


def _words(change: Change, told: Jsonable, edition: Edition, language: Language) -> str:
    if change.deed == "claim_saved":
        known = {each.code: each for each in edition.sid_indicators}
        return in_words(told, known.get(change.part))
    if change.deed == "official_recorded":
        return official_words(told, language)
    if isinstance(told, Mapping) and change.deed == "verdict_objected":
        return " · ".join(str(told[key]) for key in ("reason", "evidence") if told.get(key))
    if isinstance(told, Mapping) and "judged" in told:
        level = _("level %(level)s") % {"level": told["level"]} if told.get("level") else ""
        stands = Judged(str(told["judged"])).label if told["judged"] else ""
        return " · ".join(str(each) for each in (stands, level, told.get("reason")) if each)
    if isinstance(told, Mapping) and "evidence" in told:
        pages = f" ({told['pages']})" if told.get("pages") else ""
        return f"{told['evidence']}{pages}"
    if isinstance(told, Mapping) and "mark" in told:
        verdict = _VERDICTS.get(str(told.get("verdict")), "")
        return " · ".join(str(each) for each in (told["mark"], told.get("at"), verdict) if each)
    if isinstance(told, Mapping) and "scene" in told:
        names = ("scene", "seconds", "said", "shown")
        return " · ".join(str(told[name]) for name in names if told.get(name))
    if isinstance(told, Mapping) and "file_name" in told:
        return str(told["file_name"])
    return as_words(told)


def differences(old: str, new: str) -> tuple[Piece, ...]:
    """What stayed, went and came between two texts, word by word.

    Between what both begin and end with, very long stretches are told as gone and come.
    """
    before, after = old.split(), new.split()
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    first, second = before[start : len(before) - end], after[start : len(after) - end]
    pieces = [
        Piece("same", _shortened(before[:start])),
        *_between(first, second),
        Piece("same", _shortened(before[len(before) - end :])),
    ]
    return tuple(piece for piece in pieces if piece.text)


def _alike(first: Sequence[str], second: Sequence[str]) -> int:
    """With how many same words both begin."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(first), len(second)))


def _between(before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    if len(before) + len(after) > _MOST_WORDS:
        yield from (Piece("old", " ".join(before)), Piece("new", " ".join(after)))
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            yield Piece("same", _shortened(before[first:last]))
            continue
        yield Piece("old", " ".join(before[first:last]))
        yield Piece("new", " ".join(after[start:end]))


def _shortened(words: Sequence[str]) -> str:
    """A long stretch that stayed is told by its ends."""
    if len(words) <= 2 * _ENDS + 4:
        return " ".join(words)
    return f"{' '.join(words[:_ENDS])} … {' '.join(words[-_ENDS:])}"
