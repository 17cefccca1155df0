"""How fast near duplicates are found: `python -m benchmarks.inspection.likeness [--things N]`.

In a database of its own (SQLite, or what PRAGOLA_DATABASE names, which must be empty) stand 100,000
files that are invented by their fingerprints: half pictures, of which every third has an even sky,
half texts of 500 offices whose papers share a tenth of their shingles. 200 are looked up, of which
each has one near duplicate: how many others are read for it, how long it takes without the reading
of texts word by word, and whether the duplicate is among them.
"""

import argparse
import base64
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import batched
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import django
import numpy as np
from django.core.management import call_command

from benchmarks.machine import machine, peak_memory

_LOOKUPS = 100
_OFFICES = 500
_SHARED = 0.32
"""Of the values a paper takes from its office: two papers then share a tenth of them."""
_VALUES = 128
_CHANCE = np.random.default_rng(1)

type Prints = dict[str, str]


def main() -> None:
    """Print the figures with the machine they were taken on."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--things", type=int, default=100_000)
    things = parser.parse_args().things
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PRAGOLA_VAR"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pragola.web.config.settings")
        django.setup()
        call_command("migrate", interactive=False, verbosity=0)
        print(machine())
        _fill(things)
        _report("pictures", _near_pictures())
        _report("texts", _near_texts())
        size = Path(folder, "database.sqlite3")
        if size.exists():
            print(f"   database: {size.stat().st_size / 2**20:.0f} MiB")
        print("  ", peak_memory())


def _fill(things: int) -> None:
    start = perf_counter()
    prints = [*_pictures(things // 2), *_texts(things // 2)]
    with _index_afterwards():
        bands = sum(_insert(batch) for batch in batched(enumerate(prints), 5000))
    taken = perf_counter() - start
    print(f"{things} files under {bands} keys, written in {taken:.0f} s")


@contextmanager
def _index_afterwards() -> Iterator[None]:
    """In one go and sorted once: filling is not what is measured, and takes a minute or two."""
    django_db = import_module("django.db")
    with django_db.transaction.atomic(), django_db.connection.cursor() as cursor:
        cursor.execute("DROP INDEX sketches_by_key")
        yield
        cursor.execute("CREATE INDEX sketches_by_key ON evidence_band (key, sketch_id)")


def _insert(batch: tuple[tuple[int, Prints], ...]) -> int:
    """Files, sketches and bands, as the site has them."""
    models = import_module("pragola.web.evidence.models")
    kept_under = import_module("pragola.inspection.likeness.bands").kept_under
    now = import_module("django.utils.timezone").now
    files = [
        models.StoredFile(sha256=f"{n:064x}", size=1, media_type="image/jpeg", stored_at=now())
        for n, _prints in batch
    ]
    models.StoredFile.objects.bulk_create(files)
    sketches = models.Sketch.objects.bulk_create(
        models.Sketch(file=file, prints=prints, version=1, done=1)
        for file, (_n, prints) in zip(files, batch, strict=True)
    )
    rows = [(each.pk, key) for each in sketches for key in kept_under(each.prints)]
    with import_module("django.db").connection.cursor() as cursor:
        cursor.executemany("INSERT INTO evidence_band (sketch_id, key) VALUES (%s, %s)", rows)
    return len(rows)


def _pictures(number: int) -> Iterator[Prints]:
    for each in range(number):
        bits = _CHANCE.integers(0, 2, _VALUES)
        if each % 3 == 0:
            bits[64 : 64 + 8 * int(_CHANCE.integers(1, 5))] = 0
        yield _hashes(bits)


def _hashes(bits: Any) -> Prints:
    digits = f"{int(''.join(map(str, bits)), 2):032x}"
    return {"phash": digits[:16], "dhash": digits[16:]}


def _texts(number: int) -> Iterator[Prints]:
    offices = _CHANCE.integers(0, 2**16, (_OFFICES, _VALUES))
    for each in range(number):
        own = _CHANCE.integers(0, 2**16, _VALUES)
        shared = _CHANCE.random(_VALUES) < _SHARED
        yield _sketch(np.where(shared, offices[each % _OFFICES], own))


def _sketch(values: Any) -> Prints:
    return {"shingles": base64.b64encode(values.astype("<u2").tobytes()).decode()}


def _near_pictures() -> Iterator[tuple[Prints, Prints]]:
    """Pictures just alike enough: 22 of 128 bits differ."""
    for one in _pictures(_LOOKUPS):
        bits = np.array([int(b) for b in f"{int(one['phash'] + one['dhash'], 16):0128b}"])
        bits[_CHANCE.choice(_VALUES, 22, replace=False)] ^= 1
        yield one, _hashes(bits)


def _near_texts() -> Iterator[tuple[Prints, Prints]]:
    """Texts of which half of the shingles are the same."""
    for one in _texts(_LOOKUPS):
        values = np.frombuffer(base64.b64decode(one["shingles"]), "<u2").copy()
        other = _CHANCE.random(_VALUES) >= 1 / 2
        values[other] = _CHANCE.integers(0, 2**16, int(other.sum()))
        yield one, _sketch(values)


def _report(name: str, pairs: Iterator[tuple[Prints, Prints]]) -> None:
    near = import_module("pragola.web.evidence.queries.near")
    sketch = import_module("pragola.web.evidence.models").Sketch
    read, taken, found = [], [], 0
    first = sketch.objects.count()
    for number, (one, other) in enumerate(pairs):
        _insert(((first + number, other),))
        wanted = sketch.objects.latest("pk").file_id
        asked = sketch(pk=0, file_id="f" * 64, prints=one)
        others = near.candidates(asked)
        start = perf_counter()
        near.near_to(asked)
        taken.append(1000 * (perf_counter() - start))
        read.append(len(others))
        found += wanted in {each.key for each in others}
    print(f"{name}, {len(read)} lookups: {found} of their near duplicates found")
    print(f"   others read: median {median(read):.0f}, most {max(read)}")
    print(f"   ms a lookup: median {median(taken):.1f}, most {max(taken):.1f}")


if __name__ == "__main__":
    main()
