"""The pages of the bench: queue, claim, verdict, undo, other claims on the same evidence."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from pragola.web.innovations.actions.moves import make_move
from pragola.web.innovations.models import Claim, Entry, EntryState, Judged, Move
from pragola.web.regions.models import Person, Role
from pragola.web.review.actions.judging import Ruling
from pragola.web.review.actions.offering import give_along
from pragola.web.review.actions.queue import fill_queue
from pragola.web.review.models import Turn, Verdict
from pragola.web.review.queries.resting import rests_on
from pragola.web.review.queries.standing import seen_of
from pragola.web.shared.audit import changes_of
from tests.web.review.reviewing import (
    INDICATOR,
    RETURNING,
    SEEN,
    a_claim,
    a_link,
    a_verifier,
    judged,
    proven,
    stands,
)
from tests.web.workplace import MOMENT, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db
S = EntryState
ACCEPTING = {"level": "3", "putusan": "terima", "alasan": SEEN}


def plain(html: str) -> str:
    """The text of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def seen(claim: Claim) -> str:
    """What the page of the claim proves to have shown."""
    claim = Claim.objects.select_related("entry__assessment").get(pk=claim.pk)
    return seen_of(claim, rests_on(claim))


def queued(number: int) -> list[Claim]:
    """So many claims on one indicator that wait."""
    claims = [a_claim(an_entry(title=f"Inovasi {n}", state=S.UNDER_REVIEW)) for n in range(number)]
    fill_queue(claims[0].entry.assessment, at=now())
    return claims


def sent(browser: Client, claim: Claim, **told: str) -> str:
    """The form of the claim, posted; where it leads or what status it has."""
    answer = browser.post(f"/kerja/klaim/{claim.pk}/putusan/", {"seen": seen(claim)} | told)
    return answer.get("Location", "") or str(answer.status_code)


def test_a_verdict_leads_to_the_next_claim_of_the_same_part_of_the_queue() -> None:
    """And at the end to the queue."""
    claims = queued(2)
    browser = signed_in(a_verifier())
    assessment = claims[0].entry.assessment_id
    taken = browser.post(f"/kerja/penilaian/{assessment}/meja/ambil/", {"indikator": INDICATOR})
    asked = f"?indikator={INDICATOR}"
    found = [
        taken["Location"],
        sent(browser, claims[0], indikator=INDICATOR, **ACCEPTING),
        sent(browser, claims[1], putusan="kembalikan", baku="Buram.", indikator=INDICATOR),
    ]
    assert found == [
        f"/kerja/klaim/{claims[0].pk}/meja/{asked}",
        f"/kerja/klaim/{claims[1].pk}/meja/{asked}",
        f"/kerja/penilaian/{assessment}/meja/",
    ]
    assert [stands(claim) for claim in claims] == [("accepted", 3), ("returned", 0)]


def test_what_is_wrong_with_a_ruling_is_told_with_what_was_typed() -> None:
    """The words are not lost."""
    (claim,) = queued(1)
    browser = signed_in(a_verifier())
    path = f"/kerja/klaim/{claim.pk}/putusan/"
    refused = browser.post(path, {"seen": seen(claim), "level": "1", "putusan": "terima"})
    stale = browser.post(
        path, {"seen": "0-x", "level": "2", "putusan": "terima", "alasan": "Hanya dua tahun."}
    )
    assert (refused.status_code, stale.status_code) == (422, 422)
    told = refused.content.decode()
    assert '<a href="#alasan">' in told
    assert '<p class="error" id="alasan_error">' in told
    assert len(re.findall(r"<input[^>]* autofocus|<textarea[^>]* autofocus", told)) == 1
    assert "Alasannya belum ada." in plain(told)
    page = stale.content.decode()
    assert "Klaim ini sudah diputus atau berubah" in page
    assert ">Hanya dua tahun.</textarea>" in page
    assert 'value="2" checked' in page


