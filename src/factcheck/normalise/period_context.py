"""What a date without a year is read against: the publication date, the dates told before, the tense."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from factcheck.checking import TYPE_CHECKING
from factcheck.lexicon import Lexicon
from factcheck.lexicon.number import figure_of
from factcheck.model import Period, Segmented
from factcheck.record import NamedTuple

if TYPE_CHECKING:
    from typing import Any, TypeAlias

Parts: TypeAlias = "Mapping[str, Any]"

BREAK = "\n"
"""Letter of the empty token between two sentences."""

Shape = Callable[[Parts, "Context"], Period | None]
"""How a shape of date expressions is read."""

LASTING = frozenset({"be", "is", "are", "to", "being", "remain", "remains", "stay", "stays"})
"""What stands before a participle that tells of no past: "will stay closed"."""

REACH = 14
"""Tokens around a date in which a verb decides its tense."""


class Context(NamedTuple):
    """Everything outside the expression itself.

    Attributes:
        values: cells of the small tables by tag and form.
        tenses: "future" or "told" by letter of a verb.
        read: reads a date inside this one.
        now: publication day, or the latest day the text tells; None when unknown.
        basis: what `now` rests on: publication, publication?, text.
        last: the date told before this one, or None.
        peak: the latest day or month told shortly before; the story may go on from there after a step back.
        near: sentences between `last` and here.
        narrative: the text tells history: bare dates follow the date told before.
        at: first token of the expression.
        forward: bare dates come after `last` (the end of a range).
    """

    segmented: Segmented
    lexicon: Lexicon
    values: Mapping[str, Mapping[str, str]]
    tenses: Mapping[str, str]
    read: Shape
    now: date | None = None
    basis: str = ""
    last: Period | None = None
    peak: Period | None = None
    near: int = 99
    narrative: bool = False
    at: int = 0
    forward: bool = False

    def word(self, part: tuple[int, int]) -> str:
        """The first token of a part in lower case."""
        return self.segmented.words[part[0]].lower()

    def text(self, part: tuple[int, int]) -> str:
        """The tokens of a part in lower case, one blank between them."""
        return " ".join(self.segmented.words[part[0] : part[1]]).lower()

    def number(self, part: tuple[int, int]) -> int:
        """The first token of a part, an integer; or the number of the rank it spells."""
        word = self.segmented.words[part[0]]
        return int(word) if word.isdigit() else self.rank(part)

    def rank(self, part: tuple[int, int]) -> int:
        """The number of "first", "21st", "twenty-first"; 0 for "last"."""
        words = self.segmented.words[part[0] : part[1]]
        if words[0][0].isdigit():
            return int(words[0]) if words[0].isascii() and words[0].isdigit() else -1
        if words[0].lower() in ("last", "final", "closing", "latter"):
            return 0
        row = self.lexicon.find("ordinals", words[-1])
        tens = figure_of(words[:1], self.lexicon) if len(words) > 1 else 0
        return int(row["value"] if row else 0) + int(tens or 0) or (1 if words[0].lower() == "opening" else 0)

    def has(self, at: int, tag: str) -> bool:
        """Whether a token is of a class."""
        return 0 <= at < len(self.segmented.letters) and self.lexicon.has(self.segmented.letters[at], tag)

    def value(self, part: tuple[int, int], *tags: str) -> str:
        """The cell of a part's word in the small tables, under the first tag that knows it."""
        for word in (self.segmented.words[part[0]], self.word(part)):
            for tag in tags:
                if word in self.values.get(tag, {}):
                    return self.values[tag][word]
        return ""

    @property
    def dated(self) -> bool:
        """Whether the publication date itself is known, so that weekdays and "today" can be told."""
        return self.now is not None and self.basis.startswith("publication")

    def future(self) -> bool:
        """Whether the clause looks ahead."""
        return self.tense() == "future"

    def lasts(self) -> bool:
        """Whether something goes on until then: "rain until at least Friday", "closed through Monday"."""
        before = [word.lower() for word in self.segmented.words[max(0, self.at - 3) : self.at]]
        return before[-1:] in (["until"], ["till"], ["through"]) or before == ["until", "at", "least"]

    def planned(self, at: int) -> bool:
        """Whether "to" at token `at` tells a plan: "the deal, to be signed", not "were waiting to be carried out"."""
        before = self.segmented.words[at - 1]
        return self.segmented.words[at + 1] == "be" and not (
            before.endswith(("ing", "ed")) or self.has(at - 1, "grammar")
        )

    def appointed(self, at: int) -> bool:
        """Whether "for" at token `at` tells when something will be held: "set the hearing for Monday"."""
        return any(self.has(n, "appointing") for n in range(at - 1, max(at - 6, -1), -1))

    def tense(self) -> str:
        """What the nearest verb does, to the left or else to the right: "future", "told" (it reports), or ""."""
        letters = self.segmented.letters
        behind = range(self.at - 1, max(self.at - REACH, -1), -1)
        ahead = range(self.at + 1, min(self.at + REACH, len(letters)))
        for places in (behind, ahead):
            for at in places:
                if letters[at] == BREAK:
                    break
                word, before = self.segmented.words[at], self.segmented.words[at - 1]
                if word == "to" and (before in ("is", "are") or self.planned(at)):
                    return "future"
                if word == "for" and at == self.at - 1 and self.appointed(at):
                    return "future"
                tense = self.tenses.get(letters[at])
                if tense and word != "May" and before not in ("be", "than", "as"):
                    return tense
                if word.endswith("ed") and before not in LASTING:
                    return "told"
        return ""


def tenses_of(lexicon: Lexicon) -> dict[str, str]:
    """Letters of the words that tell whether a clause looks ahead or reports."""
    return {letter: tag for tag in ("told", "future") for letter in lexicon.classes.get(tag, "")}


def small_tables(lexicon: Lexicon) -> dict[str, dict[str, str]]:
    """Cells by tag and form of the tables that dates are read with."""
    found: dict[str, dict[str, str]] = {}
    for table, column in (("deictic", "value"), ("calendar", "value"), ("time_units", "unit"), ("zones", "minutes")):
        for row in lexicon.tables.get(table, ()):
            for form in row.forms:
                found.setdefault(row.tag, {})[form] = row[column]
    return found
