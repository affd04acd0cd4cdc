"""CSV, RFC 4180 in UTF-8: the claims, the sources, or the check sheet of a comparison."""

from __future__ import annotations

import csv
import io

from factcheck.model import Report
from factcheck.report.rows import main_grid
from factcheck.report.view import View

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")
"""How a text begins that a spreadsheet would run."""


def render(report: Report, view: View) -> str:
    """One row per claim; of a comparison one row per claim of whatever is shown."""
    grid = main_grid(report, view)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(grid.columns)
    writer.writerows([_cell(record.get(name)) for name in grid.columns] for record in grid.records)
    return ("\ufeff" if view.excel else "") + out.getvalue()


def _cell(value: object) -> object:
    """The cell of a value; a text a spreadsheet would run as a formula gets a leading quote."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(FORMULA):
        return "'" + value
    return value
