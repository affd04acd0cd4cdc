"""Scores of pairs: the features added up, against the threshold for how their values stand."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, log10

from factcheck.align.candidates import candidates
from factcheck.align.features import Scoring, points_of
from factcheck.align.profile import PEOPLES, Profile
from factcheck.align.weights import Weights
from factcheck.values import Value, near, relation, slip

FARTHEST = 40.0
"""Times by which figures of one fact may differ: a toll may grow from one to three dozen."""

SIDES = frozenset({"side", "sex", PEOPLES})
"""Families of groups of people: nobody belongs to two groups of one; who does a job may do another."""

COMMON = 12
"""Figures up to which it says nothing that many sources have them."""

APART = -8.0
"""Points of a feature that no likeness makes up for: another told place or epoch, another class of thing."""

OPEN = frozenset({"at_least", "more_than", "at_most", "less_than"})
"""Bounds that leave one end open."""

YEAR = 366 * 1440.0
"""Minutes of a year."""

MONTH = 31 * 1440.0
"""Minutes of the longest month."""


class Pairs:
    """Pairs of one block by the numbers of their profiles (smaller first), scored when they are first looked at.

    Attributes:
        score: features added up.
        margin: score above the threshold.
        equal: pairs whose values could be one figure told twice.
        barred: pairs that must not stand in one cluster.
        capped: pairs something told tells apart, whatever their likeness.
    """

    def __init__(self, block: Sequence[Profile], weights: Weights, scoring: Scoring) -> None:
        """No pair yet."""
        self.score: dict[tuple[int, int], float] = {}
        self.margin: dict[tuple[int, int], float] = {}
        self.equal: set[tuple[int, int]] = set()
        self.barred: set[tuple[int, int]] = set()
        self.capped: set[tuple[int, int]] = set()
        self._block, self._weights, self._scoring = block, weights, scoring
        self._holders = sources_by_value(block)
        self._seen: set[tuple[int, int]] = set()

    def look(self, pair: tuple[int, int]) -> None:
        """Score a pair, if it has not been; two values of one source are not scored."""
        if pair in self._seen:
            return
        self._seen.add(pair)
        a, b = self._block[pair[0]], self._block[pair[1]]
        same = near(a.value, b.value) and (a.source != b.source or told_alike(a, b))
        if barred(a, b, same):
            self.barred.add(pair)
        elif a.source != b.source or same:
            self._score(pair, a, b, same)

    def fits(self, pair: tuple[int, int]) -> bool:
        """Whether the values of a pair could be one figure told twice and nothing bars it; only then it is scored."""
        if pair not in self._seen and near(self._block[pair[0]].value, self._block[pair[1]].value):
            self.look(pair)
        return pair in self.equal

    def _score(self, pair: tuple[int, int], a: Profile, b: Profile, same: bool) -> None:
        weights = self._weights
        points = points_of(a, b, self._scoring)
        score = sum(points)
        self.score[pair] = score
        if same:
            self.equal.add(pair)
        margin = score + self.bonus(pair) - threshold(a, b, same, weights)
        if min(points, default=0.0) <= APART:
            self.capped.add(pair)
            margin = min(margin, -weights.threshold["apart"])
        self.margin[pair] = margin

    def bonus(self, pair: tuple[int, int]) -> float:
        """What the coincidence of the two figures of a pair says; nothing where they are not one figure told twice."""
        a, b = (self._block[n] for n in pair)
        if pair not in self.equal:
            return self._weights.equal["slip"] * min(a.rarity, b.rarity) if slip(a.value, b.value) else 0.0
        return coincidence(a, b, self._holders, self._weights)


def score_pairs(block: Sequence[Profile], weights: Weights, scoring: Scoring) -> Pairs:
    """The pairs of a block, those scored that may state one fact."""
    pairs = Pairs(block, weights, scoring)
    for pair in candidates(block):
        pairs.look(pair)
    return pairs


def barred(a: Profile, b: Profile, same: bool) -> bool:
    """Whether two claims cannot be one fact whatever surrounds them."""
    if a.claim.source == b.claim.source and a.claim.sentence == b.claim.sentence:
        disputed = a.claim.speaker and b.claim.speaker and a.claim.speaker != b.claim.speaker
        return not disputed and not (same and a.value.unit != b.value.unit)
    if a.dimension in ("day", "time") and long_apart(a.value, b.value):
        return True
    if a.dimension == "day" and not same and a.claim.act == b.claim.act == "said":
        return True  # on other days other things were said
    if a.dimension not in ("day", "time") and disparate(a.value.figure, b.value.figure):
        return True
    return a.dimension == "count" and (two_sides(a, b) or (not same and opposed(a, b)))


def long_apart(x: Value, y: Value) -> bool:
    """Whether two dates lie more than a year apart and are told in other ways: "Monday" is no slip of "2001"."""
    gap = max(x.low, y.low) - min(x.high, y.high)
    short, long = sorted(value.high - value.low for value in (x, y))
    return gap > YEAR and long > short + MONTH


def two_sides(a: Profile, b: Profile) -> bool:
    """Whether two counts are of groups nobody belongs to both of."""
    return a.group != b.group and a.family == b.family in SIDES


def opposed(a: Profile, b: Profile) -> bool:
    """Whether two counts are of things that exclude each other: other classes, or sides of a conflict."""
    if two_sides(a, b):
        return True
    x, y = a.frame, b.frame
    if x.klass and y.klass:
        return x.klass != y.klass
    return bool(x.head and y.head and x.head != y.head)


def disparate(x: float, y: float) -> bool:
    """Whether two figures are so far apart that they cannot be one fact, unless one has lost or won zeros."""
    small, large = sorted((abs(x), abs(y)))
    if large <= FARTHEST * small or not small:
        return False
    slip = log10(large / small)
    return abs(slip - round(slip)) > 1e-9


def threshold(a: Profile, b: Profile, same: bool, weights: Weights) -> float:
    """Points a pair needs."""
    if same:
        if a.dimension != "day":
            return weights.threshold["equal"]
        return weights.threshold["equal_date" if told_alike(a, b) else "met_date"]
    dimension = a.dimension.partition(":")[0]
    if relation(a.value, b.value) == "open":
        return weights.threshold["different"] + weights.threshold["open"]
    return weights.threshold["different"] + weights.shift.get(dimension, 0.0)


def sources_by_value(block: Sequence[Profile]) -> dict[tuple[str, float], set[int]]:
    """Sources that hold a figure of one kind of thing."""
    holders: dict[tuple[str, float], set[int]] = {}
    for profile in block:
        holders.setdefault((profile.frame.klass, profile.value.figure), set()).add(profile.source)
    return holders


def coincidence(a: Profile, b: Profile, holders: dict[tuple[str, float], set[int]], weights: Weights) -> float:
    """What the equality of two figures says: much for rare ones that several sources hold."""
    alike = told_alike(a, b) and same_figure(a.value, b.value)
    points = weights.equal["rarity"] * min(a.rarity, b.rarity) * alike
    further = len(holders[a.frame.klass, a.value.figure]) - 2 if points or a.value.figure > COMMON else 0
    return points + weights.equal["support"] * max(0, min(3, further))


def same_figure(x: Value, y: Value) -> bool:
    """Whether two figures that fit are one figure told twice, and not only within each other's bounds.

    "More than 350" may be 359; "at least 316" only fits 332, and "hundreds" any 195.
    """
    bounds = {x.bound, y.bound}
    if "vague" in bounds:
        return len(bounds) == 1
    if "range" in bounds:
        return not set(x.ends).isdisjoint(y.ends)
    converted = x.unit != y.unit and x.dimension not in ("count", "share")
    if converted or bounds.isdisjoint(OPEN) or not x.figure or not y.figure:
        return True
    digits = min(digits_of(x.figure), digits_of(y.figure))
    step = 10.0 ** (floor(log10(abs(x.figure))) - digits + 1)
    return abs(x.figure - y.figure) < step


def digits_of(figure: float) -> int:
    """How many digits of a figure say something: two of 350,000, one of 0.5."""
    return len(f"{abs(figure):.6e}".partition("e")[0].replace(".", "").strip("0")) or 1


def told_alike(a: Profile, b: Profile) -> bool:
    """Whether two dates are one period, or a day inside a told month, and do not only meet."""
    if a.dimension != "day":
        return True
    inner, outer = sorted((a.value, b.value), key=lambda value: value.high - value.low)
    inside = outer.low <= inner.low and inner.high <= outer.high
    return inside and (a.value.ends == b.value.ends or outer.high - outer.low <= MONTH)
