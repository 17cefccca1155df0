"""What was found against what is true, by check: precision and recall."""

import logging
import warnings
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from pragola.inspection.inspecting import inspect
from tests.inspection.corpus.collection import specimens
from tests.inspection.corpus.specimen import Part, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One check on one file: what it said rightly, wrongly, and what it did not say."""

    check: str
    specimen: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    missed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A check over all files that judge it; shares are per mille, None where nothing was said."""

    check: str
    files: int
    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> int | None:
        """Of a thousand things it said, how many were true."""
        return _per_mille(self.right, self.right + self.wrong)

    @property
    def recall(self) -> int | None:
        """Of a thousand things that were true, how many it said."""
        return _per_mille(self.right, self.right + self.missed)


def judge(part: Part, folder: Path, *, workers: int = 2) -> Sequence[Judged]:
    """Make all files of a part in the folder, inspect them, and compare."""
    every = range(len(specimens(part)))
    with ProcessPoolExecutor(workers, initializer=_hush) as pool:
        return tuple(chain.from_iterable(pool.map(partial(_judge_one, part, folder), every)))


def table(judged: Iterable[Judged]) -> Sequence[Row]:
    """One row a check, by name."""
    files, right, wrong, missed = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for each in judged:
        files[each.check] += 1
        right[each.check] += len(each.right)
        wrong[each.check] += len(each.wrong)
        missed[each.check] += len(each.missed)
    return tuple(
        Row(check=c, files=files[c], right=right[c], wrong=wrong[c], missed=missed[c])
        for c in sorted(files)
    )


def _hush() -> None:
    """Libraries tell of every fault that the files are made with."""
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")


def _judge_one(part: Part, folder: Path, number: int) -> Sequence[Judged]:
    specimen = specimens(part)[number]
    own = folder / f"{number:03d}"
    own.mkdir()
    path, roots = specimen.make(own), own / "roots"
    subject = replace(specimen.subject, roots=roots if roots.is_dir() else None)
    report = inspect(path, subject)
    return tuple(
        _compared(check, specimen.name, said(report, check), true)
        for check, true in specimen.truth.items()
    )


def _compared(check: str, name: str, told: frozenset[str], true: frozenset[str]) -> Judged:
    return Judged(
        check=check,
        specimen=name,
        right=tuple(sorted(told & true)),
        wrong=tuple(sorted(told - true)),
        missed=tuple(sorted(true - told)),
    )


def _per_mille(part: int, whole: int) -> int | None:
    return round(1000 * part / whole) if whole else None
