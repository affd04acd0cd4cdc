"""Check the tables of a folder against those that are built in: names, columns, cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from factcheck.errors import nearest
from factcheck.lexicon.check.problem import Problem, Text, listed
from factcheck.lexicon.table import Row, numbered

CLOSED = frozenset({"tag", "bound", "place", "kind", "role", "trend", "measure"})
"""Columns whose values rules or code know by name."""
CLASSES = frozenset({"class", "group"})
"""Columns whose values are only compared: a new one is fine, unless it looks like one that is known."""
WHOLE = r"-?\d+"
NUMBER = r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?:/\d+)?"

Tables = Mapping[str, Sequence[Row]]


def check_table(path: Path, known: Tables, tags: frozenset[str]) -> Iterator[Problem]:
    """What is wrong with a table; `tags` are those that rules use.

    Raises:
        FactcheckError: the file cannot be read.
    """
    text = Text(path)
    if path.stem not in known:
        yield Problem(str(path), 1, 1, f"there is no table {path.stem!r}", nearest(path.stem, known) or listed(known))
        return
    rows = known[path.stem]
    table = numbered(text.whole.splitlines(keepends=True), path)
    _, header = next(table, (0, []))
    yield from _header(text, header, columns_of(rows))
    if sorted(header) != sorted(columns_of(rows)):
        return
    seen: dict[str, int] = {}
    for line, cells in table:
        if not cells or cells[0].startswith("#"):
            continue
        if len(cells) != len(header):
            yield text.problem(line, "", f"{len(cells)} cells for {len(header)} columns", _count_hint(cells, header))
            continue
        row = dict(zip(header, cells, strict=True))
        yield from _forms(text, line, row["forms"], seen)
        for column in header:
            if wrong := _cell(column, row[column], rows, tags):
                yield text.problem(line, row[column], *wrong)


def columns_of(rows: Sequence[Row]) -> tuple[str, ...]:
    """The columns of a table."""
    first = rows[0]
    return (*(("tag",) if first.tag else ()), "forms", *first.data)


def _count_hint(cells: Sequence[str], header: Sequence[str]) -> str:
    return 'put cells with a comma in "quotes"' if len(cells) > len(header) else f"columns are {', '.join(header)}"


def _header(text: Text, header: Sequence[str], wanted: Sequence[str]) -> Iterator[Problem]:
    for name in header:
        if name not in wanted:
            hint = nearest(name, wanted) or f"columns are {', '.join(wanted)}"
            yield text.problem(1, name, f"unknown column {name!r}", hint)
    missing = [name for name in wanted if name not in header]
    if missing or len(set(header)) < len(header):
        what = f"no column {missing[0]!r}" if missing else "a column given twice"
        yield text.problem(1, "", what, f"the first line is {','.join(wanted)}")


def _forms(text: Text, line: int, cell: str, seen: dict[str, int]) -> Iterator[Problem]:
    """What is wrong with the spellings of a row; `seen` holds the lines of those before."""
    for form in (one.strip() for one in cell.split("|")):
        if not form:
            yield text.problem(line, cell, "an empty form", "remove the | or write a word")
        elif form in seen:
            where = "in this row" if seen[form] == line else f"on line {seen[form]}"
            yield text.problem(line, form, f"{form!r} is also {where}", "keep one")
        seen.setdefault(form, line)


def _cell(column: str, cell: str, rows: Sequence[Row], tags: frozenset[str]) -> tuple[str, str] | None:
    """What is wrong with a cell, and its cure."""
    if column == "forms":
        return None
    values = {row.tag if column == "tag" else row[column] for row in rows}
    if cell in values:
        return None
    if not cell:
        return f"no {column}", f"such as {min(values)}"
    if column in CLOSED:
        right = column == "tag" and cell in tags
        return None if right else (f"unknown {column} {cell!r}", nearest(cell, values - {""}) or listed(values - {""}))
    if column in CLASSES:
        near = nearest(cell, values, 80)  # a slip, not a word that only sounds alike
        return (
            (f"unknown {column} {cell!r}", f"{near} a new {column} must look like none that is known") if near else None
        )
    for pattern, words in ((WHOLE, "a whole number"), (NUMBER, "a number")):
        if all(re.fullmatch(pattern, value) for value in values if value):
            fine = re.fullmatch(pattern, cell)
            return None if fine else (f"{column} {cell!r} is not {words}", f"such as {max(values)}")
    return None
