"""The words around a figure, with how close they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from math import exp
from typing import NamedTuple

from factcheck.lexicon import Lexicon, lemma, stem
from factcheck.model import Segmented

REACH = 40
"""Tokens on either side that count as context: far beyond it nothing belongs to the figure."""

FADE = 6.0
"""Tokens after which closeness falls to 1/e."""

BARRIERS = {";": 4.0, ":": 3.0, "—": 3.0, "–": 3.0, ",": 1.5, "and": 1.5, "but": 2.5, "while": 2.5, "when": 1.5,
            "who": 1.5, "which": 1.5, "where": 1.5, "(": 2.0, ")": 2.0}  # fmt: skip
"""Extra distance for crossing a word or mark; another figure costs `FIGURE`."""

FIGURE = 3.0


class Words(NamedTuple):
    """Look-ups over the lexicon that frames need.

    Attributes:
        acts: stem -> class of what happens.
        nouns: lemma -> class of thing.
        stop: words without content.
        geography: words that are part of many place names and tell none apart.
        reporting: verbs of saying.
        speakers: nouns of those who speak.
        place_types: nouns such as "district" that name a kind of place.
        asides: words that lead to a date told in passing.
        scope: phrases by what they say of an extent (running, total, part, further) and by their first word.
    """

    acts: Mapping[str, str]
    nouns: Mapping[str, str]
    stop: frozenset[str]
    geography: frozenset[str]
    reporting: frozenset[str]
    speakers: frozenset[str]
    place_types: frozenset[str]
    asides: frozenset[str]
    scope: Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]

    @classmethod
    def make(cls, lexicon: Lexicon) -> Words:
        """Collect them from the tables of the lexicon."""

        def forms(table: str) -> frozenset[str]:
            return frozenset(form for row in lexicon.tables.get(table, ()) for form in row.forms)

        scope: dict[str, dict[str, tuple[tuple[str, ...], ...]]] = {}
        for row in lexicon.tables["scope"]:
            for phrase in (tuple(form.split()) for form in row.forms):
                level = scope.setdefault(row.tag, {})
                level[phrase[0]] = (*level.get(phrase[0], ()), phrase)
        return cls(
            acts={stem(form): row["class"] for row in lexicon.tables["acts"] for form in row.forms},
            nouns={lemma(form): row["class"] for row in lexicon.tables.get("nouns", ()) for form in row.forms},
            stop=forms("stopwords") | frozenset(form.lower() for form in forms("calendar")),
            geography=forms("geography"),
            reporting=forms("reporting"),
            speakers=forms("speakers"),
            place_types=forms("place_types"),
            asides=forms("asides"),
            scope=scope,
        )

    def klass(self, noun: str) -> str:
        """Class of a counted noun, "" when unknown; nationalities and other names count as persons."""
        return self.nouns.get(noun, "")

    def act(self, word: str) -> str:
        """Class of what a word says happened, or ""."""
        return self.acts.get(stem(word), "")


class Clause(NamedTuple):
    """One sentence as the frame sees it.

    Attributes:
        words, lower, starts: its tokens and their offsets.
        keys: stem of each content word, "" for the others.
        capital: which tokens are part of a name.
        content, names: sets of keys and of lower-case names.
        costs: distance each token adds for what lies beyond it.
    """

    words: tuple[str, ...]
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    keys: tuple[str, ...]
    capital: tuple[bool, ...]
    content: frozenset[str]
    names: frozenset[str]
    costs: tuple[float, ...]

    def position(self, start: int, end: int) -> tuple[int, int]:
        """Tokens of the span `start` to `end`: first and last (exclusive)."""
        first = min(bisect_left(self.starts, start), len(self.starts) - 1)
        return first, max(bisect_left(self.starts, end), first + 1)

    def spot(self, start: int, end: int) -> Spot:
        """The figure at the offsets `start` to `end` with what surrounds it."""
        first, last = self.position(start, end)
        return Spot(self, first, last, tuple(self._steps(first, last)))

    def _steps(self, first: int, last: int) -> Iterator[tuple[int, float]]:
        size = len(self.lower)
        for path in (range(first - 1, max(-1, first - REACH), -1), range(last, min(size, last + REACH))):
            distance = 0.0
            for n in path:
                distance += self.costs[n]
                yield n, distance


class Spot(NamedTuple):
    """A figure in its clause.

    Attributes:
        first, last: its tokens, `last` exclusive.
        steps: the tokens around it, nearest first on either side, with their distance; barriers are added.
    """

    clause: Clause
    first: int
    last: int
    steps: tuple[tuple[int, float], ...]

    def near(self) -> dict[str, float]:
        """Content words -> closeness to the figure, 0..1."""
        keys = self.clause.keys
        close: dict[str, float] = {}
        for n, distance in self.steps:
            key = keys[n]
            if key:
                close[key] = max(close.get(key, 0.0), exp(-(distance - 1) / FADE))
        return close

    def side(self, reach: float = 9.0) -> frozenset[str]:
        """Names within reach of the figure, in lower case."""
        clause = self.clause
        return frozenset(clause.lower[n] for n, distance in self.steps if clause.capital[n] and distance <= reach)


def capitals_inside(segmented: Segmented) -> frozenset[str]:
    """Lower-case words seen with a capital inside a sentence of the source: names even where they begin one."""
    found: set[str] = set()
    for sentence in segmented.sentences:
        if sentence.role == "body":
            found.update(word for word in segmented.words[sentence.first + 1 : sentence.last] if word[0].isupper())
    return frozenset(map(str.lower, found))


def read_clause(segmented: Segmented, index: int, words: Words, inside: frozenset[str]) -> Clause:
    """The clause of a sentence; `inside` as from `capitals_inside`."""
    sentence = segmented.sentences[index]
    tokens = segmented.words[sentence.first : sentence.last]
    lower = tuple(token.lower() for token in tokens)
    headline = sentence.role == "headline"
    capital = tuple(
        token[:1].isupper() and low not in words.stop and (low in inside if n == 0 or headline else True)
        for n, (token, low) in enumerate(zip(tokens, lower, strict=True))
    )
    keys = tuple("" if low in words.stop or not low[:1].isalpha() or len(low) < 2 else stem(low) for low in lower)
    names = frozenset(low for low, is_name in zip(lower, capital, strict=True) if is_name)
    return Clause(
        tokens,
        lower,
        segmented.starts[sentence.first : sentence.last],
        keys,
        capital,
        frozenset(key for key in keys if key),
        names,
        tuple(1.0 + BARRIERS.get(low, FIGURE if low[0].isdigit() else 0.0) for low in lower),
    )
