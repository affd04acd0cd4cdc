"""The difference of two reports as lines for people, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping

from factcheck.report.words import counted, visible
from factcheck.review import Change, Difference, Record, Side


def table(found: Difference) -> str:
    """What is new, what tells other figures, what is gone, and a line that sums up."""
    blocks = (
        section("New", [entry(finding, found.new) for finding in found.added]),
        section("Changed", [change(one, found) for one in found.changed]),
        section("Resolved", [entry(finding, found.old) for finding in found.resolved]),
    )
    return "\n".join((*filter(None, blocks), summary(found))) + "\n"


def section(title: str, entries: list[str]) -> str:
    """Entries under a heading, or "" when there is none."""
    heading = f"{title} ({len(entries):,})"
    return "\n".join((heading, "=" * len(heading), *entries, "")) if entries else ""


def summary(found: Difference) -> str:
    """Sum up: "1 new, 0 changed, 2 resolved, 12 findings the same"."""
    counts = (len(found.added), len(found.changed), len(found.resolved))
    told = ", ".join(f"{n:,} {word}" for n, word in zip(counts, ("new", "changed", "resolved"), strict=True))
    return f"{told}, {counted(found.same, 'finding')} the same"


def entry(finding: Record, side: Side) -> str:
    """A finding with the quotes of its claims."""
    return "\n".join((head(finding), *quotes(finding, side)))


def head(finding: Record) -> str:
    """The first line of a finding."""
    return f"  {visible(finding['reason'])}  [{finding['code']} {finding['severity']} · {finding['fingerprint']}]"


def quotes(finding: Record, side: Side) -> Iterator[str]:
    """The claims of a finding, each with place and quote."""
    for key in finding["claims"]:
        claim = side.claims[key]
        yield f'    {visible(claim["path"])}:{claim["line"]}:{claim["column"]}  "{visible(claim["quote"]).strip()}"'


def change(one: Change, found: Difference) -> str:
    """A finding with each source's old and new figure."""
    moved = (f"    {visible(name)}: {visible(old) or '–'} → {visible(new) or '–'}" for name, old, new in one.moved)
    return "\n".join((head(one.new), *moved, *quotes(one.new, found.new)))


def document(found: Difference) -> str:
    """The same as JSON, for programs."""
    told = {
        "schema": "factcheck-diff/1",
        "new": [whole(finding, found.new) for finding in found.added],
        "changed": [
            {
                "old": whole(one.old, found.old),
                "new": whole(one.new, found.new),
                "values": [{"source": name, "old": old, "new": new} for name, old, new in one.moved],
            }
            for one in found.changed
        ],
        "resolved": [whole(finding, found.old) for finding in found.resolved],
        "same": found.same,
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def whole(finding: Record, side: Side) -> Record:
    """A finding that can be read on its own: its claims with place and quote instead of by id."""
    names = ("id", "source", "path", "line", "column", "text", "quote")
    return finding | {"claims": [{name: side.claims[key][name] for name in names} for key in finding["claims"]]}


RENDER: Mapping[str, Callable[[Difference], str]] = {"table": table, "json": document}
"""How `factcheck diff` can write it."""
