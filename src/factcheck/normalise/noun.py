"""The counted noun: what the people, boats or votes beside a figure are."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.lexicon import Lexicon, lemma
from factcheck.model import Segmented, Sentence

REACH = 6
"""Tokens a counted noun phrase may have."""

BEFORE = 5
"""Tokens between a noun and a figure after it: "the death toll has risen to at least 22"."""


@dataclass(frozen=True, slots=True)
class Noun:
    """The counted phrase: tokens `first` to `last` (exclusive), its head last."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Counter:
    """Finds counted nouns in one source."""

    segmented: Segmented
    lexicon: Lexicon

    def noun(self, first: int, last: int, sentence: Sentence) -> Noun | None:
        """The noun counted by the figure at tokens `first` to `last`: behind it, else before it."""
        return self.behind(last, sentence.last) or self.toll(first, sentence.first)

    def behind(self, at: int, stop: int) -> Noun | None:
        """The noun phrase right behind the figure; "of the" is skipped, so is the rest of a list of figures."""
        at = self._skip(at, stop)
        chunk = []
        for n in range(at, min(stop, at + REACH)):
            if not self._open(n, chunk):
                break
            chunk.append(n)
        while chunk and not self.segmented.words[chunk[-1]][0].isalpha():
            chunk.pop()
        if not chunk:
            return None
        return Noun(chunk[0], self._head(chunk) + 1)

    def toll(self, at: int, start: int) -> Noun | None:
        """A noun before the figure that says what it counts: "death toll of 11", "casualties: 12"."""
        words = self.segmented.words
        for n in range(at - 1, max(start, at - BEFORE) - 1, -1):
            word = words[n].lower()
            if word in ("toll", "total", "number", "count", "tally"):
                first = n - 1 if n > start and words[n - 1].isalpha() and not self._closed(n - 1) else n
                return Noun(first, n + 1)
            if words[n][0] in ".;,()" or words[n][0].isdigit():
                break
        return None

    def _skip(self, at: int, stop: int) -> int:
        words = self.segmented.words
        if (
            at + 1 < stop
            and words[at].lower() == "of"
            and words[at + 1].lower() in ("the", "its", "his", "her", "their", "these", "those", "our", "my", "your")
        ):
            at += 2
        elif at < stop and words[at].lower() in ("more", "other", "others", "further", "additional", "new", "of"):
            at += words[at].lower() != "others"
        while at + 1 < stop and words[at] in (",", "and", "or") and words[at + 1][0].isdigit():
            at += 2
        return at

    def _closed(self, n: int) -> bool:
        return self.lexicon.has(self.segmented.letters[n], "grammar")

    def _known(self, n: int) -> bool:
        return self.lexicon.find("nouns", lemma(self.segmented.words[n])) is not None

    def _open(self, n: int, chunk: list[int]) -> bool:
        """Whether token `n` can go on the phrase: a noun or adjective, or a hyphen inside a word."""
        words = self.segmented.words
        word = words[n]
        if word in "-‑" and chunk and words[n + 1 : n + 2] and words[n + 1][:1].isalpha():
            return True
        if not word[0].isalpha() or self.lexicon.has(self.segmented.letters[n], "calendar"):
            return False
        if self._closed(n):
            row = self.lexicon.find("grammar", word)
            return row is not None and row["role"] == "adj" and not chunk
        if not chunk:
            return True
        return not (self._finished(chunk[-1]) and not self._known(n) and not word[0].isupper())

    def _finished(self, n: int) -> bool:
        """Whether the phrase can end with token `n`: a plural or a known noun of people."""
        word = self.segmented.words[n].lower()
        plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
        return plural or self._known(n)

    def _head(self, chunk: list[int]) -> int:
        """The last known noun or plural of the phrase, else its last word."""
        ended = [n for n in chunk if self._finished(n)]
        return ended[-1] if ended else chunk[-1]
