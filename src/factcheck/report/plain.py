"""A sheet as plain lines: nothing is cut, nothing is coloured, no library is needed."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.report.sheet import Entry, Row, Section, Sheet


def draw(sheet: Sheet) -> str:
    """The sheet, one line per row; the figure stands between asterisks in its quote."""
    blocks = ["\n".join(_section(section)) for section in sheet.sections]
    foot = "\n".join(filter(None, (sheet.summary, *sheet.hints)))
    text = "\n\n".join(filter(None, (*blocks, foot)))
    return text + "\n" if text else ""


def _section(section: Section) -> Iterator[str]:
    title = f"{section.title} ({section.total:,})"
    yield f"{title}\n{'=' * len(title)}"
    event = ""
    width = min(max((len(row.figure) for entry in section.entries for row in entry.rows), default=0), 30)
    for entry in section.entries:
        if entry.event != event:
            event = entry.event
            yield f"\n{event or 'Elsewhere'}"
        yield from _entry(entry, width)
    yield from ("  " + "".join(piece.text for piece in line) for line in section.lines)
    yield from _grid(section.grid)
    if section.more:
        yield f"  {section.more}"


def _entry(entry: Entry, width: int) -> Iterator[str]:
    if entry.title:
        tags = " · ".join(piece.text for piece in entry.tags)
        yield f"  {entry.title}" + (f"  [{tags}]" if tags else "")
    yield from (f"    {row.figure:<{width}}  {row.who}  {row.where}  {_quote(row)}" for row in entry.rows)
    if entry.reason:
        yield f"    → {entry.reason}"


def _quote(row: Row) -> str:
    before, figure, after = row.quote
    return f'"{before}*{figure}*{after}"'


def _grid(grid: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*grid, strict=True)]
    for row in grid:
        yield ("  " + "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))).rstrip()
