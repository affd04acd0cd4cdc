"""What every reader hands over: one file as text, with what it says of itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from factcheck.record import NamedTuple

# Figures a page has besides its article; a hostile page may have millions.
_MOST_ASIDE = 1_000
_FIGURE = r"\d+(?:[.,:]\d+)*"
_AROUND = 30


class Unreadable(Exception):  # noqa: N818 - it says why one file is left out; the run goes on
    """One input cannot be read; the message is a clause, then "; " and what to do about it."""


class Document(NamedTuple):
    """One file as text.

    Attributes:
        text: the article; of a text file the whole file without its byte order mark, newlines as they were.
        encoding: the codec used; `guessed` when neither a byte order mark nor strict UTF-8 decided it.
        body: code point where the story starts: front matter lies before it.
        title, publisher, date: as the file states them in its metadata, or "".
        basis: where in the file `date` stands: front-matter, json-ld, meta, header, table, properties.
        weak: the date may be that of the file rather than of the article; what the text says goes before it.
        pages: code points where its pages start, for formats that have pages.
        aside: the figures that stand on the page but not in `text`, each with some words around it.
        verbatim: `text` is the whole file as it is, and was not taken out of it.
    """

    text: str
    encoding: str = "utf-8"
    guessed: bool = False
    body: int = 0
    title: str = ""
    publisher: str = ""
    date: str = ""
    basis: str = "front-matter"
    weak: bool = False
    pages: tuple[int, ...] = ()
    aside: tuple[str, ...] = ()
    verbatim: bool = False


class Elsewhere(Unreadable):
    """A file is of a kind that may hold articles, and holds none: worth a word only when it was asked for."""


class Member(NamedTuple):
    """A source inside a file: in an archive, attached to a mail, a row of a table.

    Attributes:
        name: what tells it from the others, to be put behind the path of the file: "/a/b.html", "#7".
        data: gives its bytes; may raise `Unreadable`.
        told: what it says, where it needs no reader.
    """

    name: str
    data: Callable[[], bytes]
    told: Document | None = None


def row(text: str) -> str:
    """A line with what parts the cells of a table, a tab within the readers, as people write it: "Alba | 1998"."""
    return re.sub(r" *\t *", " | ", text.strip("\t"))


def joined(blocks: Iterable[str]) -> str:
    """Paragraphs as one text, an empty line between them; runs of blanks become one, line breaks stay."""
    lines = (re.sub(r"[ \f\v\r]*(\n)\s*|[ \f\v\r]+", lambda found: found[1] or " ", block) for block in blocks)
    return "\n\n".join(filter(None, (row(line.strip()) for line in lines)))


def aside(blocks: Iterable[str], text: str) -> tuple[str, ...]:
    """The figures of a page that its article does not have.

    Args:
        blocks: the visible paragraphs of the whole page.
        text: the article that was taken from it.
    """
    told = set(map(_squeezed, text.splitlines()))
    lines = [_squeezed(line) for block in blocks for line in block.splitlines()]
    left = Counter(re.findall(_FIGURE, text))
    left.subtract(figure for line in lines if line in told for figure in re.findall(_FIGURE, line))
    found: list[str] = []
    for line in lines:
        for figure in re.finditer(_FIGURE, line) if line not in told else ():
            left[figure[0]] -= 1
            if left[figure[0]] < 0 and len(found) < _MOST_ASIDE:
                found.append(line[max(0, figure.start() - _AROUND) : figure.end() + _AROUND].strip())
    return tuple(found)


def _squeezed(text: str) -> str:
    return " ".join(row(text).split())
