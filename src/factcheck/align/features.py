"""The features: each looks at two profiles and returns points with the words that earned them.

`FEATURES` is the whole table; weights are in `weights.csv`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.align.profile import Profile, Vector
from factcheck.framing import SAID
from factcheck.model import Feature

EPOCHS = ("epoch_guessed", "epoch_one", "epoch_both")
"""Weights of another epoch, by how many of the two sentences tell when."""

YEAR = 364
"""Days from the first to the last of a year."""

EPOCH = 60
"""Days between two events beyond which they belong to different times altogether."""


PLACED = frozenset({"count", "share", "money", "magnitude"})
"""Dimensions whose figures are told of places; a length or an hour only stands in a sentence with one."""

OWNED = frozenset({"count", "share", "money"})
"""Dimensions whose figures are somebody's."""

OF_SOMETHING = frozenset({"share", "money"})
"""Dimensions whose figures say nothing without what they are of."""

Point = tuple[str, float, str]
"""What makes a `Feature`: its name, its points and the words that earned them."""


class Scoring:
    """The weights, and the cosines of sentences and documents that many pairs share."""

    def __init__(self, points: Mapping[str, float]) -> None:
        """`points` by feature."""
        self.points = points
        self.cosines: dict[tuple[int, int], float] = {}
        self.telling = False

    def words(self, told: Iterable[str], most: int = 99) -> str:
        """Words in order, where they are wanted: of most pairs only the points are."""
        return ", ".join(sorted(told)[:most]) if self.telling else ""

    def cosine(self, a: Vector, b: Vector) -> float:
        """Cosine of two vectors that stand in several profiles."""
        key = (id(a), id(b))
        found = self.cosines.get(key)
        if found is None:
            found = self.cosines[key] = cosine(a, b)
        return found


def cosine(a: Vector, b: Vector) -> float:
    """Cosine of two unit vectors, whose words are in order."""
    if len(a) > len(b):
        a, b = b, a
    return sum([a[word] * b[word] for word in filter(b.__contains__, a)])


def words(a: Profile, b: Profile, w: Scoring) -> Iterator[Point]:
    """Words around the figures, in the sentences, in the context and in the documents."""
    if likeness := cosine(a.near, b.near):
        yield ("words", w.points["words"] * likeness, "")
    if likeness := w.cosine(a.sentence, b.sentence):
        yield ("sentence", w.points["sentence"] * likeness, "")
    if likeness := w.cosine(a.context, b.context):
        yield ("context", w.points["context"] * likeness, "")
    if likeness := w.cosine(a.document, b.document):
        yield ("document", w.points["document"] * likeness, "")


def noun(a: Profile, b: Profile, w: Scoring) -> Iterator[Point]:
    """What is counted: the same noun, the same class, or something else."""
    x, y = a.frame, b.frame
    if a.dimension == "duration" and x.modifiers & y.modifiers:
        yield ("years of", w.points["noun_same"], w.words(x.modifiers & y.modifiers))
    if a.dimension not in ("count", "share", "ordinal") or (a.dimension == "ordinal" and not (x.head and y.head)):
        return
    detail = f"{x.head or '?'} / {y.head or '?'}"
    if a.group != b.group and a.family and a.family == b.family:
        yield ("noun", w.points["group_other"], detail)
    elif a.group and b.group and a.group != b.group:
        yield ("noun", w.points["noun_kind"], detail)
    elif x.head and x.head == y.head:
        yield ("noun", w.points["noun_same"], detail)
    elif x.klass and x.klass == y.klass:
        qualified = x.modifiers and y.modifiers and not x.modifiers & y.modifiers
        alike = a.alike or a.noun == b.noun or x.klass in (x.head, y.head)  # animals may be pigs, horses are none
        name = "noun_kind" if qualified else "noun_class" if alike else "noun_rival"
        yield ("noun", w.points[name], detail)
    elif a.meets & b.meets:
        yield ("noun", w.points["noun_meets"], detail)
    elif x.head and y.head:
        yield ("noun", w.points["noun_other"] + class_points(a, b, w), detail)
    else:
        yield ("noun", w.points["noun_unknown"], detail)
    if a.dimension == "share" and x.head == y.head and bool(x.modifiers) != bool(y.modifiers):
        yield ("base", w.points["base_one"], w.words(x.modifiers | y.modifiers))
    if bool(a.group) != bool(b.group):
        listed = a.listed or b.listed
        yield ("group", w.points["group_listed" if listed else "group_one"], a.group or b.group)
    if x.modifiers & y.modifiers:
        yield ("modifiers", w.points["modifier"], w.words(x.modifiers & y.modifiers))


def class_points(a: Profile, b: Profile, w: Scoring) -> float:
    """On top of another noun: for another class of things, and for one that excludes the first.

    What happened can be counted by those it happened to: 30 murders, 30 people murdered.
    """
    if not a.frame.klass or not b.frame.klass:
        return 0.0
    excluded = a.sorts & b.sorts and not (a.claim.act and a.claim.act == b.claim.act)
    return w.points["class_other"] + (w.points["class_apart"] if excluded else 0.0)


