"""Small invented sources for tests of the whole way from text to verdict."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from factcheck.align import align
from factcheck.judge import judge
from factcheck.lexicon import load
from factcheck.model import Claim, Cluster, Judgement, Period, Source
from factcheck.pipeline import tell


def source(name: str, text: str, published: str = "") -> Source:
    """A source as the read stage would make it."""
    day = date.fromisoformat(published) if published else None
    period = Period(day, day, "day", "option", timex=published) if day else None
    digest = sha256(text.encode()).hexdigest()
    return Source(name, f"{name}.txt", text, "", "", period, "option" if day else "", False, "en", digest)


def judged(*texts: str, published: tuple[str, ...] = ()) -> tuple[tuple[Claim, ...], tuple[Cluster, ...], Judgement]:
    """Claims, clusters and judgement of texts that come from sources a, b, c, ..."""
    lexicon = load()
    days = published or ("",) * len(texts)
    sources = [source("abcdefgh"[n], text, days[n]) for n, text in enumerate(texts)]
    claims, names = tell(sources, lexicon)
    clusters = align(claims, sources, lexicon, names.spellings)
    return claims, clusters, judge(clusters, claims, sources, lexicon, names=names)


def relation(first: str, second: str, *texts: str, published: tuple[str, ...] = ()) -> str:
    """How the claims with the texts `first` (source a) and `second` (source b) stand to each other.

    A verdict of their pair, "lookalike", or "apart".
    """
    claims, _, result = judged(*texts, published=published)
    a = {claim.id for claim in claims if claim.source == "a" and claim.text == first}
    b = {claim.id for claim in claims if claim.source == "b" and claim.text == second}
    assert a, f"{first!r} is not a claim of a: {[c.text for c in claims if c.source == 'a']}"
    assert b, f"{second!r} is not a claim of b: {[c.text for c in claims if c.source == 'b']}"
    for fact in result.facts:
        for pair in fact.pairs:
            if {pair.a, pair.b} & a and {pair.a, pair.b} & b:
                return pair.verdict
    for found in result.lookalikes:
        if set(found.claims) & a and set(found.claims) & b:
            return "lookalike"
    return "apart"
