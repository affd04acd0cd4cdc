"""Run the tool and the scorers on the development data and hold the scores against floors.toml.

    python tests/bench/score.py              print score and floor of every row
    python tests/bench/score.py --check      exit with 1 when a score is below its floor
    python tests/bench/score.py --readme     write the table of README.md anew
    python tests/bench/score.py seeds timex  only these sets: seeds, crossdoc, left_out, quantity, named, timex

The data is not part of the project; without it nothing is scored, and that is said. Standard library only.
The scores of every story are printed by left_out.py.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
FLOORS = Path(__file__).with_name("floors.toml")
TOOL = str(Path(sys.executable).with_name("factcheck"))
TITLES = {
    "seeds": "The five articles in `seeds/`",
    "crossdoc": "Nine news stories, 68 articles",
    "left_out": "The same stories, each under thresholds chosen on the other eight",
    "quantity": "Public test sentences with numbers",
    "named": "Those with money, currencies by their English names",
    "timex": "Eleven history articles with dates",
}


class Score(NamedTuple):
    """One row with what was measured; `value` is None when the run gave no such number."""

    group: str
    name: str
    value: float | None
    low: float | None
    high: float | None
    readme: bool

    @property
    def failed(self) -> bool:
        """Whether the floor or the ceiling is broken; no number breaks either."""
        if self.value is None:
            return self.low is not None or self.high is not None
        too_low = self.low is not None and self.value < self.low
        return too_low or (self.high is not None and self.value > self.high)

    @property
    def bound(self) -> str:
        """The floor as people read it."""
        if self.low is not None:
            return f"at least {self.low:g}"
        return "" if self.high is None else f"at most {self.high:g}"

    @property
    def figure(self) -> str:
        """The score: shares with three digits, percent with one, counts with none."""
        if self.value is None:
            return "none"
        if self.group in {"quantity", "named", "timex"}:
            return f"{self.value:.1f} %"
        return f"{self.value:.3f}" if isinstance(self.value, float) else str(self.value)


def run(command: list[str], allowed: frozenset[int] = frozenset({0}), tool: str = shlex.quote(TOOL)) -> str:
    """The stdout of a command; "" and a word on stderr when it fails. `compare` ends with 1 on conflicts.

    `tool` is what scorers run where they run something.
    """
    environment = os.environ | {"FACTCHECK": tool}
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode in allowed:
        return done.stdout
    print(f"{shlex.join(command)} ended with {done.returncode}\n{done.stderr}", file=sys.stderr)
    return ""


def compare(path: str, target: Path) -> None:
    """Write the comparison of a folder as JSON."""
    target.write_text(run([TOOL, "compare", path, "--format", "json"], frozenset({0, 1})), encoding="utf-8")


def parsed(text: str) -> object:
    """JSON, or None for no output."""
    return json.loads(text) if text.strip() else None


def dig(result: object, at: str) -> float | None:
    """The number at a dotted place of a scorer's JSON, None where there is none; "5/7" gives 5."""
    for key in at.split("."):
        if isinstance(result, dict):
            result = result.get(key)
        elif isinstance(result, list):
            result = result[int(key)]
    if isinstance(result, str):
        result = int(result.partition("/")[0])
    return result if isinstance(result, int | float) else None


def scores(group: str, rows: list[dict[str, object]], result: object) -> Iterator[Score]:
    """The rows of a table with their numbers."""
    for row in rows:
        bounds = [float(str(row[key])) if key in row else None for key in ("min", "max")]
        value = dig(result, str(row["at"]))
        yield Score(group, str(row["name"]), value, bounds[0], bounds[1], bool(row.get("readme")))


def seeds(data: Path, rows: list[dict[str, object]], out: Path) -> Iterator[Score]:
    """The five seed articles."""
    told = out / "seeds.json"
    compare("seeds/", told)
    scorer = [sys.executable, str(data / "tools/score_seeds.py"), str(told), "--json"]
    yield from scores("seeds", rows, parsed(run(scorer)))


def crossdoc(data: Path, rows: list[dict[str, object]], out: Path) -> Iterator[Score]:
    """The stories of the cross-document set."""
    told, result = out / "stories", out / "crossdoc.json"
    told.mkdir()
    texts = data / "data/crossdoc-dev/texts"
    for story in sorted(path for path in texts.iterdir() if path.is_dir()):
        compare(str(story), told / f"{story.name}.json")
    run([sys.executable, str(data / "tools/score_crossdoc.py"), "--system", str(told), "--json", str(result)])
    yield from scores("crossdoc", rows, parsed(result.read_text(encoding="utf-8")) if result.exists() else None)


