"""Every text reaches paper: a sign that the fonts lack is told as □, and nothing fails for it."""

from pathlib import Path

import pypdfium2
import pytest

from pragola.web.shared.typesetting import typeset

PAGE = """#let told = json(bytes(sys.inputs.told))
#set document(title: told.title)
#set text(font: "Libertinus Serif")
#told.title"""


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Terima kasih 🙏🎉", "Terima kasih □□"),
        ("ꦥꦠꦶ dan 中文", "□□ dan □□"),
        ("👨\u200d👩\u200d👧 👍🏽 hadir", "□□□ □ hadir"),
        ("a\u20dd b\u0308", "a□ b\u0308"),
        ("\ue000\x01\ufffe lurus", "□□□ lurus"),
        ("Ťidak ½ → <b>#panic()</b>", "Ťidak ½ → <b>#panic()</b>"),
        ("".join(map(chr, range(0x4E00, 0x4E00 + 40))) + " usai", "□" * 40 + " usai"),
    ],
)
def test_signs_without_a_shape_are_told_as_a_box(tmp_path: Path, text: str, printed: str) -> None:
    """Marks and joiners go with the sign that they belong to; all else stays as it was written."""
    page = tmp_path / "page.typ"
    page.write_text(PAGE)
    pdf = typeset(page, {"title": text, "lists": [[text]], "number": 1}, standard="a-2a")
    [leaf] = pypdfium2.PdfDocument(pdf)
    assert leaf.get_textpage().get_text_bounded() == printed
    assert b"pdfaid:part" in pdf
