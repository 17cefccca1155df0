"""Whom a clinic invites, and in which words."""

from collections.abc import Iterable, Iterator
from urllib.parse import quote
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from pragola.web.coaching.models import Clinic
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


def page_of(clinic: Clinic) -> str:
    """The address of its page, in full."""
    return f"{settings.ADDRESS}{reverse('clinic', args=[clinic.pk])}"


def invitation_mail(clinic: Clinic, person: Person) -> tuple[str, str]:
    """Subject and text for one invited person, in their language."""
    with override(person.language):
        told = {"title": clinic.title, "name": person.name, "when": when_of(clinic)}
        changed = _("Jadwal berubah: %(title)s") % told
        subject = changed if clinic.sequence else _("Undangan: %(title)s") % told
        greeting = _("Yth. %(name)s,") % told
        return subject, "\n\n".join([greeting, *_body(clinic), _asked(clinic)])


def whatsapp_text(clinic: Clinic) -> str:
    """The invitation as a message that is sent by hand."""
    return "\n\n".join([f"*{clinic.title}*", *_body(clinic), _asked(clinic)])


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


def _body(clinic: Clinic) -> Iterator[str]:
    told = {"title": clinic.title, "when": when_of(clinic), "where": where_of(clinic)}
    yield _("Anda diundang ke klinik pendampingan “%(title)s”.\n%(when)s\n%(where)s") % told
    if clinic.purpose:
        yield clinic.purpose
    if clinic.agenda:
        yield _("Acara:\n%(agenda)s") % {"agenda": clinic.agenda}


def _asked(clinic: Clinic) -> str:
    link = {"link": page_of(clinic)}
    return _("Jawab hadir atau tidak, dan lihat bahannya: %(link)s") % link
