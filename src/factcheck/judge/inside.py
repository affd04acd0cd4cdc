"""Checks inside one source: percentages, durations, weekdays, with the arithmetic shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from factcheck.judge.case import Case
from factcheck.lexicon import stem
from factcheck.model import Claim

Found = Iterator[tuple[tuple[str, ...], str]]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "decade": 3652.5}

SLACK = 0.25
"""Share by which a told duration may miss the dates: "two years" for 22 months is how people talk."""


def by_sentence(case: Case) -> dict[tuple[str, int], list[Claim]]:
    """Claims of each sentence in the order of the text."""
    found: dict[tuple[str, int], list[Claim]] = {}
    for claim in case.claims.values():
        found.setdefault((claim.source, claim.sentence), []).append(claim)
    return found


def shares(case: Case) -> Found:
    """Sentences "N things, P % of them, K things" in which K is not P % of N."""
    for claims in by_sentence(case).values():
        for base, share, part in zip(claims, claims[1:], claims[2:], strict=False):
            told = (
                share.measure == "percentage"
                and share.frame.level == "part"
                and base.measure == part.measure == "count"
            )
            if not told or base.low is None or share.low is None or part.low is None or base.low < part.low:
                continue
            meant = float(base.low) * float(share.low) / 100
            if base.frame.head == part.frame.head and abs(meant - float(part.low)) > max(1.0, 0.02 * meant):
                yield (
                    (base.id, share.id, part.id),
                    f"{share.text} of {base.text} is {meant:g}, not {part.text}",
                )


def sums(case: Case) -> Found:
    """Sentences "N things: A of one kind and B of another" in which A and B do not make N.

    After "including" the parts may leave something out, so that only a sum above N is wrong.
    """
    for claims in by_sentence(case).values():
        counts = [claim for claim in claims if claim.measure == "count" and claim.low is not None]
        if len(counts) < 3:
            continue
        total, parts = counts[0], counts[1:]
        between = total.quote[total.end - total.quote_start : parts[0].start - total.quote_start]
        whole, some = re.search(r"[:—–]\s*(?:some |about )?$", between), re.search(r"\bincluding\s*$", between)
        if not (whole or some) or any(part.bound != "exact" or part.low is None for part in (total, *parts)):
            continue
        added = sum(float(part.low or 0) for part in parts)
        wrong = added > float(total.low or 0) if some else added != float(total.low or 0)
        if wrong:
            shown = " + ".join(part.text for part in parts)
            yield tuple(claim.id for claim in counts), f"{shown} make {added:g}, not {total.text}"


def lists(case: Case) -> Found:
    """Sentences that announce N things before a colon and name another number of them."""
    for claim in case.claims.values():
        if claim.measure != "count" or claim.bound != "exact" or claim.low is None or not 2 <= claim.low <= 10:
            continue
        after = claim.quote[claim.end - claim.quote_start :]
        match = re.fullmatch(r"(?:\s+[^\W\d_]+){1,3}:\s+([^:;.\d]+)[.]?", after)
        items = re.split(r",\s*(?:and\s+)?|\s+and\s+", match[1]) if match else []
        if len(items) > 1 and len(items) != claim.low and all(len(item.split()) <= 4 for item in items):
            yield (claim.id,), f"{claim.text} are announced, {len(items)} are named"


def spans(case: Case) -> Found:
    """Durations since an event whose day the source tells, counted back from its publication date."""
    for source in case.sources.values():
        if source.published is None or source.doubtful or source.published.latest is None:
            continue
        told = [claim for claim in case.claims.values() if claim.source == source.id]
        for claim in told:
            if claim.measure == "duration" and claim.rule.endswith("into"):
                yield from span_since(claim, told, source.published.latest)


def span_since(claim: Claim, told: list[Claim], published: date) -> Found:
    """A duration "eight months into X" against the dates of X in the same source."""
    days = days_of(claim)
    about = claim.frame.near
    for other in told:
        shared = {word for word in other.frame.near if word in about}
        if other.kind != "date" or not other.earliest or not other.latest or len(shared) < 2 or days is None:
            continue
        longest = (published - date.fromisoformat(other.earliest[:10])).days
        shortest = (published - date.fromisoformat(other.latest[:10])).days
        if days > longest * (1 + SLACK) + 15 or days < shortest * (1 - SLACK) - 15:
            yield (claim.id, other.id), f"{claim.text} before {published} is not {other.text}"


def days_of(claim: Claim) -> float | None:
    """Length of a duration in days, None when open or of another unit."""
    unit = DAYS.get(claim.unit.rstrip("s"))
    return None if unit is None or claim.low is None or claim.low != claim.high else float(claim.low) * unit


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
