"""Tables of articles (.csv), parted by commas, semicolons or tabs; the first row names the columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from factcheck.read.decode import decode
from factcheck.read.document import Elsewhere, Member
from factcheck.read.rows import broken, check, column, row

_LONGEST_CELL = 64 * 1024 * 1024


def members(data: bytes, encoding: str) -> Iterator[Member]:
    """The rows.

    Raises:
        Unreadable: it cannot be decoded, or is no table of articles.
    """
    text, _, _ = decode(data, encoding)
    first = text.partition("\n")[0]
    usual = csv.field_size_limit(_LONGEST_CELL)
    try:
        yield from _rows(csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count)))
    except csv.Error as error:
        raise Elsewhere(f"damaged table ({error}); save it anew") from None
    finally:
        csv.field_size_limit(usual)


def _rows(reader: Iterator[list[str]]) -> Iterator[Member]:
    columns = [column(name) for name in next(reader, [])]
    check(columns)
    line = reader.line_num + 1  # type: ignore[attr-defined]  # typeshed hides the type of a reader
    for cells in reader:
        if len(cells) > len(columns):
            yield broken(line, 'more cells than columns; put cells with a comma in "quotes"')
        elif any(cell.strip() for cell in cells):
            yield row(dict(zip(columns, cells, strict=False)), line)
        line = reader.line_num + 1  # type: ignore[attr-defined]
