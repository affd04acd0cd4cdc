"""Everything the rules look at, gathered once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from factcheck.entity import Names
from factcheck.lexicon import Lexicon
from factcheck.model import Claim, Cluster, Link, Source
from factcheck.record import NamedTuple
from factcheck.settings import Levels
from factcheck.values import Value, value_of

MOST = 25
"""Times a source may say one thing to be compared each time."""


class Case(NamedTuple):
    """Claims, values and clusters of a run.

    Attributes:
        claims, sources: by id.
        values: of the claims that have one.
        clusters: as aligned.
        names: persons, organisations and places of the run.
        sentences: ids of the claims with a value, by source and sentence.
        links: between claims of different sources inside a cluster, by the pair of ids in order.
        levels: how sure a contradiction must be.
    """

    claims: Mapping[str, Claim]
    sources: Mapping[str, Source]
    values: Mapping[str, Value]
    clusters: tuple[Cluster, ...]
    links: Mapping[tuple[str, str], Link]
    sentences: Mapping[tuple[str, int], tuple[str, ...]]
    lexicon: Lexicon
    levels: Levels = Levels()
    names: Names = Names()

    @classmethod
    def make(
        cls,
        clusters: Sequence[Cluster],
        claims: Sequence[Claim],
        sources: Sequence[Source],
        lexicon: Lexicon,
        levels: Levels = Levels(),  # noqa: B008 - frozen
        names: Names = Names(),  # noqa: B008 - frozen
    ) -> Case:
        """Index the input."""
        values = {claim.id: value for claim in claims if (value := value_of(claim, lexicon)) is not None}
        links = {(link.left, link.right): link for cluster in clusters for link in cluster.links}
        sentences: dict[tuple[str, int], tuple[str, ...]] = {}
        for claim in claims:
            if claim.id in values:
                place = (claim.source, claim.sentence)
                sentences[place] = (*sentences.get(place, ()), claim.id)
        return cls(
            {claim.id: claim for claim in claims},
            {source.id: source for source in sources},
            values,
            tuple(clusters),
            links,
            sentences,
            lexicon,
            levels,
            names,
        )

    def link(self, a: str, b: str) -> Link | None:
        """The link of two claims, whichever comes first."""
        return self.links.get((a, b)) or self.links.get((b, a))

    def around(self, claim: Claim, reach: int) -> Iterator[Claim]:
        """The other claims with a value in the sentences around a claim, at most `reach` away."""
        for sentence in range(claim.sentence - reach, claim.sentence + reach + 1):
            for name in self.sentences.get((claim.source, sentence), ()):
                if name != claim.id:
                    yield self.claims[name]

    def told(self, sentence: tuple[str, int]) -> list[Claim]:
        """The claims of a sentence that have a value, in the order of the text."""
        return [self.claims[name] for name in self.sentences.get(sentence, ())]


def foremost(claims: Iterable[Claim], key: Callable[[Claim], object]) -> Iterator[Claim]:
    """The claims in their order, of those with one key the first few: they stand for what is said over and over."""
    taken: Counter[object] = Counter()
    for claim in claims:
        taken[key(claim)] += 1
        if taken[key(claim)] <= MOST:
            yield claim


def exact(claim: Claim) -> bool:
    """Whether a quantity is told without hedge or range."""
    return claim.bound == "exact" and claim.low is not None and claim.low == claim.high
