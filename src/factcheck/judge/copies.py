"""Whether sources that say the same say it independently: a text that was passed on confirms nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.expression import expression
from factcheck.model import Claim

LONG = 8
"""Words from which a sentence is too long for two people to write it by chance."""

ALIKE = 0.8
"""Share of the words of two sentences that both must have for one to be a copy of the other."""

Words = frozenset[str]


def copied(claims: Iterable[Claim]) -> str:
    """What to say of sources with the same sentence: ", in the same words", ", 3 of them in the same words", or ""."""
    sources: dict[str, list[Words]] = {}
    for claim in claims:
        sources.setdefault(claim.source, []).append(words_of(claim))
    groups: list[tuple[list[Words], set[str]]] = []
    for source, told in sorted(sources.items()):
        kept, names = next((group for group in groups if any_alike(told, group[0])), ([], set()))
        if not names:
            groups.append((kept, names))
        kept += [words for words in told if words not in kept]
        names.add(source)
    most = max((len(names) for _, names in groups), default=0)
    if most < 2:
        return ""
    return ", in the same words" if most == len(sources) else f", {most} of them in the same words"


def words_of(claim: Claim) -> Words:
    """The words of the sentence of a claim, or none where it is short."""
    words = expression(r"\w+").findall(claim.quote.lower())
    return frozenset(words) if len(words) >= LONG else frozenset()


def any_alike(told: Sequence[Words], others: Sequence[Words]) -> bool:
    """Whether one of some sentences is nearly the same as one of others."""
    return any(alike(a, b) for a in told for b in others)


def alike(a: Words, b: Words) -> bool:
    """Whether two sentences have nearly all words in common."""
    return bool(a) and bool(b) and len(a & b) >= ALIKE * len(a | b)
