"""The words around a figure, with how close they stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from itertools import accumulate, compress, filterfalse
from math import exp
from types import MappingProxyType

from factcheck.checking import TYPE_CHECKING
from factcheck.frame.contrast import NATION, Contrasts, contrasts_of
from factcheck.frame.deed import deeds_of
from factcheck.frame.sign import Extents, Known, Sign, Signs
from factcheck.lexicon import Acts, Lexicon, Traits, lemma, stem
from factcheck.model import Segmented
from factcheck.record import NamedTuple

if TYPE_CHECKING:
    from typing import Any

REACH = 40
"""Tokens on either side that count as context: far beyond it nothing belongs to the figure."""

FARTHEST = float("inf")

ABOUT, BESIDE = 12.0, 9.0
"""Distances within which a word that excludes others is about a figure, and right beside it."""

SPELLED = frozenset({"ones", "teens", "tens"})
"""Words that are numbers by themselves."""

COUNTED = frozenset({"sex", "casualty"})
"""Sets of words that are counted themselves: "eight men and five children" tells no men among the children."""

NONE: Mapping[str, Any] = MappingProxyType({})

FADE = 6.0
"""Tokens after which closeness falls to 1/e."""


class Words(NamedTuple):
    """Look-ups over the lexicon that frames need.

    Attributes:
        nouns: lemma -> class of thing.
        stop: words without content.
        geography: words that are part of many place names and tell none apart.
        bodies: those of them that are no places: what offices, firms and persons are called.
        bearings: those of them that tell which part of a place is meant, with that part.
        reporting: verbs of saying.
        saying: those of them that tell of nothing but words.
        counting: those of them that tell of what one has oneself: "Peru reported 90 cases".
        speakers: nouns of those who speak.
        place_types: nouns such as "district" that name a kind of place.
        asides: words that lead to a date told in passing ("aside"), that set a figure with a date of its own against
            another ("compared"), behind which the past is over ("now"), that tell of the time of writing ("present"),
            of the like of another time ("same"), or that something is the first of its kind ("top").
        further: words that tell of another event or group.
        world: names of countries and cities, in lower case, that are names wherever they have a capital.
        senses: what a verb tells of a class of nouns, by its stem and that class: where the noun stands, and the act.
        traits: what classes of acts have in common.
        signs: what each token is by itself.
    """

    nouns: Mapping[str, str]
    stop: frozenset[str]
    geography: frozenset[str]
    bodies: frozenset[str]
    bearings: Mapping[str, str]
    reporting: frozenset[str]
    saying: frozenset[str]
    counting: frozenset[str]
    speakers: frozenset[str]
    place_types: frozenset[str]
    asides: Mapping[str, frozenset[str]]
    further: frozenset[str]
    world: frozenset[str]
    senses: Mapping[tuple[str, str], tuple[str, str]]
    traits: Traits
    signs: Signs

    @classmethod
    def make(cls, lexicon: Lexicon) -> Words:
        """Collect them from the tables of the lexicon."""
        forms = partial(forms_of, lexicon)
        extents: dict[str, Extents] = {}
        for row in lexicon.tables["scope"]:
            for first, *rest in map(str.split, row.forms):
                extents[first] = (*extents.get(first, ()), (row.tag, (first, *rest)))
        stop = forms("stopwords") | frozenset(form.lower() for form in forms("calendar"))
        geography, bodies, bearings = geography_of(lexicon)
        numbers = frozenset(form for row in lexicon.tables["numbers"] if row.tag in SPELLED for form in row.forms)
        return cls(
            nouns={lemma(form): row["class"] for row in lexicon.tables.get("nouns", ()) for form in row.forms},
            stop=stop,
            geography=geography,
            bodies=bodies,
            bearings=bearings,
            reporting=forms("reporting"),
            saying=lexicon.forms("reporting", "kind", "say"),
            counting=lexicon.forms("reporting", "kind", "count"),
            speakers=forms("speakers"),
            place_types=forms("place_types"),
            asides={
                kind: lexicon.forms("asides", "kind", kind)
                for kind in ("aside", "compared", "now", "present", "same", "top")
            },
            further=frozenset(
                first for first, phrases in extents.items() if any(level == "further" for level, _ in phrases)
            ),
            world=frozenset(map(str.lower, forms("world"))),
            senses={
                (stem(form), row["of"]): (row["place"], row["class"])
                for row in lexicon.tables["senses"]
                for form in row.forms
            },
            traits=Traits.of(lexicon),
            signs=Signs(Known(Acts.of(lexicon), stop, numbers), extents, contrasts_of(lexicon)),
        )

    def klass(self, noun: str) -> str:
        """Class of a counted noun, "" when unknown; nationalities and other names count as persons."""
        return self.nouns.get(noun, "")


def forms_of(lexicon: Lexicon, table: str) -> frozenset[str]:
    """All forms of a table."""
    return frozenset(form for row in lexicon.tables.get(table, ()) for form in row.forms)


def geography_of(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str], Mapping[str, str]]:
    """Words of many place names, of these the names that are no places, and the bearings with what they tell."""
    kinds = {form: row["kind"] for row in lexicon.tables["geography"] for form in row.forms}
    bodies = frozenset(form for form, kind in kinds.items() if kind == "body")
    return frozenset(kinds), bodies, {form: kind for form, kind in kinds.items() if kind not in ("word", "body")}


class Clause:
    """One sentence as the frame sees it; what only some ask for is worked out when it is asked for.

    Attributes:
        words, lower, starts: its tokens and their offsets.
        signs: what each token is by itself.
        capital: which tokens are part of a name.
        deeds: class of what happened by the token that says it, in order.
        acts, ways: the tokens with a deed, and those that lead to a place.
        reach: what the tokens before each cost together, and at the end what all do.
    """

    def __init__(
        self, words: tuple[str, ...], starts: tuple[int, ...], signs: Sequence[Sign], named: frozenset[str], bold: int
    ) -> None:
        """Tokens with offsets and signs; of the first `bold` only `named` words are names with their capital."""
        self.words, self.starts, self.signs = words, starts, signs
        self.lower = tuple([sign.lower for sign in signs])  # lists: generators take twice as long
        self.reach = (0.0, *accumulate([sign.cost for sign in signs]))
        doubtful = [sign.tall and sign.lower in named for sign in signs[:bold]]
        self.capital = (*doubtful, *[sign.tall for sign in signs[bold:]])
        marked = [n for n, sign in enumerate(signs) if sign.marked]
        self.deeds = deeds_of(signs, marked)
        self.acts = tuple(self.deeds)
        self.ways = tuple([n for n in marked if signs[n].way])

    @cached_property
    def contrasts(self) -> Mapping[int, Contrasts]:
        """Tokens that exclude others of a set, in order; a thing with a number ("Game 2") those with another."""
        found: dict[int, Contrasts] = {}
        for n, sign in enumerate(self.signs):
            if sign.contrasts:
                told = tuple((kind, member or self.number(n + 1)) for kind, member in sign.contrasts)
                if told := tuple(pair for pair in told if pair[1]):
                    found[n] = told
        return found

    def number(self, n: int) -> str:
        """A token that numbers the thing before it ("2", "IV", "B"), or ""."""
        word = self.words[n] if n < len(self.words) else ""
        return word if word.isdigit() or (len(word) == 1 and word.isupper()) else ""

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Stem of each content word, "" for the others."""
        return tuple([sign.key for sign in self.signs])

    @cached_property
    def content(self) -> frozenset[str]:
        """All keys."""
        return frozenset(filter(None, self.keys))

    @cached_property
    def names(self) -> frozenset[str]:
        """Words of names, in lower case."""
        return frozenset(compress(self.lower, self.capital))

    @cached_property
    def extents(self) -> Mapping[str, set[int]]:
        """Tokens at which a phrase of an extent begins, by what it says."""
        found: dict[str, set[int]] = {}
        for n, sign in enumerate(self.signs):
            for level, phrase in sign.opens:
                if self.lower[n : n + len(phrase)] == phrase:
                    found.setdefault(level, set()).add(n)
        return found

    def position(self, start: int, end: int) -> tuple[int, int]:
        """Tokens of the span `start` to `end`: first and last (exclusive)."""
        first = min(bisect_left(self.starts, start), len(self.starts) - 1)
        return first, max(bisect_left(self.starts, end), first + 1)

    def spot(self, start: int, end: int) -> Spot:
        """The figure at the offsets `start` to `end` with what surrounds it."""
        return Spot(self, *self.position(start, end))


