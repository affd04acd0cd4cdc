"""Types of a review: comments in sources, what a baseline leaves over, a draft checked, two reports compared."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.checking import TYPE_CHECKING
from factcheck.record import NamedTuple

if TYPE_CHECKING:
    from typing import Any, TypeAlias

Record: TypeAlias = "dict[str, Any]"
"""A part of a report as the plain values of its JSON."""


class Ignore(NamedTuple):
    """A comment in a source that tells factcheck to leave a finding alone: `factcheck: ignore[FC102] reason`.

    Attributes:
        codes: of the findings it means; none when the comment is malformed.
        reason: why, in the words of whoever wrote it; "" is a mistake.
        line: where it stands, counted from 1; 0 when the text has no trace of it.
        start, end: the code points it covers: the rest of its line, or the next paragraph when it stands alone.
    """

    codes: tuple[str, ...]
    reason: str
    line: int
    start: int
    end: int


class Stale(NamedTuple):
    """An entry of a baseline, or an ignore comment, that does nothing (any more): where it stands, and why."""

    where: str
    reason: str


class Check(NamedTuple):
    """What the sources say about one claim of a draft.

    Attributes:
        verdict: supported, contradicted, similar (the figure stands for something else), unsupported, or unchecked.
        support, counter: claims of the sources that say the same, and that say otherwise or only look alike.
        fact: the fact they share, or None.
        level: of a contradiction, conflict or check.
    """

    claim: str
    verdict: str
    support: tuple[str, ...]
    counter: tuple[str, ...]
    reason: str
    fact: str | None = None
    level: str | None = None


class Side(NamedTuple):
    """One of two reports that are compared: its parts by id, and its findings."""

    claims: Mapping[str, Record]
    sources: Mapping[str, Record]
    facts: Mapping[str, Record]
    findings: tuple[Record, ...]


class Change(NamedTuple):
    """A finding both reports have, with other values.

    Attributes:
        moved: source, its figures in the old and in the new report; "" where it has none.
    """

    old: Record
    new: Record
    moved: tuple[tuple[str, str, str], ...]


class Difference(NamedTuple):
    """What changed from one report to the other; `same` counts the findings both have."""

    old: Side
    new: Side
    added: tuple[Record, ...]
    resolved: tuple[Record, ...]
    changed: tuple[Change, ...]
    same: int
