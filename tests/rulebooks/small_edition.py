"""A small edition in two files, to be bent by tests, and what the reader says of it."""

from pathlib import Path

import pytest

from pragola.rulebooks import read_edition
from pragola.rulebooks.catalogue import EditionFaultyError
from pragola.scoring.faults import Fault

EDITION = """\
code: small
title: Pedoman kecil
status: complete
sources:
  - {id: letter, title: Surat, kind: surat}
  - {id: copy, title: Salinan, kind: salinan}
legal: {sources: [letter], confidence: high, entries: [Surat]}
periods: {sources: [letter], confidence: high, years: {T-0: 2026, T-1: 2025}}
maxima: {sources: [letter], confidence: high, spd: 3, sid: 9, count: 5.00, total: 17}
min_divisor: {value: 2, sources: [letter], confidence: high}
rejected_in_divisor: {value: true, sources: [], confidence: low, basis: ours, note: Bacaan kami}
count: {sources: [letter], confidence: high, name: Jumlah, weight: 0.50, cap: 10}
min_basic_services: {value: 1, sources: [letter], confidence: high}
touching_affairs_count: {value: true, sources: [letter], confidence: high}
index_decimals: {value: 2, sources: [letter], confidence: high}
bands:
  value:
    - {name: Tinggi, min: 50.01, max: 100.00}
    - {name: Rendah, min: 0, max: 50.00}
  sources: [letter]
  confidence: high
affairs:
  sources: [letter]
  confidence: high
  numbers: {wajib_pelayanan_dasar: 2, wajib_non_pelayanan_dasar: 1, pilihan: 1, penunjang: 1}
  classes:
    wajib_pelayanan_dasar: [Kesehatan, Pendidikan]
    wajib_non_pelayanan_dasar: [Pangan]
    pilihan: [Pertanian]
    penunjang: [Keuangan]
eligibility:
  sources: [letter]
  confidence: high
  stages: [Penerapan]
  applied: {value: {first: 2024-01-01, last: 2025-12-31}}
  min_words: 300
  max_assessments: {value: 2, basis: inferred, note: Disimpulkan}
video:
  sources: [letter]
  confidence: high
  max_minutes: 5
  formats: [mp4]
  links: []
  substances: [Manfaat]
  max_megabytes: null
profile:
  sources: [letter]
  confidence: high
  fields:
    - {id: nama, label: Nama, kind: text}
    - {id: tahapan, label: Tahapan, kind: choice, choices: [Penerapan]}
calendar: {sources: [letter], confidence: high, entries: [Penjaringan]}
gaps:
  - {text: Berkas asli tidak terbaca}
  - {of: video.max_megabytes, text: Ukuran tidak disebut}
"""

INDICATORS = """\
- code: SPD-01
  number: 1
  name: Visi
  aspect: SPD
  variable: Institusi
  sources: [letter]
  confidence: high
  weight: 1
  mandatory: true
  levels: {1: satu, 2: dua, 3: tiga}
  components: [Pendidikan]
- code: SID-01
  number: 2
  name: Aktor
  aspect: SID
  variable: Infrastruktur
  sources: [letter]
  confidence: high
  weight: {value: 2, sources: [copy]}
  mandatory: false
  levels: {1: satu, 2: dua, 3: tiga}
  measure:
    unit: persen
    direction: higher
    formula: value
    decimals: 2
    cuts:
      1: {max: 10.00}
      2: {min: 10.00, max: 20.00}
      3: {min: 20.01}
    tested: [3, 1, 2]
  evidence: {documents: [Surat], formats: [pdf], periods: [T-1], window: T-1, notes: [Asli]}
- code: SID-02
  number: 3
  name: Hari
  aspect: SID
  variable: Infrastruktur
  sources: [letter]
  confidence: high
  weight: 1
  mandatory: true
  levels: {value: {1: satu, 2: dua, 3: tiga}, basis: ours, note: Bacaan kami}
  bases:
    - id: a
      what: Hari
      measure:
        unit: hari
        direction: lower
        formula: value
        decimals: 0
        whole: true
        cuts:
          1: {min: 6}
          2: {min: 2, max: 5}
          3: {max: 1}
        tested: [3, 2, 1]
"""

type Told = tuple[str, str, str, str]


def write_edition(
    folder: Path, edition: str = EDITION, indicators: str | None = INDICATORS
) -> Path:
    """The folder with the files in it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "edition.yaml").write_text(edition, encoding="utf-8")
    if indicators is not None:
        (folder / "indicators.yaml").write_text(indicators, encoding="utf-8")
    return folder


def faults_of(folder: Path) -> tuple[Fault, ...]:
    """The faults of the edition in the folder; it must have some."""
    with pytest.raises(EditionFaultyError) as error:
        read_edition(folder)
    return error.value.faults


def told(faults: tuple[Fault, ...]) -> list[Told]:
    """Kind, place, what stands there and what should, of each fault."""
    return [(fault.code, fault.place, fault.found, fault.expected) for fault in faults]


def line_of(text: str, fragment: str) -> int:
    """The number of the first line that has the fragment."""
    return 1 + next(i for i, line in enumerate(text.splitlines()) if fragment in line)
