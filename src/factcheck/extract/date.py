"""Dates, periods and times of day."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.hits import hits, mention
from factcheck.lexicon import Lexicon
from factcheck.model import Mention, Segmented


def find(segmented: Segmented, lexicon: Lexicon) -> Iterator[Mention]:
    """Mentions of kind `date`."""
    for hit, sentence in hits("dates", segmented, lexicon):
        yield mention(segmented, hit, sentence, "date", {**hit.rule.gives, **hit.parts}, hit.first, hit.last)
