"""`pragola inspect`: what is wrong with files, before anybody sends them."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click

from pragola.cli.likeness import with_likeness
from pragola.cli.options import chosen_language, json_option, language_option
from pragola.cli.words import words
from pragola.inspection.checks import checks_version
from pragola.inspection.confined import inspect_confined
from pragola.inspection.findings import Finding, Severity
from pragola.inspection.report import Report, as_document
from pragola.inspection.steps import Step
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from pragola.wording import Language, Sentence, say
from pragola.wording.places import show_page

_BLOCKED = 1
_DAY = click.DateTime(["%Y-%m-%d"])
_SIGNS = {Severity.BLOCKS: "✗", Severity.DOUBTFUL: "?", Severity.GOOD: "✓", Severity.INFO: "·"}
_SECOND = Sentence(id="detik {second}: ", en="second {second}: ")
_SUM = Sentence(
    id="{files} berkas diperiksa, {blocked} tidak dapat dinilai.",
    en="{files} files inspected, {blocked} cannot be judged.",
)
_READING = Sentence(id="Memeriksa", en="Inspecting")


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--edition", "edition_code", required=True, help="Code of the edition, like 2026.")
@click.option("--indicator", "part", help="What it proves, for example SID-01.")
@click.option("--level", type=click.IntRange(1), help="The level that is claimed.")
@click.option("--innovation", "names", multiple=True, help="Title or other name; may repeat.")
@click.option("--applied", type=_DAY, help="Day of its first application, as 2025-01-31.")
@click.option("--developed", type=_DAY, help="Day of its latest development.")
@click.option(
    "--roots",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of certificates trusted for electronic signatures.",
)
@json_option
@language_option
def inspect(
    files: tuple[Path, ...],
    edition_code: str,
    part: str | None,
    level: int | None,
    names: tuple[str, ...],
    applied: datetime | None,
    developed: datetime | None,
    roots: Path | None,
    language: Language,
    *,
    as_json: bool,
) -> None:
    """Look at FILES and all files of folders; each in a process of its own.

    Exit status 0: all can be judged; 1: at least one cannot.
    """
    edition = load_edition(edition_code)
    _must_be_part(part, [indicator.code for indicator in edition.indicators])
    subject = Subject(
        edition=edition,
        part=part,
        level=level,
        names=names,
        roots=roots,
        applied=applied.date() if applied else None,
        developed=developed.date() if developed else None,
    )
    found = tuple(_files(files))
    reports = with_likeness(found, _inspected(found, subject, language), subject)
    if as_json:
        click.echo(json.dumps(_document(found, reports, language), ensure_ascii=False, indent=2))
    else:
        for line in _page(found, reports, language):
            click.echo(line)
    click.get_current_context().exit(_BLOCKED if any(map(_blocks, reports)) else 0)


def _must_be_part(part: str | None, codes: Sequence[str]) -> None:
    if part is not None and part not in codes:
        language = chosen_language(click.get_current_context())
        told = words("none_of", language, found=part, names=", ".join(codes))
        raise click.BadParameter(told, param_hint="--indicator")


def _files(paths: tuple[Path, ...]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(each for each in path.rglob("*") if each.is_file())
        else:
            yield path


def _inspected(files: Sequence[Path], subject: Subject, language: Language) -> list[Report]:
    """The reports in the order of the files; progress goes to standard error."""
    label, doing = _READING.text(language), _Doing(language)
    with click.progressbar(
        files, label=label, file=sys.stderr, item_show_func=doing.beside
    ) as shown:

        def tell(step: Step) -> None:
            doing.step = step
            shown.render_progress()

        return [inspect_confined(path, subject, told=tell) for path in doing.one_by_one(shown)]


@dataclass(slots=True)
class _Doing:
    """What stands beside the bar: the file, and what is being done with it."""

    language: Language
    step: Step | None = None

    def one_by_one(self, files: Iterable[Path]) -> Iterator[Path]:
        """The files; a new one forgets the step of the one before."""
        for path in files:
            self.step = None
            yield path

    def beside(self, path: Path | None) -> str | None:
        """Nothing where no file is under way."""
        if path is None:
            return None
        return f"{path.name} · {say(self.step, self.language)}" if self.step else path.name


def _page(files: Sequence[Path], reports: Sequence[Report], language: Language) -> Iterator[str]:
    for path, report in zip(files, reports, strict=True):
        yield f"{path}"
        for finding in report.findings:
            where = _where(finding, language)
            yield f"  {_SIGNS[finding.severity]} {where}{say(finding, language)}"
    blocked = sum(map(_blocks, reports))
    yield _SUM.text(language).format(files=len(files), blocked=blocked)


def _where(finding: Finding, language: Language) -> str:
    place = finding.place
    if place.page is not None:
        return f"{show_page(place.page, place.region, language)}: "
    return "" if place.second is None else _SECOND.text(language).format(second=place.second)


def _document(
    files: Sequence[Path], reports: Sequence[Report], language: Language
) -> dict[str, object]:
    inspected = [
        {"file": str(path)} | _with_words(report, language)
        for path, report in zip(files, reports, strict=True)
    ]
    return {"checks": checks_version(), "files": inspected}


def _with_words(report: Report, language: Language) -> dict[str, object]:
    document = as_document(report)
    for told, finding in zip(document["findings"], report.findings, strict=True):
        told["words"] = say(finding, language)
    return document


def _blocks(report: Report) -> bool:
    return any(finding.severity is Severity.BLOCKS for finding in report.findings)
