"""What somebody may do: the posts they hold now, and questions about them."""

from dataclasses import dataclass

from pragola.web.regions.models import Appointment, Person, Role, Unit
from pragola.web.shared.audit import Author


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A role in force. `region` is a code; `path` the unit's place in the tree, else empty."""

    role: Role
    region: str | None
    unit: int | None
    path: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A person with the posts they hold now; without posts they may do nothing."""

    person: Person
    posts: tuple[Post, ...]

    def regions(self, *roles: Role) -> frozenset[str]:
        """Codes of the governments where they hold one of these roles, in whatever unit."""
        return frozenset(p.region for p in self.posts if p.role in roles and p.region)

    def units(self, *roles: Role) -> frozenset[int]:
        """Ids of the units in which they hold one of these roles themselves."""
        return frozenset(p.unit for p in self.posts if p.role in roles and p.unit)

    def paths(self, *roles: Role) -> tuple[str, ...]:
        """Paths of the units in which they hold one of these roles."""
        return tuple(p.path for p in self.posts if p.role in roles and p.path)

    def role_at(self, unit: Unit, *roles: Role) -> Role | None:
        """The first of these roles that they hold at the unit or for its government."""
        held = {
            post.role
            for post in self.posts
            if post.region == unit.region_id and post.unit in (unit.pk, None)
        }
        return next((role for role in roles if role in held), None)

    def holds(self, *roles: Role) -> bool:
        """Whether they hold one of these roles anywhere."""
        return any(post.role in roles for post in self.posts)

    def serves(self, unit: Unit) -> bool:
        """Whether they hold a post in the unit or in one above it, so that it is their own."""
        return any(post.path and unit.path.startswith(post.path) for post in self.posts)

    def author(self, role: Role | None = None) -> Author:
        """Them as the author of a change made in this role."""
        return Author(self.person, role or "")


def standing_of_person(person: Person) -> Standing:
    """The person's standing now; one query."""
    held = Appointment.objects.filter(person=person, ended_at=None).select_related("unit")
    posts = (
        Post(
            role=Role(each.role),
            region=each.region_id,
            unit=each.unit_id,
            path=each.unit.path if each.unit else "",
        )
        for each in held
    )
    return Standing(person, tuple(posts))
