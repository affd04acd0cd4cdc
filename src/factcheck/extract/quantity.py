"""Counts, shares, money, measures, durations, ages, ordinals."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.hits import hits, mention
from factcheck.lexicon import Lexicon
from factcheck.model import Mention, Segmented


def find(segmented: Segmented, lexicon: Lexicon) -> Iterator[Mention]:
    """Mentions of kind `quantity`."""
    for hit, sentence in hits("quantities", segmented, lexicon):
        yield mention(segmented, hit, sentence, "quantity", {**hit.rule.gives, **hit.parts}, hit.first, hit.last)
