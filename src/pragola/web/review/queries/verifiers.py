"""The verifiers of a government."""

from pragola.web.regions.models import Appointment, Region, Role
from pragola.web.regions.standing import Post, Standing


def verifiers_of(region: Region) -> tuple[Standing, ...]:
    """Everybody who verifies there, with all their posts; two queries."""
    held = Appointment.objects.filter(ended_at=None).select_related("unit", "person")
    people = held.filter(role=Role.VERIFIER, region=region).values("person")
    posts: dict[int, list[Post]] = {}
    persons = {}
    for each in held.filter(person__in=people).order_by("person", "id"):
        persons[each.person_id] = each.person
        posts.setdefault(each.person_id, []).append(
            Post(
                role=Role(each.role),
                region=each.region_id,
                unit=each.unit_id,
                path=each.unit.path if each.unit else "",
            )
        )
    return tuple(Standing(persons[pk], tuple(each)) for pk, each in posts.items())
