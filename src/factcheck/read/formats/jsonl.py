"""Articles as JSON, one object per line (.jsonl)."""

from __future__ import annotations

import json
from collections.abc import Iterator

from factcheck.read.decode import decode
from factcheck.read.document import Member
from factcheck.read.rows import broken, check, column, row


def members(data: bytes, encoding: str) -> Iterator[Member]:
    """The objects.

    Raises:
        Unreadable: it cannot be decoded, or the first line is no article.
    """
    text, _, _ = decode(data, encoding)
    checked = False
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        cells = _cells(line)
        if not checked:
            check(list(cells))
            checked = True
        yield row(cells, number) if cells else broken(number, "no JSON object in this line; mend or remove it")


def _cells(line: str) -> dict[str, str]:
    """The texts of an object; other values are no concern of ours."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {column(key): _text(value) for key, value in found.items()}


def _text(value: object) -> str:
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""
