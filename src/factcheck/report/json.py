"""JSON: the output contract `factcheck/1` as one document."""

from __future__ import annotations

import json

from factcheck.model import Report
from factcheck.report.records import report_record
from factcheck.report.view import View


def render(report: Report, view: View) -> str:  # noqa: ARG001 - the contract does not bend to the view
    """The contract, the same bytes for the same input."""
    return json.dumps(report_record(report), indent=2, ensure_ascii=False) + "\n"
