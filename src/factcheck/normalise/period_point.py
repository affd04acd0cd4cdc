"""Calendar dates: year, month, day, season, quarter, decade, century, and the year a bare date belongs to."""

from __future__ import annotations

from calendar import isleap
from datetime import date, timedelta

from factcheck.lexicon.number import figure_of
from factcheck.model import Period
from factcheck.normalise.calendar import (
    SEASONS,
    Stretch,
    day_of,
    month_after,
    month_of,
    months_of,
    season_of,
    valid,
    years_of,
)
from factcheck.normalise.period_context import Context, Parts

PIVOT = 50
"""Two-digit years from here on belong to the 1900s."""

BACK = 5
"""A bare month of a narrative lies at most so many months before the date told before it."""

BACK_IN_SENTENCE = 2
"""The same where the date told before only stands in the same sentence of a news text."""

AHEAD = 7
"""Months after the latest date of a story within which a bare month goes on from there."""

SOON, LONG_AGO = 62, 200
"""A bare day this soon ahead is meant when the past one lies longer back than that."""

MONTHS = ("month", "month_short")


def point(parts: Parts, context: Context) -> Period | None:
    """The period of a calendar date."""
    if "date" in parts:
        return with_daypart(point(parts["date"], context), parts, context)
    if (
        "era" in parts
        and "year" in parts
        and context.values["era_bc"].get(context.segmented.words[parts["era"][0]].upper())
    ):
        return before_christ(parts, context)
    for field, reading in (("decade", decade), ("century", century), ("weekday", weekday), ("weekday_short", weekday)):
        if field in parts and not (field.startswith("weekday") and "month" in parts):
            return reading(parts, context)
    year, basis = year_of(parts, context)
    if "quarter" in parts or "q" in parts:
        return quarter(parts, year, basis, context)
    if "season" in parts:
        return season(str(context.value(parts["season"], "season", "season_fall")), year, basis)
    if "month" in parts:
        return month_day(parts, year, basis, context)
    if "day" in parts:
        return lone_day(context.number(parts["day"]), context)
    return whole_year(parts, year, basis, context)


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
    if period is None or "daypart" not in parts:
        return period
    code = context.value((parts["daypart"][1] - 1, parts["daypart"][1]), "daypart")
    return period._replace(timex=period.timex + code)


def year_of(parts: Parts, context: Context) -> tuple[int | None, str]:
    """The year a date tells, borrows from its neighbour or takes from what stands around; and the basis."""
    if "year" in parts or "era_year" in parts:
        return told_year(parts, context), "explicit"
    if "of" in parts:
        from factcheck.normalise.period_parts import resolved

        outer = resolved(parts["of"], context)
        if outer is None or outer.earliest is None:
            return None, "unknown"
        return outer.earliest.year, outer.basis
    for name in ("lender", "upto", "since", "borrow"):
        year = borrowed(parts, parts.get(name), name, context)
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
    return year


def is_bc(parts: Parts, context: Context) -> bool:
    """Whether the era told is the one before Christ."""
    return bool(context.values["era_bc"].get(context.segmented.words[parts["era"][0]].upper()))


def year_in(period: Period) -> int:
    """The year a period begins in; negative before Christ."""
    return period.earliest.year if period.earliest else -int(period.timex[2:6])


def borrowed(parts: Parts, other: object, name: str, context: Context) -> int | None:
    """The year of the other end of a range or list: May-August 1950, April and June 1955."""
    if not isinstance(other, dict):
        return None
    while "lender" in other and not {"year", "era_year"} & other.keys():
        other = other["lender"]
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
    return int(context.value(parts["month"], *MONTHS) or 0) if "month" in parts else 0


def guessed(parts: Parts, context: Context) -> tuple[int | None, str]:
    """The year of a bare date, from the date told before or the publication date."""
    month = starts_in(parts, context)
    last, now = context.last, context.now
    if not month:
        return (now.year, context.basis) if now else (None, "unknown")
    if last is not None and (context.forward or context.narrative or context.near == 0):
        return story_year(month, "day" in parts, last, context), "text"
    if now is None:
        return None, "unknown"
    day = context.number(parts["day"]) if "day" in parts else None
    year = against(now, month, day, context)
    if (month, day) == (2, 29):
        year = min((n for n in range(year - 4, year + 5) if isleap(n)), key=lambda n: abs(n - year))
    return year, context.basis


def starts_in(parts: Parts, context: Context) -> int:
    """The month a bare month or season begins in, or 0."""
    if "season" in parts:
        return SEASONS[context.value(parts["season"], "season", "season_fall")]
    return month_number(parts, context)


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


def yearly(period: Period) -> bool:
    """Whether a period was told by its year alone: 1943, late 1943, the first half of 1943."""
    return len(period.timex.split("-")[0]) == len(period.timex) or period.timex[4:6] in ("-Q", "-H")


