"""Parts of a DOCX that python-docx has no words for: lines, widths, rows that stay whole."""

from collections.abc import Iterable, Sequence

from docx.document import Document as Docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

FONT, SIZE = "Times New Roman", 11
WIDTH = 166
"""Of what is written on a page, in millimetres."""
_ROW = 8
_WASH = "F3ECE1"


def new_style(document: Docx) -> None:
    """Black text in one font, tight, as offices write."""
    for name in ("Normal", "Heading 2"):
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(SIZE)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for each in list(fonts.attrib):
            del fonts.attrib[each]
        for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{kind}"), FONT)
    heading = document.styles["Heading 2"]
    heading.font.bold, heading.font.color.rgb = True, None
    heading.paragraph_format.space_before = Pt(10)
    heading.paragraph_format.space_after = Pt(4)
    normal = document.styles["Normal"].paragraph_format
    normal.space_after, normal.line_spacing = Pt(4), 1


def written(
    paragraph: Paragraph, text: str, *, size: int = SIZE, bold: bool = False, middle: bool = False
) -> Paragraph:
    """Text in a paragraph of its own."""
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(size)
    paragraph.paragraph_format.space_after = Pt(2)
    if middle:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def underline(paragraph: Paragraph) -> None:
    """A thick and a thin line below, as letterheads have."""
    lines = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    told = {"val": "thickThinSmallGap", "sz": "18", "space": "4", "color": "000000"}
    for name, value in told.items():
        bottom.set(qn(f"w:{name}"), value)
    lines.append(bottom)
    paragraph._p.get_or_add_pPr().append(lines)
    paragraph.paragraph_format.space_after = Pt(12)


def columns(document: Docx, widths: Sequence[float], *, style: str | None = None) -> Table:
    """A table without rows whose columns are that wide, in millimetres; without lines or style."""
    table: Table = document.add_table(rows=0, cols=len(widths), style=style)
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    return table


def add_row(table: Table, texts: Iterable[str], *, high: bool = False) -> _Row:
    """A row that no page end cuts; a high one has room for handwriting."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    if high:
        row.height = Mm(_ROW)
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, column, text in zip(row.cells, table.columns, texts, strict=True):
        cell.width = column.width
        written(cell.paragraphs[0], text)
    return row


def joined(first: _Cell, last: _Cell, text: str) -> None:
    """Two cells as one with that text; each had a paragraph, and one is left."""
    cell = first.merge(last)
    for each in cell.paragraphs[1:]:
        cell._tc.remove(each._p)
    written(cell.paragraphs[0], text)


def kept_together(paragraphs: Iterable[Paragraph]) -> None:
    """None of these is the last on its page."""
    for each in paragraphs:
        each.paragraph_format.keep_with_next = True


def as_head(row: _Row) -> None:
    """A head, which stands again on every page that the table goes on to."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell in row.cells:
        _wash(cell)
        paragraph = cell.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for run in paragraph.runs:
            run.bold = True
        kept_together([paragraph])


def _wash(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", _WASH)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)
