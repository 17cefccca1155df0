"""A diagnosis sheet tells what verdicts say: their points, and what they returned or lowered."""

from decimal import Decimal

import pytest
from django.urls import reverse

from pragola.web.coaching.actions.diagnoses import diagnose
from pragola.web.coaching.models import Diagnosis
from pragola.web.coaching.sheets import sheet_of
from pragola.web.innovations.models import Entry, EntryState
from pragola.web.regions.models import Role
from pragola.web.review.actions.judging import Ruling
from pragola.web.shared.audit import SYSTEM
from tests.web.coaching.clinics import a_clinic
from tests.web.coaching.test_papers import words_of
from tests.web.review.reviewing import a_claim, a_verifier, judged, proven
from tests.web.workplace import MOMENT, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db
PAPER = "diagnosis_paper"


def a_sheet_with_verdicts() -> tuple[Entry, Diagnosis]:
    """One claim returned, one lowered, one accepted as claimed, one without a verdict."""
    entry = an_entry(state=EntryState.UNDER_REVIEW)
    given = {"SID-05": (3, 2), "SID-08": (3, 1), "SID-20": (2, 0), "SID-11": (1, 1)}
    verifier = a_verifier()
    a_claim(entry, "SID-12", level=1)
    for indicator, (level, accepted) in given.items():
        reason = "" if accepted == level else f"Kurang pada {indicator}."
        ruling = Ruling(level=accepted, words=reason)
        waits = a_claim(entry, indicator, level=level)
        proven(waits)
        judged(waits, verifier, ruling)
    [sheet] = diagnose(a_clinic(entry).pk, [entry.innovation.unit], by=SYSTEM, at=MOMENT)
    return entry, sheet


def number(figure: str) -> Decimal:
    """A figure as it is counted."""
    return Decimal(figure.replace(",", "."))


def test_a_sheet_begins_with_what_verdicts_refused_and_tells_their_points() -> None:
    """What takes most from the index first, with its reason; nothing refused is asked to rise."""
    _entry, sheet = a_sheet_with_verdicts()
    told = sheet_of(sheet.content)
    [innovation] = told.innovations
    refused = [(row.code, row.level, row.accepted, row.standing) for row in innovation.refused]
    assert sorted(refused) == [
        ("SID-05", 3, 2, "lowered"),
        ("SID-08", 3, 1, "lowered"),
        ("SID-20", 2, 0, "returned"),
    ]
    losses = [row.loss for row in innovation.refused]
    assert losses == sorted(losses, reverse=True)
    assert {row.code for row in innovation.best}.isdisjoint({"SID-05", "SID-08", "SID-20"})
    assert all(row.reason.endswith(f"Kurang pada {row.code}.") for row in innovation.refused)
    pairs = ((innovation.verified, innovation.points), (told.verified, told.index))
    assert [number(verified) < number(claimed) for verified, claimed in pairs] == [True, True]


def test_sheet_paper_and_screen_tell_verdicts_with_their_reasons() -> None:
    """Before what would add most."""
    _entry, sheet = a_sheet_with_verdicts()
    browser = signed_in(appointed(Role.COACH, sheet.unit))
    page = browser.get(reverse("diagnosis", args=[sheet.pk])).content.decode()
    screen = browser.get(reverse("diagnosis_projected", args=[sheet.pk, 1])).content.decode()
    paper = words_of(browser.get(reverse("diagnosis_paper", args=[sheet.pk])).content)
    texts = [" ".join(each.split()) for each in (page, screen, paper)]
    for each in texts:
        assert each.index("Perbaiki lebih dulu") < each.index("Kurang pada SID-20.")
        assert each.index("Kurang pada SID-20.") < each.index("Yang paling menambah indeks")
        assert "enurut putusan" in each
    [innovation] = sheet_of(sheet.content).innovations
    assert [f"enurut putusan {innovation.verified}" in each for each in texts] == [True] * 3


def test_a_sheet_that_was_kept_before_verdicts_were_is_read_as_ever() -> None:
    """It tells nothing of verdicts, on the page and on paper."""
    _entry, sheet = a_sheet_with_verdicts()
    content = sheet.content
    del content["verified"]
    for innovation in content["innovations"]:
        del innovation["verified"]
        for row in innovation["rows"]:
            del row["accepted"], row["reason"]
    sheet.pk = None
    sheet.save(force_insert=True)
    browser = signed_in(appointed(Role.COACH, sheet.unit))
    answers = [browser.get(reverse(each, args=[sheet.pk])) for each in ("diagnosis", PAPER)]
    assert [each.status_code for each in answers] == [200, 200]
    told = [answers[0].content.decode(), words_of(answers[1].content)]
    said = [[word in each for word in ("Perbaiki lebih dulu", "enurut putusan")] for each in told]
    assert said == [[False, False]] * 2
