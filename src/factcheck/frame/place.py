"""Places of a source: what "the district" refers to, and which places the story opens with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from factcheck.frame.clause import Clause


class Places(NamedTuple):
    """The places a source names.

    Attributes:
        typed: kind of place -> (sentence, names) in the order of the text.
        opening: names of the headline and the lead.
    """

    typed: Mapping[str, tuple[tuple[int, frozenset[str]], ...]]
    opening: frozenset[str]

    @classmethod
    def make(cls, clauses: Mapping[int, Clause], lead: int) -> Places:
        """Collect them from the sentences."""
        typed: dict[str, tuple[tuple[int, frozenset[str]], ...]] = {}
        for index in sorted(clauses):
            for kind, names in clauses[index].typed_places():
                typed[kind] = (*typed.get(kind, ()), (index, names))
        opening = frozenset(name for index, clause in clauses.items() if index < lead for name in clause.names)
        return cls(typed, opening)

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
