"""Periods told by a step from another one: last week, this year, the following day, that month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

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
from factcheck.record import NamedTuple

NEAR = 2
"""Sentences back within which "the next day" goes from the date told there."""

BLANK = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX", "weekend": "XXXX-WXX-WE",
         "quarter": "XXXX-QX", "decade": "XXX", "century": "XX"}  # fmt: skip

YEARS, LONG = {"decade": 10, "century": 100}, {"decade": "P1DE", "century": "P1CE"}

LENGTH = {
    "minute": 0,
    "day": 1,
    "week": 2,
    "weekend": 2,
    "month": 3,
    "quarter": 4,
    "year": 5,
    "decade": 6,
    "century": 7,
}
"""Units from short to long."""

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
    move = Move(*base_of(parts, tag, context), size, tag)
    for field, tags, reading in NAMED:
        if field in parts:
            return with_daypart(reading(context.value(parts[field], *tags), move), parts, context)
    unit = context.value(parts["unit"], "period", "period_odd")
    if unit == "weekend" and "step" not in parts:
        return weekend(context)
    article = context.segmented.words[parts["step"][0] - 1].lower() == "the" if "step" in parts else False
    if context.now is not None and (tag == "step_past" or (tag == "step_last" and article and unit == "decade")):
        return past(unit, context)
    if context.now is not None and tag == "step_next" and article and unit in YEARS and not context.narrative:
        return coming(unit, context)
    return around(move, unit)


def within(last: Period | None, parts: Parts, context: Context) -> bool:
    """Whether the date told before lies inside one such unit: a day or a month has a year, a year has no week."""
    unit = context.value(parts["unit"], "period", "period_odd")
    return last is not None and unit in LENGTH and LENGTH.get(last.precision, 99) <= LENGTH[unit]


def around(move: Move, unit: str) -> Period | None:
    """The day, week, month, ... some steps from the one that holds the base."""
    base = move.base
    if base is not None and base.timex.startswith("BC"):
        return before_christ(base, unit, move.size)
    if base is None or base.earliest is None or unit not in UNITS:
        return unknown(BLANK.get(unit, ""), unit)
    return UNITS[unit](base, unit, move)


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
    if "step" not in parts and context.dated and not within(context.last, parts, context):
        anaphoric = False
    if anaphoric or (context.narrative and context.last is not None and tag in ("step_this", "step_next")):
        if context.last is not None:
            return context.last, "text"
        if tag in ("step_same", "step_forth", "step_back") or ("step" in parts and "unit" not in parts):
            return None, "unknown"
    if context.now is None:
        return None, "unknown"
    return Period(context.now, context.now, "day" if context.dated else "month", context.basis), context.basis


def day(base: Period, unit: str, move: Move) -> Period:
    """The following day, the same day; none when the base is no day."""
    start = base.latest if move.size > 0 else base.earliest
    told = add_days(start, move.size) if start is not None and base.precision in ("day", "minute") else None
    return made((told, told), unit, move.basis, str(told)) if told else unknown(BLANK[unit], unit)


def week(base: Period, unit: str, move: Move) -> Period | None:
    """A week or its Saturday and Sunday."""
    told = add_days(base.earliest, 7 * move.size) if base.earliest else None
    if told is None or not valid(told.year):
        return None
    stretch = week_of(told)
    if unit == "week":
        return made(stretch, "week", move.basis, week_value(told))
    return made((stretch[0] + timedelta(5), stretch[1]), "week", move.basis, week_value(told) + "-WE")


def month_unit(base: Period, unit: str, move: Move) -> Period | None:
    """A month or quarter."""
    told = add_months(base.earliest, move.size * (3 if unit == "quarter" else 1)) if base.earliest else None
    if told is None:
        return None
    if unit == "month":
        return made(month_of(told.year, told.month), "month", move.basis, f"{told.year:04}-{told.month:02}")
    number = (told.month + 2) // 3
    return made(months_of(told.year, 3 * number - 2, 3), "quarter", move.basis, f"{told.year:04}-Q{number}")


def years(base: Period, unit: str, move: Move) -> Period | None:
    """A year, decade or century."""
    length, digits = {"year": (1, 4), "decade": (10, 3), "century": (100, 2)}[unit]
    year = base.earliest.year if base.earliest else 1
    first = year - year % length + move.size * length
    if not valid(first) or not valid(first + length):
        return None
    return made(years_of(first, first + length - 1), unit, move.basis, f"{first:04}"[:digits])


def weekend(context: Context) -> Period | None:
    """The weekend: the past one, or the coming one when the clause looks ahead."""
    if not context.dated or context.now is None:
        return unknown(BLANK["weekend"], "weekend")
    ahead = context.future() or context.now.weekday() >= 5
    today = Period(context.now, context.now, "day", context.basis)
    return week(today, "weekend", Move(today, context.basis, 0 if ahead else -1, "step_this"))


def past(unit: str, context: Context) -> Period | None:
    """The past year: the twelve months up to publication, a duration in TIMEX3."""
    assert context.now is not None
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    start = add_months(context.now, -months) if months else add_days(context.now, -7 if unit == "week" else -2)
    if start is None:
        return None
    value = {**LONG, "weekend": "P1WE"}.get(unit, f"P1{unit[:1].upper()}")
    return Period(start, context.now, "fuzzy", context.basis, timex=value)


def coming(unit: str, context: Context) -> Period | None:
    """The next decade, the next century: the years from publication on."""
    assert context.now is not None
    end = add_months(context.now, 12 * YEARS[unit])
    return Period(context.now, end, "fuzzy", context.basis, timex=LONG[unit]) if end else None


def year_for(stretches: dict[int, Stretch], now: date, move: Move) -> int:
    """The year of "last August", "next summer": the nearest whole one before or behind the base."""
    near = sorted(stretches)
    if move.size < 0:
        return max((year for year in near if stretches[year][1] < now), default=near[0])
    if move.size > 0:
        return min((year for year in near if stretches[year][0] > now), default=near[-1])
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
        told = week_of(now)[0] + timedelta(number - 1)
    elif move.size < 0:
        told = now - timedelta((now.isoweekday() - number) % 7 or 7)
    else:
        told = now + timedelta((number - now.isoweekday()) % 7 or 7)
    return made((told, told), "day", move.basis, str(told))


def daypart(name: str, move: Move) -> Period:  # noqa: ARG001
    """Last night, this morning, the next morning, that night: the day; its part is added to the value."""
    base = move.base
    if base is None or base.precision != "day" or base.timex.startswith("BC"):
        return unknown(BLANK["day"], "day")
    return day(base, "day", move)


NAMED: tuple[tuple[str, tuple[str, ...], Callable[[str, Move], Period | None]], ...] = (
    ("month", MONTHS, month),
    ("season", ("season", "season_fall"), season),
    ("weekday", ("weekday", "weekday_short"), weekday),
    ("daypart", ("daypart",), daypart),
)
"""Named periods a step can go to: the part, the tags of its words, how it is found."""

UNITS: dict[str, Callable[[Period, str, Move], Period | None]] = {
    "day": day,
    "week": week,
    "weekend": week,
    "month": month_unit,
    "quarter": month_unit,
    "year": years,
    "decade": years,
    "century": years,
}
