"""How well and how fast the tool reads numbers and dates, beside quantulum3 and dateparser.

    python tests/bench/extraction.py            both tables: accuracy, then speed on 10 MB of news
    python tests/bench/extraction.py --quick    speed on 1 MB, no accuracy, no peers; limits are half again as wide
    add --check                                 exit with 1 when a limit of floors.toml is passed

The text is that of the development data, or of seeds/ without it, repeated with other figures. What counts is CPU time
of one core. Peers are measured where they are installed: pip install -r tests/bench/peers.txt
"""

from __future__ import annotations

import argparse
import gc
import html
import os
import re
import shlex
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from random import Random

import peers
import score

ROOT = Path(__file__).parents[2]
SMALL, LARGE = 1_000_000, 10_000_000
CHUNK = 500_000
"""Code points read in turn by the plain expression and by the tool, so that a busy moment hits both."""

SAMPLE = 100_000
"""Code points the peers are given."""

SLACK = 1.5
"""How much wider limits are in a quick run, which is short and may share its machine."""

WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion"
    " dozen January February March April May June July August September October November December"
    " Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"
)
"""Number words and months of the plain expression."""

Figures = dict[str, float]


def texts(data: Path) -> list[str]:
    """News of several sources and history with dates; the articles in seeds/ where there is no development data."""
    stories = sorted((data / "data/crossdoc-dev/texts").glob("*/*.txt"))
    history = sorted((data / "data/timex-dev").glob("*.tml"))
    if not stories:
        stories = sorted((ROOT / "seeds").glob("*.txt"))
    plain = [path.read_text(encoding="utf-8") for path in stories]
    marked = [path.read_text(encoding="utf-8") for path in history]
    bodies = [re.sub(r"(?s).*<TEXT>|</TEXT>.*|<[^>]+>", "", text).strip() + "\n" for text in marked]
    return plain + [html.unescape(body) for body in bodies]


def varied(text: str, turn: int) -> str:
    """The text with another last digit of every figure; as it is in turn 0."""
    digits = Random(turn)
    return re.sub(r"[0-9](?![0-9])", lambda _: digits.choice("123456789"), text) if turn else text


def corpus(data: Path, size: int) -> list[str]:
    """Texts of `size` code points together, the last one cut off."""
    found, turn, left = [], 0, size
    originals = texts(data)
    while left > 0:
        for text in originals:
            found.append(varied(text, turn)[:left])
            left -= len(found[-1])
            if left <= 0:
                break
        turn += 1
    return found


def chunks(documents: list[str]) -> Iterator[list[str]]:
    """Documents in groups of about `CHUNK` code points."""
    group: list[str] = []
    for text in documents:
        group.append(text)
        if sum(map(len, group)) >= CHUNK:
            yield group
            group = []
    if group:
        yield group


