"""Verdicts on clusters: do the sources agree, fit, or contradict each other?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import exp

from factcheck.judge.case import Case, foremost
from factcheck.judge.copies import copied
from factcheck.judge.events import headings
from factcheck.judge.labels import said, topic_of
from factcheck.judge.level import level_of, shared
from factcheck.judge.nature import nature_of, slipped
from factcheck.judge.sums import summed
from factcheck.model import Claim, Fact, Pair
from factcheck.values import relation

ORDER = {"conflict": 0, "agree": 1, "compatible": 2, "single": 3}
SLIPS = {
    "digits": "; two digits may have changed places",
    "scale": "; a zero or a word like million may be lost",
    "unit": "; one of the units may be wrong",
    "zone": "; one of the time zones may be wrong",
}
"""What a slip of the pen may have done."""

LEVELS = {"conflict": 0, "check": 1, "possible": 2, None: 3}


def facts_of(case: Case) -> tuple[Fact, ...]:
    """One fact per cluster that several sources share; contradictions first, then by place in the sources."""
    groups = []
    for cluster in case.clusters:
        claims = sorted((case.claims[name] for name in cluster.claims), key=lambda claim: (claim.source, claim.start))
        if len({claim.source for claim in claims}) > 1:
            groups.append(claims)
    named = zip(groups, headings(case, groups), strict=True)
    found = [fact_of(claims, event, case) for claims, event in named]
    found.sort(key=lambda fact: (LEVELS[fact.level], ORDER[fact.verdict], -fact.confidence, fact.claims))
    return tuple(numbered(fact, n) for n, fact in enumerate(found, 1))


def numbered(fact: Fact, n: int) -> Fact:
    """The fact with its id."""
    return fact._replace(id=f"F{n}")


def fact_of(claims: Sequence[Claim], event: str, case: Case) -> Fact:
    """The verdict on claims of one fact: that of its worst pair; `event` is the heading it is shown under."""
    telling = tuple(foremost(claims, lambda claim: (claim.source, case.values[claim.id].ends)))
    pairs = shared([pair_of(a, b, case) for a, b in combinations(telling, 2) if a.source != b.source], case)
    worst = min(pairs, key=lambda pair: (ORDER[pair.verdict] if pair.verdict == "conflict" else 3, LEVELS[pair.level]))
    verdict = worst.verdict if worst.verdict == "conflict" else overall(pairs)
    nature = nature_of(claims, pairs, case) if verdict == "conflict" else None
    return Fact(
        id="",
        topic=topic_of(claims, case.lexicon),
        claims=tuple(claim.id for claim in claims),
        verdict=verdict,
        nature=nature,
        event=event,
        level=worst.level,
        reason=reason_of(verdict, worst, pairs, claims),
        confidence=confidence(telling, case),
        pairs=pairs,
    )


def overall(pairs: Sequence[Pair]) -> str:
    """Agree when every pair agrees, else compatible."""
    return "agree" if all(pair.verdict == "agree" for pair in pairs) else "compatible"


def pair_of(a: Claim, b: Claim, case: Case) -> Pair:
    """The verdict on two claims of one fact."""
    verdict = relation(case.values[a.id], case.values[b.id])
    if verdict == "open":
        verdict = "compatible"
    parts = summed(a, b, case) if verdict == "conflict" else ""
    if parts:
        return Pair(a.id, b.id, "compatible", None, parts)
    level = level_of(a, b, case) if verdict == "conflict" else None
    return Pair(a.id, b.id, verdict, level, why(a, b, verdict, case))


def why(a: Claim, b: Claim, verdict: str, case: Case) -> str:
    """The verdict on two claims in words."""
    x, y = said(a), said(b)
    if verdict == "agree":
        return f"both say {x}" if x.lower() == y.lower() else f"{x} is {y}"
    if verdict == "compatible":
        return f"{x} and {y} can both hold"
    hint = SLIPS.get(slipped(a, b, case), "")
    return f"{x} and {y} cannot both hold{hint}"


def reason_of(verdict: str, worst: Pair, pairs: Sequence[Pair], claims: Sequence[Claim]) -> str:
    """The verdict on a fact in words."""
    if verdict == "agree":
        return f"{len({claim.source for claim in claims})} sources say the same{copied(claims)}"
    if verdict == "compatible":
        return next(pair.reason for pair in pairs if pair.verdict == "compatible")
    return worst.reason


def confidence(claims: Sequence[Claim], case: Case) -> float:
    """How sure the claims belong together: the mean margin of their links, squeezed into 0..1."""
    margins = [link.margin for a, b in combinations(claims, 2) if (link := case.link(a.id, b.id)) is not None]
    mean = sum(margins) / len(margins) if margins else 0.0
    return round(1 / (1 + exp(-mean / 2)), 2)
