"""What speaks for a kind of paper, and how strongly: the documented table of features.

A heading counts most. The others are words that stand at the beginning of a line; they carry a
paper whose heading is lost, and hold back a heading that is only cited. The words are those of the
rules on official papers (tata naskah dinas); the weights are ours, set by the learned part of the
corpus.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pragola.scoring.papers import PaperKind

HEADING = 6
"""A heading in capitals: enough by itself."""
QUIET_HEADING = 4
"""A heading in small letters: needs one word more."""
ATTACHED_TO = 5
"""`LAMPIRAN KEPUTUSAN BUPATI …` on the first page of a file: the decree itself is missing."""
ENOUGH = 5
AHEAD = 2
"""Points by which the first kind must lead the second."""

type Weights = Mapping[PaperKind, int]
"""Here `SK_KPD` stands for decrees and `TUGAS` for task letters of any office: who signed is asked
afterwards."""


@dataclass(frozen=True, slots=True)
class Feature:
    """Words at the beginning of a line (`pattern`, of tight lines) and what they speak for."""

    name: str
    pattern: re.Pattern[str]
    weights: Weights


_K = PaperKind
_REGULATIONS: Weights = {_K.PERDA: 1, _K.PERKADA: 1}
_DECREES: Weights = {_K.SK_KPD: 1}
_RULINGS: Weights = {**_REGULATIONS, **_DECREES}
_TASKS: Weights = {_K.TUGAS: 1}


def _feature(name: str, pattern: str, weights: Weights, times: int = 1) -> Feature:
    told = {kind: weight * times for kind, weight in weights.items()}
    return Feature(name, re.compile(f"^(?:{pattern})", re.MULTILINE), told)


FEATURES = (
    _feature("Menimbang", r"MENIMBANG", _RULINGS),
    _feature("Mengingat", r"MENGINGAT", _RULINGS),
    _feature("MEMUTUSKAN", r"MEMUTUSKAN", _RULINGS),
    _feature("Menetapkan", r"MENETAPKAN", _RULINGS),
    _feature("Dengan rahmat Tuhan", r"DENGANRAHMAT", _REGULATIONS),
    _feature("persetujuan bersama DPRD", r"DENGANPERSETUJUANBERSAMA", {_K.PERDA: 3}),
    _feature("Lembaran Daerah", r"LEMBARANDAERAH", {_K.PERDA: 2}),
    _feature("Berita Daerah", r"BERITADAERAH", {_K.PERKADA: 2}),
    _feature("Pasal 1", r"PASAL[1I](?!\d)", {**_REGULATIONS, _K.KERJA_SAMA: 1}),
    _feature("KESATU", r"KESATU|DIKTUMKESATU|PERTAMA", _DECREES, 2),
    _feature("Keputusan ini berlaku", r".{0,20}KEPUTUSANINI(?:MULAI)?BERLAKU", _DECREES, 2),
    _feature("MENUGASKAN", r"MENUGASKAN|MEMERINTAHKAN|MENUGASI|MEMBERITUGAS", _TASKS, 3),
    _feature("Dasar", r"DASAR(?!HUKUM)", _TASKS),
    _feature("Untuk", r"UNTUK(?!BELIAU)", _TASKS),
    _feature("Kepada", r"KEPADA", {**_TASKS, _K.UNDANGAN: 1}),
    _feature("Yth.", r"Y[TI]H", {_K.UNDANGAN: 1}),
    _feature(
        "mengharap kehadiran",
        r".*(?:MENGHARAP(?:KAN)?|MOHON|MEMOHON|MENGUNDANG|DIMINTA|MEMINTA)"
        r".{0,40}(?:KEHADIRAN|HADIR|SAUDARA|BAPAK)",
        {_K.UNDANGAN: 2},
    ),
    _feature("Pukul", r"(?:PUKUL|WAKTU|JAM)(?!PENYELESAIAN)", {_K.UNDANGAN: 1}),
    _feature("Acara", r"ACARA|AGENDA", {_K.UNDANGAN: 1}),
    _feature("Hari/Tanggal", r"HARI(?:TANGGAL|DAN|\b)", {_K.UNDANGAN: 1, _K.DAFTAR_HADIR: 1}),
    _feature("Tempat", r"TEMPAT", {_K.UNDANGAN: 1, _K.DAFTAR_HADIR: 1}),
    _feature(
        "NAMA … TANDA TANGAN",
        r".*NAMA.*(?:TANDATANGAN|TTD|PARAF)",
        {_K.DAFTAR_HADIR: 3},
    ),
    _feature("kode rekening", r".{0,20}KODEREKENING", {_K.ANGGARAN: 2}),
    _feature("Nomor DPA", r"(?:NOMOR|NO)(?:DPA|DPPA|RKA)", {_K.ANGGARAN: 3}),
    _feature("Tahun Anggaran", r".{0,40}TAHUNANGGARAN\d", {_K.ANGGARAN: 1, _K.RENCANA_KERJA: 1}),
    _feature("Sub Kegiatan", r"SUBKEGIATAN", {_K.ANGGARAN: 1, _K.RKPD: 1}),
    _feature("Belanja", r".{0,20}BELANJA", {_K.ANGGARAN: 1}),
    _feature("RKPD", r".{0,60}RKPD(?!ESA)", {_K.RKPD: 2}),
    _feature("rencana kerja dan pendanaan daerah", r"RENCANAKERJADANPENDANAANDAERAH", {_K.RKPD: 3}),
    _feature("prakiraan maju", r".{0,60}P(?:RA|ER)KIRAANMAJU", {_K.RKPD: 3}),
    _feature("pagu indikatif", r".{0,40}PAGU(?:INDIKATIF)?", {_K.RKPD: 1}),
    _feature("PIHAK KESATU", r".{0,200}PIHAK(?:KESATU|PERTAMA|I\b)", {_K.KERJA_SAMA: 2}),
    _feature("PIHAK KEDUA", r".{0,200}PIHAK(?:KEDUA|II\b)", {_K.KERJA_SAMA: 1}),
    _feature("PARA PIHAK", r".{0,200}PARAPIHAK", {_K.KERJA_SAMA: 1}),
    _feature("Nomor SOP", r".{0,60}(?:NOMOR|NO)SOP", {_K.SOP: 3}),
    _feature("Nama SOP", r".{0,60}(?:NAMA|JUDUL)SOP", {_K.SOP: 2}),
    _feature("Tanggal Efektif", r".{0,40}T(?:ANGGAL|GL)(?:EFEKTIF|PENGESAHAN|REVISI)", {_K.SOP: 1}),
    _feature("Disahkan oleh", r".{0,60}DISAHKANOLEH", {_K.SOP: 1}),
    _feature("mutu baku", r".{0,60}MUTUBAKU", {_K.SOP: 2}),
    _feature("kualifikasi pelaksana", r".{0,60}KUALIFIKASIPELAKSANA", {_K.SOP: 1}),
    _feature("responden", r".{0,200}RESPONDEN", {_K.SKM: 1}),
    _feature("survei kepuasan masyarakat", r".{0,200}SURVE[IY]KEPUASANMASYARAKAT", {_K.SKM: 2}),
    _feature("unsur pelayanan", r".{0,200}UNSURPELAYANAN", {_K.SKM: 1}),
    _feature("IKM", r".{0,200}(?:INDEKSKEPUASANMASYARAKAT|NILAIIKM|NILAISKM)", {_K.SKM: 2}),
    _feature("mutu pelayanan", r".{0,200}MUTUPELAYANAN", {_K.SKM: 1}),
)
"""Named as they are told to people: what the paper holds."""
