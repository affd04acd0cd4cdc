"""JSON Lines: one claim, one source, one name or one finding a line."""

from __future__ import annotations

import json
from collections.abc import Iterable

from factcheck.model import Report
from factcheck.report import names
from factcheck.report.records import claim_record, finding_lines, source_record
from factcheck.report.view import View


def render(report: Report, view: View) -> str:
    """Claims, sources or names for the commands of that name, findings with the words of their claims for `compare`."""
    encode = json.JSONEncoder(ensure_ascii=False).encode  # `json.dumps` makes one for each line
    return "".join([encode(record) + "\n" for record in _records(report, view.command)])


def _records(report: Report, command: str) -> Iterable[dict[str, object]]:
    if command == "extract":
        return map(claim_record, report.claims)
    if command == "sources":
        return map(source_record, report.sources)
    if command == "names":
        return names.records(report)
    return finding_lines(report)
