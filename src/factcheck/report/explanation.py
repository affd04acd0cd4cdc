"""Why claims were put together or kept apart: the feature tables of a fact, a finding, a lookalike or a claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.model import Claim, Link, Report
from factcheck.record import NamedTuple
from factcheck.report.matching import Wording, looked_at, matched
from factcheck.report.words import counted, place, visible

MOST = 6
"""Pairs of one fact whose tables are printed."""


class Subject(NamedTuple):
    """What an id stands for: a heading, or "" for a claim alone, and its claims."""

    heading: str
    claims: tuple[str, ...]


def subject(report: Report, wanted: str) -> Subject | None:
    """What an id means, or None when nothing in the report has it.

    Ids are looked up among facts, lookalikes, findings (also by fingerprint) and claims, in that order; of a claim
    the beginning is enough where it is unique.
    """
    for names, found in numbered(report):
        if wanted in names:
            return found
    ids = [claim.id for claim in report.claims]
    found_ids = [wanted] if wanted in ids else [name for name in ids if name.startswith(wanted)]
    return Subject("", (found_ids[0],)) if len(found_ids) == 1 else None


def numbered(report: Report) -> Iterator[tuple[tuple[str, ...], Subject]]:
    """Everything that has an id of its own, with the names it goes by."""
    for fact in report.facts:
        yield (fact.id,), Subject(f"{fact.topic}: {fact.verdict}; {fact.reason}", fact.claims)
    for alike in report.lookalikes:
        yield (alike.id,), Subject(alike.reason, alike.claims)
    for finding in report.findings:
        names = (finding.id, finding.fingerprint)
        yield names, Subject(f"{finding.code}: {finding.reason}", finding.claims)


def explanation(report: Report, asked: Subject, links: Sequence[Link], meanings: Mapping[str, str]) -> str:
    """The claims of a subject as they were understood, why they were put together, and what they were preferred to.

    `links` are all pairs of the subject's claims with claims of other sources, best first; `meanings` tells what a
    stem counts as that has another of the same meaning.
    """
    wording = Wording(meanings, {source.id: source.text for source in report.sources})
    claims = {claim.id: claim for claim in report.claims}
    home = {name: fact.id for fact in report.facts for name in fact.claims}
    lines = [visible(asked.heading)] if asked.heading else []
    if not asked.claims:  # about an input
        return "\n".join(lines) + "\n"
    for name in asked.claims:
        lines += claim_lines(claims[name])
    inner = [link for link in links if link.left in asked.claims and link.right in asked.claims]
    for link in inner[:MOST]:
        one = home.get(link.left, link.left) == home.get(link.right, link.right)
        lines += link_lines(link, "one fact" if one else "two facts", claims, wording)
    if len(inner) > MOST:
        lines += ["", f"{counted(len(inner) - MOST, 'more pair')} of this kind"]
    lines += apart(asked, inner, claims)
    return "\n".join([*lines, *rival_lines(asked, links, home, claims, wording)]) + "\n"


def apart(asked: Subject, inner: Sequence[Link], claims: Mapping[str, Claim]) -> Iterator[str]:
    """What there is to say of two claims that were never scored."""
    sources = {claims[name].source for name in asked.claims}
    if len(sources) == len(asked.claims) == 2 and not inner:
        kinds = " and ".join(claims[name].measure for name in asked.claims)
        yield ""
        yield f"{' / '.join(asked.claims)}: never compared, other kinds of figure: {kinds}"


def rival_lines(
    asked: Subject, links: Sequence[Link], home: Mapping[str, str], claims: Mapping[str, Claim], wording: Wording
) -> Iterator[str]:
    """The best pair with a claim of another source that is neither asked for nor in the same fact."""
    for link in links:
        ends = {link.left, link.right}
        together = home.get(link.left, link.left) == home.get(link.right, link.right)
        if not together and not ends <= set(asked.claims):
            joined = any(name in home for name in asked.claims)
            title = "nearest rival, left out" if joined else "nearest claim elsewhere, not joined"
            yield from link_lines(link, title, claims, wording)
            return
    yield ""
    yield "no other source has a figure of this kind that could be meant instead"


def claim_lines(claim: Claim) -> Iterator[str]:
    """A claim with what was understood of it."""
    yield ""
    yield f"{visible(claim.id)}  {place(claim)}  '{visible(claim.text)}'"
    yield f"  quote    {visible(claim.quote)}"
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
            yield f"  {name:<8} {visible(value)}"


def link_lines(link: Link, title: str, claims: Mapping[str, Claim], wording: Wording) -> Iterator[str]:
    """The features of a pair, those that weigh most first: points, what was looked at, what matched."""
    a, b = claims[link.left], claims[link.right]
    yield ""
    ends = " / ".join(f"{visible(claim.id)} '{visible(claim.text)}'" for claim in (a, b))
    yield f"{ends}: {title}"
    shown = [feature for feature in link.why if abs(feature.points) >= 0.05 or feature.name == "ruled out"]
    for feature in sorted(shown, key=lambda feature: (-abs(feature.points), feature.name)):
        yield f"  {feature.points:+5.1f}  {looked_at(feature):<26} {visible(matched(feature, a, b, wording))}".rstrip()
    if link.margin == float("-inf"):
        yield f"  {link.score:+5.1f}  in all; ruled out"
        return
    needed = link.score - link.margin
    verdict = "above" if link.margin >= 0 else "below"
    yield f"  {link.score:+5.1f}  in all; {needed:.1f} are needed, {abs(link.margin):.1f} {verdict}"
