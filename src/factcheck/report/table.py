"""The sheet on a terminal: fitted to its width, in colour where wanted; without either, plain lines."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checking import TYPE_CHECKING
from factcheck.model import Report
from factcheck.report.layout import lay_out
from factcheck.report.plain import draw
from factcheck.report.sheet import Entry, Line, Piece, Row, Section, Sheet
from factcheck.report.view import View
from factcheck.report.words import trim

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

UNLIMITED = 100_000
STYLES = {
    "title": "bold",
    "event": "bold cyan",
    "figure": "bold",
    "mark": "bold underline",
    "source": "cyan",
    "dim": "dim",
    "error": "bold red",
    "warning": "yellow",
    "note": "blue",
    "good": "green",
}


def render(report: Report, view: View) -> str:
    """Draw within `view.width`; without one nothing is shortened, without colour too it is plain lines."""
    sheet = lay_out(report, view)
    return draw(sheet) if view.width is None and not view.color else _Painter(view).paint(sheet)


class _Painter:
    """Draws a sheet with rich, which is imported here; strings of users reach it as Text, never as markup."""

    def __init__(self, view: View) -> None:
        from io import StringIO

        from rich.console import Console

        self.view = view
        self.width = view.width or UNLIMITED
        self.console = Console(
            file=StringIO(),
            width=self.width,
            color_system="standard" if view.color else None,
            force_terminal=view.color,
            no_color=not view.color,
            legacy_windows=False,
            highlight=False,
            _environ={},
        )

    def paint(self, sheet: Sheet) -> str:
        with self.console.capture() as capture:
            for section in sheet.sections:
                for block in self.section(section):
                    self.console.print(block)
                self.console.print()
            if sheet.summary:
                self.console.print(self.text((Piece(sheet.summary, "title"),)))
            for hint in sheet.hints:
                self.console.print(self.text((Piece(hint, "dim"),)))
        return "".join(f"{line.rstrip()}\n" for line in capture.get().rstrip("\n").split("\n"))

    def section(self, section: Section) -> Iterator[RenderableType]:
        title = f"{section.title} ({section.total:,}) "
        yield self.text((Piece(title, "title"), Piece("─" * (min(self.width, 100) - len(title)), "dim")))
        event = ""
        longest = max((len(row.figure) for entry in section.entries for row in entry.rows), default=0)
        figures = min(longest, max(12, self.width // 5), 36)
        for entry in section.entries:
            if entry.event != event:
                event = entry.event
                yield ""
                yield self.text((Piece(event or "Elsewhere", "event"),))
            yield from self.entry(entry, figures, section.compact)
        for line in section.lines:
            yield self.indent(self.text(line), 2)
        if section.grid:
            yield self.grid(section.grid)
        if section.more:
            yield self.indent(self.text((Piece(section.more, "dim"),)), 2)

    def entry(self, entry: Entry, figures: int, compact: bool) -> Iterator[RenderableType]:
        if entry.title:
            yield ""
            tags = [piece for at, tag in enumerate(entry.tags) for piece in (Piece(" · " if at else "  "), tag)]
            yield self.indent(self.text((Piece(entry.title, "title"), *tags)), 2)
        yield self.indent(self.rows(entry.rows, figures, compact), 4)
        if entry.reason:
            yield self.indent(self.text((Piece("→ ", "dim"), Piece(entry.reason))), 4)

    def rows(self, rows: tuple[Row, ...], figures: int, compact: bool) -> RenderableType:
        from rich.table import Table

        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(width=figures, overflow="fold")
        table.add_column(overflow="fold")
        room = self.width - 4 - figures - 2
        for row in rows:
            line = (Piece(row.who, "source"), Piece("  "), Piece(row.where, "dim"), Piece("\n"))
            quote = self.quote(row, room - 2 if compact or room > 90 else 2 * room - 8)
            table.add_row(self.text((Piece(row.figure, "figure"),)), self.text((*line, *quote)))
        return table

    def quote(self, row: Row, room: int) -> Line:
        before, figure, after = trim(row.quote, room if self.view.width else None)
        marked = Piece(figure, "mark") if self.view.color else Piece(f"*{figure}*")
        return Piece(before), marked, Piece(after)

    def grid(self, grid: tuple[tuple[str, ...], ...]) -> RenderableType:
        from rich.table import Table

        table = Table.grid(padding=(0, 2, 0, 0))
        for _ in grid[0]:
            table.add_column(overflow="fold")
        for at, row in enumerate(grid):
            table.add_row(*(self.text((Piece(cell, "" if at else "dim"),)) for cell in row))
        return self.indent(table, 2)

    def text(self, line: Line) -> Text:
        from rich.text import Text

        return Text.assemble(*((piece.text, STYLES.get(piece.style, "")) for piece in line), overflow="fold")

    def indent(self, block: RenderableType, left: int) -> RenderableType:
        from rich.padding import Padding

        return Padding(block, (0, 0, 0, left))
