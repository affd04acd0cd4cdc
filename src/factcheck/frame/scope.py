"""Part or total, this event or another one of its kind, share of what."""

from __future__ import annotations

from factcheck.frame.clause import Clause, Words
from factcheck.model import Claim

OWNED = {"age": 12.0, "money": 8.0, "length": 8.0}
"""Measures that are always of somebody or something, and how far away its name may stand."""

ENDS = frozenset({";", ":", "but", "while", "who", "which", "when", "where", "after", "(", ")", "–", "—"})
"""Where an enumeration cannot go on."""

OPENING = 6
"""Tokens that open a clause."""

CLOSE = 5.0
"""Distance within which a scope word belongs to the figure."""


def level_of(clause: Clause, at: tuple[int, int], words: Words) -> str:
    """running, total, part or "": what the words around the figure say about its extent."""
    if "including" in clause.lower[max(0, at[0] - 3) : at[0]]:
        return "part"
    if any(starts(phrase, clause, at[1] + n) for phrase in words.scope["part"] for n in range(3)):
        return "part"
    near = [n for n, distance in clause.steps(at) if distance <= CLOSE]
    for level, places in (("running", {*near, *listed(clause, at)}), ("total", set(near))):
        if any(starts(phrase, clause, n) for phrase in words.scope[level] for n in places):
            return level
    return ""


def listed(clause: Clause, at: tuple[int, int]) -> range:
    """First tokens of the figure's clause: what opens an enumeration ("so far, ...") holds for all its items."""
    first = at[0]
    while first > 0 and clause.lower[first - 1] not in ENDS:
        first -= 1
    return range(first, min(first + OPENING, at[0]))


def starts(phrase: tuple[str, ...], clause: Clause, at: int) -> bool:
    """Whether a phrase begins at a token."""
    return clause.lower[at : at + len(phrase)] == phrase


def marked_other(clause: Clause, at: tuple[int, int], words: Words) -> bool:
    """Whether "another", "other", "more" right at the figure speaks of a further event or group."""
    nearby = (*clause.lower[max(0, at[0] - 2) : at[0]], *clause.lower[at[1] : at[1] + 2])
    return any((word,) in words.scope["further"] for word in nearby)


def slot_of(claim: Claim, clause: Clause, at: tuple[int, int], act: str, words: Words) -> str:
    """Whose figure it is, or what a share, age, sum or distance is of: a name in lower case, or "".

    A count has a holder only where it stands in brackets or between commas right behind a name ("Ruiz (12-3)").
    """
    if claim.kind == "date":
        return ""
    if claim.of:
        return claim.of.lower()
    if act == "loss":
        return loser(clause, at, words)
    if claim.measure in ("percentage", "fraction"):
        return share_of(clause, at)
    return holder(clause, at) or nearest_name(clause, at, OWNED.get(claim.measure, 0.0))


def loser(clause: Clause, at: tuple[int, int], words: Words) -> str:
    """Who lost: the word before the verb ("the rebels lost 12 fighters")."""
    for n in range(at[0] - 1, 0, -1):
        if words.act(clause.lower[n]) == "loss":
            return next((clause.lower[m] for m in range(n - 1, -1, -1) if clause.keys[m]), "")
    return ""


def share_of(clause: Clause, at: tuple[int, int]) -> str:
    """Where or of whom a share is taken: in a list of shares, the name of its own item.

    "70 percent of the flights in Norland, 60 percent in Sudria": behind the figure up to a comma; "in Norland by 80
    percent": else before it, up to the figure or comma before.
    """
    ahead = next((n for n in range(at[1], len(clause.words)) if halts(clause, n)), len(clause.words))
    behind = next((n for n in range(at[0] - 1, -1, -1) if halts(clause, n)), -1)
    for path in (range(at[1], ahead), range(at[0] - 1, behind, -1)):
        name = next((clause.lower[n] for n in path if clause.capital[n]), "")
        if name:
            return name
    return ""


def halts(clause: Clause, n: int) -> bool:
    """Whether a list item ends at a token."""
    return clause.words[n] in ",;:()" or clause.lower[n][0].isdigit()


def holder(clause: Clause, at: tuple[int, int]) -> str:
    """The name before the bracket or comma the figure stands behind, other figures passed over; or ""."""
    n = at[0] - 1
    while n > 0 and (clause.lower[n][0].isdigit() or clause.words[n] in ",-–" or not clause.capital[n]):
        if at[0] - n > 8 or clause.words[n] in ".;:":
            return ""
        if clause.words[n] in ",(" and clause.capital[n - 1]:
            return clause.lower[n - 1]
        if clause.keys[n] and at[0] - n > 4:
            return ""
        n -= 1
    return ""


def nearest_name(clause: Clause, at: tuple[int, int], reach: float) -> str:
    """The name closest to the figure, in lower case."""
    close = [(distance, n) for n, distance in clause.steps(at) if clause.capital[n] and distance <= reach]
    return clause.lower[min(close)[1]] if close else ""
