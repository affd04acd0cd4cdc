"""The year a date belongs to: told, lent by a neighbour, or taken from the story or the publication date."""

from __future__ import annotations

from datetime import date

from factcheck.model import Period
from factcheck.normalise.calendar import SEASONS, day_of, is_leap
from factcheck.normalise.period_base import month_in, year_in, yearly
from factcheck.normalise.period_context import Context, Parts

BACK = 5
"""A bare month of a narrative lies at most so many months before the date told before it."""

BACK_IN_SENTENCE = 2
"""The same where the date told before only stands in the same sentence of a news text."""

AHEAD = 7
"""Months after the latest date of a story within which a bare month goes on from there."""

SOON, LONG_AGO = 31, 200
"""A bare day this soon ahead is meant when the past one lies longer back than that."""

COMING = 75
"""Days ahead within which a month beside a day that is told may lie: "they agreed on Sunday to cut output in May"."""

LOOKING_BACK = 3
"""Sentences within which a text that tells a day of years ago goes on from there."""

RECENT = 3
"""Months before the publication, its own among them, that a bare month means first of all."""

YEAR = 365

LOOSE = frozenset({"quarter", "half", "month", "day", "minute", "week"})
"""Periods told against the publication date which a bare month beside them does not follow."""

MONTHS = ("month", "month_short")


def year_of(parts: Parts, context: Context) -> tuple[int | None, str]:
    """The year a date tells, borrows from its neighbour or takes from what stands around; and the basis."""
    if "year" in parts or "era_year" in parts:
        return told_year(parts, context), "explicit"
    if "of" in parts:
        outer = context.read(parts["of"], context)
        if outer is None or outer.earliest is None:
            return None, "unknown"
        return outer.earliest.year, outer.basis
    for name in ("lender", "upto", "since", "borrow"):
        other = parts.get(name)
        year = borrowed(parts, other, name, context) if isinstance(other, dict) else None
        if year is not None:
            return year, "text"
    return guessed(parts, context)


def told_year(parts: Parts, context: Context) -> int:
    """The year as written, negative before Christ; "54" after "1947-" is 1954."""
    if "era_year" in parts:
        return -context.number(parts["era_year"])
    year = context.number(parts["year"])
    if "era" in parts and is_bc(parts, context):
        return -year
    if isinstance(parts.get("since"), tuple) and year < 100:
        start = context.number(parts["since"])
        year += start - start % 100
        return year + 100 if year < start else year
    return year + 2000 if "since" not in parts and year < 100 and parts["year"][1] - parts["year"][0] == 1 else year


def is_bc(parts: Parts, context: Context) -> bool:
    """Whether the era told is the one before Christ."""
    return bool(context.values["era_bc"].get(context.segmented.words[parts["era"][0]].upper()))


def borrowed(parts: Parts, other: Parts, name: str, context: Context) -> int | None:
    """The year of the other end of a range or list: May-August 1950, April and June 1955."""
    other = other.get("lender", other)
    if other.get("shape") == "edge" and "year" in other.get("of", ()):
        other = other["of"]  # July through the end of 2020
    if not {"year", "era_year"} & other.keys() or not {"month", "season"} & parts.keys():
        return None
    year = told_year(other, context)
    mine, theirs = starts_in(parts, context), starts_in(other, context)
    if not mine or not theirs:
        return year
    if name == "since":
        return year + (mine < theirs)
    return year - (mine > theirs)


def month_number(parts: Parts, context: Context) -> int:
    """1 to 12, or 0."""
    if "month" not in parts:
        return 0
    word = context.word(parts["month"])
    return int(word) if word.isdigit() else int(context.value(parts["month"], *MONTHS) or 0)


def starts_in(parts: Parts, context: Context) -> int:
    """The month a bare month or season begins in, or 0."""
    if "season" in parts:
        return SEASONS[context.value(parts["season"], "season", "season_fall")]
    return month_number(parts, context)


