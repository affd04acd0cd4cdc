"""Small pieces all shapes of dates share: making a period, reading one back."""

from __future__ import annotations

from factcheck.model import Period
from factcheck.normalise.calendar import SEASONS, Stretch
from factcheck.normalise.period_context import Context, Parts


def unknown(timex: str, precision: str) -> Period:
    """A date whose year nobody tells."""
    return Period(None, None, precision, "unknown", timex=timex)


def blank(year: int | None) -> str:
    """The year of a value outside the calendar of days: BC0480, or XXXX when unknown."""
    return f"BC{-year:04}" if year is not None and -9999 <= year < 0 else "XXXX"


def made(stretch: Stretch, precision: str, basis: str, timex: str) -> Period:
    """A resolved period."""
    return Period(stretch[0], stretch[1], precision, basis, timex=timex)


def with_daypart(period: Period | None, parts: Parts, context: Context) -> Period | None:
    """Tuesday night: the day, with the part of it in the value."""
    told = parts.get("daypart") or parts.get("daypart_short")
    if period is None or told is None:
        return period
    code = context.value((told[1] - 1, told[1]), "daypart")
    return period._replace(timex=period.timex + code)


def year_in(period: Period) -> int:
    """The year a period begins in; negative before Christ."""
    return period.earliest.year if period.earliest else -int(period.timex[2:6])


def month_in(period: Period) -> int:
    """The month a period begins in, 0 when only its year is known."""
    if period.earliest is not None:
        return period.earliest.month
    told = period.timex[7:9]
    return int(told) if told.isdigit() else SEASONS.get(told, 0)


def yearly(period: Period) -> bool:
    """Whether a period was told by its year alone: 1943, late 1943, the first half of 1943."""
    return len(period.timex.split("-")[0]) == len(period.timex) or period.timex[4:6] in ("-Q", "-H")
