"""How fast files are inspected: `python -m benchmarks.inspection`.

Documents are made here and go through the whole of `inspect_confined`, start of the child and all;
the scan on one core. Then the queue of a site of its own, with real workers: a mixed lot of texts,
pictures and scans of one page, from the first message to the last outcome. Last, a video.
"""

import os
import resource
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from benchmarks.inspection.videos import MINUTE, render_minute, write_film
from benchmarks.machine import machine, timed
from pragola.inspection.confined import inspect_confined
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from tests.ground.site import Site
from tests.ground.workforce import Workforce
from tests.inspection.corpus.printing import SANS, Page, print_pictures, print_text
from tests.inspection.corpus.scanning import Scanner, scanned

TEXT_PAGES, SCANNED_PAGES, LOT = 50, 10, 60
_LINE = "bahwa Sistem Siaga Ibu Hamil mempercepat rujukan dari desa ke rumah sakit daerah"
_LINES = 42


def main() -> None:
    """Print the figures with the machine they were taken on."""
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        _documents(room)
        for workers in (1, 2):
            _queue(room / f"site-{workers}", workers=workers)
        render_minute(room, write_film(room / "minute.mp4", MINUTE))


def _documents(room: Path) -> None:
    subject = Subject(
        edition=load_edition("2026"), part="SID-01", level=2, names=("Sistem Siaga Ibu Hamil",)
    )
    short = print_text(room / "short.pdf", [_page(1)])
    print("one page of text, which is hardly more than the start of the child:")
    print("  ", timed(lambda: inspect_confined(short, subject), times=5))
    text = print_text(room / "text.pdf", [_page(n) for n in range(TEXT_PAGES)])
    print(f"{TEXT_PAGES} pages of text:")
    print("  ", timed(lambda: inspect_confined(text, subject), times=5))
    sheets = print_pictures([_page(n) for n in range(SCANNED_PAGES)], SANS)
    scan = scanned(room / "scan.pdf", sheets, Scanner(skew=0.4, grain=6, shade=12))
    print(f"a scan of {SCANNED_PAGES} full pages, on one core:")
    with _on_one_core():
        print("  ", timed(lambda: inspect_confined(scan, subject), times=2))
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"   {most:.0f} MiB at most in one process of these")


def _page(number: int) -> Page:
    return tuple(f"{number}.{line} {_LINE}" for line in range(_LINES))


@contextmanager
def _on_one_core() -> Iterator[None]:
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


def _queue(var: Path, *, workers: int) -> None:
    """The time from the first message until every file has its outcome."""
    site = Site(var)
    site.prepare()
    site.run("-m", "tests.ground.files_to_inspect", "0", str(LOT))
    workforce = Workforce(site, "filesystem://", size=workers)
    with workforce.at_work():
        workforce.wait_for_answers()
        start = perf_counter()
        workforce.ask(LOT)
        workforce.wait_for(lambda: set(workforce.states()) == {"done"})
        taken = perf_counter() - start
    print(f"{LOT} mixed files by {workers} worker{'s'[: workers - 1]}:")
    print(f"   {taken:.1f} s, {LOT / taken * 60:.0f} a minute")


if __name__ == "__main__":
    main()
