"""The arithmetic of quantities."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from factcheck.lexicon import Lexicon
from factcheck.model import Mention, Quantity, Segmented


@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity with its kind of measure and what was counted.

    Attributes:
        measure: count, percentage, fraction, money, duration, age, ordinal, ratio, length, ...
        thing: the counted noun phrase as written ("US service personnel"), or "".
        timex: TIMEX3 value of a duration ("P3D"), or "".
        trend: up, down, or "".
        negated: "no casualties".
    """

    quantity: Quantity
    measure: str
    thing: str = ""
    timex: str = ""
    trend: str = ""
    negated: bool = False


def measure(mention: Mention, segmented: Segmented, lexicon: Lexicon) -> Measured | None:
    """The value of a mention, or None when it turns out to be no quantity."""
    first, _ = mention.parts["number"]  # type: ignore[misc]
    figure = Decimal(segmented.words[first].replace(",", ""))
    return Measured(Quantity(figure, figure, figure, "exact"), "count")
