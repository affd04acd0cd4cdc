"""Clusters by average link: first claims whose values fit, then clusters that tell one fact differently."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.align.pairs import Pairs
from factcheck.align.profile import Profile
from factcheck.align.weights import Weights

Members = tuple[int, ...]


def grow(block: Sequence[Profile], pairs: Pairs, weights: Weights) -> list[Members]:
    """Clusters of a block: every profile in exactly one."""
    single: list[Members] = [(n,) for n in range(len(block))]
    equal = merge(single, lambda x, y: average(x, y, pairs, pairs.equal))
    return merge(equal, lambda x, y: across(x, y, block, pairs, weights))


def merge(clusters: list[Members], fit: Callable[[Members, Members], float | None]) -> list[Members]:
    """Join the two clusters that fit best, again and again, while any two fit."""
    found = dict(enumerate(clusters))
    scores = {
        (i, j): value
        for i in found
        for j in found
        if i < j and (value := fit(found[i], found[j])) is not None and value > 0
    }
    following = len(clusters)
    while scores:
        i, j = max(scores, key=lambda pair: (scores[pair], -pair[0], -pair[1]))
        joined = tuple(sorted(found.pop(i) + found.pop(j)))
        scores = {pair: value for pair, value in scores.items() if i not in pair and j not in pair}
        for k, members in found.items():
            value = fit(members, joined)
            if value is not None and value > 0:
                scores[k, following] = value
        found[following] = joined
        following += 1
    return sorted(found.values())


def crossing(x: Members, y: Members) -> list[tuple[int, int]]:
    """Pairs with one member in each cluster, smaller number first."""
    return [(a, b) if a < b else (b, a) for a in x for b in y]


def average(x: Members, y: Members, pairs: Pairs, allowed: set[tuple[int, int]]) -> float | None:
    """Mean margin of the pairs across; None when one of them is barred or not allowed."""
    total = 0.0
    crossed = crossing(x, y)
    for pair in crossed:
        if pair not in allowed:
            return None
        total += pairs.margin[pair]
    return total / len(crossed)


def across(x: Members, y: Members, block: Sequence[Profile], pairs: Pairs, weights: Weights) -> float | None:
    """Mean of the better half of the margins, less a share for sources that hold both values."""
    crossed = crossing(x, y)
    if any(pair in pairs.barred for pair in crossed):
        return None
    margins = sorted((pairs.margin[pair] for pair in crossed if pair in pairs.margin), reverse=True)
    if not margins:
        return None
    better = margins[: (len(margins) + 1) // 2]
    sources = [{block[n].source for n in cluster} for cluster in (x, y)]
    both = len(sources[0] & sources[1]) / len(sources[0] | sources[1])
    return sum(better) / len(better) - weights.threshold["both"] * both - weights.threshold["merge"]
