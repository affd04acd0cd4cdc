"""JSON: the output contract `factcheck/1` as one document."""

from __future__ import annotations

import json

from factcheck.model import Report
from factcheck.report.names import records
from factcheck.report.records import report_record
from factcheck.report.view import View


def render(report: Report, view: View) -> str:
    """The contract, the same bytes for the same input; for `names` it has the names too."""
    names = {"names": list(records(report))} if view.command == "names" else {}
    return json.dumps(report_record(report) | names, indent=2, ensure_ascii=False) + "\n"