class Spot:
    """A figure in its clause.

    Attributes:
        first, last: its tokens, `last` exclusive.
    """

    def __init__(self, clause: Clause, first: int, last: int) -> None:
        """Keep them."""
        self.clause, self.first, self.last = clause, first, last

    @cached_property
    def steps(self) -> tuple[tuple[int, float], ...]:
        """The tokens around it, nearest first on either side, with their distance; barriers are added."""
        return tuple(self.among(range(len(self.clause.lower))))

    def among(self, tokens: Sequence[int]) -> list[tuple[int, float]]:
        """Those of some tokens in rising order that are among the steps, in the order of these."""
        first, last, reach = self.first, self.last, self.clause.reach
        low, at = bisect_right(tokens, first - REACH), bisect_left(tokens, first)
        behind, high = bisect_left(tokens, last, at), bisect_left(tokens, last + REACH, at)
        near = [(n, reach[first] - reach[n]) for n in reversed(tokens[low:at])]
        return near + [(n, reach[n + 1] - reach[last]) for n in tokens[behind:high]]

    def near(self) -> dict[str, float]:
        """Content words -> closeness to the figure, 0..1."""
        keys = self.clause.keys
        close: dict[str, float] = {}
        for n, distance in self.steps:
            key = keys[n]
            if key and distance < close.get(key, FARTHEST):
                close[key] = distance
        return {key: exp(-(distance - 1) / FADE) for key, distance in close.items()}

    def contrasts(self) -> tuple[Mapping[str, frozenset[str]], Mapping[str, str]]:
        """Words about the figure that exclude others, by the set they are of; and of those beside it the nearest."""
        if not self.clause.contrasts:
            return NONE, NONE
        around: dict[str, frozenset[str]] = {}
        beside: dict[str, tuple[float, str]] = {}
        for n, distance in self.among(tuple(self.clause.contrasts)):
            if distance <= ABOUT:
                for kind, member in self.clause.contrasts[n]:
                    if kind in COUNTED and self.of_another(n):
                        continue
                    around[kind] = around.get(kind, frozenset()) | {member}
                    if distance <= BESIDE and kind != NATION:
                        beside[kind] = min(beside.get(kind, (FARTHEST, "")), (distance, member))
        return around, {kind: member for kind, (_, member) in beside.items()}

    def of_another(self, n: int) -> bool:
        """Whether a word stands right behind another figure: "eight men and five children", "two of the injured"."""
        lower, signs = self.clause.lower, self.clause.signs
        at = n - 2 if lower[max(0, n - 2) : n] == ("of", "the") else n
        return any(signs[k].figure and not self.first <= k < self.last for k in range(max(0, at - 2), at))

    def side(self, reach: float = 9.0) -> frozenset[str]:
        """Names within reach of the figure, in lower case."""
        clause = self.clause
        return frozenset(clause.lower[n] for n, distance in self.steps if clause.capital[n] and distance <= reach)


def capitals_inside(segmented: Segmented) -> frozenset[str]:
    """Lower-case words seen with a capital inside a sentence of the source: names even where they begin one."""
    found: set[str] = set()
    for sentence in segmented.sentences:
        if sentence.role == "body":
            found.update(segmented.words[sentence.first + 1 : sentence.last])
    return frozenset(word.lower() for word in filterfalse(str.islower, found) if word[0].isupper())


def read_clause(segmented: Segmented, index: int, words: Words, inside: frozenset[str]) -> Clause:
    """The clause of a sentence; `inside` as from `capitals_inside`."""
    sentence = segmented.sentences[index]
    tokens = segmented.words[sentence.first : sentence.last]
    bold = len(tokens) if sentence.role == "headline" else 1  # capitals there need not mean a name
    starts = segmented.starts[sentence.first : sentence.last]
    return Clause(tokens, starts, list(map(words.signs.__getitem__, tokens)), inside, bold)
