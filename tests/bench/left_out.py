"""Leave one story out: how well thresholds chosen on the other stories do on a story they were not chosen on.

    python tests/bench/left_out.py           scores of every story, and their mean
    python tests/bench/left_out.py --json    the same for score.py

For each story every setting of GRID is tried on all the others. The one with the best sum of F1 of pairs and F1 of
conflicts is taken, and scored on the story itself. The settings are not taken from `weights.csv`, which was chosen
with all stories in sight; all other weights are. The data is not part of the project.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from factcheck.align import Weights, load_weights
from factcheck.lexicon import Lexicon, load
from factcheck.model import Report
from factcheck.pipeline import judged, told_and_named
from factcheck.report.records import report_record
from factcheck.settings import Settings

ROOT = Path(__file__).parents[2]

GRID: Mapping[str, tuple[float, ...]] = {
    "equal": (1.0, 2.0, 3.0),
    "different": (3.0, 4.0, 5.0, 6.0),
    "merge": (0.0, 0.4),
}
"""Values tried for the thresholds of `weights.csv`."""

MEASURES = ("align.p", "align.r", "align.f1", "bcubed.f1", "conflict.p", "conflict.r", "conflict.f1")

Setting = tuple[float, ...]


class Story(NamedTuple):
    """One story: what its sources tell, and the right answers."""

    name: str
    report: Report
    gold: dict[str, object]


class Row(NamedTuple):
    """A story left out: the setting chosen without it, and its scores."""

    story: str
    setting: Setting
    scores: Mapping[str, float]


def settings() -> list[Setting]:
    """All settings of the grid."""
    return list(product(*GRID.values()))


def shipped() -> Setting:
    """The setting in `weights.csv`."""
    return tuple(load_weights().threshold[name] for name in GRID)


def weighed(setting: Setting) -> Weights:
    """The shipped weights with the thresholds of a setting."""
    weights = load_weights()
    return weights._replace(threshold={**weights.threshold, **dict(zip(GRID, setting, strict=True))})


def stories(data: Path, lexicon: Lexicon) -> list[Story]:
    """All stories with gold, read and extracted once."""
    found = []
    for path in sorted((data / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        folder = str(data / "texts" / gold["topic"])
        found.append(Story(gold["topic"], told_and_named([folder], Settings(), lexicon), gold))
    return found


def scored(story: Story, setting: Setting, lexicon: Lexicon, scorer: ModuleType) -> dict[str, object]:
    """What the scorer says of a story under a setting."""
    report, _ = judged(story.report, lexicon, weighed(setting))
    record = json.loads(json.dumps(report_record(report), default=str))
    result: dict[str, object] = scorer.score_topic(story.gold, record, [])
    return result


def measured(results: Sequence[object], scorer: ModuleType) -> dict[str, float]:
    """The measures over one or several results, figures of all added up first."""
    total = scorer.total(list(results))
    return {name: total[name.split(".")[0]][name.split(".")[1]] for name in MEASURES}


def rows(
    names: Sequence[str], results: Mapping[tuple[str, Setting], object], tried: Sequence[Setting], scorer: ModuleType
) -> Iterator[Row]:
    """Each story under the setting that is best without it; of equally good ones the first."""

    def worth(setting: Setting, out: str) -> float:
        found = measured([results[name, setting] for name in names if name != out], scorer)
        return found["align.f1"] + found["conflict.f1"]

    for out in names:
        best = max(tried, key=lambda setting: round(worth(setting, out), 9))
        yield Row(out, best, measured([results[out, best]], scorer))


def nested(scores: Mapping[str, float]) -> dict[str, dict[str, float]]:
    """Scores as the scorer nests them: {"align": {"p": ...}}."""
    whole: dict[str, dict[str, float]] = {}
    for name, value in scores.items():
        group, _, part = name.partition(".")
        whole.setdefault(group, {})[part] = value
    return whole


def mean(found: Sequence[Row]) -> dict[str, float]:
    """Mean of the scores over the stories, each counting the same."""
    return {name: sum(row.scores[name] for row in found) / len(found) for name in MEASURES}


def pooled(found: Sequence[Row], results: Mapping[tuple[str, Setting], object], scorer: ModuleType) -> dict[str, float]:
    """The scores with the figures of all stories left out added up: comparable with those of score.py."""
    return measured([results[row.story, row.setting] for row in found], scorer)


def load_scorer(data: Path) -> ModuleType:
    """The scorer of the data as a module."""
    spec = spec_from_file_location("score_crossdoc", data / "tools" / "score_crossdoc.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def table(title: str, found: Sequence[Row], lines: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """Lines for people: stories, then means."""
    yield f"{title:<12} {' '.join(f'{name:>11}' for name in MEASURES)}  {' '.join(GRID)}"
    for row in found:
        told = " ".join(f"{row.scores[name]:11.3f}" for name in MEASURES)
        yield f"{row.story:<12} {told}  {' '.join(f'{value:g}' for value in row.setting)}"
    for name, scores in lines.items():
        yield f"{name:<12} {' '.join(f'{scores[measure]:11.3f}' for measure in MEASURES)}"


def main() -> int:
    """Tune, score, print; the shipped setting too, for comparison."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared", help="folder with tools/ and data/")
    parser.add_argument("--json", action="store_true", help="print JSON")
    wanted = parser.parse_args()
    if not (wanted.data / "tools").is_dir():
        print(f"nothing scored: there is no development data at {wanted.data}")
        return 0
    lexicon, scorer, tried = load(), load_scorer(wanted.data), settings()
    told_of = stories(wanted.data / "data" / "crossdoc-dev", lexicon)
    names, ours = [one.name for one in told_of], shipped()
    asked = dict.fromkeys([*tried, ours])
    results = {(one.name, each): scored(one, each, lexicon, scorer) for one in told_of for each in asked}
    found = list(rows(names, results, tried, scorer))
    full = [Row(name, ours, measured([results[name, ours]], scorer)) for name in names]
    lines = {"mean": mean(found), "pooled": pooled(found, results, scorer)}
    if wanted.json:
        print(json.dumps({name: nested(scores) for name, scores in lines.items()}))
    else:
        print("\n".join(table("left out", found, lines)), "\n")
        print("\n".join(table("as shipped", full, {"mean": mean(full), "pooled": pooled(full, results, scorer)})))
    return 0


if __name__ == "__main__":
    sys.exit(main())
