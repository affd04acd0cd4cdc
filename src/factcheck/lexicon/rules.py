"""Patterns over classes of words: small regular expressions matched against one letter per token.

A rule is written with class names, not words: `(day: {day}) {month} {year}?`. Notation:
`{tag}` a class or macro, `'word'` a literal word or phrase, `(name: ...)` a named part; the rest is regex.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from factcheck.checking import TYPE_CHECKING
from factcheck.errors import FactcheckError
from factcheck.lexicon.memory import put_together, taken_apart
from factcheck.lexicon.openings import openings
from factcheck.lexicon.shape import BREAK
from factcheck.record import NamedTuple

if TYPE_CHECKING:
    from typing import Any

NOTATION = r"\{(?P<tag>[a-z_0-9.]+)\}|'(?P<literal>[^']+)'|\((?P<part>[a-z_]+):|(?P<plain>\((?!\?))|\s+"


class Rule(NamedTuple):
    """One pattern with its examples.

    Attributes:
        id: unique, and shown to users who ask why.
        pattern: in the notation above.
        gives: fixed parts of what it finds ("precision": "day").
        matches, skips: sentences the tests run: each match holds `[the expected span]` in brackets.
        todo: like matches, not found yet.
        where: file of the rule.
    """

    id: str
    pattern: str
    gives: Mapping[str, object]
    matches: tuple[str, ...]
    skips: tuple[str, ...]
    todo: tuple[str, ...]
    where: str


class Hit:
    """A rule that matched tokens `first` to `last` (exclusive); `parts` are token ranges by name.

    No record, which takes longer to make and to ask: there are more hits than claims.
    """

    __slots__ = ("first", "last", "parts", "rule")

    def __init__(self, rule: Rule, first: int, last: int, parts: Mapping[str, tuple[int, int]]) -> None:
        """Keep them."""
        self.rule, self.first, self.last, self.parts = rule, first, last, parts


class Matcher:
    """The expression of a rule. One that was remembered is put together when it is first asked: most runs need a part.

    Attributes:
        match: finds it at a place of the letters, as the method of a pattern.
    """

    __slots__ = ("_packed", "_pattern", "match")

    def __init__(self, pattern: re.Pattern[str] | None, packed: tuple[Any, ...] = ()) -> None:
        """A compiled pattern, or what `put_together` makes it of."""
        self._pattern, self._packed = pattern, packed
        self.match: Callable[[str, int], re.Match[str] | None] = pattern.match if pattern else self._first

    def _first(self, letters: str, at: int) -> re.Match[str] | None:
        """Put the pattern together and ask it."""
        pattern = put_together(*self._packed)
        self._pattern, self.match = pattern, pattern.match
        return pattern.match(letters, at)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle what it is put together of."""
        return Matcher, (None, self._packed or (self._pattern and taken_apart(self._pattern)[1]))


class Opened(NamedTuple):
    """A compiled rule.

    Attributes:
        parts: names of its parts with their groups.
        openings: first letters of a match, with the letters that can follow them.
    """

    rule: Rule
    regex: Matcher
    parts: tuple[tuple[str, int], ...]
    openings: tuple[tuple[str, str], ...]

    @classmethod
    def make(cls, rule: Rule, expand: Callable[[str, str], str], letters: frozenset[str]) -> Opened:
        """Compile a rule over `letters`.

        Raises:
            FactcheckError: its pattern is malformed.
        """
        source = translate(rule.pattern, expand, rule)
        try:
            regex = re.compile(source)
        except re.error as error:
            raise FactcheckError(f"rule {rule.id}: {error}", rule.where, "mend its pattern") from error
        found: dict[str, str] = {}
        for first, seconds in openings(source, letters).items():
            found[seconds] = found.get(seconds, "") + first
        return cls(rule, Matcher(regex), tuple(regex.groupindex.items()), tuple((found[end], end) for end in found))

    def begins(self, first: str, second: str) -> bool:
        """Whether a match can begin with two letters; the second is "" at the end of a text."""
        for firsts, seconds in self.openings:
            if first in firsts:
                return second in seconds
        return False


