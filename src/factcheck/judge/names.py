"""Names that sources spell differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.entity import Entity, Variant
from factcheck.judge.case import Case
from factcheck.record import NamedTuple
from factcheck.spelling import house

MOST = 5
"""Sources that are named for one spelling."""


class Spelt(NamedTuple):
    """A name with different spellings: the forms, the reason, the source with the rarest."""

    forms: tuple[str, ...]
    reason: str
    source: str


def spelt(case: Case) -> Iterator[Spelt]:
    """Names of which one source uses a spelling and another source another.

    House styles ("recognised", "recognized"), short forms and plurals are no other spelling.
    """
    for entity in case.names.entities:
        forms = spellings(entity)
        told = [sources_of(form) for form in forms]
        if len(forms) < 2 or not any(a - b and b - a for n, a in enumerate(told) for b in told[n + 1 :]):
            continue
        shown = [f"{form[0].text} ({listed(where)})" for form, where in zip(forms, told, strict=True)]
        reason = f"{shown[0]} is also written {' and '.join(shown[1:])}"
        yield Spelt(tuple(form[0].text for form in forms), reason, min(told[-1]))


def spellings(entity: Entity) -> list[tuple[Variant, ...]]:
    """The ways of writing a name grouped by spelling, that of most sources first; surnames only where new."""
    groups: dict[tuple[str, ...], list[Variant]] = {}
    length = len(entity.variants[0].first.words)
    for variant in entity.variants:
        words = tuple(house(word) for word in variant.first.words)
        if variant.how == "spelling" or (variant.how == "name" and len(words) == length):
            groups.setdefault(words, []).append(variant)
    known = {word for words in groups for word in words if len(words) > 1}
    kept = [tuple(group) for words, group in groups.items() if len(words) > 1 or not set(words) <= known]
    return sorted(kept, key=lambda group: (-len(sources_of(group)), -times(group), group[0].text))


def sources_of(group: Sequence[Variant]) -> set[str]:
    """The sources that use a spelling."""
    return {source for variant in group for source in variant.times}


def times(group: Sequence[Variant]) -> int:
    """How often a spelling is used."""
    return sum(sum(variant.times.values()) for variant in group)


def listed(sources: set[str]) -> str:
    """Some sources by name, the others by number."""
    told = sorted(sources)
    rest = f" and {len(told) - MOST} more" if len(told) > MOST else ""
    return ", ".join(told[:MOST]) + rest
