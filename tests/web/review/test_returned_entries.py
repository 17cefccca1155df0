"""An entry that came back: what was returned, and what was accepted lower than it claims."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import now

from pragola.scoring.answers import Claim as Claimed
from pragola.web.innovations.actions.claims import save_claim
from pragola.web.innovations.models import Claim, Entry, EntryState
from pragola.web.innovations.queries.granted import GrantedLess, granted_less
from pragola.web.innovations.queries.mails import mails_of_moves
from pragola.web.regions.models import Person, Role
from pragola.web.review.actions.concluding import return_entry
from pragola.web.review.actions.judging import Ruling
from pragola.web.shared.audit import SYSTEM
from tests.web.review.reviewing import RETURNING, a_claim, a_verifier, judged
from tests.web.workplace import MOMENT, a_region, appointed, signed_in

pytestmark = pytest.mark.django_db

LESS = "Hanya sampai provinsi."


def an_entry_that_came_back() -> tuple[Entry, Person]:
    """One claim returned, one accepted lower, one as claimed; and the unit's operator."""
    returned, verifier = a_claim(indicator="SID-05"), a_verifier()
    entry = returned.entry
    less, same = (a_claim(entry, code, level=3) for code in ("SID-03", "SID-08"))
    judged(returned, verifier, RETURNING)
    judged(less, verifier, Ruling(level=1, words=LESS))
    judged(same, verifier)
    return_entry(entry.pk, by=verifier, note="", field_reasons={}, at=now())
    entry.refresh_from_db()
    assert entry.state == EntryState.RETURNED
    return entry, appointed(Role.OPERATOR, entry.innovation.unit)


def plain(page: str) -> str:
    """The words of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def name_of(entry: Entry, code: str) -> str:
    """The name of an indicator, as the list of claims granted less has it."""
    found = {each.code: each.name for each in granted_less(entry, entry.claims.all())}
    return found[code]


def test_what_is_granted_less_is_known_until_the_claim_changes() -> None:
    """Both levels, in the edition's order; what was accepted as claimed is none of it."""
    entry, _operator = an_entry_that_came_back()
    found = granted_less(entry, entry.claims.all())
    again = Claim.objects.get(entry=entry, indicator="SID-03")
    save_claim(
        entry.pk,
        "SID-03",
        claim=Claimed(level=2),
        note="",
        revision=again.revision,
        by=SYSTEM,
        at=MOMENT,
    )
    later = granted_less(entry, Claim.objects.filter(entry=entry))
    assert [(each.code, each.level, each.accepted) for each in found] == [
        ("SID-03", 3, 1),
        ("SID-05", 3, 0),
    ]
    assert later == (GrantedLess(code="SID-05", name=found[1].name, level=3, accepted=0),)


def test_pages_and_mail_name_what_was_returned_and_what_was_accepted_lower() -> None:
    """The workspace, the entry, the page before submitting, and the mail."""
    entry, operator = an_entry_that_came_back()
    browser = signed_in(operator)
    paths = [
        "/kerja/",
        reverse("entry", args=[entry.pk]),
        reverse("move", args=[entry.pk, "submit"]),
    ]
    pages = [plain(browser.get(path).content.decode()) for path in paths]
    (mail,) = [m.text for m in mails_of_moves("", now() + timedelta(minutes=1))]
    name = name_of(entry, "SID-03")
    assert [f"{name}: level 1, bukan 3" in pages[0], f"{name} level 1, bukan 3" in pages[1]] == [
        True,
        True,
    ]
    assert "Belum diubah sejak putusan verifikator: 2 klaim" in pages[2]
    assert f"SID-03 · {name} level 1, bukan 3" in pages[2]
    assert f"SID-05 · {name_of(entry, 'SID-05')} dikembalikan" in pages[2]
    assert f"- SID-03 · {name}: level 1, bukan 3" in mail
    assert [f"{RETURNING.standard}" in text for text in (*pages[:2], mail)] == [True] * 3
    assert "SID-08" not in mail


def test_before_submitting_it_is_told_where_nobody_can_approve() -> None:
    """With whom to ask; not once the unit has a head."""
    entry, operator = an_entry_that_came_back()
    appointed(Role.COORDINATOR, a_region())
    browser, path = signed_in(operator), reverse("move", args=[entry.pk, "submit"])
    before = plain(browser.get(path).content.decode())
    appointed(Role.HEAD, entry.innovation.unit)
    after = plain(browser.get(path).content.decode())
    said = "belum ada yang dapat menyetujui entri ini"
    asked = f"lebih dahulu: {Role.COORDINATOR.label} Contoh"
    assert [(said in page, asked in page) for page in (before, after)] == [
        (True, True),
        (False, False),
    ]
    done = browser.post(path, {}, follow=True).content.decode()
    assert "Sudah diajukan dan menunggu persetujuan kepala unit." in done
