"""Values as intervals, and how two of them stand to each other. Alignment and verdicts both ask; nobody else compares.

Bounds (design, section 5): at least n [n, inf); up to n (-inf, n]; nearly n [0.85n, n); about n +-10 %;
a vague word from half of its order of magnitude up to fifty times it.
"""

from __future__ import annotations

import re
from datetime import datetime
from math import inf

from factcheck.expression import expression
from factcheck.lexicon import Lexicon
from factcheck.model import Claim
from factcheck.record import NamedTuple

APPROX = 0.10
NEARLY = 0.85
CONVERTED = 0.08
"""Writers round when they convert units."""

LOCAL = "local time"
"""Unit of a clock time told as that of the place."""

DAY_TAGS = ("month", "weekday", "shy_month", "day_word", "step")
"""How the tags of words begin that tell the day of a time of day."""

MIDNIGHT, DAY = "midnight", 1440
"""A time of day that some tell of the day it begins and some of the day it ends; minutes of a day."""

HOUR = 60
"""Minutes that "shortly before" a time of day may mean."""

MINUTES = 30
"""Two clock times this close tell the same moment."""

SCALES = (10.0, 100.0, 1000.0, 1e6, 1e9)
"""What a lost or doubled word of scale, or a lost zero, makes of a figure."""

SHARES = frozenset({"percentage", "fraction"})


class Value(NamedTuple):
    """A claim's value in its base unit.

    Attributes:
        dimension: only claims of one dimension can state the same fact ("count", "length", "money:USD", "day").
        low, high: the interval it allows, infinite where open.
        figure: the number as told, for equality; the low end of a range.
        bound: as in the claim.
        unit: canonical unit as told.
        ends: low and high as told, None where open.
        utc: a time of day of a known zone.
        bare: a time of day told without its day, which is taken from what stands around.
    """

    dimension: str
    low: float
    high: float
    figure: float
    bound: str
    unit: str
    ends: tuple[float | None, float | None]
    utc: bool = False
    bare: bool = False


def value_of(claim: Claim, lexicon: Lexicon) -> Value | None:
    """The value of a claim, or None when nothing can be compared (a date nobody could resolve)."""
    return moment(claim, lexicon) if claim.kind == "date" else amount(claim, lexicon)


def moment(claim: Claim, lexicon: Lexicon) -> Value | None:
    """A date as an interval of days, or minutes where a clock time is told; a hedge leaves it an hour more."""
    if not claim.earliest or not claim.latest:
        return None
    timed = "T" in claim.earliest
    zone = claim.earliest.endswith("Z")
    ends = [instant(told) for told in (claim.earliest, claim.latest)]
    unit = LOCAL if timed and LOCAL in claim.text.lower() else ""
    early, late = (end + more for end, more in zip(ends, leeway(claim, lexicon) if timed else (0, 0), strict=True))
    dimension, loose_day = ("time", bare(claim, lexicon)) if timed else ("day", False)
    return Value(dimension, early, late, ends[0], claim.bound, unit, (ends[0], ends[1]), zone, loose_day)


def leeway(claim: Claim, lexicon: Lexicon) -> tuple[int, int]:
    """Minutes that a hedge adds before and behind a time of day; "midnight" may begin the day or end it.

    Around a full hour that is half an hour; "about 4:15" is told to the quarter as it is.
    """
    late = DAY if MIDNIGHT in claim.text.lower() else 0
    if not claim.hedge:
        return 0, late
    row = lexicon.book("hedges", "place", "clock").row(claim.hedge.split())
    if row is not None and row["bound"] != "approx":
        return (-HOUR, late) if row["bound"] == "before" else (0, late + HOUR)
    wide = HOUR // 2 if (claim.earliest or "").rstrip("Z").endswith(":00") else 0
    return -wide, late + wide


