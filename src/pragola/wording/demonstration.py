"""Sentences about the demonstration."""

from pragola.wording.languages import Sentence

SENTENCES: dict[str, Sentence] = {
    "not_demonstrated": Sentence(
        id="Tidak ada peragaan untuk pedoman {found}. Pilih salah satu: {expected}.",
        en="There is no demonstration for edition {found}. Choose one of: {expected}.",
    ),
    "file_kind_unwritable": Sentence(
        id="Berkas berakhiran “{found}” tidak dapat ditulis. Pakai salah satu: {expected}.",
        en="A file ending in “{found}” cannot be written. Use one of: {expected}.",
    ),
}
