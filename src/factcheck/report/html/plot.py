"""Pictures of a fact: who says what on one line, and how the figure moved from day to day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from math import inf, isfinite

from factcheck.lexicon import Lexicon
from factcheck.model import Claim, Source
from factcheck.record import NamedTuple
from factcheck.report.html.scale import DAY, Scale, Tick, amount, scale
from factcheck.report.layout import who
from factcheck.report.words import said, visible
from factcheck.values import Value, value_of

FEW = 12
"""Up to so many claims each has a line of its own, above that each value has one."""


class Stroke(NamedTuple):
    """One line of a range plot: places in per cent of the width.

    Attributes:
        who: who says it; `figure`: in which words; `flag`: the status of the first of its claims.
        left, right: the ends of the line, at the edge where it is open.
        dot: the figure itself, or None for a range.
        opens: which ends are open: "", left, right.
        soft: the ends are ours (about, dozens), not the source's.
        y: the middle of the line in pixels from the top.
    """

    who: str
    figure: str
    flag: str
    left: float
    right: float
    dot: float | None
    opens: str
    soft: bool
    y: int


class Plot(NamedTuple):
    """Who says what: lines, the marks of the axis below, and the whole in words."""

    strokes: tuple[Stroke, ...]
    ticks: tuple[Tick, ...]
    unit: str
    height: int
    words: str

    @property
    def soft(self) -> bool:
        """Some ends are ours."""
        return any(stroke.soft for stroke in self.strokes)


class Point(NamedTuple):
    """A figure told on a day: `x` in per cent, `y` in pixels; `high` and `low` are the ends of its range.

    Attributes:
        beside: where its label stands, in pixels, clear of those of the same day; None where there is no room.
    """

    x: float
    y: float
    low: float
    high: float
    label: str
    who: str
    beside: float | None = None


class Timeline(NamedTuple):
    """How a figure moved: points in the order of publication, days below, and the whole in words."""

    points: tuple[Point, ...]
    ticks: tuple[Tick, ...]
    joined: bool
    words: str


LINE = 26
"""Pixels from one line of a plot to the next; the names beside it have the same in `page.css`."""

TALL = 150
"""Pixels of a timeline, axis not counted."""

LETTERS = 14
"""Pixels from one label to the next."""


Told = Sequence[tuple[Claim, Value]]
"""Claims of one fact that can stand on one axis, with their values."""


def comparable(claims: Iterable[Claim], lexicon: Lexicon) -> Told:
    """The claims of the commonest dimension with their values, in the unit of the first of them."""
    found = [(claim, value) for claim in claims if (value := value_of(claim, lexicon)) is not None and _ends(value)]
    if not found:
        return ()
    usual = Counter(value.dimension for _, value in found).most_common(1)[0][0]
    kept = [(claim, value) for claim, value in found if value.dimension == usual]
    factor = _factor(*kept[0])
    return [(claim, _scaled(value, factor)) for claim, value in kept]


def _factor(claim: Claim, value: Value) -> float:
    """From the base unit to that of the claim."""
    told = claim.low if claim.low is not None else claim.high
    base = value.ends[0] if claim.low is not None else value.ends[1]
    return float(told) / base if told and base and claim.kind == "quantity" else 1.0


def _scaled(value: Value, factor: float) -> Value:
    low, high, figure = value.low * factor, value.high * factor, value.figure * factor
    ends = tuple(None if end is None else end * factor for end in value.ends)
    return value._replace(low=low, high=high, figure=figure, ends=(ends[0], ends[1]))


def _ends(value: Value) -> list[float]:
    """What must fit on the axis: finite ends; of a vague word only what was said."""
    ends = (*value.ends, *(() if value.bound == "vague" else (value.low, value.high)))
    return [end for end in ends if end is not None and isfinite(end)]


def range_plot(told: Told, flags: Mapping[str, str]) -> Plot | None:
    """Who says what, or None when fewer than two claims can be drawn; `flags`: the flag of each claim."""
    if len(told) < 2:
        return None
    axis = scale([end for _, value in told for end in _ends(value)], told[0][1].dimension)
    lines = enumerate(_lines(told))
    strokes = tuple(_stroke(group, value, axis, flags, n * LINE + LINE // 2) for n, (group, value) in lines)
    words = "; ".join(f"{stroke.who}: {stroke.figure}" for stroke in strokes)
    log = "logarithmic scale" if axis.kind == "log" else ""
    unit = ", ".join(filter(None, (_unit(told[0][0]), log)))
    return Plot(strokes, axis.ticks(), unit, len(strokes) * LINE, words)


def _lines(told: Told) -> list[tuple[list[Claim], Value]]:
    """Claims that share a line, lowest value first; same values share one where there are many claims."""
    lines: dict[object, tuple[list[Claim], Value]] = {}
    for claim, value in told:
        key = (value.ends, value.bound) if len(told) > FEW else (claim.source, claim.speaker, value.ends, value.bound)
        lines.setdefault(key, ([], value))[0].append(claim)
    return sorted(lines.values(), key=lambda line: (_ends(line[1])[0], line[1].figure))


def _stroke(claims: list[Claim], value: Value, axis: Scale, flags: Mapping[str, str], y: int) -> Stroke:
    low, high = _reach(value)
    ranged = value.bound == "vague" or (None not in value.ends and value.ends[0] != value.ends[1])
    return Stroke(
        who=_names(claims),
        figure=said(claims[0]),
        flag=flags.get(claims[0].id, ""),
        left=0.0 if low == -inf else axis.at(low),
        right=100.0 if high == inf else axis.at(high),
        dot=None if ranged else axis.at(value.figure),
        opens="left" if low == -inf else "right" if high == inf else "",
        soft=value.bound in ("approx", "vague"),
        y=y,
    )


def _reach(value: Value) -> tuple[float, float]:
    """From where to where the line goes; a vague word has a beginning and no end ("dozens")."""
    if value.bound != "vague":
        return value.low, value.high
    low, high = value.ends
    return low if low is not None else value.low, high if high is not None and high != low else inf


def _names(claims: list[Claim]) -> str:
    firsts = list({claim.source: claim for claim in reversed(claims)}.values())[::-1]
    return who(claims) if len(firsts) <= 3 else f"{who(firsts[:2])} and {len(firsts) - 2} more"


def _unit(claim: Claim) -> str:
    return visible(claim.unit or claim.thing) if claim.kind == "quantity" else ""


def timeline(told: Told, sources: Mapping[str, Source]) -> Timeline | None:
    """The figure by day of publication; None unless the highest told moved between days that are not in doubt."""
    found = [
        (day, claim, value)
        for claim, value in told
        if claim.kind == "quantity" and (day := _published(sources[claim.source])) is not None
    ]
    found.sort(key=lambda row: (row[0], row[2].figure))
    if len(set({day: value.figure for day, _, value in found}.values())) < 2:  # the last of a day is the highest
        return None
    days = scale([day for day, _, _ in found], "day")
    axis = scale([end for _, _, value in found for end in _ends(value)], found[0][2].dimension)
    groups: dict[tuple[float, object], tuple[list[Claim], Value]] = {}
    for day, claim, value in found:
        groups.setdefault((day, value.ends), ([], value))[0].append(claim)
    points = _labelled(_point(days.at(day), group, value, axis) for (day, _), (group, value) in groups.items())
    words = "; ".join(f"{_day(day)}: {said(group[0])} ({_names(group)})" for (day, _), (group, _) in groups.items())
    return Timeline(points, days.ticks(), len({point.x for point in points}) == len(points), words)


def _labelled(points: Iterable[Point]) -> tuple[Point, ...]:
    """The points with room for their labels: those of one day keep clear of each other, from the lowest up."""
    found: list[Point] = []
    for _, day in groupby(points, key=lambda point: point.x):
        room = float(TALL + LETTERS)
        for point in sorted(day, key=lambda point: -point.y):
            room = min(point.y, room - LETTERS)
            found.append(point._replace(beside=room if room > -LETTERS else None))
    return tuple(found)


def _published(source: Source) -> float | None:
    period = source.published
    if period is None or source.doubtful or period.earliest is None:
        return None
    return period.earliest.toordinal() * DAY


def _day(minutes: float) -> str:
    return date.fromordinal(int(minutes // DAY)).isoformat()


def _point(x: float, claims: list[Claim], value: Value, axis: Scale) -> Point:
    def height(end: float) -> float:
        return round(TALL * (1 - axis.at(end) / 100), 1)

    low, high = min(_ends(value)), max(_ends(value))
    label = amount(float(value.figure)) if value.ends[0] == value.ends[1] else said(claims[0])
    return Point(x, height(value.figure), height(low), height(high), label, _names(claims))
