"""Time marks: set by the unit while watching, judged by a verifier; they only suggest a level."""

from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries, Settings

from pragola.rulebooks import load_edition
from pragola.scoring.faults import PragolaError
from pragola.web.evidence.actions.describing import add_link
from pragola.web.evidence.actions.marks import judge_mark, set_mark
from pragola.web.evidence.actions.uses import carry_uses, remove_use
from pragola.web.evidence.forms.marks import second_of
from pragola.web.evidence.models import Mark, MarkVerdict, StoredFile, Use
from pragola.web.evidence.queries.marks import Marks, marks_of, with_marks
from pragola.web.evidence.renditions import video_rendition
from pragola.web.innovations.actions.saving import EntryLockedError, StaleSaveError
from pragola.web.innovations.models import Claim, Entry, EntryState
from pragola.web.regions.models import Person, Role
from pragola.web.shared.audit import SYSTEM, changes_of
from pragola.wording import Language
from tests.inspection.videos.films import Film, made
from tests.web.evidence.test_evidence import a_file, operator_of, some_evidence, use
from tests.web.workplace import MOMENT, a_region, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db

PART = "SID-20"
SUBSTANCES = load_edition("2026").video.substances.value


@pytest.fixture(autouse=True)
def _own_renditions(settings: Settings, tmp_path: Path) -> None:
    settings.RENDITIONS = tmp_path / "renditions"


def a_video(entry: Entry | None = None, content: bytes = b"film") -> Use:
    """A video in use whose length nobody knows yet."""
    entry = entry or an_entry()
    return use(some_evidence(entry.innovation.unit, a_file(content, "video/mp4")), entry, PART)


def mark(used: Use, number: int, second: int | None, revision: int = 0) -> Mark | None:
    """Set a mark as the system does."""
    return set_mark(used, number, second, revision=revision, by=SYSTEM, at=MOMENT)


def five_marks(used: Use) -> list[Mark]:
    """Every substance marked, ten seconds apart."""
    set_all = [mark(used, number, 10 * number) for number in range(1, len(SUBSTANCES) + 1)]
    return [each for each in set_all if each]


def judge(row: Mark, verdict: MarkVerdict, seen: str = "") -> None:
    """Judge as the system does."""
    judge_mark(row, verdict, revision=row.revision, seen=seen, by=SYSTEM, at=MOMENT)


def told(used: Use) -> Marks:
    """The marks as pages show them."""
    found = marks_of(with_marks(Use.objects.filter(pk=used.pk)).get(), Language.INDONESIAN)
    assert found
    return found


def fault_of(deed: object) -> str:
    """The code of what a deed is refused for."""
    assert callable(deed)
    with pytest.raises(PragolaError) as caught:
        deed()
    return caught.value.faults[0].code


def to(entry: Entry, state: EntryState) -> None:
    """Move it, past all of the way."""
    Entry.objects.filter(pk=entry.pk).update(state=state)


def a_verifier() -> Person:
    """Somebody who verifies for the government."""
    return appointed(Role.VERIFIER, a_region())


def test_marks_are_set_moved_and_removed_each_with_its_line_in_the_log() -> None:
    """Old and new, under the indicator; the same again is no change."""
    used = a_video()
    mark(used, 1, 12)
    mark(used, 1, 12, revision=1)
    mark(used, 1, 83, revision=1)
    mark(used, 1, None, revision=2)
    mark(used, 2, None)
    lines = [
        (each.part, each.old, each.new)
        for each in changes_of(used.entry).filter(deed="mark_saved").order_by("pk")
    ]
    first, moved = ({"mark": SUBSTANCES[0], "at": at} for at in ("0:12", "1:23"))
    assert lines == [
        (PART, None, first),
        (PART, first, moved),
        (PART, moved, {"mark": SUBSTANCES[0]}),
    ]
    assert [line.at for line in told(used).lines] == [""] * len(SUBSTANCES)


@pytest.mark.parametrize(
    ("text", "second"), [("", None), ("83", 83), ("1:23", 83), (" 1.23 ", 83), ("0:00", 0)]
)
def test_a_time_is_read_as_people_type_it(text: str, second: int | None) -> None:
    """Minute and second, or seconds alone."""
    assert second_of(text) == second


