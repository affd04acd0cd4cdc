"""The weights of the features, from `weights.csv`.

Points for and against two claims being one fact; additive, and the value of the claims earns nothing. Sections:
`threshold`, what a pair needs; `shift`, added to `different` for attributes an event has one of; `points`, by feature;
`equal`, where values fit: how much the coincidence says. Source: measured on development stories, one feature group at
a time; hand-set, since fitted weights did worse on stories left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from factcheck.record import NamedTuple


class Weights(NamedTuple):
    """Points by name, one mapping a section."""

    threshold: Mapping[str, float]
    shift: Mapping[str, float]
    points: Mapping[str, float]
    equal: Mapping[str, float]


def load_weights(path: Path | None = None) -> Weights:
    """The weights shipped with the package, or those of another file (for experiments)."""
    import csv  # most runs remember the weights with the lexicon

    found: dict[str, dict[str, float]] = {}
    with (path or Path(__file__).with_name("weights.csv")).open(newline="", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            found.setdefault(row["section"], {})[row["name"]] = float(row["points"])
    return Weights(**found)
