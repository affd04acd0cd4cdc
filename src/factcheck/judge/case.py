"""Everything the rules look at, gathered once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.entity import Entity
from factcheck.lexicon import Lexicon
from factcheck.model import Claim, Cluster, Link, Source
from factcheck.settings import Levels
from factcheck.values import Value, value_of


class Case(NamedTuple):
    """Claims, values and clusters of a run.

    Attributes:
        claims, sources: by id.
        values: of the claims that have one.
        clusters: as aligned.
        names: persons, organisations and places of the run.
        links: between claims of different sources inside a cluster, by the pair of ids in order.
        levels: how sure a contradiction must be.
    """

    claims: Mapping[str, Claim]
    sources: Mapping[str, Source]
    values: Mapping[str, Value]
    clusters: tuple[Cluster, ...]
    links: Mapping[tuple[str, str], Link]
    levels: Levels = Levels()
    names: tuple[Entity, ...] = ()

    @classmethod
    def make(
        cls,
        clusters: Sequence[Cluster],
        claims: Sequence[Claim],
        sources: Sequence[Source],
        lexicon: Lexicon,
        levels: Levels = Levels(),  # noqa: B008 - frozen
        names: Sequence[Entity] = (),
    ) -> Case:
        """Index the input."""
        values = {claim.id: value for claim in claims if (value := value_of(claim, lexicon)) is not None}
        links = {(link.left, link.right): link for cluster in clusters for link in cluster.links}
        return cls(
            {claim.id: claim for claim in claims},
            {source.id: source for source in sources},
            values,
            tuple(clusters),
            links,
            levels,
            tuple(names),
        )

    def link(self, a: str, b: str) -> Link | None:
        """The link of two claims, whichever comes first."""
        return self.links.get((a, b)) or self.links.get((b, a))
