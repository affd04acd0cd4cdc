"""When the event a figure belongs to took place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date
from sys import maxsize
from types import MappingProxyType

from factcheck.model import Claim, Segmented
from factcheck.record import NamedTuple

FAR = 45
"""Days from the publication date beyond which a sentence tells background."""

BEFORE, AFTER = 20, 10
"""Days around the publication date in which the main event is taken to lie when nothing else is said."""


COMPARED = 15
"""Tokens between "up from" and the date of the figure behind it."""

ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})

ENDS = frozenset({"from", "between"})
"""Prepositions before the first end of a period."""

TOP = 5
"""Tokens before a date among which a superlative makes it one of a ranking."""

WHOLE = (0, maxsize)
"""Reach of a date that holds for its whole sentence, and for what follows."""


class Told(NamedTuple):
    """A resolved date: where it stands, its days as ordinals, and the offsets between which figures belong to it."""

    at: int
    earliest: int
    latest: int
    first: int
    last: int


class Timeline(NamedTuple):
    """Dates told in a source, by sentence.

    Attributes:
        dates: resolved dates by sentence. Dates told in passing ("the most since 2014", "built in 1911") are left out.
        told: sentences that tell any date, resolved or not.
        present: sentences that tell how things are at the time of writing.
        published: ordinal of the publication day, or None.
        story: first and last day of the event that a source looks back to from afar, or None.
        periods: what is told "from" one day "to" another, by sentence. Its figures have these days, but are compared
            with figures told without any, so that they are no time to tell two events by.
    """

    dates: Mapping[int, tuple[Told, ...]]
    told: frozenset[int]
    present: frozenset[int]
    published: int | None
    story: tuple[int, int] | None = None
    periods: Mapping[int, tuple[Told, ...]] = MappingProxyType({})

    @classmethod
    def make(cls, claims: Sequence[Claim], segmented: Segmented, asides: Mapping[str, frozenset[str]]) -> Timeline:
        """Collect the resolved dates of the claims; `asides` as in `Words`."""
        dates: dict[int, tuple[Told, ...]] = {}
        periods: dict[int, tuple[Told, ...]] = {}
        for claim in claims:
            at = bisect_left(segmented.starts, claim.start)
            if claim.kind != "date" or not claim.earliest or not claim.latest:
                continue
            reach = reach_of(segmented, claim.sentence, at, asides)
            if is_period(claim, segmented, at):
                told = Told(claim.start, ordinal(claim.earliest), ordinal(claim.latest), *WHOLE)
                periods[claim.sentence] = (*periods.get(claim.sentence, ()), told)
                continue
            if passing(claim, segmented, at, asides):
                if not relative(claim, segmented):
                    continue
                reach = claim.end, reach[1]
            told = Told(claim.start, ordinal(claim.earliest), ordinal(claim.latest), *reach)
            dates[claim.sentence] = (*dates.get(claim.sentence, ()), told)
        period = segmented.source.published
        known = period is not None and period.earliest is not None and not segmented.source.doubtful
        any_date = frozenset(claim.sentence for claim in claims if claim.kind == "date")
        published = period.earliest.toordinal() if known and period and period.earliest else None
        present = frozenset(
            sentence for sentence in {claim.sentence for claim in claims} if now(segmented, sentence, asides["present"])
        )
        found = cls(dates, any_date, present, published, periods=periods)
        first = next((sentence.index for sentence in segmented.sentences if sentence.role == "body"), 0)
        return found._replace(story=found.looking_back(first))

    def looking_back(self, first: int) -> tuple[int, int] | None:
        """The days around the past event the first body sentence tells of, if no date is near the publication."""
        everywhere = [told for sentence in self.dates.values() for told in sentence]
        opening = [told for told in self.dates.get(first, ()) if (told.first, told.last) == WHOLE]
        if not opening or self.published is None or not all(self.past(told) for told in everywhere):
            return None
        return opening[0].earliest - AFTER, opening[0].latest + BEFORE

    def of(self, claim: Claim) -> tuple[tuple[int, int] | None, bool]:
        """First and last ordinal day of the claim's event, and whether its own sentence tells them."""
        if claim.kind == "date":
            own = claim.earliest is not None and claim.latest is not None
            return ((ordinal(claim.earliest or ""), ordinal(claim.latest or "")) if own else None), own
        if here := self.own(claim):
            return here, True
        above = [told for told in self.dates.get(claim.sentence - 1, ()) if (told.first, told.last) == WHOLE]
        if above and self.past(above[-1]) and claim.sentence not in self.present:
            return (above[-1].earliest, above[-1].latest), False
        if self.story is not None and claim.sentence not in self.present:
            return self.story, False
        if self.published is None:
            return None, claim.sentence in self.told
        return (self.published - BEFORE, self.published + AFTER), False

    def own(self, claim: Claim, period: bool = False) -> tuple[int, int] | None:
        """First and last ordinal day that the sentence of a figure tells for it, if asked also those of a period."""
        told = self.dates.get(claim.sentence, ()) + (self.periods.get(claim.sentence, ()) if period else ())
        here = [one for one in told if one.first <= claim.start < one.last]
        nearest = closest(here, claim.start) if here else None
        return nearest and (nearest.earliest, nearest.latest)

    def past(self, told: Told) -> bool:
        """Whether a date lies far before the publication date, or that is unknown."""
        return self.published is None or told.latest < self.published - FAR


