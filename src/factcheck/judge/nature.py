"""What kind of contradiction it is."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.judge.case import Case
from factcheck.lexicon import Traits
from factcheck.model import Claim, Pair
from factcheck.values import slip

GROWING = frozenset({"count", "money", "area", "mass", "volume"})
"""Measures of what is told again as it grows: a toll, a damage, a fire."""


def nature_of(claims: Sequence[Claim], pairs: Sequence[Pair], case: Case) -> str | None:
    """update, dispute, scope, slip, or None when nothing explains the difference."""
    by_id = {claim.id: claim for claim in claims}
    conflicts = [(by_id[pair.a], by_id[pair.b]) for pair in pairs if pair.verdict == "conflict"]
    if any(slipped(a, b, case) for a, b in conflicts):
        return "slip"
    if all(updated(a, b, case) for a, b in conflicts):
        return "update"
    if all(a.speaker and b.speaker and a.speaker != b.speaker for a, b in conflicts):
        return "dispute"
    if any(a.frame.level != b.frame.level for a, b in conflicts):
        return "scope"
    return None


def slipped(a: Claim, b: Claim, case: Case) -> str:
    """What slip of the pen one figure may be of the other ("digits", "scale", "unit", "zone"), or ""."""
    measured = a.kind != "date" and a.measure == b.measure and a.measure not in ("count", "money")
    if measured and a.unit != b.unit and (a.low, a.high) == (b.low, b.high):
        return "unit"
    return slip(case.values[a.id], case.values[b.id])


def updated(a: Claim, b: Claim, case: Case) -> bool:
    """Whether the figure of the later article is the larger one, as tolls go; ages, shares and days do not grow so.

    The number of the missing, or of those without power, may go down as well.
    """
    if a.kind == "date" or a.measure not in GROWING:
        return False
    days = [case.sources[claim.source].published for claim in (a, b)]
    x, y = case.values[a.id].figure, case.values[b.id].figure
    if days[0] is None or days[1] is None or days[0].earliest is None or days[1].earliest is None:
        return False
    if case.sources[a.source].doubtful or case.sources[b.source].doubtful or days[0].earliest == days[1].earliest:
        return False
    wanes = Traits.of(case.lexicon).wanes
    return (a.act in wanes and b.act in wanes) or (days[0].earliest < days[1].earliest) == (x < y)
