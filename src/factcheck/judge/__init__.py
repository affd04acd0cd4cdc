"""Judge: what the clusters mean. The value decides here, and only here; every verdict says why, in words."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from factcheck.entity import Names
from factcheck.errors import FactcheckError
from factcheck.judge.case import Case
from factcheck.judge.facts import facts_of
from factcheck.judge.lookalikes import lookalikes_of
from factcheck.judge.rules import RULES, findings_of
from factcheck.judge.single import not_compared
from factcheck.judge.trust import by_trust
from factcheck.lexicon import Lexicon
from factcheck.model import Claim, Cluster, Finding, Judgement, Source
from factcheck.settings import Settings

__all__ = ["CODES", "check", "explain", "judge", "some_code"]

CODES = tuple(rule.code for rule in RULES)


def judge(
    clusters: Sequence[Cluster],
    claims: Sequence[Claim],
    sources: Sequence[Source],
    lexicon: Lexicon,
    settings: Settings | None = None,
    names: Names = Names(),  # noqa: B008 - frozen
) -> Judgement:
    """Facts, lookalikes, findings and what could not be compared, most important first."""
    settings = settings or Settings()
    case = Case.make(clusters, claims, sources, lexicon, settings.levels, names)
    facts = facts_of(case)
    lookalikes = lookalikes_of(case, facts)
    findings = findings_of(case, facts, lookalikes)
    judged = Judgement(facts, lookalikes, findings, not_compared(case, facts))
    return by_trust(judged, claims, sources, settings.trust)


def check(
    clusters: Sequence[Cluster],
    claims: Sequence[Claim],
    sources: Sequence[Source],
    draft: str,
    lexicon: Lexicon,
    settings: Settings,
    names: Names = Names(),  # noqa: B008 - frozen
) -> Judgement:
    """What the sources say about the claims of the draft (the id of a source), and what is wrong inside of it.

    Facts, lookalikes, names and what could not be compared are those the draft has a part in.
    """
    from factcheck.judge.draft import checks_of

    told = tuple(entity for entity in names.entities if draft in entity.sources)
    case = Case.make(clusters, claims, sources, lexicon, settings.levels, names._replace(entities=told))
    facts = facts_of(case)
    lookalikes = lookalikes_of(case, facts)
    left = not_compared(case, facts)
    checks = checks_of(case, facts, left, draft, settings.trust)
    own = {claim.id for claim in claims if claim.source == draft}
    findings = [one for one in findings_of(case, facts, lookalikes, checks) if concerns(one, own)]
    return Judgement(
        tuple(fact for fact in facts if own.intersection(fact.claims)),
        tuple(one for one in lookalikes if own.intersection(one.claims)),
        tuple(one._replace(id=f"N{n}") for n, one in enumerate(findings, 1)),
        tuple(one for one in left if one.claim in own),
        checks,
    )


def concerns(finding: Finding, own: Collection[str]) -> bool:
    """Whether a finding is about a draft: a check of it, something inside of it, its names, or a note on an input."""
    inside = finding.code.startswith("FC3") and all(name in own for name in finding.claims)
    return inside or finding.code.startswith(("FC402", "FC5", "FC9"))


def some_code(words: Sequence[str]) -> tuple[str, ...]:
    """Codes, or their beginnings, as they are written.

    Raises:
        FactcheckError: no code begins so.
    """
    told = tuple(word.strip().upper() for word in words)
    for word in told:
        if not word or not any(code.startswith(word) for code in CODES):
            raise FactcheckError(f"no code begins with {word!r}", "ignore", f"there are: {', '.join(CODES)}")
    return told


def explain(code: str) -> str | None:
    """What a finding code means, or None for an unknown one."""
    from inspect import cleandoc

    for rule in RULES:
        if rule.code == code.upper():
            return f"{rule.code} ({rule.severity})\n\n{cleandoc(rule.find.__doc__ or '')}\n"
    return None
