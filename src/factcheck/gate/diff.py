"""Two reports of the same story at two times: which findings are new, gone, or tell other values."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checking import TYPE_CHECKING
from factcheck.review import Change, Difference, Record, Side

if TYPE_CHECKING:
    from typing import Any


def difference(old: Record, new: Record) -> Difference:
    """Compare the findings of two reports by fingerprint; those left over by what they are about."""
    before, after = side(old), side(new)
    shared = marks(before) & marks(after)
    gone = [finding for finding in before.findings if finding["fingerprint"] not in shared]
    fresh = [finding for finding in after.findings if finding["fingerprint"] not in shared]
    changed = []
    for finding in list(fresh):
        earlier = nearest(finding, after, gone, before)
        if earlier is not None:
            gone.remove(earlier)
            fresh.remove(finding)
            changed.append(Change(earlier, finding, moves(earlier, before, finding, after)))
    return Difference(before, after, tuple(fresh), tuple(gone), tuple(changed), len(shared))


def side(report: Record) -> Side:
    """A report with its parts by id."""
    parts = [by_id(report[name]) for name in ("claims", "sources", "facts")]
    return Side(parts[0], parts[1], parts[2], tuple(report["findings"]))


def by_id(records: list[Record]) -> dict[str, Record]:
    """Records by their id."""
    return {record["id"]: record for record in records}


def marks(side: Side) -> set[str]:
    """The fingerprints of a report."""
    return {finding["fingerprint"] for finding in side.findings}


def nearest(finding: Record, after: Side, gone: list[Record], before: Side) -> Record | None:
    """The finding of the old report about the same thing that shares most sources, one at least."""
    about, told = topic(finding, after), names(finding, after)
    rivals = [(len(told & names(one, before)), one) for one in gone if topic(one, before) == about]
    return max(rivals, key=lambda rival: rival[0], default=(0, None))[1] if any(n for n, _ in rivals) else None


def topic(finding: Record, side: Side) -> tuple[Any, ...]:
    """What a finding is about, values left aside: its code, the kind of its claims, and their topic or things."""
    told = [side.claims[key] for key in finding["claims"]]
    fact = side.facts.get(finding["fact"] or "")
    things = sorted({claim["thing"].lower() for claim in told})
    return finding["code"], told[0]["measure"] if told else "", fact["topic"].lower() if fact else tuple(things)


def names(finding: Record, side: Side) -> set[str]:
    """The sources of a finding, by title; by id where there is none."""
    ids = {side.claims[key]["source"] for key in finding["claims"]} | {finding["source"] or ""}
    return {title(side.sources[key]) for key in ids if key in side.sources}


def title(source: Record) -> str:
    """A name of a source that outlives its path."""
    return str(source["title"] or source["id"])


def moves(old: Record, before: Side, new: Record, after: Side) -> tuple[tuple[str, str, str], ...]:
    """Sources whose figure is another one, with both."""
    first, second = dict(values(old, before)), dict(values(new, after))
    pairs = ((name, first.get(name, ""), second.get(name, "")) for name in sorted({*first, *second}))
    return tuple(pair for pair in pairs if pair[1] != pair[2])


def values(finding: Record, side: Side) -> Iterator[tuple[str, str]]:
    """Each source of a finding with its figures as written."""
    told: dict[str, list[str]] = {}
    for key in finding["claims"]:
        claim = side.claims[key]
        words = claim["text"] if claim["hedge"] in claim["text"] else f"{claim['hedge']} {claim['text']}"
        told.setdefault(title(side.sources[claim["source"]]), []).append(" ".join(words.split()))
    return ((name, " / ".join(dict.fromkeys(figures))) for name, figures in told.items())
