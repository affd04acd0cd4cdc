"""The types of names: part of the model, in a module of their own."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from factcheck.record import NamedTuple


class Name(NamedTuple):
    """A name where a source writes it, without title and article.

    Attributes:
        text: as written.
        words: its words in lower case, small ones ("of") left out.
        title: words before it that only persons have ("Mr", "President"), in lower case, or "".
        hint: person, organisation, place: what the words around it say it is; or "".
        alias: the short form a bracket behind it gives ("NRF"), or "".
        opening: it begins a sentence, so that its first capital says nothing.
    """

    source: str
    path: str
    start: int
    end: int
    text: str
    line: int
    column: int
    sentence: int
    words: tuple[str, ...]
    title: str = ""
    hint: str = ""
    alias: str = ""
    opening: bool = False


class Variant(NamedTuple):
    """One way a name is written.

    Attributes:
        how: name (in full), spelling, short (surname), acronym.
        times: how often, by source.
        first: where it first stands.
    """

    text: str
    how: str
    times: Mapping[str, int]
    first: Name


class Entity(NamedTuple):
    """A person, organisation or place with all ways its name is written, the most used full one first.

    Attributes:
        kind: person, organisation, place, or "" when nothing tells.
        titles: words of rank or office it is given, in lower case.
    """

    id: str
    name: str
    kind: str
    variants: tuple[Variant, ...]
    titles: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that name it."""
        return tuple(sorted({source for variant in self.variants for source in variant.times}))


class Names(NamedTuple):
    """The names of a run.

    Attributes:
        entities: those of most sources first.
        spellings: word in lower case -> its standard spelling, or the place of a people, where that is another.
    """

    entities: tuple[Entity, ...] = ()
    spellings: Mapping[str, str] = MappingProxyType({})
