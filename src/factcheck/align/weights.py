"""The weights of the features, from `weights.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple


class Weights(NamedTuple):
    """Points by name; see the comments in `weights.toml`."""

    threshold: Mapping[str, float]
    shift: Mapping[str, float]
    points: Mapping[str, float]
    equal: Mapping[str, float]


def load_weights(path: Path | None = None) -> Weights:
    """The weights shipped with the package, or those of another file (for experiments)."""
    import tomllib

    found = tomllib.loads((path or Path(__file__).with_name("weights.toml")).read_text(encoding="utf-8"))
    return Weights(found["threshold"], found["shift"], found["points"], found["equal"])