def left_out(data: Path, rows: list[dict[str, object]], _out: Path) -> Iterator[Score]:
    """The stories, each scored under thresholds chosen on the others."""
    script = str(Path(__file__).with_name("left_out.py"))
    yield from scores("left_out", rows, parsed(run([sys.executable, script, "--data", str(data), "--json"])))


def quantity(
    data: Path, files: Mapping[str, list[dict[str, object]]], _out: Path, tool: str = shlex.quote(TOOL)
) -> Iterator[Score]:
    """The sets of sentences with quantities, one file each."""
    scorer = str(data / "tools/extraction/score_quantity.py")
    for name, rows in files.items():
        path = str(data / "data/quantity" / name)
        text = run([sys.executable, scorer, "--data", path, "--system", "factcheck"], tool=tool)
        yield from scores("quantity", rows, parsed(text))


def named(data: Path, files: Mapping[str, list[dict[str, object]]], out: Path) -> Iterator[Score]:
    """Sets of `quantity`, read through a command that tells the codes of currencies by their names."""
    script = Path(__file__).with_name("renamed.py")
    found = quantity(data, files, out, shlex.join([sys.executable, str(script)]))
    yield from (score._replace(group="named") for score in found)


def timex(
    data: Path, table: Mapping[str, list[dict[str, object]]], _out: Path, tool: str = shlex.quote(TOOL)
) -> Iterator[Score]:
    """The articles with dates."""
    scorer = str(data / "tools/extraction/score_timex.py")
    path = str(data / "data/timex-dev")
    text = run([sys.executable, scorer, "--data", path, "--system", "factcheck"], tool=tool)
    yield from scores("timex", table["rows"], parsed(text))


SETS: dict[str, Callable[..., Iterator[Score]]] = {
    "seeds": seeds,
    "crossdoc": crossdoc,
    "left_out": left_out,
    "quantity": quantity,
    "named": named,
    "timex": timex,
}


def markdown(found: list[Score]) -> str:
    """The rows marked for the README as a table, one heading row per set."""
    lines = ["| | score | floor |", "| --- | --- | --- |"]
    for group, title in TITLES.items():
        rows = [score for score in found if score.group == group and score.readme]
        if rows:
            lines.append(f"| **{title}** | | |")
        lines += [f"| {score.name} | {score.figure} | {score.bound} |" for score in rows]
    return "\n".join(lines)


def write_readme(found: list[Score]) -> None:
    """Replace what stands between the marks `<!-- scores -->` and `<!-- /scores -->`."""
    path = ROOT / "README.md"
    text = path.read_text(encoding="utf-8")
    block = f"<!-- scores -->\n{markdown(found)}\n<!-- /scores -->"
    path.write_text(re.sub(r"(?s)<!-- scores -->.*<!-- /scores -->", lambda _: block, text), encoding="utf-8")


def main() -> int:
    """Score what was asked for and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", metavar="SET", help=", ".join(SETS) + " (default: all)")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared", help="folder with tools/ and data/")
    parser.add_argument("--check", action="store_true", help="exit with 1 below a floor")
    parser.add_argument("--readme", action="store_true", help="write the table of README.md anew")
    wanted = parser.parse_args()
    if unknown := set(wanted.sets) - set(SETS):
        parser.error(f"no set {', '.join(sorted(unknown))}; there are: {', '.join(SETS)}")
    if wanted.readme and wanted.sets:
        parser.error("--readme needs all sets")
    if not (wanted.data / "tools").is_dir():
        print(f"nothing scored: there is no development data at {wanted.data}")
        return 0
    table = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        chosen = wanted.sets or list(SETS)
        found = [score for name in chosen for score in SETS[name](wanted.data.resolve(), table[name], Path(folder))]
    for score in found:
        mark = "BELOW" if score.failed and score.low is not None else "ABOVE" if score.failed else ""
        print(f"{score.group:<9} {score.name:<42} {score.figure:>8}  {score.bound:<14} {mark}".rstrip())
    broken = sum(score.failed for score in found)
    print(f"{len(found)} scores, {broken} outside their floor")
    if wanted.readme:
        write_readme(found)
    return int(broken > 0 and wanted.check)


if __name__ == "__main__":
    sys.exit(main())