def test_the_last_verdict_can_be_taken_back_on_the_next_page() -> None:
    """By a button that stands there for a while."""
    claims = queued(2)
    browser = signed_in(a_verifier())
    sent(browser, claims[0], **ACCEPTING)
    page = browser.get(f"/kerja/klaim/{claims[1].pk}/meja/").content.decode()
    verdict = Verdict.objects.get()
    path = f"/kerja/putusan/{verdict.pk}/batal/"
    assert f'action="{path}"' in page
    answer = browser.post(path)
    assert answer["Location"] == f"/kerja/klaim/{claims[0].pk}/meja/"
    assert (stands(claims[0]), Turn.objects.get(claim=claims[0]).waiting) == (("", None), True)


def test_the_claim_lies_open_with_its_criteria_reasons_and_history() -> None:
    """Levels up to what is claimed; what changed since the last verdict."""
    claim = a_claim(level=2)
    verifier = a_verifier()
    proven(claim)
    judged(claim, verifier, RETURNING)
    Claim.objects.update(judged=Judged.OPEN_AGAIN, accepted_level=None, level=1)
    page = signed_in(verifier).get(f"/kerja/klaim/{claim.pk}/meja/").content.decode()
    told = plain(page)
    for text in (
        "Terbuka lagi, karena sesudah putusan terakhir",
        "Klaim diubah",
        "Kriteria menurut pedoman",
        "Belum ada buktinya.",
        "Putusan sebelumnya",
        "https://contoh.go.id/",
    ):
        assert text in told
    assert re.findall(r'name="level" value="(\d)"', page) == ["1"]


def test_one_verdict_is_offered_to_all_claims_on_the_same_evidence() -> None:
    """Each is shown before; those chosen get it, never above what they claim."""
    unit = a_unit()
    evidence = a_link(unit, title="Peraturan Bupati")
    claims = [
        a_claim(an_entry(unit, title=f"Inovasi {n}", state=S.UNDER_REVIEW), level=level)
        for n, level in enumerate((3, 3, 1, 3))
    ]
    for claim in claims:
        proven(claim, evidence)
    proven(claims[3], a_link(unit, 2, title="Lampiran"))
    browser = signed_in(a_verifier())
    told = {"level": "2", "putusan": "terima", "alasan": "Belum semua.", "serupa": "1"}
    path = sent(browser, claims[0], **told).rstrip("?")
    verdict = Verdict.objects.get()
    assert path == f"/kerja/putusan/{verdict.pk}/bukti-sama/"
    page = browser.get(path).content.decode()
    offered = re.findall(r'name="klaim" value="(\d+)"( checked)?', page)
    assert offered == [
        (str(claims[1].pk), " checked"),
        (str(claims[2].pk), " checked"),
        (str(claims[3].pk), ""),
    ]
    chosen = [claims[1], claims[2]]
    posted = {"klaim": [str(each.pk) for each in chosen], "indikator": [INDICATOR]}
    done = browser.post(path, posted | {f"seen.{each.pk}": seen(each) for each in chosen})
    on = f"/kerja/klaim/{claims[3].pk}/meja/?indikator={INDICATOR}"
    assert (done["Location"], "Tidak, ke klaim berikutnya" in page) == (on, True)
    assert [stands(each) for each in claims] == [
        ("accepted", 2),
        ("accepted", 2),
        ("accepted", 1),
        ("", None),
    ]
    assert set(Verdict.objects.exclude(pk=verdict.pk).values_list("along_with", "reason")) == {
        (verdict.pk, "Belum semua.")
    }


