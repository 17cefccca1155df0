"""A list of units between being checked and being accepted: it travels signed, not stored."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from django.core import signing
from django.core.files.base import File

from pragola.web.regions.models import Region, Unit, UnitKind
from pragola.web.regions.queries.units import (
    ChangeKind,
    UnitChange,
    changes_of_list,
    listed_units,
)
from pragola.web.shared.files import as_path, new_file
from pragola.web.shared.texts import typed_line
from pragola.workbook.unit_list import ListedUnit, read_unit_list, write_unit_list

_SALT = "pragola.unit-list"
_SECONDS_TO_DECIDE = 60 * 60


@dataclass(frozen=True, slots=True)
class CheckedList:
    """A sound list and what it would change, row by row."""

    listed: Sequence[ListedUnit]
    changes: Sequence[UnitChange]

    @property
    def sealed(self) -> str:
        """The whole as a text that nobody else can make."""
        rows = [asdict(unit) for unit in self.listed]
        changes = [asdict(change) for change in self.changes]
        return signing.dumps({"rows": rows, "changes": changes}, salt=_SALT, compress=True)


def check_list(region: Region, file: "File[bytes]") -> CheckedList:
    """The list in a file. Raises AnswersFaultyError with every fault."""
    known = set(Unit.objects.filter(region=region).values_list("code", flat=True))
    with as_path(file, suffix=".xlsx") as path:
        listed = read_unit_list(path, kinds=_kinds(), known=known)
    clean = tuple(_clean(unit) for unit in listed)
    return CheckedList(clean, tuple(changes_of_list(region, clean)))


def opened_list(sealed: str) -> CheckedList | None:
    """The list that was sealed here within the last hour; None for anything else."""
    try:
        told = signing.loads(sealed, salt=_SALT, max_age=_SECONDS_TO_DECIDE)
    except signing.BadSignature:
        return None
    changes = (UnitChange(**{**each, "kind": ChangeKind(each["kind"])}) for each in told["changes"])
    return CheckedList(tuple(ListedUnit(**row) for row in told["rows"]), tuple(changes))


def list_of_units(region: Region) -> bytes:
    """The government's units as an Excel file, to be changed and handed in again."""
    with new_file(".xlsx") as path:
        write_unit_list(path, listed_units(region), kinds=_kinds())
        return path.read_bytes()


def _clean(unit: ListedUnit) -> ListedUnit:
    """The row as a form would have taken it."""
    return replace(
        unit,
        code=typed_line(unit.code),
        name=typed_line(unit.name),
        parent=typed_line(unit.parent) if unit.parent else None,
    )


def _kinds() -> dict[str, str]:
    # The file speaks Indonesian to everybody, so that one list can be passed around.
    return {kind.value: _NAMES[kind] for kind in UnitKind}


_NAMES = {
    UnitKind.OPD: "Perangkat daerah",
    UnitKind.KECAMATAN: "Kecamatan",
    UnitKind.RSUD: "Rumah sakit umum daerah",
    UnitKind.PUSKESMAS: "Puskesmas",
    UnitKind.SCHOOL: "Sekolah",
    UnitKind.VILLAGE: "Desa atau kelurahan",
}
