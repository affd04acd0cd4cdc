"""Align: which claims of different sources state the same fact. The value never says that two belong together.

Claims become profiles, profiles of one dimension are scored in pairs by a table of features, and clusters grow by
average link with some links forbidden.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType

from factcheck.align.candidates import fold
from factcheck.align.cluster import Members, grow
from factcheck.align.features import Scoring, compare
from factcheck.align.pairs import Pairs, score_pairs
from factcheck.align.profile import Profile, blocks, profiles_of
from factcheck.align.weights import Weights, load_weights
from factcheck.lexicon import Lexicon
from factcheck.model import Claim, Cluster, Link, Source
from factcheck.values import near

__all__ = ["Weights", "align", "load_weights"]


def align(
    claims: Sequence[Claim],
    sources: Sequence[Source],
    lexicon: Lexicon,
    spellings: Mapping[str, str] = MappingProxyType({}),
    weights: Weights | None = None,
) -> tuple[Cluster, ...]:
    """Clusters of claims that state one fact; each claim with a value stands in exactly one of them.

    The result does not depend on the order of the sources. `spellings` lead from a word of a name to its standard
    spelling. `weights` are those shipped, unless others are tried.
    """
    weights = weights or lexicon.once("align.weights", load_weights)
    scoring = Scoring(weights.points)
    clusters: list[Cluster] = []
    for whole in blocks(profiles_of(claims, sources, lexicon, spellings)):
        block, folded = fold(whole)
        pairs = score_pairs(block, weights, scoring)
        rivals = best_rivals(block, pairs)
        for members in grow(block, pairs, weights):
            speakers = [block[n].claim.id for n in members]
            ids = tuple(sorted(name for one in speakers for name in (one, *folded.get(one, ()))))
            alone = len({block[n].source for n in members}) == 1
            rival = rivals.get(members[0]) if alone else None
            found = tuple(
                bare_link(pair, block, pairs) if pair in pairs.equal else link(pair, block, pairs, scoring)
                for pair in inside(members, block, pairs)
            )
            clusters.append(Cluster(ids, found, link(rival, block, pairs, scoring) if rival else None))
    return tuple(sorted(clusters, key=lambda cluster: cluster.claims))


def inside(members: Members, block: Sequence[Profile], pairs: Pairs) -> Iterator[tuple[int, int]]:
    """Pairs of a cluster between different sources: those scored, and all whose values differ."""
    for pair in combinations(members, 2):
        a, b = block[pair[0]], block[pair[1]]
        if a.source == b.source:
            continue
        if pair not in pairs.margin and not near(a.value, b.value):
            pairs.look(pair)
        if pair in pairs.margin:
            yield pair


def best_rivals(block: Sequence[Profile], pairs: Pairs) -> dict[int, tuple[int, int]]:
    """For each profile its best pair with another source."""
    best: dict[int, tuple[int, int]] = {}
    for pair, margin in sorted(pairs.margin.items()):
        if block[pair[0]].source != block[pair[1]].source:
            for n in pair:
                if n not in best or margin > pairs.margin[best[n]]:
                    best[n] = pair
    return best


def link(pair: tuple[int, int], block: Sequence[Profile], pairs: Pairs, scoring: Scoring) -> Link:
    """The pair with its features."""
    a, b = block[pair[0]], block[pair[1]]
    return bare_link(pair, block, pairs)._replace(why=tuple(compare(a, b, scoring)))


def bare_link(pair: tuple[int, int], block: Sequence[Profile], pairs: Pairs) -> Link:
    """The pair without its features: where values fit, nobody asks for them."""
    return Link(block[pair[0]].claim.id, block[pair[1]].claim.id, pairs.score[pair], pairs.margin[pair], ())
