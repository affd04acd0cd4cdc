"""Comments in the sources, `<!-- factcheck: ignore[FC102] reason -->`, and the findings they settle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.model import Claim, Finding, Report, Source
from factcheck.record import NamedTuple
from factcheck.review import Ignore, Stale


class Comment(NamedTuple):
    """A comment and the source it stands in."""

    source: Source
    ignore: Ignore


def comments(sources: Sequence[Source]) -> tuple[Comment, ...]:
    """The comments that name a code and give a reason; others are findings themselves (FC906)."""
    return tuple(
        Comment(source, ignore) for source in sources for ignore in source.ignores if ignore.codes and ignore.reason
    )


def covering(finding: Finding, claims: Mapping[str, Claim], told: Sequence[Comment]) -> Iterator[Comment]:
    """Comments that speak of a finding: they name its code and cover one of its claims, or stand in its source."""
    spoken = [claims[name] for name in finding.claims]
    for comment in told:
        ignore, home = comment.ignore, comment.source.id
        inside = any(claim.source == home and ignore.start <= claim.start < ignore.end for claim in spoken)
        if finding.code in ignore.codes and (inside or (not spoken and finding.source == home)):
            yield comment


def unused(report: Report, claims: Mapping[str, Claim], told: Sequence[Comment]) -> Iterator[Stale]:
    """Comments that speak of no finding."""
    used = {comment for finding in report.findings for comment in covering(finding, claims, told)}
    for comment in told:
        if comment not in used:
            codes = ",".join(comment.ignore.codes)
            yield Stale(f"{comment.source.path}:{comment.ignore.line}", f"ignore[{codes}] settles nothing; remove it")