class Begun(dict[str, tuple[Opened, ...]]):
    """Two letters -> the rules a match of which can begin so, in their order; worked out when first asked for.

    Pairs seen may be remembered with the lexicon; of classes of words, they tell nothing of a text.
    """

    def __init__(self, rules: tuple[Opened, ...]) -> None:
        """Keep the rules."""
        super().__init__()
        self._rules = rules

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle with the pairs seen."""
        return Begun, (self._rules,), None, None, iter(self.items())

    def __missing__(self, pair: str) -> tuple[Opened, ...]:
        """The rules for a pair seen for the first time."""
        found = self[pair] = tuple(rule for rule in self._rules if rule.begins(pair[0], pair[1:]))
        return found


class Finder:
    """All rules of one file; where two match, the earlier one of the file wins.

    Each rule is an expression of its own: in a common one `re` copies the groups of all rules at every step.

    Attributes:
        table: letters of the file, at the code points of the lexicon's.
    """

    def __init__(self, table: str, begun: Begun, seconds: Mapping[str, str], starts: re.Pattern[str]) -> None:
        """Keep the rules by what they begin with, the second letters by the first, and where both can stand."""
        self.table, self._begun, self._seconds, self._starts = table, begun, seconds, starts

    @classmethod
    def make(cls, rules: tuple[Rule, ...], expand: Callable[[str, str], str], table: str) -> Finder:
        """Compile; `expand(tag or literal, where)` gives a class."""
        letters = frozenset({*table, BREAK})
        opened = tuple(Opened.make(rule, expand, letters) for rule in rules)
        seconds: dict[str, str] = {}
        for begins, ends in sorted(pair for rule in opened for pair in rule.openings):
            for first in begins:
                known = seconds.get(first, "")
                seconds[first] = known + "".join(end for end in ends if end not in known)
        idle = letters.difference(*seconds.values())
        starts = re.compile(one_of(seconds) + (f"(?!{one_of(idle)})" if idle else ""))
        return cls(table, Begun(opened), seconds, starts)

    def __reduce__(self) -> tuple[type[Finder], tuple[object, ...]]:
        """Pickle what is compiled."""
        return Finder, (self.table, self._begun, self._seconds, self._starts)

    def find(self, letters: str) -> Iterator[Hit]:
        """Hits in the letters of the file from left to right, none overlapping."""
        begun, seconds, end = self._begun, self._seconds, 0
        for start in self._starts.finditer(letters):
            at = start.start()
            pair = letters[at : at + 2]
            if at < end or pair[1:] not in seconds[pair[0]]:
                continue
            for rule, regex, parts, _ in begun[pair]:
                match = regex.match(letters, at)
                if match is not None:
                    end = match.end()
                    found = {name: match.span(group) for name, group in parts if match.start(group) >= 0}
                    yield Hit(rule, at, end, found)
                    break


def one_of(letters: Iterable[str]) -> str:
    """An expression for one of some letters."""
    return f"[{re.escape(''.join(sorted(letters)))}]"


def translate(pattern: str, expand: Callable[[str, str], str], rule: Rule) -> str:
    """Turn the notation into a regular expression over letters; parts become groups."""

    def replace(match: re.Match[str]) -> str:
        if match["tag"]:
            return expand("{" + match["tag"] + "}", f"{rule.where}: rule {rule.id}")
        if match["literal"]:
            return expand(match["literal"], rule.where)
        if match["part"]:
            return f"(?P<{match['part']}>"
        return "(?:" if match["plain"] else ""

    return re.sub(NOTATION, replace, pattern)


def pieces(pattern: str) -> Iterator[str]:
    """The `{tag}`s and literal phrases of a pattern."""
    for match in re.finditer(NOTATION, pattern):
        if match["literal"]:
            yield match["literal"]
        elif match["tag"]:
            yield "{" + match["tag"] + "}"
