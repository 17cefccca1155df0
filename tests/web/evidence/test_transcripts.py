"""What is said in videos: heard by workers where a model was given, shown, jumped to, searched."""

import re
from collections.abc import Generator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from pragola.inspection.videos.speech import Heard
from pragola.scoring.faults import Fault, PragolaError
from pragola.web.evidence.actions.transcribing import (
    DEAD_AFTER,
    MOST_TRIES,
    Listen,
    sweep_transcripts,
    transcribe_next,
)
from pragola.web.evidence.models import Transcript, TranscriptState, Use
from pragola.web.evidence.tasks import inspect_and_render, sweep_waiting_renderings
from pragola.web.regions.models import Role
from tests.inspection.videos.films import Film, made
from tests.web.evidence.test_evidence import a_file, a_pdf, operator_of, some_evidence, use
from tests.web.workplace import MOMENT, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db

SAID = (
    Heard(2, "Latar belakang: warga antre sejak subuh"),
    Heard(83, "Manfaat bagi warga & petugas"),
)


@pytest.fixture(autouse=True)
def _own_renditions(settings: Settings, tmp_path: Path) -> None:
    settings.RENDITIONS = tmp_path / "renditions"


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Two seconds, as bytes."""
    folder = tmp_path_factory.mktemp("film")
    return made(folder / "a.mp4", Film(seconds=2, size=(320, 180))).read_bytes()


def a_video(content: bytes) -> Use:
    """A video put to use, and queued to be heard."""
    entry = an_entry()
    file = a_file(content, "video/mp4")
    used = use(some_evidence(entry.innovation.unit, file, "video.mp4"), entry, "SID-20")
    sweep_transcripts(MOMENT)
    return used


def recorded(path: Path) -> Generator[Heard]:
    """What was said, as a model would hear it; the file is there to be heard."""
    assert path.stat().st_size > 0
    yield from SAID


def deaf(_: Path) -> Generator[Heard]:
    """A model that is not there."""
    raise PragolaError(Fault(code="speech_package_missing"))
    yield


def nothing() -> None:
    """What is more urgent: nothing."""


def hear(listen: Listen = recorded, *, at: datetime = MOMENT) -> bool:
    """Let a worker hear one; whether there was one."""
    return transcribe_next(listen=listen, clock=lambda: at, between=nothing)


def test_a_video_in_use_is_heard_once(film: bytes) -> None:
    """And what is more urgent is done between two passages."""
    a_video(film)
    urgent = list[str]()
    assert transcribe_next(
        listen=recorded, clock=lambda: MOMENT, between=lambda: urgent.append("done")
    )
    row = Transcript.objects.get()
    assert (row.state, row.tries, row.ended_at) == (TranscriptState.DONE, 1, MOMENT)
    assert row.passages == [[each.second, each.text] for each in SAID]
    assert urgent == ["done", "done"]
    sweep_transcripts(MOMENT)
    assert not hear()


def test_only_videos_in_use_are_queued() -> None:
    """A document says nothing."""
    entry = an_entry()
    use(some_evidence(entry.innovation.unit, a_file(a_pdf())), entry)
    sweep_transcripts(MOMENT)
    assert Transcript.objects.count() == 0


def test_without_a_model_nothing_is_queued_or_heard(film: bytes, settings: Settings) -> None:
    """And no page speaks of it."""
    settings.SPEECH_MODEL = None
    used = a_video(film)
    Transcript.objects.all().delete()
    sweep_waiting_renderings()
    inspect_and_render()
    assert Transcript.objects.count() == 0
    html = operator_of(used.entry).get(f"/kerja/bukti/{used.evidence_id}/").content.decode()
    assert ("Yang diucapkan" in html, "transkrip" in html.lower()) == (False, False)


def test_a_folder_without_a_model_leaves_the_reason_and_nothing_on_the_page(
    film: bytes, settings: Settings, tmp_path: Path
) -> None:
    """The worker goes on."""
    settings.SPEECH_MODEL = tmp_path / "none"
    used = a_video(film)
    inspect_and_render()
    inspect_and_render()
    row = Transcript.objects.get()
    assert (row.state, row.fault) == (TranscriptState.FAILED, "speech_model_missing")
    html = operator_of(used.entry).get(f"/kerja/bukti/{used.evidence_id}/").content.decode()
    assert "Yang diucapkan" not in html


def test_what_cannot_be_heard_is_not_tried_for_ever(film: bytes) -> None:
    """It failed, and says by what."""
    a_video(film)
    assert [hear(deaf), hear(deaf)] == [True, False]
    row = Transcript.objects.get()
    assert (row.state, row.fault, row.passages) == ("failed", "speech_package_missing", [])


def test_a_row_whose_worker_died_is_given_back_and_in_the_end_set_aside(film: bytes) -> None:
    """Whoever it was given to is the only one who writes."""
    a_video(film)
    late = MOMENT + DEAD_AFTER + timedelta(seconds=1)
    states = []
    for _ in range(MOST_TRIES):
        Transcript.objects.filter(state="waiting").update(state="running", tries=1, seen_at=MOMENT)
        sweep_transcripts(late)
        states.append(Transcript.objects.get().state)
    Transcript.objects.update(state="running", tries=MOST_TRIES, seen_at=MOMENT)
    sweep_transcripts(late)
    states.append(Transcript.objects.get().state)
    assert states == ["waiting"] * MOST_TRIES + ["isolated"]


def test_a_worker_that_lost_its_row_writes_nothing(film: bytes) -> None:
    """It finds out at its next passage."""
    a_video(film)

    def lose() -> None:
        Transcript.objects.update(tries=2)

    transcribe_next(listen=recorded, clock=lambda: MOMENT, between=lose)
    row = Transcript.objects.get()
    assert (row.state, row.passages) == (TranscriptState.RUNNING, [])


def test_what_is_said_stands_by_the_player_with_times_to_jump_to(film: bytes) -> None:
    """On the page of the evidence and where it is watched, which says what may begin where."""
    used = a_video(film)
    hear()
    client = operator_of(used.entry)
    pattern = r'<a href="(\?detik=\d+)" data-second="(\d+)">([\d:]+)</a> ([^<]+)'
    told = [
        ("?detik=2", "2", "0:02", "Latar belakang: warga antre sejak subuh"),
        ("?detik=83", "83", "1:23", "Manfaat bagi warga &amp; petugas"),
    ]
    html = client.get(f"/kerja/bukti/{used.evidence_id}/").content.decode()
    assert re.findall(pattern, html) == told
    watched = client.get(f"/kerja/pemakaian/{used.pk}/video/").content.decode()
    assert re.findall(pattern, watched) == told
    assert "Mungkin “Latar belakang inovasi” mulai di sini" in watched
    elsewhere = signed_in(appointed(Role.OPERATOR, a_unit("UPTD Puskesmas Lain")))
    assert elsewhere.get(f"/kerja/bukti/{used.evidence_id}/").status_code == 404


def test_what_is_said_is_found_with_its_moment(film: bytes) -> None:
    """Words of two passages too; a word that nobody says is not found."""
    used = a_video(film)
    hear()
    client = operator_of(used.entry)
    unit = used.entry.innovation.unit_id
    found = {}
    for words in ("petugas", "antre petugas", "anggaran"):
        html = client.get(f"/kerja/unit/{unit}/bukti/?cari={words}").content.decode()
        found[words] = re.findall(r'baca/(\?detik=\d+)">([^<]+)</a>', html)
    assert found == {
        "petugas": [("?detik=83", "menit 1:23")],
        "antre petugas": [("?detik=2", "menit 0:02")],
        "anggaran": [],
    }
