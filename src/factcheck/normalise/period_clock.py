"""Times of day: the clock, its zone, and the day it belongs to."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from factcheck.lexicon.number import figure_of
from factcheck.model import Period
from factcheck.normalise.period_context import Context, Parts
from factcheck.normalise.period_parts import resolved

NIGHTFALL, MIDNIGHT = 6, 12
"""Between these hours a clock "at night" shows the evening, else the small hours."""


def begins(parts: Parts) -> int:
    """The first token of a time of day."""
    return int(next(parts[name] for name in ("hour", "clock", "noon") if name in parts)[0])


def clock(parts: Parts, span: tuple[int, int], day: Period | None, context: Context, zoned: int = 0) -> Period | None:
    """The moment of a time of day.

    Args:
        parts: what the pattern caught.
        span: first and last token of the expression.
        day: the day told nearest to it, used when it names none itself.
        context: what stands around.
        zoned: end of the tokens among which its zone stands, when that is not `span`.
    """
    time = time_of(parts, span, context)
    if time is None:
        return None
    on = resolved(parts["on"], context) if "on" in parts else day
    hour, minute = time
    if on is None or on.earliest is None or on.earliest != on.latest:
        return Period(None, None, "minute", "unknown", timex=f"XXXX-XX-XXT{hour:02}:{minute:02}")
    zone = zone_of((span[0], zoned or span[1]), context)
    moment = datetime(on.earliest.year, on.earliest.month, on.earliest.day, hour, minute)
    told = f"{moment:%Y-%m-%dT%H:%M}" + ("Z" if zone == 0 else "")
    return told_at(moment, zone, on.basis, told)


def told_at(moment: datetime, zone: int | None, basis: str, timex: str) -> Period:
    """A moment in UTC when its zone is known, else as told."""
    try:
        shifted = moment - timedelta(minutes=zone or 0)
    except OverflowError:
        shifted = moment
    mark = "" if zone is None else "Z"
    day = date(shifted.year, shifted.month, shifted.day)
    return Period(day, day, "minute", basis, clock=f"{shifted:%H:%M}{mark}", timex=timex)


def time_of(parts: Parts, span: tuple[int, int], context: Context) -> tuple[int, int] | None:
    """Hour and minute, 24 hours a day."""
    if "noon" in parts:
        hour, minute = context.value(parts["noon"], "noon").split(":")
        return int(hour), int(minute)
    if "clock" in parts:
        digits = context.word(parts["clock"]).replace(".", "").zfill(4)
        hour_, minute_ = int(digits[:2]), int(digits[2:])
    else:
        hour_ = int(figure_of(context.segmented.words[slice(*parts["hour"])], context.lexicon) or 0)
        minute_ = context.number(parts["minute"]) if "minute" in parts else 0
    if "spoken" in parts:  # half past six, a quarter to nine
        words = context.text(parts["spoken"]).split()
        minute_ = 30 if "half" in words else 45 if "to" in words else 15
        hour_ = (hour_ - 1) % 12 if "to" in words else hour_
    later = afternoon(hour_, span, context)
    if later is not None and hour_ <= 12:
        hour_ = hour_ % 12 + (12 if later else 0)
    return (hour_, minute_) if hour_ < 24 and minute_ < 60 else None


def afternoon(hour: int, span: tuple[int, int], context: Context) -> bool | None:
    """Whether it is after noon, by "p.m." or "in the evening"; None when neither half of the day is told."""
    for at in range(*span):
        if context.has(at, "half_day"):
            return context.word((at, at + 1)).startswith("p")
        if context.has(at, "daypart"):
            part = context.word((at, at + 1))
            return part in ("afternoon", "evening") or (part == "night" and NIGHTFALL <= hour < MIDNIGHT)
    return None


def zone_of(span: tuple[int, int], context: Context) -> int | None:
    """Minutes ahead of UTC, None when no zone is told or the text does not say which it is."""
    words = context.segmented.words
    zones = context.values.get("zone", {})
    for first in range(span[1] - 1, span[0] - 1, -1):
        for last in range(min(span[1], first + 4), first, -1):
            phrase = " ".join(words[first:last])
            value = zones.get(phrase, zones.get(phrase.lower()))
            if value:
                return int(value)
    return None
