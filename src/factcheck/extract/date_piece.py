"""A piece of a date expression, and the tokens it is read from."""

from __future__ import annotations

from factcheck.checking import TYPE_CHECKING
from factcheck.lexicon import Hit, Lexicon
from factcheck.model import Segmented

if TYPE_CHECKING:
    from typing import Any, TypeAlias

Parts: TypeAlias = "dict[str, Any]"
"""Token ranges by part name, the words a rule gives, and the parts of dates inside this one."""


class Piece:
    """A hit on its way to a mention.

    Attributes:
        first, last: its tokens, `last` exclusive.
        sure: it is a date whatever stands around it.
    """

    __slots__ = ("first", "hit", "last", "parts", "sentence", "sure")

    def __init__(self, hit: Hit, sentence: int, first: int, last: int, parts: Parts, sure: bool = False) -> None:
        """Keep them."""
        self.hit, self.sentence, self.first, self.last, self.parts, self.sure = hit, sentence, first, last, parts, sure

    @property
    def shape(self) -> str:
        """What kind of expression the rule found."""
        return str(self.parts["shape"])

    def told(self, *names: str) -> bool:
        """Whether all these parts were caught."""
        return all(name in self.parts for name in names)

    def only(self, name: str) -> bool:
        """Whether this is the one calendar field it tells."""
        return self.parts.keys() & FIELDS == {name}


FIELDS = frozenset(
    {
        "year",
        "month",
        "day",
        "weekday",
        "weekday_short",
        "on_short",
        "season",
        "decade",
        "century",
        "quarter",
        "half",
        "q",
        "era",
    }
)


class Reader:
    """The tokens of a source with their classes."""

    def __init__(self, segmented: Segmented, lexicon: Lexicon) -> None:
        """Keep them at hand."""
        self.segmented, self.lexicon = segmented, lexicon
        self.words, self.letters, self.classes = segmented.words, segmented.letters, lexicon.classes

    def word(self, at: int) -> str:
        """A token in lower case; "" outside the text and between sentences."""
        return self.words[at].lower() if 0 <= at < len(self.words) else ""

    def raw(self, at: int) -> str:
        """A token as written."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def has(self, at: int, *tags: str) -> bool:
        """Whether a token is of one of the classes."""
        if not 0 <= at < len(self.words):
            return False
        letter, classes = self.letters[at], self.classes
        for tag in tags:  # noqa: SIM110 - asked ten times for each date, where `any` takes twice as long
            if letter in classes.get(tag, ""):
                return True
        return False

    def dateline(self, first: int, last: int) -> bool:
        """Whether tokens are the day behind the place of a dateline, set off by a dash: "KALMIR, Feb 19 - "."""
        dash = self.has(last, "hyphen") and not self.glued(last) and not self.glued(last + 1)
        return dash and self.word(first - 1) == "," and self.raw(first - 2).isupper() and len(self.raw(first - 2)) > 2

    def glued(self, at: int) -> bool:
        """Whether no blank stands before a token."""
        starts, words = self.segmented.starts, self.words
        return at > 0 and starts[at] == starts[at - 1] + len(words[at - 1])
