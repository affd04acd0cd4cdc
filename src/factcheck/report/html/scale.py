"""Axes: where on a line a value lies, in per cent of the width, and which marks stand below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import takewhile
from math import ceil, floor, log10

from factcheck.record import NamedTuple

DAY = 1440.0
"""Minutes; dates are told in minutes since the first day of year 1, as in `factcheck.values`."""

EDGE = 6.0
"""Per cent kept free at both ends, for arrows and for the labels of the marks."""

STEEP = 1000
"""Largest over smallest value from which the axis is logarithmic."""


MOST = 5
"""Steps on an axis of numbers."""


class Tick(NamedTuple):
    """A mark below an axis: its place in per cent, and its label."""

    x: float
    label: str


class Scale(NamedTuple):
    """A line from `low` to `high`; `kind` is number, log, day or time."""

    low: float
    high: float
    kind: str

    def at(self, value: float) -> float:
        """The place of a value in per cent of the width; what lies outside is put at the end."""
        inside = min(max(value, self.low), self.high)
        low, high, value = (log10(end) if self.kind == "log" else end for end in (self.low, self.high, inside))
        return round(EDGE + (100 - 2 * EDGE) * (value - low) / (high - low), 2)

    def ticks(self) -> tuple[Tick, ...]:
        """One to six marks at round values."""
        makers = {"number": _numbers, "log": _powers, "day": _days, "time": _times}
        return tuple(Tick(self.at(value), label) for value, label in makers[self.kind](self.low, self.high))


def scale(values: Iterable[float], dimension: str) -> Scale:
    """The scale all of the values, at least one, fit on; `dimension` as in `factcheck.values`."""
    known = sorted(values)
    low, high = known[0], known[-1]
    if dimension in ("day", "time"):
        least = 2 * DAY if dimension == "day" else 60.0
        spare = max(0.0, (least - (high - low)) / 2)
        return Scale(low - spare, high + spare, dimension)
    if low > 0 and high / low >= STEEP:
        return Scale(low, high, "log")
    spare = 0.0 if high > low else (abs(high) * 0.1 or 1.0)
    return Scale(low - spare, high + spare, "number")


def amount(value: float) -> str:
    """A round number for a label: "1,500", "2.5 million"."""
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:,.4g} {word}"
    return f"{value:,.10g}"


def _numbers(low: float, high: float) -> Iterator[tuple[float, str]]:
    step = _step((high - low) / MOST)
    for n in range(ceil(low / step - 1e-9), floor(high / step + 1e-9) + 1):
        yield n * step, amount(round(n * step, 10))


def _step(rough: float) -> float:
    """1, 2 or 5 times a power of ten, not less than `rough`."""
    power = 10.0 ** floor(log10(rough))
    return power * next(size for size in (1, 2, 5, 10) if size * power >= rough * 0.999)


def _powers(low: float, high: float) -> Iterator[tuple[float, str]]:
    first, last = ceil(log10(low) - 1e-9), floor(log10(high) + 1e-9)
    for n in range(first, last + 1, max(1, ceil((last - first) / MOST))):
        yield 10.0**n, amount(10.0**n)


def _times(low: float, high: float) -> Iterator[tuple[float, str]]:
    step = next((size for size in (15, 30, 60, 120, 240, 480, 720) if (high - low) / size <= 4), None)
    if step is None:
        yield from _days(low, high)
        return
    for n in range(ceil(low / step), floor(high / step) + 1):
        yield n * step, f"{n * step // 60 % 24:02d}:{n * step % 60:02d}"


def _days(low: float, high: float) -> Iterator[tuple[float, str]]:
    first, last = date.fromordinal(max(1, ceil(low / DAY))), date.fromordinal(max(1, floor(high / DAY)))
    span = (last - first).days
    if span > 800:
        found = ((day, f"{day.year}") for day in _months(first, 12 * int(_step(span / 365 / 4))))
    elif span > 45:
        found = ((day, f"{day:%b} {day.year}") for day in _months(first, next(n for n in (1, 3, 6) if span < 125 * n)))
    else:
        days = (first + timedelta(n) for n in range(0, span + 1, max(1, ceil(span / 3))))
        found = ((day, f"{day.day} {day:%b} {day.year}") for day in days)
    for day, label in takewhile(lambda pair: pair[0] <= last, found):
        yield day.toordinal() * DAY, label


def _months(first: date, step: int) -> Iterator[date]:
    """First days of every `step`-th month, counted from a year 0, from `first` on."""
    month = ceil((first.year * 12 + first.month - 1 + (first.day > 1)) / step) * step
    while month < 9999 * 12:
        yield date(month // 12, month % 12 + 1, 1)
        month += step