@pytest.mark.parametrize("text", ["1:60", "x", "-1", "1:2:3", "12345:00"])
def test_what_is_no_time_is_refused(text: str) -> None:
    """With an example of one."""
    assert fault_of(lambda: second_of(text)) == "mark_time_bad"


def test_marks_lie_within_the_video() -> None:
    """Its length where it is known, else the most that the edition takes."""
    used = a_video()
    most = load_edition("2026").video.max_minutes.value * 60
    unknown = fault_of(lambda: mark(used, 1, most + 1))
    small = video_rendition(StoredFile.objects.get(evidence=used.evidence)).video
    small.parent.mkdir(parents=True)
    made(small, Film(seconds=4, size=(320, 180), loudness=None, flags="faststart"))
    assert (unknown, fault_of(lambda: mark(used, 1, 5))) == ("mark_past_most", "mark_past_the_end")
    assert mark(used, 1, 4)


@pytest.mark.parametrize("number", [0, len(SUBSTANCES) + 1])
def test_only_substances_of_the_edition_are_marked(number: int) -> None:
    """By their number in it."""
    used = a_video()
    assert fault_of(lambda: mark(used, number, 1)) == "mark_substance_unknown"


def test_nothing_is_marked_once_the_entry_is_locked_or_the_video_taken_off() -> None:
    """In every state that is not open to operators."""
    used = a_video()
    for state in set(EntryState) - {EntryState.DRAFT, EntryState.RETURNED}:
        to(used.entry, state)
        with pytest.raises(EntryLockedError):
            mark(used, 1, 1)
    to(used.entry, EntryState.DRAFT)
    remove_use(used, by=SYSTEM, at=MOMENT)
    assert fault_of(lambda: mark(used, 1, 1)) == "mark_video_taken_off"


def test_two_people_do_not_overwrite_each_other_unseen() -> None:
    """Who is late is told both; also where the other one removed it."""
    used = a_video()
    mark(used, 1, 12)
    with pytest.raises(StaleSaveError) as caught:
        mark(used, 1, 40)
    error = caught.value
    assert (error.mine, error.theirs, error.revision) == (40, 12, 1)
    mark(used, 1, None, revision=1)
    with pytest.raises(StaleSaveError):
        mark(used, 1, 40, revision=1)


def test_a_verdict_falls_away_when_its_mark_changes() -> None:
    """And the log says that it was there."""
    used = a_video()
    row = five_marks(used)[0]
    to(used.entry, EntryState.UNDER_REVIEW)
    judge(row, MarkVerdict.CONFIRMED)
    to(used.entry, EntryState.RETURNED)
    mark(used, 1, 11, revision=1)
    row.refresh_from_db()
    assert (row.second, row.verdict, row.judged_at) == (11, "", None)
    last = changes_of(used.entry).first()
    assert last
    assert (last.old, last.new) == (
        {"mark": SUBSTANCES[0], "at": "0:10", "verdict": "confirmed"},
        {"mark": SUBSTANCES[0], "at": "0:11"},
    )


def test_marks_are_judged_only_under_review_and_as_they_were_seen() -> None:
    """Neither a mark that changed nor a verdict of another verifier is passed over."""
    used = a_video()
    row = five_marks(used)[0]
    assert fault_of(lambda: judge(row, MarkVerdict.CONFIRMED)) == "mark_not_under_review"
    mark(used, 1, 11, revision=1)
    to(used.entry, EntryState.UNDER_REVIEW)
    assert fault_of(lambda: judge(row, MarkVerdict.CONFIRMED)) == "mark_changed_meanwhile"
    row.refresh_from_db()
    judge(row, MarkVerdict.CONFIRMED)
    assert fault_of(lambda: judge(row, MarkVerdict.REJECTED)) == "mark_judged_meanwhile"
    judge(row, MarkVerdict.REJECTED, seen="confirmed")
    judged = changes_of(used.entry).filter(deed="mark_judged").order_by("pk")
    verdicts = list(judged.values_list("new__verdict", flat=True))
    assert verdicts == ["confirmed", "rejected"]


