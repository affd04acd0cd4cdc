"""Regular expressions that are compiled once: they are remembered between runs with the lexicon."""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=1)
def expressions() -> dict[tuple[str, int], re.Pattern[str]]:
    """The expressions compiled so far, by source and flags."""
    return {}


def expression(source: str, flags: int = 0) -> re.Pattern[str]:
    """A compiled expression; `source` is a constant of the code, for what stands in a text must not be remembered."""
    key, told = (source, int(flags)), expressions()
    if key not in told:
        told[key] = re.compile(source, flags)
    return told[key]
