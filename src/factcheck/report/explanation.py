"""Why claims were put together or kept apart: the feature table of a fact, a finding or a claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.model import Claim, Cluster, Link, Report


def explanation(report: Report, clusters: Sequence[Cluster], wanted: str) -> str | None:
    """The explanation of an id or unique prefix of an id, or None when nothing in the report has it.

    Ids are looked up among facts, lookalikes, findings (also by fingerprint) and claims, in that order.
    """
    claims = {claim.id: claim for claim in report.claims}
    for heading, names in candidates(report):
        if heading.split()[0] == wanted or heading.split()[1] == wanted:
            return "\n".join([heading.partition(" | ")[2], *told(names, claims, clusters)]) + "\n"
    starting = [name for name in claims if name.startswith(wanted)]
    exact = [wanted] if wanted in claims else starting
    if len(exact) != 1:
        return None
    return "\n".join(told(exact, claims, clusters)) + "\n"


def candidates(report: Report) -> Iterator[tuple[str, tuple[str, ...]]]:
    """`id alias | heading` and claims of everything that has an id."""
    for fact in report.facts:
        yield f"{fact.id} {fact.id} | {fact.topic}: {fact.verdict}; {fact.reason}", fact.claims
    for found in report.lookalikes:
        yield f"{found.id} {found.id} | {found.reason}", found.claims
    for finding in report.findings:
        yield f"{finding.id} {finding.fingerprint} | {finding.code}: {finding.reason}", finding.claims


def told(names: Iterable[str], claims: Mapping[str, Claim], clusters: Sequence[Cluster]) -> Iterator[str]:
    """Each claim with its frame, then each link among the claims, then what was preferred to nothing."""
    names = [name for name in names if name in claims]
    for name in names:
        yield from claim_lines(claims[name])
    for cluster in clusters:
        for link in cluster.links:
            if link.left in names and link.right in names:
                yield from link_lines(link, "linked")
        if cluster.rival is not None and set(cluster.claims) & set(names):
            yield from link_lines(cluster.rival, "nearest claim elsewhere, not linked")


def claim_lines(claim: Claim) -> Iterator[str]:
    """A claim with what was understood of it."""
    yield ""
    yield f"{claim.id}  {claim.path}:{claim.line}:{claim.column}  {claim.text!r}"
    yield f"  quote    {' '.join(claim.quote.split())}"
    frame = claim.frame
    rows = {
        "rule": claim.rule,
        "thing": claim.thing,
        "act": claim.act,
        "actor": claim.actor,
        "place": claim.place,
        "speaker": claim.speaker,
        "level": frame.level,
        "of": frame.slot,
        "lead": "yes" if frame.lead else "",
        "another": "yes" if frame.other else "",
    }
    for name, value in rows.items():
        if value:
            yield f"  {name:<8} {value}"


def link_lines(link: Link, title: str) -> Iterator[str]:
    """The features of a pair, those that weigh most first."""
    yield ""
    yield f"{link.left} / {link.right}: {title}; {link.score:+.1f} points, {link.margin:+.1f} above the threshold"
    for feature in sorted(link.why, key=lambda feature: (-abs(feature.points), feature.name)):
        if abs(feature.points) >= 0.05:
            yield f"  {feature.points:+5.1f}  {feature.name:<14} {feature.detail}".rstrip()
