"""Equal figures about different things: possible mix-ups, never agreement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.judge.case import Case, foremost
from factcheck.judge.labels import phrase
from factcheck.lexicon import Lexicon
from factcheck.model import Claim, Fact, Lookalike

CROWD = 100
"""Claims with one figure above which they come from many stories, and most pairs of them could not be mixed up."""

SMALL = 30
"""Figures of two digits up to which a coincidence is common."""

SMALLEST = 2
"""Figures below it ("one") look alike everywhere: they count only beside the same act."""


def lookalikes_of(case: Case, facts: Sequence[Fact]) -> tuple[Lookalike, ...]:
    """Pairs of claims of different sources with one figure and no common fact, most easily mixed up first.

    Of several pairs between the same two groups of claims the weightiest stands for all.
    """
    group = {name: fact.id for fact in facts for name in fact.claims}
    best: dict[tuple[str, str], tuple[float, Claim, Claim]] = {}
    for claims in by_figure(case):
        for a, b in near_pairs(sorted(claims, key=lambda claim: (claim.source, claim.start))):
            ends = sorted((group.get(a.id, a.id), group.get(b.id, b.id)))
            if a.source == b.source or ends[0] == ends[1] or not telling_enough(a, b):
                continue
            weight, key = weight_of(a, b), (ends[0], ends[1])
            if key not in best or weight > best[key][0]:
                best[key] = (weight, a, b)
    ordered = sorted(best.values(), key=lambda found: (-found[0], found[1].id, found[2].id))
    return tuple(
        Lookalike(f"L{n}", (a.id, b.id), reason_of(a, b, case.lexicon), weight)
        for n, (weight, a, b) in enumerate(ordered, 1)
    )


def near_pairs(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of claims with one figure; where many have it, only those whose sentences share a name that few have."""
    if len(claims) <= CROWD:
        yield from combinations(claims, 2)
        return
    named: dict[str, list[int]] = {}
    for n, claim in enumerate(claims):
        for name in claim.frame.names:
            named.setdefault(name, []).append(n)
    crowds = (numbers for numbers in named.values() if len(numbers) <= CROWD)
    pairs = {pair for numbers in crowds for pair in combinations(numbers, 2)}
    yield from ((claims[a], claims[b]) for a, b in sorted(pairs))


def by_figure(case: Case) -> Iterator[list[Claim]]:
    """Quantities with the same figure, a range under both of its ends; and dates of the same period.

    A vague word ("scores") has no figure to be taken for "40": it looks like itself alone.
    """
    found: dict[str, dict[str, Claim]] = {}
    for claim in case.claims.values():
        if claim.kind == "date" and claim.earliest and claim.latest:
            found.setdefault(f"{claim.earliest}/{claim.latest}", {})[claim.id] = claim
        elif claim.kind == "quantity":
            for end in {claim.low, claim.high} - {None}:
                figure = f"{float(end or 0)} vague" if claim.bound == "vague" else f"{float(end or 0)}"
                found.setdefault(figure, {})[claim.id] = claim
    for figure in sorted(found):
        yield list(foremost(sorted(found[figure].values(), key=first_in_text), lambda claim: claim.source))


def first_in_text(claim: Claim) -> tuple[bool, int, str]:
    """Order of claims: those of the lead first, then by place."""
    return not claim.frame.lead, claim.start, claim.id


def telling_enough(a: Claim, b: Claim) -> bool:
    """Whether two equal figures could be mixed up: "one" only beside one act, a date only beside two different ones."""
    if a.kind == "date":
        return bool(a.act and b.act) and a.act != b.act
    figure = a.low if a.low is not None else a.high
    return (figure is not None and figure >= SMALLEST) or bool(a.act and a.act == b.act)


def weight_of(a: Claim, b: Claim) -> float:
    """How easily a reader takes one for the other: a telling figure, the same bound, the same people and names.

    Nothing for dates: on one day, and in one year, many things happen.
    """
    if a.kind == "date":
        return 0.0
    weight = telling(a)
    weight += 1.5 if a.bound == b.bound and a.bound != "exact" else 0.0
    weight += 1.5 if a.measure == b.measure else -1.5
    weight += 1.0 if a.act and (a.act in b.frame.acts or b.act in a.frame.acts) else 0.0
    weight += 0.5 * min(3, len(a.frame.side & b.frame.side))
    weight += 0.5 if a.frame.klass and a.frame.klass == b.frame.klass else 0.0
    return round(weight, 2)


def telling(claim: Claim) -> float:
    """Points for the figure itself: 77 tells more than 10 or 3."""
    figure = claim.low if claim.low is not None else claim.high
    digits = f"{float(figure or 0):.6g}".replace(".", "").strip("0")
    if claim.bound == "vague":
        return 1.0
    if len(digits) == 1:
        return 0.5 if float(figure or 0) <= 12 else 1.0
    if len(digits) == 2:
        return 1.5 if float(figure or 0) <= SMALL else 2.5
    return 3.0 if digits else 0.0


def plainly_apart(a: Claim, b: Claim) -> bool:
    """Whether the words say that one figure is of two things: something else was counted, or something else happened.

    Not so where only the event, the place or the day may differ, where one end of a range is meant, and for words
    such as "several" that nobody takes for a figure.
    """
    if "vague" in (a.bound, b.bound) or ("range" in (a.bound, b.bound) and (a.low, a.high) != (b.low, b.high)):
        return False
    klass, other = a.frame.klass, b.frame.klass
    if a.measure != b.measure or (klass and other and klass != other) or (a.act and b.act and a.act != b.act):
        return True
    return bool(a.frame.head and b.frame.head) and a.frame.head != b.frame.head and klass != "person"


def reason_of(a: Claim, b: Claim, lexicon: Lexicon) -> str:
    """Which two things carry the figure."""
    if a.kind == "date":
        return f"same date, different event: {a.text} ({a.act}) / {b.text} ({b.act})"
    told = f"{phrase(a, lexicon)} / {phrase(b, lexicon)}"
    return f"same figure, {'different thing' if plainly_apart(a, b) else 'not found one fact'}: {told}"
