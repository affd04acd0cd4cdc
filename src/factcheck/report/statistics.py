"""How many of what: findings by code, facts by verdict, claims left out by reason, claims by measure, names by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcheck.model import Report
from factcheck.record import NamedTuple
from factcheck.report.sheet import Section
from factcheck.report.words import visible

COLUMNS = ("what", "name", "number")


class Count(NamedTuple):
    """A number of things: of findings, facts, claims not compared, claims."""

    what: str
    name: str
    number: int


def counts(report: Report) -> Iterator[Count]:
    """The counts, of each kind those of most things first."""
    facts = ((fact.verdict, fact.level, fact.nature) for fact in report.facts)
    kinds = {
        "draft": (check.verdict for check in report.checks),
        "findings": (f"{found.code} {found.severity}" for found in report.findings),
        "facts": (
            " ".join(filter(None, (verdict, nature, level and f"({level})"))) for verdict, level, nature in facts
        ),
        "not compared": (why(left.reason) for left in report.not_compared),
        "claims": (claim.measure for claim in report.claims),
        "names": (entity.kind or "unknown" for entity in report.names.entities),
        "skipped": ("failed" if skip.failed else "left out" for skip in report.skipped),
    }
    for what, names in kinds.items():
        found = sorted(Counter(names).items(), key=lambda row: (-row[1], row[0]))
        yield from (Count(what, name, number) for name, number in found)


def why(reason: str) -> str:
    """A reason without the claim it names: "nearest in alba: 9 beds; other names" is "other names"."""
    return reason.rpartition("; ")[2] if reason.startswith("nearest") else reason


def sections(report: Report) -> tuple[Section, ...]:
    """The counts for people, a grid of each kind."""
    kinds: dict[str, list[Count]] = {}
    for count in counts(report):
        kinds.setdefault(count.what, []).append(count)
    return tuple(
        Section(
            what.capitalize(),
            sum(count.number for count in found),
            grid=(COLUMNS[1:], *((visible(count.name), f"{count.number:,}") for count in found)),
        )
        for what, found in kinds.items()
    )
