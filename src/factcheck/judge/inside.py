"""Checks inside one source: sums, lists, weekdays, with the arithmetic shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from factcheck.expression import expression
from factcheck.judge.case import Case, exact
from factcheck.judge.wholes import added
from factcheck.lexicon import stem
from factcheck.model import Claim

Found = Iterator[tuple[tuple[str, ...], str]]

ANNOUNCED = r"(?:\s+[^\W\d_]+){1,3}:\s+([^:;.\d]+)[.]?"
"""What follows a number of things that are listed then."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def sums(case: Case) -> Found:
    """Sentences "N things: A of one kind and B of another" in which A and B do not make N.

    After "including" nothing is added up: parts may overlap ("12 people, including three women and ten foreigners").
    """
    for sentence in case.sentences:
        counts = [claim for claim in case.told(sentence) if claim.measure == "count"]
        if len(counts) < 3 or not all(map(exact, counts)) or not divides(counts[0], counts[1:]):
            continue
        total, parts = counts[0], tuple(counts[1:])
        between = total.quote[total.end - total.quote_start : parts[0].start - total.quote_start]
        if re.search(r"[:—–]\s*$", between) and added(parts) != float(total.low or 0):
            shown = " + ".join(part.text for part in parts)
            yield tuple(claim.id for claim in counts), f"{shown} make {added(parts):g}, not {total.text}"


def divides(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether counts can be the parts of a total: one act, its class, and things that differ or are all left out."""
    heads = {part.frame.head for part in parts}
    differ = len(heads) == len(parts) or heads == {""}
    return (
        differ
        and len({part.act for part in parts}) == 1
        and {part.frame.klass for part in parts} <= {total.frame.klass, ""}
    )


def lists(case: Case) -> Found:
    """Sentences that announce N things before a colon and name another number of them."""
    for claim in case.claims.values():
        if claim.measure != "count" or claim.bound != "exact" or claim.low is None or not 2 <= claim.low <= 10:
            continue
        after = claim.quote[claim.end - claim.quote_start :]
        match = expression(ANNOUNCED).fullmatch(after)
        items = expression(r",\s*(?:and\s+)?|\s+and\s+").split(match[1]) if match else []
        if len(items) > 1 and len(items) != claim.low and all(len(item.split()) <= 4 for item in items):
            yield (claim.id,), f"{claim.text} are announced, {len(items)} are named"


def weekdays(case: Case) -> Found:
    """Dates told with a weekday they do not fall on."""
    keys = {stem(name): n for n, name in enumerate(WEEKDAYS)}
    for claim in case.claims.values():
        if claim.kind != "date" or not claim.earliest or claim.earliest[:10] != (claim.latest or "")[:10]:
            continue
        first = claim.text.split()[0].strip(",.")
        day = date.fromisoformat(claim.earliest[:10])
        number = keys.get(stem(first))
        full = any(piece.strip(",.").isdigit() and len(piece.strip(",.")) == 4 for piece in claim.text.split())
        if number is not None and full and number != day.weekday():
            yield (claim.id,), f"{day} is a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[number]}"
