"""Report -> text, in one of several formats.

OPEN: a format is a module with `render(report, view) -> str` and a row in `FORMATS`, and a row in `SUFFIXES`
when files of it have a name of their own. The module of a format is imported when it is used.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.model import Report
    from factcheck.report.view import View

FORMATS: Final[Mapping[str, str]] = {
    "table": "factcheck.report.table",
    "text": "factcheck.report.text",
    "csv": "factcheck.report.csv",
    "json": "factcheck.report.json",
    "jsonl": "factcheck.report.jsonl",
    "markdown": "factcheck.report.markdown",
}

SUFFIXES: Final[Mapping[str, str]] = {
    ".txt": "text",
    ".csv": "csv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".md": "markdown",
    ".markdown": "markdown",
}


def render(report: Report, name: str, view: View) -> str:
    """The report in a format.

    Raises:
        FactcheckError: there is no such format.
    """
    text: str = import_module(FORMATS[known(name)]).render(report, view)
    return text


def known(name: str) -> str:
    """The name of a format as given, when there is such a format.

    Raises:
        FactcheckError: there is none.
    """
    if name in FORMATS:
        return name
    from difflib import get_close_matches

    close = get_close_matches(name, FORMATS, 1)
    guess = f"did you mean {close[0]}? " if close else ""
    raise FactcheckError(f"unknown format {name!r}", "--format", f"{guess}there are: {', '.join(FORMATS)}")


def format_of(path: str) -> str:
    """The format a file name asks for by its suffix.

    Raises:
        FactcheckError: the suffix stands for no format.
    """
    name = SUFFIXES.get(PurePath(path).suffix.lower())
    if name is None:
        raise FactcheckError("the suffix names no format", path, f"use one of {' '.join(SUFFIXES)}")
    return name
