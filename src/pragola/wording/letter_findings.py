"""Sentences for what inspection finds in official papers. ⟦ ⟧: left out where a place is empty."""

from pragola.wording.languages import Sentence

SENTENCES: dict[str, Sentence] = {
    "document_kind": Sentence(
        id="Tampaknya {kind}.⟦ Judulnya “{heading}”.⟧⟦ Memuat: {holds}.⟧",
        en="It seems to be: {kind}.⟦ Its heading: “{heading}”.⟧⟦ It holds: {holds}.⟧",
    ),
    "letter_read": Sentence(
        id=(
            "Yang terbaca⟦ · nomor {number}⟧⟦ · tanggal {date}⟧⟦ · untuk tahun {year}⟧"
            "⟦ · tentang {subject}⟧⟦ · penanda tangan {office}⟧. Cocokkan dengan naskahnya."
        ),
        en=(
            "What was read⟦ · number {number}⟧⟦ · date {date}⟧⟦ · for the year {year}⟧"
            "⟦ · about {subject}⟧⟦ · signed by {office}⟧. Compare it with the paper."
        ),
    ),
}
