"""One figure where it stands: its sign, unit, hedge, and whether it counts anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile

from factcheck.extract.around import DASHES, Around, Unit
from factcheck.extract.hits import mention
from factcheck.lexicon import Hit, lemma
from factcheck.model import Mention

Range = tuple[int, int]

JOINTS = DASHES | {",", "and", "or", "to"}
"""What can stand behind a figure of a list."""

BE = frozenset({"was", "were", "is", "are"})

MANY = frozenset({"are", "were", "have"})
"""Verbs of several, which no length has: "7.7m are hungry"."""

BACK = 20
"""Tokens before a figure in which another one tells how it is meant."""

COMPARING = frozenset({",", "from", "to", "against", "up", "down", "compared", "with", "about", "nearly", "around"})
"""What stands between two sums of which the second is told without its currency."""

ENDS = frozenset({"", ".", ",", ";", ")", "in", "on", "at", "a", "last"})
"""What stands behind a figure that counts nothing."""

UPWARD = 4
"""Tokens between a verb that moves something and "up to"."""

CLAUSE = 6
"""Tokens behind a measure in which the verb of a clause of its own stands."""


class Found:
    """A hit where it stands. No record, as one is made of each hit and asked for its fields all the time."""

    __slots__ = ("around", "hit", "sentence")

    def __init__(self, around: Around, hit: Hit, sentence: int) -> None:
        """Keep them; `sentence` is the index of the hit's."""
        self.around, self.hit, self.sentence = around, hit, sentence

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
    number = (around.figure(first), last)
    symbol = around.symbol(number[0])
    begin = symbol.first if symbol else number[0]
    if symbol and around.words[begin - 1] in ("-", "−") and around.gap(begin - 1) and not around.gap(begin):
        begin, extra = begin - 1, {**extra, "times": -1}  # -$37
    number = lettered(found, number, symbol is not None)
    last = number[1]
    plus = around.words[last] == "+" and not around.gap(last)
    unit = around.unit(last + plus) if "unit" not in found.hit.parts else given_unit(found)
    named = "measure" in found.hit.rule.gives
    if found.hit.rule.gives.get("measure") == "magnitude":
        unit = None  # the scale may stand in brackets behind it: 6.3 (ML)
    if around.tag(number[0], "zero_led") and around.words[number[0]].strip("0"):
        return  # at about 0200
    if symbol is None and not named and (glued(around, begin) or (unit is None and runs_on(around, last))):
        return
    end = unit.last if unit else last
    shared = unit or (None if symbol or named else listed(around, last) or lent(around, number))
    parts: dict[str, object] = {
        "number": number,
        "unit": shared,
        "symbol": symbol,
        **bounds(found, begin, end),
        **extra,
    }
    if plus and unit:
        parts |= {"hedge": (last, last + 1), "bound": "at_least"}
    if (unit and unit.row["measure"] == "length" and raced(around, parts)) or upward(around, parts):
        parts |= {"hedge": None, "bound": "exact"}
    if unit and unit.row["measure"] == "duration":
        end = old(around, unit.last, parts)
        if during(around, parts, number):
            parts |= {"hedge": None, "bound": "exact"}
    if (not named and idle(around, number, parts)) or is_name(found, number):
        return
    yield found.claim(parts, begin, end)


def lent(around: Around, number: Range) -> Unit | None:
    """The currency of the sum a great figure is held against: "to 17.5 billion euros from 18.3 billion"."""
    first, last = number
    if not around.tag(last - 1, "scale") or around.words[last] not in ENDS:
        return None
    begin = first - 1
    while begin > 0 and around.words[begin].lower() in COMPARING:
        begin -= 1
    found = around.money.before(around.words, begin + 1) if begin < first - 1 else None
    return Unit(begin, begin + 1, found.row) if found and found.row["kind"] == "currency" else None


def given_unit(found: Found) -> Unit | None:
    """The unit the rule itself caught."""
    first, last = found.part("unit")
    entry = found.around.units.after(found.around.words, first) or found.around.currency(first)
    return Unit(first, last, entry.row) if entry else None


def unsigned(found: Found, tokens: Range) -> Range:
    """The tokens without a dash or point that is no sign: a sign touches its digits and nothing before it."""
    first, last = tokens
    around = found.around
    if around.words[first] == "minus" and around.words[first - 2 : first] == ("plus", "or"):
        return first + 1, last
    if around.words[first] in DASHES or around.words[first] == ".":
        before = around.words[first - 1] if first else ""
        if around.gap(first + 1) or (before and before not in "(<>=≥≤~" and not around.gap(first)):
            return first + 1, last
    return tokens


