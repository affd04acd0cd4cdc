"""Counts, shares, money, measures, durations, ages, ordinals: a rule finds the figure, its shape makes the claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import takewhile

from factcheck.extract.around import DASHES, Around
from factcheck.extract.figure import Found, Range, bounds, given_unit, glued, noun_lemma, of_the, one
from factcheck.extract.hits import hits
from factcheck.extract.pair import ages, and_half, cents, compound, corridors, each, feet, odds, per_many, ratio, two
from factcheck.lexicon import Lexicon, lemma
from factcheck.model import Mention, Segmented

OWNERS = frozenset({"his", "her", "their", "its", "our", "my"})

SERIES = 20
"""From here on, a rank before a capital mostly counts what is held again and again."""

ENDS = frozenset({"", ".", ",", ";", ":", ")", "!", "?", "”", '"'})
"""Tokens after which a phrase is over."""


def find(segmented: Segmented, lexicon: Lexicon) -> Iterator[Mention]:
    """Mentions of kind `quantity`: a rule finds the figure, its shape tells how many claims it makes."""
    around = Around(segmented, lexicon)
    found: list[Mention] = []
    for hit, sentence in hits("quantities", segmented, lexicon):
        shape = str(hit.rule.gives.get("shape", "one"))
        found.extend(SHAPES[shape](Found(around, hit, sentence)))
    return corridors(found, around)


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
    of_a = around.words[last : last + 2] in (("of", "a"), ("of", "an"), ("of", "one"))
    unit = around.unit(last + 2 if of_a else last)
    if unit and not of_a and article and around.tag(last - 1, "nth"):
        yield from nth(found, (last - 1, last))  # a sixth straight month
        return
    if unit and (of_a or unit.row["measure"] != "percentage"):
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
        around.words[last].lower() in ("of", "more") or any(did(around, at) for at in (first - 1, last))
    ):
        return
    if word == "few" and around.words[first - 1].lower() in ("as", "so", "too", "very", "how"):
        return  # as few as 500
    of = last + (around.words[last].lower() == "of")
    unit = given_unit(found) if "unit" in found.hit.parts else around.unit(of)
    end = unit.last if unit else last
    begin = min(first, unit.first) if unit else first
    hedge = around.hedge(begin)
    parts = {"number": (first, last), "unit": unit, "symbol": None, "bound": "vague"}
    parts["hedge"] = (hedge.first, hedge.last) if hedge else None
    yield found.claim(parts, begin, end)


def did(around: Around, at: int) -> bool:
    """Whether token `at` tells an act: "wounded scores", "scores injured"."""
    word = around.words[at] if at >= 0 else ""
    base = word.lower().removesuffix("ed")
    return bool(word) and any(around.lexicon.find("acts", form) for form in (word, base, base + "e"))


def none(found: Found) -> Iterator[Mention]:
    """No casualties, not a single soldier: zero of something that can be counted."""
    around = found.around
    first, last = found.part("number")
    row = around.lexicon.find("nouns", noun_lemma(around, last))
    of = around.words[first].lower() == "none" and of_the(around, last)
    single = last - first > 2 and around.words[last][:1].isalpha()
    nobody = around.words[last - 1].lower() in ("one", "nobody")
    if of or single or nobody or (row is not None and row["class"] in ("person", "harm")):
        yield found.claim({"number": (first, last), "measure": "count", "bound": "exact"}, first, last)
    elif around.words[first].lower() == "zero":
        yield from one(found, "number", shape="one")


def nth(found: Found, tokens: Range | None = None) -> Iterator[Mention]:
    """The sixth attack, a seventh-round win; not the third-largest, not the second hand."""
    around = found.around
    first, last = tokens or found.part("number")
    after = last + (around.words[last] in DASHES)
    if glued(around, first) or (around.words[first][0].isdigit() and not marked(around, last)):
        return
    if is_title(around, first, after) or around.tag(after, "ranked"):
        return
    named = around.words[after][:1].isalpha() and not around.tag(after, "grammar")
    placed = around.words[first - 1].lower() in around.lexicon.book("cues", "kind", "place") if first else False
    early = around.words[first].lower() in ("first", "second") and not placed
    if (early and idle_rank(around, first, after)) or not (named or (not early and after == last)):
        return
    parts = {"number": (first, last), "bound": "exact", "measure": "ordinal", "shape": "nth"}
    yield found.claim(parts, first, last)


def marked(around: Around, last: int) -> bool:
    """Whether the mark before token `last` touches the figure and fits it: 21st, 12th, not "12st" (stone)."""
    figure, mark = around.words[last - 2 : last]
    fitting = "th" if figure[-2:] in ("11", "12", "13") else {"1": "st", "2": "nd", "3": "rd"}.get(figure[-1], "th")
    return not around.gap(last - 1) and mark.lower() == fitting


def is_title(around: Around, first: int, after: int) -> bool:
    """Whether the rank is a piece of a name: the Fourth Republic, the 5th Army; not his 9th Cup, one of a series."""
    if not around.words[after][:1].isupper() or around.words[first][0].islower():
        return False
    if around.words[first - 1].lower() in OWNERS:
        return False
    if around.words[first].isdigit() and int(around.words[first]) >= SERIES:
        title = takewhile(lambda n: around.words[n][:1].isupper(), range(after, after + 4))
        return any(around.tag(n, "ranked") for n in title)  # the 101st Airborne, but the 57th Grammy Awards
    return around.words[after].lower() not in around.lexicon.book("cues", "kind", "series")


def idle_rank(around: Around, first: int, after: int) -> bool:
    """Whether "first" or "second" ranks nothing: the first month, the first two days, the first time."""
    counted = after + around.tag(after, "numbers")
    row = around.lexicon.find("nouns", noun_lemma(around, after))
    idiom = row is not None and row["class"] == "abstract" and around.words[first].lower() == "first"
    adverb = around.words[after].endswith("ed") and around.words[first].lower() == "first"  # first proposed
    return around.tag(counted, "time") or idiom or adverb


def twice(found: Found) -> Iterator[Mention]:
    """Twice: two times."""
    first, last = found.part("number")
    yield found.claim({"number": (first, last), "bound": "exact", "measure": "count"}, first, last)


def aside(found: Found) -> Iterator[Mention]:
    """A figure between commas after a name: an age."""
    around = found.around
    first, last = found.part("number")
    name = around.words[first - 2]
    row = around.lexicon.find("nouns", name)
    someone = row is not None and row["class"] == "person" and lemma(name) == name
    aged = (name[:1].isupper() or someone) and not around.tag(first - 2, "calendar") and around.words[last] != ""
    yield from one(found) if aged else one(found, measure="count")


SHAPES: Mapping[str, Callable[[Found], Iterator[Mention]]] = {
    "one": one,
    "two": two,
    "each": each,
    "odds": odds,
    "per_many": per_many,
    "ratio": ratio,
    "feet": feet,
    "ages": ages,
    "and_half": and_half,
    "cents": cents,
    "compound": compound,
    "fraction": fraction,
    "vague": vague,
    "none": none,
    "nth": nth,
    "twice": twice,
    "aside": aside,
}
