"""Small videos: made by workers that may die, played by ranges, and only by who may see them."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from pragola.inspection.findings import Finding, Place, Severity
from pragola.web.evidence.actions.rendering import (
    DEAD_AFTER,
    MOST_TRIES,
    render_next,
    sweep_renderings,
)
from pragola.web.evidence.models import (
    Inspection,
    InspectionState,
    Rendering,
    RenderingState,
    StoredFile,
    Use,
)
from pragola.web.evidence.renditions import video_rendition, video_seconds
from pragola.web.evidence.tasks import inspect_and_render
from pragola.web.innovations.models import Entry
from pragola.web.regions.models import Role
from tests.inspection.videos.films import Film, made
from tests.web.evidence.inspected import found
from tests.web.evidence.test_evidence import a_file, a_pdf, operator_of, some_evidence, use
from tests.web.workplace import MOMENT, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db

PART = "SID-20"


@pytest.fixture(autouse=True)
def _own_renditions(settings: Settings, tmp_path: Path) -> None:
    settings.RENDITIONS = tmp_path / "renditions"


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Four seconds, as bytes."""
    folder = tmp_path_factory.mktemp("film")
    return made(folder / "a.mp4", Film(seconds=4, size=(320, 180))).read_bytes()


def a_video(content: bytes, entry: Entry | None = None) -> Use:
    """A video put to use, as the system does."""
    entry = entry or an_entry()
    return use(
        some_evidence(entry.innovation.unit, a_file(content, "video/mp4"), "video.mp4"), entry, PART
    )


def nothing() -> None:
    """What is more urgent: nothing."""


def render(between: Callable[[], object] = nothing) -> bool:
    """Let a worker take one; whether there was one."""
    return render_next(clock=lambda: MOMENT, between=between)


def file_of(used: Use) -> StoredFile:
    """The stored file of a use."""
    assert used.evidence.file
    return used.evidence.file


def left(used: Use) -> list[str]:
    """What lies in the folder of its rendition."""
    return sorted(each.name for each in video_rendition(file_of(used)).video.parent.glob("*"))


def test_a_video_put_to_use_gets_its_poster_and_small_video(film: bytes) -> None:
    """Once; percents are written as they grow, and what is urgent is done meanwhile."""
    used, heard = a_video(film), list[int]()
    use(used.evidence, an_entry(used.evidence.unit), PART)
    assert render(lambda: heard.append(Rendering.objects.get().percent))
    row = Rendering.objects.get()
    assert (row.state, row.tries, row.percent) == (RenderingState.DONE, 1, 100)
    assert (heard == sorted(set(heard)), heard[-1]) == (True, 100)
    assert (left(used), round(video_seconds(file_of(used)) or 0)) == (["480p.mp4", "poster.jpg"], 4)
    assert not render()


def test_only_videos_are_rendered() -> None:
    """A document has no row."""
    entry = an_entry()
    use(some_evidence(entry.innovation.unit, a_file(a_pdf())), entry)
    sweep_renderings(MOMENT)
    assert Rendering.objects.count() == 0


def test_videos_that_came_another_way_are_queued_by_the_sweep(film: bytes) -> None:
    """And behind what people just sent."""
    a_video(film)
    Rendering.objects.all().delete()
    sweep_renderings(MOMENT)
    sweep_renderings(MOMENT)
    assert [(each.state, each.backlog) for each in Rendering.objects.all()] == [("waiting", True)]


@pytest.mark.parametrize("lost", ["poster", "video"])
def test_what_was_lost_is_made_again(film: bytes, lost: str) -> None:
    """The folder of renditions is in no copy that is kept safe."""
    used = a_video(film)
    render()
    getattr(video_rendition(file_of(used)), lost).unlink()
    told = player(operator_of(used.entry), used)
    assert ("data-rendering" in told, "Menunggu" in told) == (
        (True, True) if lost == "video" else (False, False)
    )
    assert not render()
    sweep_renderings(MOMENT)
    assert render()
    assert (left(used), Rendering.objects.get().state) == (["480p.mp4", "poster.jpg"], "done")


