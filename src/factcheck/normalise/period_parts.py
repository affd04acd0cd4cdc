"""One function per shape of a date expression, and the table that names them."""

from __future__ import annotations

from datetime import date, timedelta

from factcheck.lexicon import Row
from factcheck.lexicon.number import figure_of
from factcheck.model import Period
from factcheck.normalise.calendar import clip, day_of, feast_of, months_of, valid, years_of
from factcheck.normalise.period_base import made, unknown, with_daypart, year_in
from factcheck.normalise.period_context import Context, Parts, Shape
from factcheck.normalise.period_point import point
from factcheck.normalise.period_shift import CODES, recent, shift, slice_of
from factcheck.normalise.period_step import step

LINKS = frozenset({"upto", "start", "since"})
"""Parts by which the two dates of a range with a dash know each other."""


def resolved(parts: Parts, context: Context) -> Period | None:
    """The period of any date expression; None when it is none after all (31 February)."""
    period = SHAPES[parts["shape"]](parts, context)
    other = parts.get("upto") or parts.get("start") or parts.get("since")
    if period is not None and period.earliest is not None and isinstance(other, dict):
        return linked(period, {**other, "borrow": parts}, "upto" in parts, context)
    return period


def linked(period: Period, other: Parts, first: bool, context: Context) -> Period:
    """One end of a range told with a dash: its own value, the days of the whole range."""
    plain = {name: part for name, part in other.items() if name not in LINKS or isinstance(part, tuple)}
    end = SHAPES[plain["shape"]](plain, context._replace(last=period, near=0, forward=first))
    if end is None or end.earliest is None or end.latest is None or period.earliest is None or period.latest is None:
        return period
    earliest, latest = min(period.earliest, end.earliest), max(period.latest, end.latest)
    ordered = (period.earliest <= end.latest) if first else (end.earliest <= period.latest)
    return period._replace(earliest=earliest, latest=latest, precision="range") if ordered else period


def ranged(parts: Parts, context: Context) -> Period | None:
    """From one date to another; the end follows the start."""
    if parts["from"]["shape"] == "clock":
        return None
    start = resolved({**parts["from"], "borrow": parts["to"]}, context)
    if start is None:
        return resolved(parts["to"], context)
    end = resolved(parts["to"], context._replace(last=start, near=0, forward=True) if start.earliest else context)
    if end is None:
        return start
    value = f"{start.timex}/{end.timex}"
    known = start.earliest and start.latest and end.earliest and end.latest
    if not known or not start.earliest or not end.latest or end.latest < start.earliest:
        return unknown(value, "range")
    return Period(start.earliest, end.latest, "range", end.basis, timex=value)


def edge(parts: Parts, context: Context) -> Period | None:
    """Early, mid, the end of, the first half of, the night of a period."""
    inner = resolved(parts["of"], context)
    if inner is None:
        return None
    for field, reading in (("daypart", with_part), ("half", half), ("rank", slice_of)):
        if field in parts:
            return reading(parts, inner, context)
    return edged(parts, inner, context)


def with_part(parts: Parts, inner: Period, context: Context) -> Period | None:
    """The night of 13 February."""
    return with_daypart(inner, parts, context)


def edged(parts: Parts, inner: Period, context: Context) -> Period:
    """The start, middle or end of a period."""
    if inner.earliest is None or inner.latest is None or inner.precision in ("day", "range", "fuzzy"):
        return inner
    kind = edge_kind(parts, context)
    if kind in ("later", "earlier"):
        return beside(inner, kind, context)
    first, last = clip((inner.earliest, inner.latest), inner.precision, kind)
    return inner._replace(earliest=first, latest=last, precision="fuzzy")


def edge_kind(parts: Parts, context: Context) -> str:
    """start, mid, end, later or earlier."""
    if "edge" in parts:
        return context.value(parts["edge"], "edge", "part_noun") or "mid"
    words = context.text(parts["part"])
    return "start" if words in ("early", "first", "earlier") else "mid" if words == "mid" else "end"


def beside(inner: Period, kind: str, context: Context) -> Period:
    """Earlier this week: up to publication; later that year: from the date told before on."""
    assert inner.earliest is not None and inner.latest is not None
    told = context.last.earliest if context.last is not None and inner.basis == "text" else context.now
    if told is None or not inner.earliest <= told <= inner.latest:
        return inner._replace(precision="fuzzy")
    if kind == "earlier":
        return inner._replace(latest=told, precision="fuzzy")
    return inner._replace(earliest=told, precision="fuzzy")


def half(parts: Parts, inner: Period, context: Context) -> Period | None:
    """A half of a year."""
    number = 2 if context.word(parts["half"]) in ("latter", "last", "final") else context.rank(parts["half"])
    if inner.precision != "year" or inner.earliest is None or number not in (1, 2):
        return inner if inner.earliest is None else inner._replace(precision="fuzzy")
    year = inner.earliest.year
    return made(months_of(year, 6 * number - 5, 6), "half", inner.basis, f"{year:04}-H{number}")


