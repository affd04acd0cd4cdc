"""Names across sources: spellings of one name are brought together, names that stand side by side are not.

A table is made once per run: spelling -> the spelling that stands for all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from factcheck.lexicon import lemma
from factcheck.model import Claim

ALIKE = 82.0
"""Similarity (rapidfuzz ratio, 0..100) from which two spellings may be one name."""

LONG = 9
"""Letters from which one exchanged letter leaves a name alike enough."""

SHORTEST = 5
"""Letters below which one letter makes another name (Iran, Iraq)."""


def spellings(claims: Iterable[Claim]) -> dict[str, str]:
    """Variant -> standard spelling of the names in the frames, the most frequent standing for the others.

    Two spellings in one sentence are two names. Source: edit similarity after a first-letter and skeleton check, as
    measured in name-matching tests where a plain threshold merges too much.
    """
    counts: Counter[str] = Counter()
    together: dict[str, set[str]] = {}
    for sentence in {(claim.source, claim.sentence): claim.frame.names for claim in claims}.values():
        for name in sentence:
            counts[name] += 1
            together.setdefault(name, set()).update(sentence - {name})
    ordered = sorted(counts, key=lambda name: (-counts[name], name))
    table: dict[str, str] = {}
    heads: dict[str, list[str]] = {}
    for name in ordered:
        head = next((head for head in heads.get(name[0], ()) if same_name(name, head, together)), None)
        if head is None:
            heads.setdefault(name[0], []).append(name)
        else:
            table[name] = head
    return table


def same_name(name: str, head: str, together: Mapping[str, set[str]]) -> bool:
    """Whether two spellings are one name: alike in letters and consonants, never side by side."""
    if min(len(name), len(head)) < SHORTEST or name in together.get(head, ()):
        return False
    alike = skeleton(name) == skeleton(head)
    if lemma(name) == lemma(head) or (alike and abs(len(name) - len(head)) <= 1):
        return True  # a plural, or other vowels only: Massoud, Masoud
    if not alike and not one_letter_off(name, head):
        return False
    from rapidfuzz.fuzz import ratio

    return ratio(name, head) >= (ALIKE - 8 if alike else ALIKE + 6)


def one_letter_off(name: str, head: str) -> bool:
    """Whether two names can differ by one letter at most: a quick look that spares the library most pairs."""
    if len(name) == len(head):
        return len(name) >= LONG and len(set(name) ^ set(head)) <= 2
    return abs(len(name) - len(head)) == 1 and len(set(name) ^ set(head)) <= 1


def skeleton(name: str) -> str:
    """The consonants of a name, doubled ones once: Masood, Massoud, Masud -> msd."""
    letters = [letter for letter in name if letter not in "aeiouyhw"]
    return "".join(letter for n, letter in enumerate(letters) if n == 0 or letters[n - 1] != letter)
