"""The output contract `factcheck/1`: the types of the model as plain values for JSON, keys in their order."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from operator import attrgetter

from factcheck.model import Claim, Fact, Finding, Report, Source

SCHEMA = "factcheck/1"

CLAIM_COLUMNS = (
    *("id", "source", "path", "kind", "measure", "start", "end", "text", "page", "line", "column", "quote"),
    *("low", "high", "bound", "hedge", "unit", "of", "thing", "act", "actor", "victim", "place"),
    *("earliest", "latest", "timex", "speaker", "negated", "trend", "rule"),
)


CELLS = attrgetter(*CLAIM_COLUMNS)


def plain(value: object) -> object:
    """A value JSON knows: whole decimals become int, others float, tuples lists."""
    if isinstance(value, Decimal):
        whole = int(value)
        return whole if whole == value else float(value)
    return list(value) if isinstance(value, tuple) else value


def claim_record(claim: Claim) -> dict[str, object]:
    """A claim in the order of the columns; `timex` and `trend` are null rather than empty; `parts` if asked for."""
    record: dict[str, object] = dict(zip(CLAIM_COLUMNS, CELLS(claim), strict=True))
    record |= {"low": plain(claim.low), "high": plain(claim.high)}
    record |= {"timex": claim.timex or None, "trend": claim.trend or None}
    return record if claim.parts is None else record | {"parts": dict(claim.parts)}


def source_record(source: Source) -> dict[str, object]:
    """A source without its text."""
    return {
        "id": source.id,
        "path": source.path,
        "title": source.title,
        "publisher": source.publisher,
        "published": _published(source),
        "language": source.language,
        "sha256": source.sha256,
        "characters": len(source.text),
        "origin": source.origin,
        "pages": len(source.pages) or None,
        "aside": list(source.aside),
    }


def _published(source: Source) -> dict[str, object] | None:
    period = source.published
    if period is None:
        return None
    earliest, latest = (day and day.isoformat() for day in (period.earliest, period.latest))
    return {"earliest": earliest, "latest": latest, "basis": source.basis, "doubtful": source.doubtful}


def fact_record(fact: Fact) -> dict[str, object]:
    """A fact with its pairs."""
    names = ("id", "topic", "claims", "verdict", "nature", "event", "level", "reason", "confidence")
    return {name: plain(getattr(fact, name)) for name in names} | {
        "pairs": [
            {"a": pair.a, "b": pair.b, "verdict": pair.verdict, "level": pair.level, "reason": pair.reason}
            for pair in fact.pairs
        ]
    }


def finding_record(finding: Finding) -> dict[str, object]:
    """A finding; `source` tells the file of a finding about an input."""
    names = ("id", "code", "severity", "claims", "fact", "reason", "confidence", "fingerprint", "source")
    return {name: plain(getattr(finding, name)) for name in (*names, "status", "justification")}


def report_record(report: Report) -> dict[str, object]:
    """The whole contract."""
    return {
        "schema": SCHEMA,
        "tool": {"name": "factcheck", "version": report.version},
        "sources": [source_record(source) for source in report.sources],
        "claims": [claim_record(claim) for claim in report.claims],
        "facts": [fact_record(fact) for fact in report.facts],
        "lookalikes": [
            {"id": pair.id, "claims": list(pair.claims), "reason": pair.reason} for pair in report.lookalikes
        ],
        "findings": [finding_record(finding) for finding in report.findings],
        "skipped": [{"path": skip.path, "reason": skip.reason} for skip in report.skipped],
        "not_compared": [{"claim": left.claim, "reason": left.reason} for left in report.not_compared],
        "checks": [{name: plain(value) for name, value in check._asdict().items()} for check in report.checks],
        "stale": [{"where": one.where, "reason": one.reason} for one in report.stale],
    }


def finding_lines(report: Report) -> Iterator[dict[str, object]]:
    """Findings that can be read on their own: their claims are told with place and quote instead of by id."""
    claims = {claim.id: claim for claim in report.claims}
    names = ("id", "source", "path", "page", "line", "column", "text", "quote")
    for finding in report.findings:
        told = [{name: getattr(claims[key], name) for name in names} for key in finding.claims]
        yield finding_record(finding) | {"claims": told}
