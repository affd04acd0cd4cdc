"""The names of all sources as one table of entities.

Words come first: each in its standard spelling. Names whose words are then the same are one entity. Surnames join the
full name their source gave last, acronyms the name they stand for. Two full names of one source are never one person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from factcheck.entity import Entity, Name, Names, Variant
from factcheck.lexicon import Lexicon, lemma
from factcheck.names.acronym import expansions, is_acronym, letters
from factcheck.names.words import Words, standard_words, with_kin
from factcheck.record import NamedTuple
from factcheck.spelling import likeness

KINDS = ("person", "organisation", "place")

TYPO = 80.0
"""Similarity (`likeness`) two long surnames need whose first names are the same."""

TYPO_LONG = 6
"""Letters such surnames have at least."""

PLACED = 0.15
"""Share of its mentions that must look like a place."""

LONGEST = 4
"""Words of a person's name at most."""


class Full(NamedTuple):
    """Names of several words by their standard words.

    Attributes:
        sources: how often each source tells each.
        people: those that can be persons, by last word and by first word.
        certain: those that are persons beyond doubt.
        places: single words that are mostly places.
    """

    sources: dict[Words, dict[str, int]]
    people: dict[str, list[Words]]
    first: dict[str, list[Words]]
    certain: frozenset[Words]
    places: frozenset[str]


def gather(names: Sequence[Name], lexicon: Lexicon) -> Names:
    """The table of names: one entity for each person, organisation or place."""
    names = sifted(names)
    table = standard_words(names, lexicon)
    standard = {words: tuple(table.get(word, word) for word in words) for words in {name.words for name in names}}

    def canon(name: Name) -> Words:
        return standard[name.words]

    groups: dict[Words, list[Name]] = {}
    for key, name in homes(names, canon, lexicon):
        groups.setdefault(key, []).append(name)
    kinds = {key: kind_of(key, told) for key, told in groups.items()}
    surnames = {key[-1] for key, kind in kinds.items() if kind == "person"}
    kinds |= {key: "person" for key, kind in kinds.items() if not kind and len(key) == 1 and key[0] in surnames}
    found = [entity_of(key, told, canon, kinds[key]) for key, told in groups.items()]
    found.sort(key=lambda entity: (-len(entity.sources), entity.name.lower(), entity.name, entity.variants[0].first))
    return Names(
        tuple(entity._replace(id=f"E{n}") for n, entity in enumerate(found, 1)), with_kin(table, names, lexicon)
    )


def sifted(names: Iterable[Name]) -> list[Name]:
    """The names without single words that have a capital only where they begin a sentence."""
    names = [name for name in names if name.words]
    sure = {word for name in names for word in name.words[name.opening :]}
    return [name for name in names if len(name.words) > 1 or name.words[0] in sure or is_acronym(name)]


def homes(names: Sequence[Name], canon: Callable[[Name], Words], lexicon: Lexicon) -> Iterator[tuple[Words, Name]]:
    """Each name with the standard words of the entity it belongs to."""
    told: dict[str, Words] = {}
    for name in names:
        told.setdefault(name.text, canon(name))
    long = lexicon.once("names.short", lambda: known_short(lexicon)) | {
        short: told[text] for short, text in expansions(names).items()
    }
    full = full_names(names, canon)
    joined = {key: near_name(key, full) for key in sorted(full.sources)}
    before: dict[tuple[str, str], set[Words]] = {}
    for name in names:
        key = canon(name)
        if len(key) > 1:
            key = joined[key]
            before.setdefault((name.source, key[-1]), set()).add(key)
        elif is_acronym(name):
            key = long.get(letters(name.text), key)
            key = joined.get(key, key)
        else:
            key = of_surname(key, before.get((name.source, key[0]), set()), full, joined)
        yield key, name


def known_short(lexicon: Lexicon) -> dict[str, Words]:
    """Short forms everybody knows."""
    rows = (row for row in lexicon.tables["name_words"] if row["use"] == "short")
    return {short: tuple(row.forms[-1].split()) for row in rows for short in row.forms[:-1]}


def full_names(names: Sequence[Name], canon: Callable[[Name], Words]) -> Full:
    """Index the names of several words."""
    sources: dict[Words, dict[str, int]] = {}
    hints: dict[Words, dict[str, int]] = {}
    for name in names:
        key = canon(name)
        count(sources.setdefault(key, {}), name.source)
        count(hints.setdefault(key, {}), name.hint)
    people: dict[str, list[Words]] = {}
    first: dict[str, list[Words]] = {}
    for key in sorted(sources):
        seen = hints[key]
        if 1 < len(key) <= LONGEST and seen.get("person", 0) >= seen.get("organisation", 0) + seen.get("place", 0):
            people.setdefault(key[-1], []).append(key)
            first.setdefault(key[0], []).append(key)
    certain = {name_key for name_key, seen in hints.items() if "person" in seen}
    places = {key[0] for key, seen in hints.items() if len(key) == 1 and 3 * seen.get("place", 0) >= sum(seen.values())}
    return Full({key: where for key, where in sources.items() if len(key) > 1}, people, first,
                frozenset(certain), frozenset(places))  # fmt: skip


