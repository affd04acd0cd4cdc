"""Counts, shares, money, measures, durations, ages, ordinals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from factcheck.extract.around import DASHES, Around, Unit
from factcheck.extract.hits import hits, mention
from factcheck.lexicon import Hit, Lexicon, lemma
from factcheck.lexicon.number import figure_of, scaled
from factcheck.model import Mention, Segmented, Span

Range = tuple[int, int]


ENDS = frozenset({"", ".", ",", ";", ":", ")", "!", "?", "”", '"'})
"""Tokens after which a phrase is over."""


def find(segmented: Segmented, lexicon: Lexicon) -> Iterator[Mention]:
    """Mentions of kind `quantity`: a rule finds the figure, its shape tells how many claims it makes."""
    around = Around.make(segmented, lexicon)
    found: list[Mention] = []
    for hit, sentence in hits("quantities", segmented, lexicon):
        shape = str(hit.rule.gives.get("shape", "one"))
        found.extend(SHAPES[shape](Found(around, hit, sentence)))
    return corridors(found, around)


def corridors(found: list[Mention], around: Around) -> Iterator[Mention]:
    """Mentions with "more than 20 and less than 30" made one range."""
    waiting: Mention | None = None
    for mention in found:
        both = corridor(waiting, mention, around) if waiting else None
        if both is None and waiting is not None:
            yield waiting
        waiting = both or mention
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


@dataclass(frozen=True, slots=True)
class Found:
    """A hit where it stands."""

    around: Around
    hit: Hit
    sentence: int

    def part(self, name: str) -> Range:
        """Tokens of a named part."""
        return self.hit.parts[name]

    def words(self, tokens: Range) -> tuple[str, ...]:
        """The tokens of a range."""
        return self.around.words[tokens[0] : tokens[1]]

    def claim(self, parts: Mapping[str, object], first: int, last: int) -> Mention:
        """The mention of tokens `first` to `last` with the fixed parts of the rule."""
        fixed = {**self.hit.rule.gives, **parts}
        return mention(self.around.segmented, self.hit, self.sentence, "quantity", fixed, first, last)


def one(found: Found, part: str = "number", **extra: object) -> Iterator[Mention]:
    """A single figure with its unit, unless it is a piece of a word or a mere pronoun."""
    around = found.around
    first, last = unsigned(found, found.part(part))
    number = (first + (around.tag(first, "symbol")), last)
    symbol = around.symbol(number[0])
    begin = symbol.first if symbol else first
    number = lettered(found, number, symbol is not None)
    last = number[1]
    unit = around.unit(last) if "unit" not in found.hit.parts else given_unit(found)
    named = "measure" in found.hit.rule.gives
    if symbol is None and not named and (glued(around, begin) or (unit is None and runs_on(around, last))):
        return
    end = unit.last if unit else last
    parts: dict[str, object] = {"number": number, "unit": unit, "symbol": symbol, **bounds(found, begin, end), **extra}
    if unit and unit.row["measure"] == "duration":
        end = old(around, unit.last, parts)
    if idle(around, number, parts):
        return
    yield found.claim(parts, begin, end)


def given_unit(found: Found) -> Unit | None:
    """The unit the rule itself caught."""
    first, last = found.part("unit")
    entry = found.around.units.after(found.around.words, first)
    return Unit(first, last, entry.row) if entry else None


def unsigned(found: Found, tokens: Range) -> Range:
    """The tokens without a dash or point that is no sign: a sign touches its digits and nothing before it."""
    first, last = tokens
    around = found.around
    if around.words[first] in DASHES or around.words[first] == ".":
        before = around.words[first - 1] if first else ""
        if around.gap(first + 1) or (before and before not in "(<>=≥≤~" and not around.gap(first)):
            return first + 1, last
    return tokens


def lettered(found: Found, number: Range, symbol: bool) -> Range:
    """The number without a letter that is a unit: 5m is five million only in money or before what is counted."""
    around = found.around
    first, last = number
    if symbol or last - first < 2 or not around.tag(last - 1, "letter"):
        return number
    letter = around.words[last - 1]
    people = around.lexicon.find("nouns", lemma(around.words[last])) if around.words[last] else None
    if letter not in "MG" and (around.gap(last - 1) or not (people or letter in "bB")):
        return first, last - 1
    return number


def glued(around: Around, at: int) -> bool:
    """Whether the figure goes on a word: x86, CN-235 (but mid-2022, magnitude-6)."""
    if not at or not around.words[at - 1] or around.gap(at):
        return False
    before = around.words[at - 1]
    if before[-1].isalnum() or before in "_/\\^":
        return True
    if before == "+" and at > 1 and not around.gap(at - 1) and around.words[at - 2][-1:].isalnum():
        return True
    return before in DASHES and at > 1 and not around.gap(at - 1) and around.words[at - 2][-1:].isalpha()


def runs_on(around: Around, at: int) -> bool:
    """Whether letters follow the figure without a blank: 24703L."""
    word = around.words[at]
    if around.lexicon.find("nouns", lemma(word)):
        return False
    return bool(word) and not around.gap(at) and (word[0].isalpha() or word in "_^=\\/@") and word[0] not in "'’"


def bounds(found: Found, first: int, last: int) -> dict[str, object]:
    """Hedge, bound and trend of a figure at tokens `first` to `last`."""
    around = found.around
    hedge = around.hedge(first)
    after = around.after(last)
    said = after if after and (hedge is None or hedge.bound == "approx") else hedge
    trend, link = around.trend(hedge.first if hedge else first)
    return {
        "hedge": (said.first, said.last) if said else None,
        "bound": said.bound if said else "exact",
        "trend": "" if link == "from" else trend,
    }


def old(around: Around, at: int, parts: dict[str, object]) -> int:
    """The end of an age ("22-year-old", "14 years of age"): sets its measure, else leaves the end alone."""
    words = around.words
    begin = at + 1 if words[at] in DASHES and words[at + 1] else at
    if words[begin].lower() in ("old", "olds"):
        parts["measure"] = "age"
        return begin + 1
    if words[at : at + 2] == ("of", "age"):
        parts["measure"] = "age"
        return at + 2
    return at


def idle(around: Around, number: Range, parts: Mapping[str, object]) -> bool:
    """Whether "one" or "a" is a pronoun or article and counts nothing."""
    words = tuple(word.lower() for word in around.words[number[0] : number[1]])
    if words in (("a",), ("an",)):
        return not parts["hedge"] and around.words[number[0] - 1].lower() != "within"
    if words != ("one",) or parts["unit"] or parts["hedge"]:
        return False
    row = around.lexicon.find("nouns", noun_lemma(around, number[1] + 2 * of_the(around, number[1])))
    verb = around.lexicon.find("acts", around.words[number[0] - 1]) if number[0] else None
    return (row is None or row["class"] in ("abstract", "time")) and verb is None


def of_the(around: Around, at: int) -> bool:
    """Whether "of the" stands at token `at`."""
    return tuple(word.lower() for word in around.words[at : at + 2]) == ("of", "the")


def noun_lemma(around: Around, at: int) -> str:
    """Lemma of the noun at token `at` or after one adjective."""
    first = lemma(around.words[at]) if around.words[at] else ""
    return first if around.lexicon.find("nouns", first) else lemma(around.words[at + 1]) if first.isalpha() else ""


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
    elif kind == "score":
        yield from each(found)
    else:
        yield from one(found, "low")
        yield from one(found, "high")


def relation(found: Found, low: Range, high: Range, join: str) -> str:
    """What joins two figures: range, score or nothing."""
    around = found.around
    if join in ("±", "minus") or "/" in found.words(found.part("join")):
        return "tolerance"
    opener = found.words(found.part("before"))[0].lower() if "before" in found.hit.parts else ""
    if join == "and" and opener != "between":
        return "list"
    first, second = figures(found, low, high)
    if first is None or second is None or not units_fit(found, high):
        return "list"
    if join == "to" and opener != "between" and around.trend(low[0] - bool(opener))[0]:
        return "list"
    if join == "or" and second > 10 * first:
        return "list"
    dash = join in DASHES
    tight = dash and not around.gap(low[1]) and not around.gap(high[0])
    if around.words[low[0] - 1 - bool(opener)].lower() in around.lexicon.book("cues", "kind", "ranging"):
        return "range"
    if first >= second:
        return "score" if tight and both_small(found, low, high) else "list"
    if tight and both_small(found, low, high) and scored(found, low, high):
        return "score"
    if glued(around, low[0]) or (dash and not tight and around.gap(low[1]) != around.gap(high[0])):
        return "list"
    return "range"


def figures(found: Found, low: Range, high: Range) -> tuple[Decimal | None, Decimal | None]:
    """The figures of both amounts without currency signs."""
    around = found.around
    numbers = [found.words((at + around.tag(at, "symbol"), last)) for at, last in (low, high)]
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


def ranged(found: Found, low: Range, high: Range) -> Mention:
    """The mention of a range."""
    around = found.around
    numbers = [(at + around.tag(at, "symbol"), last) for at, last in (low, high)]
    symbol = around.symbol(numbers[0][0]) or around.symbol(numbers[1][0])
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
    counted = found.around.words[high[1]][:1].isalpha()
    out = found.around.words[low[1]].lower() == "out" and counted and second not in (10, 100, 1000)
    if first is None or second is None or first >= second or found.around.tag(high[0], "year") or out:
        yield from one(found, "low")
        yield from one(found, "high")
        return
    parts = {"over": low, "under": high, "measure": "fraction", **bounds(found, low[0], high[1])}
    yield found.claim(parts, low[0], high[1])


def ratio(found: Found) -> Iterator[Mention]:
    """10-to-1."""
    low, high = found.part("low"), found.part("high")
    if found.around.words[low[1]] == ":" and found.around.tag(high[0], "two_digits"):
        return
    parts = {"over": low, "under": high, **bounds(found, low[0], high[1])}
    if not glued(found.around, low[0]):
        yield found.claim(parts, low[0], high[1])


def feet(found: Found) -> Iterator[Mention]:
    """Feet and inches: one length."""
    low, high = found.part("low"), found.part("high")
    if "inches" not in found.hit.parts and found.around.words[high[0] - 1] not in DASHES:
        yield from one(found, "low")
        yield from one(found, "high")
        return
    feet_unit = found.around.units.row(("foot",))
    parts = {"feet": low, "inches": high, "row": feet_unit, **bounds(found, low[0], found.hit.last)}
    yield found.claim(parts, low[0], found.hit.last)


def cents(found: Found) -> Iterator[Mention]:
    """Dollars and cents: one amount."""
    low, high = found.part("low"), found.part("high")
    money = found.around.money.row(found.words(found.part("unit")))
    parts = {"feet": low, "inches": high, "row": money, "parts": 100, **bounds(found, low[0], found.hit.last)}
    yield found.claim(parts, low[0], found.hit.last)


def ages(found: Found) -> Iterator[Mention]:
    """Aged 22; ages 14 and 15: one claim each."""
    words = found.around.words
    low = found.part("low")
    joined = "high" in found.hit.parts and words[low[1]].lower() != "and"
    if joined:
        yield ranged(found, low, found.part("high"))
        return
    for part in ("low", "high"):
        if part in found.hit.parts:
            yield from one(found, part)


def fraction(found: Found) -> Iterator[Mention]:
    """A half, two thirds: only where a share is meant."""
    around = found.around
    first, last = found.part("number")
    after = around.words[last].lower()
    whole = after in ("of", "the", "its", "their", "his", "her", "our", "my", "all", "that", "as", "those", "what")
    hedge = around.hedge(first)
    if around.words[first].lower() == "half" and first and around.words[first - 1].lower() == "a":
        first -= 1
    article = around.words[first].lower() in ("a", "half")
    unit = around.unit(last + 2 if around.words[last : last + 2] in (("of", "a"), ("of", "an")) else last)
    if unit and unit.row["measure"] != "percentage":
        parts = {
            "number": (first, last),
            "unit": unit,
            "symbol": None,
            "shape": "one",
            **bounds(found, first, unit.last),
        }
        yield found.claim(parts, first, unit.last)
        return
    ended = around.words[last] in ENDS and around.words[first].lower() == "a"
    if article and not whole and not hedge and not ended and around.words[first - 1].lower() != "by":
        if around.tag(last - 1, "nth") and last - first > 1:
            yield from nth(found, (last - 1, last))
        return
    if glued(around, first):
        return
    yield found.claim({"number": (first, last), "measure": "fraction", **bounds(found, first, last)}, first, last)


def vague(found: Found) -> Iterator[Mention]:
    """Dozens, scores, several hundred."""
    around = found.around
    first, last = found.hit.parts.get("number", (found.hit.first, found.hit.first))
    word = around.words[first].lower()
    if word == "scores" and not (
        around.words[last].lower() in ("of", "more") or around.lexicon.find("acts", around.words[last])
    ):
        return
    unit = given_unit(found) if "unit" in found.hit.parts else around.unit(last)
    end = unit.last if unit else last
    begin = min(first, unit.first) if unit else first
    hedge = around.hedge(begin)
    parts = {"number": (first, last), "unit": unit, "symbol": None, "bound": "vague"}
    parts["hedge"] = (hedge.first, hedge.last) if hedge else None
    yield found.claim(parts, begin, end)


def none(found: Found) -> Iterator[Mention]:
    """No casualties, not a single soldier: zero of something that can be counted."""
    around = found.around
    first, last = found.part("number")
    row = around.lexicon.find("nouns", noun_lemma(around, last))
    of = around.words[first].lower() == "none" and of_the(around, last)
    if of or (row is not None and row["class"] == "person"):
        yield found.claim({"number": (first, last), "measure": "count", "bound": "exact"}, first, last)
    elif around.words[first].lower() == "zero":
        yield from one(found, "number", shape="one")


def nth(found: Found, tokens: Range | None = None) -> Iterator[Mention]:
    """The sixth attack, a seventh-round win; not the third-largest, not the second hand."""
    around = found.around
    first, last = tokens or found.part("number")
    after = last + (around.words[last] in DASHES)
    if glued(around, first) or (around.words[first][0].isdigit() and around.gap(last - 1)):
        return
    named = around.words[after][:1].isalpha() and not around.tag(after, "grammar")
    early = around.words[first].lower() in ("first", "second")
    if around.tag(after, "ranked") or not (named or (not early and after == last)):
        return
    parts = {"number": (first, last), "bound": "exact", "measure": "ordinal", "shape": "nth"}
    yield found.claim(parts, first, last)


def twice(found: Found) -> Iterator[Mention]:
    """Twice: two times."""
    first, last = found.part("number")
    yield found.claim({"number": (first, last), "bound": "exact", "measure": "count"}, first, last)


def aside(found: Found) -> Iterator[Mention]:
    """A figure between commas after a name: an age."""
    around = found.around
    first, last = found.part("number")
    name = around.words[first - 2]
    aged = name[:1].isupper() and not around.tag(first - 2, "calendar") and around.words[last] != ""
    yield from one(found) if aged else one(found, measure="count")


SHAPES: Mapping[str, Callable[[Found], Iterator[Mention]]] = {
    "one": one,
    "two": two,
    "each": each,
    "odds": odds,
    "ratio": ratio,
    "feet": feet,
    "ages": ages,
    "cents": cents,
    "fraction": fraction,
    "vague": vague,
    "none": none,
    "nth": nth,
    "twice": twice,
    "aside": aside,
}
