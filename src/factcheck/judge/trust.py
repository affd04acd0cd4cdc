"""Whose claims come first: those of the sources the user trusts most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.model import Claim, Judgement, Source
from factcheck.settings import fits


def by_trust(judged: Judgement, claims: Sequence[Claim], sources: Sequence[Source], trust: Sequence[str]) -> Judgement:
    """The same judgement with the claims of each fact and finding in the order of trust; else they stay as they were.

    `trust` holds ids, publishers, or patterns of paths, most trusted first.
    """
    if not trust:
        return judged
    ranks = {source.id: rank(source, trust) for source in sources}
    order = {claim.id: ranks[claim.source] for claim in claims}
    facts = tuple(fact._replace(claims=ordered(fact.claims, order)) for fact in judged.facts)
    findings = tuple(finding._replace(claims=ordered(finding.claims, order)) for finding in judged.findings)
    return judged._replace(facts=facts, findings=findings)


def rank(source: Source, trust: Sequence[str]) -> int:
    """The place of a source among the trusted, 0 first; one that is not among them comes last."""
    named = (source.id, source.publisher)
    places = (place for place, one in enumerate(trust) if one in named or fits(one, source.path))
    return next(places, len(trust))


def ordered(names: Sequence[str], order: Mapping[str, int]) -> tuple[str, ...]:
    """Claims by the rank of their source."""
    return tuple(sorted(names, key=lambda name: order[name]))