def act(a: Profile, b: Profile, w: Scoring) -> Iterator[Point]:
    """What happened: the nearest act of both sides."""
    x, y = a.claim.act, b.claim.act
    if a.dimension == "age" and same_slot(a, b):
        return  # whatever somebody does, the age is the same
    detail = f"{x or '?'} / {y or '?'}"
    if (x == SAID) != (y == SAID):
        yield ("act", w.points["act_said"], detail)
    elif not x or not y:
        if a.dimension == "count":
            yield ("act", w.points["act_unknown"], detail)
    elif x == y:
        yield ("act", w.points["act_same"], detail)
    else:
        both = y in a.frame.acts or x in b.frame.acts
        if a.exclusive & b.exclusive:
            against = w.points["act_against" if both else "act_apart"]
            yield ("act", w.points["act_other"] + against, detail)
        else:
            weak = both or a.passing or b.passing or a.dimension == "time"
            yield ("act", w.points["act_other"] * (0.4 if weak else 1.0), detail)


def actor(a: Profile, b: Profile, w: Scoring) -> Iterator[Point]:
    """Which country did it."""
    if a.actor and b.actor and a.actor != b.actor:
        yield ("actor", w.points["actor_other"], f"{a.claim.actor} / {b.claim.actor}")


def time(a: Profile, b: Profile, w: Scoring) -> Iterator[Point]:
    """When the event was: overlapping, apart, or of another epoch."""
    x, y = a.frame.event, b.frame.event
    if a.dimension in ("day", "time"):
        return
    if x is None or y is None:
        if a.frame.dated != b.frame.dated and not (a.frame.lead and b.frame.lead) and not same_slot(a, b):
            yield ("time", w.points["time_one"], "only one tells when")
        return
    gap = max(x[0], y[0]) - min(x[1], y[1])
    if gap <= 0:
        yield ("time", w.points["time_fits"], "")
    elif gap > EPOCH or (a.frame.dated and b.frame.dated and coarse(x, y)):
        told = a.frame.dated + b.frame.dated
        yield ("time", w.points[EPOCHS[told]], f"{gap} days apart")
    elif gap > 1 and (a.frame.dated or b.frame.dated):
        yield ("time", w.points["time_apart"], f"{gap} days apart")
    elif gap == 1 and daily(a, x) and daily(b, y):
        yield ("time", w.points["time_next"], "the next day")


def daily(a: Profile, x: tuple[int, int]) -> bool:
    """Whether a figure may be that of one day among others: its sentence tells the day, and no fate of people."""
    return x[0] == x[1] and a.frame.dated and a.dimension == "count" and not a.fateful


def coarse(x: tuple[int, int], y: tuple[int, int]) -> bool:
    """Whether two periods that do not meet are whole years: "last year" is another time than "this year"."""
    return min(x[1] - x[0], y[1] - y[0]) >= YEAR


def place(a: Profile, b: Profile, w: Scoring) -> Iterator[Point]:
    """Where: shared or different place phrases beside the figures."""
    x, y = a.places, b.places
    if other_part(a.frame.bearings, b.frame.bearings):
        told = " / ".join(w.words(one) for one in (a.frame.bearings, b.frame.bearings))
        yield ("place", w.points["place_part"], told)
    elif x and y:
        within = x & b.frame.names or y & a.frame.names
        apart = "place_apart" if a.dimension.partition(":")[0] in PLACED else "place_other"
        name = "place_shared" if x & y else "place_within" if within else apart
        yield ("place", w.points[name], f"{a.claim.place} / {b.claim.place}")
    elif a.local != b.local:
        yield ("place", w.points["place_local"], f"{a.claim.place or 'whole'} / {b.claim.place or 'whole'}")


def other_part(x: frozenset[str], y: frozenset[str]) -> bool:
    """Whether two bearings are other parts of a place: north and south are, north and northeast may meet."""
    return bool(x and y) and not any(one in other or other in one for one in x for other in y)


def names(a: Profile, b: Profile, w: Scoring) -> Iterator[Point]:
    """Telling names in the sentences and beside the figures."""
    both = a.names & b.names
    held = same_slot(a, b)
    if both:
        yield ("names", w.points["names_shared"], w.words(both, 3))
    elif not held and a.names and b.names:
        yield ("names", w.points["names_apart"], "")
    elif not held and (a.names or b.names):
        yield ("names", w.points["names_one"], "")
    if a.side and b.side:
        same = a.side & b.side
        yield ("beside", w.points["side_same" if same else "side_other"], w.words(same, 3))


def same_slot(a: Profile, b: Profile) -> bool:
    """Whether both figures are told of the same holder."""
    return bool(a.frame.slot) and a.frame.slot == b.frame.slot


