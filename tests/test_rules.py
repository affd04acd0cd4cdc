"""Every rule of the lexicon does what its examples say.

A `matches` sentence holds the expected span in [brackets]: a mention of exactly that span must come out.
A `skips` sentence must yield no mention of the rule. `todo` sentences are misses known today.
"""

from __future__ import annotations

from functools import cache

import pytest

from factcheck.lexicon import Lexicon, Rule, load
from factcheck.lexicon.check.rules import unmarked
from factcheck.model import Mention
from factcheck.pipeline import mentions_of


@cache
def lexicon() -> Lexicon:
    return load()


def found(text: str) -> list[Mention]:
    """All mentions of a text, names too."""
    return mentions_of(text, lexicon())


def examples(kind: str) -> list[object]:
    rules = [rule for rules in lexicon().rules.values() for rule in rules]
    return [
        pytest.param(rule, sentence, id=f"{rule.id}: {sentence}") for rule in rules for sentence in getattr(rule, kind)
    ]


@pytest.mark.parametrize(("rule", "sentence"), examples("matches"))
def test_a_rule_finds_its_examples(rule: Rule, sentence: str) -> None:
    text, spans = unmarked(sentence)
    assert spans, "the example marks no span"
    mentions = found(text)
    told = [(text[slice(*mention.span)], mention.rule) for mention in mentions]
    assert set(spans) <= {tuple(mention.span) for mention in mentions}, f"{rule.id}: {told}"


@pytest.mark.parametrize(("rule", "sentence"), examples("skips"))
def test_a_rule_skips_what_only_looks_alike(rule: Rule, sentence: str) -> None:
    text, _ = unmarked(sentence)
    assert rule.id not in {mention.rule for mention in found(text)}


@pytest.mark.xfail(strict=True, reason="not found yet")
@pytest.mark.parametrize(("rule", "sentence"), examples("todo"))
def test_a_rule_does_not_find_yet(rule: Rule, sentence: str) -> None:
    test_a_rule_finds_its_examples(rule, sentence)


def test_every_rule_has_examples_of_both_kinds() -> None:
    bare = [
        rule.id
        for rules in lexicon().rules.values()
        for rule in rules
        if not (rule.matches or rule.todo) or not rule.skips
    ]
    assert bare == []


def test_rule_ids_are_unique() -> None:
    ids = [rule.id for rules in lexicon().rules.values() for rule in rules]
    assert sorted(set(ids)) == sorted(ids)
