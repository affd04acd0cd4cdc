"""What surrounds a figure, as the frame stage finds it and alignment compares it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from factcheck.record import NamedTuple

SAID = "said"
"""Class of the act of a date that tells only when something was said."""


class Frame(NamedTuple):
    """What surrounds a figure and decides which fact it belongs to; nothing here is the value.

    Attributes:
        role: role of the sentence (headline, body, ...).
        lead: the claim stands in the headline or the first paragraphs.
        order: index of the sentence in the source.
        head: lemma of the counted noun, or "".
        klass: class of the counted thing (person, vessel, building, money, ...), or "".
        modifiers: lower-case words before the head ("us", "civilian").
        acts: classes of what happened, nearest first (killed, injured, ...).
        near: content words of the clause -> closeness 0..1.
        words: content words of the sentence.
        before: content words of the sentence before.
        names: proper names in the sentence; `side` those within reach of the figure.
        places: telling words of the place phrase ("the district" stands for the one named before).
        contrasts: words about it that exclude others, by their set: "gold" among the metals.
        beside: of those right beside the figure the nearest of each set.
        subject: stems of what the figure is told of, its head last: ("youth", "unemployment").
        owner: names of whose figure it is.
        bearings: which parts of the place are meant: "Lower Bemba", "northern Bemba".
        local: the place is none of those the source opens with: a part of the story.
        event: earliest and latest ordinal day of the event, or None.
        dated: the event's time is stated in this sentence (not inherited).
        level: running (total), whole (country), total, part, or "".
        other: "another", "separate", "more" mark a further event or group.
        moved: "by" how much something moved, or where it stood before or then ("at"); "" where neither is told.
        slot: what an age, share, price, distance is of, or "".
    """

    role: str = "body"
    lead: bool = False
    order: int = 0
    head: str = ""
    klass: str = ""
    modifiers: frozenset[str] = frozenset()
    acts: tuple[str, ...] = ()
    near: Mapping[str, float] = MappingProxyType({})
    words: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    side: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    bearings: frozenset[str] = frozenset()
    subject: tuple[str, ...] = ()
    owner: frozenset[str] = frozenset()
    contrasts: Mapping[str, frozenset[str]] = MappingProxyType({})
    beside: Mapping[str, str] = MappingProxyType({})
    local: bool = False
    event: tuple[int, int] | None = None
    dated: bool = False
    level: str = ""
    other: bool = False
    moved: str = ""
    slot: str = ""
