"""How long a choice around a plan takes in the site: `python -m benchmarks.targets [INNOVATIONS]`.

In a database of its own, with what `benchmarks.planning` plans for: for actions and units of the
plan the button is pressed and the page is read, as a browser does it; then the choice is lifted.
"""

import json
import os
import subprocess
import sys
from tempfile import TemporaryDirectory

from benchmarks.machine import machine

_INNOVATIONS = 100


def main() -> None:
    """Print the figures with the machine they were taken on."""
    size = [*sys.argv[1:], str(_INNOVATIONS)][0]
    with TemporaryDirectory() as var:
        command = [sys.executable, "-m", "tests.ground.toggles", size]
        own = {"PRAGOLA_VAR": var}
        done = subprocess.run(
            command, env=os.environ | own, check=True, stdout=subprocess.PIPE, text=True
        )
    told = json.loads(done.stdout)
    print(machine())
    print(f"{size} innovations, {told['actions']} actions, {len(told['whole'])} choices:")
    for name, words in _NAMES.items():
        print(f"   {words}: {_told(told[name])}")
    quick = sum(1 for seconds in told["whole"] if seconds < 1)
    print(f"   {quick} of {len(told['whole'])} answered in under a second")
    print(f"   {told['queries_to_choose']} queries to choose, {told['queries_to_read']} to read")


_NAMES = {
    "whole": "from the button to the page",
    "choose": "of that choosing, with its search",
    "read": "of that reading the page",
    "search": "the search alone, again",
}


def _told(seconds: list[float]) -> str:
    ordered = sorted(seconds)
    middle, last = ordered[len(ordered) // 2], ordered[-1]
    return f"best {ordered[0]:.2f} s, median {middle:.2f} s, worst {last:.2f} s"


if __name__ == "__main__":
    main()
