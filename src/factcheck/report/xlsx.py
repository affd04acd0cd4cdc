"""A workbook for Excel and LibreOffice, a sheet per table: the findings to check, facts, claims, sources.

Needs XlsxWriter, the extra `xlsx`. No text is ever a formula or a link, and the bytes are the same for the same input.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice

from factcheck.checking import TYPE_CHECKING
from factcheck.errors import FactcheckError
from factcheck.model import Report
from factcheck.report.rows import Grid, grids
from factcheck.report.view import View

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

LONGEST = 32_767
"""Characters Excel takes in a cell."""
ROWS = 1_048_575
"""Rows it takes in a sheet, below the head."""
DIGITS = 10**15
"""Numbers from here on would lose digits."""
LOOK = 200
"""Rows that tell the width of a column."""
CREATED = datetime(1980, 1, 1)


def render(report: Report, view: View) -> bytes:
    """The workbook.

    Raises:
        FactcheckError: a table has more rows than a sheet can.
    """
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": CREATED, "author": "factcheck"})
    styles = {
        "head": book.add_format({"bold": True, "bottom": 1, "valign": "top"}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "guarded": book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True}),
    }
    for grid in grids(report, view):
        _sheet(book, grid, styles)
    book.close()
    return out.getvalue()


def _sheet(book: Workbook, grid: Grid, styles: dict[str, Format]) -> None:
    """A table as a sheet: its head stays in sight, every column can be filtered."""
    sheet = book.add_worksheet(grid.name)
    rows = [[_value(record.get(name)) for name in grid.columns] for record in islice(grid.records, ROWS + 1)]
    if len(rows) > ROWS:
        raise FactcheckError(f"more than {ROWS:,} {grid.name}", "xlsx", "write csv or sqlite")
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(grid.columns) - 1)
    for at, width in enumerate(_widths(grid.columns, rows)):
        sheet.set_column(at, at, width)
    for at, name in enumerate(grid.columns):
        sheet.write_string(0, at, name, styles["head"])
    for line, row in enumerate(rows, 1):
        for at, value in enumerate(row):
            _write(sheet, (line, at), value, styles)


def _write(sheet: Worksheet, cell: tuple[int, int], value: object, styles: dict[str, Format]) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(*cell, value, styles["text"])
    elif isinstance(value, int | float):
        sheet.write_number(*cell, value, styles["text"])
    elif isinstance(value, str):
        guarded = value.startswith(("=", "+", "-", "@"))
        sheet.write_string(*cell, value, styles["guarded" if guarded else "text"])


def _value(value: object) -> object:
    """What a cell can hold: texts without characters XML forbids, not too long, numbers not too large; None: empty."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return value if abs(value) < DIGITS else str(value)
    if value is None or value == "":
        return None
    text = re.sub("[\ud800-\udfff\ufffe\uffff]", "\ufffd", str(value))
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _widths(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> Iterator[int]:
    """Wide enough for the longest of the first cells, within reason; the filter button needs room too."""
    for at, name in enumerate(columns):
        cells: Iterable[object] = (row[at] for row in rows[:LOOK])
        yield min(max([len(name) + 3, *(len(str(cell)) + 1 for cell in cells if cell is not None)]), 60)
