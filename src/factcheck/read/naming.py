"""Short source ids made of file names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from factcheck.read.inputs import Input
from factcheck.settings import fits


def called(one: Input, names: Mapping[str, str]) -> str:
    """What the user calls an input, by the first pattern that fits its path; else its file name without suffix."""
    name = next((name for pattern, name in names.items() if fits(pattern, one.path)), "")
    return name.replace("_", "-") or one.stem


def ids(stems: Sequence[str]) -> tuple[str, ...]:
    """One id per file name without suffix, in the same order, all different.

    What stands before the first "_" if no other file has it, else the name, else the name and a number.
    """
    names = [re.sub(r"[^\w.-]+", "-", stem).strip("-") or "source" for stem in stems]
    shorts = [name.partition("_")[0] or name for name in names]
    short, full = Counter(shorts), Counter(names)
    chosen = [
        start if short[start] == 1 else name if full[name] == 1 else ""
        for start, name in zip(shorts, names, strict=True)
    ]
    taken = set(chosen)
    for at, name in enumerate(names):
        if not chosen[at]:
            chosen[at] = _free(name, taken)
            taken.add(chosen[at])
    return tuple(chosen)


def _free(name: str, taken: set[str]) -> str:
    number = 1
    while f"{name}-{number}" in taken:
        number += 1
    return f"{name}-{number}"
