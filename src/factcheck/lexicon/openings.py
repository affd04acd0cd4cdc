"""What a regular expression can begin with: its possible first letters, and for each the letters that can follow.

Most places of a text can begin no rule. Two look-ups tell, long before the expression itself would.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import reduce

from factcheck.checking import TYPE_CHECKING
from factcheck.record import NamedTuple

if TYPE_CHECKING:
    from typing import Any, TypeAlias

Node: TypeAlias = "Any"
"""A value in the tree that `re._parser` makes, whose types are internal."""


class Head(NamedTuple):
    """The first two letters of what a piece of an expression matches.

    Attributes:
        empty: it can match nothing.
        ones: letters it can match alone.
        twos: other first letters -> letters that can follow within the piece.
    """

    empty: bool
    ones: frozenset[str]
    twos: Mapping[str, frozenset[str]]

    @property
    def firsts(self) -> frozenset[str]:
        """Every letter it can begin with."""
        return self.ones | self.twos.keys()


NOTHING = Head(True, frozenset(), {})


def openings(source: str, letters: frozenset[str]) -> dict[str, str]:
    """First letter -> letters that can follow it in a match of `source`.

    It may name pairs that begin no match, as what is looked for ahead and behind is not taken into account, but it
    leaves out none that do.
    """
    from re import _parser  # type: ignore[attr-defined]

    head = chain(_parser.parse(source), letters)
    anything = "".join(sorted(letters))
    return {
        first: anything if first in head.ones else "".join(sorted(head.twos[first])) for first in sorted(head.firsts)
    }


def chain(items: Iterable[Any], letters: frozenset[str]) -> Head:
    """The head of pieces that follow each other."""
    return reduce(after, (head_of(str(kind), value, letters) for kind, value in items), NOTHING)


def after(left: Head, right: Head) -> Head:
    """The head of two pieces that follow each other."""
    ones = (left.ones if right.empty else frozenset()) | (right.ones if left.empty else frozenset())
    pairs = [left.twos, dict.fromkeys(left.ones, right.firsts), *([right.twos] if left.empty else [])]
    return Head(left.empty and right.empty, ones, merged(pairs))


def either(heads: Iterable[Head]) -> Head:
    """The head of pieces one of which stands there."""
    found = list(heads)
    ones = frozenset().union(*(head.ones for head in found))
    return Head(any(head.empty for head in found), ones, merged(head.twos for head in found))


def merged(pairs: Iterable[Mapping[str, frozenset[str]]]) -> dict[str, frozenset[str]]:
    """Letters that follow each first letter in any of the mappings."""
    found: dict[str, frozenset[str]] = {}
    for each in pairs:
        for first, second in each.items():
            found[first] = found[first] | second if first in found else second
    return found


def head_of(kind: str, value: Node, letters: frozenset[str]) -> Head:
    """The head of one node of the parser's tree.

    Source: the operations `re._parser` makes of a pattern.
    """
    single = SINGLE.get(kind)
    if single is not None:
        return Head(False, single(value, letters), {})
    if kind in ("ASSERT", "ASSERT_NOT", "AT"):
        return NOTHING
    if kind == "BRANCH":
        return either(chain(branch, letters) for branch in value[1])
    if kind in ("SUBPATTERN", "ATOMIC_GROUP"):
        return chain(value[-1] if kind == "SUBPATTERN" else value, letters)
    if kind.endswith("_REPEAT"):
        low, high, items = value
        once = chain(items, letters)
        return either(reduce(after, [once] * count, NOTHING) for count in range(min(low, 2), min(high, 2) + 1))
    raise ValueError(f"no head of {kind}")


def members(value: Node, letters: frozenset[str]) -> frozenset[str]:
    """The letters of a class in square brackets."""
    found: set[str] = set()
    for kind, part in value:
        if str(kind) == "LITERAL":
            found.add(chr(part))
        elif str(kind) == "RANGE":
            found.update(map(chr, range(part[0], part[1] + 1)))
        elif str(kind) != "NEGATE":
            return letters
    return letters - found if str(value[0][0]) == "NEGATE" else letters & found


SINGLE: Mapping[str, Callable[[Any, frozenset[str]], frozenset[str]]] = {
    "LITERAL": lambda value, _: frozenset(chr(value)),
    "NOT_LITERAL": lambda value, letters: letters - {chr(value)},
    "IN": members,
    "ANY": lambda _, letters: letters,
}
"""Nodes that match exactly one letter."""
