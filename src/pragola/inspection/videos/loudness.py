"""How loud a video is, second by second, listened to only until something is heard."""

import math

import av
import numpy as np

SILENT_DECIBELS = -60
"""A phone in an empty room records noise above this; a muted track lies at -90 or below."""
_FLOOR = -96
"""What 16 bits can tell; digital silence is given as this."""


class Listener:
    """Takes decoded sound piece by piece and keeps the loudest second."""

    def __init__(self) -> None:
        """Nothing is heard yet."""
        self._power = 0.0
        self._seconds = 0.0
        self._loudest: float | None = None

    def hear(self, frame: av.AudioFrame) -> None:
        """Add a piece of sound."""
        samples = _in_full_scale(frame.to_ndarray())
        length = frame.samples / max(frame.sample_rate, 1)
        if samples.size:
            self._power += float(np.mean(np.square(samples))) * length
            self._seconds += length
        if self._seconds >= 1:
            self._close_second()

    def _close_second(self) -> None:
        power = self._power / self._seconds
        told = 10 * math.log10(power) if power > 0 and math.isfinite(power) else _FLOOR
        self._loudest = max(told, self._loudest if self._loudest is not None else _FLOOR)
        self._power = self._seconds = 0.0

    @property
    def has_heard(self) -> bool:
        """Whether a second was louder than silence, so that no more need be listened to."""
        return self._loudest is not None and self._loudest > SILENT_DECIBELS

    def loudest(self) -> int | None:
        """The loudest second in decibels, -96 to 0; None where nothing came."""
        if self._loudest is None and self._seconds > 0:
            self._close_second()
        return None if self._loudest is None else round(min(self._loudest, 0))


def _in_full_scale(samples: np.ndarray) -> np.ndarray:
    """Samples as shares of the loudest that their kind can hold."""
    if samples.dtype.kind == "f":
        return np.nan_to_num(samples.astype(np.float64)).clip(-1, 1)
    middle = 128 if samples.dtype == np.uint8 else 0
    return (samples.astype(np.float64) - middle) / (np.iinfo(samples.dtype).max - middle)
