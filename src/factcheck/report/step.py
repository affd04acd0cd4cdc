"""The summary of a step of a GitHub workflow, in Markdown, as long as GitHub takes."""

from __future__ import annotations

from factcheck.model import Report
from factcheck.report.view import View

LIMIT = 1_000_000
"""Bytes; GitHub drops summaries of 1 MiB."""


def render(report: Report, view: View) -> str:
    """A heading and the findings, cut between two blocks where it would be too long."""
    from factcheck.report import render as written

    whole = f"# factcheck {view.command}\n\n{written(report, 'markdown', view)}\n"
    if len(whole.encode("utf-8", "replace")) <= LIMIT:
        return whole
    kept = whole.encode("utf-8", "replace")[:LIMIT].decode("utf-8", "ignore")
    return kept[: kept.rfind("\n\n")] + "\n\nThe rest does not fit here: write it to a file with -o.\n"
