"""Claims without counterpart: why they could not be compared, and which of them others leave out."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.judge.case import Case
from factcheck.judge.labels import participle, phrase
from factcheck.judge.wholes import makes, sums
from factcheck.lexicon import Lexicon, Traits
from factcheck.model import Claim, Fact, Link, NotCompared
from factcheck.values import near as alike

DOUBTS = {
    "time": "another time",
    "place": "another place",
    "names": "other names",
    "noun": "another thing counted",
    "act": "something else happened",
    "actor": "another country did it",
    "running total": "a running total",
    "another": "a further event",
    "part": "a part of a whole",
    "whole": "the whole country",
    "contrast": "words that exclude each other beside it",
    "of": "a share of something else",
    "whose": "it is somebody else's",
    "beside": "other names beside it",
}
"""Features in words, when they speak against a pair."""

WORTH = -4.0
"""Margin below which the nearest claim is not worth a word."""


def not_compared(case: Case, facts: Sequence[Fact]) -> tuple[NotCompared, ...]:
    """Every claim outside the facts, with the reason."""
    inside = {name for fact in facts for name in fact.claims}
    known = sums(case)
    rivals = {name: cluster.rival for cluster in case.clusters for name in cluster.claims if cluster.rival}
    return tuple(
        NotCompared(claim.id, makes(claim, known) or reason_of(claim, rivals.get(claim.id), case))
        for claim in case.claims.values()
        if claim.id not in inside
    )


def reason_of(claim: Claim, rival: Link | None, case: Case) -> str:
    """Why a claim stands alone, naming the nearest claim of another source where there is one."""
    if claim.id not in case.values:
        return "its date cannot be resolved without a publication date"
    if rival is None or rival.margin < WORTH:
        return "no other source has a figure of this kind"
    against = sorted((feature.points, feature.name) for feature in rival.why if feature.points < 0)
    words = [DOUBTS[name] for _, name in against if name in DOUBTS][:2]
    because = " and ".join(words) if words else "too little in common"
    left, right = case.claims[rival.left], case.claims[rival.right]
    near = right if left.source == claim.source else left
    return f"nearest in {near.source}: {phrase(near, case.lexicon)}; {because}"


def left_out(case: Case, facts: Sequence[Fact]) -> list[tuple[Claim, Fact]]:
    """Claims only one source tells about an event that several tell, with a fact of that event.

    A claim belongs to the event of a fact when it stands in the same sentence as one of the fact's claims and is
    not a date. It is told when it is a figure of the same measure, or says what happened to those it counts, and when
    no other source of the fact has the figure beside it, too. Weightiest first: casualties, then what tells more.
    """
    traits = Traits.of(case.lexicon)
    inside = {name for fact in facts for name in fact.claims}
    anchors: dict[tuple[str, int], list[tuple[str, Fact]]] = {}
    for fact in facts:
        for name in fact.claims:
            claim = case.claims[name]
            if claim.kind == "quantity":
                anchors.setdefault((claim.source, claim.sentence), []).append((claim.measure, fact))
    found = []
    for claim in case.claims.values():
        near = anchors.get((claim.source, claim.sentence), []) if claim.kind == "quantity" else []
        home = beside(claim, near, case.lexicon)
        if home and claim.id not in inside and not told_too(claim, home, case):
            found.append((claim, home))
    return sorted(found, key=lambda pair: (-importance(pair[0], traits), pair[0].id))


def beside(claim: Claim, near: Sequence[tuple[str, Fact]], lexicon: Lexicon) -> Fact | None:
    """Of the facts of a sentence, each with its measure, the one a further claim of the sentence belongs to."""
    like = [fact for measure, fact in near if measure == claim.measure]
    if like or not near:
        return like[0] if like else None
    return near[0][1] if participle(claim, lexicon) else None


def told_too(claim: Claim, fact: Fact, case: Case) -> bool:
    """Whether another source tells the figure in a sentence of the fact, though it was not found to be one fact."""
    value = case.values.get(claim.id)
    told = (case.claims[name] for name in fact.claims)
    places = {(one.source, one.sentence) for one in told if one.source != claim.source}
    beside = (case.values[other.id] for place in places for other in case.told(place) if other.kind == claim.kind)
    return value is not None and any(alike(value, other) for other in beside)


def importance(claim: Claim, traits: Traits) -> float:
    """How much a reader would miss the claim."""
    weight = 2.0 if claim.act in traits.casualty else 0.0
    weight += 1.0 if claim.frame.lead else 0.0
    weight += 1.0 if claim.measure in ("count", "percentage", "money") else 0.0
    return weight + min(3.0, len(str(abs(int(claim.low or claim.high or 0)))) * 0.5)
