"""Names for facts and figures that a reader understands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.expression import expression
from factcheck.lexicon import Acts, Lexicon, Traits, stem
from factcheck.model import Claim

ACT_WORDS = {
    "deal": "price",
    "share": "per share",
    "quake": "quake",
    "depth": "depth",
    "distance": "distance",
}
"""Classes of acts that read badly as participles."""

WORD = r"[^\W\d_]+"
"""A word of letters."""

MEASURES = {"percentage": "share", "fraction": "share", "money": "sum"}


def said(claim: Claim) -> str:
    """The figure as the source puts it, with its hedge, fit for the middle of a sentence: "at least 77"."""
    told = f"{claim.hedge} {claim.text}" if claim.hedge and claim.hedge not in claim.text else claim.text
    counted = claim.kind == "quantity" and (claim.measure == "count" or told != claim.text)
    return told[0].lower() + told[1:] if counted and told[1:2].islower() else told


def phrase(claim: Claim, lexicon: Lexicon) -> str:
    """The figure with what it counts: "at least 77 people killed"."""
    parts = [said(claim)]
    if claim.kind == "quantity" and claim.thing and claim.thing.lower() not in claim.text.lower():
        parts.append(f"of {claim.thing}" if claim.bound == "vague" and claim.text.endswith("s") else claim.thing)
    parts.append(participle(claim, lexicon))
    return " ".join(part for part in parts if part)


def participle(claim: Claim, lexicon: Lexicon) -> str:
    """What happened to the thing counted, where it can have and the noun does not say so: "people killed".

    Nothing behind "attacks", which are not killed, and behind "death toll", "wounded" and "No injuries".
    """
    befallen = Traits.of(lexicon).befalls.get(claim.act)
    if claim.measure != "count" or not befallen or (claim.frame.klass and claim.frame.klass not in befallen):
        return ""
    nouns = expression(WORD).findall(f"{claim.text} {claim.thing}".lower())
    return "" if any(Acts.of(lexicon).says(noun, stem(noun)) == claim.act for noun in nouns) else claim.act


def topic_of(claims: Sequence[Claim], lexicon: Lexicon) -> str:
    """What the claims are about: "US troops killed", "duration: war", "date: Massoud killed"."""
    if claims[0].kind == "quantity" and claims[0].measure == "count":
        return counted(claims, lexicon)
    kind = "date" if claims[0].kind == "date" else MEASURES.get(claims[0].measure, claims[0].measure)
    act = next((claim.act for claim in claims if claim.act), "")
    around = common_words(claims, kind) or ACT_WORDS.get(act, act)
    return f"{kind}: {around}" if around and around != kind else kind


def counted(claims: Sequence[Claim], lexicon: Lexicon) -> str:
    """The noun that most sources use, of those the one that tells most, and what happened to it."""
    things: dict[str, list[str]] = {}
    for claim in claims:
        if claim.thing:
            things.setdefault(claim.thing, []).append(claim.source)
    thing = max(things, key=lambda noun: (len(set(things[noun])), len(things[noun]), len(noun), noun), default="")
    happened = Counter(participle(claim, lexicon) for claim in claims if claim.thing == thing)
    befalls = Traits.of(lexicon).befalls
    persons = any(claim.frame.klass == "person" or "person" in befalls.get(claim.act, ()) for claim in claims)
    bare = "people" if persons else "number"
    return " ".join(filter(None, (thing or bare, max(happened, key=lambda act: (happened[act], act), default=""))))


def common_words(claims: Sequence[Claim], kind: str, most: int = 5) -> str:
    """Words all the claims have around their figures but `kind`, as the first source writes them, in its order."""
    shared = set(claims[0].frame.near)
    for claim in claims[1:]:
        shared &= set(claim.frame.near)
    weights = {key: min(claim.frame.near[key] for claim in claims) for key in shared}
    keep = sorted(weights.keys() - {stem(kind)}, key=lambda key: (-weights[key], key))[:most]
    found: list[str] = []
    for word in expression(WORD).findall(claims[0].quote):
        if stem(word) in keep and word.lower() not in (known.lower() for known in found):
            found.append(word)
    return " ".join(found[:most])
