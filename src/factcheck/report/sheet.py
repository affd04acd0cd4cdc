"""What a person reads, without a word on how it is drawn: sections of entries of rows.

Every string of a sheet is one line and safe to print. Formats for people draw it: plain, table, markdown.
"""

from __future__ import annotations

from factcheck.record import NamedTuple


class Piece(NamedTuple):
    """A run of text; style: "", title, event, figure, source, dim, error, warning, note, good."""

    text: str
    style: str = ""


Line = tuple[Piece, ...]


class Row(NamedTuple):
    """One value and who says it.

    Attributes:
        figure: the words of the figure.
        who: sources, with speakers.
        where: `path:line:column` of the quote.
        quote: text before, at and after the figure.
        claims: ids of all claims with this value; the quote is that of the first.
    """

    figure: str
    who: str
    where: str
    quote: tuple[str, str, str]
    claims: tuple[str, ...] = ()


class Entry(NamedTuple):
    """One thing to look at: a heading with tags, rows, and why it is shown.

    Attributes:
        kind: what it is in one word or two: conflict, check, possible, mix-up, agree, ...
        codes: codes of its findings.
        fact: id of the fact it shows, or "".
        weak: it is shown only when everything is asked for.
    """

    event: str
    title: str
    tags: Line
    rows: tuple[Row, ...]
    reason: str = ""
    kind: str = ""
    codes: tuple[str, ...] = ()
    fact: str = ""
    weak: bool = False


class Section(NamedTuple):
    """Entries under one heading, or single lines, or a grid of which the first row is the head.

    Attributes:
        total: how many things there are, shown or not.
        compact: one line of quote is enough.
        more: what is left out and how to see it.
    """

    title: str
    total: int
    entries: tuple[Entry, ...] = ()
    lines: tuple[Line, ...] = ()
    grid: tuple[tuple[str, ...], ...] = ()
    compact: bool = False
    more: str = ""


class Sheet(NamedTuple):
    """Sections, most important first, then the summary and what to run next."""

    sections: tuple[Section, ...]
    summary: str = ""
    hints: tuple[str, ...] = ()
