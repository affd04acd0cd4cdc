"""One line per finding, `path:line:column: CODE [severity] reason "quote"`, for grep, editors and logs."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Claim, Report
from factcheck.report import names
from factcheck.report.view import View
from factcheck.report.words import caught, counted, place, published_of, value_of, visible


def render(report: Report, view: View) -> str:
    """Lines; further claims of a finding follow it, indented."""
    lines = {"extract": _claims, "sources": _sources, "names": names.lines}.get(view.command)
    found = lines(report) if lines else _comparison(report, view)
    return "".join(f"{line}\n" for line in found)


def _claims(report: Report) -> Iterator[str]:
    for claim in report.claims:
        yield f"{place(claim)}: {_words(claim.measure, value_of(claim), claim.unit)} {_quote(claim)}"
        if claim.parts is not None:
            yield f"    {caught(claim)}"


def _sources(report: Report) -> Iterator[str]:
    for source in report.sources:
        claims = sum(claim.source == source.id for claim in report.claims)
        facts = (published_of(source), source.encoding, counted(len(source.text), "character"))
        yield f"{visible(source.path)}: {source.id}: {', '.join(facts)}, {counted(claims, 'claim')}"


def _comparison(report: Report, view: View) -> Iterator[str]:
    claims = {claim.id: claim for claim in report.claims}
    paths = {source.id: visible(source.path) for source in report.sources}
    for finding in report.findings:
        words = f"{finding.code} [{finding.severity}] {visible(finding.reason)}"
        if finding.claims:
            yield from _block(words, tuple(claims[key] for key in finding.claims))
        else:
            path = paths.get(finding.source or "", "factcheck")
            yield f"{path}: {words.replace(f'] {path}: ', '] ', 1)}"
    if view.all:
        found = {finding.fact for finding in report.findings}
        for fact in report.facts:
            if fact.id not in found:
                words = _words(fact.verdict, f"[{fact.level}]" if fact.level else "", visible(fact.topic))
                yield from _block(words, tuple(claims[key] for key in fact.claims))
        for left in report.not_compared:
            yield from _block(f"not compared: {visible(left.reason)}", (claims[left.claim],))


def _block(words: str, claims: tuple[Claim, ...]) -> Iterator[str]:
    first, *rest = claims
    yield f"{place(first)}: {words} {_quote(first)}"
    yield from (f"    {place(claim)}: {_quote(claim)}" for claim in rest)


def _quote(claim: Claim) -> str:
    return f'"{visible(claim.quote).strip()}"'


def _words(*words: str) -> str:
    return " ".join(filter(None, map(visible, words)))
