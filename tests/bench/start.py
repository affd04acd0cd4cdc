"""How long the tool takes to start, in multiples of a bare interpreter measured in the same run.

    python tests/bench/start.py            print the table
    python tests/bench/start.py --check    exit with 1 when a limit of floors.toml is passed

Every round runs each command once, so that a busy moment hits all of them; the minimum over the rounds counts.
Needs the tool installed beside the interpreter it runs under, and nothing but the standard library.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
import tomllib
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
FLOORS = Path(__file__).with_name("floors.toml")
ROUNDS = 15
BATCHES = 4
"""Times the rounds are run at most while a limit is passed."""

UNWANTED = {"FORCE_COLOR", "CLICOLOR_FORCE", "PYTHONDONTWRITEBYTECODE"}
"""Settings under which a start is not what a user has: colours in a pipe, modules compiled anew each time."""


def seconds(command: list[str]) -> float:
    """Wall time of one run with its output piped.

    Raises:
        SystemExit: the command could not do its work.
    """
    quiet = {name: value for name, value in os.environ.items() if name not in UNWANTED}
    begin = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, env=quiet, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    taken = time.perf_counter() - begin
    if done.returncode not in {0, 1} or not (done.stdout or command[-1] == "pass"):
        sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.decode(errors='replace')}")
    return taken


def measure(commands: Mapping[str, list[str]], rounds: int) -> dict[str, float]:
    """The fastest of several interleaved runs of each command, in seconds."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(seconds(command))
    return {name: min(found) for name, found in times.items()}


def main() -> int:
    """Measure, print, and with --check compare with the limits."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="exit with 1 when a limit is passed")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"runs of each command (default {ROUNDS})")
    wanted = parser.parse_args()
    rows = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["start"]
    tool = str(Path(sys.executable).with_name("factcheck"))
    commands = {row["name"]: [tool, *row["arguments"]] for row in rows}
    commands = {"": [sys.executable, "-c", "pass"], **commands}
    best = measure(commands, wanted.rounds)
    batches = 1
    while batches < BATCHES and any(best[row["name"]] > row["max"] * best[""] for row in rows):
        again = measure(commands, wanted.rounds)  # a busy machine is no slow start: look again before saying so
        best = {name: min(best[name], again[name]) for name in best}
        batches += 1
    slow = False
    print(f"bare interpreter {best[''] * 1000:.0f} ms; minima of {batches * wanted.rounds} runs each")
    for row in rows:
        ratio = best[row["name"]] / best[""]
        over = ratio > row["max"]
        slow |= over
        note = "  TOO SLOW" if over else ""
        print(f"{row['name']:<26} {best[row['name']] * 1000:4.0f} ms {ratio:5.1f} x  limit {row['max']:g} x{note}")
    return int(slow and wanted.check)


if __name__ == "__main__":
    sys.exit(main())
