"""Of what a figure is told: the phrase before the verb that links the two, and whose it is."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.frame.clause import Clause, Spot, Words
from factcheck.model import Claim
from factcheck.record import NamedTuple

LINKS = frozenset({"is", "was", "are", "were", "has", "have", "had", "be", "been", "up", "down", "of"})
"""Words between a phrase and its figure: "turnout was 61%", "a profit of $4 million", "sales up 4%"."""

AUXILIARY = frozenset({"is", "was", "are", "were", "has", "have", "had", "be", "been", "being", "will", "would", "may"})
"""Verbs that stand before another one."""

BOUNDS = frozenset(
    {",", ";", ":", "and", "but", "while", "as", "that", "with", "when", "after", "before", "because", "which", "who"}
    | {"where", "although", "though", "if", "(", ")", "“", "”", '"', "–", "—"}
)
"""Where a phrase cannot go on."""

GOING_ON = frozenset({",", "and", "with"})
"""Bounds behind which the subject of the sentence goes on: "sales were $4 billion and rose 5%"."""

LEADS = frozenset(
    {"of", "from", "in", "at", "for", "among", "to", "by", "on", "with", "per", "across", "over", "near", "between"}
)
"""Prepositions that end the words that name a thing: "the death toll from the storm"."""

PLACING = frozenset({"in", "on", "near", "across", "over", "between", "from", "to"})
"""Of these, those that tell where and not whose."""

TALLIES = frozenset({"number", "total", "toll", "count", "tally", "amount", "figure", "share", "proportion"})
"""Nouns of which the thing is told behind "of": "the number of patients"."""

POINTERS = frozenset({"it", "its", "that", "this", "he", "she", "they", "their", "these", "those", "both"})
"""Words that stand for what the sentence before tells of."""

REACH = 8
"""Tokens before a figure at most in which its verb is looked for."""

JOINED = 4
"""Tokens before "and" within which a figure shares its verb with the next: "had 40 cases and nine deaths"."""

OPENING = 10
"""Tokens of a sentence at most that name its subject."""


class Subject(NamedTuple):
    """Of what a figure is told.

    Attributes:
        words: stems that name the thing, its head last ("youth", "unemployment"); () where none is told.
        names: words of names in it, in lower case.
        first, last: its tokens, `last` exclusive.
        sized: the figure is its size ("was", "rose to"), and no part of what it did.
    """

    words: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    first: int = 0
    last: int = 0
    sized: bool = False


NOTHING = Subject()

UNTOLD = "@"
"""Begins the name of an owner that is one of several, and not known which: "rose 5% and 7%, respectively"."""


def subject_of(spot: Spot, claim: Claim, clauses: Mapping[int, Clause], words: Words) -> Subject:
    """The subject of a figure; `clauses` are the sentences of its source, each read when it is asked for.

    "Youth unemployment rose to 15.1%" tells it of youth unemployment, "the Liberals 31" of the Liberals.
    """
    clause = spot.clause
    if "respectively" in clause.lower[spot.last :]:
        return Subject((), frozenset({f"{UNTOLD}{spot.first}"}))
    if label := labelled(spot):
        return Subject((), label)
    verb = link_before(spot)
    if verb <= 0:
        return NOTHING
    last = verb
    while last > 0 and passed(clause, last - 1):
        last -= 1
    first = last
    while first > 0 and not bounds_subject(clause, first - 1, words):
        first -= 1
    bound = clause.lower[first - 1] if first else ""
    if clause.lower[verb] == "of":
        first = max(first, noun_start(clause, last))
    own = Subject((), names_in(clause, first, last) or names_ahead(clause), first, last)
    if moved(clause, verb, words) or (claim.measure == "money" and clause.lower[verb] == "of"):
        own = own._replace(words=naming(clause, first, last), sized=True)
    if own.names:
        return own
    pointing = first <= OPENING and claim.sentence > 0 and not POINTERS.isdisjoint(clause.lower[first:last])
    return carried(own, bound, clause, opening(clauses[claim.sentence - 1], words) if pointing else None, words)


def bounds_subject(clause: Clause, n: int, words: Words) -> bool:
    """Whether a token stands before a subject: a mark, a figure, or who tells it ("the mayor said the train was")."""
    return clause.lower[n] in BOUNDS or clause.lower[n][0].isdigit() or clause.words[n] in words.saying


def carried(own: Subject, bound: str, clause: Clause, pointed: Subject | None, words: Words) -> Subject:
    """A subject with what goes on from the one `pointed` at in the last sentence, else from that of its own."""
    empty = not any(clause.keys[own.first : own.last])
    if pointed is not None:
        above = pointed
    elif (empty and (bound in GOING_ON or bound[:1].isdigit())) or bound == "with":
        above = opening(clause, words)
    elif bound == "," and (above := opening(clause, words)).last < own.first and clause.lower[above.last] == ",":
        return own._replace(words=above.words, names=above.names)  # "Liberia, once the worst hit, has had"
    else:
        return own
    return own._replace(words=above.words if empty else above.words[:-1] + own.words, names=above.names)


def names_ahead(clause: Clause) -> frozenset[str]:
    """The names a sentence begins with before its first comma: "Over in Retail Banking, revenue was up"."""
    end = next((n for n, low in enumerate(clause.lower[:OPENING]) if low == ","), 0)
    way = next((n for n in range(min(end, 3)) if clause.lower[n] == "in"), -1)
    return frozenset(clause.lower[n] for n in range(way + 1, end) if clause.capital[n]) if way >= 0 else frozenset()


def labelled(spot: Spot) -> frozenset[str]:
    """The name a figure stands right behind in a list: "Labour 40 seats, the Liberals 31"."""
    clause, last = spot.clause, spot.first
    if last > 1 and clause.lower[last - 1] == ")":
        last = next((n for n in range(last - 1, max(-1, last - 5), -1) if clause.lower[n] == "("), last)
    first = last
    while first > 0 and clause.capital[first - 1]:
        first -= 1
    opened = first == 0 or clause.lower[first - 1] in BOUNDS or clause.lower[first - 1] == "the"
    return names_in(clause, first, last) if opened else frozenset()


def opening(clause: Clause, words: Words) -> Subject:
    """The subject a sentence begins with, a phrase such as "in the south," passed over."""
    first = 0
    if clause.lower[0] in LEADS and "," in clause.lower[:OPENING]:
        first = clause.lower.index(",") + 1
    last = first
    while last < min(len(clause.lower), first + OPENING) and not ends_subject(clause, last, words):
        last += 1
    return Subject(naming(clause, first, last), names_in(clause, first, last), first, last)


def ends_subject(clause: Clause, n: int, words: Words) -> bool:
    """Whether the subject of a sentence has ended before a token."""
    low = clause.lower[n]
    if low in AUXILIARY or low in BOUNDS or low[0].isdigit():
        return True
    verb = low.endswith("ed") or clause.deeds.get(n) in words.traits.trend
    return n > 0 and verb and not clause.capital[n]


def names_in(clause: Clause, first: int, last: int) -> frozenset[str]:
    """Words of names among some tokens, in lower case; not where something is: "the storm in Norland"."""
    found: set[str] = set()
    way = ""
    for n in range(first, last):
        low = clause.lower[n]
        way = low if low in LEADS else way
        if clause.capital[n] and way not in PLACING:
            found.add(low)
    return frozenset(found)


def link_before(spot: Spot) -> int:
    """The token that links a figure to what stands before it, or -1; figures on the way are passed over."""
    clause = spot.clause
    for n in range(spot.first - 1, max(-1, spot.first - 1 - REACH), -1):
        low = clause.lower[n]
        if low in LINKS or n in clause.deeds:
            return n
        joined = low in ("and", ",") and any(word[0].isdigit() for word in clause.lower[max(0, n - JOINED) : n])
        if (low in BOUNDS and not joined) or clause.capital[n]:
            return -1
    return -1


def moved(clause: Clause, verb: int, words: Words) -> bool:
    """Whether a word links what it tells of to a figure that is its size: "was", "rose", not "killed" or "of"."""
    return clause.deeds.get(verb) in words.traits.trend or (clause.lower[verb] in LINKS and clause.lower[verb] != "of")


def passed(clause: Clause, n: int) -> bool:
    """Whether a token before a verb is an auxiliary or an adverb."""
    low = clause.lower[n]
    return low in AUXILIARY or low.endswith("ly") or low in ("also", "now", "still", "already", "only", "just", "not")


def noun_start(clause: Clause, last: int) -> int:
    """The first of the words that stand together before a token."""
    first = last
    while first > 0 and clause.keys[first - 1]:
        first -= 1
    return first


def naming(clause: Clause, first: int, last: int) -> tuple[str, ...]:
    """Stems of the words that name the thing in a phrase: those before its first preposition."""
    told: list[str] = []
    for n in range(first, last):
        low = clause.lower[n]
        if low in LEADS and told:
            if low == "of" and clause.lower[n - 1] in TALLIES:
                told.clear()
                continue
            break
        if clause.keys[n] and not clause.capital[n]:
            told.append(clause.keys[n])
    return tuple(told)
