"""Figures that are part of a name or a number of something: COVID-19, Boeing 787, Article 5. They are no claims."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.hits import hits, mention
from factcheck.lexicon import Lexicon
from factcheck.model import Mention, Segmented


def find(segmented: Segmented, lexicon: Lexicon) -> Iterator[Mention]:
    """Mentions of kind `name`: they keep the other finders off their span."""
    for hit, sentence in hits("names", segmented, lexicon):
        yield mention(segmented, hit, sentence, "name", {}, hit.first, hit.last)
