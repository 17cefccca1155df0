"""Inspections as jobs: rows that wait, workers that die, outcomes that are written once."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries, Settings

from pragola.inspection.checks import CHECKS
from pragola.inspection.confined import Limits
from pragola.inspection.documents import ocr
from pragola.web.evidence.actions import inspecting
from pragola.web.evidence.actions.describing import add_link
from pragola.web.evidence.actions.inspecting import (
    DEAD_AFTER,
    MOST_TRIES,
    inspect_next,
    queue_inspection,
    sweep_inspections,
)
from pragola.web.evidence.actions.uses import remove_use
from pragola.web.evidence.inspected import basis_of, rules_of, subject_of
from pragola.web.evidence.models import (
    Fingerprint,
    Inspection,
    InspectionFinding,
    InspectionState,
    PageText,
    Use,
)
from pragola.web.innovations.models import Claim, Entry, FieldValue
from pragola.web.regions.models import Role
from pragola.web.shared.audit import SYSTEM, changes_of
from tests.inspection.documents.sheets import LINE, as_pdf, text_pdf, written
from tests.inspection.documents.signing import Party, sign
from tests.web.evidence.test_evidence import a_file, a_pdf, operator_of, some_evidence, use
from tests.web.workplace import MOMENT, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_renditions(settings: Settings, tmp_path: Path) -> None:
    settings.RENDITIONS = tmp_path / "renditions"


def work() -> int:
    """Inspect all that waits; how many it was."""
    done = 0
    while inspect_next(clock=lambda: MOMENT):
        done += 1
    return done


def codes(used: Use) -> list[str]:
    """What was found about the document itself."""
    rows = InspectionFinding.objects.filter(inspection__use=used)
    return [row.code for row in rows if row.told["check"] in {"document_state", "pages"}]


def signed_by(used: Use) -> list[str]:
    """What was found about who signed."""
    rows = InspectionFinding.objects.filter(inspection__use=used)
    return [row.code for row in rows if row.code.startswith("sign")]


def a_scan(tmp_path: Path) -> bytes:
    """A page that OCR has to read."""
    return as_pdf(tmp_path / "scan.pdf", [written()]).read_bytes()


def a_use(entry: Entry | None = None, content: bytes | None = None, part: str = "SID-01") -> Use:
    """A file put to use, as the system does."""
    entry = entry or an_entry()
    return use(some_evidence(entry.innovation.unit, a_file(content or a_pdf(1))), entry, part)


def test_a_file_put_to_use_waits_and_then_has_its_findings() -> None:
    """Once, with the checks' version in its basis."""
    used = a_use()
    row = Inspection.objects.get()
    assert row.state == InspectionState.WAITING
    assert work() == 1
    row.refresh_from_db()
    assert (row.state, row.tries) == (InspectionState.DONE, 1)
    assert codes(used) == ["document_blank", "page_blank"]
    assert work() == 0


def test_every_finding_names_a_check_of_the_table() -> None:
    """So that its version can be looked up."""
    work_on = a_use()
    work()
    rows = InspectionFinding.objects.filter(inspection__use=work_on)
    assert {row.told["check"] for row in rows} <= set(CHECKS)


def test_a_link_has_nothing_to_inspect() -> None:
    """There is no row, and no outcome on the page."""
    entry = an_entry()
    link = "https://contoh.go.id/berita"
    add_link(entry, part="SID-04", link=link, by=SYSTEM, at=MOMENT)
    assert Inspection.objects.count() == 0


def test_what_was_taken_off_is_not_inspected() -> None:
    """The row stays, in case it is used again."""
    used = a_use()
    remove_use(used, by=SYSTEM, at=MOMENT)
    assert work() == 0


def test_a_scan_is_read_once_for_all_that_it_proves(
    tmp_path: Path,
) -> None:
    """What one use has read serves the next, word for word."""
    entry = an_entry()
    evidence = some_evidence(entry.innovation.unit, a_file(a_scan(tmp_path)))
    use(evidence, entry, "SID-01")
    work()
    PageText.objects.update(text=f"{LINE} dibaca sekali")
    used = use(evidence, entry, "SID-02")
    work()
    assert PageText.objects.get().text == f"{LINE} dibaca sekali"
    assert codes(used) == ["document_readable"]
    assert len(PageText.objects.get().lines) == 12
    PageText.objects.update(reader=ocr.VERSION - 1)
    queue_inspection(used, at=MOMENT)
    work()
    assert LINE in PageText.objects.get().text
    assert "dibaca sekali" not in PageText.objects.get().text


