from collections import Counter

from pragola.demonstration import UnitKind, region, units
from pragola.scoring.answers import Region


def test_the_region_is_kabupaten_pati() -> None:
    assert region() == Region("33.18", "Kabupaten Pati")


def test_there_are_21_kecamatan_two_hospitals_29_puskesmas_and_28_agencies() -> None:
    assert Counter(unit.kind for unit in units()) == {
        UnitKind.KECAMATAN: 21,
        UnitKind.RSUD: 2,
        UnitKind.PUSKESMAS: 29,
        UnitKind.OPD: 28,
    }


def test_codes_and_names_of_units_are_given_once() -> None:
    codes = [unit.code for unit in units()]
    names = [unit.name for unit in units()]
    assert (len(set(codes)), len(set(names))) == (len(codes), len(names))


def test_a_unit_belongs_to_a_unit_that_exists() -> None:
    codes = {unit.code for unit in units()}
    assert {unit.parent for unit in units()} - codes == {None}


def test_every_unit_says_where_its_name_comes_from_and_what_is_unsure() -> None:
    assert [unit.name for unit in units() if not (unit.source and unit.unsure)] == []


def test_the_codes_of_the_kecamatan_run_from_1_to_21() -> None:
    codes = [unit.code for unit in units() if unit.kind is UnitKind.KECAMATAN]
    assert codes == [f"33.18.{number:02}" for number in range(1, 22)]
