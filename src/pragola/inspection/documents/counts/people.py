"""The people in a decree on a team, or in a letter that gives a task."""

import re
from collections.abc import Sequence
from decimal import Decimal

from pragola.inspection.documents.counts.figure import Figure, pages_of, region_of
from pragola.inspection.documents.counts.lines import Line
from pragola.inspection.documents.counts.listed import Opening, entries, words_in

_OPENING = Opening(
    words=words_in(
        "no nomor urut nama lengkap personil personel pegawai petugas anggota nip nik pangkat gol "
        "golongan ruang jabatan dalam dinas tim kedudukan keanggotaan peran tugas unit kerja "
        "instansi satuan keterangan ket asal organisasi pokok fungsi uraian posisi unsur jenis "
        "kelamin kelompok pelaksana kegiatan dan atau di pada inovasi struktural"
    ),
    wanted=frozenset({"nama", "jabatan", "kedudukan", "personil", "personel"}),
    announced=re.compile(
        r"^(?:kepada\s*:?$|(?:memberi(?:kan)?\s+)?(?:menugaskan|memerintahkan|tugas kepada)\b"
        r"|nama[- ]nama\b|susunan\b|personalia\b|keanggotaan\b|daftar\s+(?:nama|tim|anggota|petugas"
        r"|person[ei]l)|yang bertugas\b)"
        r"|^(?-i:[A-Z])[^.:;,]{0,30}\b(?:personalia|keanggotaan|susunan\s+(?:tim|keanggotaan|person"
        r"|panitia|kelompok))\w*\b[^.:;]{0,60}$"
        r"|^(?-i:TIM|Tim)\s+(?:pelaksana|pengelola|pengembang|inovasi|kerja|teknis|efektif)\b[^.:;]*$"
        r"|susunan[^.]{0,80}(?:sebagai berikut|terdiri (?:dari|atas))\s*:?$"
        r"|\btim\b[^.]{0,80}terdiri (?:dari|atas)\s*:?$",
        re.IGNORECASE,
    ),
)
_LAW = re.compile(
    r"(?:undang-undang|peraturan|keputusan|instruksi|surat edaran|surat keputusan|dokumen)\b",
    re.IGNORECASE,
)


def people_in(lines: Sequence[Line]) -> Figure | None:
    """How many are listed; None where no list is found."""
    listed = [each for each in entries(lines, _OPENING) if not _LAW.match(each.text)]
    if not listed:
        return None
    count = sum(each.times for each in listed)
    return Figure(value=Decimal(count), pages=pages_of(listed), region=region_of(listed))
