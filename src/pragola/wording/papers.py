"""What the kinds of papers are called."""

from collections.abc import Iterable

from pragola.scoring.papers import PaperKind
from pragola.wording.languages import Language, Sentence

PAPER_KINDS: dict[PaperKind, Sentence] = {
    PaperKind.PERDA: Sentence(id="Peraturan Daerah (Perda)", en="regional regulation (Perda)"),
    PaperKind.PERKADA: Sentence(
        id="Peraturan Kepala Daerah (Perkada)",
        en="regulation of the head of the region (Perkada)",
    ),
    PaperKind.SK_KADA: Sentence(
        id="SK Kepala Daerah", en="decree of the head of the region (SK Kepala Daerah)"
    ),
    PaperKind.SK_AN_KADA: Sentence(
        id="SK Kepala Perangkat Daerah atas nama Kepala Daerah",
        en="decree of an agency's head in the name of the head of the region",
    ),
    PaperKind.SK_KPD: Sentence(
        id="SK Kepala Perangkat Daerah atau kepala unit",
        en="decree of the head of an agency or unit (SK)",
    ),
    PaperKind.TUGAS_KADA: Sentence(
        id="surat tugas atau surat perintah Kepala Daerah",
        en="task letter of the head of the region (surat tugas)",
    ),
    PaperKind.TUGAS: Sentence(
        id="surat tugas atau surat perintah", en="task letter (surat tugas, surat perintah)"
    ),
    PaperKind.UNDANGAN: Sentence(id="undangan", en="invitation (undangan)"),
    PaperKind.DAFTAR_HADIR: Sentence(id="daftar hadir", en="attendance list (daftar hadir)"),
    PaperKind.ANGGARAN: Sentence(
        id="dokumen anggaran (DPA atau RKA)", en="budget document (DPA or RKA)"
    ),
    PaperKind.RKPD: Sentence(id="RKPD", en="regional work plan (RKPD)"),
    PaperKind.RENCANA_KERJA: Sentence(
        id="rencana kerja yang setara (RKAS, RUK, RPK, RBA, atau RKP Desa)",
        en="work plan of a school, health centre, hospital or village (RKAS, RUK, RPK, RBA, RKP)",
    ),
    PaperKind.KERJA_SAMA: Sentence(
        id="perjanjian kerja sama atau nota kesepahaman",
        en="cooperation agreement or memorandum (PKS, MoU)",
    ),
    PaperKind.SOP: Sentence(id="SOP", en="standard operating procedure (SOP)"),
    PaperKind.SKM: Sentence(
        id="laporan Survei Kepuasan Masyarakat (SKM)", en="satisfaction survey report (SKM)"
    ),
}
_TWO = Sentence(id="{before} atau {last}", en="{before} or {last}")
_MORE = Sentence(id="{before}, atau {last}", en="{before}, or {last}")


def say_kinds(kinds: Iterable[str], language: Language) -> str:
    """The kinds by name, `a, b, atau c`; a code that is none stays as it is."""
    names = [_name(kind, language) for kind in kinds]
    *before, last = names or [""]
    if not before:
        return last
    sentence = _TWO if len(before) == 1 else _MORE
    return sentence.text(language).format(before=", ".join(before), last=last)


def _name(code: str, language: Language) -> str:
    known = code in list(PaperKind)
    return PAPER_KINDS[PaperKind(code)].text(language) if known else code
