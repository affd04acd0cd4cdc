"""Patterns over classes of words: small regular expressions matched against one letter per token.

A rule is written with class names, not words: `(day: {day}) {month} {year}?`. Notation:
`{tag}` a class or macro, `'word'` a literal word or phrase, `(name: ...)` a named part; the rest is regex.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from factcheck.errors import FactcheckError
from factcheck.lexicon.openings import openings
from factcheck.lexicon.shape import BREAK
from factcheck.record import NamedTuple

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


class Hit(NamedTuple):
    """A rule that matched tokens `first` to `last` (exclusive); `parts` are token ranges by name."""

    rule: Rule
    first: int
    last: int
    parts: Mapping[str, tuple[int, int]]


class Finder:
    """All rules of one file as a single regular expression, tried in the order of the file."""

    def __init__(self, rules: tuple[Rule, ...], expand: Callable[[str, str], str], table: Mapping[int, str]) -> None:
        """Compile; `expand(tag or literal, where)` gives a class; `table` translates letters to those of the file."""
        self.rules = rules
        self._table = table
        sources = [f"(?P<r{n}>{translate(rule.pattern, expand, rule, n)})" for n, rule in enumerate(rules)]
        try:
            self._regex = re.compile("|".join(sources))
        except re.error:
            self._complain(sources)
            raise
        self._seconds = openings(self._regex.pattern, frozenset({*table.values(), BREAK}))
        self._starts = re.compile(f"[{re.escape(''.join(self._seconds))}]")
        self._parts: list[list[tuple[str, int]]] = [[] for _ in rules]
        for name, group in self._regex.groupindex.items():
            if "_" in name:
                number, part = name[1:].split("_", 1)
                self._parts[int(number)].append((part, group))

    def _complain(self, sources: list[str]) -> None:
        for rule, source in zip(self.rules, sources, strict=True):
            try:
                re.compile(source)
            except re.error as error:
                raise FactcheckError(f"rule {rule.id}: {error}", rule.where, "mend its pattern") from error

    def find(self, letters: str) -> Iterator[Hit]:
        """Hits from left to right, none overlapping."""
        for match in self._matches(letters.translate(self._table)):
            number = int(str(match.lastgroup)[1:])
            parts = {part: match.span(group) for part, group in self._parts[number] if match.start(group) >= 0}
            yield Hit(self.rules[number], match.start(), match.end(), parts)

    def _matches(self, letters: str) -> Iterator[re.Match[str]]:
        """What `finditer` of the whole expression gives, at a quarter of its time."""
        seconds, match_at, end = self._seconds, self._regex.match, 0
        for start in self._starts.finditer(letters):
            at = start.start()
            if at >= end and letters[at + 1 : at + 2] in seconds[letters[at]]:
                match = match_at(letters, at)
                if match is not None:
                    end = match.end()
                    yield match


def translate(pattern: str, expand: Callable[[str, str], str], rule: Rule, number: int) -> str:
    """Turn the notation into a regular expression over letters; parts become groups `r<number>_<part>`."""

    def replace(match: re.Match[str]) -> str:
        if match["tag"]:
            return expand("{" + match["tag"] + "}", f"{rule.where}: rule {rule.id}")
        if match["literal"]:
            return expand(match["literal"], rule.where)
        if match["part"]:
            return f"(?P<r{number}_{match['part']}>"
        return "(?:" if match["plain"] else ""

    return re.sub(NOTATION, replace, pattern)


def pieces(pattern: str) -> Iterator[str]:
    """The `{tag}`s and literal phrases of a pattern."""
    for match in re.finditer(NOTATION, pattern):
        if match["literal"]:
            yield match["literal"]
        elif match["tag"]:
            yield "{" + match["tag"] + "}"
