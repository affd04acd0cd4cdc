"""The arithmetic of quantities: from what was caught to a figure with its ends, unit and counted noun."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from factcheck.checking import TYPE_CHECKING
from factcheck.lexicon import Lexicon
from factcheck.lexicon.number import figure_of, scaled
from factcheck.model import Mention, Quantity, Segmented
from factcheck.normalise.noun import Counter, Noun
from factcheck.normalise.unit import TIMEX, Told, duration, told_unit
from factcheck.record import NamedTuple

if TYPE_CHECKING:
    from typing import Any


class Measured(NamedTuple):
    """A quantity with its kind of measure and what was counted.

    Attributes:
        measure: count, percentage, fraction, money, duration, age, ordinal, ratio, score, length, ...
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


Ends = tuple[Decimal | None, Decimal | None, Decimal | None]
"""Figure, low end, high end."""


def measure(mention: Mention, counter: Counter, segmented: Segmented, lexicon: Lexicon) -> Measured | None:
    """The value of a mention, or None when it turns out to be no quantity."""
    parts: Mapping[str, Any] = mention.parts
    ends = figures(parts, segmented, lexicon)
    if ends is None:
        return None
    told = told_unit(parts, mention, segmented, lexicon)
    times = told.times * int(parts.get("times", 1))
    figure, low, high = ends if times == 1 else [None if end is None else end * times for end in ends]
    noun, base = described(mention, told, counter, segmented)
    if told.measure == "count" and is_magnitude(mention, noun, segmented, lexicon):
        told, noun = Told("magnitude", "magnitude"), None
    bound = str(parts.get("bound", "exact"))
    low, high = opened(low, high, bound)
    thing = phrase(noun, segmented)
    unit = told.unit or (segmented.words[noun[1] - 1] if noun and told.measure == "count" else "")
    return Measured(
        Quantity(figure, low, high, bound, phrase(parts.get("hedge"), segmented), unit, phrase(base, segmented)),
        told.measure,
        thing,
        timex(mention, low if low is not None else high, told, segmented, lexicon),
        str(parts.get("trend", "")),
        parts.get("shape") == "none" or (figure == 0 and told.measure == "count"),
    )


def timex(mention: Mention, value: Decimal | None, told: Told, segmented: Segmented, lexicon: Lexicon) -> str:
    """The TIMEX3 value of a duration ("P3D", "PT1H45M"; vague ones "PXD") or an age told in years ("P22Y"), else ""."""
    parts: Mapping[str, Any] = mention.parts
    if told.measure != "duration" and not (told.measure == "age" and parts.get("unit")):
        return ""
    if parts.get("bound") == "vague":
        return TIMEX[told.unit].format("X") if told.unit in TIMEX else ""
    if "minor" not in parts:
        return duration(value, told)
    large, small = (number(segmented.words[slice(*parts[name])], lexicon) for name in ("feet", "inches"))
    major, minor = duration(large, told), duration(small, Told(parts["minor"]["unit"], "duration"))
    if "middle" in parts:
        major += duration(figure_of(segmented.words[slice(*parts["middle"])], lexicon), Told("minutes", "duration"))[2:]
    return major + minor[2 if "T" in major else 1 :]


def described(mention: Mention, told: Told, counter: Counter, segmented: Segmented) -> tuple[Noun | None, Noun | None]:
    """The counted noun of a count or rank, and the base of a share ("80% of the civilians")."""
    sentence = segmented.sentences[mention.sentence]
    if mention.parts.get("shape") == "twice":
        return None, None
    if told.measure == "count":
        return counter.noun(mention.first, mention.last, sentence), None
    if "per" in mention.parts:
        parts: Mapping[str, Any] = mention.parts
        return counter.behind(parts["number"][1], mention.last), None
    if told.measure == "ordinal":
        return counter.behind(mention.last, sentence.last, mass=True), None
    if told.measure == "fraction":
        return None, counter.behind(mention.last, sentence.last, mass=True)
    if told.measure == "percentage":
        return None, counter.of(mention.last, sentence.last)
    return None, None


def is_magnitude(mention: Mention, noun: Noun | None, segmented: Segmented, lexicon: Lexicon) -> bool:
    """Whether a decimal is the strength of an earthquake: "measuring 7.6 and 7.4", "a 9.1 temblor"."""
    words = segmented.words
    number = words[mention.last - 1]
    if len(number) != 3 or number[1] != ".":
        return False
    cues = lexicon.book("cues", "kind", "magnitude")
    if noun is not None and noun.first == mention.last:
        return any(word in cues for word in words[noun.first : noun.last] if word)
    start = max(segmented.sentences[mention.sentence].first, mention.first - 6)
    return any(word in cues for word in words[start : mention.last + 4] if word)


