"""What the worker does with an upload, also when it dies over it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import now

from pragola.web.regions.actions.uploads import MOST_ATTEMPTS, start_reading
from pragola.web.regions.models import MOVES, UNFINISHED, Upload, UploadState
from pragola.web.regions.queries.uploads import KEPT_FOR, SILENT_FOR, UNHEARD_FOR
from pragola.web.regions.tasks import read_upload, sweep_uploads
from tests.web.regions.handing_in import hand_in

pytestmark = pytest.mark.django_db


def state_of(upload: Upload) -> tuple[str, int, bool]:
    """Its state, how often it was tried, and whether the file is still there."""
    upload.refresh_from_db()
    return upload.state, upload.attempts, upload.path.exists()


def test_reading_twice_is_reading_once(client: Client) -> None:
    """A message that comes again finds nothing to do."""
    upload = hand_in(client)
    read_upload(upload.id)
    read_upload(upload.id)
    assert state_of(upload) == (UploadState.SCORED, 1, False)


def test_what_is_not_there_is_no_trouble() -> None:
    """Its row may be gone by the time the message comes."""
    read_upload("tidak-ada")
    assert Upload.objects.count() == 0


def test_what_a_dead_worker_left_is_taken_up_again(client: Client) -> None:
    """After a minute without a sign of life it waits anew, and is read."""
    upload = hand_in(client)
    start_reading(upload.id, now=now() - SILENT_FOR - timedelta(seconds=1))
    sweep_uploads()
    assert state_of(upload) == (UploadState.WAITING, 1, True)
    read_upload(upload.id)
    assert state_of(upload) == (UploadState.SCORED, 2, False)


def test_a_lost_message_is_sent_again(client: Client) -> None:
    """What waits for long was asked for by a message that died with its worker."""
    upload = hand_in(client)
    asked = now() - UNHEARD_FOR - timedelta(seconds=1)
    Upload.objects.update(touched_at=asked)
    sweep_uploads()
    upload.refresh_from_db()
    assert (upload.state, upload.touched_at > asked) == (UploadState.WAITING, True)


def test_what_is_being_read_is_left_alone(client: Client) -> None:
    """A worker that gave a sign of life keeps its work."""
    upload = hand_in(client)
    start_reading(upload.id, now=now())
    sweep_uploads()
    assert state_of(upload) == (UploadState.READING, 1, True)


def test_what_kills_every_worker_is_given_up(client: Client) -> None:
    """The visitor is told that the fault is ours."""
    upload = hand_in(client)
    start_reading(upload.id, now=now())
    Upload.objects.update(attempts=MOST_ATTEMPTS, touched_at=now() - 2 * SILENT_FOR)
    sweep_uploads()
    html = client.get(f"/unggah/{upload.id}/").content.decode()
    assert state_of(upload) == (UploadState.FAILED, MOST_ATTEMPTS, False)
    assert "kesalahan di pihak kami" in html


def test_nothing_is_kept_for_longer_than_a_day(client: Client) -> None:
    """Row and file go."""
    upload = hand_in(client)
    Upload.objects.update(received_at=now() - KEPT_FOR - timedelta(minutes=1))
    sweep_uploads()
    assert (Upload.objects.count(), upload.path.exists()) == (0, False)


def test_every_state_has_its_moves() -> None:
    """Three states are an end."""
    assert set(MOVES) == set(UploadState)
    assert UNFINISHED == (UploadState.WAITING, UploadState.READING)
