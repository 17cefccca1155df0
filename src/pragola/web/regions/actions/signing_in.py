"""What happens around signing in, as lines of the audit log: never a password, a code or a key.

What allauth does itself is told by its signals, which come right after the change and not in its
transaction: the site checks passwords outside of one, because that takes long.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum

from pragola.web.regions.models import Person
from pragola.web.shared.audit import SYSTEM, Author, Jsonable, record


class SignInDeed(StrEnum):
    """What the log calls what happened around signing in."""

    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    FAILED = "sign_in_failed"
    CLOSED = "sign_in_closed"
    STEP_FAILED = "second_step_failed"
    PASSWORD_CHANGED = "password_changed"
    PASSWORD_SET = "password_set"
    PASSWORD_RESET = "password_reset"
    WAY_ADDED = "sign_in_way_added"
    WAY_REMOVED = "sign_in_way_removed"
    WAY_RENAMED = "sign_in_way_renamed"
    CODES_RENEWED = "spare_codes_renewed"
    INSTITUTION = "institution_joined"
    SESSION_ENDED = "session_ended"


BY_ANYBODY = frozenset({SignInDeed.FAILED, SignInDeed.CLOSED, SignInDeed.STEP_FAILED})
"""Whoever did these is not known to be the person."""


@dataclass(frozen=True, slots=True)
class Origin:
    """From where something was done: a device in words, and its address in the network."""

    device: str
    ip: str


def note_sign_in(
    person: Person,
    deed: SignInDeed,
    *,
    origin: Origin,
    at: datetime,
    ways: Sequence[str] = (),
    old: str | None = None,
    by: Author | None = None,
) -> None:
    """Write a line about how somebody signs in; `ways` are the kinds of steps, or names of keys."""
    author = by or (SYSTEM if deed in BY_ANYBODY else Author(person))
    told: Mapping[str, Jsonable] = {**asdict(origin), "ways": list(ways)}
    record(deed, person, by=author, at=at, old=old, new=told)
