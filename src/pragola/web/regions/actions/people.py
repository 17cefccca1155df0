"""Every change of people and their posts, by name."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from pragola.scoring.faults import Fault, PragolaError
from pragola.web.regions.actions.signing_in import Origin, SignInDeed, note_sign_in
from pragola.web.regions.models import Appointment, Invitation, Person, Region, Role, Unit
from pragola.web.regions.queries.people import about_invitation
from pragola.web.regions.queries.sessions import device_of
from pragola.web.shared.audit import Author, Jsonable, record
from pragola.web.shared.mails import Letter, call_back, queue_mail

VALID_FOR = timedelta(days=14)
_BYTES = 24


class InvitationError(PragolaError):
    """An invitation that cannot be taken up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Whom to invite, and as what."""

    email: str
    name: str
    role: Role
    region: Region | None
    unit: Unit | None


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation with its link, and the text that brings it; both are seen once."""

    invitation: Invitation
    link: str
    text: str


@transaction.atomic
def invite(wanted: Wanted, *, by: Author, at: datetime) -> tuple[Invitation, str]:
    """An invitation and the token of its link, of which the digest is kept. An older one ends."""
    place = Q(role=wanted.role, region=wanted.region, unit=wanted.unit)
    pending = Invitation.objects.filter(place, email=wanted.email.lower(), accepted_at=None)
    for older in pending.filter(revoked_at=None):
        revoke_invitation(older, by=by, at=at)
    token = secrets.token_urlsafe(_BYTES)
    invitation = Invitation.objects.create(
        digest=digest_of(token),
        email=wanted.email.lower(),
        name=wanted.name,
        role=wanted.role,
        region=wanted.region,
        unit=wanted.unit,
        invited_by_id=by.person.pk if by.person else None,
        invited_at=at,
        expires_at=at + VALID_FOR,
    )
    record("invited", invitation, by=by, at=at, new=_place(wanted.role, invitation))
    return invitation, token


@transaction.atomic
def invite_all(
    wanted: Iterable[Wanted], *, address: str, by: Author, at: datetime
) -> list[Invited]:
    """Several invitations with their mails, all or none; `address` is the site's."""
    invited = [_invited(*invite(each, by=by, at=at), address) for each in wanted]
    for each in invited:
        queue_mail(_letter(each), at=at)
    return invited


def invite_again(invitation: Invitation, *, address: str, by: Author, at: datetime) -> Invited:
    """The same invitation with a new link and a new mail; the older link ends.

    Raises InvitationError where it was taken up or revoked meanwhile.
    """
    if invitation.accepted_at:
        raise InvitationError(Fault(code="invitation_used"))
    if invitation.revoked_at:
        raise InvitationError(Fault(code="invitation_revoked"))
    wanted = Wanted(
        email=invitation.email,
        name=invitation.name,
        role=Role(invitation.role),
        region=invitation.region,
        unit=invitation.unit,
    )
    return invite_all([wanted], address=address, by=by, at=at)[0]


def _letter(invited: Invited) -> Letter:
    return Letter(
        about=about_invitation(invited.invitation),
        region=invited.invitation.region_id or "",
        address=invited.invitation.email,
        subject=_("Undangan ke Pragola"),
        text=invited.text,
        secret=True,
    )


def _invited(invitation: Invitation, token: str, address: str) -> Invited:
    link = f"{address}{reverse('invitation', args=[token])}"
    told = {"name": invitation.name, "role": invitation.get_role_display(), "link": link}
    text = _(
        "Yth. %(name)s, Anda diundang ke Pragola sebagai %(role)s. Buka tautan ini dalam "
        "14 hari untuk membuat kata sandi: %(link)s"
    )
    return Invited(invitation, link, text % told)


@transaction.atomic
def revoke_invitation(invitation: Invitation, *, by: Author, at: datetime) -> None:
    """Let the link lead nowhere; a mail that would bring it stays here."""
    open_ones = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, revoked_at=None)
    if open_ones.update(revoked_at=at):
        call_back(about_invitation(invitation))
        record("invitation_revoked", invitation, by=by, at=at)


@transaction.atomic
def accept_as_new(
    invitation: Invitation, *, name: str, phone: str, password: str, at: datetime
) -> Person:
    """A new account with the post that the invitation names.

    Raises InvitationError where it is over, or the address has an account already.
    """
    invitation = _open_invitation(invitation, at=at)
    if Person.objects.filter(email=invitation.email).exists():
        raise InvitationError(Fault(code="invitation_known_address", found=invitation.email))
    person = Person(email=invitation.email, name=name, phone=phone)
    person.set_password(password)
    person.save()
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    record("person_joined", person, by=Author(person), at=at, new=person.name)
    _take_up(invitation, person, at=at)
    return person


