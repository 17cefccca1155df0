"""A video as its player shows it, and how far its small version is."""

from dataclasses import dataclass

from pragola.scoring.faults import Fault
from pragola.web.evidence.models import Evidence, Rendering, RenderingState
from pragola.web.evidence.queries.proofs import size_of, size_told
from pragola.web.evidence.renditions import VIDEOS, video_rendition
from pragola.wording import Language, say

_UNDER_WAY = (RenderingState.WAITING, RenderingState.RUNNING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """What a player needs; `small` and `size` are how large the small video and the original are.

    `small` is empty while there is none, and then the original is played. `light`: the small one is
    the original itself, which is light already. `second` is where it
    begins. `state` and `percent` tell how far the small one is, `why` what kept it from being made.
    """

    evidence: int
    name: str
    small: str
    size: str
    original: bool
    light: bool
    poster: bool
    second: int
    state: str
    under_way: bool
    percent: int
    why: str


def player_of(
    evidence: Evidence, language: Language, *, original: bool = False, second: int | None = None
) -> Player | None:
    """The player of a video, None for what is none; one query.

    The small video is played unless the original is asked for.
    """
    file = evidence.file
    if file is None or file.media_type not in VIDEOS:
        return None
    made = video_rendition(file)
    row = Rendering.objects.filter(file=file).first()
    weight = made.video.stat().st_size if made.video.exists() else 0
    small = size_told(weight, language) if weight else ""
    state = _state(row) if row and not small else None
    return Player(
        evidence=evidence.pk,
        name=str(evidence),
        small=small,
        size=size_of(evidence, language),
        original=original or not small,
        light=weight == file.size,
        poster=made.poster.exists(),
        second=second or 0,
        state=str(state.label) if state else "",
        under_way=state in _UNDER_WAY,
        percent=row.percent if row and state is RenderingState.RUNNING else 0,
        why=say(Fault(code=row.fault), language) if row and row.fault else "",
    )


def _state(row: Rendering) -> RenderingState:
    """How far it is while nothing is there: what was lost waits to be made again."""
    state = RenderingState(row.state)
    return RenderingState.WAITING if state is RenderingState.DONE else state
