"""Look up words and phrases right after or right before a place in a list of tokens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.lexicon.table import Row
from factcheck.record import NamedTuple


class Entry(NamedTuple):
    """A phrase found at tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    row: Row


class Phrasebook:
    """Phrases by their tokens; the longest one wins, as written before in lower case."""

    def __init__(self, phrases: Iterable[tuple[tuple[str, ...], Row]]) -> None:
        """`phrases` are tokens with their row; later ones replace earlier ones."""
        self._rows = dict(phrases)
        self._heads: dict[str, int] = {}
        self._tails: dict[str, int] = {}
        for phrase in self._rows:
            self._heads[phrase[0].lower()] = max(len(phrase), self._heads.get(phrase[0].lower(), 0))
            self._tails[phrase[-1].lower()] = max(len(phrase), self._tails.get(phrase[-1].lower(), 0))

    def __contains__(self, word: str) -> bool:
        """Whether a single word is in the book."""
        return word.lower() in self._heads and self.row((word,)) is not None

    def row(self, phrase: Sequence[str]) -> Row | None:
        """The row of exactly these tokens."""
        return self._rows.get(tuple(phrase)) or self._rows.get(tuple(map(str.lower, phrase)))

    def after(self, words: Sequence[str], at: int) -> Entry | None:
        """The longest phrase that begins at token `at`."""
        longest = self._heads.get(words[at].lower(), 0) if at < len(words) else 0
        for size in range(longest, 0, -1):
            row = self.row(words[at : at + size])
            if row is not None:
                return Entry(at, at + size, row)
        return None

    def before(self, words: Sequence[str], at: int) -> Entry | None:
        """The longest phrase that ends right before token `at`."""
        longest = self._tails.get(words[at - 1].lower(), 0) if at > 0 else 0
        for size in range(min(longest, at), 0, -1):
            row = self.row(words[at - size : at])
            if row is not None:
                return Entry(at - size, at, row)
        return None