def test_a_file_is_opened_once_for_all_that_wait_for_it(tmp_path: Path) -> None:
    """What is found for each is what is found for it alone."""
    entry = an_entry()
    evidence = some_evidence(entry.innovation.unit, a_file(a_scan(tmp_path)))
    used = [use(evidence, entry, part) for part in ("SID-01", "SID-03", "SID-04")]
    assert work() == 1
    together = found(used)
    for each in used:
        queue_inspection(each, at=MOMENT)
        assert work() == 1
    assert found(used) == together
    assert [len(each) > 0 for each in together] == [True] * 3
    states = Inspection.objects.values_list("state", "tries")
    assert list(states) == [(InspectionState.DONE, 1)] * 3


def test_the_sweep_asks_as_often_for_one_inspection_as_for_many() -> None:
    """Those that rest on other rules are found by the database."""
    entry = an_entry()
    a_use(entry)
    work()
    with CaptureQueriesContext(connection) as one:
        sweep_inspections(MOMENT)
    for number, part in enumerate(("SID-03", "SID-04"), 2):
        a_use(entry, a_pdf(number), part)
    work()
    with CaptureQueriesContext(connection) as many:
        sweep_inspections(MOMENT)
    assert len(many) == len(one)


def found(uses: list[Use]) -> list[list[object]]:
    """What was found for each use."""
    rows = InspectionFinding.objects.order_by("number")
    return [[row.told for row in rows.filter(inspection__use=each)] for each in uses]


def test_a_text_leaves_its_fingerprint(tmp_path: Path) -> None:
    """By which what is nearly the same is found."""
    a_use(content=a_scan(tmp_path))
    work()
    assert [each.kind for each in Fingerprint.objects.all()] == ["shingles"]


def test_what_a_dead_worker_held_is_given_back_and_at_last_set_aside() -> None:
    """After so many tries nobody takes it any more, and the page says so."""
    used, row = a_use(), Inspection.objects.get()
    for turn in range(1, MOST_TRIES + 1):
        at = MOMENT + turn * 2 * DEAD_AFTER
        Inspection.objects.filter(state=InspectionState.WAITING).update(
            state=InspectionState.RUNNING,
            tries=turn,
            started_at=at,
            basis=basis_of(used),
            rules=rules_of("2026"),
        )
        sweep_inspections(at + DEAD_AFTER - timedelta(seconds=1))
        row.refresh_from_db()
        assert row.state == InspectionState.RUNNING
        sweep_inspections(at + DEAD_AFTER + timedelta(seconds=1))
        row.refresh_from_db()
    assert row.state == InspectionState.ISOLATED
    assert work() == 0
    html = operator_of(used.entry).get(f"/kerja/pemakaian/{used.pk}/pemeriksaan/").content.decode()
    assert "Tidak dapat diperiksa otomatis" in html


def test_what_was_set_aside_is_inspected_again_when_somebody_asks() -> None:
    """It may not have been the file's fault; who asked stands in the history."""
    used = a_use()
    Inspection.objects.update(state=InspectionState.ISOLATED, tries=MOST_TRIES)
    client = operator_of(used.entry)
    page = f"/kerja/entri/{used.entry_id}/klaim/"
    again = f"/kerja/pemakaian/{used.pk}/periksa-ulang/"
    assert again in client.get(page).content.decode()
    assert client.post(again)["Location"] == f"{page}#SID-01"
    assert client.post(again).status_code == 302
    assert work() == 1
    asked = [change for change in changes_of(used.entry) if "again" in change.deed]
    assert [(change.deed, change.new) for change in asked] == [
        ("evidence_inspected_again", "sk.pdf")
    ]


def test_a_worker_that_comes_back_late_writes_nothing() -> None:
    """Its row was given to another meanwhile, who wrote what was found."""
    used = a_use()
    late = Inspection.objects.get()

    def given_away() -> datetime:
        """The clock is asked at the start and before writing; between, the row changes hands."""
        Inspection.objects.filter(state=InspectionState.RUNNING).update(
            tries=2, started_at=MOMENT + timedelta(minutes=5)
        )
        return MOMENT

    assert inspect_next(clock=given_away)
    late.refresh_from_db()
    assert (late.state, late.tries) == (InspectionState.RUNNING, 2)
    assert codes(used) == []


@pytest.mark.parametrize("changed", ["title", "level", "pages", "checks", "rules"])
def test_it_is_inspected_anew_when_what_it_rests_on_changes(
    changed: str,
) -> None:
    """The claim, the name, the pages, or the checks themselves; and only then."""
    used = a_use()
    work()
    sweep_inspections(MOMENT)
    assert work() == 0
    match changed:
        case "title":
            used.entry.innovation.title = "Nama yang lain"
            used.entry.innovation.save()
        case "level":
            Claim.objects.create(entry=used.entry, indicator="SID-01", level=2, saved_at=MOMENT)
        case "pages":
            Use.objects.filter(pk=used.pk).update(pages="1")
        case "checks":
            Inspection.objects.update(basis="of older checks")
        case "rules":
            Inspection.objects.update(rules="of older checks")
    sweep_inspections(MOMENT)
    assert work() == 1
    assert InspectionFinding.objects.count() == len(codes(used))


