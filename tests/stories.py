"""Invented stories with the relations their claims must have; `python tests/stories.py --mark` refreshes the marks.

A story is a TOML file in fixtures/stories: `title`, `field`, `conflicts` (number of facts with a shown conflict),
`[[source]]` (id, published, text), `[[expect]]` (first, second, relation) and `[[finding]]` (code, source or claims).
A claim is written "source: text", with "#2" behind it for the second claim with that text in the source.
`todo = true` marks a known miss: of a row, or of the number of conflicts when it stands at the top.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from factcheck.model import Claim, Fact, Judgement
from sources import judged

FOLDER = Path(__file__).parents[1] / "fixtures" / "stories"


class Story(NamedTuple):
    """One file: the sources in order, what is expected of them, and the line each row begins on."""

    name: str
    table: dict

    @property
    def rows(self) -> list[tuple[str, dict]]:
        """The rows to test, each with a readable name."""
        expect = [(f"{row['first']} | {row['second']}", row) for row in self.table.get("expect", ())]
        return expect + [(f"{row['code']} {where(row)}", row) for row in self.table.get("finding", ())]


class Outcome(NamedTuple):
    """What the tool made of a story."""

    claims: dict[str, Claim]
    result: Judgement


def where(row: dict) -> str:
    """The place a finding row speaks of."""
    return row.get("source") or " | ".join(row["claims"])


@cache
def stories() -> tuple[Story, ...]:
    """All stories, by name."""
    return tuple(Story(path.stem, tomllib.loads(path.read_text())) for path in sorted(FOLDER.glob("*.toml")))


@cache
def outcome(name: str, backwards: bool = False) -> Outcome:
    """The story's claims by "source: text #n", and the judgement; `backwards` hands the last source in first."""
    told = next(story for story in stories() if story.name == name).table["source"]
    told = told[::-1] if backwards else told
    letters = {"abcdefgh"[n]: source["id"] for n, source in enumerate(told)}
    claims, _, result = judged(
        *[source["text"] for source in told], published=tuple(source["published"] for source in told)
    )
    seen: Counter[str] = Counter()
    named = {}
    for claim in claims:
        text = f"{letters[claim.source]}: {claim.text}"
        seen[text] += 1
        named[text if seen[text] == 1 else f"{text} #{seen[text]}"] = claim
    return Outcome(named, result)


def claim_of(wanted: str, found: Outcome) -> Claim:
    """The claim a row names."""
    source = wanted.split(":", maxsplit=1)[0]
    there = [name for name in found.claims if name.startswith(f"{source}:")]
    assert wanted in found.claims, f"{wanted!r} is not a claim; {source} has {there}"
    return found.claims[wanted]


def relation(first: str, second: str, found: Outcome) -> str:
    """A verdict (agree, compatible, conflict), "lookalike" or "apart".

    One lookalike stands for all claims of its two facts that have the figure.
    """
    a, b = claim_of(first, found), claim_of(second, found)
    for fact in found.result.facts:
        for pair in fact.pairs:
            if {pair.a, pair.b} == {a.id, b.id}:
                return pair.verdict
    group = {claim: fact.id for fact in found.result.facts for claim in fact.claims}
    ends = {group.get(a.id, a.id), group.get(b.id, b.id)}
    alike = [{group.get(claim, claim) for claim in like.claims} for like in found.result.lookalikes]
    return "lookalike" if ends in alike and {a.low, a.high} & {b.low, b.high} - {None} else "apart"


def shown(found: Outcome) -> list[Fact]:
    """Facts whose conflict the user sees without asking."""
    return [fact for fact in found.result.facts if fact.verdict == "conflict" and fact.level in ("conflict", "check")]


def has(row: dict, found: Outcome) -> bool:
    """Whether there is a finding with the row's code on its claims, or in its source."""
    claims = {claim_of(name, found).id for name in row.get("claims", ())}
    source = {claim.id for name, claim in found.claims.items() if name.startswith(f"{row.get('source')}:")}
    findings = [one for one in found.result.findings if one.code == row["code"]]
    return any(claims <= set(one.claims) and (claims or source & set(one.claims)) for one in findings)


def check(row: dict, found: Outcome) -> None:
    """Fail unless the row holds."""
    if "code" in row:
        codes = sorted(one.code for one in found.result.findings)
        assert has(row, found), f"no {row['code']} on {where(row)} among {codes}"
    else:
        assert relation(row["first"], row["second"], found) == row["relation"], row.get("why", "")


def count(story: Story, found: Outcome) -> None:
    """Fail unless as many facts as expected show a conflict."""
    assert [f"{fact.topic}: {fact.reason}" for fact in shown(found)][story.table["conflicts"] :] == []
    assert len(shown(found)) == story.table["conflicts"]


def holds(test, *args) -> bool:
    """Whether a check passes; a crash of the tool is a failure like any other."""
    try:
        test(*args)
    except Exception:
        return False
    return True


def marks(story: Story) -> Iterator[bool]:
    """For the head of the file and for each block in it whether it is a known miss now."""
    yield not holds(lambda: count(story, outcome(story.name)))
    kinds = {"expect": iter(story.table.get("expect", ())), "finding": iter(story.table.get("finding", ()))}
    text = (FOLDER / f"{story.name}.toml").read_text()
    for kind in re.findall(r"^\[\[(source|expect|finding)\]\]$", text, re.MULTILINE):
        row = next(kinds[kind]) if kind in kinds else None
        yield row is not None and not holds(lambda row=row: check(row, outcome(story.name)))


def marked(text: str, misses: list[bool]) -> str:
    """The file with a `todo` line in the blocks that miss and in no other; all else stays byte for byte."""
    heads = [match.start() for match in re.finditer(r"^\[\[(?:source|expect|finding)\]\]$", text, re.MULTILINE)]
    blocks = [text[start:end] for start, end in pairwise([0, *heads, len(text)])]
    return "".join(mark(block, miss) for block, miss in zip(blocks, misses, strict=True))


def mark(block: str, miss: bool) -> str:
    """One block with or without its `todo` line, which stands last."""
    block = re.sub(r"^todo = .*\n", "", block, flags=re.MULTILINE)
    body = block.rstrip("\n")
    return f"{body}\ntodo = true{block[len(body) :]}" if miss else block


def main() -> None:
    """Count what holds; with --mark rewrite the marks."""
    held, rows = 0, 0
    for story in stories():
        misses = list(marks(story))
        told = [row for _, row in story.rows]
        held += sum(holds(lambda row=row: check(row, outcome(story.name))) for row in told)  # noqa: B023
        rows += len(told)
        if "--mark" in sys.argv:
            path = FOLDER / f"{story.name}.toml"
            text = path.read_text()
            if (new := marked(text, misses)) != text:
                path.write_text(new)
    print(f"{len(stories())} stories, {held} of {rows} rows hold")


if __name__ == "__main__":
    main()
