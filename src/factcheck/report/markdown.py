"""Markdown for a pull request or a note: the sheet as headings and small tables."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Report
from factcheck.report.layout import lay_out
from factcheck.report.sheet import Entry, Line, Piece, Row, Section
from factcheck.report.view import View
from factcheck.settings import REPORT_MARK


def render(report: Report, view: View) -> str:
    """Sections as headings, rows as tables; every word of a source is escaped."""
    sheet = lay_out(report, view)
    blocks = ["\n".join(_section(section)) for section in sheet.sections]
    text = "\n\n".join(filter(None, (*blocks, escape(sheet.summary))))
    return f"{text}\n\n{REPORT_MARK}\n" if text else ""


def escape(text: str) -> str:
    """Write text so that Markdown and HTML leave it as it is and "@name" or "#12" call nobody on a forge."""
    import re

    safe = re.sub(r"([\\`*_{}\[\]|~<>])", r"\\\1", text.replace("&", "&amp;"))
    safe = re.sub(r"(?<!\w)([@#])(?=\w)", r"\1<!-- -->", safe)
    return re.sub(r"^([-+#=]|\d+(?=[.)]))", lambda match: _literal(match.group()), safe)


def _literal(mark: str) -> str:
    """A mark that opens a list or a heading at the start of a line, as the entities of its characters."""
    return "".join(f"&#{ord(character)};" for character in mark)


def _section(section: Section) -> Iterator[str]:
    yield f"## {escape(section.title)} ({section.total:,})"
    event = ""
    for entry in section.entries:
        if entry.event != event:
            event = entry.event
            yield f"\n### {escape(event or 'Elsewhere')}"
        yield from _entry(entry)
    if section.lines:
        yield ""
    yield from (f"- {_inline(line)}" for line in section.lines)
    if section.grid:
        yield from _table(section.grid[0], section.grid[1:])
    if section.more:
        yield f"\n{escape(section.more)}"


def _entry(entry: Entry) -> Iterator[str]:
    if entry.title:
        tags = " ".join(f"`{piece.text}`" for piece in entry.tags)
        yield f"\n**{escape(entry.title)}** {tags}".rstrip()
    yield from _table(("figure", "source", "where", "quote"), tuple(map(_cells, entry.rows)), escaped=True)
    if entry.reason:
        yield f"\n{escape(entry.reason)}"


def _cells(row: Row) -> tuple[str, ...]:
    before, figure, after = map(escape, row.quote)
    return escape(row.figure), escape(row.who), escape(row.where), f"{before}<mark>{figure}</mark>{after}"


def _table(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...], escaped: bool = False) -> Iterator[str]:
    yield f"\n| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    yield from (f"| {' | '.join(row if escaped else map(escape, row))} |" for row in rows)


def _inline(line: Line) -> str:
    return "".join(map(_piece, line))


def _piece(piece: Piece) -> str:
    return f"**{escape(piece.text)}**" if piece.style == "figure" else escape(piece.text)
