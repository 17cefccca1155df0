"""The plan on paper: two pages of A4 with the figures of the plan, however large it is."""

import re

import pypdfium2
import pytest
from django.urls import reverse
from django.utils.translation import override

from pragola.web.innovations.models import Assessment
from pragola.web.regions.models import Role
from pragola.web.targets.actions.calculating import calculate_next
from pragola.web.targets.models import AgreedPlan, Calculation
from pragola.web.targets.queries.last_day import LastDay
from pragola.web.targets.regent import regent_pdf
from pragola.wording import Language
from tests.web.targets.planned import a_small_government, a_target, an_agreed_plan
from tests.web.targets.test_calculating import clock, planned
from tests.web.targets.test_room import shown
from tests.web.workplace import MOMENT, a_region, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db

A4 = (595, 842)
NOT_KNOWN = LastDay(day=None)


def pages(pdf: bytes) -> list[str]:
    """The text of each page, every one an A4."""
    document = pypdfium2.PdfDocument(pdf)
    sizes = {tuple(round(side) for side in page.get_size()) for page in document}
    assert sizes == {A4}
    return [page.get_textpage().get_text_bounded() for page in document]


def printed(row: Calculation, *, agreed: AgreedPlan | None = None, over: bool = False) -> bytes:
    """The paper in Indonesian."""
    language = Language.INDONESIAN
    pdf = regent_pdf(
        row, agreed=agreed, last=NOT_KNOWN, over=over, today=MOMENT.date(), language=language
    )
    assert pdf is not None
    return pdf


def test_a_leader_gets_two_pages_with_the_figures_of_the_plan() -> None:
    """Now, target, what the plan brings, what it takes, and that nothing is lighter."""
    row, plan = planned(a_small_government())
    assert calculate_next(clock=clock)
    leader = signed_in(appointed(Role.LEADER, a_region()))
    answer = leader.get(reverse("plan_pdf", args=[row.pk]))
    assert answer["Content-Type"] == "application/pdf"
    first, second = pages(answer.content)
    wanted = [shown(plan.before), shown(row.target), shown(plan.index), "tidak ada rencana lain"]
    wanted += ["eluangnya", "belum ditetapkan", "Tidak berbuat apa-apa"]
    assert [each for each in wanted if each not in first.replace("\r\n", " ")] == []
    wanted = ["Siapa mengerjakan apa", "Peluang target tercapai dengan rencana ini", "Bupati Pati"]
    assert [each for each in wanted if each not in second.replace("\r\n", " ")] == []


def test_a_layman_reads_no_codes_but_what_there_is_afterwards() -> None:
    """The guideline's own words for a level; a plan that is over is signed by nobody."""
    entry = an_entry(a_unit("Unit"), title="Pesta")
    _choice, row = a_target(entry)
    told = row.told["answer"]["plan"]
    (action,) = told["actions"]
    region = action | {"unit": None, "entry": None}
    plan_of_science = region | {"indicator": "SPD-14", "level": 3}
    video = action | {"indicator": "SID-20", "level": 3}
    told["actions"] = [video, region | {"indicator": "SPD-12", "level": 3}, plan_of_science]
    row.save()
    first, second = (" ".join(page.split()) for page in pages(printed(row)))
    assert re.findall(r"S[IP]D-\w+|RIPJ|klaim", first) == []
    wanted = ["Penghargaan bagi inovator", "hasilnya: Piagam, insentif, dan mekanisme kontrol"]
    wanted += ["Rencana Induk dan Peta Jalan Pemajuan Iptek di Daerah"]
    assert [each for each in wanted if each not in first] == []
    assert "Video inovasi daerah “Pesta”: 5 substansi" in second
    assert re.findall(r"S[IP]D-\w+", second) == []
    assert ["Disetujui oleh" in page for page in (second, pages(printed(row, over=True))[1])] == [
        True,
        False,
    ]


def test_a_plan_of_any_size_stays_on_two_pages() -> None:
    """Sixty actions of thirty units with long names, agreed on."""
    entry = an_entry(a_unit("Unit"))
    _choice, row = a_target(entry)
    told = row.told["answer"]["plan"]
    (action,) = told["actions"]
    units = [a_unit(f"Unit dengan nama yang sangat panjang nomor {n} " * 3) for n in range(30)]
    own = [action | {"unit": unit.pk, "indicator": f"SID-{n:02}"} for n, unit in enumerate(units)]
    region = [action | {"unit": None, "entry": None, "indicator": f"SPD-{n}"} for n in range(30)]
    told["actions"] = own + region
    row.save()
    for agreed in (None, an_agreed_plan(row)):
        for language in Language:
            with override(language.value):
                assert len(pages(printed(row, agreed=agreed))) == 2


def test_a_plan_is_printed_whatever_signs_a_name_has() -> None:
    """A sign that the fonts lack is a box."""
    entry = an_entry(a_unit("Unit 🙏 ꦥꦠꦶ"), title="Pesta 🎉 中文")
    _choice, row = a_target(entry)
    assert "Unit □ □□" in " ".join(pages(printed(row)))


def test_there_is_no_paper_without_a_plan() -> None:
    """Nor for those who may not read the target."""
    assessment: Assessment = a_small_government()
    empty = Calculation.objects.create(
        assessment=assessment, basis="x", target=1, confidence=90, queued_at=MOMENT
    )
    path = reverse("plan_pdf", args=[empty.pk])
    leader = signed_in(appointed(Role.LEADER, a_region()))
    verifier = signed_in(appointed(Role.VERIFIER, a_region()))
    stranger = signed_in(appointed(Role.LEADER, a_region("33.17", "Kabupaten Rembang")))
    assert [each.get(path).status_code for each in (leader, verifier, stranger)] == [404, 403, 404]
