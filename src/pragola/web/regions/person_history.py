"""What happened to a person's account and posts, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pragola.web.regions.actions.signing_in import BY_ANYBODY, SignInDeed
from pragola.web.regions.models import Person, Region, Role
from pragola.web.shared.audit import Jsonable, changes_of
from pragola.web.shared.models import Change
from pragola.web.shared.times import day_and_clock
from pragola.wording import Language

if TYPE_CHECKING:
    from django.core.paginator import Page

_A_PAGE = 30
_POSTS = ("appointed", "appointment_ended")
_DEEDS: Mapping[str, str | Promise] = {
    "person_joined": _("Bergabung lewat undangan"),
    "person_described": _("Nama, telepon, atau bahasa diganti"),
    "appointed": _("Ditunjuk"),
    "appointment_ended": _("Peran diakhiri"),
    "person_deactivated": _("Akun ditutup, semua sesi diakhiri"),
    "person_activated": _("Akun dibuka lagi"),
    SignInDeed.SIGNED_IN: _("Masuk ke akun"),
    SignInDeed.SIGNED_OUT: _("Keluar dari akun"),
    SignInDeed.FAILED: _("Gagal masuk: kata sandi salah"),
    SignInDeed.CLOSED: _("Gagal masuk: akun ditutup"),
    SignInDeed.STEP_FAILED: _("Gagal masuk: kode langkah kedua salah"),
    SignInDeed.PASSWORD_CHANGED: _("Kata sandi diganti, sesi di perangkat lain berakhir"),
    SignInDeed.PASSWORD_SET: _("Kata sandi dibuat"),
    SignInDeed.PASSWORD_RESET: _("Kata sandi baru dibuat lewat “Lupa kata sandi”"),
    SignInDeed.WAY_ADDED: _("Cara masuk ditambah"),
    SignInDeed.WAY_REMOVED: _("Cara masuk dihapus"),
    SignInDeed.WAY_RENAMED: _("Kunci sandi diganti namanya"),
    SignInDeed.CODES_RENEWED: _("Kode cadangan dibuat baru"),
    SignInDeed.INSTITUTION: _("Akun instansi disambungkan"),
    SignInDeed.SESSION_ENDED: _("Sesi diakhiri"),
}
_WAYS: Mapping[str, str | Promise] = {
    "password": _("kata sandi"),
    "password_reset": _("tautan “Lupa kata sandi”"),
    "totp": _("kode aplikasi"),
    "recovery_codes": _("kode cadangan"),
    "webauthn": _("kunci sandi"),
    "socialaccount": _("akun instansi"),
}
_SOMEBODY = _("seseorang yang belum masuk")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonEvent:
    """One change: when, who in which role, what it was and became, in words."""

    at: str
    who: str
    role: str
    deed: str
    failed: bool
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class PersonHistory:
    """A page of it."""

    events: tuple[PersonEvent, ...]
    page: "Page[Change]"


def own_history(person: Person, language: Language, *, number: str) -> PersonHistory:
    """Everything that happened to one's own account; two queries."""
    return _told(changes_of(person), settings.TIME_ZONE, language, number)


def history_in(region: Region, person: Person, language: Language, *, number: str) -> PersonHistory:
    """What a coordinator of that government may know: no posts of other governments, and how
    somebody signs in only while they hold a post there; three queries.
    """
    here = Q(new__region=region.pk) | Q(old__region=region.pk)
    changes = changes_of(person).filter(~Q(deed__in=_POSTS) | here)
    if not person.appointments.filter(region=region, ended_at=None).exists():
        changes = changes.exclude(deed__in=[*SignInDeed])
    return _told(changes, region.time_zone, language, number)


def _told(changes: QuerySet[Change], zone: str, language: Language, number: str) -> PersonHistory:
    page = Paginator(changes, _A_PAGE).get_page(number)
    return PersonHistory(tuple(_event(each, ZoneInfo(zone), language) for each in page), page)


def _event(change: Change, zone: ZoneInfo, language: Language) -> PersonEvent:
    failed = change.deed in BY_ANYBODY
    return PersonEvent(
        at=day_and_clock(change.at, zone, language),
        who=str(_SOMEBODY if failed else change.actor or "Pragola"),
        role=str(Role(change.acting_as).label) if change.acting_as else "",
        deed=str(_DEEDS.get(change.deed, change.deed)),
        failed=failed,
        old=" · ".join(_words(change.old)),
        new=" · ".join(_words(change.new)),
    )


def _words(told: Jsonable) -> Iterator[str]:
    """A place of a post, the way of signing in, or what stood in the account."""
    if isinstance(told, str):
        yield told
    if not isinstance(told, Mapping):
        return
    if "ways" in told:
        yield from (str(_WAYS.get(str(way), way)) for way in _listed(told["ways"]))
        yield from (str(told[name]) for name in ("device", "ip") if told[name])
    elif "role" in told:
        yield str(Role(str(told["role"])).label)
        if told["unit"]:
            yield str(told["unit"])
    else:
        yield from (str(value) for value in told.values() if value)


def _listed(told: Jsonable) -> list[Jsonable]:
    return list(told) if isinstance(told, list) else []
