"""`python -m tests.inspection.corpus`: how often each check is right, on both parts.

With a folder the files are made there and kept, to be looked at.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from pragola.inspection.checks import CHECKS
from tests.inspection.corpus.judging import Judged, Row, judge, table
from tests.inspection.corpus.specimen import Part


def main(arguments: Sequence[str]) -> None:
    """Print both tables, and every disagreement under them."""
    if arguments:
        _print_all(Path(arguments[0]))
        return
    with TemporaryDirectory() as folder:
        _print_all(Path(folder))


def _print_all(folder: Path) -> None:
    for part in Part:
        own = folder / part.value
        own.mkdir(parents=True)
        judged = judge(part, own)
        files = len({each.specimen for each in judged})
        print(f"\n{part.value}: {files} files\n")
        print(f"{'check':20} {'files':>5} {'precision':>9} {'recall':>7}  may at most")
        for row in table(judged):
            print(_line(row))
        for each in judged:
            _print_disagreement(each)


def _line(row: Row) -> str:
    most = CHECKS[row.check].most.value
    return (
        f"{row.check:20} {row.files:5} {_share(row.precision):>9} {_share(row.recall):>7}  {most}"
    )


def _print_disagreement(each: Judged) -> None:
    for word, items in (("said wrongly", each.wrong), ("did not say", each.missed)):
        for item in items:
            print(f"  {each.specimen}: {each.check} {word} {item}")


def _share(value: int | None) -> str:
    return "-" if value is None else f"{value / 1000:.3f}"


if __name__ == "__main__":
    main(sys.argv[1:])
