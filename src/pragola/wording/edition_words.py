"""Values of an edition in words: what they are called, how they are shown, where from."""

from datetime import date
from decimal import Decimal

from pragola.scoring.edition import (
    Base,
    Basis,
    Confidence,
    Cut,
    DateWindow,
    Direction,
    EditionStatus,
    Formula,
    Measure,
    Provenance,
)
from pragola.wording.languages import Language, Sentence
from pragola.wording.numbers import show_number
from pragola.wording.papers import say_kinds

PATHS: dict[str, Sentence] = {
    "status": Sentence(id="Status", en="Status"),
    "maxima.spd": Sentence(id="Skor SPD tertinggi", en="Highest SPD score"),
    "maxima.sid": Sentence(id="Skor tertinggi satu inovasi", en="Highest score of an innovation"),
    "maxima.count": Sentence(id="Skor jumlah tertinggi", en="Highest score for the number"),
    "maxima.total": Sentence(id="Jumlah poin tertinggi", en="Highest total"),
    "min_divisor": Sentence(id="Pembagi minimal", en="Smallest divisor"),
    "rejected_in_divisor": Sentence(
        id="Entri ditolak masuk pembagi", en="Rejected entries in the divisor"
    ),
    "count.weight": Sentence(id="Bobot setiap inovasi", en="Weight of each innovation"),
    "count.cap": Sentence(id="Batas jumlah inovasi", en="Cap of the number"),
    "min_basic_services": Sentence(id="Urusan pelayanan dasar minimal", en="Fewest basic services"),
    "touching_affairs_count": Sentence(
        id="Urusan beririsan ikut dihitung", en="Touching affairs count"
    ),
    "index_decimals": Sentence(id="Desimal indeks", en="Decimals of the index"),
    "affairs": Sentence(id="Urusan", en="Affairs"),
    "eligibility.stages": Sentence(id="Tahapan yang dinilai", en="Stages assessed"),
    "eligibility.applied": Sentence(id="Rentang waktu penerapan", en="Window of application"),
    "eligibility.applied.first": Sentence(id="Penerapan paling awal", en="Applied from"),
    "eligibility.applied.last": Sentence(id="Penerapan paling akhir", en="Applied until"),
    "eligibility.min_words": Sentence(id="Kata rancang bangun minimal", en="Fewest design words"),
    "eligibility.max_assessments": Sentence(id="Paling banyak diikutkan", en="Most assessments"),
    "video.max_minutes": Sentence(id="Menit video terbanyak", en="Most minutes of video"),
    "video.formats": Sentence(id="Format video", en="Formats of the video"),
    "video.links": Sentence(id="Tautan video", en="Links to the video"),
    "video.substances": Sentence(id="Substansi video", en="Substances of the video"),
    "video.max_megabytes": Sentence(id="Ukuran video (MB)", en="Size of the video (MB)"),
    "calendar": Sentence(id="Jadwal", en="Calendar"),
    "wajib_pelayanan_dasar": Sentence(id="Wajib pelayanan dasar", en="Obligatory, basic service"),
    "wajib_non_pelayanan_dasar": Sentence(id="Wajib lainnya", en="Obligatory, other"),
    "pilihan": Sentence(id="Pilihan", en="Optional"),
    "penunjang": Sentence(id="Penunjang", en="Supporting"),
    "legal": Sentence(id="Dasar hukum", en="Legal base"),
    "bands": Sentence(id="Predikat", en="Bands"),
    "min": Sentence(id="mulai", en="from"),
    "max": Sentence(id="sampai", en="up to"),
    "name": Sentence(id="Nama", en="Name"),
    "kind": Sentence(id="Jenis isian", en="Kind"),
    "required": Sentence(id="Wajib diisi", en="Required"),
    "choices": Sentence(id="Pilihan", en="Choices"),
    "parts": Sentence(id="Bagian", en="Parts"),
    "formats": Sentence(id="Format", en="Formats"),
    "variable": Sentence(id="Variabel", en="Variable"),
    "aspect": Sentence(id="Aspek", en="Aspect"),
    "weight": Sentence(id="Bobot", en="Weight"),
    "mandatory": Sentence(id="Wajib", en="Mandatory"),
    "levels": Sentence(id="Level", en="Level"),
    "measure": Sentence(id="Ukuran", en="Measure"),
    "bases": Sentence(id="Dasar ukur", en="Base"),
    "cuts": Sentence(id="batas level", en="cut of level"),
    "unit": Sentence(id="satuan", en="unit"),
    "formula": Sentence(id="rumus", en="formula"),
    "direction": Sentence(id="arah", en="direction"),
    "decimals": Sentence(id="desimal", en="decimals"),
    "what": Sentence(id="arti", en="meaning"),
    "components": Sentence(id="Komponen", en="Components"),
    "evidence": Sentence(id="Bukti dukung", en="Evidence"),
    "evidence.documents": Sentence(id="Bukti dukung", en="Evidence"),
    "evidence.formats": Sentence(id="Format bukti", en="Evidence formats"),
    "evidence.window": Sentence(id="Waktu bukti", en="Evidence window"),
    "evidence.papers": Sentence(id="Jenis naskah", en="Kinds of papers"),
    "evidence.papers.levels": Sentence(id="Naskah untuk level", en="Papers for level"),
    "evidence.papers.others": Sentence(id="Naskah jenis lain", en="Papers of other kinds"),
    "evidence.papers.unnamed": Sentence(id="Boleh tanpa nama inovasi", en="Need not name it"),
    "evidence.papers.as_applied": Sentence(
        id="Bertanggal tahun penerapan", en="Dated in the year of application"
    ),
    "evidence.papers.before": Sentence(id="Lebih lama dari", en="Older than"),
    "evidence.notes": Sentence(id="Catatan bukti", en="Evidence notes"),
}
FORMULAS: dict[Formula, Sentence] = {
    Formula.VALUE: Sentence(id="angkanya sendiri", en="the figure itself"),
    Formula.LATEST: Sentence(id="angka T-1", en="the figure of T-1"),
    Formula.INCREASE: Sentence(id="T-1 dikurangi T-2", en="T-1 minus T-2"),
    Formula.DECREASE: Sentence(id="T-2 dikurangi T-1", en="T-2 minus T-1"),
    Formula.GROWTH_PERCENT: Sentence(
        id="(T-1 dikurangi T-2) dibagi T-2 kali 100", en="(T-1 minus T-2) / T-2 × 100"
    ),
}
DIRECTIONS: dict[Direction, Sentence] = {
    Direction.HIGHER: Sentence(id="makin tinggi makin baik", en="higher is better"),
    Direction.LOWER: Sentence(id="makin rendah makin baik", en="lower is better"),
}
STATUSES: dict[EditionStatus, Sentence] = {
    EditionStatus.COMPLETE: Sentence(id="lengkap", en="complete"),
    EditionStatus.PARTIAL: Sentence(id="sebagian", en="partial"),
    EditionStatus.OUTLOOK: Sentence(id="perkiraan", en="outlook"),
}
CONFIDENCES: dict[Confidence, Sentence] = {
    Confidence.HIGH: Sentence(id="tinggi", en="high"),
    Confidence.MEDIUM_HIGH: Sentence(id="cukup tinggi", en="medium to high"),
    Confidence.MEDIUM: Sentence(id="sedang", en="medium"),
    Confidence.LOW_MEDIUM: Sentence(id="agak rendah", en="low to medium"),
    Confidence.LOW: Sentence(id="rendah", en="low"),
}
BASES: dict[Basis, Sentence] = {
    Basis.STATED: Sentence(id="", en=""),
    Basis.INFERRED: Sentence(id="disimpulkan", en="inferred"),
    Basis.OURS: Sentence(id="bacaan kami", en="our reading"),
}
_FROM = Sentence(id="sumber {sources}", en="source {sources}")
_UNSOURCED = Sentence(id="tanpa sumber", en="no source")
_SURE = Sentence(id="keyakinan {word}", en="confidence {word}")
_YES, _NO = Sentence(id="ya", en="yes"), Sentence(id="tidak", en="no")
_UNKNOWN = Sentence(id="tidak diketahui", en="not known")
_NONE = Sentence(id="tidak ada", en="none")
_MORE = Sentence(id="{number} atau lebih", en="{number} or more")
_LESS = Sentence(id="{number} atau kurang", en="{number} or less")
_CODED = {
    word.value: sentence
    for table in (FORMULAS, DIRECTIONS, STATUSES)
    for word, sentence in table.items()
}

