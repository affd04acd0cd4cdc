"""Places of a source: what "the district" refers to, and which places the story opens with."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from factcheck.frame.clause import Clause, Spot, Words
from factcheck.model import Segmented
from factcheck.record import NamedTuple

POINTING = frozenset({"the", "this", "that"})

BESIDE = frozenset({"the", "neighbouring", "neighboring", "nearby"})

BEFALLS = frozenset({"attacked", "took", "damaged", "quake", "inhabited"})
"""Acts that happen to places: "the bombing of Kabul airport", "the invasion of the island", "residents of"."""

FARTHEST = 25.0
"""Distance beyond which a place is that of another figure."""


class Places(NamedTuple):
    """The places a source names.

    Attributes:
        typed: kind of place -> (sentence, names) in the order of the text.
        opening: names of the headline and the lead.
    """

    typed: Mapping[str, Sequence[tuple[int, frozenset[str]]]]
    opening: frozenset[str]

    @classmethod
    def make(cls, segmented: Segmented, words: Words, opening: Iterable[Clause]) -> Places:
        """Collect them from the tokens; `opening` are the clauses of the headline and the lead."""
        typed: dict[str, list[tuple[int, frozenset[str]]]] = {}
        tokens, firsts = segmented.words, [sentence.first for sentence in segmented.sentences]
        for n, kind in enumerate(map(str.lower, tokens)):
            if kind in words.place_types and n and tokens[n - 1][:1].isupper():
                index = bisect_right(firsts, n) - 1
                names = name_before(tokens[firsts[index] : n], n - firsts[index])
                typed.setdefault(kind, []).append((index, names - words.geography - words.stop))
        return cls(typed, frozenset(name for clause in opening for name in clause.names))

    def named(self, places: frozenset[str], sentence: int) -> frozenset[str]:
        """The names a phrase such as "the district" stands for: the last district named before, else itself."""
        found: frozenset[str] = frozenset()
        for place in places:
            kind = place.removeprefix("@")
            known = self.typed.get(kind, ()) if place.startswith("@") else ()
            before = bisect_right(known, sentence, key=itemgetter(0))
            found |= known[before - 1][1] if before else frozenset({place})
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


class Place(NamedTuple):
    """A place phrase: as written, its telling words, and which parts of the place it means."""

    text: str = ""
    telling: frozenset[str] = frozenset()
    bearings: frozenset[str] = frozenset()


NOWHERE = Place()


def place_of(spot: Spot, words: Words) -> Place:
    """The nearest place phrase ("in Bener Meriah district").

    "the district" gives "@district"; a place before the figure, or behind "of", is taken for farther away.
    """
    clause = spot.clause
    nearest, best = FARTHEST, NOWHERE
    part: tuple[float, frozenset[str]] = (FARTHEST, best.bearings)
    for n, distance in spot.among(clause.ways):
        cost = distance + (3.0 if clause.lower[n] == "of" else 0.0) + (4.0 if n < spot.first else 0.0)
        if (cost >= nearest and cost >= part[0]) or n + 1 >= len(clause.lower) or not leads(clause, n, words):
            continue
        found = phrase_at(clause, n + 1, words)
        if found.telling and cost < nearest:
            nearest, best = cost, found
        if found.bearings and cost < part[0]:
            part = cost, found.bearings
    return best._replace(bearings=part[1]) if part[1] and part[0] <= nearest else best


def leads(clause: Clause, n: int, words: Words) -> bool:
    """Whether a preposition leads to a place: "of" only behind what places have or what befalls them.

    "The coast of", "the residents of", "the bombing of"; not "the brother of" or "the price of".
    """
    if clause.lower[n] != "of" or not n:
        return True
    before = clause.lower[n - 1]
    if clause.deeds.get(n - 1, "") in BEFALLS:
        return True
    return before in words.place_types or (before in words.geography and before not in words.bodies)


def phrase_at(clause: Clause, first: int, words: Words) -> Place:
    """The place phrase at a token, without telling words when there is no place.

    "the district of Besk" is Besk, "the district" alone the last one named; "northern Besk" tells a part only.
    """
    lower, at = clause.lower, first
    while pointing(clause, at, words) and lower[at + 2 : at + 3] == ("of",):
        at += 3
    found = named_at(clause, at, words)
    if found.telling or found.bearings or not pointing(clause, first, words):
        return found
    return Place(" ".join(clause.words[first : first + 2]), frozenset({"@" + lower[first + 1]}))


def pointing(clause: Clause, n: int, words: Words) -> bool:
    """Whether a token begins a phrase such as "the district"."""
    lower = clause.lower
    return n + 1 < len(lower) and lower[n] in POINTING and lower[n + 1] in words.place_types


def named_at(clause: Clause, first: int, words: Words) -> Place:
    """The name of a place at a token; of one with a small "northern" before it only the part that is meant."""
    lower, size = clause.lower, len(clause.lower)
    begin = first + (first < size and lower[first] in BESIDE)
    parts: set[str] = set()
    while begin < size and lower[begin] in words.bearings and not clause.capital[begin]:
        parts.add(words.bearings[lower[begin]])
        begin += 1
    last = begin
    while last < size and (clause.capital[last] or hyphen(clause, last)):
        last += 1
    if last == begin or parts:
        return Place(bearings=frozenset(parts)) if last > begin else NOWHERE
    named = frozenset(lower[begin:last])
    bearings = frozenset(words.bearings[word] for word in named if word in words.bearings)
    return Place(" ".join(clause.words[first:last]), named - words.geography - {"the", "-"}, bearings)


def hyphen(clause: Clause, n: int) -> bool:
    """Whether a token is the hyphen inside a name."""
    return clause.words[n] == "-" and 0 < n < len(clause.words) - 1 and clause.capital[n - 1] and clause.capital[n + 1]
