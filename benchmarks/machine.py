"""What machine a figure was taken on, and how long something took."""

import os
import platform
import resource
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter


def machine() -> str:
    """Processor, cores, memory and Python in one line."""
    pages, size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    memory = round(pages * size / 2**30)
    python = platform.python_version()
    return f"{_processor()}, {os.cpu_count()} cores, {memory} GiB, Python {python}"


def _processor() -> str:
    listed = Path("/proc/cpuinfo")
    lines = listed.read_text().splitlines() if listed.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def timed(work: Callable[[], object], *, times: int) -> str:
    """Best and median of so many runs, in seconds."""
    taken = []
    for _ in range(times):
        start = perf_counter()
        work()
        taken.append(perf_counter() - start)
    return f"best {min(taken):.3f} s, median {median(taken):.3f} s of {times}"


def peak_memory() -> str:
    """The most memory this process has held so far."""
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.2f} GiB at most"
