"""A checked draft as sections: what a source contradicts, what only looks alike, what none has, what is supported."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.model import Report
from factcheck.report.layout import DOZEN, Index, checks, copied, grouped, notes, spellings, told, who
from factcheck.report.sheet import Entry, Line, Piece, Section
from factcheck.report.view import View
from factcheck.report.words import counted, cut, visible
from factcheck.review import Check

VERDICTS = {
    "supported": "supported",
    "contradicted": "contradicted",
    "similar": "only similar",
    "unsupported": "in no source",
    "unchecked": "not checked",
}
"""The verdicts in the words of the summary."""


def sections(index: Index, view: View) -> tuple[Section, ...]:
    """All sections that hold something, most important first."""
    makers: tuple[Callable[[Index, View], Section], ...] = (contradicted, similar, missing, checks)
    if not view.quiet:
        makers += (supported, spellings, notes)
    if view.all:
        makers += (unchecked,)
    return tuple(section for make in makers if (section := make(index, view)).total)


def contradicted(index: Index, view: View) -> Section:  # noqa: ARG001 - one signature for all sections
    """Claims of the draft that a source contradicts: its figure first, then those of the sources."""
    levels = {check.claim: check.level for check in index.report.checks}
    found = [index.entry(one)._replace(kind=levels[one.claims[0]] or "") for one in index.findings("FC501")]
    return Section("Contradicted", len(found), grouped(found))


def similar(index: Index, view: View) -> Section:  # noqa: ARG001 - one signature for all sections
    """Claims of the draft whose figure the sources have for something else."""
    found = [index.entry(finding) for finding in index.findings("FC502")]
    return Section("Only similar", len(found), grouped(found))


def missing(index: Index, view: View) -> Section:
    """Claims of the draft that no source has; with `all` those that cannot well be looked up, too."""
    findings = index.findings("FC503")
    shown = [one for one in findings if view.all or one.severity != "note"]
    bare = [index.entry(one)._replace(title="", tags=(), reason=visible(one.reason)) for one in shown]
    entries = [
        entry._replace(kind="hard to look up", weak=True) if one.severity == "note" else entry
        for entry, one in zip(bare, shown, strict=True)
    ]
    left = len(findings) - len(shown)
    more = f"{left:,} more with --all: vague words, ordinals, ones and twos, dates that are no day" if left else ""
    return Section("In no source", len(findings), grouped(entries), compact=True, more=more)


def supported(index: Index, view: View) -> Section:
    """Claims of the draft that a source has: one line each, or with `all` with the quotes."""
    found = [check for check in index.report.checks if check.verdict == "supported"]
    if view.all:
        return Section("Supported", len(found), grouped(entry(check, index) for check in found))
    return Section("Supported", len(found), lines=tuple(line(check, index) for check in found))


def entry(check: Check, index: Index) -> Entry:
    """A supported claim with its quote and those of its sources."""
    fact = index.facts[check.fact or ""]
    rows = index.rows((check.claim, *check.support))
    tags: Line = (Piece("supported", "good"), *index.name(fact.id))
    shown = Entry(visible(fact.event), visible(fact.topic), tags, rows, visible(check.reason))
    return shown._replace(kind="agree" if len(rows) == 1 else "compatible", fact=fact.id)


def line(check: Check, index: Index) -> Line:
    """A supported claim in one line: "= people killed: 12 [alba, bera]"."""
    claim, fact = index.claims[check.claim], index.facts[check.fact or ""]
    sign = "=" if len(index.rows((check.claim, *check.support))) == 1 else "≈"
    sources = who((index.claims[name] for name in check.support), None if index.named else DOZEN)
    figure, named = Piece(cut(claim)[1], "figure"), Piece(f" [{sources}]", "source")
    return (Piece(f"{sign} ", "good"), Piece(f"{visible(fact.topic)}: "), figure, named, *copied(check.reason))


def unchecked(index: Index, view: View) -> Section:  # noqa: ARG001 - one signature for all sections
    """Claims of the draft that could not be compared, with the reason."""
    found = [check for check in index.report.checks if check.verdict == "unchecked"]
    entries = (Entry("", "", (), index.singles((check.claim,)), visible(check.reason)) for check in found)
    return Section("Not checked", len(found), tuple(one._replace(kind="not compared") for one in entries), compact=True)


def summary(report: Report) -> str:
    """Sum up: "draft: 3 claims against 2 sources: 1 supported, 1 contradicted, 0 only similar, 1 in no source"."""
    if not report.checks:
        return told(report)
    verdicts = [check.verdict for check in report.checks]
    counts = [
        f"{verdicts.count(verdict):,} {words}"
        for verdict, words in VERDICTS.items()
        if verdict != "unchecked" or verdict in verdicts
    ]
    claims = {claim.id: claim.source for claim in report.claims}
    against = counted(len(report.sources) - 1, "source")
    draft = visible(claims[report.checks[0].claim])
    return f"{draft}: {counted(len(verdicts), 'claim')} against {against}: {', '.join(counts)}"