def is_period(claim: Claim, segmented: Segmented, at: int) -> bool:
    """Whether a date at a token is a stretch of time: "between 2009 and 2012 a third of them left"."""
    return claim.measure == "range" and at > 0 and segmented.words[at - 1].lower() in ENDS


def closest(dates: Sequence[Told], at: int) -> Told:
    """The date told closest to a place."""
    return min(dates, key=lambda told: abs(told.at - at))


def ordinal(iso: str) -> int:
    """Ordinal of the day of an ISO date or minute."""
    return date.fromisoformat(iso[:10]).toordinal()


def passing(claim: Claim, segmented: Segmented, at: int, asides: Mapping[str, frozenset[str]]) -> bool:
    """Whether the date at a token is told in passing.

    "Since" before it, "built in", "more than a year ago", "on the same period last year", in brackets; a bare year
    behind "on" or "for" ("up 5% on 2016").
    """
    before = [word.lower() for word in segmented.words[max(0, at - 2) : at]]
    if not before:
        return False
    if before[-1] == "(" and behind(claim, segmented, 1) == (")",):
        return True
    if before[-1] in ARTICLES and measured_against(segmented, at - 1, asides["compared"]):
        return True
    if before == ["after", "the"] and not asides["top"].isdisjoint(segmented.words[max(0, at - 2 - TOP) : at - 2]):
        return True  # "the second-deadliest after the 1931 quake"
    if told_behind_than(segmented, claim.sentence, at):
        return True
    if claim.text.lower().startswith(("more than", "less than")) and before[-1] != ",":
        return True
    if before[-1] == "of" and not asides["top"].isdisjoint(segmented.words[max(0, at - TOP) : at - 1]):
        return True  # "the longest film of the summer"
    if claim.timex.isdigit() and len(claim.timex) == len("2017") and before[-1] in ("on", "for"):
        return True
    aside = asides["aside"]
    if before[0] in asides["same"]:
        return True
    return before[-1] in aside or (before[-1] in ("in", "on") and before[0] in aside)


def measured_against(segmented: Segmented, at: int, compared: frozenset[str]) -> bool:
    """Whether a token is what something is compared with: "compared to the 2019 season", "than the 2008 storm"."""
    one, two = (" ".join(segmented.words[max(0, at - size) : at]).lower() for size in (1, 2))
    return one in compared or two in compared


def told_behind_than(segmented: Segmented, index: int, at: int) -> bool:
    """Whether the date at a token belongs to what something is compared with: "than the quake in May"."""
    first = max(segmented.sentences[index].first, at - COMPARED)
    lower = [word.lower() for word in segmented.words[first:at]]
    than = next((n for n in range(len(lower) - 1, -1, -1) if lower[n : n + 2] == ["than", "the"]), None)
    return than is not None and not any(word in ",;:" or word[0].isdigit() for word in lower[than:])


def relative(claim: Claim, segmented: Segmented) -> bool:
    """Whether a clause behind the date tells of that time: "the worst since 2008, when 127 people died".

    Also behind what it dates: "since the 2019 derailment, in which 17 cars left the track".
    """
    after = behind(claim, segmented, 4)
    return any(after[n : n + 2] == (",", "when") or after[n : n + 3] == (",", "in", "which") for n in range(2))


def behind(claim: Claim, segmented: Segmented, size: int) -> tuple[str, ...]:
    """The tokens right behind a claim."""
    after = bisect_left(segmented.starts, claim.end)
    return segmented.words[after : after + size]


def reach_of(segmented: Segmented, index: int, at: int, asides: Mapping[str, frozenset[str]]) -> tuple[int, int]:
    """Offsets between which the figures of a sentence belong to the date at a token.

    "up from 48 percent in 2014" dates only what follows "up from"; "closed 18 last year and now runs 230" only what
    stands before "now".
    """
    sentence = segmented.sentences[index]
    lower = [word.lower() for word in segmented.words[sentence.first : sentence.last]]
    place, first, last = at - sentence.first, *WHOLE
    for n in range(max(0, place - COMPARED), place):
        between = lower[n + 1 : place]
        told = {lower[n], " ".join(lower[n : n + 2])} & asides["compared"] or (
            lower[n] == "from" and "to" not in between
        )
        if told and any(word[0].isdigit() for word in between):
            first = segmented.starts[sentence.first + n]
    opened = max((n for n in range(place) if lower[n] == "("), default=-1)
    if opened >= 0 and ")" in lower[place:] and ")" not in lower[opened:place]:
        closed = lower.index(")", place)  # "4,310 million (in 2023: 4,654 million)"
        return segmented.starts[sentence.first + opened], segmented.starts[sentence.first + closed]
    if place and lower[place - 1] == "of" and (figure := figure_before(lower, place - 1)) is not None:
        first = segmented.starts[sentence.first + figure]  # "just above the 59 percent of 2001"
    for n in range(place + 1, len(lower)):
        if lower[n] in asides["now"]:
            last = min(last, segmented.starts[sentence.first + n])
    return first, last


def figure_before(lower: Sequence[str], end: int) -> int | None:
    """The last token before `end` that is a figure and close to it."""
    return next((n for n in range(end - 1, max(-1, end - 4), -1) if lower[n][0].isdigit()), None)


def now(segmented: Segmented, index: int, present: frozenset[str]) -> bool:
    """Whether a sentence tells how things are at the time of writing."""
    sentence = segmented.sentences[index]
    return any(word.lower() in present for word in segmented.words[sentence.first : sentence.last])