def near_name(key: Words, full: Full) -> Words:
    """The more frequent name this one is a slip of: an initial more, or a long surname misspelt; else itself."""
    found = {other for other in slips(key, full) if not full.sources[other].keys() & full.sources[key].keys()}

    def rank(name: Words) -> tuple[int, int, Words]:
        return -len(full.sources[name]), -sum(full.sources[name].values()), name

    return min(key, found.pop(), key=rank) if len(found) == 1 else key


def slips(key: Words, full: Full) -> Iterator[Words]:
    """Full names that differ from one by an initial or by the spelling of a long surname."""
    bare = tuple(word for word in key if len(word) > 1)
    for other in full.people.get(key[-1], ()):
        if other != key and len(bare) > 1 and tuple(word for word in other if len(word) > 1) == bare:
            yield other
    for other in full.first.get(key[0], ()):
        if len(key) == len(other) == 2 and len(key[0]) > 1 and alike(other[1], key[1]):
            yield other


def alike(a: str, b: str) -> bool:
    """Whether two long surnames differ by no more than a slip of the pen."""
    long = min(len(a), len(b)) >= TYPO_LONG and a[0] == b[0] and abs(len(a) - len(b)) <= 2
    return long and not a.startswith(b) and not b.startswith(a) and likeness(a, b) >= TYPO


def of_surname(key: Words, before: set[Words], full: Full, joined: dict[Words, Words]) -> Words:
    """The full name a single word stands for: the one its source told before it, else the only one of the run.

    A surname that two people of the source share, or that is a place, stands for itself.
    """
    people = full.people.get(key[0], ())
    here = {name for name in before if name in people}
    if len(before) > 1 or key[0] in full.places:
        return key
    found = here or {joined[other] for other in people if other in full.certain}
    return found.pop() if len(found) == 1 else key


def entity_of(key: Words, names: Sequence[Name], canon: Callable[[Name], Words], kind: str) -> Entity:
    """The entity of names that belong together."""
    shown: dict[str, list[Name]] = {}
    for name in names:
        shown.setdefault(name.text, []).append(name)

    def rank(text: str) -> tuple[object, ...]:
        told = shown[text]
        whole = len(canon(told[0])) >= min(2, len(key)) and not is_acronym(told[0])
        return (not whole, canon(told[0]) != key, -len({name.source for name in told}), -len(told), text)

    order = sorted(shown, key=rank) if len(shown) > 1 else list(shown)
    best = shown[order[0]][0]
    variants = tuple(variant_of(shown[text], best) for text in order)
    titles = sorted({name.title for name in names if name.title})
    return Entity("", best.text, kind, variants, tuple(titles))


def variant_of(names: Sequence[Name], best: Name) -> Variant:
    """One way of writing a name."""
    first = min(names, key=lambda name: (name.source, name.start))
    times: dict[str, int] = {}
    for name in names:
        count(times, name.source)
    return Variant(first.text, how(first, best), dict(sorted(times.items())), first)


def how(name: Name, best: Name) -> str:
    """How a way of writing relates to the name in full."""
    if is_acronym(name) and len(best.words) > 1:
        return "acronym"
    if len(name.words) < len(best.words) and set(name.words) <= set(best.words):
        return "short"
    return "name" if {lemma(word) for word in best.words} <= {lemma(word) for word in name.words} else "spelling"


def kind_of(key: Words, names: Sequence[Name]) -> str:
    """What most of the words around a name say it is; a person where one has a title or goes by the surname.

    A few "in" before a name make no place of it.
    """
    votes: dict[str, int] = {}
    for name in names:
        count(votes, name.hint)
        if name.title:
            count(votes, "person")
    vessel = votes.pop("vessel", 0)
    if len(key) > 1 and not vessel and any(len(name.words) == 1 and not is_acronym(name) for name in names):
        count(votes, "person")
    if votes.get("place", 0) < PLACED * len(names):
        votes.pop("place", None)
    kinds = [kind for kind in KINDS if kind in votes]
    return max(kinds, key=lambda kind: votes[kind]) if kinds else ""


def count(tally: dict[str, int], what: str) -> None:
    """Count one more."""
    tally[what] = tally.get(what, 0) + 1
