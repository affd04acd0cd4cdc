"""SARIF 2.1.0, for code hosts and editors: a result for each finding, its counter-quotes as related locations."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from factcheck.checking import TYPE_CHECKING
from factcheck.model import Claim, Finding, Report, Source
from factcheck.report.region import absolute, region, uri
from factcheck.report.view import View
from factcheck.report.words import place, visible

if TYPE_CHECKING:
    from typing import Any, TypeAlias

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MARK = "factcheckContent/v1"
MOST_RELATED = 100
"""Further locations of a result; code hosts show no more."""

Record: TypeAlias = "dict[str, Any]"
Sources = Mapping[str, Source]


def render(report: Report, view: View) -> str:
    """One log with one run."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run(report, view)]}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def run(report: Report, view: View) -> Record:
    """The run: the tool with its codes, the results, and what went wrong with the inputs."""
    codes = sorted({finding.code for finding in report.findings})
    claims = {claim.id: claim for claim in report.claims}
    sources = {source.id: source for source in report.sources}
    failed = [skip for skip in report.skipped if skip.failed]
    notes = [note("error", f"{skip.path}: {skip.reason}") for skip in failed]
    notes += [note("note", f"{one.where}: {one.reason}") for one in report.stale]
    return {
        "tool": {"driver": driver(report.version, codes, view)},
        "automationDetails": {"id": f"factcheck/{view.command}/"},
        "invocations": [{"executionSuccessful": not failed, "toolExecutionNotifications": notes}],
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The folder factcheck was run in."}}},
        "columnKind": "unicodeCodePoints",
        "results": [result(finding, codes, claims, sources) for finding in report.findings],
    }


def note(level: str, text: str) -> Record:
    """Something to say about the run itself."""
    return {"level": level, "message": {"text": visible(text)}}


def driver(version: str, codes: Sequence[str], view: View) -> Record:
    """The tool, with the codes that have results."""
    return {
        "name": "factcheck",
        "semanticVersion": version,
        "rules": [rule(code, view.explain(code)) for code in codes],
    }


def rule(code: str, told: str | None) -> Record:
    """A code with what `factcheck explain` says of it: "FC101 (error)", a title, and more."""
    head, _, text = (told or "").strip().partition("\n\n")
    if not text:
        return {"id": code}
    words = " ".join(text.split())
    return {
        "id": code,
        "shortDescription": {"text": text.splitlines()[0]},
        "fullDescription": {"text": words},
        "help": {"text": f"{words} See: factcheck explain {code}"},
        "defaultConfiguration": {"level": head[head.find("(") + 1 : head.find(")")]},
        "properties": {"tags": ["fact-checking"]},
    }


def result(finding: Finding, codes: Sequence[str], claims: Mapping[str, Claim], sources: Sources) -> Record:
    """A finding at its first claim; the other claims are related to it."""
    told = [claims[key] for key in finding.claims]
    related = [location(claim, sources, number) for number, claim in enumerate(told[1 : MOST_RELATED + 1], 1)]
    places = [location(told[0], sources)] if told else []
    if finding.source and not told:
        places = [{"physicalLocation": {"artifactLocation": artifact(sources[finding.source].path)}}]
    record = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "kind": "fail",
        "level": finding.severity,
        "message": {"text": message(finding, told)},
        "locations": places,
        "relatedLocations": related,
        "partialFingerprints": {MARK: finding.fingerprint},
        "rank": round(100 * finding.confidence, 1),
    }
    return record | settlement(finding)


def settlement(finding: Finding) -> Record:
    """Whether a baseline has it, and why it is suppressed."""
    state = {"baselineState": "unchanged"} if finding.status == "known" else {}
    if finding.status not in {"accepted", "ignored"}:
        return state
    kind = "inSource" if finding.status == "ignored" else "external"
    return state | {"suppressions": [{"kind": kind, "justification": visible(finding.justification)}]}


def message(finding: Finding, told: Sequence[Claim]) -> str:
    """The reason, then each further quote behind a link to where it stands."""
    return "\n".join((escape(finding.reason), *links(told[1 : MOST_RELATED + 1])))


def links(claims: Sequence[Claim]) -> Iterator[str]:
    """The quotes of related locations."""
    for number, claim in enumerate(claims, 1):
        yield f"[{escape(place(claim).rpartition(':')[0])}]({number}): “{escape(claim.quote).strip()}”"


def escape(text: str) -> str:
    """Text in a message: brackets would begin a link."""
    return visible(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def location(claim: Claim, sources: Sources, number: int | None = None) -> Record:
    """Where a claim stands, with its quote; in a file its text was only taken out of, there are no lines to tell."""
    physical: Record = {"artifactLocation": artifact(claim.path)}
    where = region(claim, sources)
    if where is not None:
        physical["region"] = {
            "startLine": where.line,
            "startColumn": where.column,
            "endLine": where.end_line,
            "endColumn": where.end_column,
            "charOffset": claim.start,
            "charLength": claim.end - claim.start,
            "snippet": {"text": claim.text},
        }
    record: Record = {"physicalLocation": physical, "message": {"text": escape(claim.quote).strip()}}
    return record if number is None else {"id": number} | record


def artifact(path: str) -> Record:
    """A file: relative ones lie under the folder of the run."""
    return {"uri": uri(path)} | ({} if absolute(path) else {"uriBaseId": "SRCROOT"})
