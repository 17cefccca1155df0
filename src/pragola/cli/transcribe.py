"""`pragola transcribe`: what is said in a video, where a model for it was set up."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from pragola.cli.options import json_option, language_option
from pragola.inspection.videos.speech import Heard, Hint, hear_confined, hints
from pragola.rulebooks import load_edition
from pragola.scoring.faults import Fault, PragolaError
from pragola.wording import Language, Sentence

_NOTHING = Sentence(id="Tidak ada yang terdengar.", en="Nothing was heard.")
_HINT = Sentence(
    id="Mungkin “{substance}” mulai di {at}; tonton sendiri untuk memastikan.",
    en="“{substance}” may begin at {at}; watch it to make sure.",
)


@click.command()
@click.argument("video", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--model",
    type=click.Path(path_type=Path),
    envvar="PRAGOLA_SPEECH_MODEL",
    help="Folder of a Whisper model for CTranslate2; also PRAGOLA_SPEECH_MODEL.",
)
@click.option("--edition", "edition_code", help="Tell where its substances may begin, like 2026.")
@json_option
@language_option
def transcribe(
    video: Path, model: Path | None, edition_code: str | None, language: Language, *, as_json: bool
) -> None:
    """Write down what is said in VIDEO, with its seconds. Nothing is fetched for it."""
    edition = load_edition(edition_code) if edition_code else None
    if model is None:
        raise PragolaError(Fault(code="speech_not_set_up"))
    heard = hear_confined(video, model)
    found = hints(heard, edition.video.substances.value) if edition else ()
    if as_json:
        told = {"heard": [asdict(each) for each in heard], "hints": [asdict(h) for h in found]}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for line in _page(heard, found, language):
        click.echo(line)


def _page(heard: Sequence[Heard], found: Sequence[Hint], language: Language) -> Iterator[str]:
    yield from (f"{_clock(each.second)}  {each.text}" for each in heard)
    if not heard:
        yield _NOTHING.text(language)
    for hint in found:
        told = _HINT.text(language)
        yield told.format(substance=hint.substance, at=_clock(hint.heard.second))


def _clock(second: int) -> str:
    return f"{second // 60}:{second % 60:02}"
