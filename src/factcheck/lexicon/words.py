"""Word forms: the one place that knows English inflection."""

from __future__ import annotations

from functools import lru_cache

IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "lives": "life",
    "wives": "wife", "knives": "knife", "thieves": "thief", "wolves": "wolf", "halves": "half", "teeth": "tooth",
    "police": "police", "troops": "troop", "news": "news", "series": "series", "species": "species",
    "gas": "gas", "bus": "bus", "crisis": "crisis", "crises": "crisis", "analysis": "analysis",
    "analyses": "analysis", "buses": "bus", "gases": "gas", "aircraft": "aircraft", "mosque": "mosque",
}  # fmt: skip

ENDINGS = (("ing", 6), ("ed", 5), ("ly", 6))
"""Endings of verbs and adverbs, and letters of the words that can have them."""


BACK = frozenset({"them", "these", "those", "whom", "which"})
"""Pronouns that point back to what was counted just before."""


@lru_cache(maxsize=50_000)
def lemma(word: str) -> str:
    """The singular of a noun, in lower case ("Districts" -> "district"); other words as they are.

    Source: the spelling rules of English plurals; exceptions in `IRREGULAR`.
    """
    low = word.lower()
    if low in IRREGULAR:
        return IRREGULAR[low]
    if not low.endswith("s"):
        if low.endswith("children"):
            return low[: -len("ren")]
        return low[: -len("en")] + "an" if low.endswith("men") and len(low) > 5 else low
    if len(low) < 4 or low.endswith(("ss", "us", "is")):
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zes")):
        return low[:-2]
    return low[:-1]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A key under which the forms of a word meet ("damaged", "damages", "damage" -> "damag").

    Source: the first steps of the Porter stemmer, which suffice for matching words of one story.
    """
    base = lemma(word)
    for ending, shortest in ENDINGS if base[-1:] in "gdy" else ():
        if base.endswith(ending) and len(base) >= shortest:
            base = base[: -len(ending)]
            if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "ls":
                base = base[:-1]
            break
    return base[:-1] if base.endswith("e") and len(base) > 3 else base
