"""Workflow commands of GitHub Actions: an annotation for each finding, most severe first, as many as are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from factcheck.model import Claim, Finding, Report
from factcheck.report.region import region
from factcheck.report.view import View
from factcheck.report.words import counted, place, visible

KINDS: Final = {"error": "error", "warning": "warning", "note": "notice"}
SHOWN: Final = 10
"""Annotations of a kind GitHub shows for a step."""


def render(report: Report, view: View) -> str:  # noqa: ARG001 - annotations do not bend to the view
    """One command a line, then a plain line that sums up; nothing for a report without findings."""
    return "".join(f"{line}\n" for line in lines(report)) if report.findings else ""


def lines(report: Report) -> Iterator[str]:
    """Commands by severity, and how many there are of each."""
    claims = {claim.id: claim for claim in report.claims}
    paths = {source.id: source.path for source in report.sources}
    counts, left = [], 0
    for severity, kind in KINDS.items():
        found = [finding for finding in report.findings if finding.severity == severity]
        yield from (command(kind, finding, claims, paths) for finding in found[:SHOWN])
        counts.append(counted(len(found), kind))
        left += len(found[SHOWN:])
    more = f"; {left:,} more than GitHub shows, see the whole report" if left else ""
    yield f"factcheck: {', '.join(counts)}{more}"


def command(kind: str, finding: Finding, claims: Mapping[str, Claim], paths: Mapping[str, str]) -> str:
    """An annotation at the first claim of a finding, with the quotes of all."""
    told = [claims[key] for key in finding.claims]
    text = [f"{visible(finding.reason)} ({finding.fingerprint})"]
    text += [f"{place(claim)}: “{visible(claim.quote).strip()}”" for claim in told]
    where = position(told[0]) if told else file_only(paths.get(finding.source or "", ""))
    properties = ",".join(f"{name}={escape(value, whole=False)}" for name, value in where.items())
    return f"::{kind} {properties}{',' if where else ''}title=factcheck {finding.code}::{escape(chr(10).join(text))}"


def position(claim: Claim) -> dict[str, str]:
    """Where a claim stands; GitHub takes columns only within one line."""
    where = region(claim)
    told = {"file": claim.path, "line": str(where.line), "endLine": str(where.end_line)}
    if where.line == where.end_line:
        told |= {"col": str(where.column), "endColumn": str(where.end_column)}
    return told


def file_only(path: str) -> dict[str, str]:
    """A whole file, or nothing."""
    return {"file": path} if path else {}


def escape(text: str, *, whole: bool = True) -> str:
    """The message, or a property of a command, as the runner reads it back."""
    safe = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return safe if whole else safe.replace(":", "%3A").replace(",", "%2C")