def test_one_undo_takes_back_all_that_was_judged_along() -> None:
    """Each verdict with its own line in its entry's log; the first claim lies open again."""
    unit, evidence = a_unit(), a_link(a_unit())
    claims = [a_claim(an_entry(unit, title=f"Inovasi {n}", state=S.UNDER_REVIEW)) for n in range(3)]
    for claim in claims:
        proven(claim, evidence)
    browser = signed_in(a_verifier())
    path = sent(browser, claims[0], level="3", putusan="terima", serupa="1")
    chosen = {"klaim": [each.pk for each in claims[1:]]}
    browser.post(path, chosen | {f"seen.{each.pk}": seen(each) for each in claims[1:]})
    page = plain(browser.get(f"/kerja/klaim/{claims[0].pk}/meja/").content.decode())
    assert "dan 2 klaim lain pada bukti yang sama Batalkan semuanya" in page
    last = Verdict.objects.first()
    assert last
    answer = browser.post(f"/kerja/putusan/{last.pk}/batal/")
    told = [
        list(changes_of(claim.entry).order_by("id").values_list("deed", flat=True))
        for claim in claims
    ]
    assert answer["Location"] == f"/kerja/klaim/{claims[0].pk}/meja/"
    assert [stands(claim) for claim in claims] == [("", None)] * 3
    assert told == [["claim_judged", "verdict_withdrawn"]] * 3
    assert "Putusan atas 3 klaim dibatalkan." in browser.get(answer["Location"]).content.decode()


def test_what_cannot_be_taken_back_of_a_judgement_stays_and_is_told() -> None:
    """A claim that its unit has mended meanwhile; one of a unit where they hold a post now."""
    unit, own = a_unit(), a_unit("Unit Sendiri")
    claims = [
        a_claim(an_entry(where, title=f"Inovasi {n}", state=S.UNDER_REVIEW))
        for n, where in enumerate((unit, unit, own))
    ]
    verifier = a_verifier()
    first = judged(claims[0], verifier, at=now())
    give_along(first, {each.pk: seen(each) for each in claims[1:]}, by=verifier, at=now())
    appointed(Role.HEAD, own, person=verifier)
    Entry.objects.filter(pk=claims[1].entry_id).update(state=S.RETURNED)
    browser = signed_in(verifier)
    answer = browser.post(f"/kerja/putusan/{first.pk}/batal/")
    page = browser.get(answer["Location"]).content.decode()
    assert [stands(claim) for claim in claims] == [("", None), ("accepted", 3), ("accepted", 3)]
    assert "Putusan dibatalkan. Klaimnya menunggu lagi." in page


def test_claims_for_another_indicator_are_listed_and_not_offered() -> None:
    """The same letter proves two things, which are judged apart."""
    unit = a_unit()
    evidence, entry = a_link(unit), an_entry(unit, state=S.UNDER_REVIEW)
    claims = [a_claim(entry, code) for code in ("SID-01", "SID-02")]
    for claim in claims:
        proven(claim, evidence)
    browser = signed_in(a_verifier())
    page = browser.get(f"/kerja/klaim/{claims[0].pk}/meja/").content.decode()
    assert f"/kerja/klaim/{claims[1].pk}/meja/" in page
    assert 'name="serupa"' not in page
    path = sent(browser, claims[0], level="2", putusan="terima", serupa="1")
    assert "bukti-sama" not in path


def test_an_entry_is_verified_and_returned_where_its_verdicts_are_shown() -> None:
    """With the reasons of verdicts, by one of two steps; the button of the entry leads there."""
    claim, verifier = a_claim(), a_verifier()
    browser, path = signed_in(verifier), f"/kerja/entri/{claim.entry_id}/putusan/"
    led = browser.get(f"/kerja/entri/{claim.entry_id}/langkah/verify/")
    refused = browser.post(path, {"langkah": "verify"})
    unknown = browser.post(path, {"langkah": "entah"})
    assert (unknown.status_code, "Langkah itu tidak dikenal" in unknown.content.decode()) == (
        422,
        True,
    )
    judged(claim, verifier, RETURNING)
    returned = browser.post(path, {"langkah": "return", "alasan.nama": "Terlalu umum."})
    claim.entry.refresh_from_db()
    reasons = dict(claim.entry.moves.get().reasons.values_list("part", "text"))
    assert (led["Location"], refused.status_code, returned.status_code) == (
        f"{path}#akhiri",
        422,
        302,
    )
    assert claim.entry.state == S.RETURNED
    assert reasons == {"nama": "Terlalu umum.", INDICATOR: "Belum ada buktinya."}


