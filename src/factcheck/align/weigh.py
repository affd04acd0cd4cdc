"""Why a claim went where it did: all its pairs with other sources, scored in full. Only explanations ask for this."""

from __future__ import annotations

from collections.abc import Collection

from factcheck.align.features import Scoring, compare
from factcheck.align.pairs import APART, Pairs, opposed
from factcheck.align.profile import Profile, blocks, profiles_of
from factcheck.align.weights import load_weights
from factcheck.lexicon import Lexicon
from factcheck.model import Feature, Link, Report

RULED = {
    "time": "told of other times",
    "place": "told of other parts of a place",
    "act": "told of acts that exclude each other",
    "actor": "done by two countries",
    "noun": "things of which none is the other",
    "contrast": "words beside them that exclude each other",
}
"""What features that no likeness makes up for say, by their names."""


def weigh(wanted: Collection[str], report: Report, lexicon: Lexicon) -> tuple[Link, ...]:
    """Links between each claim of `wanted` and every comparable claim of another source, best first.

    Unlike the links of clusters these count the coincidence of equal figures as a feature.
    """
    weights = load_weights()
    scoring = Scoring(weights.points)
    found: list[Link] = []
    for block in blocks(profiles_of(report.claims, report.sources, lexicon, report.names.spellings)):
        pairs = Pairs(block, weights, scoring)
        asked = [n for n, profile in enumerate(block) if profile.claim.id in wanted]
        across = {(min(n, m), max(n, m)) for n in asked for m, b in enumerate(block) if b.source != block[n].source}
        found += (weighed(pair, block, pairs, scoring) for pair in sorted(across))
    return tuple(sorted(found, key=lambda link: (-link.margin, link.left, link.right)))


def weighed(pair: tuple[int, int], block: list[Profile], pairs: Pairs, scoring: Scoring) -> Link:
    """Two claims with all features, that of their values last, and what rules them out as one fact."""
    pairs.look(pair)
    a, b = block[pair[0]], block[pair[1]]
    why = compare(a, b, scoring)
    if points := pairs.bonus(pair):
        why.append(Feature("figure" if pair in pairs.equal else "slip", points, f"{a.claim.text} / {b.claim.text}"))
    score = sum(feature.points for feature in why)
    if ruled := ruling(pair, block, pairs, why):
        why.append(Feature("ruled out", 0.0, ruled))
    return Link(a.claim.id, b.claim.id, score, pairs.margin.get(pair, float("-inf")), tuple(why))


def ruling(pair: tuple[int, int], block: list[Profile], pairs: Pairs, why: list[Feature]) -> str:
    """What keeps two claims from being one fact whatever else they share, or ""."""
    a, b = block[pair[0]], block[pair[1]]
    if pair in pairs.barred:
        if a.dimension == "count" and opposed(a, b):
            return "things nothing is both of"
        return "days of other years" if a.dimension == "day" else "figures too far apart"
    if pair in pairs.capped:
        return " and ".join(RULED.get(feature.name, feature.name) for feature in why if feature.points <= APART)
    return ""
