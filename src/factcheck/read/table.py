"""`sources.csv` beside the articles: path, title, publisher, published, url; one row per article."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence, Set
from pathlib import Path

from factcheck.errors import FactcheckError, nearest
from factcheck.read.decode import decode
from factcheck.read.document import Unreadable
from factcheck.read.inputs import Input, Table, contents
from factcheck.record import NamedTuple

_COLUMNS = ("path", "title", "publisher", "published", "url")


class Row(NamedTuple):
    """What the table says about one article; `where` is "folder/sources.csv:3"."""

    where: str
    title: str = ""
    publisher: str = ""
    published: str = ""


def rows(tables: Sequence[Table], inputs: Sequence[Input]) -> Mapping[Path, Row]:
    """The rows of some tables by the resolved path of the article; of two rows the later table's wins.

    Args:
        tables: nearest to the articles last.
        inputs: what was read; a row may name something within a file, such as "a.zip/b.txt".

    Raises:
        FactcheckError: a table has an unknown column, or a row that names no file.
    """
    within = {one.file.resolve() for one in inputs}
    return {file: row for table in tables for file, row in _load(table, within)}


def _load(table: Table, within: Set[Path]) -> Iterator[tuple[Path, Row]]:
    where, folder = table.path, table.file.parent
    try:
        data = contents(Input(where, table.file, folder)) if table.data is None else table.data
        text, _, _ = decode(data)
    except Unreadable as error:
        raise FactcheckError(str(error), where) from None
    cells = _cells(text, where)
    first, names = next(cells, (1, []))
    columns = _columns(names, f"{where}:{first}")
    seen: set[Path] = set()
    for line, told in cells:
        file, row = _row(columns, told, folder, within, f"{where}:{line}")
        if file in seen:
            raise FactcheckError("second row for the same path", row.where, "keep one")
        seen.add(file)
        yield file, row


def _cells(text: str, where: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that say something, each with the line it ends on, without the empty cells a spreadsheet puts behind.

    Raises:
        FactcheckError: a cell is longer than any title.
    """
    head = text.lstrip().partition("\n")[0]
    mark = next((mark for mark in ";\t" if mark in head and "," not in head), ",")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        for cells in reader:
            told = [cell.strip() for cell in cells]
            while told and not told[-1]:
                told.pop()
            if told:
                yield reader.line_num, told
    except csv.Error as error:
        raise FactcheckError(f"damaged table: {error}", f"{where}:{reader.line_num}", "mend the row") from None


def _columns(names: Sequence[str], where: str) -> list[str]:
    columns = [name.lower() for name in names]
    for name in filter(None, columns):
        if name not in _COLUMNS:
            hint = nearest(name, _COLUMNS) or f"columns are {', '.join(_COLUMNS)}"
            raise FactcheckError(f'unknown column "{name}"', where, hint)
    if "path" not in columns or "" in columns or len(set(columns)) < len(columns):
        twice = "column without a name" if "" in columns else "column given twice"
        wrong = twice if "path" in columns else 'no column "path"'
        raise FactcheckError(wrong, where, f"the first row names the columns: {', '.join(_COLUMNS)}")
    return columns


def _row(columns: Sequence[str], cells: Sequence[str], folder: Path, within: Set[Path], where: str) -> tuple[Path, Row]:
    if len(cells) > len(columns):
        raise FactcheckError("more cells than columns", where, 'put cells with a comma in "quotes"')
    told = dict.fromkeys(columns, "") | dict(zip(columns, cells, strict=False))
    file = folder / told["path"].replace("\\", "/")
    if not told["path"] or not (file.is_file() or file.resolve() in within):
        names = sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file())
        raise FactcheckError(f'no file "{told["path"]}"', where, nearest(told["path"], names) or "check the path")
    return file.resolve(), Row(where, *(told.get(name, "") for name in _COLUMNS[1:4]))