def slot(a: Profile, b: Profile, w: Scoring) -> Iterator[Point]:
    """What a share, age, sum or distance is of."""
    x, y = a.frame.slot, b.frame.slot
    if x and x == y:
        yield ("of", w.points["slot_age" if a.dimension == "age" else "slot_same"], x)
    elif x and y and x not in b.frame.names and y not in a.frame.names:
        lost = a.claim.act == b.claim.act == "loss"
        yield ("of", w.points["loser_other" if lost else "slot_other"], f"{x} / {y}")
    if name := subjects(a, b):
        yield ("of", w.points[name], f"{' '.join(a.subject)} / {' '.join(b.subject)}")
    yield from whose(a, b, w)


def subjects(a: Profile, b: Profile) -> str:
    """How what two figures are told of stands to each other, by the name of its weight; "" where nothing is said."""
    p, q = set(a.subject), set(b.subject)
    if not p or not q:
        return ""
    if a.subject[-1] != b.subject[-1]:
        return "subject_apart" if a.dimension.partition(":")[0] in OF_SOMETHING and p.isdisjoint(q) else ""
    if p == q:
        return "subject_same"
    return "subject_part" if p < q or q < p else "subject_other"


def whose(a: Profile, b: Profile, w: Scoring) -> Iterator[Point]:
    """Whose the figures are: a party's seats, a firm's sales, a country's cases."""
    many = a.contested or b.contested
    if not many and (a.dimension.partition(":")[0] not in OWNED or not a.owner or not b.owner):
        return
    told = ([name for name in one if name[0] != "@"] for one in (a.owner, b.owner))
    detail = " / ".join(w.words(names) or "?" for names in told) if w.telling else ""
    if a.owner and b.owner:
        apart = a.owner.isdisjoint(b.frame.names) and b.owner.isdisjoint(a.frame.names)
        name = "owner_same" if a.owner & b.owner else "owner_other" if apart else "owner_near"
        if name == "owner_same" and a.dimension.startswith("money"):
            return
        if many or name == "owner_other":
            yield ("whose", w.points[name if many else "owner_doubt"], detail)
    elif a.owner or b.owner:
        yield ("whose", w.points["owner_one"], detail)


def scope(a: Profile, b: Profile, w: Scoring) -> Iterator[Point]:
    """Running totals, parts, and "another"."""
    x, y = a.frame, b.frame
    if (x.level == "running") != (y.level == "running"):
        yield ("running total", w.points["running_other"], "")
    if x.other != y.other:
        yield ("another", w.points["other_one"], "")
    if (x.level == "whole" and b.places) or (y.level == "whole" and a.places):
        yield ("whole", w.points["whole_one"], "")
    if x.moved and y.moved and x.moved != y.moved:
        yield ("moved", w.points["moved_other"], f"{x.moved} / {y.moved}")
    if (x.level == "part") != (y.level == "part"):
        yield ("part", w.points["part_one"], "")


def contrast(a: Profile, b: Profile, w: Scoring) -> Iterator[Point]:
    """Words near the figures that exclude each other."""
    x, y = a.frame, b.frame
    if not x.contrasts and not y.contrasts:
        return
    for one, other in ((x, y), (y, x)):
        for kind in sorted(one.contrasts.keys() - other.contrasts.keys()):
            if own := one.contrasts[kind] & one.modifiers:
                yield ("contrast", w.points["contrast_one"], w.words(own))
    for kind in sorted(x.contrasts.keys() & y.contrasts.keys()):
        if kind in x.beside and kind in y.beside and x.beside[kind] != y.beside[kind]:
            yield ("contrast", w.points["contrast_beside"], f"{x.beside[kind]} / {y.beside[kind]}")
        elif x.contrasts[kind].isdisjoint(y.contrasts[kind]):
            told = " / ".join(w.words(one.contrasts[kind]) for one in (x, y))
            yield ("contrast", w.points["contrast"], told)


def standing(a: Profile, b: Profile, w: Scoring) -> Iterator[Point]:
    """Where the figures stand in their texts, and what kind of attribute they are."""
    if a.frame.lead and b.frame.lead:
        yield ("lead", w.points["lead_both"], "")
    if (a.frame.lead and b.outranked) or (b.frame.lead and a.outranked):
        yield ("detail", w.points["lead_detail"], "")
    if a.dimension == "magnitude":
        yield ("magnitude", w.points["magnitude"], "")
    if a.dimension == "day":
        yield ("date", w.points["date"], "")


FEATURES = (words, noun, act, actor, time, place, names, slot, scope, contrast, standing)


def points_of(a: Profile, b: Profile, scoring: Scoring) -> list[float]:
    """The points of all features of a pair, value left aside."""
    return [points for look in FEATURES for _, points, _ in look(a, b, scoring)]


def compare(a: Profile, b: Profile, scoring: Scoring) -> list[Feature]:
    """All features of a pair with their words, value left aside."""
    scoring.telling = True
    found = [Feature(*told) for look in FEATURES for told in look(a, b, scoring)]
    scoring.telling = False
    return found
