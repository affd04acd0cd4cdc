"""What the XML of office documents has in common: paragraphs, tables, properties."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.read.markup import parse
from factcheck.record import NamedTuple

# An attribute may ask for any number of blanks.
_MOST_BLANKS = 100


class Names(NamedTuple):
    """The elements of a format.

    Attributes:
        paragraphs: hold lines of text.
        text: hold characters within a paragraph; empty when all characters of a paragraph count.
        row, cell: of tables.
        skip: hold what is not part of the text.
        signs: elements that stand for a character.
    """

    paragraphs: frozenset[str]
    text: frozenset[str]
    row: str
    cell: str
    skip: frozenset[str]
    signs: Mapping[str, str]


def paragraphs(data: bytes, names: Names) -> list[str]:
    """The paragraphs of a part; a row of a table is one line, a tab between its cells.

    Raises:
        Unreadable: the XML is damaged or hostile.
    """
    found = _Paragraphs(names)
    parse(data, found)
    return found.done


def properties(data: bytes) -> dict[str, str]:
    """The text of each element of a part by its name, the first of several.

    Raises:
        Unreadable: the XML is damaged or hostile.
    """
    found = _Properties()
    if data:
        parse(data, found)
    return {name: " ".join(text.split()) for name, text in found.texts.items()}


class _Paragraphs:
    """Collects paragraphs; one may lie within another (a text box, a note) and then comes after it."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.done: list[str] = []
        self.open: list[list[str]] = []
        self.later: list[str] = []
        self.rows: list[list[list[str]]] = []
        self.skipping = self.texts = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        names = self.names
        if self.skipping or name in names.skip:
            self.skipping += 1
        elif name in names.paragraphs:
            self.open.append([])
        elif name in names.text:
            self.texts += 1
        elif name == names.row:
            self.rows.append([])
        elif name == names.cell and self.rows:
            self.rows[-1].append([])
        elif self.open and name in names.signs:
            count = int(attributes["c"]) if attributes.get("c", "").isdecimal() else 1
            self.open[-1].append(names.signs[name] * min(count, _MOST_BLANKS))

    def characters(self, text: str) -> None:
        if self.open and not self.skipping and (self.texts or not self.names.text):
            self.open[-1].append(text)

    def end(self, name: str) -> None:
        if self.skipping:
            self.skipping -= 1
        elif name in self.names.paragraphs and self.open:
            self._paragraph("".join(self.open.pop()))
        elif name in self.names.text:
            self.texts -= 1
        elif name == self.names.row and self.rows:
            cells = (" ".join(filter(None, cell)) for cell in self.rows.pop())
            self._line("\t".join(cells))

    def _paragraph(self, text: str) -> None:
        if self.open:
            self.later.append(text)
            return
        for line in (text, *self.later):
            self._line(line)
        self.later = []

    def _line(self, text: str) -> None:
        """To the cell it stands in, or to the text."""
        if self.rows and self.rows[-1]:
            self.rows[-1][-1].append(text.strip())
        else:
            self.done.append(text)


class _Properties:
    """Collects the text of the elements."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.path: list[str] = []
        self.seen: set[str] = set()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        del attributes
        self.path.append(name)

    def characters(self, text: str) -> None:
        name = self.path[-1]
        if name not in self.seen:
            self.texts[name] = self.texts.get(name, "") + text

    def end(self, name: str) -> None:
        self.path.pop()
        if name in self.texts:
            self.seen.add(name)
