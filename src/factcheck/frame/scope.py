"""Part or total, this event or another one of its kind, share of what."""

from __future__ import annotations

from factcheck.frame.clause import Clause, Words
from factcheck.model import Claim

CLOSE = 7.0
"""Distance within which a scope word belongs to the figure."""


def level_of(clause: Clause, at: tuple[int, int], words: Words) -> str:
    """running, total, part or "": what the words around the figure say about its extent."""
    after = clause.lower[at[1] : at[1] + 3]
    if after[:2] in (("of", "them"), ("of", "whom"), ("of", "those"), ("of", "these"), ("of", "which")):
        return "part"
    text = {n: distance for n, distance in clause.steps(at)}
    for tag in ("running", "total", "part"):
        for row in words.lexicon.tables.get("scope", ()):
            if row.tag == tag and any(reaches(form, clause, text) for form in row.forms):
                return tag
    return ""


def reaches(form: str, clause: Clause, distances: dict[int, float]) -> bool:
    """Whether a phrase stands close to the figure."""
    pieces = tuple(form.split())
    for n, distance in distances.items():
        if distance <= CLOSE and clause.lower[n : n + len(pieces)] == pieces:
            return True
    return False


def marked_other(clause: Clause, at: tuple[int, int], words: Words) -> bool:
    """Whether "another", "other", "more" right at the figure speaks of a further event or group."""
    index = words.lexicon.index("scope")
    nearby = (*clause.lower[max(0, at[0] - 2) : at[0]], *clause.lower[at[1] : at[1] + 2])
    return any(word in index and index[word].tag == "further" for word in nearby)


def slot_of(claim: Claim, clause: Clause, at: tuple[int, int], words: Words) -> str:
    """What a share, age, sum or distance is of: the nearest name, in lower case, or ""."""
    if claim.kind == "date" or claim.measure == "count":
        return ""
    if claim.measure == "age":
        return nearest_name(clause, at, 12.0)
    if claim.of:
        return claim.of.lower()
    return nearest_name(clause, at, 8.0)


def nearest_name(clause: Clause, at: tuple[int, int], reach: float) -> str:
    """The name closest to the figure, in lower case."""
    close = [(distance, n) for n, distance in clause.steps(at) if clause.capital[n] and distance <= reach]
    return clause.lower[min(close)[1]] if close else ""
