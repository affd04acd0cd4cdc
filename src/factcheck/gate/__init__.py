"""Gate: which findings are new. What a comment in a source, a list of accepted findings or a baseline names is settled.

The exit code counts what is new. A finding is known by its fingerprint, which is made of its content, so that moved
lines and renamed files change nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.gate.baseline import Entry, entries, expired
from factcheck.gate.inline import Comment, comments, covering, unused
from factcheck.model import Claim, Finding, Report
from factcheck.review import Stale

__all__ = ["settle"]


def settle(report: Report, baseline: Sequence[str]) -> Report:
    """The report with the status of each finding, and with what settles nothing (any more).

    Args:
        report: as judged.
        baseline: paths of earlier reports (JSON) and of lists of accepted findings (TOML).

    Raises:
        FactcheckError: one of them cannot be read, or the day is told wrongly.
    """
    told = comments(report.sources)
    known = entries(baseline)
    if not told and not known:
        return report
    claims = {claim.id: claim for claim in report.claims}
    late = expired(known)
    valid = {entry.fingerprint: entry for entry in reversed(known) if entry not in late}
    findings = tuple(status(finding, claims, told, valid) for finding in report.findings)
    return report._replace(findings=findings, stale=(*stale(report, known, late), *unused(report, claims, told)))


def status(finding: Finding, claims: dict[str, Claim], told: Sequence[Comment], valid: dict[str, Entry]) -> Finding:
    """The finding, settled by the first that speaks of it: a comment in a source, then the baseline."""
    comment = next(covering(finding, claims, told), None)
    if comment is not None:
        return finding._replace(status="ignored", justification=comment.ignore.reason)
    entry = valid.get(finding.fingerprint)
    if entry is not None:
        return finding._replace(status=entry.status, justification=entry.reason)
    return finding


def stale(report: Report, known: Sequence[Entry], late: frozenset[Entry]) -> Iterator[Stale]:
    """Entries past their day, and accepted findings that nothing shows any more."""
    present = {finding.fingerprint for finding in report.findings}
    for entry in known:
        if entry.status == "accepted":
            name = f"{entry.where}: {entry.fingerprint}"
            if entry.fingerprint not in present:
                yield Stale(name, "accepted, but no longer found; remove the entry")
            elif entry in late:
                yield Stale(name, f"accepted until {entry.until}, which has passed; check it and accept it anew")
    gone: dict[str, int] = {}
    for entry in known:
        if entry.status == "known" and entry.fingerprint not in present:
            gone[entry.where] = gone.get(entry.where, 0) + 1
    for where, number in gone.items():
        yield Stale(where, f"{number} of its findings no longer found; write it anew with -o {where}")