def test_what_cannot_be_rendered_says_so_and_is_left_alone(film: bytes) -> None:
    """The page says why, and plays the original."""
    used = a_video(film[:200])
    assert render()
    row = Rendering.objects.get()
    assert (row.state, row.fault) == (RenderingState.FAILED, "rendition_failed")
    sweep_renderings(MOMENT)
    assert not render()
    html = player(operator_of(used.entry), used)
    assert ("berkas?putar" in html, "data-rendering" in html) == (True, False)


def test_what_a_dead_worker_held_is_given_back_and_at_last_set_aside(film: bytes) -> None:
    """After so many tries nobody takes it any more."""
    a_video(film)
    row = Rendering.objects.get()
    states = []
    for turn in range(1, MOST_TRIES + 1):
        at = MOMENT + turn * 2 * DEAD_AFTER
        Rendering.objects.filter(state=RenderingState.WAITING).update(
            state=RenderingState.RUNNING, tries=turn, seen_at=at
        )
        for late in (-1, 1):
            sweep_renderings(at + DEAD_AFTER + timedelta(seconds=late))
            row.refresh_from_db()
            states.append(row.state)
    assert states == ["running", "waiting"] * (MOST_TRIES - 1) + ["running", "isolated"]
    assert not render()


def test_a_worker_whose_video_was_given_to_another_stops(film: bytes) -> None:
    """It writes nothing any more, and nothing half made is left of it."""
    used = a_video(film)

    def given_away() -> None:
        """As the sweep and another worker do."""
        Rendering.objects.update(tries=2, percent=7)

    assert render(given_away)
    row = Rendering.objects.get()
    assert (row.state, row.tries, row.percent) == (RenderingState.RUNNING, 2, 7)
    assert left(used) == ["poster.jpg"]


def test_what_a_killed_worker_left_half_written_is_swept_away(film: bytes) -> None:
    """Before the video is begun anew."""
    used = a_video(film)
    folder = video_rendition(file_of(used)).video.parent
    folder.mkdir(parents=True)
    (folder / "480p.mp4.1.part").write_bytes(b"half")
    render()
    assert left(used) == ["480p.mp4", "poster.jpg"]


def player(client: Client, used: Use) -> str:
    """The player, as a script asks for it."""
    return client.get(f"/kerja/bukti/{used.evidence_id}/pemutar/").content.decode()


def test_the_player_tells_how_far_it_is_and_then_plays_the_small_video(film: bytes) -> None:
    """Until then the original; which can be chosen afterwards too."""
    used = a_video(film)
    client = operator_of(used.entry)
    Rendering.objects.update(state=RenderingState.RUNNING, percent=45)
    under_way = player(client, used)
    Rendering.objects.update(state=RenderingState.WAITING)
    render()
    address = f"/kerja/bukti/{used.evidence_id}/"
    done, original = player(client, used), client.get(f"{address}?mutu=asli").content.decode()
    assert ("45&nbsp;%" in under_way, f'data-rendering="{address}pemutar/"' in under_way) == (
        True,
        True,
    )
    assert [f'src="{address}480p.mp4"' in each for each in (under_way, done, original)] == [
        False,
        True,
        False,
    ]
    assert f'src="{address}berkas?putar"' in original
    at = client.get(f"{address}baca/?detik=3").content.decode()
    assert f'src="{address}480p.mp4#t=3"' in at


def served(client: Client, address: str, asked: str = "") -> tuple[object, ...]:
    """The status, type, range and number of bytes that somebody gets."""
    headers = {"Range": asked} if asked else {}
    answer = client.get(address, headers=headers)
    body = answer.getvalue()
    told = (answer.headers.get("Content-Type"), answer.headers.get("Content-Range"))
    return (answer.status_code, *told, len(body))


def test_the_small_video_is_served_by_ranges(film: bytes) -> None:
    """As the original is, so that who jumps need not wait for what is between."""
    used = a_video(film)
    render()
    client, address = operator_of(used.entry), f"/kerja/bukti/{used.evidence_id}/480p.mp4"
    size = video_rendition(file_of(used)).video.stat().st_size
    assert served(client, address) == (200, "video/mp4", None, size)
    assert served(client, address, "bytes=10-19") == (206, "video/mp4", f"bytes 10-19/{size}", 10)
    assert served(client, address, f"bytes={size}-")[0] == 416
    guarded = client.get(address).headers
    told = {name: guarded[name] for name in ("X-Content-Type-Options", "Cache-Control")}
    assert told == {
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, max-age=86400, immutable",
    }
    assert "sandbox" in guarded["Content-Security-Policy"]