def test_marks_suggest_a_level_apart_from_what_is_confirmed_and_change_none() -> None:
    """By the edition's measure; rejected ones do not count, without marks there is none."""
    used = a_video()
    Claim.objects.create(entry=used.entry, indicator=PART, level=1, saved_at=MOMENT)
    seen = [(told(used).level, told(used).confirmed_level)]
    rows = five_marks(used)
    to(used.entry, EntryState.UNDER_REVIEW)
    for row, verdict in zip(rows, ["confirmed"] * 3 + ["rejected"], strict=False):
        seen.append((told(used).level, told(used).confirmed_level))
        judge(row, MarkVerdict(verdict))
    marks = told(used)
    seen.append((marks.level, marks.confirmed_level))
    assert seen == [(None, None), (3, None), (3, 1), (3, 1), (3, 2), (2, 2)]
    assert (marks.marked, marks.confirmed, marks.rejected, marks.number) == (5, 3, 1, 5)
    assert Claim.objects.get().level == 1


def test_marks_come_along_into_another_year_without_their_verdicts() -> None:
    """And back, where the video was taken off and is used again."""
    used = a_video(an_entry(edition="2023"))
    rows = five_marks(used)
    to(used.entry, EntryState.UNDER_REVIEW)
    judge(rows[0], MarkVerdict.CONFIRMED)
    later = an_entry(used.entry.innovation.unit, edition="2026")
    carry_uses(used.entry, later, by=SYSTEM, at=MOMENT)
    carried = Use.objects.get(entry=later)
    remove_use(carried, by=SYSTEM, at=MOMENT)
    again = use(used.evidence, later, PART)
    for each in (carried, again):
        lines = told(each).lines
        assert [(line.second, line.verdict) for line in lines] == [(row.second, "") for row in rows]


def saved(client: Client, used: Use, number: int, at: str, revision: int = 0) -> tuple[int, object]:
    """Save as the script does; the status and what is told."""
    answer = client.post(
        f"/kerja/pemakaian/{used.pk}/video/{number}/",
        {f"at.{number}": at, "revision": revision},
        headers={"Accept": "application/json"},
    )
    return answer.status_code, answer.json()


def test_a_script_saves_a_mark_and_hears_of_another_who_was_faster() -> None:
    """In the protocol of every other part of an entry."""
    used = a_video()
    client = operator_of(used.entry)
    status, first = saved(client, used, 1, "1:23")
    assert isinstance(first, dict)
    assert (status, first["revision"], sorted(first["parts"])) == (
        200,
        1,
        ["jumlah-tanda", "sesudah-tanda-1"],
    )
    status, stale = saved(client, used, 1, "0:10")
    assert isinstance(stale, dict)
    assert (status, stale["mine"], stale["theirs"]) == (409, "0:10", "1:23")
    assert saved(client, used, 2, "9:99")[0] == 422
    to(used.entry, EntryState.SUBMITTED)
    assert saved(client, used, 2, "0:10")[0] == 423


def test_without_a_script_all_marks_are_saved_by_one_form() -> None:
    """What cannot be saved stays as it was typed; where somebody was faster, both are shown."""
    used = a_video()
    client, address = operator_of(used.entry), f"/kerja/pemakaian/{used.pk}/video/"
    sent = {"at.1": "0:05", "revision.1": 0, "at.2": "kapan", "revision.2": 0}
    answer = client.post(address, sent)
    html = answer.content.decode()
    assert (answer.status_code, 'value="kapan"' in html, 'value="0:05"' in html) == (
        422,
        True,
        True,
    )
    answer = client.post(address, {"at.1": "0:09", "revision.1": 0})
    html = answer.content.decode()
    assert (answer.status_code, "Yang sudah tersimpan" in html) == (409, True)
    answer = client.post(address, {"at.1": "0:09", "revision.1": 1})
    assert (answer.status_code, told(used).lines[0].second) == (302, 9)


def test_links_have_marks_too_and_youtube_is_opened_there() -> None:
    """Without a player; other places are only written down."""
    entry = an_entry()
    add_link(entry, part=PART, link="https://youtu.be/abcdefghijk", by=SYSTEM, at=MOMENT)
    used = Use.objects.get()
    mark(used, 1, 83)
    html = operator_of(entry).get(f"/kerja/pemakaian/{used.pk}/video/").content.decode()
    assert 'href="https://youtu.be/abcdefghijk?t=83"' in html
    assert ("<video" in html, "Tandai di sini</button>" in html) == (False, False)


