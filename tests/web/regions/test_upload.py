"""A visitor hands in a workbook and sees it scored, faults and all."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks, Settings

from pragola.demonstration import demonstrated_editions, demonstration
from pragola.rulebooks import edition_codes, load_edition
from pragola.scoring.answers import Answers, Region
from pragola.scoring.score import score
from pragola.web.regions.models import Upload, UploadState
from pragola.web.regions.reading import read_upload
from pragola.web.shared.numbers import figure
from pragola.wording import Language
from pragola.workbook import answers_from, read_answers, write_workbook
from pragola.workbook.package import LARGEST_FILE
from tests.web.regions.handing_in import as_file, hand_in, hand_in_and_read
from tests.workbook.samples import raw_answers, raw_innovation

pytestmark = pytest.mark.django_db


def test_answers_are_scored_as_the_engine_scores_them(client: Client) -> None:
    """The page shows the same index as the library, and the target with its gap."""
    upload = hand_in_and_read(client, target="65,01")
    address = f"/penilaian/{upload.id}/"
    assert client.get(f"/unggah/{upload.id}/")["Location"] == address
    html = client.get(address).content.decode()
    index = score(load_edition("2026"), answers_from(raw_answers())).index
    assert (f">{figure(index, Language.INDONESIAN)}</a>" in html, "65,01" in html) == (True, True)
    assert "inovasi rekaan" not in html


def test_a_workbook_is_scored_and_its_file_is_gone(client: Client, tmp_path: Path) -> None:
    """Excel in, every page of the result there, and nothing kept that is not needed."""
    path = tmp_path / "pati.xlsx"
    write_workbook(load_edition("2026"), path, demonstration("2026"))
    upload = hand_in_and_read(client, as_file(path.read_bytes(), "pati.xlsx"))
    assert (upload.state, upload.path.exists()) == (UploadState.SCORED, False)
    pages = ["", "inovasi/p001/", "penjelasan/index", "penjelasan/sid/p001/SID-01"]
    first = demonstration("2026").innovations[0].id
    found = [
        client.get(f"/penilaian/{upload.id}/{page.replace('p001', first)}").status_code
        for page in pages
    ]
    assert found == [200] * len(pages)


def test_all_faults_of_a_file_are_shown_with_their_places(client: Client) -> None:
    """Nobody mends one fault to be told of the next."""
    faulty = raw_answers(spd={"SPD-01": 9}, innovations=[raw_innovation(affairs=["Sihir"])])
    upload = hand_in_and_read(client, as_file(faulty))
    html = client.get(f"/unggah/{upload.id}/").content.decode()
    shown = [place in html for place in ("spd.SPD-01", "innovations[0].affairs[0]")]
    assert (upload.state, shown, "2 hal perlu diperbaiki" in html) == (
        UploadState.FAULTY,
        [True, True],
        True,
    )


def test_what_another_visitor_handed_in_is_not_there(client: Client) -> None:
    """Alice's upload is 404 for Bob, on every page that would show it."""
    alices, bob = hand_in_and_read(client), Client()
    hand_in(bob)
    addresses = [
        f"/unggah/{alices.id}/",
        f"/penilaian/{alices.id}/",
        f"/penilaian/{alices.id}/inovasi/p1/",
        f"/penilaian/{alices.id}/penjelasan/index",
    ]
    assert [bob.get(address).status_code for address in addresses] == [404] * 4
    assert [client.get(address, follow=True).status_code for address in addresses] == [200] * 4


def test_an_unread_upload_has_no_assessment_yet(client: Client) -> None:
    """Its own page waits instead, and says so without scripts too."""
    upload = hand_in(client)
    waiting = client.get(f"/unggah/{upload.id}/").content.decode()
    assert client.get(f"/penilaian/{upload.id}/").status_code == 404
    assert ("sedang dibaca" in waiting, "<noscript>" in waiting) == (True, True)


