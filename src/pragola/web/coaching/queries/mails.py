"""Mails about agreements: before their day, and once they are overdue."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from pragola.web.coaching.models import Agreement
from pragola.web.coaching.queries.followup import (
    AgreementLine,
    Standing,
    agreement_lines,
    agreements_in_force,
)
from pragola.web.innovations.queries.mails import Mail
from pragola.web.regions.models import Appointment, Person, Role
from pragola.web.shared.language import spoken
from pragola.wording.dates import show_date

DAYS_BEFORE = (1, 3, 7)
"""So many days before its day an agreement is told of again."""
STILL_TOLD = timedelta(days=14)
"""So long after its day it is still told that it is overdue, once."""


def agreements_due(address: str, now: datetime) -> Iterator[Mail]:
    """A mail to each person about each day that is near or over; four queries.

    What is done already is told to nobody, nor what nobody of the unit can change now.
    """
    near = (now - STILL_TOLD).date(), (now + timedelta(days=DAYS_BEFORE[-1])).date()
    rows = list(agreements_in_force(Agreement.objects.filter(due_on__range=near)))
    roles = {row.pk: (row.unit_id or row.assessment.region_id, row.role) for row in rows}
    people = _people({place for place, _ in roles.values()})
    grouped: dict[tuple[Person, str], list[int]] = defaultdict(list)
    lines = {line.id: line for line in agreement_lines(rows, now=now, language=spoken())}
    for line in lines.values():
        step = _step(line, now)
        for person in people.get(roles[line.id], ()) if step else ():
            grouped[person, f"agreements:{line.due_on.isoformat()}:{step}"].append(line.id)
    for (person, about), ids in grouped.items():
        with override(person.language):
            yield _mail(person, about, [lines[each] for each in ids], address)


def _step(line: AgreementLine, now: datetime) -> str:
    """Which of the occasions it is; empty where nothing is told now."""
    if line.standing is Standing.DONE or line.locked:
        return ""
    if line.standing is Standing.OVERDUE:
        return "overdue"
    left = (line.due_on - now.date()).days
    return next((str(days) for days in DAYS_BEFORE if left <= days), "")


def _people(places: set[int | str]) -> Mapping[tuple[int | str, str], list[Person]]:
    """Who acts, by unit and role, and the coordinators by government; one query."""
    found: dict[tuple[int | str, str], list[Person]] = defaultdict(list)
    units = [each for each in places if isinstance(each, int)]
    regions = [each for each in places if isinstance(each, str)]
    posts = Appointment.objects.filter(
        Q(unit__in=units, role__in=(Role.OPERATOR, Role.HEAD, Role.COACH))
        | Q(region__in=regions, role=Role.COORDINATOR),
        ended_at=None,
        person__is_active=True,
    )
    for post in posts.select_related("person").order_by("id"):
        if place := post.unit_id or post.region_id:
            found[place, post.role].append(post.person)
    return found


def _mail(person: Person, about: str, lines: list[AgreementLine], address: str) -> Mail:
    day = show_date(lines[0].due_on, spoken())
    overdue = lines[0].standing is Standing.OVERDUE
    told = {"day": day, "number": len(lines), "name": person.name}
    subject = _("Kesepakatan sampai %(day)s: %(number)s belum selesai") % told
    if overdue:
        subject = _("Terlambat: %(number)s kesepakatan dari %(day)s") % told
    said = _("Yang disepakati dengan Anda, sampai %(day)s:") % told
    end = _("Begitu klaimnya berubah, kesepakatan itu selesai sendiri.")
    listed = "\n".join(_listed(line, address) for line in lines)
    greeting = _("Yth. %(name)s,") % told
    text = "\n\n".join([greeting, said, listed, end])
    return Mail(person=person, region=lines[0].region, about=about, subject=subject, text=text)


def _listed(line: AgreementLine, address: str) -> str:
    page = reverse("agreements", args=[line.region])
    if line.entry:
        page = f"{reverse('claims', args=[line.entry])}#{line.indicator}"
    about = f" ({line.title})" if line.title else ""
    return f"- {line.text}{about}\n  {address}{page}"
