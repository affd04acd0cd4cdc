"""The words around a figure, with how close they stand."""

from __future__ import annotations

from collections.abc import Mapping
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

PLACE_WORDS = frozenset(
    {"in", "at", "near", "across", "around", "outside", "inside", "off", "throughout", "within", "of"}
)
"""Prepositions that lead to a place."""


class Words(NamedTuple):
    """Look-ups over the lexicon that frames need.

    Attributes:
        acts: stem -> class of what happens.
        nouns: lemma -> class of thing.
        stop: words without content.
        geography: words that are part of many place names and tell none apart.
        reporting: verbs of saying.
        place_types: nouns such as "district" that name a kind of place.
        scope: phrases by what they say of an extent (running, total, part, further), cut into words.
    """

    acts: Mapping[str, str]
    nouns: Mapping[str, str]
    stop: frozenset[str]
    geography: frozenset[str]
    reporting: frozenset[str]
    place_types: frozenset[str]
    scope: Mapping[str, tuple[tuple[str, ...], ...]]

    @classmethod
    def make(cls, lexicon: Lexicon) -> Words:
        """Collect them from the tables of the lexicon."""

        def forms(table: str) -> frozenset[str]:
            return frozenset(form for row in lexicon.tables.get(table, ()) for form in row.forms)

        scope: dict[str, tuple[tuple[str, ...], ...]] = {}
        for row in lexicon.tables["scope"]:
            scope[row.tag] = scope.get(row.tag, ()) + tuple(tuple(form.split()) for form in row.forms)
        return cls(
            acts={stem(form): row["class"] for row in lexicon.tables["acts"] for form in row.forms},
            nouns={lemma(form): row["class"] for row in lexicon.tables.get("nouns", ()) for form in row.forms},
            stop=forms("stopwords") | frozenset(form.lower() for form in forms("calendar")),
            geography=forms("geography"),
            reporting=forms("reporting"),
            place_types=forms("place_types"),
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
    """

    words: tuple[str, ...]
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    keys: tuple[str, ...]
    capital: tuple[bool, ...]
    content: frozenset[str]
    names: frozenset[str]
    geography: frozenset[str]
    place_types: frozenset[str]

    def position(self, start: int, end: int) -> tuple[int, int]:
        """Tokens of the span `start` to `end`: first and last (exclusive)."""
        first = next((n for n, at in enumerate(self.starts) if at >= start), len(self.starts) - 1)
        last = next((n for n in range(first, len(self.starts)) if self.starts[n] >= end), len(self.starts))
        return first, max(last, first + 1)

    def steps(self, at: tuple[int, int]) -> list[tuple[int, float]]:
        """Tokens around the span with their distance, barriers added."""
        found: list[tuple[int, float]] = []
        for path in (
            range(at[0] - 1, max(-1, at[0] - REACH), -1),
            range(at[1], min(len(self.words), at[1] + REACH)),
        ):
            distance = 0.0
            for n in path:
                word = self.lower[n]
                distance += 1.0 + BARRIERS.get(word, FIGURE if word[0].isdigit() else 0.0)
                found.append((n, distance))
        return found

    def near(self, at: tuple[int, int]) -> dict[str, float]:
        """Content words -> closeness to the span, 0..1."""
        close: dict[str, float] = {}
        for n, distance in self.steps(at):
            key = self.keys[n]
            if key:
                close[key] = max(close.get(key, 0.0), exp(-(distance - 1) / FADE))
        return close

    def side(self, at: tuple[int, int], reach: int = 9) -> frozenset[str]:
        """Names within reach of the span."""
        return frozenset(self.lower[n] for n, distance in self.steps(at) if self.capital[n] and distance <= reach)

    def place_near(self, at: tuple[int, int]) -> tuple[str, frozenset[str]]:
        """The nearest place phrase ("in Bener Meriah district"): as written, and its telling words."""
        best: tuple[float, str, frozenset[str]] = (25.0, "", frozenset())
        for n, distance in self.steps(at):
            if self.lower[n] in PLACE_WORDS and n + 2 < len(self.words) and self._anaphor(n + 1):
                cost = distance + (3.0 if self.lower[n] == "of" else 0.0) + (4.0 if n < at[0] else 0.0)
                if cost < best[0]:
                    best = (cost, " ".join(self.words[n + 1 : n + 3]), frozenset({"@" + self.lower[n + 2]}))
            elif self.lower[n] in PLACE_WORDS and n + 1 < len(self.words):
                last = self._name_end(n + 1)
                telling = frozenset(self.lower[n + 1 : last]) - self.geography - {"the", "-"}
                cost = distance + (3.0 if self.lower[n] == "of" else 0.0) + (4.0 if n < at[0] else 0.0)
                if telling and cost < best[0]:
                    best = (cost, " ".join(self.words[n + 1 : last]), telling)
        return best[1], best[2]

    def _anaphor(self, n: int) -> bool:
        return self.lower[n] in ("the", "this", "that") and self.lower[n + 1] in self.place_types

    def _name_end(self, first: int) -> int:
        last = first + (self.lower[first] in ("the", "neighbouring", "neighboring", "nearby"))
        begin = last
        while last < len(self.words) and (self.capital[last] or self._hyphen(last)):
            last += 1
        return last if last > begin else first

    def _hyphen(self, n: int) -> bool:
        return self.words[n] == "-" and n + 1 < len(self.words) and self.capital[n - 1] and self.capital[n + 1]


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
        words.geography,
        words.place_types,
    )
