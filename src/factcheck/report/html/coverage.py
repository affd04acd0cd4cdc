"""What was seen and what became of it: figures per source, compared or not, and why not."""

from __future__ import annotations

from collections import Counter

from factcheck.model import Report
from factcheck.record import NamedTuple
from factcheck.report.words import published_of, visible


class Cover(NamedTuple):
    """Figures of one source, or of all: how many were seen, compared with another source, and left.

    Attributes:
        outside: figures of a web page outside its article, which are counted and not read.
    """

    place: int
    name: str
    path: str
    published: str
    seen: int
    compared: int
    outside: int = 0

    @property
    def left(self) -> int:
        """Figures without a counterpart."""
        return self.seen - self.compared

    @property
    def share(self) -> float:
        """Per cent of the figures that were compared."""
        return round(100 * self.compared / self.seen, 1) if self.seen else 0.0


def coverage(report: Report) -> tuple[tuple[Cover, ...], Cover]:
    """The sources in their order, and the sum."""
    shared = {key for fact in report.facts if fact.verdict != "single" for key in fact.claims}
    seen = Counter(claim.source for claim in report.claims)
    compared = Counter(claim.source for claim in report.claims if claim.id in shared)
    rows = tuple(
        Cover(
            place=n,
            name=visible(source.id),
            path=visible(source.path),
            published=published_of(source),
            seen=seen[source.id],
            compared=compared[source.id],
            outside=len(source.aside),
        )
        for n, source in enumerate(report.sources)
    )
    outside = sum(row.outside for row in rows)
    return rows, Cover(-1, "all sources", "", "", seen.total(), compared.total(), outside)


def reasons(report: Report) -> tuple[tuple[str, int], ...]:
    """Why figures were not compared, most frequent first; of "nearest in 001: 40; other names" the last words."""
    found = Counter(_reason(left.reason) for left in report.not_compared)
    return tuple(sorted(found.items(), key=lambda row: (-row[1], row[0])))


def _reason(reason: str) -> str:
    head, _, why = visible(reason).rpartition("; ")
    return f"the nearest figure elsewhere: {why}" if head.startswith("nearest in ") else visible(reason)
