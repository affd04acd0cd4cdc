"""Look up words and phrases right after or right before a place in a list of tokens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from factcheck.lexicon.table import Row
from factcheck.record import NamedTuple


class Entry(NamedTuple):
    """A phrase found at tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    row: Row


class Phrasebook:
    """Phrases by their tokens; the longest one wins, as written before in lower case.

    Attributes:
        heads, tails: tokens in lower case that a phrase begins or ends with -> tokens of the longest of these.
    """

    def __init__(
        self,
        words: Mapping[str, Row],
        phrases: Mapping[tuple[str, ...], Row],
        heads: Mapping[str, int],
        tails: Mapping[str, int],
    ) -> None:
        """Rows of single words and of phrases of several."""
        self._words, self._phrases, self.heads, self.tails = words, phrases, heads, tails

    @classmethod
    def make(cls, phrases: Iterable[tuple[tuple[str, ...], Row]]) -> Phrasebook:
        """`phrases` are tokens with their row; later ones replace earlier ones."""
        rows = dict(phrases)
        heads: dict[str, int] = {}
        tails: dict[str, int] = {}
        for phrase in rows:
            for ends, token in ((heads, phrase[0].lower()), (tails, phrase[-1].lower())):
                ends[token] = max(len(phrase), ends.get(token, 0))
        words = {phrase[0]: row for phrase, row in rows.items() if len(phrase) == 1}
        return cls(words, {phrase: row for phrase, row in rows.items() if len(phrase) > 1}, heads, tails)

    def __reduce__(self) -> tuple[type[Phrasebook], tuple[object, ...]]:
        """Pickle what it looks up."""
        return Phrasebook, (self._words, self._phrases, self.heads, self.tails)

    def __contains__(self, word: str) -> bool:
        """Whether a single word is in the book."""
        return self.word(word) is not None

    def word(self, word: str) -> Row | None:
        """The row of a single word."""
        return self._words.get(word) or self._words.get(word.lower())

    def row(self, phrase: Sequence[str]) -> Row | None:
        """The row of exactly these tokens."""
        if len(phrase) == 1:
            return self.word(phrase[0])
        return self._phrases.get(tuple(phrase)) or self._phrases.get(tuple(map(str.lower, phrase)))

    def after(self, words: Sequence[str], at: int) -> Entry | None:
        """The longest phrase that begins at token `at`."""
        longest = self.heads.get(words[at].lower(), 0) if at < len(words) else 0
        for size in range(longest, 0, -1):
            row = self.row(words[at : at + size])
            if row is not None:
                return Entry(at, at + size, row)
        return None

    def before(self, words: Sequence[str], at: int) -> Entry | None:
        """The longest phrase that ends right before token `at`."""
        longest = self.tails.get(words[at - 1].lower(), 0) if at > 0 else 0
        for size in range(min(longest, at), 0, -1):
            row = self.row(words[at - size : at])
            if row is not None:
                return Entry(at - size, at, row)
        return None
