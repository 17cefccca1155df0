"""How offices and their heads are called, as papers name them."""

from collections.abc import Mapping

from pragola.web.regions.models import UnitKind

_OF_REGIONS: Mapping[str, str] = {
    "Provinsi ": "Gubernur ",
    "Kabupaten ": "Bupati ",
    "Kota ": "Wali Kota ",
}
_OF_UNITS: Mapping[str, str] = {
    "Kecamatan ": "Camat ",
    "Kelurahan ": "Lurah ",
    "Sekretariat ": "Sekretaris ",
    "Inspektorat": "Inspektur",
}


def head_of_region(name: str) -> str:
    """`Bupati Pati` of `Kabupaten Pati`; `Kepala Daerah` where the name tells no kind."""
    return _renamed(name, _OF_REGIONS) or f"Kepala Daerah {name}"


def head_of_unit(name: str, kind: str) -> str:
    """`Camat Juwana`, `Direktur RSUD …`, `Kepala Dinas Kesehatan`."""
    usual = "Direktur" if kind == UnitKind.RSUD else "Kepala"
    return _renamed(name, _OF_UNITS) or f"{usual} {name}"


def _renamed(name: str, known: Mapping[str, str]) -> str:
    for begins, called in known.items():
        if name.startswith(begins):
            return called + name.removeprefix(begins)
    return ""
