"""Judge: what the clusters mean. The value decides here, and only here; every verdict says why, in words."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.entity import Entity
from factcheck.judge.case import Case
from factcheck.judge.facts import facts_of
from factcheck.judge.lookalikes import lookalikes_of
from factcheck.judge.rules import RULES, findings_of
from factcheck.judge.single import not_compared
from factcheck.judge.trust import by_trust
from factcheck.lexicon import Lexicon
from factcheck.model import Claim, Cluster, Judgement, Source
from factcheck.settings import Settings

__all__ = ["CODES", "explain", "judge"]

CODES = tuple(rule.code for rule in RULES)


def judge(
    clusters: Sequence[Cluster],
    claims: Sequence[Claim],
    sources: Sequence[Source],
    lexicon: Lexicon,
    settings: Settings | None = None,
    names: Sequence[Entity] = (),
) -> Judgement:
    """Facts, lookalikes, findings and what could not be compared, most important first."""
    settings = settings or Settings()
    case = Case.make(clusters, claims, sources, lexicon, settings.levels, names)
    facts = facts_of(case)
    lookalikes = lookalikes_of(case, facts)
    findings = findings_of(case, facts, lookalikes)
    judged = Judgement(facts, lookalikes, findings, not_compared(case, facts))
    return by_trust(judged, claims, sources, settings.trust)


def explain(code: str) -> str | None:
    """What a finding code means, or None for an unknown one."""
    from inspect import cleandoc

    for rule in RULES:
        if rule.code == code.upper():
            return f"{rule.code} ({rule.severity})\n\n{cleandoc(rule.find.__doc__ or '')}\n"
    return None
