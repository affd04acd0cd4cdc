"""How sure a contradiction is: conflict (counts for the exit code), check (look at it), possible (only on request)."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.expression import expression
from factcheck.judge.case import Case
from factcheck.lexicon import Traits
from factcheck.model import Claim, Pair
from factcheck.values import slip

GATES = frozenset(
    {
        "time",
        "names",
        "place",
        "running total",
        "another",
        "part",
        "whole",
        "noun",
        "act",
        "of",
        "whose",
        "group",
        "contrast",
    }
)
"""Features that must not speak against a pair before the word CONFLICT is used."""

EXTENT = frozenset({"running total", "another", "part", "whole", "group"})
"""Of these, those that speak of another extent: no company makes up for them."""

AGAINST = {"place": -2.5, "whose": -1.5}
"""Points below which a feature speaks against a pair, where small ones say little."""

REACH, WORDS = 80, 6
"""Characters and words behind an ordinal that may tell of what it is the rank."""

FARTHEST = 5.0
"""Times by which two figures of one fact rarely differ outside the leads of articles about a growing toll."""


def level_of(a: Claim, b: Claim, case: Case) -> str:
    """The level of two claims whose values cannot both hold."""
    link = case.link(a.id, b.id)
    if link is None:
        return "possible"
    doubts = [f for f in link.why if f.name in GATES and f.points < AGAINST.get(f.name, -0.75)]
    if doubts or (a.measure == "ordinal" and points_out(a, case) and points_out(b, case)):
        return "possible"
    lead = a.frame.lead and b.frame.lead
    slipped = slip(case.values[a.id], case.values[b.id])
    if not lead and ratio(a, b, case) > FARTHEST and slipped != "scale":
        return "possible"
    casualty = a.act == b.act and a.act in Traits.of(case.lexicon).fate
    if slipped == "zone":
        return "check" if link.margin >= case.levels.check else "possible"  # some places live by UTC
    if (casualty and lead and link.margin >= case.levels.check) or link.margin >= case.levels.conflict:
        return "conflict"
    return "check" if link.margin >= case.levels.check else "possible"


def points_out(claim: Claim, case: Case) -> bool:
    """Whether an ordinal tells which one is meant ("the second train"), not a rank ("the second attack this year")."""
    text, cues = case.sources[claim.source].text, case.lexicon.book("cues", "kind", "rank")
    behind = expression(r"\w+").findall(text[claim.end : claim.end + REACH])[:WORDS]
    definite = text[max(0, claim.start - REACH) : claim.start].rstrip().lower().endswith("the")
    return definite and not any(word.lower() in cues for word in behind)


def shared(pairs: Sequence[Pair], case: Case) -> tuple[Pair, ...]:
    """The pairs of a fact, those raised to check whose two figures contradict each other beyond doubt elsewhere in it.

    Once it is settled that "40" and "43" tell one fact, every pair of sources with these figures shows it.
    """
    sure = {figures(pair, case) for pair in pairs if pair.level in ("conflict", "check")}
    return tuple(
        pair._replace(level="check")
        if pair.level == "possible" and figures(pair, case) in sure and not other_extent(pair, case)
        else pair
        for pair in pairs
    )


def figures(pair: Pair, case: Case) -> frozenset[object]:
    """The two values a pair is about."""
    return frozenset(case.values[name].ends for name in (pair.a, pair.b))


def other_extent(pair: Pair, case: Case) -> bool:
    """Whether one of the two is a part, a running total or marked as another."""
    link = case.link(pair.a, pair.b)
    return link is not None and any(feature.name in EXTENT and feature.points < 0 for feature in link.why)


def ratio(a: Claim, b: Claim, case: Case) -> float:
    """How many times the larger figure is the smaller one."""
    if a.kind == "date":
        return 1.0
    small, large = sorted(abs(case.values[claim.id].figure) for claim in (a, b))
    return large / small if small else float("inf")
