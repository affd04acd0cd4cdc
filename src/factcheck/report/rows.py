"""Report -> tables of plain cells: what CSV and workbooks hold, one record per row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from factcheck.model import Claim, Fact, Finding, Report
from factcheck.record import NamedTuple
from factcheck.report import names
from factcheck.report.records import CLAIM_COLUMNS, claim_record, fact_record, plain
from factcheck.report.statistics import COLUMNS, counts
from factcheck.report.view import View
from factcheck.report.words import caught

SOURCE_COLUMNS = (
    *("id", "path", "title", "publisher", "earliest", "latest", "basis", "doubtful"),
    *("language", "encoding", "guessed", "characters", "pages", "aside", "claims", "sha256"),
)
HEAD_COLUMNS = (
    *("finding", "code", "severity", "level", "verdict", "nature", "event", "topic", "reason"),
    *("source", "path"),
)
SHEET_COLUMNS = (
    *HEAD_COLUMNS,
    *("page", "line", "column", "quote", "text", "low", "high", "bound", "unit", "thing", "act", "place"),
    *("earliest", "latest", "speaker", "claim"),
)
FACT_COLUMNS = ("id", "verdict", "level", "nature", "event", "topic", "reason", "confidence", "sources", "told")
CHECK_COLUMNS = ("status", "checked_by", "checked_on", "primary_source", "note")
"""Left empty, for the person who checks."""

Record = dict[str, object]


class Grid(NamedTuple):
    """A table: its name, its columns, and records that may leave cells out."""

    name: str
    columns: tuple[str, ...]
    records: Iterable[Record]


def main_grid(report: Report, view: View) -> Grid:
    """The table of a command: claims, sources, names, or the check sheet of a comparison; counts where wanted."""
    if view.statistics:
        return Grid("statistics", COLUMNS, (count._asdict() for count in counts(report)))
    if view.command == "extract":
        grid = claims_grid(report)
    elif view.command == "sources":
        grid = sources_grid(report)
    elif view.command == "names":
        grid = names_grid(report)
    else:
        rows = _checked(report) if view.command == "check" else _sheet(report, view)
        grid = Grid("findings", SHEET_COLUMNS, rows)
    return grid._replace(columns=grid.columns + CHECK_COLUMNS) if view.sheet else grid


def grids(report: Report, view: View) -> tuple[Grid, ...]:
    """All tables, that of the command first."""
    first = main_grid(report, view)
    if view.command in {"sources", "names"} or view.statistics:
        return (first,)
    if view.command == "extract":
        return first, sources_grid(report)
    facts = Grid("facts", FACT_COLUMNS, _facts(report))
    return first, facts, claims_grid(report), sources_grid(report), names_grid(report)


def claims_grid(report: Report) -> Grid:
    """One row per claim; with the words its rule caught where those were asked for."""
    if not any(claim.parts for claim in report.claims):
        return Grid("claims", CLAIM_COLUMNS, map(claim_record, report.claims))
    rows = (claim_record(claim) | {"parts": caught(claim)} for claim in report.claims)
    return Grid("claims", (*CLAIM_COLUMNS, "parts"), rows)


def names_grid(report: Report) -> Grid:
    """One row per way of writing a name."""
    return Grid("names", names.COLUMNS, names.rows(report))


def sources_grid(report: Report) -> Grid:
    """One row per source."""
    return Grid("sources", SOURCE_COLUMNS, _sources(report))


def _sources(report: Report) -> Iterator[Record]:
    claims = Counter(claim.source for claim in report.claims)
    for source in report.sources:
        record: Record = {name: getattr(source, name, None) for name in SOURCE_COLUMNS}
        record["pages"], record["aside"] = len(source.pages) or None, len(source.aside)
        record["characters"] = len(source.text)
        record["claims"] = claims[source.id]
        days = (source.published.earliest, source.published.latest) if source.published else (None, None)
        record["earliest"], record["latest"] = (day and day.isoformat() for day in days)
        yield record


def _facts(report: Report) -> Iterator[Record]:
    """Facts with what each source says: "alba: at least 41 | bera: 38"."""
    claims = {claim.id: claim for claim in report.claims}
    for fact in report.facts:
        told = [claims[key] for key in fact.claims]
        words = " | ".join(f"{claim.source}: {' '.join(claim.text.split())}" for claim in told)
        yield fact_record(fact) | {"sources": len({claim.source for claim in told}), "told": words}


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


def _checked(report: Report) -> Iterator[Record]:
    """Each claim of a draft with its verdict, then the claims of the sources it rests on; last the other findings."""
    claims = {claim.id: claim for claim in report.claims}
    facts = {fact.id: fact for fact in report.facts}
    paths = {source.id: source.path for source in report.sources}
    found = {finding.claims[0]: finding for finding in report.findings if finding.code.startswith("FC5")}
    for check in report.checks:
        finding, fact = found.get(check.claim), facts.get(check.fact or "")
        head = _of_finding(finding, fact) if finding else _of_fact(fact) if fact else {}
        head |= {"level": check.level, "verdict": check.verdict, "nature": None, "reason": check.reason}
        yield from (head | _of_claim(claims[key]) for key in (check.claim, *check.counter, *check.support))
    for finding in report.findings:
        if not finding.code.startswith("FC5"):
            head = _of_finding(finding, None)
            spoken = [_of_claim(claims[key]) for key in finding.claims]
            yield from (
                head | row for row in spoken or [{"source": finding.source, "path": paths.get(finding.source or "")}]
            )


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
