"""Features of a pair in words a reader understands: what was looked at, and what matched."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date
from typing import Final

from factcheck.model import Claim, Feature

LOOKED_AT: Final = {
    "words": "words around the figures",
    "sentence": "the sentences",
    "context": "with the sentence before",
    "document": "the whole articles",
    "noun": "thing counted",
    "group": "kind of people",
    "modifiers": "described as",
    "years of": "years of what",
    "act": "what happened",
    "actor": "who did it",
    "time": "when",
    "place": "where",
    "names": "names in the sentences",
    "beside": "names beside the figures",
    "of": "of what or whom",
    "running total": "a running total",
    "another": "a further event",
    "part": "a part of a whole",
    "lead": "place in the article",
    "detail": "place in the article",
    "magnitude": "kind of figure",
    "date": "kind of figure",
    "figure": "the same figure",
    "slip": "one figure a slip of the other",
    "ruled out": "never one fact",
}
"""What each feature looked at; one that is not here is called by its name."""

FIXED: Final = {
    "document": "what both write about",
    "lead": "both stand at the top",
    "detail": "the one at the top has another figure",
    "magnitude": "an earthquake has one",
    "date": "dates meet easily",
    "running total": "one of them only",
    "another": "one of them only",
    "part": "one of them only",
}
"""Details that are always the same."""

MOST: Final = 6
"""Words that are named at most."""


def looked_at(feature: Feature) -> str:
    """What the feature looked at."""
    return LOOKED_AT.get(feature.name, feature.name)


def matched(feature: Feature, a: Claim, b: Claim) -> str:
    """What matched or differed: the feature's own words, else what the two claims share."""
    if feature.detail:
        return feature.detail
    find = SHARED.get(feature.name)
    return find(a, b) if find else FIXED.get(feature.name, "")


def words(a: Claim, b: Claim) -> str:
    """Words both have around the figure, those that stand close first."""
    close = {word: min(a.frame.near[word], b.frame.near[word]) for word in a.frame.near.keys() & b.frame.near.keys()}
    return written(sorted(close, key=lambda word: (-close[word], word)), a)


def sentence(a: Claim, b: Claim) -> str:
    """Words of both sentences."""
    return written(sorted(a.frame.words & b.frame.words), a)


def context(a: Claim, b: Claim) -> str:
    """Words the sentences share with one another's neighbours."""
    both = (a.frame.words | a.frame.before) & (b.frame.words | b.frame.before)
    return written(sorted(both - (a.frame.words & b.frame.words)), a)


def names(a: Claim, b: Claim) -> str:
    """The names on either side, where none is shared."""
    sides = (", ".join(sorted(claim.frame.names)[:3]) or "none" for claim in (a, b))
    return " / ".join(sides)


def when(a: Claim, b: Claim) -> str:
    """The days the events are taken for."""
    return " / ".join(days(claim.frame.event) for claim in (a, b))


def days(event: tuple[int, int] | None) -> str:
    """First and last day of an event."""
    if event is None:
        return "unknown"
    first, last = (date.fromordinal(day).isoformat() for day in event)
    return first if first == last else f"{first} to {last}"


def written(stems: Collection[str], claim: Claim) -> str:
    """Stems as the claim's sentence writes them, else as they are."""
    from factcheck.lexicon import stem

    forms = {stem(word): word for word in reversed(re.findall(r"[^\W\d_]+", claim.quote))}
    return ", ".join([forms.get(word, word) for word in stems][:MOST])


SHARED: Final[dict[str, Callable[[Claim, Claim], str]]] = {
    "words": words,
    "sentence": sentence,
    "context": context,
    "names": names,
    "beside": names,
    "time": when,
}
