"""A paper as PDF, and as DOCX for an office that puts it into its own form."""

from dataclasses import asdict
from io import BytesIO

from docx import Document
from docx.document import Document as Docx
from docx.shared import Mm, Pt
from docx.table import Table as Filled

from pragola.web.coaching.paper_parts import Appendix, Chapter, Clause, PaperText, Signing, Table
from pragola.web.coaching.printing.documents import (
    SIZE,
    WIDTH,
    add_row,
    as_head,
    columns,
    joined,
    kept_together,
    new_style,
    underline,
    written,
)
from pragola.web.coaching.printing.letterheads import Heading
from pragola.web.coaching.printing.typesetting import set_page

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MARGIN, _TOP, _BOTTOM, _EDGE = Mm(22), Mm(18), Mm(20), Mm(10)
"""As the PDF has them; the foot stands in the lower one."""
_LABEL, _COLON, _MARK, _FACT, _SIGNS, _NUMBER = 31, 5, 9, 46, 82, 13
_ALONG = 2
"""So many lines go with a signature, so that it never stands alone on a page."""
_SMALL = 9
_ROOM = Pt(54)
_FOOT = "Rancangan. Sesuaikan dengan tata naskah dinas sebelum ditandatangani."


def paper_pdf(text: PaperText, *, invented: bool) -> bytes:
    """The paper as PDF."""
    return set_page("paper", {**asdict(text), "foot": _foot(invented=invented)})


def paper_docx(text: PaperText, *, invented: bool) -> bytes:
    """The paper as DOCX, with the same words."""
    document = Document()
    new_style(document)
    document.core_properties.title = text.title
    document.core_properties.author = text.heading.government
    document.core_properties.language = "id-ID"
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin, section.bottom_margin = _TOP, _BOTTOM
    section.header_distance = section.footer_distance = _EDGE
    written(section.footer.paragraphs[0], _foot(invented=invented), size=_SMALL)
    _letterhead(document, text.heading)
    written(document.add_paragraph(), text.title.upper(), size=13, bold=True, middle=True)
    for line in text.below:
        written(document.add_paragraph(), line, middle=True)
    for chapter in text.chapters:
        _chapter(document, chapter)
    _signing(document, text.signing)
    if text.appendix:
        _appendix(document, text.appendix, text.signing)
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def _foot(*, invented: bool) -> str:
    return f"{_FOOT} Data contoh: inovasi rekaan." if invented else _FOOT


def _letterhead(document: Docx, heading: Heading) -> None:
    written(document.add_paragraph(), heading.government, size=12, middle=True)
    for line in filter(None, (heading.office, heading.branch)):
        last = written(document.add_paragraph(), line, size=14, bold=True, middle=True)
    for line in filter(None, (heading.address, heading.contact)):
        last = written(document.add_paragraph(), line, size=_SMALL, middle=True)
    underline(last)


def _chapter(document: Docx, chapter: Chapter) -> None:
    if chapter.name:
        document.add_heading(chapter.name, level=2)
    if chapter.middle:
        line = written(document.add_paragraph(), chapter.middle, bold=True, middle=True)
        line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(8)
        line.paragraph_format.keep_with_next = True
    if not chapter.table:
        _paragraphs(document, chapter.paragraphs)
    _facts(document, chapter.facts)
    _clauses(document, chapter.clauses)
    for number, text in enumerate(chapter.points, start=1):
        written(document.add_paragraph(), f"{number}. {text}")
    if chapter.table:
        _to_fill(document, chapter.table)
        _paragraphs(document, chapter.paragraphs)


def _paragraphs(document: Docx, texts: tuple[str, ...]) -> None:
    for text in texts:
        paragraph = written(document.add_paragraph(), text)
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(6)


def _facts(document: Docx, facts: tuple[tuple[str, str], ...]) -> None:
    table = columns(document, (_FACT, _COLON, WIDTH - _FACT - _COLON)) if facts else None
    for name, text in facts:
        assert table
        add_row(table, (name, ":", text))


def _clauses(document: Docx, clauses: tuple[Clause, ...]) -> None:
    """A clause without a mark begins where the marks are."""
    if not clauses:
        return
    table = columns(document, (_LABEL, _COLON, _MARK, WIDTH - _LABEL - _COLON - _MARK))
    for each in clauses:
        colon = ":" if each.label else ""
        if each.mark:
            add_row(table, (each.label, colon, each.mark, each.text))
        else:
            row = add_row(table, (each.label, colon, "", ""))
            joined(row.cells[2], row.cells[3], each.text)


def _to_fill(document: Docx, given: Table) -> None:
    document.add_paragraph().paragraph_format.space_after = Pt(0)
    _numbers, *others = given.widths
    part = (WIDTH - _NUMBER) / sum(others)
    widths = [_NUMBER, *(part * each for each in others)]
    table = columns(document, widths, style="Table Grid")
    as_head(add_row(table, given.heads))
    for texts in given.rows:
        add_row(table, texts, high=True)


def _signing(document: Docx, signing: Signing) -> None:
    """To the right, with room to sign, on one page."""
    _keep_end(document)
    lines = [*signing.place, *signing.lines]
    for number, text in enumerate([*lines, "_" * 32, "Nama dan pangkat", "NIP"]):
        size = SIZE if number <= len(lines) else _SMALL
        paragraph = written(document.add_paragraph(), text, size=size)
        paragraph.paragraph_format.left_indent = Mm(WIDTH - _SIGNS)
        paragraph.paragraph_format.keep_with_next = text != "NIP"
        if number in (0, len(lines)):
            paragraph.paragraph_format.space_before = _ROOM if number else Pt(18)


def _keep_end(document: Docx) -> None:
    """What was written last stays with the signature."""
    *_before, last = document.iter_inner_content()
    if isinstance(last, Filled):
        cells = [cell for row in last.rows[-_ALONG:] for cell in row.cells]
        kept_together(each for cell in cells for each in cell.paragraphs)
    else:
        kept_together(document.paragraphs[-_ALONG:])


def _appendix(document: Docx, appendix: Appendix, signing: Signing) -> None:
    for number, text in enumerate(appendix.belongs):
        line = written(document.add_paragraph(), text, size=_SMALL)
        line.paragraph_format.left_indent = Mm(WIDTH - _SIGNS)
        line.paragraph_format.page_break_before = number == 0
    title = written(document.add_paragraph(), appendix.title.upper(), bold=True, middle=True)
    title.paragraph_format.space_before = Pt(12)
    _chapter(document, appendix.chapter)
    _signing(document, signing)
