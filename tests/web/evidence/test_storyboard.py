"""The storyboard: the edition's substances with time, questions and texts, before anybody films."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pragola.rulebooks import load_edition
from pragola.scoring.faults import PragolaError
from pragola.web.evidence.actions.storyboard import save_scene
from pragola.web.evidence.models import Scene
from pragola.web.evidence.queries.storyboard import storyboard_of
from pragola.web.evidence.scenes import Told, budget_of
from pragola.web.innovations.actions.fields import save_field
from pragola.web.innovations.actions.saving import EntryLockedError, StaleSaveError
from pragola.web.innovations.models import Entry, EntryState
from pragola.web.regions.models import Role
from pragola.web.shared.audit import SYSTEM, changes_of
from pragola.wording import Language
from pragola.wording.storyboard import prompts_for
from tests.web.evidence.test_evidence import operator_of
from tests.web.workplace import MOMENT, a_region, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db

VIDEO = load_edition("2026").video
SUBSTANCES = VIDEO.substances.value
MOST = VIDEO.max_minutes.value * 60


def save(
    entry: Entry,
    number: int,
    *,
    seconds: int = 30,
    said: str = "",
    shown: str = "",
    revision: int = 0,
) -> Scene | None:
    """Save a scene as the system does."""
    told = Told(seconds=seconds, said=said, shown=shown)
    return save_scene(entry.pk, number, told, revision=revision, by=SYSTEM, at=MOMENT)


@pytest.mark.parametrize("code", ["2023", "2026", "2027"])
def test_the_proposed_times_come_to_the_most_that_the_edition_takes(code: str) -> None:
    """In parts that differ by a second at most; and every substance has questions of its own."""
    video = load_edition(code).video
    budget = budget_of(load_edition(code))
    assert (len(budget), sum(budget)) == (len(video.substances.value), video.max_minutes.value * 60)
    assert max(budget) - min(budget) <= 1
    general = prompts_for("substansi yang belum kami kenal")
    assert [each for each in video.substances.value if prompts_for(each) == general] == []


def test_a_scene_is_saved_with_its_line_in_the_log() -> None:
    """What is as proposed needs no row; the same again is no change."""
    entry = an_entry()
    proposed = budget_of(load_edition("2026"))[0]
    assert save(entry, 1, seconds=proposed) is None
    save(entry, 1, said="Dulu antre tiga jam.")
    save(entry, 1, said="Dulu antre tiga jam.", revision=1)
    lines = [(each.deed, each.old, each.new) for each in changes_of(entry)]
    scene = {"scene": SUBSTANCES[0], "shown": ""}
    assert lines == [
        (
            "scene_saved",
            scene | {"seconds": "1:00", "said": ""},
            scene | {"seconds": "0:30", "said": "Dulu antre tiga jam."},
        )
    ]


def test_scenes_stand_one_after_the_other_and_too_much_is_told() -> None:
    """Each from when to when; and by how much all of it is too long."""
    entry = an_entry()
    save(entry, 1, seconds=MOST)
    board = storyboard_of(entry, Language.INDONESIAN)
    assert [scene.stretch for scene in board.scenes] == [
        "0:00–5:00",
        "5:00–6:00",
        "6:00–7:00",
        "7:00–8:00",
        "8:00–9:00",
    ]
    assert (board.total, board.most, board.over, board.proposed) == ("9:00", "5:00", "4:00", False)


def test_what_the_profile_says_already_stands_beside_the_questions() -> None:
    """Parts of the design text, benefits, results; nothing where nothing is written."""
    entry = an_entry()
    for field, value in (
        ("rancang_bangun", {"Permasalahan": "Antrean panjang.", "Dasar hukum": "Perbup."}),
        ("hasil", "Antrean tinggal sejam."),
    ):
        save_field(entry.pk, field, value, revision=0, by=SYSTEM, at=MOMENT)
    board = storyboard_of(entry, Language.INDONESIAN)
    assert {scene.substance: scene.profile for scene in board.scenes if scene.profile} == {
        "Latar belakang inovasi": (("Permasalahan", "Antrean panjang."),),
        "Dampak inovasi": (("Hasil inovasi", "Antrean tinggal sejam."),),
    }


@pytest.mark.parametrize(
    ("number", "seconds", "said", "code"),
    [
        (0, 30, "", "mark_substance_unknown"),
        (1, MOST + 1, "", "scene_too_long"),
        (1, 30, "x" * 4001, "scene_text_too_long"),
    ],
)
def test_what_cannot_be_kept_is_refused(number: int, seconds: int, said: str, code: str) -> None:
    """With a sentence each."""
    with pytest.raises(PragolaError) as caught:
        save(an_entry(), number, seconds=seconds, said=said)
    assert [fault.code for fault in caught.value.faults] == [code]


def test_a_locked_entry_keeps_its_storyboard() -> None:
    """It is read, and nobody writes."""
    entry = an_entry(state=EntryState.SUBMITTED)
    with pytest.raises(EntryLockedError):
        save(entry, 1)
    html = operator_of(entry).get(f"/kerja/entri/{entry.pk}/papan-cerita/").content.decode()
    assert ("<textarea" in html, "data-autosave" in html) == (False, False)


def test_two_people_do_not_overwrite_each_other_unseen() -> None:
    """Who is late is told both."""
    entry = an_entry()
    save(entry, 1, said="Pertama")
    with pytest.raises(StaleSaveError) as caught:
        save(entry, 1, said="Kedua")
    assert caught.value.revision == 1


def saved(client: Client, entry: Entry, number: int, **told: str) -> tuple[int, dict[str, object]]:
    """Save as the script does; the status and what is told."""
    sent = {f"{name}.{number}": text for name, text in told.items()} | {"revision": "0"}
    answer = client.post(
        f"/kerja/entri/{entry.pk}/papan-cerita/{number}/",
        sent,
        headers={"Accept": "application/json"},
    )
    return answer.status_code, answer.json()


def test_a_script_saves_a_scene_and_the_paper_follows() -> None:
    """In the protocol of every other part of an entry."""
    entry = an_entry()
    client = operator_of(entry)
    status, first = saved(client, entry, 2, time="0:45", said="Ide dari kader", shown="Rapat")
    parts = first["parts"]
    assert isinstance(parts, dict)
    assert (status, first["revision"]) == (200, 1)
    assert sorted(parts) == ["cetak-adegan", "jumlah-waktu", "sesudah-adegan-2"]
    assert ("Ide dari kader" in parts["cetak-adegan"], "4:45" in parts["jumlah-waktu"]) == (
        True,
        True,
    )
    status, stale = saved(client, entry, 2, time="0:50", said="Ide dari bidan", shown="")
    assert (status, stale["mine"], stale["theirs"]) == (
        409,
        "0:50\n\nIde dari bidan",
        "0:45\n\nIde dari kader\n\nRapat",
    )


def test_without_a_script_all_scenes_are_saved_by_one_form() -> None:
    """What cannot be saved stays as it was typed."""
    entry = an_entry()
    client, address = operator_of(entry), f"/kerja/entri/{entry.pk}/papan-cerita/"
    scene = {"time.1": "1:00", "said.1": "Satu", "shown.1": "", "revision.1": "0"}
    wrong = {"time.2": "lama", "said.2": "Dua", "shown.2": "", "revision.2": "0"}
    answer = client.post(address, scene | wrong)
    html = answer.content.decode()
    assert (answer.status_code, 'value="lama"' in html, ">Dua</textarea>" in html) == (
        422,
        True,
        True,
    )
    assert client.post(address, scene | {"said.1": "Lain"}).status_code == 409
    answer = client.post(address, scene | {"said.1": "Lain", "time.1": "", "revision.1": "1"})
    row = Scene.objects.get()
    proposed = budget_of(load_edition("2026"))[0]
    assert (answer.status_code, row.said, row.seconds) == (302, "Lain", proposed)


def test_the_claim_of_the_video_leads_there_for_all_who_read_it(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """Also before there is a video; the page takes the same queries however much is saved."""
    entry = an_entry()
    client = signed_in(appointed(Role.COACH, entry.innovation.unit))
    address = f"/kerja/entri/{entry.pk}/papan-cerita/"
    assert address in client.get(f"/kerja/entri/{entry.pk}/klaim/").content.decode()
    client.get(address)
    for number in range(1, len(SUBSTANCES) + 1):
        with django_assert_num_queries(10):
            client.get(address)
        save(entry, number, said="Isi")


def test_the_history_tells_scenes_in_words() -> None:
    """Time and texts, under the name of the substance."""
    entry = an_entry()
    save(entry, 1, said="Dulu antre")
    html = signed_in(appointed(Role.VERIFIER, a_region())).get(f"/kerja/entri/{entry.pk}/riwayat/")
    assert "Papan cerita disimpan" in html.content.decode()
