"""The people of a government, by their posts."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from pragola.web.regions.models import (
    OF_A_REGION,
    OF_A_UNIT,
    Appointment,
    Invitation,
    Person,
    Region,
    Role,
)
from pragola.web.shared.mails import dispatches
from pragola.web.shared.models import Dispatch


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person with the posts they hold here."""

    person: Person
    posts: tuple[Appointment, ...]


INVITED_HERE = (*sorted(OF_A_UNIT), *sorted(OF_A_REGION))
"""Roles to which a coordinator can invite."""


def people_of(region: Region, *, words: str, role: str) -> tuple[PersonLine, ...]:
    """The people who hold posts in a government now; one query."""
    posts = Appointment.objects.filter(region=region, ended_at=None)
    found = posts.select_related("person", "unit").order_by("person__name", "person", "role")
    if role:
        found = found.filter(role=role)
    for word in words.split():
        found = found.filter(
            Q(person__name__icontains=word)
            | Q(person__email__icontains=word)
            | Q(unit__name__icontains=word)
        )
    by_person: dict[int, list[Appointment]] = defaultdict(list)
    for post in found:
        by_person[post.person_id].append(post)
    return tuple(PersonLine(own[0].person, tuple(own)) for own in by_person.values())


@dataclass(frozen=True, slots=True)
class Waiting:
    """An invitation that nobody has taken up: whether it is over, and its mail, if it had one."""

    invitation: Invitation
    over: bool
    mail: Dispatch | None


def open_invitations(region: Region, now: datetime) -> Iterator[Waiting]:
    """Invitations that nobody has taken up; two queries."""
    found = Invitation.objects.filter(region=region, accepted_at=None, revoked_at=None)
    invitations = tuple(found.select_related("unit"))
    mails = dispatches(map(about_invitation, invitations))
    for each in invitations:
        yield Waiting(each, each.expires_at <= now, mails.get(about_invitation(each)))


def about_invitation(invitation: Invitation) -> str:
    """The occasion of the mail with an invitation."""
    return f"invitation:{invitation.pk}"


def works_elsewhere(person: Person, region: Region) -> bool:
    """Whether somebody also holds a post outside this government, which it cannot take away."""
    return person.appointments.filter(ended_at=None).exclude(region=region).exists()


def role_names() -> dict[str, Role]:
    """The roles of a government by how people write them, in lower case."""
    return {str(Role(role).label).lower(): Role(role) for role in INVITED_HERE} | {
        role: Role(role) for role in INVITED_HERE
    }
