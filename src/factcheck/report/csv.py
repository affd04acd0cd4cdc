"""CSV, RFC 4180 in UTF-8: the claims, the sources, or the check sheet of a comparison."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

from factcheck.model import Claim, Fact, Finding, Report
from factcheck.report.records import CLAIM_COLUMNS, claim_record, plain
from factcheck.report.view import View

SOURCE_COLUMNS: Final = (
    *("id", "path", "title", "publisher", "earliest", "latest", "basis", "doubtful"),
    *("language", "encoding", "guessed", "characters", "claims", "sha256"),
)
HEAD_COLUMNS: Final = (
    *("finding", "code", "severity", "level", "verdict", "nature", "event", "topic", "reason"),
    *("source", "path"),
)
SHEET_COLUMNS: Final = (
    *HEAD_COLUMNS,
    *("line", "column", "quote", "text", "low", "high", "bound", "unit", "thing", "act", "place"),
    *("earliest", "latest", "speaker", "claim"),
)

Record = dict[str, object]


def render(report: Report, view: View) -> str:
    """One row per claim; of a comparison one row per claim of whatever is shown."""
    if view.command == "extract":
        return _write(CLAIM_COLUMNS, map(claim_record, report.claims), view)
    if view.command == "sources":
        return _write(SOURCE_COLUMNS, _sources(report), view)
    return _write(SHEET_COLUMNS, _sheet(report, view), view)


def _write(columns: tuple[str, ...], records: Iterable[Record], view: View) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_cell(record.get(name)) for name in columns] for record in records)
    return ("\ufeff" if view.excel else "") + out.getvalue()


def _cell(value: object) -> object:
    """The cell of a value; a text a spreadsheet would run as a formula gets a leading quote."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r", "\0")):
        return "'" + value
    return value


def _sources(report: Report) -> Iterator[Record]:
    for source in report.sources:
        record: Record = {name: getattr(source, name, None) for name in SOURCE_COLUMNS}
        record["characters"] = len(source.text)
        record["claims"] = sum(claim.source == source.id for claim in report.claims)
        if source.published:
            record["earliest"], record["latest"] = source.published.earliest, source.published.latest
        yield record


def _sheet(report: Report, view: View) -> Iterator[Record]:
    """Findings first, then the facts nobody complained about, and with `all` what has no counterpart."""
    claims = {claim.id: claim for claim in report.claims}
    facts = {fact.id: fact for fact in report.facts}
    paths = {source.id: source.path for source in report.sources}
    for finding in report.findings:
        head = _of_finding(finding, facts.get(finding.fact or ""))
        if not finding.claims:
            yield head | {"source": finding.source, "path": paths.get(finding.source or "")}
        yield from (head | _of_claim(claims[key]) for key in finding.claims)
    found = {finding.fact for finding in report.findings}
    for fact in report.facts:
        if fact.id not in found and (view.all or fact.verdict in {"agree", "compatible"}):
            yield from (_of_fact(fact) | _of_claim(claims[key]) for key in fact.claims)
    if view.all:
        for left in report.not_compared:
            yield {"verdict": "not compared", "reason": left.reason} | _of_claim(claims[left.claim])


def _of_fact(fact: Fact) -> Record:
    names = ("level", "verdict", "nature", "event", "topic", "reason")
    return {"finding": fact.id} | {name: getattr(fact, name) for name in names}


def _of_finding(finding: Finding, fact: Fact | None) -> Record:
    head = _of_fact(fact) if fact else {}
    own = {name: getattr(finding, name) for name in ("code", "severity", "reason")}
    return head | own | {"finding": finding.id}


def _of_claim(claim: Claim) -> Record:
    columns: Iterable[str] = (name for name in SHEET_COLUMNS if name in CLAIM_COLUMNS)
    return {name: plain(getattr(claim, name)) for name in columns} | {"claim": claim.id}
