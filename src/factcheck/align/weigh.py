"""Why a claim went where it did: all its pairs with other sources, scored in full. Only explanations ask for this."""

from __future__ import annotations

from collections.abc import Collection

from factcheck.align.features import Scoring, compare
from factcheck.align.pairs import barred, coincidence, opposed, sources_by_value, threshold, told_alike
from factcheck.align.profile import Profile, profiles_of
from factcheck.align.weights import Weights, load_weights
from factcheck.lexicon import Lexicon
from factcheck.model import Feature, Link, Report
from factcheck.values import near


def weigh(wanted: Collection[str], report: Report, lexicon: Lexicon) -> tuple[Link, ...]:
    """Links between each claim of `wanted` and every comparable claim of another source, best first.

    Unlike the links of clusters these count the coincidence of equal figures as a feature.
    """
    weights = load_weights()
    scoring = Scoring(weights.points)
    found: dict[tuple[str, str], Link] = {}
    told = profiles_of(report.claims, report.sources, lexicon, report.names.spellings)
    profiles = sorted(told, key=lambda profile: profile.claim.id)
    blocks: dict[str, list[Profile]] = {}
    for profile in profiles:
        blocks.setdefault(profile.dimension, []).append(profile)
    for block in blocks.values():
        holders = sources_by_value(block)
        for a in (profile for profile in block if profile.claim.id in wanted):
            for b in block:
                left, right = sorted((a, b), key=lambda profile: profile.claim.id)
                key = (left.claim.id, right.claim.id)
                if a.source != b.source and key not in found:
                    found[key] = weighed(left, right, holders, weights, scoring)
    return tuple(sorted(found.values(), key=lambda link: (-link.margin, link.left, link.right)))


def weighed(
    a: Profile, b: Profile, holders: dict[tuple[str, float], set[int]], weights: Weights, scoring: Scoring
) -> Link:
    """Two claims with all features, that of their values last."""
    why = compare(a, b, scoring)
    same = near(a.value, b.value)
    if same and (points := coincidence(a, b, holders, weights)):
        why.append(Feature("figure", points, f"{a.claim.text} / {b.claim.text}"))
    score = sum(feature.points for feature in why)
    margin = score - threshold(a, b, same, weights)
    if barred(a, b, same and told_alike(a, b)):
        ruled = "things nothing is both of" if a.dimension == "count" and opposed(a, b) else "figures too far apart"
        why.append(Feature("ruled out", 0.0, ruled))
        margin = float("-inf")
    return Link(a.claim.id, b.claim.id, score, margin, tuple(why))