def test_the_unit_reads_its_verdicts_and_both_scores() -> None:
    """Its operator judges nothing."""
    unit = a_unit()
    claim = a_claim(an_entry(unit, state=S.UNDER_REVIEW), level=3)
    judged(claim, a_verifier(), Ruling(level=1, words="Baru satu."))
    operator = signed_in(appointed(Role.OPERATOR, unit))
    page = plain(operator.get(f"/kerja/entri/{claim.entry_id}/putusan/").content.decode())
    assert "Diterima · level 1 Baru satu." in page
    assert re.search(r"Diklaim (\S+) Terverifikasi (\S+) Resmi – belum tercatat 1 dari 1", page)
    assert "Putuskan" not in page
    assert operator.get(f"/kerja/klaim/{claim.pk}/meja/").status_code == 403


def own_verifier(claim: Claim) -> Person:
    """A verifier who heads the unit of the claim."""
    return appointed(Role.HEAD, claim.entry.innovation.unit, person=a_verifier("Kepala juga"))


def test_a_verifier_judges_nothing_of_an_own_unit() -> None:
    """Neither its claims nor its entry, by whatever address."""
    claim = a_claim()
    verdict = judged(claim, a_verifier())
    browser = signed_in(own_verifier(claim))
    tries = [
        browser.get(f"/kerja/klaim/{claim.pk}/meja/"),
        browser.post(f"/kerja/klaim/{claim.pk}/meja/ambil/"),
        browser.post(f"/kerja/klaim/{claim.pk}/putusan/", {"seen": seen(claim), "level": "3"}),
        browser.post(f"/kerja/putusan/{verdict.pk}/batal/"),
        browser.get(f"/kerja/putusan/{verdict.pk}/bukti-sama/"),
        browser.post(f"/kerja/entri/{claim.entry_id}/putusan/", {"langkah": "verify"}),
        browser.get(f"/kerja/entri/{claim.entry_id}/langkah/verify/"),
    ]
    assert [each.status_code for each in tries] == [403] * len(tries)
    assert Verdict.objects.count() == 1


@pytest.mark.parametrize("number", [1, 3])
def test_pages_ask_as_often_for_one_row_as_for_three(number: int) -> None:
    """The queue, a claim with its proofs and fellows, the entry, the offer."""
    unit = a_unit()
    verifier = a_verifier()
    entry = an_entry(unit, state=S.UNDER_REVIEW)
    evidence = a_link(unit, 0)
    claims = [a_claim(entry, f"SID-{n + 5:02}") for n in range(number)]
    for n, claim in enumerate(claims):
        proven(claim, a_link(unit, n + 1))
        judged(claim, verifier, RETURNING)
    for n in range(number):
        proven(claims[0], a_link(unit, n + 20))
        fellow = a_claim(an_entry(unit, title=f"Lain {n}", state=S.UNDER_REVIEW))
        proven(fellow, evidence)
    proven(claims[0], evidence)
    Claim.objects.filter(entry=entry).update(judged=Judged.OPEN_AGAIN, accepted_level=None)
    verdict = Verdict.objects.filter(claim=claims[0]).first()
    assert verdict
    fill_queue(entry.assessment, at=now())
    browser, counts = signed_in(verifier), []
    for path in (
        f"/kerja/penilaian/{entry.assessment_id}/meja/",
        f"/kerja/klaim/{claims[0].pk}/meja/",
        f"/kerja/entri/{entry.pk}/putusan/",
        f"/kerja/putusan/{verdict.pk}/bukti-sama/",
    ):
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(path).status_code == 200
        counts.append(len(asked))
    assert counts == [12, 20, 16, 12]


