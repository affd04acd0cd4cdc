"""Events a sentence tells of: "the bombing of Kabul airport" is a bombing, at Kabul airport, and one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.expression import expression
from factcheck.lexicon import Lexicon, lemma
from factcheck.record import NamedTuple

TOKEN = r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[^\w\s]"


class Words(NamedTuple):
    """Look-ups over the lexicon: noun -> kind of event, and what stands around such nouns.

    Attributes:
        before_place: words between an event and its place; `beside_place`: those passed over before the name.
    """

    kinds: Mapping[str, str]
    articles: frozenset[str]
    before_place: frozenset[str]
    beside_place: frozenset[str]
    carriers: frozenset[str]
    places: frozenset[str]
    single: frozenset[str]
    asides: frozenset[str]
    shots: frozenset[str]
    many: frozenset[str]
    again: frozenset[str]
    named: frozenset[str]
    dates: frozenset[str]

    @classmethod
    def make(cls, lexicon: Lexicon) -> Words:
        """Collect them from the table of events."""
        rows = lexicon.tables["events"]
        kinds = {form: row["event"] for row in rows if row["event"][0] != "@" for form in row.forms}
        lists = {row["event"]: frozenset(row.forms) for row in rows if row["event"][0] == "@"}
        dates = frozenset(form.lower() for row in lexicon.tables["calendar"] for form in row.forms)
        return cls(
            kinds,
            articles=lists["@article"],
            before_place=lists["@before_place"],
            beside_place=lists["@beside_place"],
            carriers=lists["@carrier"],
            places=lists["@place"],
            single=lists["@single"],
            asides=lists["@aside"],
            shots=lists["@shots"],
            many=lists["@many"],
            again=lists["@again"],
            named=lists["@named"],
            dates=dates,
        )

    def names(self, token: str) -> bool:
        """Whether a token can be part of a name of a place."""
        low = bare(token).lower()
        return token[0].isupper() and low not in self.beside_place and low not in self.dates


class Happening(NamedTuple):
    """An event as one place tells it.

    Attributes:
        kind: what it is; a blast and an explosion are one kind.
        noun: how it is called, in the singular, with what carried it ("suicide bombing").
        place: where, as written, or "".
        at: offset of the noun in the sentence.
        first: the noun's token; `plural` when it is one.
        title: the noun is part of a name ("Storm Edda").
    """

    kind: str
    noun: str
    place: str
    at: int
    first: int
    plural: bool
    title: bool = False


class Telling(NamedTuple):
    """A sentence as tokens."""

    tokens: tuple[str, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, sentence: str) -> Telling:
        """Cut a sentence."""
        found = list(expression(TOKEN).finditer(sentence))
        return cls(tuple(match[0] for match in found), tuple(match.start() for match in found))


def happenings(told: Telling, words: Words) -> Iterator[Happening]:
    """The events of a sentence, in its order."""
    for n, token in enumerate(told.tokens):
        single = lemma(token)
        shots = single == "fire" and n and told.tokens[n - 1].lower() in words.shots
        if single not in words.kinds or shots:
            continue
        following = told.tokens[n + 1] if n + 1 < len(told.tokens) else ""
        if single in words.named and token[0].isupper() and following[:1].isupper():
            yield Happening(words.kinds[single], f"{token} {following}", "", told.starts[n], n, False, title=True)
        elif n == 0 or token[0].islower() or not told.tokens[n - 1][0].isupper():
            begin, carried = carrier(n, told.tokens, words)
            place = before(begin, told.tokens, words) or behind(n, told.tokens, words)
            noun = " ".join([*carried, single])
            yield Happening(words.kinds[single], noun, place, told.starts[n], n, single != token.lower())


def bare(token: str) -> str:
    """A token without the s of the genitive."""
    return token.removesuffix("'s").removesuffix("’s")


def carrier(n: int, tokens: Sequence[str], words: Words) -> tuple[int, list[str]]:
    """Where the noun phrase of an event begins, and the words that say what carried it."""
    begin = n
    while begin and tokens[begin - 1] in words.carriers and n - begin < 2:
        begin -= 1
    named = begin and tokens[begin - 1][0].isupper() and tokens[begin] in words.places
    if named:
        return begin + 1, list(tokens[begin + 1 : n])
    return begin, list(tokens[begin:n])


def before(begin: int, tokens: Sequence[str], words: Words) -> str:
    """The name right before an event ("the Kabul airport bombing"), or ""."""
    first = last = begin
    if first and tokens[first - 1] in words.places:
        first -= 1
    named = first
    while named > 1 and words.names(tokens[named - 1]):
        named -= 1
    return " ".join(map(bare, tokens[named:last])) if named < first else ""


def behind(n: int, tokens: Sequence[str], words: Words) -> str:
    """The name behind an event ("outside Kabul International airport"), or ""."""
    first = n + 1
    if first >= len(tokens) or tokens[first].lower() not in words.before_place:
        return ""
    first += 1
    while first < len(tokens) and tokens[first].lower() in words.beside_place:
        first += 1
    last = first
    while last < len(tokens) and words.names(tokens[last]):
        last += 1
    if last == first:
        return ""
    if last < len(tokens) and tokens[last] in words.places:
        last += 1
    return " ".join(tokens[first:last])
