"""A child that does not outlive its parent: whoever is killed leaves nothing at work behind."""

import ctypes
import signal

_TELL_ME_WHEN_MY_PARENT_DIES = 1
"""PR_SET_PDEATHSIG of Linux; where there is none, the limits of time end the child."""


def die_with_parent() -> None:
    """Have the kernel kill this process as soon as the one that started it is gone."""
    prctl = getattr(ctypes.CDLL(None), "prctl", None)
    if prctl is not None:
        prctl(_TELL_ME_WHEN_MY_PARENT_DIES, signal.SIGKILL)
