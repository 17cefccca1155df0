"""The bench opens a proof where somebody has to look: a page, a spot, a second."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from pragola.inspection.findings import Finding, Place, Region, Severity
from pragola.inspection.videos.substances import video_indicators
from pragola.rulebooks import load_edition
from pragola.web.evidence.models import Evidence, EvidenceKind, Mark, StoredFile, Use
from pragola.web.innovations.models import Claim
from tests.web.evidence.inspected import BLURRED, LOCKED, READABLE, found
from tests.web.review.reviewing import a_claim, a_link, a_verifier, proven
from tests.web.workplace import MOMENT, signed_in

pytestmark = pytest.mark.django_db

EDITION = load_edition("2026")
OF_VIDEO = video_indicators(EDITION)[0].code
SUBSTANCES = EDITION.video.substances.value
ON_PAGE_5 = replace(BLURRED, place=Place(page=5, region=Region(0, 0, 500, 500)))
AT_70 = Finding(
    code="video_still", severity=Severity.DOUBTFUL, check="video_picture", place=Place(second=70)
)


def a_proof(claim: Claim, media_type: str, *, pages: int | None = None, used: str = "") -> Use:
    """A file of that kind in use for the claim."""
    unit = claim.entry.innovation.unit
    file = StoredFile.objects.create(
        sha256=f"{claim.pk:064}", size=10, media_type=media_type, pages=pages, stored_at=MOMENT
    )
    evidence = Evidence.objects.create(
        region=unit.region,
        unit=unit,
        kind=EvidenceKind.FILE,
        file=file,
        file_name="bukti",
        added_at=MOMENT,
    )
    proven(claim, evidence, pages=used)
    return Use.objects.get(evidence=evidence)


def marked(use: Use, *seconds: int | None) -> None:
    """The substances of a video are marked there, in the edition's order."""
    for substance, second in zip(SUBSTANCES, seconds, strict=False):
        Mark.objects.create(use=use, substance=substance, second=second, saved_at=MOMENT)


def bench(claim: Claim, asked: str = "") -> str:
    """The claim on the bench."""
    path = f"/kerja/klaim/{claim.pk}/meja/{asked}"
    return signed_in(a_verifier()).get(path).content.decode()


def page_in(html: str) -> str:
    """Which page of which lies open."""
    (told,) = re.findall(r"Halaman \d+ dari \d+", html)
    return str(told)


def second_in(html: str) -> str:
    """From which second the video plays."""
    (source,) = re.findall(r'<video[^>]* src="([^"]+)"', html, flags=re.S)
    return str(source).partition("#t=")[2]


@pytest.mark.parametrize(
    ("used", "findings", "asked", "page"),
    [
        ("", (), "", "Halaman 1 dari 6"),
        ("3-4", (), "", "Halaman 3 dari 6"),
        ("", (READABLE, BLURRED), "", "Halaman 2 dari 6"),
        ("1-3", (BLURRED,), "", "Halaman 2 dari 6"),
        ("3-4", (BLURRED,), "", "Halaman 3 dari 6"),
        ("3-4", (BLURRED,), "?hal=6", "Halaman 6 dari 6"),
        ("2, 5", (ON_PAGE_5,), "", "Halaman 5 dari 6"),
        ("", (LOCKED, BLURRED), "", "Halaman 2 dari 6"),
    ],
)
def test_a_document_lies_open_at_its_finding_else_at_the_pages_in_use(
    used: str, findings: Sequence[Finding], asked: str, page: str
) -> None:
    """A finding on pages that the claim does not use does not lead away from those."""
    claim = a_claim()
    found(a_proof(claim, "application/pdf", pages=6, used=used), *findings)
    assert page_in(bench(claim, asked)) == page


def test_the_spot_of_a_finding_is_drawn_on_its_page_only() -> None:
    """As shares of the page."""
    claim = a_claim()
    found(a_proof(claim, "application/pdf", pages=6), BLURRED)
    spot = '<rect class="doubtful" x="100" y="200" width="400" height="100">'
    assert [spot in bench(claim, asked) for asked in ("", "?hal=3")] == [True, False]


def test_a_picture_lies_open_as_a_whole_with_its_spot() -> None:
    """It is one page."""
    claim = a_claim()
    blurred = replace(BLURRED, place=Place(page=1, region=Region(0, 0, 1000, 1000)))
    found(a_proof(claim, "image/jpeg", pages=1), blurred)
    html = bench(claim)
    assert page_in(html) == "Halaman 1 dari 1"
    assert '<rect class="doubtful" x="0" y="0" width="1000" height="1000">' in html


@pytest.mark.parametrize(
    ("seconds", "findings", "asked", "second"),
    [
        ((), (), "", ""),
        ((None, 42, 5), (), "", "42"),
        ((12, 42), (AT_70,), "", "70"),
        ((12, 42), (AT_70,), "?detik=42", "42"),
    ],
)
def test_a_video_begins_at_its_finding_else_at_the_first_substance(
    seconds: Sequence[int | None], findings: Sequence[Finding], asked: str, second: str
) -> None:
    """The substances in the order of the edition; each mark leads to its second."""
    claim = a_claim(indicator=OF_VIDEO)
    use = a_proof(claim, "video/mp4")
    marked(use, *seconds)
    found(use, *findings)
    html = bench(claim, asked)
    assert second_in(html) == second
    leading = re.findall(
        rf'href="\?bukti={use.pk}&amp;detik=(\d+)&amp;">\d+:\d\d</a> (.+?)</li>', html
    )
    assert leading == [
        (str(each), substance)
        for each, substance in zip(seconds, SUBSTANCES, strict=False)
        if each is not None
    ]


def test_a_video_elsewhere_is_opened_at_its_mark() -> None:
    """By the address that its site knows."""
    claim = a_claim(indicator=OF_VIDEO)
    evidence = a_link(claim.entry.innovation.unit)
    Evidence.objects.filter(pk=evidence.pk).update(
        link="https://www.youtube.com/watch?v=abcdefghijk"
    )
    proven(claim, evidence)
    marked(Use.objects.get(), 75)
    assert re.search(r'href="https://[^"]*youtu[^"]*t=75[^"]*"[^>]*>1:15</a>', bench(claim))


def test_of_several_proofs_the_one_with_the_gravest_finding_lies_open() -> None:
    """What blocks before what is doubtful."""
    claim, other = a_claim(), a_claim(indicator="SID-06")
    doubtful = a_proof(claim, "application/pdf", pages=6)
    found(doubtful, BLURRED)
    blocking = a_proof(other, "application/pdf", pages=3)
    Use.objects.filter(pk=blocking.pk).update(entry=claim.entry, part=claim.indicator)
    found(blocking, replace(ON_PAGE_5, severity=Severity.BLOCKS, place=Place(page=3)))
    assert page_in(bench(claim)) == "Halaman 3 dari 3"
