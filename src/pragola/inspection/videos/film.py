"""A video in values: what its container tells, what its packets hold, how some moments look."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

type Gray = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the container tells before anything is decoded; sizes as stored, not turned."""

    codec: str
    pixels: str
    width: int
    height: int
    sound: str | None
    seconds: float
    samples: int
    """How many pictures the container lists, without those an editor cut away at the end."""


@dataclass(frozen=True, slots=True)
class Moment:
    """How a video looks at a second, as a small gray picture."""

    second: float
    gray: Gray


@dataclass(frozen=True, slots=True, kw_only=True)
class Film:
    """A video that was gone through: `seconds` is its length by its packets.

    `loudest` is the loudest second in decibels below full scale, as far as it was listened to;
    None without sound, or where none of it could be decoded.
    """

    header: Header
    seconds: float
    is_cut_off: bool
    moments: tuple[Moment, ...]
    loudest: int | None