def guessed(parts: Parts, context: Context) -> tuple[int | None, str]:
    """The year of a bare date, from the date told before or the publication date."""
    month = starts_in(parts, context)
    last, now = context.last, context.now
    if not month:
        return (now.year, context.basis) if now else (None, "unknown")
    loose = last is not None and last.precision in LOOSE and last.basis.startswith("publication")
    ahead = last is not None and yearly(last) and last.earliest is not None and now is not None and last.earliest > now
    loose = loose or (ahead and context.tense() == "told")  # "closes two by 2026, it said on Feb. 28"
    if last is not None and (context.forward or context.narrative or (context.near == 0 and not loose)):
        return story_year(month, "day" in parts, last, context), "text"
    if now is None:
        return None, "unknown"
    if last is not None and goes_on(month, last, now, context):
        return story_year(month, "day" in parts, last, context), "text"
    day = context.number(parts["day"]) if "day" in parts else None
    year = against(now, month, day, context)
    if (month, day) == (2, 29):
        year = min((n for n in range(year - 4, year + 5) if is_leap(n)), key=lambda n: abs(n - year))
    return year, context.basis


def goes_on(month: int, last: Period, now: date, context: Context) -> bool:
    """Whether a news text looks back: the day told before is of another year, and the month the same or the next one.

    "It sank on April 24, 2013. The search ended on May 13", read ten years later; a month just gone is that of now.
    """
    if last.precision != "day" or last.basis != "explicit" or last.earliest is None or context.near > LOOKING_BACK:
        return False
    ago = (now - last.earliest).days
    recent = (now.year * 12 + now.month - month) % 12 < RECENT
    return ago > YEAR and not recent and (month - last.earliest.month) % 12 <= 1 and not context.future()


def story_year(month: int, daily: bool, last: Period, context: Context) -> int:
    """The year of a bare date of a story, after the date told before or after the latest one shortly before that."""
    back = 0 if context.forward else BACK if context.narrative else BACK_IN_SENTENCE
    year, peak = nearest(month, last, back), context.peak
    if context.forward or peak is None or peak.earliest is None or last.earliest is None:
        return year
    onward = nearest(month, peak, 0)
    gap = (onward - peak.earliest.year) * 12 + month - peak.earliest.month
    if yearly(last):
        return onward if daily and gap <= 1 and last.earliest > peak.earliest else year
    backward = (year, month) < (last.earliest.year, last.earliest.month)
    return onward if backward and gap <= AHEAD and last.earliest < peak.earliest else year


def nearest(month: int, last: Period, back: int) -> int:
    """The year that brings a month next to the date told before: at most `back` months before it."""
    year, start = year_in(last), month_in(last)
    if not start or (yearly(last) and back):
        return year
    gap = (month - start + back) % 12 - back
    return (year * 12 + start - 1 + gap) // 12


def against(now: date, month: int, day: int | None, context: Context) -> int:
    """The year of a bare month or day of a news text: the past one, unless the clause looks ahead."""
    told, here = (month, day or now.day), (now.month, now.day)
    passed, ahead = now.year - (told > here), now.year + (told < here)
    tense = context.tense()
    middle = min(day or 15, 28)
    distance = {year: (date(year, month, middle) - now).days for year in (now.year - 1, now.year, now.year + 1)}
    nearest = min(distance, key=lambda year: abs(distance[year]))
    beside = context.near == 0 and context.last is not None and context.last.precision in LOOSE
    if context.basis == "text" or (beside and (tense != "told" or distance[nearest] < COMING)):
        return nearest  # "on Monday oil for May delivery rose"
    if tense == "future":
        return ahead
    if day is None or tense == "told" or context.has(context.at - 1, "since"):
        return passed
    behind, coming = (day_of(year, month, min(day, 28)) for year in (passed, ahead))
    soon = coming is not None and 0 <= (coming - now).days <= SOON
    return ahead if soon and behind is not None and (now - behind).days > LONG_AGO else passed