type Figures = Cut | Measure | Base
type Shown = str | int | Decimal | bool | date | tuple[str, ...] | DateWindow | Figures | None


def say_path(path: str, language: Language) -> str:
    """What the value at a path is called; steps without a name of their own stay as they are."""
    known = [name for name in PATHS if path == name or path.startswith(f"{name}.")]
    start = max(known, key=len, default="")
    steps = [start, *path.removeprefix(start).split(".")]
    return " ".join(PATHS[s].text(language) if s in PATHS else s for s in steps if s)


def say_value(value: Shown, language: Language) -> str:
    """A value of an edition on one line."""
    match value:
        case None:
            return _UNKNOWN.text(language)
        case bool():
            return (_YES if value else _NO).text(language)
        case int() | Decimal():
            return show_number(value, language)
        case date():
            return value.isoformat()
        case DateWindow():
            return f"{value.first.isoformat()} … {value.last.isoformat()}"
        case tuple():
            return "; ".join(say_kinds((v,), language) for v in value) or _NONE.text(language)
        case str():
            return (
                _CODED[value].text(language) if value in _CODED else value or _NONE.text(language)
            )
    return _say_figures(value, language)


def say_provenance(provenance: Provenance, language: Language) -> str:
    """Mark, sources, confidence and note of a value on one line."""
    sources = _FROM.text(language).format(sources=", ".join(provenance.sources))
    parts = (
        BASES[provenance.basis].text(language),
        sources if provenance.sources else _UNSOURCED.text(language),
        _SURE.text(language).format(word=CONFIDENCES[provenance.confidence].text(language)),
    )
    line = "; ".join(part for part in parts if part)
    return f"{line}. {provenance.note}" if provenance.note else line


def _say_figures(value: Figures, language: Language) -> str:
    if isinstance(value, Base):
        return f"{value.what}: {_say_figures(value.measure, language)}"
    if isinstance(value, Measure):
        cuts = (f"{cut.level} = {_say_cut(cut, language)}" for cut in value.cuts)
        return f"{'; '.join(cuts)} ({value.unit})"
    return _say_cut(value, language)


def _say_cut(cut: Cut, language: Language) -> str:
    if cut.min is None or cut.max is None:
        sentence = _LESS if cut.min is None else _MORE
        end = cut.max if cut.min is None else cut.min
        return sentence.text(language).format(number=say_value(end, language))
    low, high = say_value(cut.min, language), say_value(cut.max, language)
    return low if low == high else f"{low} … {high}"
