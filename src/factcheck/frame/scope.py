"""Part or total, this event or another one of its kind, share of what."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.frame.clause import Clause, Spot, Words
from factcheck.model import Claim

OWNED = {"age": 12.0, "money": 8.0, "length": 8.0}
"""Measures that are always of somebody or something, and how far away its name may stand."""

ENDS = frozenset({";", ":", "but", "while", "who", "which", "when", "where", "after", "(", ")", "–", "—"})
"""Where an enumeration cannot go on."""

OPENING = 6
"""Tokens that open a clause."""

REST = 8
"""Tokens within which a part is followed by "and", and that by the rest."""

PHRASE = 4
"""Tokens of the longest scope phrase ("a total of")."""

OF_THE = (("of", "the"), ("of", "those"), ("of", "its"), ("of", "their"))
"""What stands behind a figure that is a part: "nine of the wagons"; of what an event did to people it is the toll."""

LINKED = 4
"""Tokens between a verb of movement and its figure at most ("fell to just over 4")."""

FARTHEST = 60
"""Tokens before the figure at most that can belong to its clause."""

CLOSE = 5.0
"""Distance within which a scope word belongs to the figure."""


def level_of(claim: Claim, spot: Spot, act: str, words: Words) -> str:
    """running, whole, total, part or "": what the words around the figure say about its extent.

    "So far" makes a haul or a record a running total; the toll of one event is always one so far.
    """
    clause = spot.clause
    if "including" in clause.lower[max(0, spot.first - 3) : spot.first]:
        return "part"
    if claim.measure == "count" and act not in words.traits.fate and some_of(spot):
        return "part"
    if not clause.extents:
        return ""
    if taken_from(spot) or continued(spot):
        return "part"
    near = [n for n, distance in spot.steps if distance <= CLOSE]
    around = {*near, *listed(spot)}
    if says("running", clause, around) or (act not in words.traits.casualty and says("so_far", clause, around)):
        return "running"
    if says("whole", clause, range(len(clause.lower))):
        return "whole"
    return "total" if says("total", clause, near) else ""


def some_of(spot: Spot) -> bool:
    """Whether a figure is told of a group: "nine of the wagons", "of the soldiers, six", not "78 of the 150 seats"."""
    clause = spot.clause
    behind = clause.lower[spot.last : spot.last + 2] in OF_THE
    ahead = clause.lower[:2] in OF_THE and clause.lower[spot.first - 1 : spot.first] == (",",)
    return ahead or (behind and not any(sign.figure for sign in clause.signs[spot.last : spot.last + 3]))


def taken_from(spot: Spot) -> bool:
    """Whether the figure is told as a part: "three of them", "among them two"; "18 novels, of which" is the whole."""
    clause = spot.clause
    parts = clause.extents.get("part", set())
    if any(n in parts and clause.lower[n] == "among" for n in range(spot.first - 3, spot.first)):
        return True
    for n in range(spot.last, min(spot.last + 3, len(clause.lower))):
        if n in parts or clause.lower[n] == ",":
            return n in parts and clause.lower[n] != "among"
    return False


def continued(spot: Spot) -> bool:
    """Whether more of the same are told of elsewhere: "12 people in Arden and dozens more in Wendle"."""
    clause = spot.clause
    more = clause.extents.get("further", set())
    for n in range(spot.last, min(spot.last + REST, len(clause.lower)) if more else 0):
        if clause.lower[n] in ENDS:
            return False
        if clause.lower[n] == "and":
            at = min((k for k in more if n < k < n + REST), default=0)
            return bool(at) and clause.deeds.keys().isdisjoint(
                range(n, at + PHRASE)
            )  # "and wounded 30 more", "and another 30 hurt"
    return False


def listed(spot: Spot) -> set[int]:
    """Tokens that hold for all items of an enumeration: those that open its clause, and those before its first figure.

    "So far, they took 3 boats, 4 rifles"; "they took a total of 3 boats, 4 rifles".
    """
    lower = spot.clause.lower
    first, stop = spot.first, max(0, spot.first - FARTHEST)
    while first > stop and lower[first - 1] not in ENDS:
        first -= 1
    figure = next((n for n in range(first, spot.first) if spot.clause.signs[n].figure), first)
    return {*range(first, min(first + OPENING, spot.first)), *range(max(first, figure - PHRASE), figure)}


def says(level: str, clause: Clause, tokens: Iterable[int]) -> bool:
    """Whether a phrase of that level begins at one of the tokens."""
    return not clause.extents.get(level, set()).isdisjoint(tokens)


def marked_other(spot: Spot, words: Words) -> bool:
    """Whether "another", "other", "more" right at the figure speaks of a further event or group."""
    lower = spot.clause.lower
    nearby = (*lower[max(0, spot.first - 2) : spot.first], *lower[spot.last : spot.last + 2])
    return any(word in words.further for word in nearby)


def moved_of(claim: Claim, spot: Spot, words: Words) -> str:
    """Whether a figure tells "by" how much something moved, or where it stood ("at"): "fell 4.8", "fell to 4.8"."""
    clause = spot.clause
    before = clause.lower[spot.first - 1] if spot.first else ""
    if before in ("from", "to") and any(clause.deeds.get(n) in words.traits.trend for n in range(spot.first)):
        return "at"
    if not claim.trend:
        return ""
    for n in range(spot.first - 1, max(-1, spot.first - 1 - LINKED), -1):
        if n in clause.deeds or clause.lower[n] in ("by", "to"):
            return "at" if clause.lower[n] == "to" else "by"
    return ""


def slot_of(claim: Claim, spot: Spot, act: str) -> str:
    """Whose figure it is, or what a share, age, sum or distance is of: a name in lower case, or "".

    A count has a holder only where it stands in brackets or between commas right behind a name ("Ruiz (12-3)").
    """
    if claim.kind == "date":
        return ""
    if act == "loss":
        return loser(spot)
    if claim.measure in ("percentage", "fraction"):
        return share_of(spot)
    return holder(spot) or nearest_name(spot, OWNED.get(claim.measure, 0.0))


def loser(spot: Spot) -> str:
    """Who lost: the word before the verb ("the rebels lost 12 fighters")."""
    clause = spot.clause
    for n in range(spot.first - 1, max(0, spot.first - FARTHEST), -1):
        if clause.deeds.get(n) == "loss":
            return next((clause.lower[m] for m in range(n - 1, -1, -1) if clause.keys[m]), "")
    return ""


def share_of(spot: Spot) -> str:
    """Where or of whom a share is taken: in a list of shares, the name of its own item.

    "70 percent of the flights in Norland, 60 percent in Sudria": behind the figure up to a comma; "in Norland by 80
    percent": else before it, up to the figure or comma before.
    """
    clause = spot.clause
    ahead = next((n for n in range(spot.last, len(clause.words)) if halts(clause, n)), len(clause.words))
    behind = next((n for n in range(spot.first - 1, -1, -1) if halts(clause, n)), -1)
    for path in (range(spot.last, ahead), range(spot.first - 1, behind, -1)):
        name = next((clause.lower[n] for n in path if clause.capital[n]), "")
        if name:
            return name
    return ""


def halts(clause: Clause, n: int) -> bool:
    """Whether a list item ends at a token."""
    return clause.words[n] in ",;:()" or clause.lower[n][0].isdigit()


def holder(spot: Spot) -> str:
    """The name before the bracket or comma the figure stands behind, other figures passed over; or ""."""
    clause = spot.clause
    n = spot.first - 1
    while n > 0 and (clause.lower[n][0].isdigit() or clause.words[n] in ",-–" or not clause.capital[n]):
        if spot.first - n > 8 or clause.words[n] in ".;:":
            return ""
        if clause.words[n] in ",(" and clause.capital[n - 1]:
            return clause.lower[n - 1]
        if clause.keys[n] and spot.first - n > 4:
            return ""
        n -= 1
    return ""


def nearest_name(spot: Spot, reach: float) -> str:
    """The name closest to the figure, in lower case."""
    clause = spot.clause
    close = [(distance, n) for n, distance in spot.steps if clause.capital[n] and distance <= reach]
    return clause.lower[min(close)[1]] if close else ""
