"""What a token is by itself, wherever it stands."""

from __future__ import annotations

from collections.abc import Mapping
from sys import intern

from factcheck.frame.contrast import Contrasts
from factcheck.lexicon import Acts, lemma, stem
from factcheck.lexicon.acts import Begins
from factcheck.record import NamedTuple

Extents = tuple[tuple[str, tuple[str, ...]], ...]
"""Phrases that speak of an extent, each with what it says of it."""

BARRIERS = {";": 4.0, ":": 3.0, "—": 3.0, "–": 3.0, ",": 1.5, "and": 1.5, "but": 2.5, "while": 2.5, "when": 1.5,
            "who": 1.5, "which": 1.5, "where": 1.5, "(": 2.0, ")": 2.0}  # fmt: skip
"""Extra distance for crossing a word or mark; another figure costs `FIGURE`."""

FIGURE = 3.0

PLACE_WORDS = frozenset(
    {"in", "at", "near", "across", "around", "outside", "inside", "off", "throughout", "within", "of"}
)
"""Prepositions that lead to a place."""


class Sign:
    """What a token is wherever it stands. No record, as all are asked of every token.

    Attributes:
        lower: it in lower case.
        cost: distance it adds for what lies beyond it.
        figure: it is a number in digits or words ("one" may be a pronoun, but stands before a noun more often).
        tall: it has a capital and is no word without content.
        root: its stem.
        key: that where it is a content word, else "".
        deed: class of what it says happened, or "".
        begins: phrases of what happens that begin with it, by their second stem, with their class.
        way: it is a preposition that leads to a place.
        marked: it has a deed, begins a phrase or is a way: few do.
        opens: phrases of an extent that begin with it, with what they say.
        contrasts: the sets of words that exclude each other it is part of, and which member it is; () for most.
    """

    __slots__ = (
        "begins",
        "contrasts",
        "cost",
        "deed",
        "figure",
        "key",
        "lower",
        "marked",
        "opens",
        "root",
        "tall",
        "way",
    )

    def __init__(self, token: str, known: Known, opens: Extents, contrasts: Contrasts) -> None:
        """Work it out."""
        stop, acts = known.stop, known.acts
        low = self.lower = intern(token.lower())  # equal words are one object, which is found in half the time
        empty = low in stop or not low[:1].isalpha() or len(low) < 2
        root = self.root = intern(stem(low))
        self.figure = low[0].isdigit() or low in known.numbers
        self.cost = 1.0 + BARRIERS.get(low, FIGURE if low[0].isdigit() else 0.0)
        self.tall = token[:1].isupper() and low not in stop
        self.key = "" if empty else root
        self.deed = acts.says(low, root)
        self.begins: Mapping[str, Begins] = acts.phrases.get(root, {})
        self.way = low in PLACE_WORDS
        self.marked = bool(self.deed or self.begins or self.way)
        self.opens, self.contrasts = opens, contrasts


class Known(NamedTuple):
    """What signs are worked out by: what happens, words without content, and words of numbers."""

    acts: Acts
    stop: frozenset[str]
    numbers: frozenset[str]


class Signs(dict[str, Sign]):
    """Token -> sign; works a word out once and remembers it."""

    def __init__(
        self,
        known: Known,
        extents: Mapping[str, Extents],
        contrasts: Mapping[str, Contrasts],
    ) -> None:
        """What is known, phrases of an extent by their first word, contrasts by word."""
        super().__init__()
        self._known, self._extents, self._contrasts = known, extents, contrasts

    def __reduce__(self) -> tuple[type[Signs], tuple[object, ...]]:
        """Pickle without the tokens seen."""
        return Signs, (self._known, self._extents, self._contrasts)

    def __missing__(self, token: str) -> Sign:
        """The sign of a token seen for the first time."""
        low = token.lower()
        contrasts = self._contrasts.get(low) or self._contrasts.get(lemma(low), ())
        sign = Sign(token, self._known, self._extents.get(low, ()), contrasts)
        if len(token) < (5 if token[0].isdigit() else 40):  # long figures are many, and seldom come again
            self[token] = sign
        return sign