def month_in(period: Period) -> int:
    """The month a period begins in, 0 when only its year is known."""
    if period.earliest is not None:
        return period.earliest.month
    told = period.timex[7:9]
    return int(told) if told.isdigit() else SEASONS.get(told, 0)


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
    if context.basis == "text":
        middle = min(day or 15, 28)
        distance = {
            year: abs((date(year, month, middle) - now).days) for year in (now.year - 1, now.year, now.year + 1)
        }
        return min(distance, key=lambda year: distance[year])
    if context.future():
        return ahead
    if day is None or context.has(context.at - 1, "since"):
        return passed
    behind, coming = (day_of(year, month, min(day, 28)) for year in (passed, ahead))
    soon = coming is not None and 0 <= (coming - now).days <= SOON
    return ahead if soon and behind is not None and (now - behind).days > LONG_AGO else passed


def lone_day(number: int, context: Context) -> Period | None:
    """On the 5th: of the month told before, else the last one before publication."""
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


def month_day(parts: Parts, year: int | None, basis: str, context: Context) -> Period | None:
    """A month, a day of it, or some days of it (10-12 November)."""
    month = month_number(parts, context)
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
    if end < start:
        end = start
    value = str(start) if start == end else f"{start}/{end}"
    return made((start, end), "day" if start == end else "range", basis, value)


def whole_year(parts: Parts, year: int | None, basis: str, context: Context) -> Period | None:
    """A year, or a range of years of one era."""
    if year is None or not valid(year):
        return None
    last = context.number(parts["until"]) if "until" in parts else year
    if not valid(last) or last < year:
        return None
    value = f"{year:04}" if last == year else f"{year:04}/{last:04}"
    return made(years_of(year, last), "year" if last == year else "range", basis, value)


def season(code: str, year: int | None, basis: str) -> Period:
    """Spring, summer, autumn, winter of a year."""
    if year is None or not valid(year):
        return unknown(f"{blank(year)}-{code}", "season")
    return made(season_of(year, code), "season", basis, f"{year:04}-{code}")


def rank_of(part: tuple[int, int], context: Context) -> int:
    """The number of "first", "21st", "twenty-first"; 0 for "last"."""
    words = context.segmented.words[part[0] : part[1]]
    if words[0][0].isdigit():
        return int(words[0]) if words[0].isascii() and words[0].isdigit() else -1
    if words[0].lower() in ("last", "final", "closing", "latter"):
        return 0
    row = context.lexicon.find("ordinals", words[-1])
    tens = figure_of(words[:1], context.lexicon) if len(words) > 1 else 0
    return int(row["value"] if row else 0) + int(tens or 0) or (1 if words[0].lower() == "opening" else 0)


def quarter(parts: Parts, year: int | None, basis: str, context: Context) -> Period | None:
    """A quarter of a year, by calendar months."""
    number = rank_of(parts["quarter"], context) if "quarter" in parts else context.number(parts["q"])
    if "q_year" in parts:
        year, basis = context.number(parts["q_year"]), "explicit"
    number = number or 4
    if not 1 <= number <= 4:
        return None
    if year is None or not valid(year):
        return unknown(f"XXXX-Q{number}", "quarter")
    stretch = months_of(year, 3 * number - 2, 3)
    bare = not {"year", "of", "q_year"} & parts.keys()
    if bare and context.now and stretch[0] > context.now and not context.future():
        year -= 1
        stretch = months_of(year, 3 * number - 2, 3)
    return made(stretch, "quarter", basis, f"{year:04}-Q{number}")


def decade(parts: Parts, context: Context) -> Period | None:
    """The 1980s, the '80s, the eighties, the 470s BC."""
    word = context.word(parts["decade"])
    if not word.isdigit():
        start = 1900 + 10 * int(context.value(parts["decade"], "decade_word") or 0)
    else:
        start = int(word) if len(word) != 2 else int(word) + (1900 if int(word) >= 30 else 2000)
    if "era" in parts:
        return unknown(f"BC{int(word) // 10:03}", "decade")
    if word.endswith("00") and 1000 <= start < 2000:  # the 1800s
        return made(years_of(start, start + 99), "century", "explicit", f"{start // 100:02}")
    return made(years_of(start, start + 9), "decade", "explicit", f"{start // 10:03}") if valid(start) else None


def century(parts: Parts, context: Context) -> Period | None:
    """The 19th century: 1800 to 1899 as writers mean it."""
    number = rank_of(parts["century"], context)
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
    name = "weekday" if "weekday" in parts else "weekday_short"
    number = int(context.value(parts[name], name) or 1)
    if "of" in parts:
        from factcheck.normalise.period_parts import resolved

        week = resolved(parts["of"], context)
        if week is None or week.earliest is None:
            return with_daypart(unknown(f"XXXX-WXX-{number}", "day"), parts, context)
        day = week.earliest + timedelta(number - 1)
        return with_daypart(made((day, day), "day", week.basis, str(day)), parts, context)
    if not context.dated or context.now is None:
        return with_daypart(unknown(f"XXXX-WXX-{number}", "day"), parts, context)
    back = (context.now.isoweekday() - number) % 7
    day = context.now - timedelta(back)
    start = context.last.earliest if context.forward and context.last is not None else None
    if start is not None:
        day = start + timedelta((number - start.isoweekday()) % 7)
    elif back and context.future():
        day += timedelta(7)
    return with_daypart(made((day, day), "day", context.basis, str(day)), parts, context)
