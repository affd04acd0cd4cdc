"""Which pairs of a large block are worth scoring: those that share a figure, a thing and an act, a place or a name.

A small block is compared in full. In a large one an inverted index names the candidates, and keys that half of the
story shares name none, so that the work grows with the number of claims and not with its square.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.align.profile import Profile

SMALL = 400
"""Profiles up to which every pair is scored."""

CROWD = 120
"""Profiles behind one key above which it tells nothing apart; it is then refined, or dropped."""

Key = tuple[object, ...]


def fold(block: Sequence[Profile]) -> tuple[list[Profile], dict[str, list[str]]]:
    """A large block with the repetitions of each source folded: one speaks for all, by id the ids it speaks for.

    Repetitions have the same figure, thing, act, place and holder; the one in the lead, else the first, speaks.
    """
    if len(block) <= SMALL:
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
    """Pairs of numbers (smaller first) to be scored, each once, in order; of a large block those across sources."""
    if len(block) <= SMALL:
        yield from combinations(range(len(block)), 2)
        return
    found: set[tuple[int, int]] = set()
    for members in groups(block):
        found.update(pair for pair in combinations(members, 2) if block[pair[0]].source != block[pair[1]].source)
    yield from sorted(found)


def groups(block: Sequence[Profile]) -> Iterator[list[int]]:
    """Profiles that share a key; crowds are split by their next telling word, and what is still a crowd is dropped."""
    index: dict[Key, list[int]] = {}
    for n, profile in enumerate(block):
        for key in keys(profile):
            index.setdefault(key, []).append(n)
    for key in sorted(index, key=repr):
        members = index[key]
        if 1 < len(members) <= CROWD:
            yield members
        elif len(members) > CROWD:
            yield from (part for part in split(members, block) if 1 < len(part) <= CROWD)


def keys(profile: Profile) -> set[Key]:
    """What a profile is found by: its figure, and its thing with act, place, names or holder."""
    frame, claim = profile.frame, profile.claim
    thing = frame.head or frame.klass or profile.dimension
    found: set[Key] = {("=", profile.value.figure), (thing, claim.act)}
    found |= {(thing, name) for name in (*profile.side, *profile.places)}
    if frame.slot:
        found.add(("of", frame.slot))
    return found | {("word", word) for word in telling(profile, 3)}


def telling(profile: Profile, most: int) -> list[str]:
    """The heaviest words around the figure."""
    return sorted(profile.near, key=lambda word: (-profile.near[word], word))[:most]


def split(members: Sequence[int], block: Sequence[Profile]) -> list[list[int]]:
    """A crowd by the telling words of its members."""
    parts: dict[str, list[int]] = {}
    for n in members:
        for word in telling(block[n], 4):
            parts.setdefault(word, []).append(n)
    return [parts[word] for word in sorted(parts)]
