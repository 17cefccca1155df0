"""Whom a clinic invites, and in which words."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from urllib.parse import quote
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from pragola.web.coaching.models import Clinic, ClinicState, Guest
from pragola.web.regions.models import Appointment, Person, Role
from pragola.web.shared.language import spoken
from pragola.web.shared.times import clock, day_and_clock

INVITED_ROLES = (Role.OPERATOR, Role.HEAD)


def people_of_units(units: Iterable[int]) -> Iterator[tuple[Person, int]]:
    """Operators and heads of these units, each with the unit; one query."""
    posts = Appointment.objects.filter(
        unit__in=list(units), role__in=INVITED_ROLES, ended_at=None, person__is_active=True
    )
    for post in posts.select_related("person").order_by("id"):
        if post.unit_id:
            yield post.person, post.unit_id


def newcomers_of(
    people: Iterable[tuple[Person, int]], known: Iterable[int]
) -> Iterator[tuple[Person, int]]:
    """Of these people those who are not known yet, each once."""
    seen = set(known)
    for person, unit in people:
        if person.pk not in seen:
            seen.add(person.pk)
            yield person, unit


def invitation_of(clinic: Clinic, person: Person) -> Guest | None:
    """Somebody's invitation; one that is not kept yet, where they came into an invited unit since
    the invitations went out. Two queries.
    """
    kept = clinic.guests.filter(person=person).select_related("clinic").first()
    if kept or clinic.state != ClinicState.INVITED:
        return kept
    units = clinic.invited_units.values_list("unit", flat=True)
    own = (unit for each, unit in people_of_units(units) if each == person)
    unit = next(own, None)
    return Guest(clinic=clinic, person=person, unit_id=unit) if unit else None


def page_of(clinic: Clinic) -> str:
    """The address of its page, in full."""
    return f"{settings.ADDRESS}{reverse('clinic', args=[clinic.pk])}"


class News(StrEnum):
    """What the invited are told of."""

    INVITED = "invited"
    CHANGED = "changed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    RESTORED = "restored"


def mail_about(clinic: Clinic, person: Person, news: News, reason: str) -> tuple[str, str]:
    """Subject and text for one invited person, in their language."""
    with override(person.language):
        subject = _subject(news) % {"title": clinic.title}
        greeting = _("Yth. %(name)s,") % {"name": person.name}
        return subject, "\n\n".join([greeting, *_body(clinic, news, reason)])


def whatsapp_text(clinic: Clinic) -> str:
    """The invitation, or that the clinic is cancelled, as a message that is sent by hand."""
    news = News.CANCELLED if clinic.state == ClinicState.CANCELLED else News.INVITED
    return "\n\n".join([f"*{clinic.title}*", *_body(clinic, news, clinic.cancel_reason)])


def whatsapp_link(text: str) -> str:
    """An address that opens WhatsApp with the text; the reader chooses the recipient."""
    return f"https://wa.me/?text={quote(text)}"


def when_of(clinic: Clinic) -> str:
    """`14 Desember 2022, 09.00 WIB sampai 12.00 WIB`."""
    zone = ZoneInfo(clinic.region.time_zone)
    told = {
        "starts": day_and_clock(clinic.starts_at, zone, spoken()),
        "ends": clock(clinic.ends_at, zone),
    }
    same_day = clinic.starts_at.astimezone(zone).date() == clinic.ends_at.astimezone(zone).date()
    if not same_day:
        told["ends"] = day_and_clock(clinic.ends_at, zone, spoken())
    return _("%(starts)s sampai %(ends)s") % told


def where_of(clinic: Clinic) -> str:
    """The hall, the link, or both."""
    return " · ".join(each for each in (clinic.place, clinic.link) if each)


def _subject(news: News) -> str:
    return {
        News.INVITED: _("Undangan: %(title)s"),
        News.CHANGED: _("Jadwal berubah: %(title)s"),
        News.POSTPONED: _("Waktu dipindahkan: %(title)s"),
        News.CANCELLED: _("Dibatalkan: %(title)s"),
        News.RESTORED: _("Jadi diadakan: %(title)s"),
    }[news]


def _body(clinic: Clinic, news: News, reason: str) -> Iterator[str]:
    told = {"title": clinic.title, "when": when_of(clinic), "where": where_of(clinic)}
    if news is News.CANCELLED:
        yield _("Klinik pendampingan “%(title)s” dibatalkan.\n%(when)s\n%(where)s") % told
        yield _("Alasan: %(reason)s") % {"reason": reason}
        yield _("Kesepakatan yang sudah dibuat tetap berlaku: %(link)s") % {"link": page_of(clinic)}
        return
    if news is News.POSTPONED:
        yield _("Klinik pendampingan “%(title)s” pindah ke waktu lain:\n%(when)s\n%(where)s") % told
        yield _("Alasan: %(reason)s") % {"reason": reason}
    elif news is News.RESTORED:
        yield _("Klinik pendampingan “%(title)s” jadi diadakan:\n%(when)s\n%(where)s") % told
    else:
        yield _("Anda diundang ke klinik pendampingan “%(title)s”.\n%(when)s\n%(where)s") % told
    if clinic.purpose:
        yield clinic.purpose
    if clinic.agenda:
        yield _("Acara:\n%(agenda)s") % {"agenda": clinic.agenda}
    yield _("Jawab hadir atau tidak, dan lihat bahannya: %(link)s") % {"link": page_of(clinic)}
