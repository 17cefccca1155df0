"""The kinds of official papers that the rules speak of."""

from enum import StrEnum


class PaperKind(StrEnum):
    """What a paper is. `kada` is the head of the region, `kpd` the head of an agency or unit."""

    PERDA = "perda"
    PERKADA = "perkada"
    SK_KADA = "sk_kada"
    SK_AN_KADA = "sk_an_kada"
    """A decree of the head of an agency in the name of the head of the region."""
    SK_KPD = "sk_kpd"
    TUGAS_KADA = "surat_tugas_kada"
    TUGAS = "surat_tugas"
    UNDANGAN = "undangan"
    DAFTAR_HADIR = "daftar_hadir"
    ANGGARAN = "anggaran"
    """DPA, RKA."""
    RKPD = "rkpd"
    RENCANA_KERJA = "rencana_kerja"
    """What stands for the RKPD elsewhere: RKAS, RUK, RPK, RBA, RKP Desa."""
    KERJA_SAMA = "kerja_sama"
    """Perjanjian kerja sama, nota kesepahaman."""
    SOP = "sop"
    SKM = "skm"
    """A report on the Survei Kepuasan Masyarakat."""
