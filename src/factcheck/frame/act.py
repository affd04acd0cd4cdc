"""What happened to the thing counted, and who did it."""

from __future__ import annotations

from factcheck.frame.clause import Clause, Spot, Words
from factcheck.frame.subject import Subject
from factcheck.lexicon import lemma

FARTHEST = 16.0
"""Distance beyond which a verb is somebody else's, unless the sentence has no other."""

ADJECTIVE = 4.0
"""Extra distance of a verb right behind "of": it tells what kind of thing it is ("90 bottles of stolen wine")."""

CLOSE = 4
"""Tokens between a figure and the verb that moves it, and tokens of what moved, at most."""

HEADED = 2.0
"""Distance of a word that begins the subject of a figure: "the death toll from the storm in the north rose to 12"."""

BESIDE = 3.0
"""Distance within which a noun is the one that is counted."""

OWNED = 6.0
"""Extra distance of a word that tells what an earlier figure counts."""

ENDS = frozenset({"and", ",", ";", "but", "while"})
"""What stands between two figures with words of their own."""

LESS = 5.0
"""Extra distance of a word that says little of what happened, see `lesser`."""

PASSIVE = frozenset(
    {"were", "was", "have", "had", "been", "are", "is", "be", "being", "confirmed", "feared", "reported"}
)
"""Words between a counted noun and the verb it is the object of."""


SPOKEN = 4
"""Tokens between a verb of saying and the date that tells when: "told a news conference on Monday"."""

OPENING = 10
"""Tokens between a date that opens a sentence and a verb of saying."""

APART = frozenset({"on", "into", "upon", "toward", "towards"})
"""Words between a verb and a counted noun that is no object of it: "fired on 12 marchers"."""


def find_act(spot: Spot, head: str, subject: Subject, words: Words) -> tuple[str, ...]:
    """Classes of acts around the figure, the one it belongs to first.

    A verb before the figure governs it ("killed 13"); one after it does so when it follows the noun as a passive
    or an adjective ("13 were killed", "13 dead"). The counted noun, `head`, is no act ("40 workers").
    """
    clause, klass = spot.clause, words.klass(head)
    borne: list[tuple[float, int, str]] = []
    told: list[tuple[float, int, str]] = [(0.0, spot.first, "inhabited")] if settled(spot, words.place_types) else []
    for n, apart in spot.among(clause.acts):
        sized = subject.sized and subject.first <= n < subject.last
        distance = min(apart, HEADED + (n - subject.first) / 2) if sized else apart
        name = sense_of(spot, n, klass, words)
        if not name or not clause.signs[n].key or is_name(clause, n):
            continue
        if name in words.traits.casualty or lemma(clause.lower[n]) != head:
            told.append((distance + penalty(spot, n) + lesser(name, clause.lower[n], words), n, name))
        elif name in words.traits.fate and distance <= BESIDE:
            borne.append((distance, n, name))
    if all(name in words.traits.trend for _, _, name in told):
        told += borne  # "18 survivors reached the shore"
    found = [verb for verb in told if verb[0] <= FARTHEST] or sorted(told)[:1]
    ordered: list[str] = []
    for _, _, name in sorted(found):
        if name not in ordered:
            ordered.append(name)
    return tuple(ordered)


def said_then(spot: Spot, words: Words) -> bool:
    """Whether a date tells when something was said: "the office said last week", "told reporters on Monday".

    One that opens the sentence does so before a verb of saying: "On Monday, the office in Arden said".
    """
    clause = spot.clause
    for n in range(spot.first - 1, max(-1, spot.first - 1 - SPOKEN), -1):
        if clause.words[n] in words.saying:
            return True
        if clause.words[n] in ",;:" or n in clause.deeds:
            return False
    behind = range(spot.last, min(spot.last + OPENING, len(clause.words))) if spot.first < 2 else ()
    verb = next((n for n in behind if clause.words[n] in words.saying or n in clause.deeds), None)
    return verb is not None and clause.words[verb] in words.saying


def sense_of(spot: Spot, n: int, klass: str, words: Words) -> str:
    """Class of what a verb says happened to a class of things counted: patients recovered, loot was recovered."""
    place, sense = words.senses.get((spot.clause.signs[n].root, klass), (None, ""))
    return spot.clause.deeds[n] if place is None or place not in ("", stands_as(spot, n)) else sense