def test_the_profile_tells_when_it_was_applied_and_a_change_of_it_counts() -> None:
    """A decree on regulation is of that year; what is no day is left out."""
    used = a_use()
    before = basis_of(used)
    for field, value in (
        ("waktu_penerapan_awal", "2024-03-01"),
        ("waktu_pengembangan_terbaru", ""),
    ):
        FieldValue.objects.create(entry=used.entry, field=field, value=value, saved_at=MOMENT)
    changed = Use.objects.get(pk=used.pk)
    subject = subject_of(changed)
    assert (subject.applied, subject.developed) == (date(2024, 3, 1), None)
    assert basis_of(changed) != before


def test_uses_that_came_another_way_are_queued_by_the_sweep() -> None:
    """As those of a site that is older than inspection."""
    a_use()
    Inspection.objects.all().delete()
    sweep_inspections(MOMENT)
    sweep_inspections(MOMENT)
    assert work() == 1


def test_what_somebody_just_sent_does_not_wait_behind_the_backlog() -> None:
    """Though the sweep queued all of that before."""
    entry = an_entry()
    a_use(entry)
    Inspection.objects.all().delete()
    sweep_inspections(MOMENT - timedelta(hours=1))
    sent = a_use(entry, a_pdf(2), "SID-02")
    assert inspect_next(clock=lambda: MOMENT)
    assert Inspection.objects.get(state=InspectionState.DONE).use == sent


def test_a_page_shows_what_waits_and_then_what_was_found() -> None:
    """The part that a script asks for, and the claims page itself."""
    used = a_use()
    client = operator_of(used.entry)
    address = f"/kerja/pemakaian/{used.pk}/pemeriksaan/"
    assert f'data-inspecting="{address}"' in client.get(address).content.decode()
    work()
    html = client.get(address).content.decode()
    assert "data-inspecting" not in html
    assert "Semua halaman kosong." in html
    claims = client.get(f"/kerja/entri/{used.entry_id}/klaim/").content.decode()
    assert "Semua halaman kosong." in claims


def test_other_units_see_nothing_of_it() -> None:
    """An operator elsewhere gets 404."""
    used = a_use()
    other = appointed(Role.OPERATOR, a_unit(region=used.entry.innovation.unit.region))
    assert signed_in(other).get(f"/kerja/pemakaian/{used.pk}/pemeriksaan/").status_code == 404


def test_the_claims_page_takes_the_same_queries_for_one_and_many_files(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """However much was found."""
    entry = an_entry()
    client = operator_of(entry)
    a_use(entry)
    work()
    with CaptureQueriesContext(
        connection,
    ) as one:
        client.get(f"/kerja/entri/{entry.pk}/klaim/")
    for number, part in enumerate(("SID-02", "SID-03", "SID-04"), 2):
        a_use(entry, a_pdf(number), part)
    work()
    with django_assert_num_queries(len(one)):
        client.get(f"/kerja/entri/{entry.pk}/klaim/")


def test_signers_are_known_by_the_folder_that_the_administrator_names(
    tmp_path: Path, settings: Settings
) -> None:
    """And looked at anew when a certificate is put there."""
    authority = Party("Otoritas Uji")
    path = sign(text_pdf(tmp_path / "a.pdf", [LINE]), Party("Kepala Dinas Uji", authority))
    settings.SIGNATURE_ROOTS = tmp_path / "roots"
    used = a_use(content=path.read_bytes())
    work()
    assert signed_by(used) == ["signer_unknown"]
    authority.as_root(tmp_path / "roots")
    sweep_inspections(MOMENT)
    work()
    assert signed_by(used) == ["signature_intact"]


def test_an_inspection_that_the_clock_ended_is_tried_once_more_and_then_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The machine may have been busy; meanwhile it waits behind what people just sent."""
    used = a_use()
    monkeypatch.setattr(inspecting, "LIMITS", Limits(seconds=0))
    assert inspecting.inspect_next(clock=lambda: MOMENT)
    row = Inspection.objects.get()
    assert (row.state, row.backlog, codes(used)) == (InspectionState.WAITING, True, [])
    assert inspecting.inspect_next(clock=lambda: MOMENT)
    assert [f.code for f in InspectionFinding.objects.all()] == ["inspection_took_too_long"]
    assert not inspecting.inspect_next(clock=lambda: MOMENT)
    monkeypatch.undo()
    queue_inspection(used, at=MOMENT)
    work()
    assert codes(used) == ["document_blank", "page_blank"]
