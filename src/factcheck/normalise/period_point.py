"""Calendar dates: year, month, day, weekday, season, quarter, decade, century."""

from __future__ import annotations

from datetime import date, timedelta

from factcheck.model import Period
from factcheck.normalise.calendar import day_of, month_after, month_of, months_of, season_of, valid, years_of
from factcheck.normalise.period_base import blank, made, unknown, with_daypart, yearly
from factcheck.normalise.period_context import Context, Parts, Shape
from factcheck.normalise.period_year import MONTHS, is_bc, month_number, year_of

PIVOT = 30
"""Two-digit decades from here on belong to the 1900s."""


def point(parts: Parts, context: Context) -> Period | None:
    """The period of a calendar date: the first of its fields in `FIELDS` tells how to read it."""
    for field, reading in FIELDS:
        if field in parts:
            return with_daypart(reading(parts, context), parts, context)
    return None


def dated(parts: Parts, context: Context) -> Period | None:
    """Saturday, April 1: the date decides; where it tells no year, a year near by in which the weekday fits."""
    period, told = point(parts["date"], context), weekday_number(parts, context)
    if period is None or period.earliest is None or "year" in parts["date"]:
        return period
    first = period.earliest
    years = [year for year in (first.year, first.year + 1, first.year - 1) if valid(year)]
    days = [day for year in years if (day := day_of(year, first.month, first.day)) and day.isoweekday() == told]
    return period._replace(earliest=days[0], latest=days[0], timex=str(days[0])) if days else period


def month_day(parts: Parts, context: Context) -> Period | None:
    """A month, a day of it, or some days of it (10-12 November)."""
    month = month_number(parts, context)
    year, basis = year_of(parts, context)
    if "day" not in parts:
        if year is None or not valid(year):
            return unknown(f"{blank(year)}-{month:02}", "month")
        return made(month_of(year, month), "month", basis, f"{year:04}-{month:02}")
    first = context.number(parts["day"])
    last = context.number(parts["until"]) if "until" in parts else first
    if year is None or not valid(year):
        return unknown(f"{blank(year)}-{month:02}-{first:02}", "day")
    start, end = day_of(year, month, first), day_of(year, month, last)
    if start is None or end is None:
        return None
    end = max(start, end)
    value = str(start) if start == end else f"{start}/{end}"
    return made((start, end), "day" if start == end else "range", basis, value)


def whole_year(parts: Parts, context: Context) -> Period | None:
    """A year, or a range of years of one era."""
    if "era" in parts and is_bc(parts, context):
        return before_christ(parts, context)
    year, basis = year_of(parts, context)
    if year is None or not valid(year):
        return None
    last = context.number(parts["until"]) if "until" in parts else year
    if not valid(last) or last < year:
        return None
    value = f"{year:04}" if last == year else f"{year:04}/{last:04}"
    return made(years_of(year, last), "year" if last == year else "range", basis, value)


def season(parts: Parts, context: Context) -> Period:
    """Spring, summer, autumn, winter of a year."""
    code = context.value(parts["season"], "season", "season_fall")
    year, basis = year_of(parts, context)
    if year is None or not valid(year):
        return unknown(f"{blank(year)}-{code}", "season")
    return made(season_of(year, code), "season", basis, f"{year:04}-{code}")


def quarter(parts: Parts, context: Context) -> Period | None:
    """A quarter of a year, by calendar months."""
    number = (context.rank(parts["quarter"]) if "quarter" in parts else context.number(parts["q"])) or 4
    year, basis = year_of(parts, context)
    if "q_year" in parts:
        year, basis = context.number(parts["q_year"]), "explicit"
    if not 1 <= number <= 4:
        return None
    if year is None or not valid(year):
        return unknown(f"XXXX-Q{number}", "quarter")
    stretch = months_of(year, 3 * number - 2, 3)
    bare = not {"year", "of", "q_year"} & parts.keys()
    if bare and context.now and stretch[0] > context.now and not context.future():
        year -= 1
        stretch = months_of(year, 3 * number - 2, 3)
    elif bare and context.now and stretch[1] < context.now and context.basis == basis and context.future():
        year += 1
        stretch = months_of(year, 3 * number - 2, 3)
    return made(stretch, "quarter", basis, f"{year:04}-Q{number}")


