"""Periods told by a distance: two years ago, a week later, two days before 9/11, recent weeks, the first months."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from factcheck.lexicon.number import figure_of
from factcheck.model import Period
from factcheck.normalise.calendar import Stretch, add_days, add_months, month_of, week_of, week_value, years_of
from factcheck.normalise.period_base import made, unknown, year_in
from factcheck.normalise.period_context import Context, Parts

FARTHEST = 5_000
"""Steps beyond which a distance is no date."""

MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}

YEARS = {"year": 1, "decade": 10, "century": 100}

SMALLER = {"century": ("year", 100, 1826), "decade": ("year", 10, 365), "year": ("month", 12, 91)}
"""What a part of a unit is told in, how many of these it has, and the days by which it may be off."""

SOFT = {
    "week": 3,
    "fortnight": 3,
    "weekend": 3,
    "month": 15,
    "quarter": 45,
    "year": 183,
    "decade": 1826,
    "century": 18262,
}
"""Days by which a distance told in a unit may be off."""

FEW = (2, 6)
"""Least and most units of "a few"."""

WITHIN = {"day": 7, "week": 42, "month": 152, "quarter": 365, "year": 1826, "decade": 10957, "century": 73050}
"""Days that "recent weeks" (months, years) reach back."""

SCANT = {"day": 5, "week": 35, "month": 152, "quarter": 365, "year": 1461, "decade": 10957, "century": 73050}
"""Days of "the past few weeks" (months, years)."""

CODES = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "DE", "century": "CE", "quarter": "Q"}

NEAR = 3
"""Sentences back within which "a year earlier" goes from the date told there."""


def shift(parts: Parts, context: Context) -> Period | None:
    """The period a distance away from publication, from the date told before, or from the one it names."""
    back = backward(parts, context)
    base = base_of(parts, context)
    unit = context.value(parts["unit"], "period", "period_odd")
    figure = count_of(parts["n"], context)
    if figure is None:
        return vague(base, unit, back)
    if figure > FARTHEST:
        return None
    count, unit, soft = whole(figure, unit)
    if base is not None and base.timex.startswith("BC") and unit in YEARS:
        return unknown(f"BC{max(0, -year_in(base) + (count if back else -count) * YEARS[unit]):04}", unit)
    if base is None or base.earliest is None:
        return unknown("PAST_REF" if back else "FUTURE_REF", "fuzzy")
    ago = context.has(parts["how"][0], "ago") or "post" in context.text(parts["how"])
    return moved(base, unit, -count if back else count, ago, soft)


def backward(parts: Parts, context: Context) -> bool:
    """Whether the distance goes back in time."""
    at = parts["how"][0]
    return any(context.has(at, tag) for tag in ("ago", "earlier", "before")) or "post" in context.text(parts["how"])


def base_of(parts: Parts, context: Context) -> Period | None:
    """The period the distance starts from."""
    if "anchor" in parts:
        return context.read(parts["anchor"], context)
    how = context.text(parts["how"])
    now = Period(context.now, context.now, "day", context.basis) if context.now else None
    if (how in ("ago", "from now", "hence") or how.startswith("post")) and not context.narrative:
        return now
    if context.last is not None and (context.near <= NEAR or context.narrative or now is None):
        return context.last._replace(basis="text")
    return now


def count_of(told: object, context: Context) -> Decimal | None:
    """How many units; None for "a few"."""
    if told in ("the", "2"):
        return Decimal(1 if told == "the" else 2)
    if not isinstance(told, tuple):
        return None
    words = context.segmented.words[told[0] : told[1]]
    if words[0].lower() in ("a", "an"):
        return Decimal(1)
    figure = figure_of(words, context.lexicon)
    return figure if figure is not None and figure <= FARTHEST else Decimal(FARTHEST + 1)


def whole(figure: Decimal, unit: str) -> tuple[int, str, int]:
    """Whole units, a part of one in smaller ones (half a century is 50 years); the days by which it may be off."""
    smaller, times, soft = SMALLER.get(unit, (unit, 1, SOFT.get(unit, 0)))
    return (int(figure * times), smaller, soft) if figure % 1 else (int(figure), unit, SOFT.get(unit, 0))


def moved(base: Period, unit: str, count: int, ago: bool, soft: int) -> Period | None:
    """The base moved by some units, with the value in that unit; off by `soft` days at most."""
    start = base.earliest
    coarse = base.precision not in ("day", "minute")
    if start is None or (coarse and (unit in DAYS or (unit == "month" and base.precision not in ("month", "fuzzy")))):
        return unknown("PAST_REF" if count < 0 else "FUTURE_REF", "fuzzy")
    if unit in DAYS:
        day = add_days(start, count * DAYS[unit])
        exact = unit == "day" or not ago
        timex = str(day) if exact or day is None else week_value(day)
    else:
        day = add_months(start, count * MONTHS[unit])
        exact, timex = False, "" if day is None else unit_value(day, unit)
    if day is None:
        return None
    if exact:
        return made((day, day), "day", base.basis, timex)
    if not coarse:
        return Period(*room(day, soft, soft), "fuzzy", base.basis, timex=timex)
    whole = month_of(day.year, day.month) if unit == "month" else years_of(day.year, day.year)
    return made(whole, unit, base.basis, timex)


def unit_value(day: date, unit: str) -> str:
    """TIMEX3 value of the month, year, decade or century of a day."""
    digits = {"decade": 3, "century": 2}.get(unit, 4)
    return f"{day.year:04}-{day.month:02}" if unit in ("month", "quarter") else f"{day.year:04}"[:digits]


def room(day: date, before: int, after: int) -> Stretch:
    """The days around a day, kept inside the calendar."""
    return add_days(day, -before) or date.min, add_days(day, after) or date.max


def vague(base: Period | None, unit: str, back: bool) -> Period:
    """A few days later, some years ago."""
    timex = "PAST_REF" if back else "FUTURE_REF"
    if base is None or base.earliest is None or base.precision not in ("day", "minute", "week", "month"):
        return unknown(timex, "fuzzy")
    days = DAYS.get(unit) or 30 * MONTHS.get(unit, 1)
    if back:
        first, last = add_days(base.earliest, -FEW[1] * days), add_days(base.earliest, -FEW[0] * days)
    else:
        first, last = add_days(base.earliest, FEW[0] * days), add_days(base.earliest, FEW[1] * days)
    if first is None or last is None:
        return unknown(timex, "fuzzy")
    return Period(first, last, "fuzzy", base.basis, timex=timex)


def recent(parts: Parts, context: Context) -> Period | None:
    """Recent weeks, the past few months, the coming few years: a stretch that ends or begins at publication."""
    unit = context.value(parts["unit"], "period")
    timex, days = "PAST_REF", WITHIN.get(unit, 42)
    if "step" in parts:
        couple = "n" in parts and context.word(parts["n"]) == "couple"
        timex, days = f"P{2 if couple else 'X'}{CODES.get(unit, '')}", SCANT.get(unit, 35)
        days = days * 3 // 5 if couple else days
    now, basis, ahead = aim(parts, context)
    if now is None:
        return unknown(timex, "fuzzy")
    span = (now, now + timedelta(days)) if ahead else (now - timedelta(days), now)
    return Period(*span, "fuzzy", basis, timex=timex)


def aim(parts: Parts, context: Context) -> tuple[date | None, str, bool]:
    """Where a stretch starts, what that rests on, and whether it goes ahead: the coming weeks, the following days."""
    if "step" not in parts:
        return context.now, context.basis, False
    at, last = parts["step"][0], context.last
    forth, back = context.has(at, "step_forth"), context.has(at, "step_back")
    if forth or back:
        told = last is not None and last.precision in ("day", "minute", "week", "month")
        return ((last.latest if forth else last.earliest) if told and last else None), "text", forth
    return context.now, context.basis, context.has(at, "step_next") or context.has(at, "step_coming")


def slice_of(parts: Parts, inner: Period, context: Context) -> Period | None:
    """The first four months of 2021, the third week of May, the last days of the year."""
    unit = context.value(parts["unit"], "period", "period_odd")
    if inner.earliest is None or inner.latest is None:
        return inner
    rank, count = context.rank(parts["rank"]), slice_count(parts, context)
    length = DAYS.get(unit, 30 * MONTHS.get(unit, 1))
    if count is None or not 0 <= rank <= 400 or not 0 < count * length <= (inner.latest - inner.earliest).days + 31:
        return inner._replace(precision="fuzzy")
    stretch = cut(inner.earliest, inner.latest, unit, rank, count)
    if stretch is None or stretch[0] > inner.latest:
        return None
    timex = single(stretch, unit) if count == 1 else f"P{count}{CODES.get(unit, '')}"
    return Period(*stretch, "range", inner.basis, timex=timex)


def slice_count(parts: Parts, context: Context) -> int | None:
    """How many units; one when none are told; None for "few"."""
    if "n" not in parts:
        return 1 if not context.word(parts["unit"]).endswith("s") else None
    figure = figure_of(context.segmented.words[parts["n"][0] : parts["n"][1]], context.lexicon)
    return int(figure) if figure is not None and figure <= FARTHEST else None


def cut(first: date, last: date, unit: str, rank: int, count: int) -> Stretch | None:
    """Units number `rank` on (0: the last ones) of a stretch of days."""
    if unit in MONTHS:
        size = MONTHS[unit]
        if rank == 0:
            start = add_months(last.replace(day=1), 1 - size * count)
            return (max(start, first), last) if start else None
        start, end = add_months(first, size * (rank - 1)), add_months(first, size * (rank - 1 + count))
        return (start, min(end - timedelta(1), last)) if start and end else None
    size = DAYS.get(unit, 1) * count
    if rank == 0:
        return last - timedelta(size - 1), last
    start = add_days(first, DAYS.get(unit, 1) * (rank - 1))
    return (start, min(start + timedelta(size - 1), last)) if start else None


def single(stretch: Stretch, unit: str) -> str:
    """Value of one unit."""
    first = stretch[0]
    if unit == "week":
        return week_value(week_of(first)[0])
    return str(first) if unit == "day" else unit_value(first, unit)
