"""Durations and ages against dates: counted back from a date of the sentence, or from the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from factcheck.expression import expression
from factcheck.judge.case import Case
from factcheck.judge.labels import said
from factcheck.lexicon import stem
from factcheck.model import Claim, Source
from factcheck.record import NamedTuple
from factcheck.values import interval, not_quite

DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "decade": 3652.5}

SLACK = 0.25
"""Share by which a told duration may miss the dates: "two years" for 22 months is how people talk."""

LEAST = 15
"""Days it may miss them in any case."""

SHARED = 2
"""Telling words two places need in common to speak of one event."""

AHEAD = 8
"""Words behind "after" that tell the event."""

INTO = r"(?i)\s*into\s+"
AFTER = r"(?i)\s*(after|before)\s+"
BORN = r"(?i)\bborn\s+(?:on\s+|in\s+)?$"
AGED = r"(?i)\s*[,)]\s*(?:who\s+)?(?:was\s+)?"
"""Between an age and "born": "The singer, 34, born on 2 June 1985"."""

IS = r"(?i)\s*,?\s*(?:who\s+)?(?:is|is\s+now|now)\s+"
"""Between a birth and an age: "The judge, born in 1960, is 55"."""


class Counted(NamedTuple):
    """A duration with the dates it is held against; `fits` unless they cannot all be right."""

    claims: tuple[str, ...]
    reason: str
    fits: bool


def counted(case: Case) -> Iterator[Counted]:
    """Durations and ages that dates of the same source can be held against, with the arithmetic."""
    told: dict[str, list[Claim]] = {}
    for claim in case.claims.values():
        told.setdefault(claim.source, []).append(claim)
    for source, claims in told.items():
        for n, claim in enumerate(claims):
            if claim.measure == "duration" and days_of(claim) is not None:
                today = case.sources[source]
                found = from_date(claim, claims[max(0, n - 1)], claims, case) or from_today(claim, today, claims, case)
                if found:
                    yield found
            elif claim.measure == "age":
                yield from born(claim, case.sources[source], claims[max(0, n - 3) : n + 4])


def from_date(claim: Claim, before: Claim, told: list[Claim], case: Case) -> Counted | None:
    """The event of "in January 2015, nearly two years after X" is X, about early 2013; a date told of X must fit."""
    rest = claim.quote[claim.end - claim.quote_start :]
    match = expression(AFTER).match(rest)
    near = before.sentence == claim.sentence and claim.start - before.end <= 25
    if not match or not near or not dated(before) or claim.trend:
        return None
    sign = -1 if match[1].lower() == "after" else 1
    first, last = moved(ends(before), sign, claim, case)
    event = stems(rest[match.end() :])
    other = next((one for one in told if one.id != before.id and about(one, event) and dated(one)), None)
    way = "before" if sign < 0 else "after"
    words = f"{said(claim)} {way} {before.text} is about {span(first, last)}"
    if other is None:
        return Counted((before.id, claim.id), words, fits=True)
    low, high = ends(other)
    fits = low <= last + slack(claim) and first - slack(claim) <= high
    tail = f"; {other.text} fits" if fits else f", not {other.text}"
    return Counted((before.id, claim.id, other.id), words + tail, fits)


def from_today(claim: Claim, source: Source, told: list[Claim], case: Case) -> Counted | None:
    """The beginning of X by "eight months into X", counted back from the publication; a date told of X must fit."""
    rest = claim.quote[claim.end - claim.quote_start :]
    match = expression(INTO).match(rest)
    opening = claim.quote[: claim.start - claim.quote_start].strip(" \"“'(").lower()
    known = source.published is not None and source.published.latest is not None and not source.doubtful
    opened = not opening.removesuffix(claim.hedge.lower()).strip() or opening in case.lexicon.forms(
        "asides", "kind", "now"
    )
    if not match or not opened or not known:
        return None
    assert source.published is not None
    assert source.published.latest is not None
    today = source.published.latest
    first, last = moved((today, today), -1, claim, case)
    told_span = f"{last}" if first == last else span(first, last)
    words = f"{said(claim)} before {today} is about {told_span}"
    event = stems(rest[match.end() :])
    other = next((one for one in told if about(one, event) and dated(one)), None)
    if other is None:
        return Counted((claim.id,), words, fits=True)
    low, high = ends(other)
    fits = low - slack(claim) <= last and first <= high + slack(claim)
    return Counted((claim.id, other.id), words + (f"; {other.text} fits" if fits else f", not {other.text}"), fits)


def born(claim: Claim, source: Source, near: list[Claim]) -> Iterator[Counted]:
    """Ages right beside a day or year of birth, counted to the day of publication."""
    if source.published is None or source.published.latest is None or source.doubtful or claim.low is None:
        return
    today = source.published.latest
    for other in near:
        if dated(other) and other.sentence == claim.sentence and claim.bound == "exact" and of_birth(claim, other):
            low, high = ends(other)
            youngest, oldest = years(high, today), years(low, today)
            if not youngest <= float(claim.low) <= oldest:
                age = f"{youngest}" if youngest == oldest else f"{youngest} or {oldest}"
                reason = f"born {other.text} makes {age} on {today}, not {claim.text}"
                yield Counted((other.id, claim.id), reason, fits=False)


def of_birth(age: Claim, day: Claim) -> bool:
    """Whether a date is the birth of whom an age is told: only a comma or "is" stands between them and "born"."""
    quote, begin = day.quote, day.quote_start
    birth = re.search(BORN, quote[: day.start - begin])
    if birth is None:
        return False
    if age.end <= day.start:
        return re.fullmatch(AGED, quote[age.end - begin : birth.start()]) is not None
    return re.fullmatch(IS, quote[day.end - begin : age.start - begin]) is not None


def years(born_on: date, today: date) -> int:
    """Full years of age."""
    return today.year - born_on.year - ((today.month, today.day) < (born_on.month, born_on.day))


def days_of(claim: Claim) -> float | None:
    """Length of a duration in days, None when open, vague or of another unit."""
    unit = DAYS.get(claim.unit.rstrip("s"))
    return None if unit is None or claim.low is None or claim.low != claim.high else float(claim.low) * unit


def slack(claim: Claim) -> timedelta:
    """How far a duration may miss the dates."""
    return timedelta(days=max(LEAST, SLACK * (days_of(claim) or 0)))


def dated(claim: Claim) -> bool:
    """Whether a claim is a date with both ends."""
    return claim.kind == "date" and bool(claim.earliest) and bool(claim.latest)


def ends(claim: Claim) -> tuple[date, date]:
    """First and last day of a date."""
    return date.fromisoformat((claim.earliest or "")[:10]), date.fromisoformat((claim.latest or "")[:10])


def moved(told: tuple[date, date], sign: int, by: Claim, case: Case) -> tuple[date, date]:
    """The ends of a date, moved by a duration: "nearly two years" is a little less than two."""
    short, long = (float(by.low or 0) * share for share in interval(1.0, 1.0, by.bound, not_quite(by, case.lexicon)))
    steps = [stepped(end, sign * length, by.unit.rstrip("s")) for end in told for length in (short, long)]
    return min(steps), max(steps)


def stepped(day: date, length: float, unit: str) -> date:
    """A day moved by a length of time, by the calendar where it is whole months."""
    months = length * {"month": 1, "year": 12, "decade": 120}.get(unit, 0)
    if not months or months != int(months):
        return day + timedelta(days=length * DAYS[unit])
    whole = day.year * 12 + day.month - 1 + int(months)
    last = (date(whole // 12 + (whole % 12 == 11), (whole + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(whole // 12, whole % 12 + 1, min(day.day, last))


def span(first: date, last: date) -> str:
    """A stretch of days in months: "January 2013", "March to May 2013"."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%B %Y}"
    return f"{first:%B} to {last:%B %Y}" if first.year == last.year else f"{first:%B %Y} to {last:%B %Y}"


def stems(text: str) -> frozenset[str]:
    """The telling words of an event."""
    words = expression(r"[^\W\d_]+").findall(expression(r"[,.;:]").split(text)[0])[:AHEAD]
    return frozenset(stem(word) for word in words if len(word) > 3)


def about(claim: Claim, event: frozenset[str]) -> bool:
    """Whether what stands around a date is that event."""
    return claim.kind == "date" and len(event & claim.frame.near.keys()) >= SHARED
