"""Figures that are part of a name or a number of something: COVID-19, Boeing 787, Article 5. They are no claims."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from factcheck.extract.hits import hits, mention
from factcheck.lexicon import Lexicon, lemma
from factcheck.model import Mention, Segmented, Span

ADDRESS = r"\b(?:https?://|ftp://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]+"
"""A web or mail address: what it holds is no prose."""


def find(segmented: Segmented, lexicon: Lexicon) -> Iterator[Mention]:
    """Mentions of kind `name`: they keep the other finders off their span."""
    yield from addresses(segmented)
    for hit, sentence in hits("names", segmented, lexicon):
        loose = bool(hit.rule.gives.get("loose"))
        if not (loose and (segmented.sentences[sentence].role == "headline" or counts(segmented, hit.last, lexicon))):
            yield mention(segmented, hit, sentence, "name", {}, hit.first, hit.last)


def counts(segmented: Segmented, at: int, lexicon: Lexicon) -> bool:
    """Whether a noun in the plural follows: the figure before it counts something after all."""
    word = segmented.words[at]
    if not word[:1].islower() or lexicon.has(segmented.letters[at], "grammar"):
        return False
    return lemma(word) != word.lower() or word.lower() in ("police", "percent")


def addresses(segmented: Segmented) -> Iterator[Mention]:
    """Web and mail addresses."""
    text = segmented.source.text
    if "://" not in text and "www." not in text and "@" not in text:
        return
    firsts = [sentence.first for sentence in segmented.sentences]
    for found in re.finditer(ADDRESS, text):
        first, last = (bisect_left(segmented.starts, end) for end in found.span())
        sentence = bisect_right(firsts, first) - 1
        if first < last and sentence >= 0:
            yield Mention(Span(*found.span()), first, last, sentence, "name", "name.address", {})
