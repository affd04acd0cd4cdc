"""Calendar arithmetic: first and last days of named periods, shifts, parts of periods."""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta

Stretch = tuple[date, date]
"""First and last day, both included."""

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season (northern hemisphere, by calendar months)."""


def valid(year: int) -> bool:
    """Whether the calendar can hold a year."""
    return 1 <= year <= MAXYEAR - 1


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None when there is none (31 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_length(year: int, month: int) -> int:
    """Days of a month; the standard library's `calendar` takes longer to import than a run takes to read a date."""
    return 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days


def is_leap(year: int) -> bool:
    """Whether a year has a 29 February."""
    return month_length(year, 2) == 29


def month_of(year: int, month: int) -> Stretch:
    """All days of a month."""
    return date(year, month, 1), date(year, month, month_length(year, month))


def months_of(year: int, month: int, count: int) -> Stretch:
    """`count` months from a month on."""
    return date(year, month, 1), month_of(*month_after(year, month, count - 1))[1]


def month_after(year: int, month: int, count: int) -> tuple[int, int]:
    """Year and month `count` months later."""
    total = year * 12 + month - 1 + count
    return total // 12, total % 12 + 1


def years_of(first: int, last: int) -> Stretch:
    """All days of some years."""
    return date(first, 1, 1), date(last, 12, 31)


def season_of(year: int, code: str) -> Stretch:
    """The three months of a season; winter begins in December of its year."""
    return months_of(year, SEASONS[code], 3)


def week_of(day: date) -> Stretch:
    """Monday to Sunday around a day."""
    monday = day - timedelta(day.weekday())
    return monday, monday + timedelta(6)


def week_value(day: date) -> str:
    """TIMEX3 value of the ISO week of a day."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def add_days(day: date, count: int) -> date | None:
    """The day `count` days later, None outside the calendar."""
    try:
        return day + timedelta(count)
    except OverflowError:
        return None


def easter(year: int) -> date:
    """Easter Sunday of the western churches.

    Source: the anonymous Gregorian algorithm (Nature, 20 April 1876).
    """
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def feast_of(year: int, month: str, told: str) -> date:
    """The day of a feast in a year: "12" of the month, the fourth Thursday ("4 Thu"), the day after it ("4 Thu +1")."""
    if month == "E":
        return easter(year) + timedelta(int(told))
    number, *named = told.split()
    if not named:
        return date(year, int(month), int(number))
    weekday = WEEKDAYS.index(named[0])
    first, last = month_of(year, int(month))
    if int(number) > 0:
        day = first + timedelta((weekday - first.weekday()) % 7 + 7 * (int(number) - 1))
    else:
        day = last - timedelta((last.weekday() - weekday) % 7)
    return day + timedelta(int(named[1]) if len(named) > 1 else 0)


def add_months(day: date, count: int) -> date | None:
    """The same day of another month, or its last one."""
    year, month = month_after(day.year, day.month, count)
    if not valid(year):
        return None
    return date(year, month, min(day.day, month_length(year, month)))


def clip(stretch: Stretch, precision: str, edge: str) -> Stretch:
    """The start, middle or end of a period; of a month its thirds, of a year its first or last four months."""
    first, last = stretch
    if precision in ("day", "minute"):
        return stretch
    if precision == "month":
        days = {"start": (1, 10), "mid": (11, 20), "end": (21, last.day)}[edge]
        return first.replace(day=days[0]), first.replace(day=days[1])
    if precision == "year":
        months = {"start": (1, 4), "mid": (6, 7), "end": (9, 12)}[edge]
        return date(first.year, months[0], 1), month_of(first.year, months[1])[1]
    if precision == "decade":
        years = {"start": (0, 3), "mid": (4, 6), "end": (7, 9)}[edge]
        return years_of(first.year + years[0], first.year + years[1])
    third = (last - first).days // 3
    cuts = {"start": (0, third), "mid": (third, 2 * third), "end": (2 * third, (last - first).days)}[edge]
    return first + timedelta(cuts[0]), first + timedelta(cuts[1])
