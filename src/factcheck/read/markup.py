"""XML, streamed: no tree, so depth and size cost nothing; a file that declares entities is refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from factcheck.read.document import Unreadable

_DEEPEST = 10_000


class Handler(Protocol):
    """What is told of a document; names come without their namespace."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def characters(self, text: str) -> None:
        """Text between tags, in one or several pieces."""


def parse(data: bytes, handler: Handler) -> None:
    """Feed a document to a handler.

    Raises:
        Unreadable: it is not well-formed, declares entities, or is nested deeper than any document.
    """
    from xml.parsers import expat

    depth = 0

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise Unreadable("nested too deep to be a document; save it anew")
        handler.start(local(name), {local(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(local(name))

    def refuse(*_: object) -> None:
        raise Unreadable("declares XML entities, which no office program does; save it anew")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = handler.characters
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise Unreadable(f"damaged XML (line {error.lineno}); save it anew") from None


def local(name: str) -> str:
    """The name behind the namespace."""
    return name.rpartition(" ")[2]
