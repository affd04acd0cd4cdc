"""Which long name an acronym stands for: a bracket says so, or its letters are the initials of one name only."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck.entity import Name
from factcheck.expression import expression

SHORTEST = 3
"""Letters of an acronym that is learnt from initials alone."""

SMALL = frozenset({"of", "for", "and", "the", "in", "on", "to", "de", "des", "du", "der"})


def is_acronym(name: Name) -> bool:
    """Whether a name is one word of capitals."""
    return len(name.words) == 1 and capitals(name.text)


@lru_cache(maxsize=20_000)
def capitals(text: str) -> bool:
    """Whether a word is written like an acronym: NRF, U.S., ISIS-K."""
    return text.replace(".", "").isupper() and 2 <= len(letters(text)) <= 7


@lru_cache(maxsize=20_000)
def letters(text: str) -> str:
    """The letters of a text in lower case."""
    return "".join(letter for letter in text.lower() if letter.isalpha())


def initials(text: str) -> set[str]:
    """What a long name may be shortened to: its initials, with and without small words; "US" gives both letters."""
    pieces = expression(r"[^\W\d_]+").findall(text)
    found = set()
    for kept in (pieces, [piece for piece in pieces if piece.lower() not in SMALL]):
        found.add("".join(piece if piece.isupper() else piece[0] for piece in kept).lower())
    return found


def fits(short: str, long: str) -> bool:
    """Whether a bracket's short form is made of the initials of the name before it, the last of which may lack."""
    told = letters(short)
    return any(whole == told or (len(told) > 2 and whole.startswith(told)) for whole in initials(long))


def expansions(names: Sequence[Name]) -> dict[str, str]:
    """Acronym (its letters) -> long name as written; the bracket's where there is one, else the only one that fits."""
    found: dict[str, str] = {}
    for name in names:
        if name.alias and len(name.words) > 1 and fits(name.alias, name.text):
            found.setdefault(letters(name.alias), name.text)
    return learnt(names) | found


def learnt(names: Sequence[Name]) -> dict[str, str]:
    """Acronyms that are the initials of exactly one long name of the run."""
    longs: dict[str, dict[tuple[str, ...], str]] = {}
    short = {letters(name.text) for name in names if is_acronym(name)}
    for words, text in {name.words: name.text for name in names if len(name.words) >= SHORTEST}.items():
        for told in initials(text):
            longs.setdefault(told, {})[words] = text
    fitting = {told: list(longs.get(told, {}).values()) for told in short if len(told) >= SHORTEST}
    return {told: texts[0] for told, texts in fitting.items() if len(texts) == 1}