def quarter_to(parts: Parts, context: Context) -> Period | None:
    """The March quarter: the three months that end with it."""
    month = int(context.value(parts["ended"], *MONTHS) or 0)
    inner = {**parts, "month": parts["ended"]}
    year, basis = year_of(inner, context)
    if year is None or not valid(year - 1):
        return unknown(f"{blank(year)}-{month:02}", "quarter")
    first = date(year, month, 1) - timedelta(45)  # in the month two before
    value = f"{year:04}-Q{month // 3}" if month % 3 == 0 else f"{year:04}-{month:02}"
    return made(months_of(first.year, first.month, 3), "quarter", basis, value)


def lone_day(parts: Parts, context: Context) -> Period | None:
    """On the 5th: of the month told before, else the last one before publication."""
    number = context.number(parts["day"])
    last = context.last
    if last is not None and last.earliest is not None and (context.narrative or context.near <= 1) and not yearly(last):
        year, month, basis = last.earliest.year, last.earliest.month, "text"
    elif context.dated and context.now is not None:
        behind = -1 if number > context.now.day and not context.future() else 0
        (year, month), basis = month_after(context.now.year, context.now.month, behind), context.basis
    else:
        return unknown(f"XXXX-XX-{number:02}", "day")
    told = day_of(year, month, number)
    return made((told, told), "day", basis, str(told)) if told else None


def decade(parts: Parts, context: Context) -> Period | None:
    """The 1980s, the '80s, the eighties, the 470s BC."""
    word = context.word(parts["decade"])
    if not word.isdigit():
        start = 1900 + 10 * int(context.value(parts["decade"], "decade_word") or 0)
    else:
        start = int(word) if len(word) != 2 else int(word) + (1900 if int(word) >= PIVOT else 2000)
    if "era" in parts:
        return unknown(f"BC{int(word) // 10:03}", "decade")
    if word.endswith("00") and 1000 <= start < 2000:  # the 1800s
        return made(years_of(start, start + 99), "century", "explicit", f"{start // 100:02}")
    return made(years_of(start, start + 9), "decade", "explicit", f"{start // 10:03}") if valid(start) else None


def century(parts: Parts, context: Context) -> Period | None:
    """The 19th century: 1800 to 1899 as writers mean it."""
    number = context.rank(parts["century"])
    if not 1 <= number <= 30:
        return None
    if "era" in parts:
        return unknown(f"BC{number - 1:02}", "century")
    start = (number - 1) * 100
    return made(years_of(max(start, 1), start + 99), "century", "explicit", f"{number - 1:02}")


def before_christ(parts: Parts, context: Context) -> Period:
    """A year before Christ: outside the calendar of days, so only its value is told."""
    first = f"BC{context.number(parts['year']):04}"
    last = f"BC{context.number(parts['until']):04}" if "until" in parts else first
    return unknown(first if last == first else f"{first}/{last}", "year")


def weekday(parts: Parts, context: Context) -> Period | None:
    """A weekday: the past one nearest to publication, the coming one when the clause looks ahead."""
    number = weekday_number(parts, context)
    day, basis = weekday_of(number, parts, context)
    return made((day, day), "day", basis, str(day)) if day else unknown(f"XXXX-WXX-{number}", "day")


def weekday_number(parts: Parts, context: Context) -> int:
    """1 Monday to 7 Sunday."""
    name = next(name for name in ("weekday", "weekday_short", "on_short") if name in parts)
    return int(context.value(parts[name], "weekday", "weekday_short") or 1)


def weekday_of(number: int, parts: Parts, context: Context) -> tuple[date | None, str]:
    """The day of a weekday and what it rests on."""
    last = context.last.earliest if context.last is not None and context.last.precision == "day" else None
    if "of" in parts:
        week = context.read(parts["of"], context)
        if week is None or week.earliest is None:
            return None, ""
        return week.earliest + timedelta(number - 1), week.basis
    if last is not None and context.forward:
        return last + timedelta((number - last.isoweekday()) % 7), "text"
    if context.narrative:
        return (last + timedelta((number - last.isoweekday() + 3) % 7 - 3) if last else None), "text"
    if not context.dated or context.now is None:
        return None, ""
    back = (context.now.isoweekday() - number) % 7
    tense = context.tense()
    ahead = 7 if back and (tense == "future" or (tense != "told" and context.lasts())) else 0
    return context.now + timedelta(ahead - back), context.basis


FIELDS: tuple[tuple[str, Shape], ...] = (
    ("date", dated),
    ("decade", decade),
    ("century", century),
    ("ended", quarter_to),
    ("quarter", quarter),
    ("q", quarter),
    ("season", season),
    ("month", month_day),
    ("weekday", weekday),
    ("weekday_short", weekday),
    ("on_short", weekday),
    ("day", lone_day),
    ("year", whole_year),
)
"""How a date is read, by the first field it tells."""