def test_a_picture_for_the_same_indicator_has_no_marks() -> None:
    """A cover is no video; nor is a video elsewhere a proof of substances."""
    entry = an_entry()
    unit = entry.innovation.unit
    cover = use(some_evidence(unit, a_file(b"x", "image/png")), entry, PART)
    client = operator_of(entry)
    assert client.get(f"/kerja/pemakaian/{cover.pk}/video/").status_code == 404


def test_a_verifier_jumps_confirms_and_rejects_on_the_page() -> None:
    """As a form, and as a part of the page where a script asks."""
    used = a_video()
    rows = five_marks(used)
    to(used.entry, EntryState.UNDER_REVIEW)
    client = signed_in(a_verifier())
    html = client.get(f"/kerja/pemakaian/{used.pk}/video/").content.decode()
    assert html.count('class="judge"') == len(SUBSTANCES)
    assert 'href="?detik=10" data-seek="10"' in html
    sent = {"verdict": "confirmed", "revision": 1, "seen": ""}
    answer = client.post(f"/kerja/tanda/{rows[0].pk}/putusan/", sent)
    assert answer["Location"] == f"/kerja/pemakaian/{used.pk}/video/?detik=10"
    part = client.post(
        f"/kerja/tanda/{rows[1].pk}/putusan/",
        sent | {"verdict": "rejected"},
        headers={"HX-Request": "true"},
    ).content.decode()
    assert "5 dari 5 substansi ditandai, 1 dibenarkan verifikator, 1 ditolak" in part
    assert client.post(f"/kerja/tanda/{rows[1].pk}/putusan/", {}).status_code == 400


@pytest.mark.parametrize("where", ["unit", "above"])
def test_no_verifier_judges_for_their_own_unit(where: str) -> None:
    """Nor for one below it; they are told so, and others are offered the buttons."""
    above = a_unit("Dinas Kesehatan Contoh")
    used = a_video(an_entry(a_unit(parent=above)))
    row = five_marks(used)[0]
    to(used.entry, EntryState.UNDER_REVIEW)
    person = a_verifier()
    own = used.entry.innovation.unit if where == "unit" else above
    appointed(Role.HEAD, own, person=person)
    client = signed_in(person)
    html = client.get(f"/kerja/pemakaian/{used.pk}/video/").content.decode()
    assert ("diputuskan verifikator lain" in html, 'class="judge"' in html) == (True, False)
    sent = {"verdict": "confirmed", "revision": 1, "seen": ""}
    assert client.post(f"/kerja/tanda/{row.pk}/putusan/", sent).status_code == 403


def test_the_claims_page_tells_marks_in_the_same_queries_for_one_and_three_videos(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """How many are marked, what that would give, what of it is confirmed."""
    entry = an_entry()
    client, address = operator_of(entry), f"/kerja/entri/{entry.pk}/klaim/"
    five_marks(a_video(entry))
    with CaptureQueriesContext(connection) as one:
        html = client.get(address).content.decode()
    assert ("5 dari 5 substansi ditandai" in html, "level 3 menurut pedoman" in html) == (
        True,
        True,
    )
    for content in (b"second", b"third"):
        five_marks(a_video(entry, content))
    with django_assert_num_queries(len(one)):
        client.get(address)


def test_the_page_of_a_video_takes_the_same_queries_for_one_and_five_marks(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """Under 25, for who reads and who judges."""
    used = a_video()
    client, address = signed_in(a_verifier()), f"/kerja/pemakaian/{used.pk}/video/"
    mark(used, 1, 3)
    to(used.entry, EntryState.UNDER_REVIEW)
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    to(used.entry, EntryState.DRAFT)
    mark(used, 1, None, revision=1)
    five_marks(a_video(used.entry, b"second"))
    for number in range(2, len(SUBSTANCES) + 1):
        mark(used, number, 10 * number)
    to(used.entry, EntryState.UNDER_REVIEW)
    with django_assert_num_queries(len(one)):
        client.get(address)
    assert len(one) < 25


def test_the_history_tells_marks_in_words() -> None:
    """The substance, its time, and what became of its verdict."""
    used = a_video()
    row = mark(used, 1, 12)
    assert row
    to(used.entry, EntryState.UNDER_REVIEW)
    judge(row, MarkVerdict.CONFIRMED)
    html = operator_of(used.entry).get(f"/kerja/entri/{used.entry_id}/riwayat/").content.decode()
    assert ("Tanda waktu diperiksa" in html, "dibenarkan verifikator" in html) == (True, True)
