"""Two figures: a range, a score, odds, a tolerance, feet and inches, or merely two claims."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.extract.around import DASHES, Around, Unit
from factcheck.extract.figure import Found, Range, bounds, glued, lettered, noun_lemma, old, one, unsigned
from factcheck.lexicon.number import figure_of, lent, scaled
from factcheck.model import Mention, Span

RACE = (("unit", "minutes"), ("minor", "seconds"))
"""The parts of a compound time with the units that stand for them in "4:01.23"."""

LONG_RACE = (("unit", "hours"), ("minor", "seconds"))

ROUND = frozenset(map(Decimal, (10, 100, 500, 1000)))
"""Whatever is told "out of" these is a share."""


def two(found: Found) -> Iterator[Mention]:
    """Two figures: a range, a score, or two claims."""
    around = found.around
    low, high = unsigned(found, found.part("low")), found.part("high")
    join = found.words(found.part("join"))[-1].lower()
    kind = relation(found, low, high, join)
    if kind == "range":
        yield ranged(found, low, high)
    elif kind == "tolerance":
        unit = around.unit(high[1])
        parts = {"number": low, "error": high, "unit": unit, "symbol": None, "bound": "range"}
        yield found.claim(parts, low[0], unit.last if unit else high[1])
    elif kind == "odds":
        yield from ratio(found, measure="ratio", shape="ratio")
    elif kind == "score":
        yield from each(found)
    else:
        opened = "before" in found.hit.parts and "own" not in found.hit.parts and join == "to"
        shared = around.unit(high[1]) if opened else None  # "from 800 million to 1.6 billion francs"
        times = lent(found.words(low), found.words(high), around.lexicon) if opened else 1
        yield from one(found, "low", **({"unit": shared} if shared else {}), **({"times": times} if times > 1 else {}))
        yield from one(found, "high")


def relation(found: Found, low: Range, high: Range, join: str) -> str:
    """What joins two figures: range, score or nothing."""
    around = found.around
    if join in ("±", "minus") or "/" in found.words(found.part("join")):
        return "tolerance"
    opener = found.words(found.part("before"))[0].lower() if "before" in found.hit.parts else ""
    bounded = "hedge" in found.hit.parts and len(found.words(found.part("hedge"))) > 1
    if (join == "and" and opener != "between") or (join == "or" and bounded) or dateline(around, low, high):
        return "list"
    first, second = figures(found, low, high)
    if first is None or second is None or not units_fit(found, high) or other_money(around, low, high):
        return "list"
    ranging = around.words[low[0] - 1 - bool(opener)].lower() in around.lexicon.book("cues", "kind", "ranging")
    if join == "to" and opener != "between" and not ranging:
        trend, link = around.trend(low[0] - (bool(opener) and opener != "from"))
        if trend and link != "to" and around.words[low[0] - 1] != "of":
            return "list"
        if second == 1 and "own" not in found.hit.parts and not around.unit(high[1]):
            return "odds"
        if second <= first and both_small(found, low, high) and scored(found, low, high):
            return "score"
    return "range" if ranging else spread(found, low, high, join, first < second, second > 10 * first)


def other_money(around: Around, low: Range, high: Range) -> bool:
    """Whether only one of two figures is a sum, or both of other currencies: "$0.26 or about 0.3%", "€5 or $6"."""
    signs = [around.symbol(around.figure(at)) for at in (low[0], high[0])]
    unit = around.unit(high[1])
    if signs[0] and unit and unit.row["measure"] not in ("money", ""):
        return True
    return bool(signs[0] and signs[1] and signs[0].row["unit"] != signs[1].row["unit"])


def dateline(around: Around, low: Range, high: Range) -> bool:
    """Whether a dash between blanks parts the day of a dateline from the text: "Feb 19 – 31 pilgrims were killed"."""
    dash = any(around.words[n] in DASHES and around.gap(n) and around.gap(n + 1) for n in range(low[1], high[0]))
    return dash and (around.tag(low[0] - 1, "month") or around.tag(low[0] - 1, "month_short"))


def spread(found: Found, low: Range, high: Range, join: str, rising: bool, far: bool) -> str:
    """Range, score or list by the order of the figures and the blanks around their dash; `far` is tenfold."""
    around = found.around
    dash = join in DASHES
    tight = dash and not around.gap(low[1]) and not around.gap(high[0])
    united = "own" in found.hit.parts or around.unit(high[1]) is not None
    small = tight and not united and both_small(found, low, high)
    if small and (
        not rising or scored(found, low, high) or bowled(around, low[0], high[1]) or set_of(found, low, high)
    ):
        return "score"
    uneven = dash and not tight and around.gap(low[1]) != around.gap(high[0])
    rising = rising or (join == "to" and lent(found.words(low), found.words(high), around.lexicon) > 1)
    return "list" if not rising or (join == "or" and far) or glued(around, low[0]) or uneven else "range"


def figures(found: Found, low: Range, high: Range) -> tuple[Decimal | None, Decimal | None]:
    """The figures of both amounts without currency signs."""
    around = found.around
    numbers = [found.words((around.figure(at), last)) for at, last in (low, high)]
    return scaled(numbers[0], numbers[1], around.lexicon)


def units_fit(found: Found, high: Range) -> bool:
    """Whether the first figure's own unit is the second's, too ("5% to 10%", not "5% to 110")."""
    if "own" not in found.hit.parts:
        return True
    around = found.around
    first, _ = found.part("own")
    own = around.unit(first)
    other = around.unit(high[1])
    return own is not None and other is not None and own.row["unit"] == other.row["unit"]


def both_small(found: Found, low: Range, high: Range) -> bool:
    """Whether both are plain digits of at most three places, as in a score."""
    return all(
        len(words := found.words(part)) == 1 and words[0].isdigit() and len(words[0]) < 4 for part in (low, high)
    )


def scored(found: Found, low: Range, high: Range) -> bool:
    """Whether "2-3" tells a result: no unit or noun behind it, and a word of winning or losing before."""
    around = found.around
    if around.unit(high[1]) or (around.words[high[1]][:1].isalpha() and not around.tag(high[1], "grammar")):
        return False
    book = around.lexicon.book("scores")
    return any(word in book for word in around.words[max(0, low[0] - 4) : low[0]] if word)


def bowled(around: Around, first: int, last: int) -> bool:
    """Whether "4-69" stands between a name and a mark, as results of players do: "(Smith 4-69, Khan 3-66)"."""
    first -= around.words[first - 1] == "(" and around.words[last] == ")"
    name = around.words[first - 1] if first else ""
    named = name[:1].isupper() and not name.isupper() and not around.tag(first - 1, "calendar")
    return named and around.words[last] in (",", ";", ")") and not around.tag(first - 1, "label_plural")


def set_of(found: Found, low: Range, high: Range) -> bool:
    """Whether "3-6" stands in a row with a falling pair, as sets of a match do: "6-4, 3-6, 7-6"."""
    words = found.around.words
    for first, mark in ((low[0] - 4, low[0] - 1), (high[1] + 1, high[1])):
        pair = words[max(first, 0) : first + 3]
        if words[mark] == "," and len(pair) == 3 and pair[1] in DASHES and pair[0].isdigit() and pair[2].isdigit():
            return int(pair[0][:9]) > int(pair[2][:9])
    return False


def ranged(found: Found, low: Range, high: Range) -> Mention:
    """The mention of a range."""
    around = found.around
    numbers = [(around.figure(at), last) for at, last in (low, high)]
    symbol = around.symbol(numbers[0][0]) or around.symbol(numbers[1][0])
    high = numbers[1] = lettered(found, numbers[1], symbol is not None)
    first = around.symbol(numbers[0][0])
    begin = first.first if first else low[0]
    unit = around.unit(high[1])
    end = unit.last if unit else high[1]
    parts: dict[str, object] = {
        "low": numbers[0],
        "high": numbers[1],
        "unit": unit,
        "symbol": symbol,
        **bounds(found, begin, end),
        "bound": "range",
    }
    if unit and unit.row["measure"] == "duration":
        end = old(around, unit.last, parts)
    return found.claim(parts, begin, end)


def each(found: Found) -> Iterator[Mention]:
    """Every figure of a score is a claim of its own."""
    for part in ("low", "high", "third"):
        if part in found.hit.parts:
            first, last = found.part(part)
            if part == "low" and glued(found.around, first):
                return
            parts = {"number": (first, last), "unit": None, "symbol": None, "bound": "exact", "measure": "score"}
            yield found.claim(parts, first, last)


def odds(found: Found) -> Iterator[Mention]:
    """One in five: a fraction when the first figure is the smaller one, else two claims."""
    low, high = found.part("low"), found.part("high")
    first, second = (figure_of(found.words(part), found.around.lexicon) for part in (low, high))
    out = second not in ROUND and found.around.words[low[1]].lower() == "out" and counts_things(found.around, high[1])
    if first is None or second is None or first >= second or found.around.tag(high[0], "year") or out:
        yield from one(found, "low")
        yield from one(found, "high")
        return
    parts = {"over": low, "under": high, "measure": "fraction", **bounds(found, low[0], high[1])}
    yield found.claim(parts, low[0], high[1])


def per_many(found: Found) -> Iterator[Mention]:
    """312 per 100,000; 12.5 deaths per 1,000 births: one rate."""
    around = found.around
    first, last = found.part("number")
    if around.units.after(around.words, last) or around.symbol(first) or glued(around, first):
        yield from one(found)
        return
    parts = {"number": (first, last), "per": found.part("per"), "unit": None, "symbol": None}
    yield found.claim({**parts, **bounds(found, first, last)}, first, found.hit.last)


def counts_things(around: Around, at: int) -> bool:
    """Whether "three out of four" at token `at` counts things (lines, seats); of people it tells a share."""
    row = around.lexicon.find("nouns", noun_lemma(around, at))
    return (
        around.words[at][:1].isalpha() and not around.tag(at, "grammar") and (row is None or row["class"] != "person")
    )


def ratio(found: Found, **extra: object) -> Iterator[Mention]:
    """10-to-1."""
    low, high = found.part("low"), found.part("high")
    if found.around.words[low[1]] == ":" and found.around.tag(high[0], "two_digits"):
        return
    parts: dict[str, object] = {"over": low, "under": high, **bounds(found, low[0], high[1]), **extra}
    if not glued(found.around, low[0]):
        yield found.claim(parts, low[0], high[1])


def feet(found: Found) -> Iterator[Mention]:
    """Feet and inches: one length."""
    low, high = found.part("low"), found.part("high")
    if "inches" not in found.hit.parts and found.around.words[high[0] - 1] not in DASHES:
        yield from one(found, "low")
        yield from one(found, "high")
        return
    feet_unit = found.around.units.word("foot")
    parts = {"feet": low, "inches": high, "row": feet_unit, **bounds(found, low[0], found.hit.last)}
    yield found.claim(parts, low[0], found.hit.last)


def cents(found: Found) -> Iterator[Mention]:
    """Dollars and cents: one amount."""
    low, high = found.part("low"), found.part("high")
    bare = low[1] + 1 == high[0] and any(found.around.tag(high[0], tag) for tag in ("tens", "teens"))
    told = found.around.words[found.hit.last - 1] in ("cent", "cents")
    if not (told or bare or found.around.tag(high[0], "two_digits")):
        yield from one(found, "low")
        yield from one(found, "high")
        return
    money = found.around.money.row(found.words(found.part("unit")))
    parts = {"feet": low, "inches": high, "row": money, "parts": 100, **bounds(found, low[0], found.hit.last)}
    yield found.claim(parts, low[0], found.hit.last)


def compound(found: Found) -> Iterator[Mention]:
    """One hour and 45 minutes, times of 4:01.23 and 2:06:32: one duration, when each figure is a part of one unit."""
    around, hit = found.around, found.hit
    race = LONG_RACE if "middle" in hit.parts else RACE
    rows = [around.units.row(found.words(hit.parts[name]) if name in hit.parts else (unit,)) for name, unit in race]
    if rows[0] and rows[1] and rows[0]["measure"] != rows[1]["measure"]:
        rows[1] = around.units.row(("minutes",))  # 2h 10m
    small = figure_of(found.words(found.part("high")), around.lexicon)
    row, minor = rows
    if row is None or minor is None or small is None:
        return
    ratio = Decimal(row["factor"]) / Decimal(minor["factor"])
    if ratio <= small:
        if "unit" in hit.parts:
            yield from one(found, "low")
            yield from one(found, "high")
        return
    parts = {"feet": found.part("low"), "inches": found.part("high"), "row": row, "minor": minor, "parts": ratio}
    if "middle" in hit.parts:
        parts["middle"] = found.part("middle")
    yield found.claim({**parts, **bounds(found, hit.first, hit.last)}, hit.first, hit.last)


def and_half(found: Found) -> Iterator[Mention]:
    """A year and a half."""
    first, last = found.hit.first, found.hit.last
    row = found.around.units.after(found.around.words, found.part("unit")[0])
    if row is not None:
        unit = Unit(found.part("unit")[0], last, row.row)
        parts = {"number": found.part("number"), "extra": found.part("part"), "unit": unit, "symbol": None}
        yield found.claim({**parts, **bounds(found, first, last)}, first, last)


def ages(found: Found) -> Iterator[Mention]:
    """Aged 22; ages 14 and 15: one claim each."""
    words = found.around.words
    low = found.part("low")
    between = "between" in [word.lower() for word in words[found.hit.first : low[0]]]
    joined = "high" in found.hit.parts and (between or words[low[1]].lower() != "and")
    if joined:
        yield ranged(found, low, found.part("high"))
        return
    for part in ("low", "high"):
        if part in found.hit.parts:
            yield from one(found, part)


def corridors(found: list[Mention], around: Around) -> Iterator[Mention]:
    """Mentions with "more than 20 and less than 30" made one range."""
    waiting: Mention | None = None
    for new in found:
        both = corridor(waiting, new, around) if waiting else None
        if both is None and waiting is not None:
            yield waiting
        waiting = both or new
    if waiting is not None:
        yield waiting


def corridor(low: Mention, high: Mention, around: Around) -> Mention | None:
    """The range between a lower and an upper bound that "and", "but" or a comma joins."""
    kinds = (low.parts.get("bound"), high.parts.get("bound"))
    lower, upper = ("at_least", "more_than"), ("at_most", "less_than")
    hedge: object = high.parts.get("hedge")
    if "number" not in low.parts or "number" not in high.parts or not isinstance(hedge, tuple):
        return None
    between = [word.lower() for word in around.words[low.last : hedge[0]]]
    if between not in (["and"], ["but"], [","], [",", "and"], [",", "but"]):
        return None
    if kinds[0] in upper and kinds[1] in lower:
        first, second = high, low
    elif kinds[0] in lower and kinds[1] in upper:
        first, second = low, high
    else:
        return None
    values = [figure_of(around.words[slice(*part.parts["number"])], around.lexicon) for part in (first, second)]  # type: ignore[misc]
    if values[0] is None or values[1] is None or values[0] >= values[1]:
        return None
    unit = high.parts.get("unit") or low.parts.get("unit")
    parts = {**low.parts, "low": first.parts["number"], "high": second.parts["number"], "unit": unit, "bound": "range"}
    parts.pop("number")
    return high._replace(span=Span(low.span.start, high.span.end), first=low.first, parts=parts)