def test_polling_gets_the_progress_alone_and_then_the_way_on(client: Client) -> None:
    """The page asks every second; when it is over it is sent on."""
    upload = hand_in(client)
    address, polling = f"/unggah/{upload.id}/", {"HX-Request": "true"}
    Upload.objects.update(state=UploadState.READING, done=30, total=120)
    part = client.get(address, headers=polling).content.decode()
    assert ("25 % sudah dibaca" in part, "<html" in part) == (True, False)
    Upload.objects.update(state=UploadState.FAULTY)
    assert client.get(address, headers=polling)["HX-Redirect"] == address


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Belum ada berkas"),
        ({"file": as_file(b"x", "jawaban.pdf")}, "bukan .xlsx, .json, atau .csv"),
        ({"file": as_file(b"{}"), "target": "seratus"}, "misalnya 60,01"),
        ({"file": as_file(b"{}"), "target": "60,011"}, "dua angka di belakang koma"),
    ],
)
def test_what_cannot_be_taken_is_said_beside_the_field(
    client: Client, sent: dict[str, object], said: str
) -> None:
    """Listed on top and beside the field; nothing is kept."""
    response = client.post("/unggah/", sent)
    count = response.content.decode().count(said)
    assert (response.status_code, count, Upload.objects.count()) == (422, 2, 0)


def test_the_worker_is_asked_once_the_file_is_safe(
    client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    """Not before the row can be seen by the worker."""
    with django_capture_on_commit_callbacks(execute=True) as asked:
        upload = hand_in(client)
    assert (len(asked), upload.path.exists()) == (1, True)


def test_a_file_beyond_the_limit_is_refused(client: Client) -> None:
    """It is told by its true size, though it is not kept."""
    response = client.post("/unggah/", {"file": as_file(bytes(LARGEST_FILE + 1), "besar.xlsx")})
    assert response.status_code == 422
    assert "lebih besar dari 32 MB" in response.content.decode()


def test_a_name_full_of_tricks_is_only_text(client: Client) -> None:
    """The visitor's name for the file is shown, never obeyed."""
    upload = hand_in(client, as_file(b"{}", "../<b>a&.json"))
    html = client.get(f"/unggah/{upload.id}/").content.decode()
    assert ("&lt;b&gt;a&amp;.json" in html, upload.path.name) == (True, f"{upload.id}.json")


@pytest.mark.parametrize("number", [1, 3])
def test_the_form_lists_uploads_with_two_queries(
    client: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Whose session it is, and their uploads, however many there are."""
    for _ in range(number):
        hand_in(client)
    with django_assert_num_queries(2):
        html = client.get("/unggah/").content.decode()
    assert html.count("jawaban.json") == number


@pytest.mark.parametrize("code", edition_codes())
def test_every_edition_has_a_blank_workbook(client: Client, code: str) -> None:
    """To be saved, not shown."""
    response = client.get(f"/unduh/buku-kerja-{code}.xlsx")
    assert response["Content-Disposition"] == f'attachment; filename="pragola-{code}.xlsx"'


@pytest.mark.parametrize("code", demonstrated_editions())
def test_the_filled_workbook_is_the_demonstration(
    client: Client, tmp_path: Path, code: str
) -> None:
    """What is taken away can be handed in."""
    path = tmp_path / "contoh.xlsx"
    path.write_bytes(client.get(f"/unduh/contoh-{code}.xlsx").content)
    assert read_answers(path) == demonstration(code)


def test_a_region_without_history_has_its_page_too(client: Client) -> None:
    """Nothing published, no target, no innovation: an index all the same."""
    region = {"code": "11.01", "name": "Kabupaten Aceh Selatan"}
    empty = raw_answers(region=region, innovations=[])
    upload = hand_in_and_read(client, as_file(empty))
    html = client.get(f"/penilaian/{upload.id}/").content.decode()
    assert ("Kabupaten Aceh Selatan" in html, "Target" in html) == (True, False)
    assert answers_from(empty) == Answers(
        edition="2026",
        region=Region("11.01", "Kabupaten Aceh Selatan"),
        spd=answers_from(raw_answers()).spd,
    )


def test_visitors_do_not_fill_the_disk_with_files_that_nobody_has_read(
    client: Client, settings: Settings
) -> None:
    """More than may wait are refused with what to do; once some were read, others are taken."""
    settings.MOST_WAITING_UPLOADS = 2
    first, _second = hand_in(Client()), hand_in(Client())
    refused = client.post("/unggah/", {"file": as_file(raw_answers()), "target": ""})
    told = "tunggu beberapa menit" in refused.content.decode()
    read_upload(first.id)
    hand_in(client)
    assert (refused.status_code, told, Upload.objects.count()) == (503, True, 3)