@transaction.atomic
def accept_as_known(invitation: Invitation, person: Person, *, at: datetime) -> None:
    """The post for somebody who has signed in with the very address that was invited.

    Raises InvitationError where it is over or meant for another address.
    """
    invitation = _open_invitation(invitation, at=at)
    if person.email != invitation.email:
        raise InvitationError(Fault(code="invitation_for_another", found=invitation.email))
    _take_up(invitation, person, at=at)


@transaction.atomic
def appoint(
    person: Person,
    *,
    role: Role,
    region: Region | None,
    unit: Unit | None,
    by: Author,
    at: datetime,
) -> Appointment:
    """The person in that post; the same one where they hold it already."""
    held = Appointment.objects.filter(
        person=person, role=role, region=region, unit=unit, ended_at=None
    ).first()
    if held:
        return held
    post = Appointment.objects.create(person=person, role=role, region=region, unit=unit, since=at)
    record("appointed", person, by=by, at=at, new=_place(role, post))
    return post


@transaction.atomic
def end_appointment(post: Appointment, *, by: Author, at: datetime) -> None:
    """The post is over from this moment."""
    if Appointment.objects.filter(pk=post.pk, ended_at=None).update(ended_at=at):
        record("appointment_ended", post.person, by=by, at=at, old=_place(post.role, post))


@transaction.atomic
def deactivate(person: Person, *, by: Author, at: datetime) -> None:
    """The person can sign in no more, and is signed out everywhere; what they did remains."""
    if Person.objects.filter(pk=person.pk, is_active=True).update(is_active=False):
        for session in UserSession.objects.filter(user=person):
            session.end()
        record("person_deactivated", person, by=by, at=at)


@transaction.atomic
def activate(person: Person, *, by: Author, at: datetime) -> None:
    """The person can sign in again."""
    if Person.objects.filter(pk=person.pk, is_active=False).update(is_active=True):
        record("person_activated", person, by=by, at=at)


@transaction.atomic
def describe_person(
    person: Person, *, name: str, phone: str, language: str, by: Author, at: datetime
) -> None:
    """Another name, telephone or language."""
    old: Jsonable = {"name": person.name, "phone": person.phone, "language": person.language}
    new: Jsonable = {"name": name, "phone": phone, "language": language}
    if old != new:
        person.name, person.phone, person.language = name, phone, language
        person.save(update_fields=["name", "phone", "language"])
        record("person_described", person, by=by, at=at, old=old, new=new)


@transaction.atomic
def end_session(session: UserSession, *, by: Author, at: datetime) -> None:
    """Sign the person out from that session."""
    ended = Origin(device_of(session.user_agent), session.ip)
    session.end()
    note_sign_in(session.user, SignInDeed.SESSION_ENDED, origin=ended, by=by, at=at)


def digest_of(token: str) -> str:
    """What is kept of a token: nobody finds the token by it."""
    return sha256(token.encode()).hexdigest()


def _open_invitation(invitation: Invitation, *, at: datetime) -> Invitation:
    invitations = Invitation.objects.select_for_update(of=("self",)).select_related("unit")
    found = invitations.get(pk=invitation.pk)
    if found.accepted_at:
        raise InvitationError(Fault(code="invitation_used"))
    if found.revoked_at:
        raise InvitationError(Fault(code="invitation_revoked"))
    if found.expires_at <= at:
        raise InvitationError(Fault(code="invitation_expired"))
    if found.unit and found.unit.closed_on:
        raise InvitationError(Fault(code="invitation_unit_closed", found=found.unit.name))
    return found


def _take_up(invitation: Invitation, person: Person, *, at: datetime) -> None:
    invitation.accepted_by, invitation.accepted_at = person, at
    invitation.save(update_fields=["accepted_by", "accepted_at"])
    appoint(
        person,
        role=Role(invitation.role),
        region=invitation.region,
        unit=invitation.unit,
        by=Author(invitation.invited_by),
        at=at,
    )


def _place(role: str, post: Invitation | Appointment) -> dict[str, str | None]:
    return {
        "role": str(role),
        "region": post.region_id,
        "unit": post.unit.name if post.unit else None,
    }
