"""Totals of one source against parts that another tells: 170 civilians and 13 troops make 183 people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.judge.case import Case, exact
from factcheck.judge.labels import said
from factcheck.model import Claim, Fact

Parts = tuple[Claim, ...]

FEWEST, MOST = 2, 4
"""Parts of one sentence that are added up."""


def parts_of(claims: Sequence[Claim]) -> Parts:
    """The counts of one sentence that are parts side by side: of one class and one act, of things that differ."""
    counts = [claim for claim in claims if claim.measure == "count" and exact(claim) and claim.frame.level != "part"]
    same = len({(claim.frame.klass, claim.act) for claim in counts}) == 1 and bool(counts) and bool(counts[0].act)
    differ = len({claim.frame.head for claim in counts}) == len(counts)
    return tuple(counts) if same and differ and FEWEST <= len(counts) <= MOST else ()


def sums(case: Case) -> Mapping[float, tuple[Parts, ...]]:
    """All sums of parts that stand in one sentence, by their value."""
    found: dict[float, tuple[Parts, ...]] = {}
    for sentence in case.sentences:
        parts = parts_of(case.told(sentence))
        if parts:
            value = added(parts)
            found[value] = (*found.get(value, ()), parts)
    return found


def added(parts: Parts) -> float:
    """The sum of the parts."""
    return sum(float(part.low or 0) for part in parts)


def makes(claim: Claim, known: Mapping[float, tuple[Parts, ...]]) -> str:
    """The parts of another source that make the figure of a count, in words, or ""."""
    if claim.measure != "count" or not exact(claim):
        return ""
    for parts in known.get(float(claim.low or 0), ()):
        first = parts[0]
        if first.source != claim.source and (first.frame.klass, first.act) == (claim.frame.klass, claim.act):
            return f"{listed(parts)} in {first.source} make {said(claim)}"
    return ""


def listed(parts: Parts) -> str:
    """Parts with their things: "170 civilians and 13 troops"."""
    words = [f"{said(part)} {part.thing}".strip() for part in parts]
    return f"{', '.join(words[:-1])} and {words[-1]}"


def too_large(case: Case, facts: Sequence[Fact]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Parts of one source that exceed the total of another, where a part both tell shows that they speak of one whole.

    "150 people, including 13 troops" against "170 civilians and 13 troops".
    """
    for fact in facts:
        claims = [case.claims[name] for name in fact.claims]
        for part in (claim for claim in claims if claim.frame.level == "part" and claim.measure == "count"):
            total = whole_of(part, case)
            for other in claims:
                parts = parts_of(case.told((other.source, other.sentence)))
                fits = total is None or other.source == part.source or other not in parts or parts[0].act != total.act
                if not fits and total is not None and added(parts) > float(total.low or 0):
                    ids = (total.id, part.id, *(one.id for one in parts))
                    yield ids, f"{listed(parts)} ({other.source}) make {added(parts):g}, more than {told(total)}"


def whole_of(part: Claim, case: Case) -> Claim | None:
    """The total right before a part in its sentence."""
    before = [claim for claim in case.told((part.source, part.sentence)) if claim.end <= part.start]
    total = before[-1] if before else None
    fits = total is not None and total.measure == "count" and exact(total) and total.frame.klass == part.frame.klass
    return total if fits else None


def told(total: Claim) -> str:
    """A total with its thing and source."""
    return f"the {said(total)} {total.thing}".strip() + f" ({total.source})"
