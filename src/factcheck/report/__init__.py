"""Report -> text, in one of several formats.

OPEN: a format is a module with `render(report, view) -> str` (or bytes, then also in `BINARY`) and a row in `FORMATS`,
and a row in `SUFFIXES` when files of it have a name of their own. The module of a format is imported when it is used.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import PurePath

from factcheck.checking import TYPE_CHECKING
from factcheck.errors import FactcheckError, nearest

if TYPE_CHECKING:
    from typing import Any

    from factcheck.model import Report
    from factcheck.report.view import View

FORMATS: Mapping[str, str] = {
    "table": "factcheck.report.table",
    "text": "factcheck.report.text",
    "csv": "factcheck.report.csv",
    "json": "factcheck.report.json",
    "jsonl": "factcheck.report.jsonl",
    "markdown": "factcheck.report.markdown",
    "html": "factcheck.report.html",
    "xlsx": "factcheck.report.xlsx",
    "sqlite": "factcheck.report.sqlite",
    "sarif": "factcheck.report.sarif",
    "github": "factcheck.report.github",
    "junit": "factcheck.report.junit",
}

FINDINGS = ("sarif", "github", "junit")
"""Formats that hold findings and nothing else."""

WHOLE = ("json", "jsonl", "sarif", "junit", "sqlite")
"""Formats that tell of each finding whether it is settled; the others leave settled ones out, or mark them."""

SUFFIXES: Mapping[str, str] = {
    ".txt": "text",
    ".csv": "csv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xlsx": "xlsx",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".db": "sqlite",
    ".sarif": "sarif",
    ".xml": "junit",
}

BINARY = frozenset({"xlsx", "sqlite"})
"""Formats of files that nobody can read on a terminal."""

COUNTING = frozenset({"table", "markdown", "csv", "xlsx"})
"""Formats that can hold counts instead of findings."""

PRINTED = tuple(name for name in FORMATS if name not in BINARY)

EXTRAS: Mapping[str, str] = {"xlsx": "xlsxwriter"}
"""The module a format needs, from the extra of its name."""


def render(report: Report, name: str, view: View) -> str:
    """The report in a format.

    Raises:
        FactcheckError: there is no such format.
    """
    text: str = _made(report, known(name), view)
    return text


def file_content(report: Report, name: str, view: View) -> bytes:
    """The report in a format, as a file holds it."""
    made: str | bytes = _made(report, name, view)
    return made if isinstance(made, bytes) else made.encode("utf-8", "replace")


def _made(report: Report, name: str, view: View) -> Any:  # noqa: ANN401 - text, or bytes for a file
    told = report if name in WHOLE else unsettled(report, view.all)
    return import_module(FORMATS[name]).render(told, view)


def unsettled(report: Report, everything: bool) -> Report:
    """The report without the findings that are settled; with everything, their reasons say that they are."""
    if all(finding.status == "new" for finding in report.findings):
        return report
    kept = tuple(
        finding
        if finding.status == "new"
        else finding._replace(reason=f"{finding.reason} [{finding.status}: {finding.justification}]")
        for finding in report.findings
        if everything or finding.status == "new"
    )
    return report._replace(findings=kept)


def suits(name: str, command: str) -> str:
    """The name of a format, when a command has what the format shows.

    Raises:
        FactcheckError: it shows findings, and the command makes none.
    """
    if name in FINDINGS and command not in {"compare", "check"}:
        hint = "use factcheck compare, or --format json"
        raise FactcheckError(f"{name} shows findings, and {command} has none", "--format", hint)
    return name


def known(name: str) -> str:
    """The name of a format as given, when there is such a format to print.

    Raises:
        FactcheckError: there is none, or it is only for files.
    """
    if name in BINARY:
        raise FactcheckError(f"{name} is no text", "--format", f"write a file: -o result.{name}")
    if name in FORMATS:
        return name
    hint = f"{nearest(name, PRINTED)} there are: {', '.join(PRINTED)}"
    raise FactcheckError(f"unknown format {name!r}", "--format", hint.lstrip())


def counting(name: str) -> str:
    """The name of a format that can hold counts.

    Raises:
        FactcheckError: it cannot.
    """
    if name not in COUNTING:
        raise FactcheckError(f"no counts as {name}", "--statistics", f"there are: {', '.join(sorted(COUNTING))}")
    return name


def format_of(path: str) -> str:
    """The format a file name asks for by its suffix.

    Raises:
        FactcheckError: the suffix stands for no format, or for one whose extra is not installed.
    """
    name = SUFFIXES.get(PurePath(path).suffix.lower())
    if name is None:
        raise FactcheckError("the suffix names no format", path, f"use one of {' '.join(SUFFIXES)}")
    if name in EXTRAS:
        from importlib.util import find_spec

        if find_spec(EXTRAS[name]) is None:
            hint = f'pip install "factcheck-cli[{name}]"'
            raise FactcheckError(f"{name} needs a library that is not installed", path, hint)
    return name
