"""A paper as PDF, and as DOCX for an office that puts it into its own form."""

from dataclasses import asdict
from io import BytesIO

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from pragola.web.coaching.paper_texts import Chapter, Known, PaperText
from pragola.web.coaching.printing.letterheads import Heading
from pragola.web.coaching.printing.typesetting import set_page

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MARGIN = Mm(22)
_FOOT = "Rancangan. Sesuaikan dengan tata naskah dinas sebelum ditandatangani."


def paper_pdf(text: PaperText, known: Known, *, invented: bool) -> bytes:
    """The paper as PDF."""
    foot = f"{_FOOT} Data contoh: inovasi rekaan." if invented else _FOOT
    told = {"heading": asdict(known.heading), "foot": foot, **asdict(text)}
    return set_page("paper", told)


def paper_docx(text: PaperText, known: Known, *, invented: bool) -> bytes:
    """The paper as DOCX, with the same words."""
    document = Document()
    document.core_properties.title = text.title
    document.core_properties.author = known.heading.government
    document.core_properties.language = "id-ID"
    for section in document.sections:
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = _MARGIN
        foot = f"{_FOOT} Data contoh: inovasi rekaan." if invented else _FOOT
        section.footer.paragraphs[0].text = foot
    _letterhead(document, known.heading)
    _centred(document, text.title.upper(), size=13, bold=True)
    _centred(document, text.below, size=11)
    for chapter in (each for each in text.chapters if not each.appendix):
        _chapter(document, chapter)
    document.add_paragraph(f"\n{text.signer},\n\n\n\n______________________________\nNIP")
    for chapter in (each for each in text.chapters if each.appendix):
        _chapter(document, chapter)
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def _letterhead(document: Docx, heading: Heading) -> None:
    _centred(document, heading.government, size=12)
    _centred(document, heading.office, size=14, bold=True)
    for line in filter(None, (heading.address, heading.contact)):
        _centred(document, line, size=9)
    document.add_paragraph("_" * 80).alignment = WD_ALIGN_PARAGRAPH.CENTER


def _centred(document: Docx, text: str, *, size: int, bold: bool = False) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(2)
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(size)


def _chapter(document: Docx, chapter: Chapter) -> None:
    if chapter.name:
        heading = document.add_heading(chapter.name, level=2)
        heading.paragraph_format.page_break_before = chapter.appendix
    for text in chapter.paragraphs:
        document.add_paragraph(text)
    for number, text in enumerate(chapter.points, start=1):
        document.add_paragraph(f"{number}. {text}")
    if not chapter.table:
        return
    table = document.add_table(rows=0, cols=len(chapter.table[0]), style="Table Grid")
    for row in chapter.table:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