def test_who_may_not_see_the_evidence_gets_nothing_of_it(film: bytes) -> None:
    """Neither poster nor small video nor player; a visitor is asked to sign in."""
    used = a_video(film)
    render()
    other = signed_in(appointed(Role.OPERATOR, a_unit(region=used.entry.innovation.unit.region)))
    got = {
        (name, who): client.get(f"/kerja/bukti/{used.evidence_id}/{name}").status_code
        for name in ("sampul.jpg", "480p.mp4", "pemutar/")
        for who, client in (("own", operator_of(used.entry)), ("other", other), ("none", Client()))
    }
    statuses = {"own": 200, "other": 404, "none": 302}
    assert got == {(name, who): statuses[who] for name, who in got}


def test_the_clock_of_a_worker_is_told_at_each_percent(film: bytes) -> None:
    """So that the sweep does not take for dead who only is slow."""
    a_video(film)
    moments = iter(MOMENT + timedelta(seconds=n) for n in range(10_000))
    seen = set[datetime | None]()
    render_next(
        clock=lambda: next(moments), between=lambda: seen.add(Rendering.objects.get().seen_at)
    )
    assert len(seen) > 10


def test_a_message_renders_a_video_and_goes_on_with_the_backlog(film: bytes) -> None:
    """However long the backlog is, a video waits for one message only."""
    used = a_video(film)
    Inspection.objects.update(backlog=True)
    inspect_and_render()
    done = (
        Rendering.objects.get(file=file_of(used)).state,
        Inspection.objects.get(use=used).state,
    )
    assert done == (RenderingState.DONE, InspectionState.DONE)


def test_no_two_messages_of_a_queue_expire(settings: Settings) -> None:
    """Of two, one could miss its turn for ever where the worker is busy."""
    queues = [
        settings.CELERY_TASK_ROUTES.get(each["task"], {"queue": "celery"})["queue"]
        for each in settings.CELERY_BEAT_SCHEDULE.values()
        if "expires" in each.get("options", {})
    ]
    assert sorted(queues) == ["celery", "inspection", "planning"]


def test_a_light_original_is_played_and_the_page_says_so(tmp_path: Path) -> None:
    """Nothing to choose."""
    light = Film(seconds=2, size=(160, 90), flags="faststart")
    used = a_video(made(tmp_path / "light.mp4", light).read_bytes())
    render()
    html = operator_of(used.entry).get(f"/kerja/bukti/{used.evidence_id}/baca/").content.decode()
    assert "Berkas aslinya sudah ringan, jadi itu yang diputar" in html
    assert "player-choice" not in html


def test_a_video_stands_with_its_poster_among_the_proofs_and_leads_to_where_it_is_watched(
    film: bytes,
) -> None:
    """Before the poster is made, without it; the page of the evidence leads there too."""
    used = a_video(film)
    client = operator_of(used.entry)
    claims, watched = f"/kerja/entri/{used.entry_id}/klaim/", f"/kerja/pemakaian/{used.pk}/video/"
    poster = f'href="{watched}"><img src="/kerja/bukti/{used.evidence_id}/sampul.jpg"'
    before = client.get(claims).content.decode()
    render()
    after = client.get(claims).content.decode()
    assert (poster in before, poster in after) == (False, True)
    page = client.get(f"/kerja/bukti/{used.evidence_id}/").content.decode()
    assert f'<a href="{watched}">Tonton per substansi</a>' in page


def test_a_second_that_a_finding_names_is_a_link_to_watch_it_from_there(film: bytes) -> None:
    """On the page of claims, and where the finding is opened."""
    used = a_video(film)
    found(
        used,
        Finding(
            code="video_black",
            severity=Severity.DOUBTFUL,
            check="video_stretches",
            place=Place(second=83),
            facts=(("seconds", 7),),
        ),
    )
    client = operator_of(used.entry)
    address = f'href="/kerja/pemakaian/{used.pk}/video/?detik=83"'
    for page in (f"/kerja/entri/{used.entry_id}/klaim/", f"/kerja/pemakaian/{used.pk}/temuan/0/"):
        assert address in client.get(page).content.decode()
