"""Words of names in their standard spelling, over all sources of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from factcheck.entity import Name
from factcheck.lexicon import Lexicon, lemma
from factcheck.names.acronym import is_acronym
from factcheck.record import NamedTuple
from factcheck.spelling import SHORTEST, keys, lacking, one_name

Words = tuple[str, ...]

ACRONYM = 4
"""Letters below which a letter makes another acronym (ISI, ISIS)."""

NONE: frozenset[tuple[str, int]] = frozenset()


class Told(NamedTuple):
    """Where each word of a name stands.

    Attributes:
        sentences: word -> sentences in which it is a name of its own.
        names: word -> source -> names of several words it is part of.
    """

    sentences: Mapping[str, set[tuple[str, int]]]
    names: Mapping[str, Mapping[str, set[Words]]]

    @classmethod
    def of(cls, names: Iterable[Name]) -> Told:
        """Index the names."""
        sentences: dict[str, set[tuple[str, int]]] = {}
        full: dict[str, dict[str, set[Words]]] = {}
        for name in names:
            if len(name.words) == 1:
                sentences.setdefault(name.words[0], set()).add((name.source, name.sentence))
                continue
            for word in name.words:
                full.setdefault(word, {}).setdefault(name.source, set()).add(name.words)
        return cls(sentences, full)

    def apart(self, a: str, b: str) -> bool:
        """Whether two words are two names: both alone in one sentence, or all two full names of a source differ by."""
        if self.sentences.get(a, NONE) & self.sentences.get(b, NONE):
            return True
        x, y = self.names.get(a, {}), self.names.get(b, {})
        return any(rivals(a, b, x[source], y[source]) for source in x.keys() & y.keys())

    def alone(self, word: str) -> bool:
        """Whether a word is only told as a name of its own."""
        return word in self.sentences and word not in self.names


def rivals(a: str, b: str, first: Iterable[Words], second: Iterable[Words]) -> bool:
    """Whether names of the same length have the two words in the same place."""
    return any(
        len(x) == len(y) and any(p == a and q == b for p, q in zip(x, y, strict=True)) for x in first for y in second
    )


def standard_words(names: Sequence[Name], lexicon: Lexicon) -> dict[str, str]:
    """Spelling -> the most frequent spelling of the same word; words that stand for themselves are left out."""
    known = lexicon.once("names.known", lambda: known_words(lexicon))
    apart = lexicon.once("names.apart", lambda: words_apart(lexicon))
    counts = Counter(word for name in names for word in name.words)
    capitals = {name.words[0] for name in names if is_acronym(name)}
    told = Told.of(names)
    table: dict[str, str] = {}
    heads: dict[str, list[str]] = {}

    def fits(word: str, head: str) -> bool:
        rare = counts[word] == 1 and {word, head} <= capitals
        return (same(word, head, known) or (rare and slip(word, head))) and not told.apart(word, head)

    for word in sorted(counts, key=lambda word: (-counts[word], word)):
        places = ["=" + known[word]] if word in known else [] if word in apart else list(keys(word))
        near = dict.fromkeys(head for place in places for head in heads.get(place, ()))
        singular = lemma(word)
        head = next((head for head in near if fits(word, head)), None)
        if head is None and singular != word and told.alone(word) and told.alone(singular):
            head = table.get(singular, singular)
        if head is not None:
            table[word] = head
            continue
        for place in places:
            heads.setdefault(place, []).append(word)
    return table


def with_kin(table: Mapping[str, str], names: Iterable[Name], lexicon: Lexicon) -> dict[str, str]:
    """The table with the words for the people of a place led to the place ("Indonesian", "French").

    They are other names, but where nothing is named they tell the same: the table of entities keeps them apart.
    """
    irregular, endings = lexicon.once("names.kin", lambda: kin_of(lexicon))
    told = {word for name in names for word in name.words}
    found = {word: base for word in told if (base := base_of(word, told, endings)) is not None} | irregular
    led = {word: found[head] for word, head in table.items() if head in found}
    return {**table, **{word: table.get(base, base) for word, base in found.items()}, **led}


def kin_of(lexicon: Lexicon) -> tuple[dict[str, str], tuple[str, ...]]:
    """Words for the people of a place that look like no form of it -> the place, and the endings of the others."""
    rows = lexicon.tables["name_words"]
    irregular = {form: row.forms[0] for row in rows if row["use"] == "kin" for form in row.forms[1:]}
    return irregular, tuple(form for row in rows if row["use"] == "ending" for form in row.forms)


def base_of(word: str, told: Collection[str], endings: Iterable[str]) -> str | None:
    """The word of the run that this one is with an ending, or None."""
    bases = (word[: -len(end)] for end in endings if word.endswith(end) and len(word) - len(end) >= SHORTEST)
    return next((base for base in bases if base in told), None)


def words_apart(lexicon: Lexicon) -> frozenset[str]:
    """Names that look like others and are none of them."""
    rows = (row for row in lexicon.tables["name_words"] if row["use"] == "apart")
    return frozenset(form for row in rows for form in row.forms)


def same(a: str, b: str, known: Mapping[str, str]) -> bool:
    """Whether two words are spellings of one: by the lexicon where it has one of them, else by their letters."""
    if a in known or b in known:
        return known.get(a) == known.get(b)
    return one_name(a, b)


def slip(a: str, b: str) -> bool:
    """Whether an acronym told once lacks a letter of another, or has one too many."""
    short, long = sorted((a, b), key=len)
    return len(short) >= ACRONYM and short in lacking(long)


def known_words(lexicon: Lexicon) -> dict[str, str]:
    """Spellings the lexicon knows to be one name -> the first of them."""
    rows = (row for row in lexicon.tables["name_words"] if row["use"] == "same")
    return {form: row.forms[0] for row in rows for form in row.forms}
