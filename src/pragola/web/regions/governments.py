"""The 38 provinces and 514 kabupaten and kota, by the ministry's codes.

The lists are those of idn-area-data, under the Open Database License: see `area_data/NOTICE.md`.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pragola.scoring.faults import Fault, PragolaError

_FOLDER = Path(__file__).with_name("area_data")
_WEST, _MIDDLE, _EAST = "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"
_MIDDLE_PROVINCES = frozenset(
    ["51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"]
)
_EAST_PROVINCES = frozenset(["81", "82", "91", "92", "93", "94", "95", "96"])
"""The three zones by province, as Keputusan Presiden 41/1987 drew them; provinces made since lie
in the zone of the one they came from."""


@dataclass(frozen=True, slots=True)
class Government:
    """A provincial, kabupaten or kota government; `province` is empty for a province itself."""

    code: str
    name: str
    province: str

    @property
    def time_zone(self) -> str:
        """The zone in which its clocks stand."""
        province = self.code[:2]
        if province in _EAST_PROVINCES:
            return _EAST
        return _MIDDLE if province in _MIDDLE_PROVINCES else _WEST


class GovernmentUnknownError(PragolaError):
    """A code that is no government's."""


def government(code: str) -> Government:
    """The government of that code, `33` or `33.18`. Raises GovernmentUnknownError."""
    try:
        return governments()[code]
    except KeyError:
        raise GovernmentUnknownError(Fault(code="government_unknown", found=code)) from None


@cache
def governments() -> Mapping[str, Government]:
    """All governments by code, provinces first."""
    return {each.code: each for each in (*_provinces(), *_regencies())}


def _provinces() -> Iterator[Government]:
    for row in _rows("provinces.csv"):
        yield Government(row["code"], f"Provinsi {row['name']}", "")


def _regencies() -> Iterator[Government]:
    for row in _rows("regencies.csv"):
        yield Government(row["code"], row["name"], row["province_code"])


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
