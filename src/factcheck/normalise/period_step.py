"""Periods told by a step from another one: last week, this year, the following day, that month."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from factcheck.model import Period
from factcheck.normalise.calendar import (
    Stretch,
    add_days,
    add_months,
    month_of,
    months_of,
    season_of,
    valid,
    week_of,
    week_value,
    years_of,
)
from factcheck.normalise.period_base import made, unknown, with_daypart, year_in
from factcheck.normalise.period_context import Context, Parts
from factcheck.normalise.period_year import MONTHS

NEAR = 2
"""Sentences back within which "the next day" goes from the date told there."""

BLANK = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX", "weekend": "XXXX-WXX-WE"}

DEICTIC = ("step_last", "step_past", "step_this", "step_current", "step_next", "step_coming")
ANAPHORIC = ("step_back", "step_forth", "step_same", "step_that")


class Move(NamedTuple):
    """Where a step starts and how it goes."""

    base: Period | None
    basis: str
    size: int
    tag: str

    @property
    def now(self) -> date | None:
        """The day to step from."""
        return self.base.earliest if self.base is not None else None


def step(parts: Parts, context: Context) -> Period | None:
    """The period a step away from publication or from the date told before."""
    tag, size = kind(parts, context)
    base, basis = base_of(parts, tag, context)
    move = Move(base, basis, size, tag)
    for field, tags, reading in (
        ("month", MONTHS, month),
        ("season", ("season", "season_fall"), season),
        ("weekday", ("weekday", "weekday_short"), weekday),
    ):
        if field in parts:
            return with_daypart(reading(context.value(parts[field], *tags), move), parts, context)
    if "daypart" in parts:
        return daypart(parts, base, basis, size, context)
    unit = context.value(parts["unit"], "period", "period_odd")
    if unit == "weekend" and "step" not in parts:
        return weekend(context)
    if tag == "step_past" and context.now is not None:
        return past(unit, context)
    if base is not None and base.timex.startswith("BC"):
        return before_christ(base, unit, size)
    if base is None or base.earliest is None:
        return unknown(BLANK.get(unit, ""), unit)
    return around(base, unit, size, basis)


def before_christ(base: Period, unit: str, size: int) -> Period:
    """A year, decade or century some steps from a year before Christ, where years count down."""
    year = -year_in(base)
    values = {"year": f"{year - size:04}", "decade": f"{year // 10 - size:03}", "century": f"{year // 100 - size:02}"}
    return unknown(f"BC{values.get(unit, BLANK.get(unit, ''))}", unit)


def kind(parts: Parts, context: Context) -> tuple[str, int]:
    """The class of the stepping word and its step: ("step_last", -1)."""
    if "step" not in parts:
        return "step_that", 0
    last = parts["step"][1]
    for tag in (*DEICTIC, *ANAPHORIC):
        value = context.values.get(tag, {}).get(context.segmented.words[last - 1].lower())
        if value is not None and context.has(last - 1, tag):
            return tag, int(value)
    return "step_that", 0


def base_of(parts: Parts, tag: str, context: Context) -> tuple[Period | None, str]:
    """The period to step from."""
    anaphoric = tag in ANAPHORIC
    if tag == "step_next" and context.segmented.words[parts["step"][0] - 1].lower() == "the":
        anaphoric = context.last is not None and (context.near <= NEAR or context.narrative)
    if anaphoric or (context.narrative and context.last is not None and tag in ("step_this", "step_next")):
        if context.last is not None:
            return context.last, "text"
        if tag in ("step_same", "step_forth", "step_back") or ("step" in parts and "unit" not in parts):
            return None, "unknown"
    if context.now is None:
        return None, "unknown"
    return Period(context.now, context.now, "day" if context.dated else "month", context.basis), context.basis


def around(base: Period, unit: str, size: int, basis: str) -> Period | None:
    """The day, week, month, ... `size` steps from the one that holds the base."""
    start = base.latest if size > 0 and unit == "day" and base.latest else base.earliest
    assert start is not None
    if unit == "day":
        day = add_days(start, size)
        if base.precision not in ("day", "minute") or day is None:
            return unknown(BLANK["day"], "day")
        return made((day, day), "day", basis, str(day))
    if unit in ("week", "weekend"):
        return week(start, unit, size, basis)
    if unit in ("month", "quarter"):
        moved = add_months(start, size * (3 if unit == "quarter" else 1))
        return None if moved is None else monthly(moved, unit, basis)
    years = {"year": 1, "decade": 10, "century": 100}.get(unit)
    if years is None:
        return None
    first = start.year - start.year % years + size * years
    if not valid(max(first, 1)) or not valid(first + years):
        return None
    value = f"{first:04}"[: {1: 4, 10: 3, 100: 2}[years]]
    return made(years_of(max(first, 1), first + years - 1), unit, basis, value)


def week(start: date, unit: str, size: int, basis: str) -> Period | None:
    """A week or its Saturday and Sunday."""
    day = add_days(start, 7 * size)
    if day is None or not valid(day.year):
        return None
    stretch = week_of(day)
    if unit == "week":
        return made(stretch, "week", basis, week_value(day))
    return made((stretch[0] + timedelta(5), stretch[1]), "week", basis, week_value(day) + "-WE")


def weekend(context: Context) -> Period | None:
    """The weekend: the past one, or the coming one when the clause looks ahead."""
    if not context.dated or context.now is None:
        return unknown(BLANK["weekend"], "weekend")
    ahead = context.future() or context.now.weekday() >= 5
    return week(context.now, "weekend", 0 if ahead else -1, context.basis)


def past(unit: str, context: Context) -> Period | None:
    """The past year: the twelve months up to publication, a duration in TIMEX3."""
    assert context.now is not None
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    start = add_months(context.now, -months) if months else add_days(context.now, -7 if unit == "week" else -2)
    if start is None:
        return None
    value = {"decade": "P1DE", "century": "P1CE", "weekend": "P1WE"}.get(unit, f"P1{unit[:1].upper()}")
    return Period(start, context.now, "fuzzy", context.basis, timex=value)


def monthly(day: date, unit: str, basis: str) -> Period:
    """The month or quarter of a day."""
    if unit == "month":
        return made(month_of(day.year, day.month), "month", basis, f"{day.year:04}-{day.month:02}")
    number = (day.month + 2) // 3
    return made(months_of(day.year, 3 * number - 2, 3), "quarter", basis, f"{day.year:04}-Q{number}")


def year_for(stretches: dict[int, Stretch], now: date, move: Move) -> int:
    """The year of "last August", "next summer": the nearest whole one before or behind the base."""
    years = sorted(stretches)
    if move.size < 0:
        return max((year for year in years if stretches[year][1] < now), default=years[0])
    if move.size > 0:
        return min((year for year in years if stretches[year][0] > now), default=years[-1])
    return now.year


def month(name: str, move: Move) -> Period | None:
    """Last August, next May."""
    number, now = int(name), move.now
    if now is None:
        return unknown(f"XXXX-{number:02}", "month")
    near = {year: month_of(year, number) for year in range(now.year - 2, now.year + 3) if valid(year)}
    year = year_for(near, now, move)
    return made(near[year], "month", move.basis, f"{year:04}-{number:02}")


def season(code: str, move: Move) -> Period | None:
    """This summer, last winter."""
    now = move.now
    if now is None:
        return unknown(f"XXXX-{code}", "season")
    near = {
        year: season_of(year, code) for year in range(now.year - 2, now.year + 3) if valid(year) and valid(year + 1)
    }
    year = year_for(near, now, move)
    return made(near[year], "season", move.basis, f"{year:04}-{code}")


def weekday(name: str, move: Move) -> Period | None:
    """Last Thursday, next Friday, this Monday."""
    number, now = int(name), move.now
    if now is None or move.base is None or move.base.precision != "day":
        return unknown(f"XXXX-WXX-{number}", "day")
    if move.size == 0:
        day = week_of(now)[0] + timedelta(number - 1)
    elif move.size < 0:
        day = now - timedelta((now.isoweekday() - number) % 7 or 7)
    else:
        day = now + timedelta((number - now.isoweekday()) % 7 or 7)
    return made((day, day), "day", move.basis, str(day))


def daypart(parts: Parts, base: Period | None, basis: str, size: int, context: Context) -> Period | None:
    """Last night, this morning, the next morning, that night."""
    day = add_days(base.earliest, size) if base is not None and base.earliest and base.precision == "day" else None
    period = made((day, day), "day", basis, str(day)) if day else unknown("XXXX-XX-XX", "day")
    return with_daypart(period, parts, context)
