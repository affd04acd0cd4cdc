"""JUnit XML, for test panels of CI: a case for each fact that was compared and each finding outside of one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Fact, Finding, Report
from factcheck.record import NamedTuple
from factcheck.report.view import View
from factcheck.report.words import counted, place, visible


class Case(NamedTuple):
    """One case.

    Attributes:
        group, name: what it stands under, and what it is.
        failed: reasons and quotes of what makes it fail.
        left: why a settled finding does not make it fail.
        told: what else there is to say.
    """

    group: str
    name: str
    failed: tuple[tuple[str, str, str], ...]
    left: tuple[str, ...]
    told: tuple[str, ...]


def render(report: Report, view: View) -> str:
    """One suite; a finding fails its case when it would make the command fail."""
    cases = tuple(cases_of(report, view))
    failures = sum(bool(case.failed) for case in cases)
    skipped = sum(bool(case.left) and not case.failed for case in cases)
    counts = f'tests="{len(cases)}" failures="{failures}" errors="0"'
    body = "".join(f"{line}\n" for case in cases for line in element(case))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites name="factcheck" {counts}>\n'
        f'  <testsuite name="factcheck {escape(view.command)}" {counts} skipped="{skipped}">\n'
        f"{body}  </testsuite>\n</testsuites>\n"
    )


def cases_of(report: Report, view: View) -> Iterator[Case]:
    """Facts with all that was found about them, then the findings about no fact."""
    claims = {claim.id: claim for claim in report.claims}
    of_fact: dict[str | None, list[Finding]] = {}
    for finding in report.findings:
        of_fact.setdefault(finding.fact, []).append(finding)
    facts = {fact.id for fact in report.facts}
    for fact in report.facts:
        yield case_of(fact.event or "Elsewhere", name_of(fact, claims), of_fact.get(fact.id, []), claims, view)
    for finding in report.findings:
        if finding.fact not in facts:
            where = place(claims[finding.claims[0]]) if finding.claims else "input"
            yield case_of(where, finding.reason, [finding], claims, view)


def name_of(fact: Fact, claims: dict[str, Claim]) -> str:
    """What a fact is about and how it came out."""
    sources = len({claims[key].source for key in fact.claims})
    return f"{fact.topic}: {fact.verdict} in {counted(sources, 'source')}"


def case_of(group: str, name: str, findings: Sequence[Finding], claims: dict[str, Claim], view: View) -> Case:
    """A case of the findings about one thing."""
    failed, left, told = [], [], []
    for finding in findings:
        quotes = [f"{place(claims[key])}: “{visible(claims[key].quote).strip()}”" for key in finding.claims]
        text = "\n".join((f"{finding.code} {finding.severity}: {visible(finding.reason)}", *quotes))
        if finding.status != "new":
            left.append(f"{finding.code} {finding.status}: {finding.justification}")
        elif view.fails(finding.severity):
            failed.append((finding.code, finding.reason, f"{text}\nfingerprint: {finding.fingerprint}"))
        else:
            told.append(text)
    return Case(group, name, tuple(failed), tuple(left), tuple(told))


def element(case: Case) -> Iterator[str]:
    """The lines of a case."""
    yield f'    <testcase classname="{escape(case.group)}" name="{escape(case.name)}">'
    for code, reason, text in case.failed:
        yield f'      <failure type="{code}" message="{escape(reason)}">{escape(text, lines=True)}</failure>'
    if case.left and not case.failed:
        yield f'      <skipped message="{escape("; ".join(case.left))}"/>'
    if case.told:
        yield f"      <system-out>{escape(chr(10).join(case.told), lines=True)}</system-out>"
    yield "    </testcase>"


def escape(text: str, *, lines: bool = False) -> str:
    """Text for XML, without the characters it cannot hold; one line unless `lines`."""
    from html import escape as entities

    shown = "\n".join(map(visible, text.split("\n"))) if lines else visible(text)
    return entities(re.sub("[\ufffe\uffff]", "\ufffd", shown))
