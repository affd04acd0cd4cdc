"""Features of a pair in words a reader understands: what was looked at, and what matched."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date

from factcheck.model import Claim, Feature
from factcheck.record import NamedTuple

LOOKED_AT = {
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

FIXED = {
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

MOST = 6
"""Words that are named at most."""

BACK = 1_000
"""Characters before a sentence in which its words are looked for as written."""

WORD = r"[^\W\d_]+"


def looked_at(feature: Feature) -> str:
    """What the feature looked at."""
    return LOOKED_AT.get(feature.name, feature.name)


class Wording(NamedTuple):
    """What it takes to name the words two claims share.

    Attributes:
        meanings: stem -> the stem it counts as, for words that have another of the same meaning.
        texts: the text of each source.
    """

    meanings: Mapping[str, str]
    texts: Mapping[str, str]

    def shared(self, left: Collection[str], right: Collection[str]) -> dict[str, tuple[str, str]]:
        """What stems of two claims mean alike: meaning -> the stem on either side, one and the same where there is."""
        one, two = self.by_meaning(left), self.by_meaning(right)
        both = {meaning: one[meaning] & two[meaning] for meaning in one.keys() & two.keys()}
        return {
            meaning: (min(same or one[meaning]), min(same or two[meaning])) for meaning, same in sorted(both.items())
        }

    def by_meaning(self, stems: Collection[str]) -> dict[str, set[str]]:
        """Stems grouped by what they count as."""
        found: dict[str, set[str]] = {}
        for word in stems:
            found.setdefault(self.meanings.get(word, word), set()).add(word)
        return found

    def told(self, found: Iterable[tuple[str, str]], a: Claim, b: Claim) -> str:
        """Pairs of stems as the texts write them: "ferry, fire ~ blaze"."""
        one, two = self.forms(a), self.forms(b)
        pairs = [(one.get(x, x), two.get(y, y) if x != y else "") for x, y in found][:MOST]
        return ", ".join(f"{x} ~ {y}" if y else x for x, y in pairs)

    def forms(self, claim: Claim) -> dict[str, str]:
        """Stem -> word as written nearest to a claim's sentence, looking back, and of those in it the first."""
        from factcheck.lexicon import stem

        before = self.texts.get(claim.source, "")[max(0, claim.quote_start - BACK) : claim.quote_start]
        words = [*re.findall(WORD, before), *reversed(re.findall(WORD, claim.quote))]
        return {stem(word): word for word in words}


def matched(feature: Feature, a: Claim, b: Claim, wording: Wording) -> str:
    """What matched or differed: the feature's own words, else what the two claims share."""
    if feature.detail:
        return feature.detail
    if feature.name in WORDS:
        return wording.told(WORDS[feature.name](a, b, wording), a, b) or "no further words"
    find = SHARED.get(feature.name)
    return find(a, b) if find else FIXED.get(feature.name, "")


def words(a: Claim, b: Claim, wording: Wording) -> Iterable[tuple[str, str]]:
    """Words both have around the figure, those that stand close first."""
    near, far = a.frame.near, b.frame.near
    found = wording.shared(near, far).values()
    return sorted(found, key=lambda pair: (-min(near[pair[0]], far[pair[1]]), pair))


def sentence(a: Claim, b: Claim, wording: Wording) -> Iterable[tuple[str, str]]:
    """Words of both sentences."""
    return wording.shared(a.frame.words, b.frame.words).values()


def context(a: Claim, b: Claim, wording: Wording) -> Iterable[tuple[str, str]]:
    """Words the sentences share with one another's neighbours."""
    within = wording.shared(a.frame.words, b.frame.words)
    around = wording.shared(a.frame.words | a.frame.before, b.frame.words | b.frame.before)
    return (pair for meaning, pair in around.items() if meaning not in within)


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


WORDS: dict[str, Callable[[Claim, Claim, Wording], Iterable[tuple[str, str]]]] = {
    "words": words,
    "sentence": sentence,
    "context": context,
}
"""Features that words make: the stems on either side."""

SHARED: dict[str, Callable[[Claim, Claim], str]] = {
    "names": names,
    "beside": names,
    "time": when,
}
