"""How many events a sentence tells of without counting them: "the bombing", "a blast, followed by another"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from factcheck.judge.case import Case
from factcheck.judge.happening import Happening, Telling, Words, bare, happenings
from factcheck.judge.labels import phrase as said
from factcheck.lexicon import lemma
from factcheck.model import Claim, Fact
from factcheck.record import NamedTuple

ENDS = ".!?\n"

REACH = 3
"""Words that may stand between a number or article and the event it counts."""

ONE, MORE = 1, 2


class Implied(NamedTuple):
    """How many events of a kind a sentence tells of: `number` is one, or more than one; and the words that say so."""

    kind: str
    noun: str
    number: int
    words: str


class Difference(NamedTuple):
    """Claims whose sentences tell of one event and of several."""

    claims: tuple[str, ...]
    reason: str
    fact: str | None


def differences(case: Case, facts: Sequence[Fact]) -> Iterator[Difference]:
    """Facts of which one source tells of one event of a kind, and another of several; one a fact and kind."""
    words = case.lexicon.once("judge.happenings", lambda: Words.make(case.lexicon))
    for fact in facts:
        claims = [case.claims[name] for name in fact.claims if case.claims[name].kind == "quantity"]
        told = [(claim, one) for claim in claims for one in implied(claim.quote, words)]
        yield from first_of_kind(told, fact)


def denials(case: Case) -> Iterator[Difference]:
    """Counts of two and more events where another source says that there was a single one, at a place both name.

    The first pair stands for all that tell of one kind of event at one place.
    """
    words = case.lexicon.once("judge.happenings", lambda: Words.make(case.lexicon))
    counted: dict[str, list[tuple[Claim, frozenset[str]]]] = {}
    for claim in case.claims.values():
        if kind := several_of(claim, words):
            counted.setdefault(kind, []).append((claim, named(claim.quote, words)))
    seen: set[tuple[str, str]] = set()
    for source in case.sources.values() if counted else ():
        for sentence in sentences_with(source.text[source.body :], words.single):
            told, names = Telling.of(sentence), named(sentence, words)
            for one in (found for found in happenings(told, words) if alone(found, told, words)):
                for claim, others in counted.get(one.kind, ()):
                    shared = {(one.kind, name) for name in names & others}
                    if claim.source == source.id or not shared or shared & seen:
                        continue
                    seen |= shared
                    one_told = f"{source.id} has “{phrase(one, told, sentence, words)}”"
                    reason = f"one {one.noun} or several: {one_told}, {claim.source} “{said(claim, case.lexicon)}”"
                    yield Difference((claim.id,), reason, None)


def several_of(claim: Claim, words: Words) -> str:
    """The kind of event of which a claim counts two or more, or ""."""
    if claim.measure != "count" or claim.low is None or claim.low < MORE or not claim.thing:
        return ""
    return words.kinds.get(lemma(claim.thing.split()[-1]), "")


def sentences_with(text: str, wanted: Collection[str]) -> Iterator[str]:
    """Sentences of a text that hold one of the words, cut at marks and line ends."""
    for found in re.finditer(rf"\b(?:{'|'.join(sorted(wanted))})\b", text):
        first = max(text.rfind(mark, 0, found.start()) for mark in ENDS) + 1
        ends = (text.find(mark, found.end()) for mark in ENDS)
        yield text[first : min((end for end in ends if end >= 0), default=len(text))]


def alone(one: Happening, told: Telling, words: Words) -> bool:
    """Whether a word such as "single" stands before the event."""
    return not one.plural and any(token in words.single for token in told.tokens[max(0, one.first - 2) : one.first])


def named(sentence: str, words: Words) -> frozenset[str]:
    """The places and persons a sentence names; its first word is no name."""
    return frozenset(bare(token) for token in Telling.of(sentence).tokens[1:] if words.names(token))


def first_of_kind(told: Sequence[tuple[Claim, Implied]], fact: Fact) -> Iterator[Difference]:
    """The first pair of each kind of event of which one source tells one and another several."""
    seen = set()
    first = {(claim.source, one.kind, one.number): (claim, one) for claim, one in reversed(told)}
    distinct = [pair for pair in told if first[pair[0].source, pair[1].kind, pair[1].number] == pair]
    for (a, x), (b, y) in combinations(distinct, 2):
        if a.source != b.source and x.kind == y.kind and x.number != y.number and x.kind not in seen:
            seen.add(x.kind)
            yield Difference((a.id, b.id), reason_of((a, x), (b, y)), fact.id)


def reason_of(*told: tuple[Claim, Implied]) -> str:
    """Who tells of one and who of several, in their words."""
    (a, one), (b, more) = sorted(told, key=lambda pair: pair[1].number)
    return f"one {one.noun} or several: {a.source} has “{one.words}”, {b.source} “{more.words}”"


def implied(quote: str, words: Words) -> Iterator[Implied]:
    """What a sentence implies of each kind of event; nothing where it speaks of several in passing."""
    told = Telling.of(quote)
    kinds: dict[str, list[Happening]] = {}
    for one in happenings(told, words):
        kinds.setdefault(one.kind, []).append(one)
    for kind, found in kinds.items():
        several = next(filter(None, (many(one, told, quote, words) for one in found)), None)
        if several:
            yield Implied(kind, found[0].noun, MORE, several)
        elif len(found) == 1 and not found[0].plural and not found[0].title and is_one(found[0], told, words):
            yield Implied(kind, found[0].noun, ONE, phrase(found[0], told, quote, words))


def is_one(one: Happening, told: Telling, words: Words) -> bool:
    """Whether the event is told as a single one: an article before it, and no second anywhere in the sentence."""
    ahead = [token.lower() for token in told.tokens[max(0, one.first - REACH - 1) : one.first]]
    again = any(token.lower() in words.again for token in told.tokens)
    return not again and any(token in words.articles or token in words.single for token in ahead)


def many(one: Happening, told: Telling, quote: str, words: Words) -> str | None:
    """The words by which several events are told here ("two explosions", "followed by another"), or None."""
    ahead = range(max(0, one.first - REACH), one.first)
    for n in ahead:
        counted = told.tokens[n].lower() in words.many and one.plural
        clear = not any(token.isalpha() and token[0].isupper() for token in told.tokens[n + 1 : one.first])
        if counted and clear and not (n and told.tokens[n - 1].lower() in words.asides):
            return cut(quote, told, n, one.first)
    following = [token.lower() for token in told.tokens]
    for n in range(one.first + 1, len(following) - 2):
        if following[n : n + 2] == ["followed", "by"] and following[n + 2] in ("another", "a"):
            second = following[n + 3] if following[n + 2] == "a" and n + 3 < len(following) else "second"
            if second in words.again and not one.plural:
                return cut(quote, told, one.first, n + (3 if following[n + 2] == "a" else 2))
    return None


def phrase(one: Happening, told: Telling, quote: str, words: Words) -> str:
    """The event with its article and what carried it."""
    first = max((n for n in range(one.first) if told.tokens[n].lower() in words.articles), default=one.first)
    return cut(quote, told, first if one.first - first <= REACH + 1 else one.first, one.first)


def cut(quote: str, told: Telling, first: int, last: int) -> str:
    """The words of the sentence from one token to another."""
    text = quote[told.starts[first] : told.starts[last] + len(told.tokens[last])]
    return " ".join(text.split())
