"""Mails about objections: to who may answer, to coordinators, and the answer to the unit."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from pragola.web.innovations.queries.mails import LATE, Mail
from pragola.web.regions.models import Appointment, Person, Role
from pragola.web.review.models import Objection, Reading, Verdict
from pragola.web.review.queries.objections import ObjectionLine, objection_lines
from pragola.web.review.queries.verifiers import verifiers_of
from pragola.web.shared.language import spoken


def mails_of_objections(address: str, now: datetime) -> Iterator[Mail]:
    """Mails about objections of the last days that wait, and about their answers."""
    since = now - LATE
    made = Objection.objects.filter(made_at__gt=since, verdict__claim__objected=True)
    for row in made.select_related("verdict__claim__entry__innovation__unit__region"):
        for person in _answering(row):
            with override(person.language):
                yield _asking(row, person, address)
    answers = Verdict.objects.filter(reading=Reading.ANSWER, judged_at__gt=since)
    for answer in answers.select_related("about__objection", "claim__entry__innovation__unit"):
        for person in _of_unit(answer):
            with override(person.language):
                yield _answered(answer, person, address)


def _answering(row: Objection) -> Iterable[Person]:
    """Verifiers who may answer, and the coordinators."""
    claim = row.verdict.claim
    unit = claim.entry.innovation.unit
    readers = set(claim.verdicts.values_list("judged_by", flat=True))
    able = [
        each.person
        for each in verifiers_of(unit.region)
        if each.person.is_active and each.person.pk not in readers and not each.serves(unit)
    ]
    posts = Appointment.objects.filter(
        region=unit.region, role=Role.COORDINATOR, ended_at=None, person__is_active=True
    )
    coordinators = [post.person for post in posts.select_related("person").order_by("id")]
    return {person.pk: person for person in (*able, *coordinators)}.values()


def _of_unit(answer: Verdict) -> Iterable[Person]:
    posts = Appointment.objects.filter(
        unit=answer.claim.entry.innovation.unit_id,
        role__in=(Role.OPERATOR, Role.HEAD),
        ended_at=None,
        person__is_active=True,
    )
    found = [post.person for post in posts.select_related("person").order_by("id")]
    return {person.pk: person for person in found}.values()


def _line(objection: Objection) -> ObjectionLine:
    (line,) = objection_lines(Objection.objects.filter(pk=objection.pk), spoken())
    return line


def _asking(row: Objection, person: Person, address: str) -> Mail:
    line = _line(row)
    told = {"title": line.title, "unit": line.unit, "part": f"{line.code} · {line.name}"}
    link = address + reverse("objections", args=[row.verdict.claim.entry.assessment_id])
    return _mail(
        person,
        row.verdict,
        about=f"objection:{row.pk}",
        subject=_("Keberatan menunggu jawaban: %(title)s") % told,
        said=_("%(unit)s berkeberatan atas putusan “%(title)s”, %(part)s:") % told,
        reason=line.reason,
        asked=_("Jawaban diberikan oleh verifikator yang belum pernah memutus klaim itu:"),
        link=link,
    )


def _answered(answer: Verdict, person: Person, address: str) -> Mail:
    assert answer.about, "an answer is about a verdict"
    line = _line(answer.about.objection)
    told = {
        "title": line.title,
        "part": f"{line.code} · {line.name}",
        "answer": line.state_name,
    }
    link = address + reverse("entry_review", args=[answer.claim.entry_id])
    return _mail(
        person,
        answer,
        about=f"objection-answered:{answer.pk}",
        subject=_("Keberatan dijawab: %(title)s") % told,
        said=_("Keberatan atas putusan “%(title)s”, %(part)s: %(answer)s.") % told,
        reason=answer.reason,
        asked=_("Jawaban ini final. Selengkapnya:"),
        link=link,
    )


def _mail(
    person: Person,
    verdict: Verdict,
    *,
    about: str,
    subject: str,
    said: str,
    reason: str,
    asked: str,
    link: str,
) -> Mail:
    greeting = _("Yth. %(name)s,") % {"name": person.name}
    return Mail(
        person=person,
        region=verdict.claim.entry.innovation.region_id,
        about=about,
        subject=subject,
        text="\n\n".join([greeting, said, reason, f"{asked}\n{link}"]),
    )
