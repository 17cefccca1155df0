"""What kind of proof a file is."""

import pytest

from pragola.inspection.findings import Finding, Severity
from pragola.inspection.likeness.kinds import Proves, asked_kinds, kind_for, strictest
from pragola.inspection.likeness.sharing import Kind
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from pragola.scoring.papers import PaperKind


def subject(part: str, level: int | None = None) -> Subject:
    """A claim for that part."""
    return Subject(edition=load_edition("2026"), part=part, level=level)


def told(code: str, **facts: str) -> Finding:
    """A finding of some check."""
    return Finding(
        code=code, severity=Severity.INFO, check="picture_origin", facts=tuple(facts.items())
    )


def test_every_kind_of_paper_that_is_read_has_its_place_in_the_table() -> None:
    """None is told to be unknown."""
    pdf = "application/pdf"
    seen = {
        paper: kind_for(
            [told("document_kind", kind=paper.value)], subject("SID-18"), media_type=pdf
        )
        for paper in PaperKind
    }
    assert [paper for paper, proves in seen.items() if not proves.seen] == []


@pytest.mark.parametrize(
    ("part", "level", "kinds"),
    [
        ("SID-01", 1, {Kind.DECREE}),
        ("SID-01", None, {Kind.DECREE, Kind.REGULATION}),
        ("SID-03", 1, {Kind.BUDGET}),
        ("SID-06", 2, {Kind.WORK_PLAN}),
        ("SID-10", 1, {Kind.PHOTO}),
        ("SID-10", 3, {Kind.NEWS}),
        ("SID-12", 1, {Kind.SCREENSHOT}),
        ("SID-13", 1, {Kind.PROCEDURE}),
        ("SID-04", 1, {Kind.PHOTO, Kind.SCREENSHOT}),
        ("SID-18", 1, set()),
        ("anggaran", None, {Kind.BUDGET}),
    ],
)
def test_the_edition_names_the_kinds_it_asks_for(
    part: str, level: int | None, kinds: set[Kind]
) -> None:
    """The criterion of the claimed level, else the documents."""
    assert asked_kinds(subject(part, level)) == kinds


def test_what_was_seen_counts_before_what_is_asked() -> None:
    """A document that was read, a photograph where one is asked for, a video anywhere."""
    pdf, jpeg = "application/pdf", "image/jpeg"
    photo = told("picture_is_photo")
    assert [
        kind_for([told("document_kind", kind="sk_kpd")], subject("SID-13"), media_type=pdf),
        kind_for([photo], subject("SID-10", 1), media_type=jpeg),
        kind_for([photo], subject("SID-10", 3), media_type=jpeg),
        kind_for([photo], subject("SID-01", 1), media_type=jpeg),
        kind_for([], subject("SID-04", 2), media_type=jpeg),
        kind_for([], subject("SID-20", 1), media_type="video/mp4"),
    ] == [
        Proves(Kind.DECREE, seen=True),
        Proves(Kind.PHOTO, seen=True),
        Proves(Kind.PHOTO, seen=True),
        Proves(Kind.DECREE, seen=False),
        Proves(Kind.OTHER, seen=False),
        Proves(Kind.VIDEO, seen=True),
    ]


def test_of_several_parts_the_strictest_counts_unless_something_was_seen() -> None:
    """A decree by its text stays one, even where it was attached as a procedure."""
    asked = [Proves(Kind.DECREE, seen=False), Proves(Kind.PROCEDURE, seen=False)]
    assert [
        strictest(asked),
        strictest([*asked, Proves(Kind.DECREE, seen=True)]),
        strictest([]),
    ] == [Kind.PROCEDURE, Kind.DECREE, Kind.OTHER]
