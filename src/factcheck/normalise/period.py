"""From what was caught to periods: all dates of a source in the order of the text, each read after the ones before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.checking import TYPE_CHECKING
from factcheck.lexicon import Lexicon
from factcheck.model import Mention, Period, Segmented
from factcheck.normalise.calendar import add_days
from factcheck.normalise.period_base import year_in, yearly
from factcheck.normalise.period_clock import begins, clock, zone_of
from factcheck.normalise.period_context import Context, Parts, small_tables, tenses_of
from factcheck.normalise.period_parts import resolved
from factcheck.normalise.period_year import told_year

if TYPE_CHECKING:
    from typing import Any

FAR = 400
"""Days from the publication date beyond which a date is background."""

MANY = 5
"""So many far dates, and twice as many as near ones, make a text history."""

RARE = 4
"""A history has that many far dates for each "today" or bare weekday, which stand in quoted speech there."""

LONG = 8
"""So many full dates make an undated text history."""

FOLLOWED = frozenset({"day", "week", "month", "season", "quarter", "half", "year", "range", "fuzzy"})
"""Precisions of dates that later ones may refer to."""

SETTLED = 2
"""Dates in a row before the latest one after which the story has gone back for good."""

LEAP = 2
"""Years by which a date must leave the story to be an aside."""

BEHIND = 5
"""Tokens behind a time of day within which a day is its own."""

NEIGHBOURS = 8
"""Dates before and behind a time of day among which its day is looked for."""

DAYLIKE = frozenset({"day", "minute"})


def resolve(mentions: Sequence[Mention], segmented: Segmented, lexicon: Lexicon) -> list[Period | None]:
    """Periods of the date mentions of one source, in the order of the text; None where there is no date after all."""
    context = start(mentions, segmented, lexicon)
    periods = walk(mentions, context)
    if context.now is None or context.basis == "text":
        now = horizon(mentions, periods, context)
        if now is not None and not context.narrative:
            periods = walk(mentions, context._replace(now=now, basis="text"))
            settled = horizon(mentions, periods, context) or now
            if settled != now:
                periods = walk(mentions, context._replace(now=settled, basis="text"))
    return periods


def start(mentions: Sequence[Mention], segmented: Segmented, lexicon: Lexicon) -> Context:
    """The context of the first date."""
    source = segmented.source
    now = source.published.earliest if source.published is not None else None
    basis = "" if now is None else "publication?" if source.doubtful else "publication"
    tables = lexicon.once("period.tables", lambda: small_tables(lexicon))
    tenses = lexicon.once("period.tenses", lambda: tenses_of(lexicon))
    context = Context(segmented, lexicon, tables, tenses, resolved, now, basis)
    return context._replace(narrative=is_history(mentions, now, context))


def is_history(mentions: Sequence[Mention], now: date | None, context: Context) -> bool:
    """Whether most full dates (year and month) of a text lie far from its publication."""
    days = [period.earliest for period in full_dates(mentions, context) if period.earliest is not None]
    if sum("era" in mention.parts for mention in mentions) >= MANY:
        return True
    if now is None:
        return len(days) >= LONG
    far = sum(abs((day - now).days) > FAR for day in days)
    return far >= MANY and far > 2 * (len(days) - far) and far > RARE * sum(map(spoken_now, mentions))


def spoken_now(mention: Mention) -> bool:
    """Whether an expression only makes sense on the day of writing: today, a bare weekday, last week."""
    parts = mention.parts
    shape = parts.get("shape")
    bare = shape == "point" and "weekday" in parts and "date" not in parts
    return bare or shape == "day" or (shape == "step" and mention.rule in ("date.weekday_step", "date.weekend"))


def full_dates(mentions: Sequence[Mention], context: Context) -> list[Period]:
    """Dates that tell year and month themselves."""
    found = []
    for mention in mentions:
        parts = mention.parts
        if parts.get("shape") == "point" and "year" in parts and "month" in parts:
            period = within_calendar(parts, context)
            if period is not None:
                found.append(period)
    return found


def horizon(mentions: Sequence[Mention], periods: Sequence[Period | None], context: Context) -> date | None:
    """The latest day an undated text tells, from dates finer than a year and not ahead: about when it was written."""
    told = [
        (period.latest, mention.first)
        for mention, period in zip(mentions, periods, strict=True)
        if period is not None and period.latest is not None and fine(mention, period)
    ]
    latest_first = sorted(told, reverse=True)
    return next((day for day, at in latest_first if not context._replace(at=at).future()), None)


def fine(mention: Mention, period: Period) -> bool:
    """Whether a date is told by day, month or part of a year, and by itself."""
    shapes = mention.parts.get("shape") in ("point", "edge", "range", "slashed")
    return shapes and len(period.timex) > len("2022") and period.precision not in ("decade", "century", "year")


def walk(mentions: Sequence[Mention], context: Context) -> list[Period | None]:
    """Resolve from first to last; times of day after all days, for the day may stand behind them."""
    periods: list[Period | None] = []
    years = [told_years(mention.parts, context) for mention in mentions] if context.narrative else []
    last, peak, told_in, below = None, None, -99, 0
    for n, mention in enumerate(mentions):
        here = context._replace(last=last, peak=peak, near=mention.sentence - told_in, at=mention.first)
        period = None if lone_name(mention) else within_calendar(mention.parts, here)
        periods.append(period)
        if period is not None and follows(mention, period, last, here) and not aside(n, years, last):
            last, told_in = told_last(period), mention.sentence
            below = below + 1 if higher(last, peak) is not last else 0
            peak = last if below >= SETTLED else higher(last, peak)
    timed(mentions, periods, context)
    return periods


def within_calendar(parts: Parts, context: Context) -> Period | None:
    """The period of an expression; None where its arithmetic leaves the years 1 to 9999."""
    try:
        return resolved(parts, context)
    except (ValueError, OverflowError):
        return None


def told_last(period: Period) -> Period:
    """What later dates refer to: of a range of months or days its end."""
    if period.precision != "range" or period.latest is None or "/" not in period.timex:
        return period
    end = period.timex.split("/")[1]
    return period._replace(earliest=period.latest.replace(day=1), timex=end) if "-" in end else period


def higher(last: Period, peak: Period | None) -> Period | None:
    """The latest month or day of the story so far, unless the story has gone back for good."""
    if last.earliest is None or yearly(last):
        return peak
    if peak is None or peak.earliest is None or not 0 < (peak.earliest - last.earliest).days < FAR:
        return last
    return peak


def told_years(parts: Parts, context: Context) -> int | None:
    """The year an expression tells in figures; negative before Christ."""
    if "year" in parts or "era_year" in parts:
        return told_year(parts, context)
    inner = parts.get("of") or parts.get("from") or parts.get("date")
    return told_years(inner, context) if isinstance(inner, dict) else None


def aside(n: int, years: Sequence[int | None], last: Period | None) -> bool:
    """Whether a year of a history leaves the story for a moment: the next year told is nearer to the one before."""
    year = years[n] if years else None
    if year is None or last is None:
        return False
    before = year_in(last)
    after = next((other for other in years[n + 1 : n + 12] if other is not None), None)
    if after is None or abs(year - before) < LEAP:
        return False
    return abs(after - before) <= abs(after - year)


def timed(mentions: Sequence[Mention], periods: list[Period | None], context: Context) -> None:
    """Fill in the times of day, from last to first: a local time may be followed by the same moment in UTC."""
    for n in range(len(mentions) - 1, -1, -1):
        mention = mentions[n]
        if mention.rule.startswith("time."):
            here = context._replace(at=mention.first)
            day = day_near(n, mentions, periods, here)
            period = clocks(mention, day, here)
            periods[n] = same_moment(n, mentions, periods, period, context)


def clocks(mention: Mention, day: Period | None, context: Context) -> Period | None:
    """One time of day, or the first and the last of a range ("21:00/05:00", the next morning)."""
    tokens = (mention.first, mention.last)
    if mention.parts["shape"] != "range":
        return clock(mention.parts, tokens, day, context)
    ends: list[Any] = [mention.parts["from"], mention.parts["to"]]
    cut = begins(ends[1])
    late = clock(ends[1], (cut, mention.last), day, context)
    if "on" in ends[1]:
        day = context.read(ends[1]["on"], context)
    zoned = mention.last if zone_of((mention.first, cut), context) is None else cut
    early = clock(ends[0], (mention.first, cut), day, context, zoned)
    if early is None or late is None or early.earliest is None or late.earliest is None:
        return late
    if (late.latest, late.clock) < (early.earliest, early.clock):
        late = late._replace(latest=add_days(late.earliest, 1))
    return late._replace(
        earliest=early.earliest, clock=f"{early.clock}/{late.clock}", timex=f"{early.timex}/{late.timex}"
    )


def same_moment(
    n: int, mentions: Sequence[Mention], periods: Sequence[Period | None], period: Period | None, context: Context
) -> Period | None:
    """The moment in UTC where brackets tell it: 10:00 am (0800 GMT)."""
    if period is None or period.clock.endswith("Z") or n + 1 >= len(mentions):
        return period
    behind, other = mentions[n + 1], periods[n + 1]
    if other is None or not other.clock.endswith("Z") or context.segmented.words[behind.first - 1] != "(":
        return period
    if behind.first - mentions[n].last != 1:
        return period
    return other._replace(timex=period.timex)


def lone_name(mention: Mention) -> bool:
    """Whether it is the name of an event ("9/11", a Halloween party) and nothing is dated by it."""
    parts = mention.parts
    return mention.rule == "date.named" and parts["shape"] == "named" and not {"of", "led"} & parts.keys()


def follows(mention: Mention, period: Period, last: Period | None, context: Context) -> bool:
    """Whether later dates may refer to this one; a step back ("a year ago") does not move the story."""
    shape = mention.parts["shape"]
    aside = isinstance(mention.parts.get("since"), (dict, tuple)) or shape in ("recent", "set", "clock")
    if aside or period.precision not in FOLLOWED:
        return False
    if period.earliest is None:
        return period.timex.startswith("BC") and period.timex[2:6].isdigit()
    if shape in ("step", "shift") and last is not None and last.earliest is not None:
        return period.earliest >= last.earliest
    return shape != "shift" or last is not None or context.narrative or not yearly(period)


def far(period: Period, context: Context) -> bool:
    """Whether a day is background to a news text: "the worst flood was on 4 March 1951"."""
    if context.narrative or not context.dated or context.now is None or period.earliest is None:
        return False
    return abs((context.now - period.earliest).days) > FAR


def near_day(period: Period, told_in: int, at: int, context: Context) -> bool:
    """Whether a date told in one sentence is the day of a time told in another: a day, and close by."""
    if period.precision not in DAYLIKE or period.clock or period.earliest is None:
        return False
    return told_in == at or (at - 2 <= told_in < at and not far(period, context))


def day_near(n: int, mentions: Sequence[Mention], periods: Sequence[Period | None], context: Context) -> Period | None:
    """The day a time belongs to: told in its sentence, in one of the two before, or the day of publication.

    A day told far behind the time is that of something else: "left at 9 am and is due back on Friday".
    """
    at = mentions[n].sentence
    around = sorted(
        range(max(0, n - NEIGHBOURS), min(len(mentions), n + NEIGHBOURS)),
        key=lambda m: (mentions[m].sentence != at, m > n, abs(m - n)),
    )
    for m in around:
        if mentions[m].first - mentions[n].last > BEHIND:
            continue
        period = periods[m]
        if period is not None and near_day(period, mentions[m].sentence, at, context):
            return period
        if "on" in mentions[m].parts and mentions[m].sentence == at:
            return within_calendar(mentions[m].parts["on"], context)  # type: ignore[arg-type]
    if context.dated and context.now is not None:
        return Period(context.now, context.now, "day", context.basis)
    return None