def figures(parts: Mapping[str, Any], segmented: Segmented, lexicon: Lexicon) -> Ends | None:
    """Figure, low and high end before any bound is applied; None when the tokens spell no number."""

    def tokens(name: str) -> tuple[str, ...]:
        first, last = parts[name]
        return segmented.words[first:last]

    shape = parts.get("shape")
    if shape == "none":
        return Decimal(0), Decimal(0), Decimal(0)
    if shape == "vague":
        return None, vague(tokens("number"), lexicon) if "number" in parts else None, None
    if "low" in parts and "high" in parts:
        low, high = scaled(tokens("low"), tokens("high"), lexicon)
        return None if low is None or high is None else (low, min(low, high), max(low, high))
    if "over" in parts:
        value = divided(tokens("over"), tokens("under"), lexicon)
    elif "feet" in parts:
        value = added(tokens("feet"), tokens("inches"), parts.get("parts", 12), lexicon)
    else:
        value = nth(tokens("number"), lexicon) if shape == "nth" else number(tokens("number"), lexicon)
    if value is None:
        return None
    if "middle" in parts:  # the minutes of 2:06:32
        value += (figure_of(tokens("middle"), lexicon) or 0) / Decimal(60)
    if "extra" in parts:
        value += Decimal("0.5") if tokens("extra")[0].lower() == "half" else Decimal("0.25")
    margin = figure_of(tokens("error"), lexicon) if "error" in parts else None
    return value, value - (margin or 0), value + (margin or 0)


def divided(over: tuple[str, ...], under: tuple[str, ...], lexicon: Lexicon) -> Decimal | None:
    """One in five, 10-to-1."""
    above, below = figure_of(over, lexicon), figure_of(under, lexicon)
    return None if above is None or not below else above / below


def added(whole: tuple[str, ...], part: tuple[str, ...], parts: Decimal | int, lexicon: Lexicon) -> Decimal | None:
    """Five feet six inches, three dollars and fifty cents: `parts` of the small unit make one of the large."""
    large, small = number(whole, lexicon), figure_of(part, lexicon)
    return None if large is None or small is None else large + small / parts


def number(tokens: tuple[str, ...], lexicon: Lexicon) -> Decimal | None:
    """A figure; "a" is one, "twice" is two."""
    low = tokens[0].lower()
    if len(tokens) == 1 and low in ("a", "an", "twice"):
        return Decimal(2 if low == "twice" else 1)
    return figure_of(tokens, lexicon)


def nth(tokens: tuple[str, ...], lexicon: Lexicon) -> Decimal | None:
    """The rank of an ordinal: sixth, twenty-first, 21st."""
    if tokens[0].isdigit():
        return Decimal(tokens[0])
    last = lexicon.find("ordinals", tokens[-1])
    before = figure_of(tokens[:-1], lexicon) if len(tokens) > 1 else Decimal(0)
    if last is None or before is None:
        return None
    rank = Decimal(last["value"])
    return before * rank if before and rank >= 100 else before + rank


def vague(tokens: tuple[str, ...], lexicon: Lexicon) -> Decimal | None:
    """The order of magnitude of a vague word: scores 40, hundreds of thousands 200000, several hundred 300."""
    words = [word.lower() for word in tokens if word.lower() not in ("of", "a")]
    value: Decimal | None = None
    for word in words:
        row = lexicon.find("vague", word)
        if row is None:
            row = lexicon.find("numbers", word)
        if row is None:
            return None
        size = Decimal(row["value"])
        if value is not None and row.table == "vague":
            size /= 2  # "hundreds of thousands": hundreds are two hundred, thousands then mean a thousand
        value = size if value is None else value * size
    return value


def opened(low: Decimal | None, high: Decimal | None, bound: str) -> tuple[Decimal | None, Decimal | None]:
    """The ends that the bound leaves: "at least" has no upper end, "up to" no lower one."""
    if bound in ("at_least", "more_than"):
        return low, None
    if bound in ("at_most", "less_than"):
        return None, high
    return low, high


def phrase(tokens: tuple[int, int] | None, segmented: Segmented) -> str:
    """The text of tokens as written."""
    if tokens is None:
        return ""
    first, last = tokens
    return segmented.source.text[segmented.starts[first] : segmented.starts[last - 1] + len(segmented.words[last - 1])]


__all__ = ["Measured", "Told", "measure"]