def stands_as(spot: Spot, n: int) -> str:
    """What the thing counted is of the verb at a token: "object", "subject", or "" where a preposition parts them."""
    between = spot.clause.lower[n + 1 : spot.first] if n < spot.first else spot.clause.lower[spot.last : n]
    if n < spot.first:
        return "" if not APART.isdisjoint(between) or between == ("at",) else "object"
    return "subject" if PASSIVE.isdisjoint(between) else "object"


def settled(spot: Spot, place_types: frozenset[str]) -> bool:
    """Whether the figure tells how many live in a place: "a city of 160,000 people", "a town of some 900"."""
    lower, n = spot.clause.lower, spot.first
    if n > 1 and lower[n - 1] == "of":
        return lower[n - 2] in place_types
    return n > 2 and lower[n - 2] == "of" and lower[n - 3] in place_types


def lesser(act: str, word: str, words: Words) -> float:
    """Extra distance of a word that says less than others: how a figure moved ("exports fell"), that jobs are jobs."""
    return LESS if act in words.traits.trend or words.klass(lemma(word)) == "job" else 0.0


def is_name(clause: Clause, n: int) -> bool:
    """Whether the token is inside a name of several words ("Free Syrian Army")."""
    return clause.capital[n] and (
        (n > 0 and clause.capital[n - 1]) or (n + 1 < len(clause.words) and clause.capital[n + 1])
    )


def penalty(spot: Spot, n: int) -> float:
    """Extra distance of a verb that belongs to another figure: "15 deaths and 28", "nine people and wounded 13"."""
    clause = spot.clause
    if n < spot.first:
        return OWNED if owned(clause, n, spot.first) else 0.0
    if clause.lower[n - 1] == "of":
        return ADJECTIVE
    if governs(clause, n, spot.last):
        return OWNED
    between = clause.lower[spot.last : n]
    if not PASSIVE.isdisjoint(between):
        return -1.0
    close = len(between) <= 2 and "and" not in between
    return -1.0 if close and not clause.lower[n].endswith("ing") else 2.0


def owned(clause: Clause, n: int, figure: int) -> bool:
    """Whether a word before a figure tells what the one before it counts: "13 confirmed deaths and dozens"."""
    if ENDS.isdisjoint(clause.lower[n + 1 : figure]):
        return False
    return figure_near(clause, range(n - 1, max(-1, n - 1 - CLOSE), -1))


def governs(clause: Clause, n: int, figure: int) -> bool:
    """Whether a word behind a figure, and behind a comma, tells of the next one: "12 dead, wounded 30"."""
    if ENDS.isdisjoint(clause.lower[figure:n]):
        return False
    return figure_near(clause, range(n + 1, min(len(clause.lower), n + 1 + CLOSE)))


def figure_near(clause: Clause, path: range) -> bool:
    """Whether a figure stands on a path of tokens before anything that parts two figures."""
    for k in path:
        if clause.signs[k].figure:
            return True
        if clause.lower[k] in ENDS:
            return False
    return False


def actor_of(spot: Spot, act: str) -> str:
    """Who did it: the name after "by", or before the verb that governs the figure; "" when it is not told."""
    clause = spot.clause
    verb = next((n for n, _ in spot.among(clause.acts) if clause.deeds[n] == act), None) if act else None
    if verb is None:
        return ""
    behind = clause.lower[verb + 1 : min(len(clause.words) - 1, verb + 12)]
    if "by" in behind:
        return name_from(clause, verb + 2 + behind.index("by"))
    return name_before(clause, verb) if verb < spot.first else ""


def name_from(clause: Clause, first: int) -> str:
    """The name that begins at a token, articles passed over, or ""."""
    while first < len(clause.words) and clause.lower[first] in ("the", "a", "an"):
        first += 1
    last = first
    while last < len(clause.words) and (clause.capital[last] or (last > first and clause.words[last] == "-")):
        last += 1
    return " ".join(clause.words[first:last])


def name_before(clause: Clause, verb: int) -> str:
    """The name that ends within four tokens before a verb, or ""."""
    for end in range(verb, max(0, verb - 4), -1):
        if clause.capital[end - 1]:
            first = end - 1
            while first > 0 and clause.capital[first - 1]:
                first -= 1
            return " ".join(clause.words[first:end])
    return ""
