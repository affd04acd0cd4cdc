"""Places of a source: what "the district" refers to, and which places the story opens with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from factcheck.frame.clause import Clause, Words
from factcheck.model import Segmented


class Places(NamedTuple):
    """The places a source names.

    Attributes:
        typed: kind of place -> (sentence, names) in the order of the text.
        opening: names of the headline and the lead.
    """

    typed: Mapping[str, tuple[tuple[int, frozenset[str]], ...]]
    opening: frozenset[str]

    @classmethod
    def make(cls, segmented: Segmented, words: Words, opening: Iterable[Clause]) -> Places:
        """Collect them from the tokens; `opening` are the clauses of the headline and the lead."""
        typed: dict[str, tuple[tuple[int, frozenset[str]], ...]] = {}
        for sentence in segmented.sentences:
            tokens = segmented.words[sentence.first : sentence.last]
            for n, token in enumerate(tokens):
                if token.lower() in words.place_types and n and tokens[n - 1][0].isupper():
                    kind = token.lower()
                    found = (sentence.index, name_before(tokens, n) - words.geography)
                    typed[kind] = (*typed.get(kind, ()), found)
        return cls(typed, frozenset(name for clause in opening for name in clause.names))

    def named(self, places: frozenset[str], sentence: int) -> frozenset[str]:
        """The names a phrase such as "the district" stands for: the last district named before, else itself."""
        found: frozenset[str] = frozenset()
        for place in places:
            kind = place.removeprefix("@")
            before = [names for index, names in self.typed.get(kind, ()) if index <= sentence]
            found |= before[-1] if place.startswith("@") and before else frozenset({place})
        return found

    def local(self, places: frozenset[str]) -> bool:
        """Whether a place is a part of the story's: named, but not where the story opens."""
        return bool(places) and not places & self.opening and not any(place.startswith("@") for place in places)


def name_before(tokens: Sequence[str], end: int) -> frozenset[str]:
    """Lower-case words of the name that ends before a token: "Bener Meriah district" -> {bener, meriah}."""
    first = end
    while first > 0 and (tokens[first - 1][0].isupper() or tokens[first - 1] == "-"):
        first -= 1
    return frozenset(token.lower() for token in tokens[first:end]) - {"-"}
