"""What stands around a figure: its unit, its hedge, whether it rises or falls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.lexicon import Lexicon, Row
from factcheck.lexicon.phrasebook import Entry
from factcheck.model import Segmented
from factcheck.record import NamedTuple

BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}

DASHES = frozenset("-‐‑–—−")

AGAINST = frozenset({"above", "below", "short", "shy"})
"""Words between a distance and what it is measured from."""

APART = frozenset({"and", "or", "but", "in", "for", "after", "over", "within", "during", "since", "with", "among"})
"""Words between a verb of rising or falling and a figure that is not how far it went."""

INCH = frozenset(("in", '"', "”", "″"))

POWERS = {"square": 2, "sq": 2, "cubic": 3, "cu": 3}

ENDS = frozenset((".", ")", ""))
"""Tokens in front of which "in" is no preposition."""

WAYS = frozenset({"thick", "wide", "tall", "long", "deep", "high"})
"""Adjectives behind a length."""

DIVISORS = frozenset({"duration", "length", "area", "volume", "mass"})
"""What a rate can be told per."""


class Unit(NamedTuple):
    """A unit right after a number: tokens `first` to `last`, its row, and what stands under "per" (row or None).

    `power` is that of the unit ("square"), `under` that of what stands under "per" ("kg/m³").
    """

    first: int
    last: int
    row: Row
    power: int = 1
    per: Row | None = None
    under: int = 1


class Hedge(NamedTuple):
    """Words that bound a figure: tokens `first` to `last`."""

    first: int
    last: int
    bound: str


class Around:
    """A source's tokens with the phrases that may stand beside a figure."""

    def __init__(self, segmented: Segmented, lexicon: Lexicon) -> None:
        """Look the phrases up in the lexicon."""
        self.segmented, self.lexicon = segmented, lexicon
        self.words, self.starts, self.letters = segmented.words, segmented.starts, segmented.letters
        self.units, self.money, self.trends = map(lexicon.book, ("units", "money", "trends"))
        self.symbols = lexicon.book("money", "kind", "symbol")
        self.particles = lexicon.book("cues", "kind", "particle")
        self.before, self.fillers, self.behind, self.still, self.definite = (
            lexicon.book("hedges", "place", place) for place in ("before", "filler", "after", "still", "definite")
        )
        self.openers = lexicon.once("around.openers", lambda: frozenset().union(*self._openers()))

    def _openers(self) -> Iterator[Iterable[str]]:
        """What a unit can begin with, in lower case: most figures stand before a word that is none of it."""
        yield from (book.heads for book in (self.units, self.money, self.still))
        yield from (BRACKETS, DASHES, INCH, POWERS)

    def gap(self, at: int) -> int:
        """Blanks between token `at` - 1 and token `at`."""
        return self.starts[at] - self.starts[at - 1] - len(self.words[at - 1])

    def tag(self, at: int, tag: str) -> bool:
        """Whether token `at` is of the class `tag`."""
        return self.letters[at] in self.lexicon.classes.get(tag, "")

    def figure(self, at: int) -> int:
        """The token of the figure that a currency sign at token `at` leads: past "$", past "Rs."."""
        at += self.tag(at, "symbol")
        dotted = self.symbols.before(self.words, at + 1) if self.words[at] == "." else None
        return at + (dotted is not None)

    def symbol(self, at: int) -> Entry | None:
        """The currency sign before token `at`, with the letters that touch it ("A$", "c $ 5", but not "A $5 stamp").

        The name of a currency counts as one before a large figure: "rupees 500 crore".
        """
        if self.words[at - 1].lower() not in self.money.tails:
            return None
        found = self.symbols.before(self.words, at) or self._named(at)
        if found and found.row.tag == "lone_symbol" and not self._priced(at):
            return None
        apart = found and not self.gap(at) and any(self.gap(n) for n in range(found.first + 1, found.last))
        if found and apart and len(self.words[found.first]) < 2:
            row = self.symbols.row(self.words[found.last - 1 : found.last])
            return Entry(found.last - 1, found.last, row) if row else None
        return found

    def _named(self, at: int) -> Entry | None:
        """The name of a currency before a figure of lakhs, millions or grouped digits without a unit of its own."""
        found = self.money.before(self.words, at)
        if found is None or found.row["kind"] != "currency" or self.tag(found.first, "grammar"):
            return None
        before = found.first - 1
        grammar = self.lexicon.find("grammar", self.words[before])
        counted = self.tag(before, "numbers") or self.tag(before, "digits")
        large = self.tag(at, "grouped") or self.tag(at + 1, "scale")
        return found if large and not counted and not (grammar and grammar["role"] == "det") else None

    def _priced(self, at: int) -> bool:
        """Whether a letter that touches the figure at token `at` is a currency: N1,600, R33.6-billion, not R2, N95."""
        after = at + 1 + (self.words[at + 1] in DASHES)
        scaled = any(self.tag(after, tag) for tag in ("scale", "suffix", "letter"))
        return not self.gap(at) and (self.tag(at, "grouped") or scaled)

    def unit(self, at: int) -> Unit | None:
        """The unit that begins at token `at`, right after a number; "20 (kg)" closes the bracket, too."""
        if self.words[at].lower() not in self.openers and not self._described(at):
            return None
        if self.words[at] in BRACKETS:
            inner = self.units.after(self.words, at + 1)
            closed = inner is not None and self.words[inner.last] == BRACKETS[self.words[at]]
            return Unit(at, inner.last + 1, inner.row) if inner and closed and inner.row["factor"] else None
        begin = at
        if (
            (self.words[at] in DASHES and not self.gap(at) and not self.gap(at + 1))
            or (self.words[at] in self.still and self.words[at + 1] and not self.units.after(self.words, at))
            or self._described(at)
        ):
            begin = at + 1
        power = self._power(begin)
        found = self.units.after(self.words, begin + power[1]) or self.currency(begin) or self._inch(begin)
        if found is None or not self._fits(at, begin, found):
            return None
        if power[0] > 1 and found.row["measure"] != "length":
            return None
        unit = Unit(at, found.last, found.row, power[0])
        return self._raised(unit) if found.row["measure"] == "length" and power[0] == 1 else self._rate(unit)

    def _described(self, at: int) -> bool:
        """Whether an adjective stands before days, weeks, years: "two bloody weeks", not "15 injured days later"."""
        word, unit = self.words[at], self.words[at + 1] if at + 1 < len(self.words) else ""
        if not (word.islower() and unit.endswith("s") and self.tag(at + 1, "period")) or word.endswith(("s", "ed")):
            return False
        if self.units.after(self.words, at):
            return False  # light years
        if any(self.lexicon.find(table, word) for table in ("nouns", "stopwords", "grammar", "units", "numbers")):
            return False
        return not any(self.tag(at + 2, tag) for tag in ("ago", "later", "earlier", "before", "after"))

    def currency(self, at: int) -> Entry | None:
        """The name, code or sign of a currency at token `at`; a sign before the next figure belongs to that."""
        found = self.money.after(self.words, at)
        if found is None or found.row.tag == "lone_symbol":
            return None
        if found.row["kind"] == "symbol" and self.words[found.last][:1].isdigit():
            return None
        if found.row["kind"] == "scaled" and (not self.tag(at - 1, "scale") or self.words[found.last] in DASHES):
            return None  # "two trillion won", but "five won medals"
        return found

    def _inch(self, at: int) -> Entry | None:
        """The short form "in", where it cannot be the preposition; a mark of inches before "wide", "long"."""
        row = self.units.word("inch") if self.words[at] in INCH and at + 1 < len(self.words) else None
        if row is None:
            return None
        told, after = self.words[at : at + 2]
        sure = told == "″" or after in WAYS or (told == "in" and after in ENDS)
        return Entry(at, at + 1, row) if sure else None

    def _power(self, at: int) -> tuple[int, int]:
        """The power a unit's first word gives it, and the tokens it takes."""
        power = POWERS.get(self.words[at].lower())
        return (power, 2 if self.words[at + 1] == "." else 1) if power else (1, 0)

    def _fits(self, at: int, begin: int, found: Entry) -> bool:
        row = found.row
        if begin > at and self.words[at] in self.still:
            plain = row.tag in ("length", "measure") and self.words[at].lower() in ("more", "extra", "additional")
            return row["measure"] == "duration" or plain or self.words[at].lower() == "metric"
        if row.tag in ("apart", "short") and any(self.tag(at - 1, tag) for tag in ("ones", "teens", "tens")):
            return False  # two F/A-18s
        if row.tag in ("apart", "short") and not self.gap(found.last):
            joined = self.words[found.last] in DASHES
            coded = self.words[found.last][:1].isdigit() and row["measure"] != "length"
            if joined or coded:
                return False  # forty-nine F-105s, a Leopard 2A6
        if row.tag == "eon" and (self.tag(at - 1, "year") or self.words[found.last][:1].isupper()):
            return False  # in 2016 Ma sold it
        if row.tag == "apart" and self.words[begin].isupper() and self.words[begin] not in row.forms:
            return False  # "5 M" are no metres
        if row.tag == "short":
            if self.words[begin].isupper() and self.words[found.last][:1].isupper():
                return False  # 221B Elm Street
            if row["unit"] == "ampere" and (not self.words[found.last].islower() or self.tag(found.last, "grammar")):
                return False  # Pad 39A, a film rated 12A
            decade = self.words[begin] == "s" and self.words[begin - 1][-1:] == "0"
            return not self.gap(begin) and not decade
        return True

    def _raised(self, unit: Unit) -> Unit:
        """Kilometres squared; else a speed."""
        raised = self._squared(unit)
        return raised if raised.power > 1 else self._rate(unit)

    def _squared(self, unit: Unit) -> Unit:
        """A length with its power: kilometres squared, km2, km^2; other units as they are."""
        words, at = self.words, unit.last
        if unit.row["measure"] != "length" or unit.power > 1:
            return unit
        if words[at] in ("squared", "cubed"):
            return unit._replace(last=at + 1, power=2 if words[at] == "squared" else 3)
        if words[at] in ("2", "3", "²", "³") and not self.gap(at):
            return unit._replace(last=at + 1, power=3 if words[at] in ("3", "³") else 2)
        if words[at] == "^" and words[at + 1] in ("2", "3"):
            return unit._replace(last=at + 2, power=int(words[at + 1]))
        return unit

    def _rate(self, unit: Unit) -> Unit:
        """Kilometres per hour, barrels a day, barrels of oil a day, $10 a share."""
        at = unit.last
        if self.words[at].lower() == "of" and self.words[at + 2 : at + 3] == ("per",):
            at += 2
        told = unit.row["measure"] in ("percentage", "duration", "money")
        if told or self.words[at].lower() not in ("per", "a", "an", "/"):
            return unit
        power = self._power(at + 1)
        found = self.units.after(self.words, at + 1 + power[1])
        if found is None or found.row["measure"] not in DIVISORS:
            return unit
        if any(self.tag(found.last, tag) for tag in ("ago", "earlier", "later", "before")):
            return unit  # 28 million tons a year earlier
        below = self._squared(Unit(at, found.last, found.row, power[0]))
        return unit._replace(last=below.last, per=found.row, under=below.power)

    def hedge(self, at: int) -> Hedge | None:
        """The hedge before token `at`; of two ("at least some 40") the outer one bounds."""
        last = self.words[at - 1].lower()
        if last not in self.before.tails and last not in self.fillers.tails:
            return None
        found = self.before.before(self.words, at)
        if found is None:
            filler = self.fillers.before(self.words, at)
            found = self.before.before(self.words, filler.first) if filler else None
        if found is None or not found.row["bound"] or self._numbered(found.first - 1):
            return None
        hedge = Hedge(found.first, found.last, found.row["bound"])
        if hedge.bound == "approx":
            outer = self.before.before(self.words, hedge.first)
            return Hedge(outer.first, hedge.last, outer.row["bound"]) if outer and outer.row["bound"] else hedge
        return None if self._compared(hedge, at) else hedge

    def _compared(self, hedge: Hedge, at: int) -> bool:
        """Whether the figure is what another one is held against: "below the 1,100 feared", "8 cents short of $9"."""
        if self.words[hedge.last].lower() in self.definite and hedge.last < at:
            return True
        if self.words[hedge.last - 1].lower() not in AGAINST and self.words[hedge.first].lower() not in AGAINST:
            return False
        unit = hedge.first - (self.words[hedge.first - 1] in ("well", "just", "far"))
        for n in range(unit - 1, max(unit - 4, 0), -1):
            if self.tag(n, "numbers") or self.tag(n, "digits"):
                return not self.tag(n, "year")
            if not (self.tag(n, "share") or (self.words[n][:1].islower() and not self.tag(n, "grammar"))):
                break
        return False

    def _numbered(self, at: int) -> bool:
        """Whether a figure and a dash stand before a word: "a two-under 70"."""
        return self.words[at] in DASHES and (self.tag(at - 1, "numbers") or self.tag(at - 1, "digits"))

    def after(self, at: int) -> Hedge | None:
        """The hedge behind a number that ends before token `at`: "or more", "-odd", "+"."""
        begin = at + 1 if self.words[at] in DASHES and not self.gap(at) else at
        found = self.behind.after(self.words, begin)
        if found is None or (self.words[at] == "+" and (self.gap(at) or self.words[at + 1][:1].isdigit())):
            return None
        if self.words[begin].lower() == "plus" and self.tag(begin + 1, "numbers"):
            return None  # 120 plus six crew
        return Hedge(begin, found.last, found.row["bound"])

    def _particle(self, at: int) -> bool:
        """Whether "up" or "down" at token `at` belongs to a verb: "picked up six awards", "runners-up"."""
        if self.words[at].lower() not in ("up", "down"):
            return False
        return self.words[at - 1].lower() in self.particles or (self.words[at - 1] in DASHES and not self.gap(at))

    def trend(self, at: int) -> tuple[str, str]:
        """Up, down or "", and the preposition between the verb and token `at` ("rose to 11").

        With a preposition the verb may have an object: "raised its key rate to 5%".
        """
        link = ""
        for n in range(at - 1, max(at - 9, -1), -1):
            word = self.words[n].lower()
            if not word or word[0] in ".;:,()" or self.tag(n, "digits") or (n < at - 3 and not link):
                break
            if word in ("by", "to", "from") and not link:
                link = word
                continue
            row = self.trends.word(word)
            if row is not None:
                vain = self._particle(n) or (row["linked"] and not link)  # "picked up six", "raised $3 million"
                return ("" if vain else row["trend"]), link
            if word in APART and not link:
                break  # "eased and 60 men came", "the biggest gain in nine years"
            if not (self.tag(n, "grammar") or word.endswith("ly") or (link and word[0].isalpha())):
                break
        return "", link
