"""Which pairs of a block are worth scoring: for each claim its nearest, by what an inverted index says they share.

A small block is compared in full. In a larger one words, figures, things, acts, places and names that few claims share
name the candidates, and of those each claim keeps the likeliest: the work grows with the number of claims, not with
its square. Pairs left out here are scored all the same where clusters that might be joined hold them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.align.profile import Profile

SMALL = 64
"""Profiles up to which every pair is scored."""

NEAREST, FEWEST = 20, 10
"""Candidates each profile keeps in a larger block: as many, and in very large ones as few."""

WIDE = 150
"""Profiles above which each keeps fewer candidates the more there are."""

CROWD = 150
"""Profiles behind one key above which it tells nothing apart and is dropped, or refined."""

HUGE = 400
"""Profiles above which the repetitions of a source are folded."""

FIGURE, THING, PLACE, NAME, HOLDER = 4.0, 3.0, 0.8, 0.4, 2.0
"""What sharing a figure (as telling as it is), a thing with an act, a place, a name, a holder counts; words: `WORD`."""

WORD = 4.0

Key = tuple[object, ...]


def fold(block: Sequence[Profile]) -> tuple[list[Profile], dict[str, list[str]]]:
    """A huge block with the repetitions of each source folded: one speaks for all, by id the ids it speaks for.

    Repetitions have the same figure, thing, act, place and holder; the one in the lead, else the first, speaks.
    """
    if len(block) <= HUGE:
        return list(block), {}
    speaker: dict[Key, Profile] = {}
    folded: dict[str, list[str]] = {}
    for profile in sorted(block, key=lambda profile: (not profile.frame.lead, profile.claim.start, profile.claim.id)):
        first = speaker.setdefault(signature(profile), profile)
        if first is not profile:
            folded.setdefault(first.claim.id, []).append(profile.claim.id)
    return sorted(speaker.values(), key=lambda profile: profile.claim.id), folded


def signature(profile: Profile) -> Key:
    """What two repetitions of one source share."""
    frame, value = profile.frame, profile.value
    return profile.source, value.ends, value.bound, frame.head, profile.claim.act, frame.places, frame.slot


def candidates(block: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Pairs of numbers (smaller first) to be scored, each once, in order."""
    if len(block) <= SMALL:
        yield from combinations(range(len(block)), 2)
        return
    found: set[tuple[int, int]] = set()
    kept = max(FEWEST, NEAREST * WIDE // max(WIDE, len(block)))
    for n, likely in enumerate(likeness(block)):
        best = sorted(likely, key=lambda other: (-likely[other], other))[:kept]
        found.update((n, other) if n < other else (other, n) for other in best)
    yield from sorted(found)


def likeness(block: Sequence[Profile]) -> list[dict[int, float]]:
    """For each profile those that share a key with it, and how much the keys count together."""
    found: list[dict[int, float]] = [{} for _ in block]
    for holders in postings(block).values():
        if not 1 < len(holders) <= CROWD:
            continue
        for at, (a, weight) in enumerate(holders):
            mine = found[a]
            for b, other in holders[at + 1 :]:
                points = weight * other
                mine[b] = mine.get(b, 0.0) + points
                found[b][a] = found[b].get(a, 0.0) + points
    return found


def postings(block: Sequence[Profile]) -> dict[Key, list[tuple[int, float]]]:
    """Each key with the numbers of its profiles; two of them count for the product of their weights."""
    index: dict[Key, list[tuple[int, float]]] = {}
    for n, profile in enumerate(block):
        for key, weight in keys(profile):
            index.setdefault(key, []).append((n, weight))
    return index


def keys(profile: Profile) -> Iterator[tuple[Key, float]]:
    """What a profile is found by, with the square root of what sharing it counts."""
    frame, claim = profile.frame, profile.claim
    yield ("=", profile.value.figure), (FIGURE * (0.5 + profile.rarity)) ** 0.5
    thing = frame.klass or frame.head or profile.dimension
    yield (thing, claim.act), THING**0.5
    if frame.lead:
        yield (thing, claim.act, "lead"), 1.0
    for place in profile.places:
        yield ("in", place), PLACE**0.5
    for name in profile.side:
        yield ("name", name), NAME**0.5
    if frame.slot:
        yield ("of", frame.slot), HOLDER**0.5
    for word, close in profile.near.items():
        yield ("word", word), close * WORD**0.5
