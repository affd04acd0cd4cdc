"""How the time of alignment and verdicts grows with the claims of a story, and what many mixed stories take.

    python tests/bench/alignment.py                 the ratios, and a folder of about 1,000 claims
    python tests/bench/alignment.py --check         exit with 1 when a limit of floors.toml is passed
    python tests/bench/alignment.py --mixed 20000   articles of mixed stories too (minutes)

The texts are invented (`invented.py`); reading, extraction and framing are left out of the times of "alignment", and
are in those of "whole run". A fact told by ten times the papers has a hundred times the pairs.
"""

from __future__ import annotations

import argparse
import gc
import resource
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from invented import story

from factcheck import compare
from factcheck.lexicon import Lexicon, load
from factcheck.model import Report
from factcheck.pipeline import judged, told_and_named
from factcheck.settings import Settings

FLOORS = Path(__file__).with_name("floors.toml")
ROUNDS = 3
SMALL, LARGE = 10, 100
"""Papers of the small and the large story."""

PAPERS = 10
"""Papers of each story where stories are mixed."""


class Measure(NamedTuple):
    """One row: what was measured, the number, its unit, and how many claims it took."""

    name: str
    value: float
    unit: str
    claims: int


def seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Processor time of the fastest of several runs: one core, whatever else the machine does."""
    times = []
    for _ in range(rounds):
        gc.collect()
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return min(times)


def told(papers: int, folder: Path, lexicon: Lexicon) -> Report:
    """What the papers of one story tell."""
    write(folder, story(0, papers))
    return told_and_named([str(folder)], Settings(), lexicon)


def write(folder: Path, articles: Iterator[tuple[str, str]]) -> None:
    """Write articles into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in articles:
        folder.joinpath(name).write_text(text, "utf-8")


def growth(folder: Path, lexicon: Lexicon) -> Iterator[Measure]:
    """Alignment and verdicts of one story and of one with ten times the claims; then a whole run over the latter."""
    small, large = told(SMALL, folder / "small", lexicon), told(LARGE, folder / "large", lexicon)
    times = [seconds(lambda report=report: judged(report, lexicon)) for report in (small, large)]
    whole = [seconds(lambda name=name: compare([str(folder / name)])) for name in ("small", "large")]
    yield Measure("alignment, one story", times[0] * 1000, "ms", len(small.claims))
    yield Measure("alignment, ten times", times[1] * 1000, "ms", len(large.claims))
    yield Measure("alignment, growth", times[1] / times[0], "x", len(large.claims))
    yield Measure("whole run, one story", whole[0], "s", len(small.claims))
    yield Measure("whole run, ten times", whole[1], "s", len(large.claims))
    yield Measure("whole run, growth", whole[1] / whole[0], "x", len(large.claims))


def mixed(articles: int, folder: Path) -> Iterator[Measure]:
    """A whole run over many articles of mixed stories, once."""
    for number in range(articles // PAPERS):
        write(folder / "mixed" / f"{number // 100:03}", story(number + 1, PAPERS))
    begin = time.process_time()
    report = compare([str(folder / "mixed")])
    taken = time.process_time() - begin
    yield Measure(f"{articles:,} mixed articles", taken, "s", len(report.claims))
    yield Measure("memory at most", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB", len(report.claims))


def main() -> int:
    """Measure, print, and with --check compare with the limits."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="exit with 1 when a limit is passed")
    parser.add_argument("--mixed", type=int, default=0, metavar="N", help="articles of mixed stories to compare")
    wanted = parser.parse_args()
    limits = {row["name"]: row["max"] for row in tomllib.loads(FLOORS.read_text(encoding="utf-8"))["alignment"]}
    slow = False
    gc.set_threshold(200_000)  # as the command line does
    with tempfile.TemporaryDirectory() as name:
        found = list(growth(Path(name), load()))
        found += mixed(wanted.mixed, Path(name)) if wanted.mixed else ()
    for row in found:
        limit = limits.get(row.name)
        over = limit is not None and row.value > limit
        slow |= over
        note = f"  limit {limit:g}{'  TOO SLOW' if over else ''}" if limit is not None else ""
        print(f"{row.name:<24} {row.claims:>9,} claims {row.value:10,.2f} {row.unit:<2}{note}")
    return int(slow and wanted.check)


if __name__ == "__main__":
    sys.exit(main())