def day(parts: Parts, context: Context) -> Period | None:
    """Today, yesterday, tomorrow, tonight."""
    tail = "TNI" if context.word(parts["word"]) == "tonight" else ""
    if context.narrative:  # quoted speech of some other day
        return with_daypart(unknown("XXXX-XX-XX" + tail, "day"), parts, context)
    if not context.dated or context.now is None:
        return with_daypart(unknown("XXXX-XX-XX" + tail, "day"), parts, context)
    told = context.now + timedelta(int(context.value(parts["word"], "day_word") or 0))
    return with_daypart(made((told, told), "day", context.basis, str(told) + tail), parts, context)


def named(parts: Parts, context: Context) -> Period | None:
    """Days known by a name."""
    words = context.segmented.words[slice(*(parts.get("led") or parts["name"]))]
    row = next((row for form, row in context.lexicon.index("named_days").items() if same(form, words)), None)
    if row is None:
        return None
    month, number = row["month"], row["day"]
    if row["year"]:
        return one_day(feast_of(int(row["year"]), month, number), "explicit")
    if "of" in parts:
        outer = resolved(parts["of"], context)
        return one_day(feast_of(outer.earliest.year, month, number), "explicit") if outer and outer.earliest else None
    if context.last is not None and context.narrative:
        return one_day(feast_of(year_in(context.last), month, number), "text")
    if context.now is None:
        fixed = month.isdigit() and number.isdigit()
        return None if row.tag == "feast" or not fixed else unknown(f"XXXX-{int(month):02}-{int(number):02}", "day")
    return one_day(nearest(row, context.now, context), context.basis)


def one_day(day: date, basis: str) -> Period:
    """The period of one day."""
    return made((day, day), "day", basis, str(day))


def nearest(row: Row, now: date, context: Context) -> date:
    """The feast next to a day: "this Christmas" the nearest; else the coming one when the clause looks ahead."""
    days = [feast_of(year, row["month"], row["day"]) for year in (now.year - 1, now.year, now.year + 1)]
    before = context.word((context.at - 1, context.at))
    if before == "this":
        return min(days, key=lambda day: abs(day - now))
    if before == "next" or (before != "last" and context.future()):
        return min(day for day in days if day >= now)
    return max(day for day in days if day <= now)


def year_end(parts: Parts, context: Context) -> Period | None:
    """Year-end: the last months of this year, or of the one told."""
    if "year" not in parts and context.now is None:
        return unknown("XXXX", "year")
    year = context.number(parts["year"]) if "year" in parts else context.now.year if context.now else 0
    first, last = clip(years_of(year, year), "year", "end")
    return Period(first, last, "fuzzy", "explicit" if "year" in parts else context.basis, timex=f"{year:04}")


def same(form: str, words: tuple[str, ...]) -> bool:
    """Whether the tokens spell a form, blanks aside."""
    return form.replace(" ", "").lower() == "".join(words).lower()


def slashed(parts: Parts, context: Context) -> Period | None:
    """2/29/2012: month first, unless only the other order makes a day."""
    if "year" in parts:
        year = context.number(parts["year"])
    else:
        year = context.number(parts["year_short"])
        year += 1900 if year >= 50 else 2000
    a, b = context.number(parts["a"]), context.number(parts["b"])
    told = (day_of(year, a, b) or day_of(year, b, a)) if valid(year) else None
    return made((told, told), "day", "explicit", str(told)) if told else None


def every(parts: Parts, context: Context) -> Period | None:
    """Every week, each Monday: no point in time."""
    if "weekday" in parts:
        return unknown(f"XXXX-WXX-{context.value(parts['weekday'], 'weekday')}", "set")
    if "season" in parts:
        return unknown(f"XXXX-{context.value(parts['season'], 'season')}", "set")
    unit = context.value(parts["unit"], "period", "period_odd")
    count = 1
    if "n" in parts:
        other = context.word(parts["n"]) == "other"
        count = 2 if other else int(figure_of(context.segmented.words[slice(*parts["n"])], context.lexicon) or 1)
    codes = {"weekend": "XXXX-WXX-WE", "fortnight": f"P{2 * count}W"}
    return unknown(codes.get(unit, f"P{count}{CODES.get(unit, '')}"), "set")


def no_clock(parts: Parts, context: Context) -> Period | None:  # noqa: ARG001
    """Times of day are read after the days (see `period_clock`)."""
    return None


SHAPES: dict[str, Shape] = {
    "point": point,
    "step": step,
    "edge": edge,
    "shift": shift,
    "recent": recent,
    "day": day,
    "named": named,
    "range": ranged,
    "slashed": slashed,
    "year_end": year_end,
    "set": every,
    "clock": no_clock,
}