def alternation(words: Iterable[str], flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Digits and words in one expression."""
    longest_first = "|".join(sorted(set(words), key=lambda word: (-len(word), word)))
    return re.compile(rf"[0-9]+(?:[.,][0-9]+)*|\b(?:{longest_first})\b", flags)


def in_stages(documents: list[str]) -> tuple[Figures, int]:
    """CPU seconds of the plain expression, with and without regard to case, and of each stage; the number of claims."""
    from factcheck.extract import extract
    from factcheck.frame import describe
    from factcheck.lexicon import load
    from factcheck.model import Source
    from factcheck.normalise import normalise
    from factcheck.segment import segment

    lexicon = load()
    plain = alternation([*WORDS.split(), *WORDS.title().split()])
    loose = alternation(WORDS.lower().split(), re.IGNORECASE)
    clock, spent, count = time.process_time, dict.fromkeys(("plain", "loose", *STAGES), 0.0), 0
    gc.set_threshold(200_000)  # as the command sets it
    for group in chunks(documents):
        for name, pattern in (("plain", plain), ("loose", loose)):
            begin = clock()
            for text in group:
                for _ in pattern.finditer(text):
                    pass
            spent[name] += clock() - begin
        for n, text in enumerate(group):
            marks = [clock()]
            segmented = segment(Source(f"s{n}", "", text, "", "", None, "", False, "en", ""), lexicon)
            marks.append(clock())
            mentions = extract(segmented, lexicon)
            marks.append(clock())
            claims = normalise(mentions, segmented, lexicon)
            marks.append(clock())
            count += len(describe(claims, segmented, lexicon))
            marks.append(clock())
            for stage, begin, end in zip(STAGES, marks, marks[1:], strict=False):
                spent[stage] += end - begin
    return spent, count


STAGES = ("segment", "extract", "normalise", "describe")


def is_compiled() -> bool:
    """Whether the stages under test are compiled (HATCH_BUILD_HOOKS_ENABLE=1 when they were installed)."""
    from factcheck import segment

    return not str(segment.__file__).endswith(".py")


def command(documents: list[str], folder: Path) -> tuple[float, float]:
    """CPU seconds and peak memory in MB of `factcheck extract FOLDER` over files, its output thrown away."""
    folder.mkdir()
    for n, text in enumerate(documents):
        (folder / f"{n:05}.txt").write_text(text, encoding="utf-8")
    process = subprocess.Popen(
        [score.TOOL, "extract", str(folder), "--format", "jsonl"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"factcheck extract ended with {process.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / (1024 * (1024 if sys.platform == "darwin" else 1))


def peer_seconds(documents: Iterable[str], size: int) -> tuple[float, int]:
    """CPU seconds of the peers for documents spread over the corpus, and how many code points those have."""
    peers.claims("It began on 3 May 2013 and cost 12 dollars.")  # the first call reads their tables
    spent, read = 0.0, 0
    for text in documents:
        part = text[: size - read]
        begin = time.process_time()
        peers.claims(part)
        spent += time.process_time() - begin
        read += len(part)
        if read >= size:
            break
    return spent, read


def measure(data: Path, quick: bool) -> Figures:
    """All figures of the speed table."""
    large = LARGE // 10 if quick else LARGE
    documents = corpus(data, large)
    spent, count = in_stages(documents)
    whole = sum(spent[stage] for stage in STAGES)
    figures = {stage: 1e6 * spent[stage] / large for stage in ("plain", "loose", *STAGES)}
    figures |= {"whole": 1e6 * whole / large, "claims": 1e6 * count / large}
    compiled = "compiled_" if is_compiled() else ""
    figures |= {f"{compiled}over_{name}": whole / spent[name] for name in ("plain", "loose")}
    with tempfile.TemporaryDirectory() as folder:
        short, base = command(corpus(data, large // 10), Path(folder, "short"))
        long, peak = command(documents, Path(folder, "long"))
    grown = (large - large // 10) / 1e6
    figures |= {"command": 1e6 * long / large, "growth": long / short, "memory": (peak - base) / grown, "base": base}
    if peers.installed() and not quick:
        seconds, read = peer_seconds(documents[:: max(1, len(documents) // 20)], SAMPLE)
        figures |= {"peers": 1e6 * seconds / read, "times_peers": (seconds / read) / (whole / large)}
    return figures


ROWS = (
    ("plain", "s per MB", "one expression: digits, number words, months"),
    ("loose", "s per MB", "the same without regard to case"),
    ("segment", "s per MB", "sentences and tokens"),
    ("extract", "s per MB", "finding numbers and dates"),
    ("normalise", "s per MB", "reading their values"),
    ("describe", "s per MB", "who, what, where"),
    ("whole", "s per MB", "whole extraction, text to claims"),
    ("command", "s per MB", "factcheck extract, with start, files and output"),
    ("peers", "s per MB", "quantulum3 + dateparser.search_dates"),
    ("claims", "per MB", "claims found"),
    ("base", "MB", "peak memory with a tenth of the text"),
)
"""What is told without a limit."""


def speed_table(figures: Mapping[str, float], limits: list[dict[str, object]], slack: float) -> int:
    """Print the figures; the number of limits passed."""
    for key, unit, name in ROWS:
        print(f"{name:<52} {f'{figures[key]:.3g} {unit}' if key in figures else 'not measured':>16}")
    broken = 0
    for row in limits:
        low, high = (float(str(row[key])) if key in row else None for key in ("min", "max"))
        value = figures.get(str(row["at"]))
        low, high = low and low / slack, high and high * slack
        failed = value is not None and ((low is not None and value < low) or (high is not None and value > high))
        bound = f"at least {low:.3g}" if low else f"at most {high:.3g}" if high else ""
        shown = "not measured" if value is None else f"{value:.3g} {row.get('unit', 'x')}"
        print(f"{row['name']:<52} {shown:>16}  {bound:<14} {'BROKEN' if failed else ''}".rstrip())
        broken += failed
    return broken


def accuracy_table(data: Path, floors: Mapping[str, Mapping[str, object]]) -> int:
    """Print the scores of the tool and, where they are installed, of the peers; the number of floors broken."""
    if not (data / "tools").is_dir():
        print(f"accuracy not measured: there is no development data at {data}")
        return 0
    peer = shlex.join([sys.executable, str(Path(peers.__file__))])
    broken = 0
    for name, scored in (("quantity", score.quantity), ("timex", score.timex)):
        own = list(scored(data, floors[name], Path()))
        theirs = list(scored(data, floors[name], Path(), peer)) if peers.installed() else [None] * len(own)
        for mine, other in zip(own, theirs, strict=True):
            figure = other.figure if other else "not installed"
            mark = "BROKEN" if mine.failed else ""
            print(f"{mine.name:<52} {mine.figure:>8} {figure:>14}  {mine.bound:<14} {mark}".rstrip())
            broken += mine.failed
    return broken


def main() -> int:
    """Measure and print; with --check hold the figures against their limits."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared", help="folder with tools/ and data/")
    parser.add_argument("--quick", action="store_true", help="1 MB, speed only")
    parser.add_argument("--check", action="store_true", help="exit with 1 when a limit is passed")
    wanted = parser.parse_args()
    floors = tomllib.loads(score.FLOORS.read_text(encoding="utf-8"))
    data, broken = wanted.data.resolve(), 0
    if not wanted.quick:
        print(f"{'accuracy':<52} {'factcheck':>8} {'peers':>13}")
        broken += accuracy_table(data, floors)
        print()
    print("speed, CPU seconds of one core")
    figures = measure(data, wanted.quick)
    broken += speed_table(figures, floors["extraction"], SLACK if wanted.quick else 1.0)
    return int(broken > 0 and wanted.check)


if __name__ == "__main__":
    sys.exit(main())
