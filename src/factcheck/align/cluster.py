"""Clusters by average link: first claims whose values fit, then clusters that tell one fact differently."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from heapq import heappop, heappush

from factcheck.align.pairs import Pairs
from factcheck.align.profile import Profile
from factcheck.align.weights import Weights

Members = tuple[int, ...]

LARGE = 24
"""Members above which a cluster sends some for all when it is compared with another."""


def grow(block: Sequence[Profile], pairs: Pairs, weights: Weights) -> list[Members]:
    """Clusters of a block: every profile in exactly one."""
    single: list[Members] = [(n,) for n in range(len(block))]
    fitting = sorted(pair for pair in pairs.equal if pairs.margin[pair] > 0)
    equal = merge(single, fitting, lambda x, y: average(x, y, block, pairs))
    likely = sorted(pair for pair, margin in pairs.margin.items() if margin > 0)
    return merge(equal, likely, lambda x, y: across(x, y, block, pairs, weights))


def merge(
    clusters: list[Members], edges: Iterable[tuple[int, int]], fit: Callable[[Members, Members], float | None]
) -> list[Members]:
    """Join the two clusters that fit best, again and again, while any two fit.

    Only clusters with an edge between their members are asked whether they fit.
    """
    found = dict(enumerate(clusters))
    home = {member: number for number, members in found.items() for member in members}
    near: dict[int, set[int]] = {number: set() for number in found}
    for a, b in edges:
        if home[a] != home[b]:
            near[home[a]].add(home[b])
            near[home[b]].add(home[a])
    heap: list[tuple[float, int, int]] = []

    def ask(i: int, j: int) -> None:
        value = fit(found[i], found[j])
        if value is not None and value > 0:
            heappush(heap, (-value, min(i, j), max(i, j)))

    for i in found:
        for j in near[i]:
            if i < j:
                ask(i, j)
    following = len(clusters)
    while heap:
        _, i, j = heappop(heap)
        if i not in found or j not in found:
            continue
        found[following] = tuple(sorted(found.pop(i) + found.pop(j)))
        near[following] = {k for k in near.pop(i) | near.pop(j) if k in found}
        for k in sorted(near[following]):
            near[k].add(following)
            ask(k, following)
        following += 1
    return sorted(found.values())


def crossing(x: Members, y: Members, block: Sequence[Profile]) -> list[tuple[int, int]]:
    """Pairs with one member in each cluster, smaller number first; large clusters send some members for all.

    Two values of one sentence are never left out.
    """
    found = [(a, b) if a < b else (b, a) for a in some(x) for b in some(y)]
    if len(found) < len(x) * len(y):
        places = {(block[a].source, block[a].claim.sentence): a for a in x}
        shared = [(places.get((block[b].source, block[b].claim.sentence)), b) for b in y]
        found += [(a, b) if a < b else (b, a) for a, b in shared if a is not None]
    return found


def some(members: Members) -> Members:
    """The members of a cluster, or of a large one the first: always the same ones, so that few pairs are scored."""
    return members[:LARGE]


def average(x: Members, y: Members, block: Sequence[Profile], pairs: Pairs) -> float | None:
    """Mean margin of the pairs across; None when the values of one of them do not fit, or it is barred."""
    total = 0.0
    crossed = crossing(x, y, block)
    for pair in crossed:
        if not pairs.fits(pair):
            return None
        total += pairs.margin[pair]
    return total / len(crossed)


def across(x: Members, y: Members, block: Sequence[Profile], pairs: Pairs, weights: Weights) -> float | None:
    """Mean of the better half of the margins, less a share for sources that hold both values."""
    crossed = crossing(x, y, block)
    for pair in crossed:
        pairs.look(pair)
    if any(pair in pairs.barred for pair in crossed):
        return None
    margins = sorted((pairs.margin[pair] for pair in crossed if pair in pairs.margin), reverse=True)
    if not margins:
        return None
    better = margins[: (len(margins) + 1) // 2]
    sources = [{block[n].source for n in cluster} for cluster in (x, y)]
    telling = {source for source in sources[0] & sources[1] if not attributed(source, crossed, block)}
    both = len(telling) / len(sources[0] | sources[1])
    if both == 1.0 and len(telling) > 1:
        return None  # every source tells both: two facts
    needed = 0.0 if any(pair in pairs.equal for pair in crossed) else weights.threshold["merge"]
    return sum(better) / len(better) - weights.threshold["both"] * both - needed


def attributed(source: int, crossed: Sequence[tuple[int, int]], block: Sequence[Profile]) -> bool:
    """Whether a source has the two figures from different speakers: then it tells of a dispute, not of two facts."""
    told = [(block[a].claim, block[b].claim) for a, b in crossed if block[a].source == block[b].source == source]
    return bool(told) and all(a.speaker and b.speaker and a.speaker != b.speaker for a, b in told)
