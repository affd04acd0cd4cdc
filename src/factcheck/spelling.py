"""When two spellings are one name: Masood and Massoud are, Niger and Nigeria are not. Letters decide, nothing else.

Source: equal consonants with other vowels, as different transcriptions of one name have, or one letter more or less
in a long name; a plain threshold of edit similarity merges too much (Sudan, Sweden).
"""

from __future__ import annotations

from collections.abc import Iterator

ALIKE = 74.0
"""Similarity (`likeness`, 0..100) two spellings with the same consonants need."""

LETTER = 88.0
"""Similarity two spellings need that differ in a consonant."""

SHORTEST = 5
"""Letters below which one letter makes another name (Iran, Iraq)."""

LONG = 9
"""Letters from which one exchanged letter leaves a name alike enough."""

SWAPPED = 3
"""Letters of a long name that may stand in another order."""

ENDINGS = frozenset("aoe")
"""Last letters that tell Maria from Mario."""


def one_name(a: str, b: str) -> bool:
    """Whether two single words in lower case are spellings of one name; symmetric, not transitive."""
    if a == b:
        return True
    if min(len(a), len(b)) < SHORTEST or a[0] != b[0] or derived(a, b):
        return False
    same = skeleton(a) == skeleton(b)
    if not same and not one_letter_off(a, b):
        return False
    return likeness(a, b) >= (ALIKE if same else LETTER)


def likeness(a: str, b: str) -> float:
    """Share of the letters two words have in common in the same order, 0..100: the ratio of rapidfuzz.

    Ours, because a small run has a dozen such pairs, and importing the library takes longer than all of them.
    """
    row = [0] * (len(b) + 1)
    for letter in a:
        above = 0
        for n, other in enumerate(b, 1):
            above, row[n] = row[n], above + 1 if letter == other else max(row[n], row[n - 1])
    return 200.0 * row[-1] / (len(a) + len(b) or 1)


def derived(a: str, b: str) -> bool:
    """Whether one is the other with an ending (Pakistan, Pakistani), or they differ in a last vowel (Maria, Mario)."""
    short, long = sorted((a, b), key=len)
    if long.startswith(short):
        return long[len(short) :] != short[-1]  # but Zelensky, Zelenskyy
    return len(a) == len(b) and a[:-1] == b[:-1] and {a[-1], b[-1]} <= ENDINGS


def one_letter_off(a: str, b: str) -> bool:
    """Whether two names differ by one letter: one more, or in long names another one, or others in their order."""
    if len(a) == len(b):
        changed = sum(x != y for x, y in zip(a, b, strict=True))
        return len(a) >= LONG and (changed == 1 or (changed <= SWAPPED and sorted(a) == sorted(b)))
    return abs(len(a) - len(b)) == 1 and bool(set(lacking(a)) & {b} or set(lacking(b)) & {a})


def skeleton(name: str) -> str:
    """The consonants of a name, doubled ones once: Masood, Massoud, Masud -> msd."""
    letters = [letter for letter in name if letter not in "aeiouyhw'"]
    return "".join(letter for n, letter in enumerate(letters) if n == 0 or letters[n - 1] != letter)


def house(word: str) -> str:
    """The word in one of the two house styles of English: "recognised" -> "recognized", "defence" -> "defense"."""
    for end, other in (("our", "or"), ("tre", "ter"), ("ence", "ense"), ("lled", "led"), ("lling", "ling")):
        if word.endswith(end):
            return word[: -len(end)] + other
    return word.replace("isation", "ization").replace("ising", "izing").replace("ised", "ized")


def lacking(name: str) -> Iterator[str]:
    """The name without one of its letters, for each letter."""
    return (name[:n] + name[n + 1 :] for n in range(len(name)))


def keys(name: str) -> Iterator[str]:
    """What spellings of one name meet under: every pair `one_name` accepts shares one."""
    yield "~" + name[0] + skeleton(name)
    if len(name) >= SHORTEST:
        yield name
        yield from lacking(name)
