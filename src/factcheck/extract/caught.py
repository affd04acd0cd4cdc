"""The words a rule caught, by the names of its parts: for those who ask why a claim came out as it did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.model import Mention, Segmented

NEIGHBOURS = frozenset({"upto", "since", "start", "lender", "whole"})
"""Parts that tell of another date close by; they are none of the mention's own words."""

Caught = tuple[str, int, int]
"""Name of a part and its tokens."""


def caught(mention: Mention, segmented: Segmented) -> tuple[tuple[str, str], ...]:
    """Name and words of each part of a mention, in the order of the text; of a date inside it as `of.day`."""
    text, words, starts = segmented.source.text, segmented.words, segmented.starts
    found = sorted(set(ranges(mention.parts)), key=lambda part: (part[1:], part[0]))
    return tuple((name, text[starts[first] : starts[last - 1] + len(words[last - 1])]) for name, first, last in found)


def ranges(parts: Mapping[str, object], prefix: str = "") -> Iterator[Caught]:
    """Parts that are tokens, at any depth."""
    for name, value in parts.items():
        if name in NEIGHBOURS:
            continue
        if isinstance(value, Mapping):
            yield from ranges(value, f"{prefix}{name}.")
        first, last = getattr(value, "first", None), getattr(value, "last", None)  # a unit or sign with its row
        if isinstance(value, tuple) and len(value) == 2:
            first, last = value
        if isinstance(first, int) and isinstance(last, int) and first < last:
            yield prefix + name, first, last
