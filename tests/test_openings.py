"""What a pattern can begin with: no place where it matches may be left out."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.lexicon.openings import openings
from factcheck.lexicon.rules import Finder, Rule

LETTERS = frozenset("abcd")

BEGINNINGS = [
    ("ab", {"a": "b"}),
    ("a", {"a": "abcd"}),
    ("a|bc", {"a": "abcd", "b": "c"}),
    ("a?b", {"a": "b", "b": "abcd"}),
    ("a*b", {"a": "ab", "b": "abcd"}),
    ("a{2}b", {"a": "a"}),
    ("a{2,3}b", {"a": "a"}),
    ("(?P<x>a|b)[cd]", {"a": "cd", "b": "cd"}),
    ("(?>a|ab)c", {"a": "bc"}),
    ("(?<=d)a(?!b)c", {"a": "c"}),
    ("[^ab]d", {"c": "d", "d": "d"}),
    ("(?:a|b?c)d+", {"a": "d", "b": "c", "c": "d"}),
    (".b", {"a": "b", "b": "b", "c": "b", "d": "b"}),
]


@pytest.mark.parametrize(("pattern", "expected"), BEGINNINGS)
def test_the_first_two_letters_of_a_pattern(pattern, expected):
    assert openings(pattern, LETTERS) == expected


@st.composite
def patterns(draw, depth=3):
    piece = st.sampled_from(["a", "b", "[cd]", "[^a]", "(?<=a)", "(?!b)"])
    if depth:
        inner = patterns(depth=depth - 1)
        piece |= st.builds("(?:{}){}".format, inner, st.sampled_from(["", "?", "*", "{1,2}"]))
        piece |= st.builds("(?:{}|{})".format, inner, inner)
    return "".join(draw(st.lists(piece, min_size=1, max_size=4)))


@settings(deadline=None, derandomize=True, max_examples=300)
@given(patterns(), st.text(alphabet="abcd", max_size=8))
def test_no_match_begins_elsewhere(pattern, text):
    following = openings(pattern, LETTERS)
    for match in re.finditer(pattern, text):
        if match.end() > match.start():
            at = match.start()
            assert text[at + 1 : at + 2] in following[text[at]]


@settings(deadline=None, derandomize=True, max_examples=300)
@given(st.lists(patterns().map("{}[bcd]".format), min_size=1, max_size=3), st.text(alphabet="abcd", max_size=12))
def test_rules_find_what_one_expression_of_all_would(sources, text):
    rules = tuple(Rule(str(n), source, {}, (), (), (), "") for n, source in enumerate(sources))
    finder = Finder.make(rules, lambda tag, _: tag, "".join(map(chr, range(128))))
    one = re.compile("|".join(f"(?P<r{n}>{source})" for n, source in enumerate(sources)))
    expected = [(match.lastgroup[1:], *match.span()) for match in one.finditer(text)]
    assert [(hit.rule.id, hit.first, hit.last) for hit in finder.find(text)] == expected
