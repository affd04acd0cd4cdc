"""When the event a figure belongs to took place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from factcheck.model import Claim, Segmented

FAR = 45
"""Days from the publication date beyond which a sentence tells background."""

BEFORE, AFTER = 20, 10
"""Days around the publication date in which the main event is taken to lie when nothing else is said."""


class Timeline(NamedTuple):
    """Dates told in a source, by sentence.

    Attributes:
        dates: sentence -> (offset, first day, last day) of its resolved dates, days as ordinals. Dates told in
            passing ("the most since 2014", "built in 1911") are left out.
        told: sentences that tell any date, resolved or not.
        published: ordinal of the publication day, or None.
    """

    dates: Mapping[int, tuple[tuple[int, int, int], ...]]
    told: frozenset[int]
    published: int | None

    @classmethod
    def make(cls, claims: Sequence[Claim], segmented: Segmented, aside: frozenset[str]) -> Timeline:
        """Collect the resolved dates of the claims; words of `aside` lead to a date told in passing."""
        dates: dict[int, tuple[tuple[int, int, int], ...]] = {}
        for claim in claims:
            at = bisect_left(segmented.starts, claim.start)
            if claim.kind != "date" or not claim.earliest or not claim.latest or passing(segmented, at, aside):
                continue
            told = (claim.start, ordinal(claim.earliest), ordinal(claim.latest))
            dates[claim.sentence] = (*dates.get(claim.sentence, ()), told)
        period = segmented.source.published
        known = period is not None and period.earliest is not None and not segmented.source.doubtful
        any_date = frozenset(claim.sentence for claim in claims if claim.kind == "date")
        published = period.earliest.toordinal() if known and period and period.earliest else None
        return cls(dates, any_date, published)

    def of(self, claim: Claim) -> tuple[tuple[int, int] | None, bool]:
        """First and last ordinal day of the claim's event, and whether its own sentence tells them."""
        if claim.kind == "date":
            own = claim.earliest is not None and claim.latest is not None
            return ((ordinal(claim.earliest or ""), ordinal(claim.latest or "")) if own else None), own
        here = self.dates.get(claim.sentence, ())
        if here:
            _, first, last = min(here, key=lambda told: abs(told[0] - claim.start))
            return (first, last), True
        above = self.dates.get(claim.sentence - 1, ())
        if above and self.background(above[-1]):
            return (above[-1][1], above[-1][2]), False
        if self.published is None:
            return None, claim.sentence in self.told
        return (self.published - BEFORE, self.published + AFTER), False

    def background(self, told: tuple[int, int, int]) -> bool:
        """Whether a date lies far from the publication date."""
        if self.published is None:
            return True
        return told[2] < self.published - FAR or told[1] > self.published + FAR


def ordinal(iso: str) -> int:
    """Ordinal of the day of an ISO date or minute."""
    return date.fromisoformat(iso[:10]).toordinal()


def passing(segmented: Segmented, at: int, aside: frozenset[str]) -> bool:
    """Whether the date at a token is told in passing: "since" before it, or "built in"."""
    before = [word.lower() for word in segmented.words[max(0, at - 2) : at]]
    return bool(before) and (before[-1] in aside or (before[-1] in ("in", "on") and before[0] in aside))