def lettered(found: Found, number: Range, symbol: bool) -> Range:
    """The number without a letter that is a unit: 5m is five million only in money or before what is counted.

    A K is a thousand, unless degrees stand near: "300 °C (573.15K)".
    """
    around = found.around
    first, last = number
    if symbol or last - first < 2 or not around.tag(last - 1, "letter"):
        return number
    letter = around.words[last - 1]
    if letter in ("k", "K", "mm"):
        warm = letter == "K" and near(found, first, "warmth")
        return (first, last - 1) if warm or letter == "mm" else number
    if around.units.after(around.words, last) or (around.words[last] in DASHES and around.tag(last + 1, "time")):
        return number
    if (letter in "bB" and coded(around, last)) or (letter == "m" and around.tag(last - 2, "grouped")):
        return first, last - 1  # a 1,500m run
    people = around.lexicon.find("nouns", lemma(around.words[last])) if around.words[last] else None
    ended = letter == "G" and not around.words[last][:1].isalpha()  # "10G", but "a 4G network"
    high = {word.lower() for word in around.words[last : last + 2]}
    if letter == "m" and not high.isdisjoint(around.lexicon.forms("cues", "kind", "height")):
        return first, last - 1  # a 3.66m storm surge
    if letter == "m" and (
        around.words[last] in MANY
        or counted_before(around, first)
        or around.words[first - 1].lower() in ("whom", "which")
    ):
        return number
    if letter != "M" and not ended and (around.gap(last - 1) or not (people or letter in "bB")):
        return first, last - 1
    return number


def counted_before(around: Around, first: int) -> bool:
    """Whether an m before counted millions, which one behind then does, too: "8.8m people, beating its goal of 6m"."""
    for n in range(max(first - BACK, 1), first):
        counted = around.tag(n - 1, "digits") and not around.tag(n - 1, "grouped")
        if around.words[n] == "m" and counted and not around.gap(n):
            return around.lexicon.find("nouns", lemma(around.words[n + 1])) is not None
    return False


def coded(around: Around, last: int) -> bool:
    """Whether a b before token `last` is a piece of a code: 221B Elm Street, a 1500b packet, Clade 1b."""
    figure, before = around.words[last - 2], around.words[last - 3]
    labelled = figure.isdigit() and before[:1].isupper() and len(before) > 1
    return around.words[last][:1].isupper() or len(figure.partition(".")[0]) > 3 or labelled


def near(found: Found, at: int, kind: str) -> bool:
    """Whether a cue of this kind stands shortly before token `at`."""
    book = found.around.lexicon.book("cues", "kind", kind)
    return any(word in book for word in found.around.words[max(0, at - 6) : at] if word)


def listed(around: Around, at: int) -> Unit | None:
    """The unit that figures of a list share: "45 and 50 mg", "20, 30 or 40 percent"."""
    if around.words[at].lower() not in JOINTS:
        return None
    at += around.words[at] in DASHES and not around.gap(at) and around.gap(at + 1) > 0  # 10- and 12-year terms
    first = at + (around.words[at] == ",")
    first += around.words[first].lower() in ("and", "or", "to")
    for _ in range(4):
        joint = at + (around.words[at] == ",")
        joint += around.words[joint].lower() in ("and", "or", "to")
        if joint == at or not around.tag(joint, "digits"):
            return None
        at = joint + 1
        unit = around.unit(at)
        if unit is not None:
            own = unit.row.table != "units" or shifted(around, unit) or (joint == first and subject(around, unit))
            return None if own else unit
    return None


def subject(around: Around, unit: Unit) -> bool:
    """Whether the measure begins a clause of its own: "arrested 12 and 40 kg of drugs were seized"."""
    if unit.row["measure"] == "percentage":
        return False
    ahead = (around.words[n].lower() for n in range(unit.last, min(unit.last + CLAUSE, len(around.words))))
    return any(word in BE for word in takewhile(lambda word: word[:1].isalnum(), ahead))


def shifted(around: Around, unit: Unit) -> bool:
    """Whether the unit belongs to a date: "killing 5, and 30 days later"."""
    words = ("ago", "later", "earlier", "before", "after", "old")
    return unit.row["measure"] == "duration" and around.words[unit.last].lower() in words


