"""Workflow commands of GitHub Actions: an annotation for each finding, most severe first, as many as are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.model import Claim, Finding, Report, Source
from factcheck.report.region import region
from factcheck.report.view import View
from factcheck.report.words import counted, place, visible

KINDS = {"error": "error", "warning": "warning", "note": "notice"}
SHOWN = 10
"""Annotations of a kind GitHub shows for a step."""


def render(report: Report, view: View) -> str:  # noqa: ARG001 - annotations do not bend to the view
    """One command a line, then a plain line that sums up; nothing for a report without findings."""
    return "".join(f"{line}\n" for line in lines(report)) if report.findings else ""


def lines(report: Report) -> Iterator[str]:
    """Commands by severity, and how many there are of each."""
    claims = {claim.id: claim for claim in report.claims}
    sources = {source.id: source for source in report.sources}
    counts, left = [], 0
    for severity, kind in KINDS.items():
        found = [finding for finding in report.findings if finding.severity == severity]
        yield from (command(kind, finding, claims, sources) for finding in found[:SHOWN])
        counts.append(counted(len(found), kind))
        left += len(found[SHOWN:])
    more = f"; {left:,} more than GitHub shows, see the whole report" if left else ""
    yield f"factcheck: {', '.join(counts)}{more}"


def command(kind: str, finding: Finding, claims: Mapping[str, Claim], sources: Mapping[str, Source]) -> str:
    """An annotation at the first claim of a finding, with the quotes of all."""
    told = [claims[key] for key in finding.claims]
    text = [f"{visible(finding.reason)} ({finding.fingerprint})"]
    text += [f"{place(claim)}: “{visible(claim.quote).strip()}”" for claim in told]
    where = position(told[0], sources) if told else {}
    if finding.source and not told:
        where = {"file": sources[finding.source].path}
    properties = ",".join(f"{name}={escape(value, whole=False)}" for name, value in where.items())
    return f"::{kind} {properties}{',' if where else ''}title=factcheck {finding.code}::{escape(chr(10).join(text))}"


def position(claim: Claim, sources: Mapping[str, Source]) -> dict[str, str]:
    """Where a claim stands; GitHub takes columns only within one line."""
    where = region(claim, sources)
    told = {"file": claim.path}
    if where is None:
        return told
    told |= {"line": str(where.line), "endLine": str(where.end_line)}
    if where.line == where.end_line:
        told |= {"col": str(where.column), "endColumn": str(where.end_column)}
    return told


def escape(text: str, *, whole: bool = True) -> str:
    """The message, or a property of a command, as the runner reads it back."""
    safe = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return safe if whole else safe.replace(":", "%3A").replace(",", "%2C")
