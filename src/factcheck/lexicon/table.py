"""Read the CSV tables: one row is one word with its spellings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from sys import intern

from factcheck.errors import FactcheckError


class Row:
    """One row of a table.

    Attributes:
        table: name of the file without suffix.
        tag: the class rules refer to as `{tag}`, or "" in tables whose rows are looked up only.
        forms: spellings, in lower case unless only the capital form counts ("May", "US").
        data: the remaining columns.
        where: `file:line`, for messages and explanations.
    """

    __slots__ = ("data", "forms", "table", "tag", "where")

    def __init__(self, table: str, tag: str, forms: tuple[str, ...], data: Mapping[str, str], where: str) -> None:
        """Keep them."""
        self.table, self.tag, self.forms, self.data, self.where = table, tag, forms, data, where

    def __reduce__(self) -> tuple[type[Row], tuple[object, ...]]:
        """Pickle by the arguments, which is quick."""
        return Row, (self.table, self.tag, self.forms, self.data, self.where)

    def __getitem__(self, column: str) -> str:
        """The cell of a column, "" when the table has no such column."""
        return self.data.get(column, "")


def numbered(lines: Iterable[str], path: Path) -> Iterator[tuple[int, list[str]]]:
    """The cells of each row of a table, with the line it ends on.

    Raises:
        FactcheckError: a cell is larger than any word.
    """
    import csv  # most runs remember the tables

    reader = csv.reader(lines)
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error as error:
        raise FactcheckError(str(error), f"{path}:{reader.line_num}", "mend the row") from None


def read_table(path: Path) -> Iterator[Row]:
    """The rows of one CSV file.

    Raises:
        FactcheckError: no `forms` column, or a row with too many cells or without a form.
    """
    with path.open(newline="", encoding="utf-8-sig") as lines:
        rows = numbered(lines, path)
        _, header = next(rows, (0, []))
        if "forms" not in header:
            raise FactcheckError("no column 'forms'", f"{path}:1", "name the columns in the first line")
        place, stem = header.index("forms"), path.stem
        for line, cells in rows:
            where = f"{path}:{line}"
            if not cells or cells[0].startswith("#"):
                continue
            if len(cells) != len(header) or not cells[place].strip():
                raise FactcheckError(f"{len(cells)} cells for {len(header)} columns", where, "mend the row")
            data = dict(zip(header, map(intern, cells), strict=True))  # equal cells are remembered once
            forms = tuple(intern(form.strip()) for form in data.pop("forms").split("|"))
            yield Row(stem, data.pop("tag", ""), forms, data, where)