def test_the_bench_belongs_to_verifiers() -> None:
    """A coordinator looks at scores; judging is another post."""
    claim = a_claim()
    make_move(
        claim.entry_id,
        Move.RETURN,
        role=Role.VERIFIER,
        by=a_verifier(),
        reasons={"nama": "Umum."},
        at=MOMENT,
    )
    coordinator = signed_in(appointed(Role.COORDINATOR, claim.entry.innovation.region))
    paths = (
        f"/kerja/penilaian/{claim.entry.assessment_id}/meja/",
        f"/kerja/klaim/{claim.pk}/meja/",
    )
    assert [coordinator.get(path).status_code for path in paths] == [403, 403]


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (S.RETURNED, "Entri ini sekarang “Dikembalikan”, jadi klaimnya tidak dapat diputus."),
        (S.VERIFIED, "Entri ini sekarang “Terverifikasi”, jadi klaimnya tidak dapat diputus."),
    ],
)
def test_a_claim_whose_entry_left_the_review_says_so_and_where_to_go(
    state: EntryState, said: str
) -> None:
    """No button that would be refused; what was typed meanwhile is shown."""
    (claim,) = queued(1)
    browser, path = signed_in(a_verifier()), f"/kerja/klaim/{claim.pk}"
    told = {"seen": seen(claim), "putusan": "kembalikan", "alasan": "Sudah saya tulis."}
    Entry.objects.update(state=state)
    page = browser.get(f"{path}/meja/").content.decode()
    refused = browser.post(f"{path}/putusan/", told)
    assert (said in plain(page), 'name="putusan"' in page) == (True, False)
    assert "Ambil klaim berikutnya" in page
    assert f"/kerja/entri/{claim.entry_id}/putusan/" in page
    assert (refused.status_code, "Sudah saya tulis." in refused.content.decode()) == (422, True)


def test_a_claim_without_proof_is_accepted_for_a_reason_only() -> None:
    """In words of their own, which the form says beforehand; a standard reason is none."""
    (claim,) = queued(1)
    browser, path = signed_in(a_verifier()), f"/kerja/klaim/{claim.pk}"
    page = browser.get(f"{path}/meja/").content.decode()
    told = {"seen": seen(claim), "level": "3", "putusan": "terima"}
    refused = [
        browser.post(f"{path}/putusan/", told | more).content.decode()
        for more in ({}, {"baku": "Buram."}, {"alasan": "  "})
    ]
    assert "Menerima tanpa bukti perlu alasan dengan kata-kata Anda." in plain(page)
    assert "data-unproven" in page
    assert ["mengapa tetap diterima, atau kembalikan" in plain(each) for each in refused] == [
        True
    ] * 3
    assert re.search(r'<textarea id="alasan"[^>]* aria-invalid="true"[^>]* autofocus', refused[0])
    assert (stands(claim), Verdict.objects.count()) == (("", None), 0)
    sent(browser, claim, **ACCEPTING)
    assert (stands(claim), Verdict.objects.get().reason) == (("accepted", 3), SEEN)


def test_a_claim_with_proof_is_accepted_without_a_word() -> None:
    """And its form asks for none."""
    (claim,) = queued(1)
    proven(claim)
    browser = signed_in(a_verifier())
    page = browser.get(f"/kerja/klaim/{claim.pk}/meja/").content.decode()
    sent(browser, claim, level="3", putusan="terima")
    assert ("Menerima tanpa bukti" in page, stands(claim)) == (False, ("accepted", 3))


@pytest.mark.parametrize("pressed", [{"putusan": "apa"}, {"putusan": ""}, {}])
def test_a_verdict_is_one_of_two(pressed: dict[str, str]) -> None:
    """What else is sent saves nothing and is told."""
    (claim,) = queued(1)
    told = {"seen": seen(claim), "level": "3", "alasan": SEEN} | pressed
    refused = signed_in(a_verifier()).post(f"/kerja/klaim/{claim.pk}/putusan/", told)
    assert (refused.status_code, stands(claim)) == (422, ("", None))
    assert "Putusan itu tidak dikenal" in refused.content.decode()


