"""What happened to the thing counted, and who did it."""

from __future__ import annotations

from factcheck.frame.clause import Clause, Spot, Words
from factcheck.lexicon import lemma

FARTHEST = 16.0
"""Distance beyond which a verb is somebody else's, unless the sentence has no other."""

ADJECTIVE = 4.0
"""Extra distance of a verb right behind "of": it tells what kind of thing it is ("90 bottles of stolen wine")."""

CLOSE = 4
"""Tokens between a figure and the verb that moves it, and tokens of what moved, at most."""

LESS = 5.0
"""Extra distance of a word that says little of what happened, see `lesser`."""

PASSIVE = frozenset(
    {"were", "was", "have", "had", "been", "are", "is", "be", "being", "confirmed", "feared", "reported"}
)
"""Words between a counted noun and the verb it is the object of."""


SAID = "said"
"""Class of what a date tells of that is only when something was said."""

SPOKEN = 4
"""Tokens between a verb of saying and the date that tells when: "told a news conference on Monday"."""

APART = frozenset({"on", "into", "upon", "toward", "towards"})
"""Words between a verb and a counted noun that is no object of it: "fired on 12 marchers"."""


def find_act(spot: Spot, head: str, words: Words) -> tuple[str, ...]:
    """Classes of acts around the figure, the one it belongs to first.

    A verb before the figure governs it ("killed 13"); one after it does so when it follows the noun as a passive
    or an adjective ("13 were killed", "13 dead"). The counted noun, `head`, is no act ("40 workers").
    """
    clause, klass = spot.clause, words.klass(head)
    told: list[tuple[float, int, str]] = [(0.0, spot.first, "inhabited")] if settled(spot, words.place_types) else []
    for n, distance in spot.among(clause.acts):
        name = sense_of(spot, n, klass, words)
        if not name or not clause.signs[n].key or is_name(clause, n):
            continue
        if name in words.traits.casualty or lemma(clause.lower[n]) != head:
            told.append((distance + penalty(spot, n) + lesser(name, clause.lower[n], words), n, name))
    found = [verb for verb in told if verb[0] <= FARTHEST] or sorted(told)[:1]
    ordered: list[str] = []
    for _, _, name in sorted(found):
        if name not in ordered:
            ordered.append(name)
    return tuple(ordered)


def said_then(spot: Spot, words: Words) -> bool:
    """Whether a date tells when something was said: "the office said last week", "told reporters on Monday"."""
    clause = spot.clause
    for n in range(spot.first - 1, max(-1, spot.first - 1 - SPOKEN), -1):
        if clause.words[n] in words.saying:
            return True
        if clause.words[n] in ",;:" or n in clause.deeds:
            return False
    return False


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


def subject_of(spot: Spot, words: Words) -> tuple[str, ...]:
    """What moved: the stems right before a verb such as "rose" that stands close before the figure, its head last.

    "Youth unemployment rose to 15.1%" gives youth and unemployment; () where nothing moved.
    """
    clause = spot.clause
    verbs = (n for n in range(spot.first - 1, max(-1, spot.first - 1 - CLOSE), -1))
    verb = next((n for n in verbs if clause.deeds.get(n, "") in words.traits.trend), 0)
    last = verb
    while last > max(0, verb - 2) and not clause.keys[last - 1]:
        last -= 1
    first = last
    while first > max(0, last - CLOSE) and clause.keys[first - 1]:
        first -= 1
    return clause.keys[first:last] if verb else ()


def is_name(clause: Clause, n: int) -> bool:
    """Whether the token is inside a name of several words ("Free Syrian Army")."""
    return clause.capital[n] and (
        (n > 0 and clause.capital[n - 1]) or (n + 1 < len(clause.words) and clause.capital[n + 1])
    )


def penalty(spot: Spot, n: int) -> float:
    """Extra distance of a verb after the figure that is no passive of it ("nine people and wounded 13")."""
    if n < spot.first:
        return 0.0
    if spot.clause.lower[n - 1] == "of":
        return ADJECTIVE
    between = spot.clause.lower[spot.last : n]
    if not PASSIVE.isdisjoint(between):
        return -1.0
    close = len(between) <= 2 and "and" not in between
    return -1.0 if close and not spot.clause.lower[n].endswith("ing") else 2.0


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