def bare(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a time of day is told without a word or figure for its day."""
    words = expression(r"[^\W_]+").findall(claim.text.lower())
    days = lexicon.once("values.days", lambda: days_of(lexicon))
    return days.isdisjoint(words) and not any(word.isdigit() and len(word) == len("2024") for word in words)


def days_of(lexicon: Lexicon) -> frozenset[str]:
    """Words that tell a day, in lower case: Monday, May, today, last, the same."""
    rows = (row for table in ("calendar", "deictic") for row in lexicon.tables[table] if row.tag.startswith(DAY_TAGS))
    return frozenset(word for row in rows for form in row.forms for word in re.findall(r"[^\W_]+", form.lower()))


def instant(iso: str) -> float:
    """Minutes since year 1 of an ISO day or minute."""
    told = datetime.fromisoformat(iso.rstrip("Z"))
    return told.toordinal() * 1440.0 + told.hour * 60 + told.minute


def amount(claim: Claim, lexicon: Lexicon) -> Value | None:
    """A quantity as an interval in its base unit."""
    low = None if claim.low is None else float(claim.low)
    high = None if claim.high is None else float(claim.high)
    figure = low if low is not None else high
    if figure is None:
        return None
    dimension, factor = dimension_of(claim, lexicon)
    least, most = interval(low, high, claim.bound, not_quite(claim, lexicon))
    ends = (None if low is None else low * factor, None if high is None else high * factor)
    return Value(dimension, least * factor, most * factor, figure * factor, claim.bound, claim.unit, ends)


def dimension_of(claim: Claim, lexicon: Lexicon) -> tuple[str, float]:
    """What kind of thing is measured, and the factor that brings it to the base unit."""
    if claim.measure in SHARES:
        told = lexicon.units.get(claim.unit)  # basis points are percentages, too
        return "share", float(told["factor"]) if told else 100.0 if claim.measure == "fraction" else 1.0
    if claim.measure == "money":
        return f"money:{claim.unit}", 1.0
    if claim.measure == "count":
        return "count", 1.0
    row = lexicon.units.get(claim.unit)
    if row is None or not row["factor"]:
        return claim.measure, 1.0
    return claim.measure, float(row["factor"])


def not_quite(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a hedge such as "nearly" says that its figure was not reached."""
    return claim.hedge.lower() in lexicon.forms("hedges", "place", "below")


def interval(low: float | None, high: float | None, bound: str, below: bool = False) -> tuple[float, float]:
    """The stated ends opened as far as the bound allows; `below`: the figure was not reached."""
    least = -inf if low is None else low
    most = inf if high is None else high
    if bound == "approx":
        if below:
            return least * NEARLY, most
        return least - abs(least) * APPROX, most + abs(most) * APPROX
    if bound == "vague":
        return least / 2, most if high is not None and high != low else least * 50
    if bound in ("at_least", "more_than"):
        return least, inf
    if bound in ("at_most", "less_than"):
        return -inf, most
    return least, most


def relation(a: Value, b: Value) -> str:
    """agree, compatible, conflict, or open (a bound leaves so much room that nothing is said).

    Source: the verdict rule of design section 5; symmetric in its arguments.
    """
    if a.dimension != b.dimension:
        return "open"
    if a.dimension in ("day", "time"):
        return dates(a, b)
    converted = a.unit != b.unit and a.dimension not in ("count", "share")
    if not converted and a.ends == b.ends and a.bound == b.bound:
        return "agree"
    if not converted and (rounded(a, b) or rounded(b, a)):
        return "compatible"
    slack = CONVERTED if converted else 1e-9
    low, high = max(a.low, b.low), min(a.high, b.high)
    if low > high + abs(high) * slack or (low == high and {a.bound, b.bound} == {"more_than", "less_than"}):
        return "conflict"
    return "open" if loose(a, b) or loose(b, a) else "compatible"


def dates(a: Value, b: Value) -> str:
    """Periods that meet are compatible; clock times within half an hour, too.

    UTC against another clock of that day says nothing, unless one reading is told as that of the place as well.
    """
    if a.dimension == "time" and a.utc != b.utc and max(a.low, b.low) - min(a.high, b.high) <= DAY:
        return "conflict" if slip(a, b) else "open"
    if a.ends == b.ends:
        return "agree"
    slack = MINUTES if a.dimension == "time" else 0
    if (a.bare or b.bare) and a.utc == b.utc and clocks_meet(a, b):
        return "compatible"
    return "compatible" if max(a.low, b.low) <= min(a.high, b.high) + slack else "conflict"


def clocks_meet(a: Value, b: Value) -> bool:
    """Whether two times of day meet on some day: one of them is told without its own."""
    away = (b.low - a.low + DAY / 2) % DAY - DAY / 2
    return max(0.0, away) <= a.high - a.low + MINUTES and max(0.0, -away) <= b.high - b.low + MINUTES


def rounded(a: Value, b: Value) -> bool:
    """Whether `a` is `b` rounded to two digits or more (figures from a thousand up)."""
    x, y = a.ends[0], b.ends[0]
    if x is None or y is None or a.ends != (x, x) or b.ends != (y, y) or min(x, y) < 1000 or x != int(x):
        return False
    digits = max(2, len(str(int(x)).rstrip("0")))
    return float(f"{y:.{digits - 1}e}") == x


def loose(a: Value, b: Value) -> bool:
    """Whether `a` is a bound that `b` passes more than twofold: "at least 3" says little about 24."""
    if a.bound in ("at_least", "more_than"):
        return b.figure > 2 * a.figure
    if a.bound in ("at_most", "less_than"):
        return b.figure * 2 < a.figure
    return False


def near(a: Value, b: Value) -> bool:
    """Whether two values could be one figure told twice: they fit and lie within 12 % (dates: they meet).

    So could one reading of a clock that is told of two zones.
    """
    moments = a.dimension in ("day", "time")
    if not moments and abs(a.figure - b.figure) > 0.12 * max(abs(a.figure), abs(b.figure)):
        return False
    return relation(a, b) in ("agree", "compatible") or slip(a, b) == "zone"


COARSE = 1000
"""Figures of tens below which no digits are said to have changed places."""


def slip(a: Value, b: Value) -> str:
    """What slip of the pen makes one figure the other: "scale" (4.2 million, 4.2 billion), "digits" (312, 321), or "".

    Small figures of one digit are left out: 3, 30 and 3,000 are told of many things. Of clock times it is the "zone":
    one reading told as local time and as UTC.
    """
    if a.dimension == "time":
        return "zone" if a.utc != b.utc and a.ends == b.ends and LOCAL in (a.unit, b.unit) else ""
    x, y = sorted((abs(a.figure), abs(b.figure)))
    converted = a.unit != b.unit and a.dimension not in ("count", "share")
    if a.dimension == "day" or not 0 < x < y or converted:
        return ""
    if y < 10 * x:
        if x % 10 == y % 10 == 0 and y < COARSE:
            return ""  # 130 and 310 are as common as 13 and 31
        ninefold = (y - x) % 9 == 0 or y != int(y) or x != int(x)  # what two digits that change places differ by
        return "digits" if ninefold and transposed(written(x), written(y)) else ""
    if not any(abs(y / x - scale) < 1e-9 * scale for scale in SCALES):
        return ""
    return "scale" if y >= 1000 * x >= 1e6 or len(written(x).replace(".", "").strip("0")) > 1 else ""


def written(figure: float) -> str:
    """A figure in digits, without zeros behind its decimals."""
    return f"{figure:.6f}".rstrip("0").rstrip(".")


def transposed(first: str, second: str) -> bool:
    """Whether two digits that stand side by side have changed places: 312 and 321, 3.5 and 5.3."""
    if len(first) != len(second) or first == second:
        return False
    unlike = [n for n in range(len(first)) if first[n] != second[n]]
    one, other = unlike[0], unlike[-1]
    beside = other - one == 1 or first[one + 1 : other] == "."
    return len(unlike) == 2 and beside and first[one] == second[other] and first[other] == second[one]
