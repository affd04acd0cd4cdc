"""Units: the canonical name and kind of measure of what stands beside a figure."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from factcheck.checking import TYPE_CHECKING
from factcheck.lexicon import Lexicon
from factcheck.lexicon.number import figure_of
from factcheck.model import Mention, Segmented
from factcheck.record import NamedTuple

if TYPE_CHECKING:
    from typing import Any

TIMEX = {"seconds": "PT{}S", "minutes": "PT{}M", "hours": "PT{}H", "days": "P{}D", "nights": "P{}D", "weeks": "P{}W",
         "fortnights": "P{}W", "months": "P{}M", "years": "P{}Y"}  # fmt: skip
"""TIMEX3 values of durations."""

IN_YEARS = {"decades": 10, "centuries": 100}
"""Long units told as years, so that "two decades" and "20 years" are one figure."""

RATES = {"length": "speed", "data": "data rate"}
"""What a measure becomes when divided by time."""

POUNDS = frozenset({"pound", "pounds"})
"""Words that name money as well as a weight, which "lb" does not."""

POWERS = {1: ("", ""), 2: ("square ", "area"), 3: ("cubic ", "volume")}


class Told(NamedTuple):
    """A canonical unit ("" for counts), the kind of measure, and how often the unit named goes into it."""

    unit: str
    measure: str
    times: int = 1


def told_unit(parts: Mapping[str, Any], mention: Mention, segmented: Segmented, lexicon: Lexicon) -> Told:
    """Unit and measure of a mention: what the rule fixes, then currency, then the unit found beside the figure."""
    fixed = str(parts.get("measure", ""))
    unit, symbol = parts.get("unit"), parts.get("symbol")
    if symbol is not None:
        return Told(symbol.row["unit"], "money", int(symbol.row["times"] or 1))
    if parts.get("row") is not None:
        return Told(parts["row"]["unit"], parts["row"]["measure"] or "money")
    if "per" in parts:
        below = figure_of(segmented.words[slice(*parts["per"])], lexicon)
        return Told(f"per {below or 0:f}", "rate")
    if fixed == "age":
        name = unit.row["unit"] if unit else "years"
        return Told("years", "age", IN_YEARS[name]) if name in IN_YEARS else Told(name, "age")
    if unit is None:
        return Told("magnitude" if fixed == "magnitude" else "", fixed or "count")
    row = unit.row
    if (
        row["unit"] == "pound"
        and segmented.words[unit.last - 1].lower() in POUNDS
        and is_money(mention, segmented, lexicon)
    ):
        return Told("GBP", "money")
    if row.table == "money":
        return Told(row["unit"], "money", int(row["times"] or 1))
    name, kind = row["unit"], row["measure"]
    if unit.power > 1:
        prefix, kind = POWERS[unit.power]
        name = prefix + name
    if unit.per is not None:
        name = f"{name} per {POWERS[unit.under][0]}{unit.per['unit'].removesuffix('s')}"
        kind = RATES.get(kind, "rate") if unit.per["measure"] == "duration" else "rate"
    if name in IN_YEARS:
        return Told("years", kind, IN_YEARS[name])
    if name == "degree" and is_warmth(mention, segmented, lexicon):
        kind = "temperature"
    return Told(name, fixed or kind)


def is_warmth(mention: Mention, segmented: Segmented, lexicon: Lexicon) -> bool:
    """Whether degrees of no scale are of heat: near a word of weather."""
    cues = lexicon.book("cues", "kind", "weather")
    return any(word in cues for word in segmented.words[max(0, mention.first - 10) : mention.last + 6] if word)


def is_money(mention: Mention, segmented: Segmented, lexicon: Lexicon) -> bool:
    """Whether pounds are money: millions of them, or near a word of paying."""
    cues = lexicon.book("cues", "kind", "money")
    if segmented.words[mention.last - 1].lower() == "pound":  # a 20-pound note, a 20-pound bag
        return any(word in cues for word in segmented.words[mention.last : mention.last + 2] if word)
    scaled = any(lexicon.has(segmented.letters[n], "scale") for n in range(mention.first, mention.last))
    sentence = segmented.sentences[mention.sentence]
    near = segmented.words[max(sentence.first, mention.first - 6) : min(sentence.last, mention.last + 4)]
    stuff = segmented.words[mention.last].lower() == "of"  # "two million pounds of ice"
    return (scaled and not stuff) or any(word in cues for word in near if word)


def duration(value: Decimal | None, told: Told) -> str:
    """The TIMEX3 value of a duration, "" when it is vague."""
    if value is None or told.unit not in TIMEX:
        return ""
    if told.unit == "fortnights":
        value *= 2
    return TIMEX[told.unit].format(f"{value.normalize():f}")