def test_an_entry_offers_to_be_verified_once_nothing_waits() -> None:
    """Before, its head leads to the claims that wait, and who comes by address is told why."""
    claim, verifier = a_claim(), a_verifier()
    fill_queue(claim.entry.assessment, at=now())
    browser, path = signed_in(verifier), f"/kerja/entri/{claim.entry_id}/"
    step = f"{path}langkah/verify/"
    before = browser.get(path).content.decode()
    told = plain(browser.get(step, follow=True).content.decode())
    led = browser.post(
        f"/kerja/penilaian/{claim.entry.assessment_id}/meja/ambil/", {"inovasi": claim.entry_id}
    )
    judged(claim, verifier, at=now())
    after = browser.get(path).content.decode()
    assert "Putuskan 1 klaim yang menunggu" in plain(before)
    assert (f'href="{step}"' in before, f'href="{step}"' in after) == (False, True)
    assert "klaim yang menunggu" not in plain(after)
    assert f"belum diputus: {INDICATOR}." in told
    assert led["Location"].startswith(f"/kerja/klaim/{claim.pk}/meja/")


def test_an_entry_without_a_verdict_has_no_verified_points() -> None:
    """A dash, as in every list."""
    claim, verifier = a_claim(), a_verifier()
    browser, path = signed_in(verifier), f"/kerja/entri/{claim.entry_id}/putusan/"
    before = plain(browser.get(path).content.decode())
    judged(claim, verifier)
    after = plain(browser.get(path).content.decode())
    shown = [re.search(r"Terverifikasi (\S+) Resmi", page) for page in (before, after)]
    points = re.search(r"Diklaim (\S+) Terverifikasi", after)
    assert points
    assert [each and each[1] for each in shown] == ["–", points[1]]


def test_a_skipped_claim_is_free_and_comes_back_last() -> None:
    """Others may have it at once; where all were skipped that is said, and they wait again."""
    claims = queued(2)
    other = a_claim(claims[0].entry, "SID-06")
    fill_queue(other.entry.assessment, at=now())
    browser, assessment = signed_in(a_verifier()), claims[0].entry.assessment_id
    take, queue = (
        f"/kerja/penilaian/{assessment}/meja/ambil/",
        f"/kerja/penilaian/{assessment}/meja/",
    )
    part = {"indikator": INDICATOR}
    way = [browser.post(take, part)["Location"]]
    page = browser.get(way[0]).content.decode()
    way += [browser.post(take, part | {"lewati": str(each.pk)})["Location"] for each in claims]
    told = browser.get(queue).content.decode()
    elsewhere = signed_in(a_verifier("Rekan")).post(take, part)["Location"]
    way += [browser.post(take, part)["Location"], browser.post(take, part)["Location"]]
    first, second = (f"/kerja/klaim/{each.pk}/meja/?indikator={INDICATOR}" for each in claims)
    assert f'name="lewati" value="{claims[0].pk}"' in page
    assert ("Tidak ada klaim lain di bagian ini" in told, "Sedang Anda pegang" in told) == (
        True,
        False,
    )
    assert (elsewhere, way) == (first, [first, second, queue, second, second])


def test_nobody_lets_go_what_somebody_else_holds() -> None:
    """Skipping a claim of a colleague leaves it theirs; of an own unit, nothing happens either."""
    claims = queued(2)
    one, two = signed_in(a_verifier()), a_verifier("Rekan")
    take = f"/kerja/penilaian/{claims[0].entry.assessment_id}/meja/ambil/"
    one.post(take)
    signed_in(two).post(take, {"lewati": str(claims[0].pk)})
    held = {turn.claim_id: turn.held_until for turn in Turn.objects.all()}
    assert {claim: until is not None and until > now() for claim, until in held.items()} == {
        claims[0].pk: True,
        claims[1].pk: True,
    }
