"""Wrong usage is told in the language of the output, with where the help is; status 2."""

import pytest

from tests.cli.running import run


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["plan"], "FILE belum diisi."),
        (["planx"], "perintah planx tidak dikenal."),
        (["--apa"], "pilihan --apa tidak dikenal."),
        (["plan", "x.xlsx", "--targt", "1"], "pilihan --targt tidak dikenal."),
        (["plan", "tidak-ada.xlsx"], "nilai untuk FILE tidak dapat dipakai: berkas itu tidak ada"),
        (["plan", __file__, "--target"], "pilihan --target dipakai tanpa nilainya"),
        (["plan", __file__, "--target", "abc"], "--target tidak dapat dipakai: “abc” bukan indeks"),
        (["plan", __file__, "--target", "NaN"], "“NaN” tidak terletak di antara 0 dan 100."),
        (["plan", __file__, "--budget", "abc"], "--budget tidak dapat dipakai: “abc” bukan angka."),
        (["plan", __file__, "--curve", "1"], "harus bilangan bulat dari 2 sampai 50."),
        (["plan", __file__, "--side", "x"], "pilih salah satu dari claimed, verified."),
        (["plan", __file__, "lain.xlsx"], "terlalu banyak yang ditulis: lain.xlsx."),
        (["plan", __file__], "--target atau --budget"),
    ],
)
def test_what_was_wrong_is_said_in_indonesian(arguments: list[str], told: str) -> None:
    """Nothing of it is English; nothing goes to stdout."""
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    head, _help, last = result.stderr.split("\n")[0], *result.stderr.strip().rsplit("\n", 1)
    assert head.startswith("Pemakaian: ")
    assert last.startswith("Keliru: ")
    assert told in last
    english = ("Usage", "Error", "Invalid", "Try", "OPTIONS", "Missing", "such")
    assert [each for each in english if each in result.stderr] == []


@pytest.mark.parametrize("wrong", [["--targt", "1"], ["--target", "abc"]])
@pytest.mark.parametrize("spoken", [["--language", "en"], ["--language=en"], []])
def test_english_is_english_throughout(wrong: list[str], spoken: list[str]) -> None:
    """By the option, wherever it stands, or by the environment."""
    environment = {} if spoken else {"PRAGOLA_LANGUAGE": "en"}
    result = run("plan", __file__, *wrong, *spoken, **environment)
    assert result.exit_code == 2
    assert result.stderr.startswith("Usage: ")
    assert [each for each in ("Pemakaian", "Keliru", "bukan") if each in result.stderr] == []
