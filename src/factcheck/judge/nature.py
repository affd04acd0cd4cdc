"""What kind of contradiction it is."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.judge.case import Case
from factcheck.model import Claim, Pair

SCALES = (10.0, 100.0, 1000.0, 1_000_000.0)


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


def slipped(a: Claim, b: Claim, case: Case) -> bool:
    """Whether one figure is exactly ten, a thousand or a million times the other."""
    x, y = case.values[a.id].figure, case.values[b.id].figure
    if a.kind == "date" or min(x, y) <= 0:
        return False
    return any(abs(max(x, y) / min(x, y) - scale) < 1e-9 for scale in SCALES)


def updated(a: Claim, b: Claim, case: Case) -> bool:
    """Whether the figure of the later article is the larger one, as tolls go."""
    days = [case.sources[claim.source].published for claim in (a, b)]
    x, y = case.values[a.id].figure, case.values[b.id].figure
    if days[0] is None or days[1] is None or days[0].earliest is None or days[1].earliest is None:
        return False
    if case.sources[a.source].doubtful or case.sources[b.source].doubtful or days[0].earliest == days[1].earliest:
        return False
    return (days[0].earliest < days[1].earliest) == (x < y)
