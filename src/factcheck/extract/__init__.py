"""Extract: find the expressions that state a number or a date; one owner per stretch of text."""

from __future__ import annotations

from operator import attrgetter

from factcheck.extract import date, name, quantity
from factcheck.lexicon import Lexicon
from factcheck.model import Mention, Segmented

FINDERS = (date.find, name.find, quantity.find)
"""Every finder reports all it sees; where spans tie in length the earlier finder owns them."""

SILENT = frozenset({"boilerplate", "metadata"})
"""Roles of lines that are not the story."""


def extract(segmented: Segmented, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Mentions of numbers and dates of the story in the order of the text; no two overlap."""
    silent = {sentence.index for sentence in segmented.sentences if sentence.role in SILENT}
    found = [mention for find in FINDERS for mention in find(segmented, lexicon)]
    story = [mention for mention in found if mention.sentence not in silent]
    return tuple(mention for mention in arbitrate(story) if mention.kind != "name")


def reach(mention: Mention) -> int:
    """Tokens of a mention, or of the longer expression it is one end of ("1947" in "1947-54")."""
    whole = mention.parts.get("whole")
    return whole[1] - whole[0] if isinstance(whole, tuple) else mention.last - mention.first


def arbitrate(mentions: list[Mention]) -> list[Mention]:
    """Give each stretch of text to the longest mention on it, earlier finders first.

    Source: maximum coverage by longest span, as in yargy's `resolve_spans`.
    """
    lengths = list(map(reach, mentions))
    order = sorted(range(len(mentions)), key=lengths.__getitem__, reverse=True)  # ties stay in order
    taken: set[int] = set()
    kept = []
    for n in order:
        tokens = range(mentions[n].first, mentions[n].last)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(mentions[n])
    return sorted(kept, key=attrgetter("span"))
