"""What the tokens of a clause say happened."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress

from factcheck.frame.contrast import Contrasts
from factcheck.lexicon.acts import Begins
from factcheck.record import NamedTuple

Extents = tuple[tuple[str, tuple[str, ...]], ...]
"""Phrases that speak of an extent, each with what it says of it."""


class Word(NamedTuple):
    """What a token is by itself, as far as it is seldom asked for.

    Attributes:
        root: its stem.
        key: that where it is a content word, else "".
        opens: phrases of an extent that begin with it, with what they say.
        contrasts: the sets of words that exclude each other it is part of, and which member it is; () for most.
    """

    root: str
    key: str
    opens: Extents
    contrasts: Contrasts


def deeds_of(items: Sequence[Word], deeds: tuple[str, ...], begins: Sequence[Begins]) -> tuple[str, ...]:
    """Class of what each token says happened; of a phrase its content words say it, and nothing else.

    `deeds` and `begins` are what each token says and begins by itself.
    """
    if not any(begins):
        return deeds
    found = list(deeds)
    for n in compress(range(len(begins) - 1), begins):
        second = items[n + 1].root
        for phrase, name in begins[n]:
            last = n + len(phrase)
            if phrase[1] == second and phrase == tuple(item.root for item in items[n:last]):
                found[n:last] = (name if item.key else "" for item in items[n:last])
                break
    return tuple(found)