def glued(around: Around, at: int) -> bool:
    """Whether the figure goes on a word or a citation: x86, CN-235, 5(2) (but mid-2022, magnitude-6)."""
    if not at or not around.words[at - 1] or around.gap(at):
        return False
    before = around.words[at - 1]
    if before[-1].isalnum() or before in "_/\\^":
        return True
    if before == "(":
        return at > 1 and not around.gap(at - 1) and around.words[at - 2].isdigit()  # section 5(2)
    if before == "+" and at > 1 and not around.gap(at - 1) and around.words[at - 2][-1:].isalnum():
        return True
    if before in DASHES and at > 4 and around.words[at - 2].isdigit() and around.words[at - 3] in DASHES:
        return around.words[at - 4].isupper() and not any(map(around.gap, range(at - 3, at)))  # CVE-2023-4863
    return before in DASHES and at > 1 and not around.gap(at - 1) and around.words[at - 2][-1:].isalpha()


def runs_on(around: Around, at: int) -> bool:
    """Whether letters follow the figure without a blank: 24703L."""
    word = around.words[at]
    if not word or around.gap(at) or not (word[0].isalpha() or word in "_^=\\/@") or word[0] in "'’":
        return False
    return word.isupper() or not around.lexicon.find("nouns", lemma(word))


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


def during(around: Around, parts: Mapping[str, object], number: Range) -> bool:
    """Whether "over" before a duration means during it ("it fell over six months"); also "under a 30-day law"."""
    hedge = parts["hedge"]
    if not isinstance(hedge, tuple):
        return False
    word = around.words[hedge[0]].lower() if hedge[1] - hedge[0] == 1 else ""
    if word in ("under", "over") and around.words[hedge[1]] == "a" and around.words[number[1]] in DASHES:
        return True
    if word != "over":
        return False
    before = around.words[hedge[0] - 1] if hedge[0] else ""
    return bool(before) and before not in around.lexicon.book("cues", "kind", "over")


def raced(around: Around, parts: Mapping[str, object]) -> bool:
    """Whether "over" before a length tells how far a race went: "gold over 200 metres"."""
    hedge = parts["hedge"]
    if not isinstance(hedge, tuple) or around.words[hedge[0]].lower() != "over":
        return False
    cues = around.lexicon.book("cues", "kind", "race")
    return any(word in cues for word in around.words[max(0, hedge[0] - CLAUSE) : hedge[0]] if word)


def upward(around: Around, parts: Mapping[str, object]) -> bool:
    """Whether "up to" tells where something moved: "ticked up to 4%", "pushing the total up to $82 million"."""
    hedge = parts["hedge"]
    if not isinstance(hedge, tuple) or [word.lower() for word in around.words[slice(*hedge)]] != ["up", "to"]:
        return False
    cues = around.lexicon.book("cues", "kind", "upward")
    return any(word in cues for word in around.words[max(0, hedge[0] - UPWARD) : hedge[0]] if word)


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
    word = around.words[number[0]].lower() if number[1] - number[0] == 1 else ""
    if word in ("a", "an"):
        return not parts["hedge"] and around.words[number[0] - 1].lower() != "within"
    if word != "one" or parts["unit"] or parts["hedge"]:
        return False
    at = number[1]
    noun = lemma(around.words[at + 2]) if of_the(around, at) else noun_lemma(around, at)
    row = around.lexicon.find("nouns", noun)
    verb = around.lexicon.find("acts", around.words[number[0] - 1]) if number[0] else None
    return (row is None or row["class"] in ("abstract", "time")) and verb is None


def is_name(found: Found, number: Range) -> bool:
    """Whether a number word with a capital inside a sentence begins a name: the Battle of Five Forks."""
    around = found.around
    first, last = number
    before, after = around.words[first - 1] if first else "", around.words[last]
    inside = before[:1].isalpha() and around.segmented.sentences[found.sentence].role == "body"
    named = after[:1].isupper() or (before[:1].isupper() and not around.tag(first - 1, "calendar"))
    return inside and last - first == 1 and around.words[first].istitle() and named


def of_the(around: Around, at: int) -> bool:
    """Whether "of the" stands at token `at`."""
    return tuple(map(str.lower, around.words[at : at + 2])) == ("of", "the")


def noun_lemma(around: Around, at: int) -> str:
    """Lemma of the noun at token `at` or after one adjective."""
    first = lemma(around.words[at]) if around.words[at] else ""
    return first if around.lexicon.find("nouns", first) else lemma(around.words[at + 1]) if first.isalpha() else ""
