"""What is said in a video, as its page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pragola.inspection.videos.speech import Heard, hints
from pragola.web.evidence.models import Evidence, Transcript, TranscriptState
from pragola.web.evidence.renditions import VIDEOS
from pragola.web.shared.times import minute_second


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is said from a second on; `substance` is one that may begin there."""

    second: int
    at: str
    text: str
    substance: str


def transcript_of(evidence: Evidence, substances: Sequence[str] = ()) -> tuple[Said, ...]:
    """All passages of a video; none where there is no transcript. One query for a video."""
    is_video = evidence.file is not None and evidence.file.media_type in VIDEOS
    rows = Transcript.objects.filter(file=evidence.file_id, state=TranscriptState.DONE)
    row = rows.first() if is_video else None
    heard = [Heard(second, text) for second, text in row.passages] if row else []
    begin = {hint.heard: hint.substance for hint in hints(heard, substances)}
    return tuple(
        Said(
            second=each.second,
            at=minute_second(each.second),
            text=each.text,
            substance=begin.get(each, ""),
        )
        for each in heard
    )
