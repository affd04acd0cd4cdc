"""Names for facts and figures that a reader understands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.lexicon import stem
from factcheck.model import Claim

ACT_WORDS = {
    "deal": "price",
    "share": "per share",
    "quake": "quake",
    "depth": "depth",
    "distance": "distance",
}
"""Classes of acts that read badly as participles."""

PARTICIPLES = frozenset(
    {"killed", "injured", "missing", "trapped", "detained", "charged", "sentenced", "rescued", "displaced", "sheltered",
     "damaged", "seized", "employed", "deployed", "infected", "treated", "shot"}
)  # fmt: skip
"""Classes of acts that read well behind the thing they happen to."""

MEASURES = {"percentage": "share", "fraction": "share", "money": "sum"}


def said(claim: Claim) -> str:
    """The figure as the source puts it, with its hedge: "at least 77"."""
    return f"{claim.hedge} {claim.text}" if claim.hedge and claim.hedge not in claim.text else claim.text


def phrase(claim: Claim) -> str:
    """The figure with what it counts: "at least 77 people killed"."""
    parts = [said(claim)]
    if claim.kind == "quantity" and claim.thing and claim.thing.lower() not in claim.text.lower():
        parts.append(f"of {claim.thing}" if claim.bound == "vague" and claim.text.endswith("s") else claim.thing)
    if claim.measure == "count":
        parts.append(participle(claim))
    return " ".join(part for part in parts if part)


def participle(claim: Claim) -> str:
    """What happened to the thing counted, where it says more than the thing does ("people killed", "attacks")."""
    if claim.act not in PARTICIPLES or claim.frame.klass == "incident":
        return ""
    return claim.act


def topic_of(claims: Sequence[Claim]) -> str:
    """What the claims are about: "US troops killed", "duration: war", "date: Massoud killed"."""
    fullest = max(claims, key=lambda claim: (len(claim.thing), claim.id))
    if fullest.kind == "quantity" and fullest.measure == "count":
        words = [fullest.thing or "people", next((word for claim in claims if (word := participle(claim))), "")]
        return " ".join(word for word in words if word)
    kind = "date" if fullest.kind == "date" else MEASURES.get(fullest.measure, fullest.measure)
    act = next((claim.act for claim in claims if claim.act), "")
    around = common_words(claims) or ACT_WORDS.get(act, act)
    return f"{kind}: {around}" if around else kind


def common_words(claims: Sequence[Claim], most: int = 5) -> str:
    """Words all the claims have around their figures, as the first source writes them, in its order."""
    shared = set(claims[0].frame.near)
    for claim in claims[1:]:
        shared &= set(claim.frame.near)
    weights = {key: min(claim.frame.near[key] for claim in claims) for key in shared}
    keep = sorted(weights, key=lambda key: (-weights[key], key))[:most]
    found: list[str] = []
    for word in re.findall(r"[^\W\d_]+", claims[0].quote):
        if stem(word) in keep and word.lower() not in (known.lower() for known in found):
            found.append(word)
    return " ".join(found[:most])
