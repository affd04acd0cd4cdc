"""A name for a finding made of its content: it survives moved lines, edits around the figure and renamed files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from factcheck.digest import sha256
from factcheck.judge.case import Case
from factcheck.model import Claim, Source

OPENING = 40
"""Words of a text without a title that stand for it."""


class Marks:
    """Fingerprints of one run, no two the same: findings with the same content are numbered in their order."""

    def __init__(self) -> None:
        """No finding yet."""
        self._seen: Counter[str] = Counter()

    def of(self, code: str, claims: Iterable[str], source: str | None, case: Case, key: Iterable[str] = ()) -> str:
        """Twelve hexadecimal digits, made of the code, what each claim says, who says it, and a key if there is one.

        What a claim says is its value, its unit, and the thing and the act it is about; who says it is the title of
        the source, or its opening words. Neither path nor line nor the rest of the sentence counts.
        """
        told = sorted("|".join(said(case.claims[name], case)) for name in claims)
        about = [identity(case.sources[source])] if source else []
        content = "\0".join([code, *about, *told, *key])
        self._seen[content] += 1
        nth = self._seen[content]
        return sha256(f"1\0{content}\0{nth if nth > 1 else ''}".encode("utf-8", "replace")).hexdigest()[:12]


def said(claim: Claim, case: Case) -> Iterator[str]:
    """What a claim says and who says it, in words that do not depend on where it stands."""
    yield identity(case.sources[claim.source])
    yield claim.measure
    yield claim.frame.head or claim.unit.lower()
    yield claim.act
    if claim.kind == "quantity":
        yield claim.bound
        yield from ("" if end is None else f"{end.normalize():f}" for end in (claim.low, claim.high))
    else:
        yield f"{claim.earliest}/{claim.latest}"
    if claim.low is None and claim.high is None and (claim.kind == "quantity" or claim.earliest is None):
        yield " ".join(claim.text.lower().split())


def identity(source: Source) -> str:
    """A name of a source that outlives its path: its title, else how it begins."""
    words = (source.title or source.text[source.body :][:2000]).lower().split()
    return " ".join(words if source.title else words[:OPENING])
