"""`pragola editions`: what the guideline of a year says, what changed, whether a file is right."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

import click

from pragola.cli.faults import FAULTY_INPUT, fault_document, tell_faults
from pragola.cli.options import json_option, language_option
from pragola.rulebooks import Difference, compare, edition_codes, load_edition
from pragola.rulebooks.case_runs import run_cases
from pragola.rulebooks.catalogue import EDITION_FILE, EDITIONS, EditionFaultyError
from pragola.rulebooks.document import Plain, plain
from pragola.scoring.edition import (
    AffairClass,
    Edition,
    EvidenceRule,
    Indicator,
    Measure,
    PaperRule,
    Provenance,
    Sourced,
)
from pragola.scoring.faults import Fault
from pragola.wording import Language, Sentence
from pragola.wording.edition_words import (
    DIRECTIONS,
    FORMULAS,
    STATUSES,
    Shown,
    say_path,
    say_provenance,
    say_value,
)

_WIDTH = 32
_HASH_SHOWN = 12

_WORDS: dict[str, Sentence] = {
    "based_on": Sentence(id="berdasar {code}", en="based on {code}"),
    "hash": Sentence(id="sidik berkas {hash}", en="file fingerprint {hash}"),
    "constants": Sentence(id="Yang ditetapkan", en="What is set"),
    "indicators": Sentence(id="Indikator {aspect}", en="Indicators {aspect}"),
    "no_spd": Sentence(
        id="Tidak diketahui; SPD diisi sebagai satu subtotal.",
        en="Not known; the SPD is answered as one subtotal.",
    ),
    "row": Sentence(id="bobot {weight}{mandatory}", en="weight {weight}{mandatory}"),
    "mandatory": Sentence(id=", wajib", en=", mandatory"),
    "gaps": Sentence(id="Yang belum diketahui", en="What is not known"),
    "sources": Sentence(id="Sumber", en="Sources"),
    "tested": Sentence(id="diuji berurutan {levels}", en="tested in order {levels}"),
    "rounded": Sentence(id="dibulatkan ke {decimals} desimal", en="rounded to {decimals} decimals"),
    "constant_changes": Sentence(id="Ketentuan", en="Rules"),
    "band_changes": Sentence(id="Predikat {name}", en="Band {name}"),
    "field_changes": Sentence(id="Formulir profil: {name}", en="Profile form: {name}"),
    "no_changes": Sentence(id="Tidak ada perbedaan.", en="No difference."),
    "spd_unknown": Sentence(
        id="Indikator SPD dikenal di pedoman {known} saja, tidak di {unknown}.",
        en="SPD indicators are known in edition {known} only, not in {unknown}.",
    ),
    "new": Sentence(id="baru", en="new"),
    "gone": Sentence(id="tidak ada lagi", en="gone"),
    "checked": Sentence(
        id="Pedoman {code} benar; {number} contoh cocok.",
        en="Edition {code} is right; {number} cases agree.",
    ),
}


@click.group()
def editions() -> None:
    """Show, compare and check the editions of the guideline."""


@editions.command(name="list")
@json_option
@language_option
def list_(language: Language, *, as_json: bool) -> None:
    """List all editions."""
    loaded = [load_edition(code) for code in edition_codes()]
    if as_json:
        names = ("code", "title", "status", "based_on", "hash")
        _print_json([{name: plain(getattr(e, name)) for name in names} for e in loaded])
        return
    for edition in loaded:
        status = STATUSES[edition.status].text(language)
        click.echo(f"{edition.code:<6}{status:<11}{edition.title}{_base(edition, language)}")


@editions.command()
@click.argument("edition_code", metavar="EDITION")
@click.argument("indicator_code", metavar="[CODE]", required=False)
@json_option
@language_option
def show(
    edition_code: str, indicator_code: str | None, language: Language, *, as_json: bool
) -> None:
    """Show EDITION, or its indicator CODE with criteria, evidence and sources."""
    edition = load_edition(edition_code)
    if indicator_code is None:
        _print(edition, _edition_page(edition, language), as_json=as_json)
        return
    indicator = _indicator_of(edition, indicator_code)
    _print(indicator, _indicator_page(indicator, language), as_json=as_json)


@editions.command()
@click.argument("old_code", metavar="OLD")
@click.argument("new_code", metavar="NEW")
@json_option
@language_option
def diff(old_code: str, new_code: str, language: Language, *, as_json: bool) -> None:
    """Tell what changed from edition OLD to edition NEW."""
    old, new = load_edition(old_code), load_edition(new_code)
    differences = compare(old, new)
    _print(differences, _difference_page(old, new, differences, language), as_json=as_json)


@editions.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path), required=False, default=None)
@json_option
@language_option
@click.pass_context
def check(context: click.Context, path: Path | None, language: Language, *, as_json: bool) -> None:
    """Check the edition in the folder PATH and replay its cases; without PATH all of ours."""
    if path is None:
        results = [_checked(EDITIONS / code, prefix=f"{code}/") for code in edition_codes()]
    else:
        results = [_checked(path.parent if path.name == EDITION_FILE else path, prefix="")]
    faults = [fault for result in results for fault in result.faults]
    if as_json:
        _print_json([result.document(language) for result in results])
    else:
        for result in results:
            if not result.faults:
                click.echo(_word("checked", language, code=result.code, number=result.number))
        if faults:
            tell_faults(faults, language, as_json=False)
    if faults:
        context.exit(FAULTY_INPUT)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Checked:
    """One checked folder: its code, how many cases agree, what is wrong."""

    code: str
    number: int
    faults: tuple[Fault, ...]

    def document(self, language: Language) -> dict[str, Plain]:
        """The result for a program."""
        faults: list[Plain] = [dict(fault_document(fault, language)) for fault in self.faults]
        return {"edition": self.code, "cases": self.number, "faults": faults}


def _checked(folder: Path, *, prefix: str) -> _Checked:
    try:
        run = run_cases(folder)
    except EditionFaultyError as error:
        code, number, faults = folder.name, 0, error.faults
    else:
        code, number, faults = run.edition.code, run.number, run.faults
    placed = tuple(replace(fault, place=f"{prefix}{fault.place}") for fault in faults)
    return _Checked(code=code, number=number, faults=placed)


def _edition_page(edition: Edition, language: Language) -> Iterator[str]:
    status = STATUSES[edition.status].text(language)
    fingerprint = _word("hash", language, hash=edition.hash[:_HASH_SHOWN])
    yield f"{edition.title}{_base(edition, language)}"
    yield f"{edition.code} · {status} · {fingerprint}"
    yield from _heading(_word("constants", language))
    for path, value in _constants(edition):
        yield from _sourced_line(path, value, language)
    yield from _heading(say_path("bands", language))
    for band in edition.bands.value:
        yield f"  {band.name:<{_WIDTH}}{_range(band.min, band.max, language)}"
    yield _source_line(edition.bands.provenance, language)
    yield from _aspect("SPD", edition.spd_indicators, language)
    yield from _aspect("SID", edition.sid_indicators, language)
    yield from _affairs(edition, language)
    yield from _told("calendar", edition.calendar, language)
    yield from _told("legal", edition.legal, language)
    yield from _heading(_word("gaps", language))
    yield from (f"  {gap}" for gap in edition.gaps)
    yield from _heading(_word("sources", language))
    for source in edition.sources:
        yield f"  {source.id}: {source.title} ({source.kind}) {source.address}".rstrip()


def _affairs(edition: Edition, language: Language) -> Iterator[str]:
    yield from _heading(say_path("affairs", language))
    for affair_class in AffairClass:
        names = tuple(a.name for a in edition.affairs.value if a.affair_class is affair_class)
        yield f"  {say_path(affair_class.value, language)}: {say_value(names, language)}"
    yield _source_line(edition.affairs.provenance, language)


def _told(path: str, entries: Sequence[Sourced[str]], language: Language) -> Iterator[str]:
    yield from _heading(say_path(path, language))
    for entry in entries:
        yield f"  {entry.value}"
        yield _source_line(entry.provenance, language)


def _constants(edition: Edition) -> Iterator[tuple[str, Sourced[Shown] | None]]:
    """The single values by path, in the order in which they are read."""
    maxima, count = edition.maxima, edition.count
    rules, video = edition.eligibility, edition.video
    yield "maxima.total", _shown(maxima.total)
    yield "maxima.spd", _shown(maxima.spd)
    yield "maxima.sid", _shown(maxima.sid)
    yield "maxima.count", _shown(maxima.count)
    yield "min_divisor", _shown(edition.min_divisor)
    yield "rejected_in_divisor", _shown(edition.rejected_in_divisor)
    yield "count.weight", _shown(count.weight)
    yield "count.cap", _shown(count.cap)
    yield "min_basic_services", _shown(edition.min_basic_services)
    yield "touching_affairs_count", _shown(edition.touching_affairs_count)
    yield "index_decimals", _shown(edition.index_decimals)
    yield "eligibility.stages", _shown(rules.stages)
    yield "eligibility.applied", _shown(rules.applied)
    yield "eligibility.min_words", _shown(rules.min_words)
    yield "eligibility.max_assessments", _shown(rules.max_assessments)
    yield "video.max_minutes", _shown(video.max_minutes)
    yield "video.formats", _shown(video.formats)
    yield "video.links", _shown(video.links)
    yield "video.substances", _shown(video.substances)
    yield "video.max_megabytes", _shown(video.max_megabytes)


def _shown[T: Shown](sourced: Sourced[T] | None) -> Sourced[Shown] | None:
    return None if sourced is None else Sourced(sourced.value, sourced.provenance)


def _sourced_line(path: str, sourced: Sourced[Shown] | None, language: Language) -> Iterator[str]:
    value = say_value(sourced.value if sourced else None, language)
    yield f"  {say_path(path, language):<{_WIDTH}}{value}"
    if sourced:
        yield _source_line(sourced.provenance, language)


def _source_line(provenance: Provenance, language: Language) -> str:
    return f"      [{say_provenance(provenance, language)}]"


def _aspect(aspect: str, indicators: Sequence[Indicator], language: Language) -> Iterator[str]:
    yield from _heading(_word("indicators", language, aspect=aspect))
    if not indicators:
        yield f"  {_word('no_spd', language)}"
    for indicator in indicators:
        mandatory = _word("mandatory", language) if indicator.mandatory.value else ""
        weight = say_value(indicator.weight.value, language)
        row = _word("row", language, weight=weight, mandatory=mandatory)
        yield f"  {indicator.code:<9}{indicator.name} ({row})"


def _indicator_of(edition: Edition, code: str) -> Indicator:
    for indicator in edition.indicators:
        if indicator.code.casefold() == code.casefold():
            return indicator
    known = ", ".join(indicator.code for indicator in edition.indicators)
    raise click.BadParameter(f"{code}: {known}", param_hint="CODE")


def _indicator_page(indicator: Indicator, language: Language) -> Iterator[str]:
    yield f"{indicator.code} {indicator.name}"
    yield f"{indicator.aspect.value} · {indicator.variable}"
    yield _source_line(indicator.provenance, language)
    yield ""
    yield from _sourced_line("weight", _shown(indicator.weight), language)
    yield from _sourced_line("mandatory", _shown(indicator.mandatory), language)
    yield from _heading(say_path("levels", language))
    for step in indicator.levels.value:
        yield f"  {step.level}  {step.criterion}"
    yield _source_line(indicator.levels.provenance, language)
    if indicator.measure:
        yield from _heading(say_path("measure", language))
        yield from _measure_lines(indicator.measure, language)
    for base in indicator.bases:
        yield from _heading(f"{say_path('bases', language)} {base.id}: {base.what}")
        yield from _measure_lines(base.measure, language)
    if indicator.components:
        yield from _heading(say_path("components", language))
        yield from (f"  {component}" for component in indicator.components)
    yield from _heading(say_path("evidence", language))
    yield from _evidence_lines(indicator.evidence, language)


def _measure_lines(measure: Measure, language: Language) -> Iterator[str]:
    tested = ", ".join(str(level) for level in measure.tested)
    yield f"  {say_value(measure, language)}"
    details = (
        FORMULAS[measure.formula].text(language),
        DIRECTIONS[measure.direction].text(language),
        _word("rounded", language, decimals=measure.decimals),
        _word("tested", language, levels=tested),
    )
    yield f"  {'; '.join(details)}"
    yield _source_line(measure.provenance, language)


def _evidence_lines(evidence: EvidenceRule, language: Language) -> Iterator[str]:
    rows: tuple[tuple[str, Shown], ...] = (
        ("evidence.documents", evidence.documents or None),
        ("evidence.formats", evidence.formats or None),
        ("evidence.window", evidence.window or None),
    )
    for path, value in rows:
        yield f"  {say_path(path, language):<{_WIDTH}}{say_value(value, language)}"
    yield from (f"  - {note}" for note in evidence.notes)
    yield _source_line(evidence.provenance, language)
    if evidence.papers:
        yield from _paper_lines(evidence.papers, language)


def _paper_lines(papers: PaperRule, language: Language) -> Iterator[str]:
    rows: list[tuple[str, Shown]] = [("evidence.papers", papers.kinds)]
    rows += [(f"evidence.papers.levels.{level}", kinds) for level, kinds in papers.levels]
    for path, value in rows:
        yield f"  {say_path(path, language):<{_WIDTH}}{say_value(value, language)}"
    yield _source_line(papers.provenance, language)


def _difference_page(
    old: Edition, new: Edition, differences: Sequence[Difference], language: Language
) -> Iterator[str]:
    yield f"{old.title} → {new.title}"
    if not differences:
        yield _word("no_changes", language)
    if bool(old.spd_indicators) != bool(new.spd_indicators):
        known, unknown = (old, new) if old.spd_indicators else (new, old)
        yield from _heading(_word("spd_unknown", language, known=known.code, unknown=unknown.code))
        spd = [indicator.code for indicator in known.spd_indicators]
        differences = [d for d in differences if d.subject not in spd]
    for subject, group in groupby(differences, key=lambda difference: difference.subject):
        yield from _heading(_subject(subject, (new, old), language))
        yield from (_difference_line(difference, language) for difference in group)


def _subject(subject: str, editions: Sequence[Edition], language: Language) -> str:
    """What a group of differences is about, by its name in the newer edition that has it."""
    if not subject:
        return _word("constant_changes", language)
    for edition in editions:
        for indicator in edition.indicators:
            if indicator.code == subject:
                return f"{subject} {indicator.name}"
        for field in edition.profile:
            if field.id == subject:
                return _word("field_changes", language, name=field.label)
    return _word("band_changes", language, name=subject)


def _difference_line(difference: Difference, language: Language) -> str:
    if not difference.path:
        return f"  {_word('gone' if difference.new is None else 'new', language)}"
    # A constant may be unknown; what an indicator does not have is simply not there.
    missing = () if difference.subject else None
    old, new = (
        say_value(missing if value is None else value, language)
        for value in (difference.old, difference.new)
    )
    return f"  {say_path(difference.path, language)}: {old} → {new}"


def _base(edition: Edition, language: Language) -> str:
    if not edition.based_on:
        return ""
    return f" ({_word('based_on', language, code=edition.based_on)})"


def _range(low: Shown, high: Shown, language: Language) -> str:
    return f"{say_value(low, language)} … {say_value(high, language)}"


def _heading(title: str) -> Iterator[str]:
    yield ""
    yield title


def _word(key: str, language: Language, **places: object) -> str:
    return _WORDS[key].text(language).format(**places)


def _print(value: object, lines: Iterable[str], *, as_json: bool) -> None:
    if as_json:
        _print_json(plain(value))
        return
    for line in lines:
        click.echo(line)


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
