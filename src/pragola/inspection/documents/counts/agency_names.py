"""Names of agencies as papers write them, and which of them mean the same one."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Head:
    """How names of a kind of agency begin; a region has only one of some kinds."""

    written: str
    kind: str
    only_one: bool = False


_HEADS: Sequence[_Head] = (
    _Head(r"Dinas", "dinas"),
    _Head(r"Badan", "badan"),
    _Head(r"Kantor", "kantor"),
    _Head(r"Kecamatan|Camat", "kecamatan"),
    _Head(r"Inspektorat|Inspektur", "inspektorat", only_one=True),
    _Head(r"Sekretariat Daerah|Sekretaris Daerah|Setda|Sekda", "sekretariat daerah", only_one=True),
    _Head(r"Sekretariat DPRD|Sekretariat Dewan|Setwan", "sekretariat dprd", only_one=True),
    _Head(r"Satuan Polisi Pamong Praja|Satpol\.? ?PP", "satuan polisi pamong praja", only_one=True),
    _Head(r"RSUD|Rumah Sakit Umum Daerah|Rumah Sakit Umum|Rumah Sakit", "rsud"),
    _Head(r"(?:UPTD?\s+)?Puskesmas", "puskesmas"),
    _Head(r"UPTD?", "upt"),
)
_SHORT: Mapping[str, str] = {
    "bappeda": "badan perencanaan pembangunan daerah",
    "bapperida": "badan perencanaan pembangunan riset dan inovasi daerah",
    "brida": "badan riset dan inovasi daerah",
    "bpbd": "badan penanggulangan bencana daerah",
    "bpkad": "badan pengelolaan keuangan dan aset daerah",
    "bkpsdm": "badan kepegawaian dan pengembangan sumber daya manusia",
    "bapenda": "badan pendapatan daerah",
    "bakesbangpol": "badan kesatuan bangsa dan politik",
    "kesbangpol": "badan kesatuan bangsa dan politik",
    "dinkes": "dinas kesehatan",
    "disdik": "dinas pendidikan",
    "disdikbud": "dinas pendidikan dan kebudayaan",
    "dinsos": "dinas sosial",
    "diskominfo": "dinas komunikasi dan informatika",
    "disdukcapil": "dinas kependudukan dan pencatatan sipil",
    "dindukcapil": "dinas kependudukan dan pencatatan sipil",
    "dpmptsp": "dinas penanaman modal dan pelayanan terpadu satu pintu",
    "dispermades": "dinas pemberdayaan masyarakat dan desa",
    "dpupr": "dinas pekerjaan umum dan penataan ruang",
    "disperindag": "dinas perindustrian dan perdagangan",
    "disnaker": "dinas tenaga kerja",
    "dishub": "dinas perhubungan",
    "dlh": "dinas lingkungan hidup",
}
"""Short names that mean the same in every region."""
_FOUND = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<head{number}>{head.written})" for number, head in enumerate(_HEADS))
    + rf"|(?P<short>{'|'.join(_SHORT)}))\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"[,;:()/–—]|\s-\s|\b(?:Kab\.?|Kabupaten|Kota|Provinsi|Prov\.?|selaku|sebagai|yang|untuk"
    r"|dengan|pada|serta|Tahun|Ketua|Wakil|Anggota|Sekretaris|Koordinator|Pengarah|Pembina"
    r"|Penanggung|Pelaksana|Pelindung|Penasehat|Penasihat|Mitra|Pendukung|Penyedia|Penyelenggara"
    r"|Pengelola|Operator|Pendamping|Narasumber|Fasilitator|Kepala|Peran|Pemilik|Pengguna|NIP)\b",
    re.IGNORECASE,
)
"""What stands behind a name: its region, a role, the next column."""
_CAPITAL = re.compile(r"[A-Z&][\w.&’'-]*")
_BETWEEN = re.compile(r"dan|DAN")
_ORDINAL = re.compile(r"\d{1,2}")


def agencies_named(text: str) -> Iterator[str]:
    """The agencies that a text names, each in one spelling: small letters, without its region."""
    at = 0
    while found := _FOUND.search(text, at):
        at = found.end()
        if found["short"]:
            yield _SHORT[found["short"].lower()]
            continue
        head = next(h for n, h in enumerate(_HEADS) if found[f"head{n}"])
        words = () if head.only_one else _words_behind(text[at:])
        if words or head.only_one:
            yield " ".join((head.kind, *words))


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Each agency once: a name with which another one begins was cut by its column."""
    kept: list[str] = []
    for name in sorted(set(names), key=len, reverse=True):
        if not any(longer.startswith(f"{name} ") for longer in kept):
            kept.append(name)
    return tuple(sorted(kept))


def _words_behind(rest: str) -> tuple[str, ...]:
    """Words in capitals, with `dan` and numbers between them, as far as the name goes."""
    end = _ENDS.search(rest)
    words: list[str] = []
    for word in rest[: end.start() if end else len(rest)].split():
        if not any(kind.fullmatch(word) for kind in (_CAPITAL, _BETWEEN, _ORDINAL)):
            break
        words.append(word.strip(".").lower())
    while words and words[-1] == "dan":
        words.pop()
    return tuple(words) if words and not words[0].isdigit() else ()
