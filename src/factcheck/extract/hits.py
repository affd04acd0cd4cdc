"""What all finders share: from a rule's hit to a mention."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from factcheck.lexicon import Hit, Lexicon
from factcheck.model import Mention, Segmented, Span


def hits(name: str, segmented: Segmented, lexicon: Lexicon) -> Iterator[tuple[Hit, int]]:
    """Hits of the rules in `name`.toml with the index of their sentence."""
    firsts = [sentence.first for sentence in segmented.sentences]
    for hit in lexicon.finder(name).find(segmented.spelled[name]):
        yield hit, bisect_right(firsts, hit.first) - 1


def mention(
    segmented: Segmented,
    hit: Hit,
    sentence: int,
    kind: str,
    parts: Mapping[str, object],
    first: int,
    last: int,
) -> Mention:
    """The mention of tokens `first` to `last` (exclusive)."""
    span = Span(segmented.starts[first], segmented.starts[last - 1] + len(segmented.words[last - 1]))
    return Mention(span, first, last, sentence, kind, hit.rule.id, parts)
