"""How long taking and judging claims takes: `python -m benchmarks.review [CLAIMS [VERIFIERS]]`.

In a PostgreSQL of its own 20 verifiers work at the same time on one queue of 2,000 claims, in one
process without a pause between claims, as no people do: each takes the next claim and judges it
until none is left.
"""

import json
import os
import subprocess
import sys
from tempfile import TemporaryDirectory

from benchmarks.machine import machine
from tests.ground.postgres import running_postgres

_CLAIMS, _VERIFIERS = 2_000, 20
_SHARES = {"median": 0.5, "p95": 0.95}
_DEEDS = {
    "take": "to take the next",
    "judge": "to judge it",
    "do_both": "from one verdict to the next claim",
}


def main() -> None:
    """Print the figures with the machine they were taken on."""
    given = [int(each) for each in sys.argv[1:]]
    claims, verifiers = given + [_CLAIMS, _VERIFIERS][len(given) :]
    with TemporaryDirectory() as var, running_postgres(fast=False) as database:
        own = {"PRAGOLA_VAR": var, "PRAGOLA_DATABASE": database}
        command = [sys.executable, "-m", "tests.ground.verifiers", str(claims), str(verifiers)]
        done = subprocess.run(
            command, env=os.environ | own, check=True, capture_output=True, text=True
        )
    told = json.loads(done.stdout)
    print(machine())
    print(f"{verifiers} verifiers on one queue of {claims} claims:")
    for name, words in _DEEDS.items():
        print(f"   {words}: {_told(told[f'seconds_to_{name}'])}")


def _told(seconds: list[float]) -> str:
    """Of sorted seconds."""
    return ", ".join(
        f"{name} {seconds[int(share * (len(seconds) - 1))] * 1000:.0f} ms"
        for name, share in _SHARES.items()
    )


if __name__ == "__main__":
    main()
