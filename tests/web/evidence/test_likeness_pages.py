"""Who sees what of an alike pair, who may say that it is no matter, and the lists of pairs."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from pragola.web.evidence.actions.uses import remove_use
from pragola.web.evidence.models import Likeness, LikenessMark, Use
from pragola.web.innovations.models import Entry
from pragola.web.regions.models import Role
from pragola.web.shared.audit import SYSTEM, changes_of
from tests.web.evidence.alike import (
    FAR,
    OTHER_SOP,
    SOP,
    a_photo,
    a_report,
    a_text,
    describe,
    liken,
    proves,
)
from tests.web.workplace import a_region, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db

LIST = "/kerja/wilayah/33.18/kemiripan/"
NATION = "/kerja/nasional/kemiripan/"
REASON = "Satu kegiatan bersama kedua puskesmas."


@pytest.fixture(autouse=True)
def _own_renditions(settings: Settings, tmp_path: Path) -> None:
    settings.RENDITIONS = tmp_path / "renditions"


@dataclass(frozen=True)
class World:
    """A photograph that two units of Pati and one of Kudus show, each for an innovation."""

    ours: Use
    neighbours: Use
    abroad: Use
    kudus: object

    @property
    def pair(self) -> int:
        """The pair of that file with itself, which all three share."""
        return Likeness.objects.get(innovations__gt=1).pk


def a_world(*, abroad: bool = True) -> World:
    """Compared and weighed."""
    kudus = a_region("33.19", "Kabupaten Kudus")
    file = a_photo(1)
    ours = proves(file, an_entry(a_unit("Puskesmas A"), title="Melati"), photo=True)
    theirs = proves(file, an_entry(a_unit("Puskesmas B"), title="Anggrek"), photo=True)
    far = an_entry(a_unit("Puskesmas C", region=kudus), title="Kenanga")
    used = proves(file if abroad else a_photo(2), far, photo=True)
    liken()
    return World(ours, theirs, used, kudus)


def page(client: Client, pair: int) -> str:
    """The pair side by side."""
    return client.get(f"/kerja/kemiripan/{pair}/").content.decode()


def named(html: str) -> dict[str, bool]:
    """Which of the three innovations, units and governments a page gives away."""
    words = ("Melati", "Anggrek", "Kenanga", "Puskesmas A", "Puskesmas B", "Puskesmas C", "Kudus")
    return {word: word in html for word in words}


def names(*shown: str) -> dict[str, bool]:
    """Only these."""
    return dict.fromkeys(named(""), False) | dict.fromkeys(shown, True)


def test_an_operator_learns_that_another_unit_shows_the_photograph_and_no_more() -> None:
    """On the claims page, on the page of the evidence, and side by side."""
    world = a_world()
    operator = signed_in(appointed(Role.OPERATOR, world.ours.entry.innovation.unit))
    entry, evidence = world.ours.entry_id, world.ours.evidence_id
    for address in (
        f"/kerja/entri/{entry}/klaim/",
        f"/kerja/bukti/{evidence}/",
        f"/kerja/pemakaian/{world.ours.pk}/pemeriksaan/",
    ):
        html = operator.get(address).content.decode()
        assert "Bukti ini sama 100 persen dengan bukti inovasi unit lain dan 1 lainnya." in html
        assert f"/kerja/kemiripan/{world.pair}/" in html
        assert [
            word for word in ("Anggrek", "Kenanga", "Puskesmas B", "Kudus") if word in html
        ] == []
    beside = page(operator, world.pair)
    assert named(beside) == names("Melati", "Puskesmas A")
    assert "Isi sisi ini tidak ditampilkan" in beside
    assert "Tandai tidak masalah" not in beside


def test_of_another_government_an_operator_learns_only_that_it_is_one() -> None:
    """Nothing of its name or unit."""
    world = a_world()
    remove_use(world.neighbours, by=SYSTEM, at=world.ours.added_at)
    liken()
    operator = signed_in(appointed(Role.OPERATOR, world.ours.entry.innovation.unit))
    html = operator.get(f"/kerja/entri/{world.ours.entry_id}/klaim/").content.decode()
    assert "dengan bukti inovasi di daerah lain." in html
    assert named(page(operator, world.pair)) == names("Melati", "Puskesmas A")


def test_whoever_reads_both_is_told_the_name() -> None:
    """A verifier of the government; of the other one they learn no more than an operator."""
    world = a_world()
    verifier = signed_in(appointed(Role.VERIFIER, a_region()))
    html = verifier.get(f"/kerja/entri/{world.ours.entry_id}/klaim/").content.decode()
    assert "dengan bukti “Anggrek” dan 1 lainnya." in html
    beside = page(verifier, world.pair)
    assert named(beside) == names("Melati", "Anggrek", "Puskesmas A", "Puskesmas B")
    assert "inovasi di daerah lain" in beside
    assert named(verifier.get(LIST).content.decode()) == named(beside)


def test_a_coach_of_both_units_reads_both_and_decides_nothing() -> None:
    """A head of one reads that one."""
    agency = a_unit("Dinas Kesehatan")
    file = a_photo(1)
    for name, title in (("Puskesmas A", "Melati"), ("Puskesmas B", "Anggrek")):
        proves(file, an_entry(a_unit(name, parent=agency), title=title), photo=True)
    liken()
    pair = Likeness.objects.get().pk
    coach = signed_in(appointed(Role.COACH, agency))
    beside = page(coach, pair)
    assert named(beside) == names("Melati", "Anggrek", "Puskesmas A", "Puskesmas B")
    told = [coach.post(f"/kerja/kemiripan/{pair}/tandai/").status_code, coach.get(LIST).status_code]
    assert told == [403, 403]


def test_the_ministry_sees_all_of_a_pair_across_governments_and_nothing_of_one_within() -> None:
    """An evaluator too; and nobody else sees their list."""
    world = a_world()
    for role in (Role.NATIONAL, Role.EVALUATOR):
        ministry = signed_in(appointed(role))
        assert all(named(page(ministry, world.pair)).values())
        assert "Melati · Puskesmas A · Kabupaten Pati" in ministry.get(NATION).content.decode()
        picture = f"/kerja/kemiripan/{world.pair}/2/1-320.webp"
        assert ministry.get(picture).status_code == 200
    remove_use(world.abroad, by=SYSTEM, at=world.ours.added_at)
    liken()
    assert ministry.get(f"/kerja/kemiripan/{world.pair}/").status_code == 404
    assert ministry.get(picture).status_code == 404
    assert "Melati" not in ministry.get(NATION).content.decode()
    assert signed_in(appointed(Role.COORDINATOR, a_region())).get(NATION).status_code == 404


def test_who_reads_neither_side_does_not_learn_that_the_pair_is_there() -> None:
    """An operator of a third unit, a verifier of a third government."""
    world = a_world()
    third = a_region("33.20", "Kabupaten Jepara")
    for client in (
        signed_in(appointed(Role.OPERATOR, a_unit("Puskesmas D"))),
        signed_in(appointed(Role.VERIFIER, third)),
    ):
        assert client.get(f"/kerja/kemiripan/{world.pair}/").status_code == 404
        assert client.get(f"/kerja/kemiripan/{world.pair}/1/1-320.webp").status_code == 404


def test_the_picture_of_a_side_that_is_not_theirs_is_not_served() -> None:
    """Nearly the same is another file: the operator has theirs and not the other."""
    first, second = an_entry(a_unit("Puskesmas A")), an_entry(a_unit("Puskesmas B"))
    mine, other = a_photo(1), a_photo(1, 400)
    proves(mine, first, photo=True)
    proves(other, second, photo=True)
    liken()
    pair = Likeness.objects.get()
    operator = signed_in(appointed(Role.OPERATOR, first.innovation.unit))
    own = 1 if pair.one_file_id == mine.pk else 2
    address = f"/kerja/kemiripan/{pair.pk}/{{}}/1-320.webp"
    found = [operator.get(address.format(side)).status_code for side in (own, 3 - own, 0, 7)]
    assert found == [200, 404, 404, 404]
    verifier = signed_in(appointed(Role.VERIFIER, a_region()))
    assert [verifier.get(address.format(side)).status_code for side in (1, 2)] == [200, 200]


def test_passages_that_are_the_same_are_marked_in_both_texts() -> None:
    """With a number that leads to the other side; not to those who read one side only."""
    first, second = an_entry(a_unit("Puskesmas A")), an_entry(a_unit("Puskesmas B"))
    proves(a_text(SOP), first, "SID-13")
    proves(a_text(OTHER_SOP), second, "SID-13")
    liken()
    pair = Likeness.objects.get().pk
    html = page(signed_in(appointed(Role.VERIFIER, a_region())), pair)
    assert [html.count('<mark id="s1-'), html.count('<mark id="s2-')] == [1, 1]
    assert "1 bagian yang sama" in html
    assert "99 %" in html
    operator = page(signed_in(appointed(Role.OPERATOR, first.innovation.unit)), pair)
    assert ["<mark" in operator, "petugas" in operator] == [False, False]


def test_two_innovations_stand_side_by_side() -> None:
    """With what both say."""
    first = an_entry(a_unit("Puskesmas A"), title="Melati")
    second = an_entry(a_unit("Puskesmas B"), title="Anggrek")
    describe(first, SOP)
    describe(second, OTHER_SOP)
    liken()
    pair = Likeness.objects.get().pk
    coordinator = signed_in(appointed(Role.COORDINATOR, a_region()))
    html = page(coordinator, pair)
    assert [html.count("<mark id"), f"/kerja/entri/{second.pk}/" in html] == [2, True]
    assert "uraian inovasi yang hampir sama" in coordinator.get(LIST).content.decode()


def test_a_mark_takes_it_off_the_list_and_is_taken_back() -> None:
    """With a reason; the operator learns that it is no matter, and not why."""
    world = a_world(abroad=False)
    pair = world.pair
    verifier = signed_in(appointed(Role.VERIFIER, a_region()))
    assert verifier.post(f"/kerja/kemiripan/{pair}/tandai/", {"reason": " ok "}).status_code == 422
    verifier.post(f"/kerja/kemiripan/{pair}/tandai/", {"reason": REASON})
    verifier.post(f"/kerja/kemiripan/{pair}/tandai/", {"reason": REASON})
    assert LikenessMark.objects.get().reason == REASON
    assert "Melati" not in verifier.get(LIST).content.decode()
    assert REASON in verifier.get(f"{LIST}?status=sudah").content.decode()
    operator = signed_in(appointed(Role.OPERATOR, world.ours.entry.innovation.unit))
    html = operator.get(f"/kerja/entri/{world.ours.entry_id}/klaim/").content.decode()
    assert "Sudah dilihat dan tidak masalah." in html
    beside = page(operator, pair)
    assert ["Sudah dilihat, tidak masalah" in beside, REASON in beside] == [True, False]
    verifier.post(f"/kerja/kemiripan/{pair}/buka-lagi/")
    verifier.post(f"/kerja/kemiripan/{pair}/buka-lagi/")
    assert "Melati" in verifier.get(LIST).content.decode()
    deeds = [change.deed for change in changes_of(Likeness.objects.get(pk=pair))]
    assert deeds == ["likeness_unmarked", "likeness_marked"]


def test_a_mark_falls_when_a_side_changes() -> None:
    """Another innovation shows the photograph too."""
    world = a_world(abroad=False)
    verifier = signed_in(appointed(Role.VERIFIER, a_region()))
    verifier.post(f"/kerja/kemiripan/{world.pair}/tandai/", {"reason": REASON})
    liken()
    assert LikenessMark.objects.filter(ended_at=None).count() == 1
    file = world.ours.evidence.file
    assert file is not None
    proves(file, an_entry(a_unit("Puskesmas D"), title="Dahlia"), photo=True)
    liken()
    assert LikenessMark.objects.filter(ended_at=None).count() == 0
    assert "Melati" in verifier.get(LIST).content.decode()
    fell, _marked = changes_of(Likeness.objects.get(pk=world.pair))
    assert (fell.deed, fell.actor) == ("likeness_mark_fell", None)


def test_each_government_and_the_ministry_speak_for_themselves() -> None:
    """A government's word does not take a pair off the ministry's list, nor the other way round."""
    world = a_world()
    verifier = signed_in(appointed(Role.VERIFIER, a_region()))
    ministry = signed_in(appointed(Role.NATIONAL))
    kudus = signed_in(appointed(Role.VERIFIER, a_region("33.19")))
    assert (
        kudus.post(f"/kerja/kemiripan/{world.pair}/tandai/", {"reason": REASON}).status_code == 403
    )
    verifier.post(f"/kerja/kemiripan/{world.pair}/tandai/", {"reason": REASON})
    assert [m.region_id for m in LikenessMark.objects.all()] == ["33.18"]
    assert "Melati" in ministry.get(NATION).content.decode()
    ministry.post(f"/kerja/kemiripan/{world.pair}/tandai/", {"reason": "Foto bersama kementerian."})
    assert "Melati" not in ministry.get(NATION).content.decode()
    assert "Foto bersama" not in page(verifier, world.pair)


def test_the_list_is_narrowed() -> None:
    """By words, by what is alike, to what is usual, to other governments."""
    world = a_world()
    decree = a_text(SOP)
    for entry in (world.ours.entry, world.neighbours.entry):
        proves(decree, entry, "SID-01")
    liken()
    verifier = signed_in(appointed(Role.VERIFIER, a_region()))
    asked = ("", "?cari=anggrek", "?cari=kenanga", "?jenis=text", "?wajar=1", "?lingkup=luar")
    found = [verifier.get(LIST + each).content.decode() for each in asked]
    assert [html.count('data-label="Bobot"') for html in found] == [1, 1, 0, 0, 2, 1]
    assert "Tidak ada pasangan yang cocok." in found[2]


def test_an_empty_list_says_how_it_is_filled() -> None:
    """Nothing is alike yet."""
    html = signed_in(appointed(Role.COORDINATOR, a_region())).get(LIST).content.decode()
    assert "Tidak ada kemiripan yang perlu dilihat." in html


@pytest.mark.parametrize("place", ["list", "nation", "claims"])
def test_a_page_asks_as_much_for_three_pairs_as_for_one(place: str) -> None:
    """The lists, and the claims of an entry whose files are all shared."""
    entry = an_entry(a_unit("Puskesmas A"))
    address = {"list": LIST, "nation": NATION, "claims": f"/kerja/entri/{entry.pk}/klaim/"}[place]
    role = Role.NATIONAL if place == "nation" else Role.VERIFIER
    client = signed_in(appointed(role, None if role == Role.NATIONAL else a_region()))
    asked = []
    for number in (1, 2):
        _share(entry, number)
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            html = client.get(address).content.decode()
        asked.append(len(queries))
    assert html.count("/kerja/kemiripan/") >= 3
    assert asked[0] == asked[1]


def _share(entry: Entry, number: int) -> None:
    """So many photographs of the entry are shown abroad and by a neighbour too."""
    for part in ("SID-04", "SID-10", "SID-12")[-number:] if number > 1 else ("SID-04",):
        file = a_photo(Use.objects.count() + 20, 240)
        proves(file, entry, part, photo=True)
        abroad = a_unit(region=a_region("33.19", "Kabupaten Kudus"))
        for unit in (abroad, a_unit()):
            proves(file, an_entry(unit), photo=True)
    liken()


def test_a_photograph_inside_a_report_is_told_with_its_page_and_shown_on_it() -> None:
    """Beside the proof, and side by side."""
    ours, theirs = an_entry(a_unit("Puskesmas A")), an_entry(a_unit("Puskesmas B"), title="Lain")
    used = proves(a_report(SOP, 2, 1), ours)
    proves(a_report(FAR, 1), theirs)
    liken()
    pair = Likeness.objects.get(innovations__gt=1).pk
    verifier = signed_in(appointed(Role.VERIFIER, a_region()))
    html = verifier.get(f"/kerja/pemakaian/{used.pk}/pemeriksaan/").content.decode()
    assert "Foto di dalamnya sama 100 persen dengan foto di bukti “Lain”." in html
    assert '<span class="source">hal. 2</span>' in html
    beside = verifier.get(f"/kerja/kemiripan/{pair}/").content.decode()
    side = 1 if Likeness.objects.get(pk=pair).one_file_id == used.evidence.file_id else 2
    shown = sorted(re.findall(rf"/kerja/kemiripan/{pair}/(\d)/(\d)-960.webp", beside))
    assert shown == sorted([(str(side), "2"), (str(3 - side), "1")])
    assert "foto yang hampir sama di dalam dokumen" in beside


def test_an_innovation_described_like_another_says_so_on_its_own_page() -> None:
    """By name to whoever reads both, to others only from where."""
    ours = an_entry(a_unit("Puskesmas A"), title="Melati")
    theirs = an_entry(a_unit("Puskesmas B"), title="Anggrek")
    for entry in (ours, theirs):
        describe(entry, SOP)
    liken()
    pair = Likeness.objects.get(innovations__gt=1).pk
    told = {}
    for name, person in {
        "operator": appointed(Role.OPERATOR, ours.innovation.unit),
        "verifier": appointed(Role.VERIFIER, a_region()),
    }.items():
        html = signed_in(person).get(f"/kerja/entri/{ours.pk}/").content.decode()
        found = re.findall(r"Uraian inovasi ini sama \d+ persen dengan uraian (.*?)\. Bila", html)
        told[name] = (found, f'href="/kerja/kemiripan/{pair}/"' in html, "Anggrek" in html)
    assert told == {
        "operator": (["inovasi unit lain"], True, False),
        "verifier": (["“Anggrek”"], True, True),
    }
