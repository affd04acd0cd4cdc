"""Full dates in a short line: exact, English, never guessed from today.

Patterns are plain strings: `re` compiles and keeps them at first use, which costs nothing at start-up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from factcheck.expression import expression
from factcheck.model import Period
from factcheck.record import NamedTuple

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_DATE = (
    r"(?<![\w/.-])(?:"
    r"(?P<iso>(?P<y1>\d{4})(?P<s1>[-/.])(?P<m1>\d{1,2})(?P=s1)(?P<d1>\d{1,2}))"
    r"|(?P<d2>\d{1,2})(?:st|nd|rd|th)?(?: +of)?[ -]*(?P<m2>[a-z]{3,9})\.?,?[ -]*(?P<y2>\d{4})"
    r"|(?P<m3>[a-z]{3,9})\.?[ -]*(?P<d3>\d{1,2})(?:st|nd|rd|th)?,?[ -]*(?P<y3>\d{4})"
    r"|(?P<a>\d{1,2})(?P<s4>[-/.])(?P<b>\d{1,2})(?P=s4)(?P<y4>\d{4}|\d{2})"
    r")(?:(?=T\d)|(?![\w/-]|\.\d))"
)
_ZONE = r"(?:GMT|UTC|Z|[A-Z]{1,4}T|WIB|MSK)\b"
_TIME = (
    r"(?<![\w:.])T?(?P<hour>\d{1,2}?)(?P<mark>[:.h]?)(?P<minute>\d{2})?(?::\d{2}(?:\.\d+)?)?(?!\d)"
    rf"\s*(?P<half>[apAP]\.?[mM]\b\.?)?\s*\(?(?P<zone>{_ZONE})?(?P<shift>[+-]\d{{2}}:?\d{{2}})?\)?"
)

# Clock zones whose countries write the month, or the day, first. CST, EST, MST are used on both sides.
_MONTH_FIRST = "ET|EDT|CT|CDT|MT|MDT|PT|PDT|PST"
_DAY_FIRST = "BST|CES?T|EES?T|WEST|IST|PKT|SAST|AE[SD]T|NZ[SD]T|WIB"


class Stamp(NamedTuple):
    """A full date in a line; the two readings differ only where day and month could change places.

    `clock` is "HH:MMZ" when a UTC time follows, else ""; `zone` the zone of that time as written, else "".
    """

    start: int
    end: int
    month_first: date | None
    day_first: date | None
    iso: bool
    clock: str = ""
    zone: str = ""


class Spread(NamedTuple):
    """A line taken apart: its dates, and the text with dates and clock times cut out (one piece more)."""

    stamps: tuple[Stamp, ...]
    pieces: tuple[str, ...]
    timed: bool


def spread(line: str) -> Spread:
    """Find the dates of a line and what is left of it."""
    stamps = tuple(_stamps(line))
    pieces, timed, clocks = [], False, []
    edges = [0, *(edge for one in stamps for edge in (one.start, one.end)), len(line)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        rest, times = _without_times(line[start:end]) if stamps else (line[start:end], [])
        pieces.append(rest)
        clocks.append(times[0] if times else ("", ""))
        timed = timed or bool(times)
    # A time belongs to the date before it.
    told = (one._replace(clock=c, zone=z) for one, (c, z) in zip(stamps, clocks[1:], strict=True))
    return Spread(tuple(told), tuple(pieces), timed)


def settle(stamp: Stamp, weekday: int | None = None, order: str = "") -> date | None:
    """The day a stamp means, or None when day and month cannot be told apart.

    Args:
        stamp: the date with its readings.
        weekday: 0 (Monday) to 6 when the line tells it.
        order: "month" or "day" when other dates of the file tell which comes first.
    """
    readings = {day for day in (stamp.month_first, stamp.day_first) if day}
    fitting = {day for day in readings if day.weekday() == weekday} or readings
    if len(fitting) == 1:
        return fitting.pop()
    first = "month" if re.fullmatch(_MONTH_FIRST, stamp.zone) else order
    first = "day" if re.fullmatch(_DAY_FIRST, stamp.zone) else first
    return {"month": stamp.month_first, "day": stamp.day_first}.get(first)


def order_of(stamp: Stamp) -> str:
    """The part that comes first, "month" or "day", when this stamp can be read in one order only, else ""."""
    if stamp.iso or stamp.month_first == stamp.day_first:
        return ""
    return "" if stamp.month_first and stamp.day_first else "month" if stamp.month_first else "day"


def weekday(word: str) -> int | None:
    """0 for "Monday", "Mon", "MON"; None for other words."""
    return _place(word, _DAYS)


def period(day: date, basis: str, clock: str = "") -> Period:
    """The period of one day."""
    return Period(day, day, "day", basis, clock, day.isoformat())


def explicit(value: str, basis: str) -> Period | None:
    """A date somebody wrote down as the publication date: ISO day, month or year, or any unambiguous date.

    None when it cannot be read, when day and month could change places, or when it hangs on today.
    """
    value = value.strip()
    part = re.fullmatch(r"(\d{4})(?:-(\d{2}))?", value)
    if part:
        return _part(int(part[1]), int(part[2] or 0), basis)
    stamps = spread(value).stamps
    if stamps:
        day = settle(stamps[0])
        return period(day, basis, stamps[0].clock) if day and len(stamps) == 1 else None
    # Digits alone ("03 04 2013") leave open which is the month.
    return _foreign(value, basis) if any(map(str.isalpha, value)) else None


def _stamps(line: str) -> Iterator[Stamp]:
    for found in expression(_DATE, re.IGNORECASE).finditer(line):
        month_first, day_first = _readings(found)
        if month_first or day_first:
            yield Stamp(found.start(), found.end(), month_first, day_first, bool(found["iso"]))


def _readings(found: re.Match[str]) -> tuple[date | None, date | None]:
    """The month-first and the day-first reading; equal unless the date is all digits."""
    if found["a"]:
        year, a, b = _year(found["y4"]), int(found["a"]), int(found["b"])
        return _day(year, a, b), _day(year, b, a)
    if found["iso"]:
        sure = _day(int(found["y1"]), int(found["m1"]), int(found["d1"]))
    else:
        month = _place(found["m2"] or found["m3"], _MONTHS)
        number, year = int(found["d2"] or found["d3"]), int(found["y2"] or found["y3"])
        sure = None if month is None else _day(year, month + 1, number)
    return sure, sure


def _year(digits: str) -> int:
    """Two digits mean the hundred years from 1970."""
    return int(digits) if len(digits) == 4 else 1970 + (int(digits) - 70) % 100


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1800 <= year < 2100 else None
    except ValueError:
        return None


def _place(word: str, names: Sequence[str]) -> int | None:
    """Where a word stands among names, given in full or shortened to three letters or more."""
    word = word.lower()
    return next((at for at, name in enumerate(names) if len(word) > 2 and name.startswith(word)), None)


def _without_times(piece: str) -> tuple[str, list[tuple[str, str]]]:
    """The text without its clock times; of each time the UTC clock or "", and the zone."""
    times: list[tuple[str, str]] = []

    def cut(found: re.Match[str]) -> str:
        plain = bool(found["mark"] and found["minute"] and found["mark"] != ".")
        if not (plain or found["half"] or (found["zone"] and found["minute"])):
            return found[0]
        times.append(_clock(found))
        return " "

    return expression(_TIME).sub(cut, piece), times


def _clock(found: re.Match[str]) -> tuple[str, str]:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half = (found["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    zone, shift = found["zone"] or "", (found["shift"] or "").replace(":", "")
    universal = (zone in {"GMT", "UTC", "Z"} and not shift) or (not zone and shift in {"+0000", "-0000"})
    return (f"{hour:02}:{minute:02}Z" if universal and hour < 24 and minute < 60 else ""), zone


def _part(year: int, month: int, basis: str) -> Period | None:
    """A whole year (month 0) or month."""
    first, last = _day(year, month or 1, 1), _day(year, month or 12, 28)
    if not first or not last:
        return None
    # Four days after the 28th lies the next month, whatever the month.
    after = last + timedelta(days=4)
    latest = after - timedelta(days=after.day)
    timex = f"{year}-{month:02}" if month else f"{year}"
    return Period(first, latest, "month" if month else "year", basis, "", timex)


def _foreign(value: str, basis: str) -> Period | None:
    """Dates of other languages and odd forms; nothing relative, nothing with a part missing."""
    import dateparser

    told = dateparser.parse(value, settings={"PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["day", "month", "year"]})
    day = told and _day(told.year, told.month, told.day)
    return period(day, basis) if day else None
