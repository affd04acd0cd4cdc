"""Shares of a stated number, worked out: 80% of 397 is 317.6."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.judge.case import Case, exact
from factcheck.judge.labels import said
from factcheck.lexicon import BACK
from factcheck.model import Claim, Fact
from factcheck.record import NamedTuple

ROUNDING = 0.5
"""Points by which a whole percentage may be off."""


class Worked(NamedTuple):
    """A share with its base, and a count of the same part if one is told; `fits` unless they cannot all be right."""

    claims: tuple[str, ...]
    reason: str
    fits: bool


class Share(NamedTuple):
    """A percentage of a counted number of one sentence, and the counts of which it may be."""

    base: Claim
    share: Claim

    @property
    def meant(self) -> float:
        """The share of the base."""
        return float(self.base.low or 0) * float(self.share.low or 0) / 100

    @property
    def ends(self) -> tuple[float, float]:
        """The least and the most that is still rounded to the share."""
        step = ROUNDING * 10.0 ** -decimals(self.share) * float(self.base.low or 0) / 100
        return self.meant - step, self.meant + step

    def sum(self) -> str:
        """The arithmetic: "80% of 397 is 317.6"."""
        return f"{said(self.share)} of {said(self.base)} is {self.meant:.6g}"


def worked(case: Case, facts: Sequence[Fact]) -> Iterator[Worked]:
    """Every share whose base is told: with a count of the same part that does not fit, else alone."""
    found = [share for sentence in case.sentences for share in shares_of(case.told(sentence))]
    for one in found:
        part = next(parts_here(one, case), None) or next(parts_elsewhere(one, case, facts), None)
        ids = (one.base.id, one.share.id)
        if part is not None and not fitting(one, part):
            where = f" ({part.source})" if part.source != one.base.source else ""
            yield Worked((*ids, part.id), f"{one.sum()}, not {said(part)}{where}", fits=False)
        else:
            yield Worked(ids, one.sum(), fits=True)


def shares_of(claims: Sequence[Claim]) -> Iterator[Share]:
    """Neighbours "397 civilians, 80% of them" and "80% of the 397 civilians"."""
    for first, second in pairwise(claims):
        for base, share in ((first, second), (second, first)):
            told = base.measure == "count" and base.low is not None and base.low == base.high
            part = share.measure == "percentage" and share.low is not None and share.low == share.high
            if told and part and linked(base, share) and float(base.low or 0) >= 2 and float(share.low or 0) <= 100:
                yield Share(base, share)


def linked(base: Claim, share: Claim) -> bool:
    """Whether the words say that the share is of the base."""
    if base.start < share.start:
        of_all = base.quote[: base.start - base.quote_start].lower().split()[-2:]
        between = share.quote[base.end - share.quote_start : share.start - share.quote_start]
        opened = of_all[-1:] == ["of"] or of_all == ["of", "the"]
        if opened and between.rstrip().endswith(",") and between.count(",") == 1:
            return True
        return of_them(share)
    words = share.quote[share.end - share.quote_start : base.start - share.quote_start].lower().split()
    return words in (["of"], ["of", "the"], ["of", "its"], ["of", "their"], ["of", "all"], ["of", "those"])


def parts_here(one: Share, case: Case) -> Iterator[Claim]:
    """Counts right behind the share that are of the same thing: "80% of them, or 318 people"."""
    last = max(one.base.end, one.share.end)
    for claim in case.told((one.share.source, one.share.sentence)):
        if claim.measure == "count" and claim.start > last and exact(claim):
            between = claim.quote[last - claim.quote_start : claim.start - claim.quote_start]
            if counts_same(one.base, claim) and ends_with(between, (" or", "(", " that is", " of them,")):
                yield claim


def parts_elsewhere(one: Share, case: Case, facts: Sequence[Fact]) -> Iterator[Claim]:
    """Counts of another source "397 civilians, 150 of them by X" where its base is one fact with this one."""
    homes = {name: fact for fact in facts for name in fact.claims}
    home = homes.get(one.base.id)
    for name in home.claims if home else ():
        base = case.claims[name]
        if base.source == one.base.source or base.low != one.base.low:
            continue
        for claim in case.told((base.source, base.sentence)):
            part = claim.start > base.end and claim.measure == "count" and exact(claim) and of_them(claim)
            if part and alike(one.share, claim, base):
                yield claim


def alike(share: Claim, part: Claim, base: Claim) -> bool:
    """Whether a share and a count are told of one part: behind both stands a word that the base has not."""
    ahead = (behind(share), behind(part))
    return bool(ahead[0] & ahead[1] - base.frame.modifiers - {base.frame.head})


def behind(claim: Claim) -> frozenset[str]:
    """The telling words behind a figure."""
    text = claim.quote[claim.end - claim.quote_start :].lower()
    words = (word.strip(",.;:()\"'“”’") for word in text.split())
    return frozenset(word for word in words if len(word) > 3 and word not in BACK)


def of_them(claim: Claim) -> bool:
    """Whether "of them" stands behind a figure."""
    after = claim.quote[claim.end - claim.quote_start :].lower().split()
    return after[:1] == ["of"] and after[1:2] != [] and after[1].strip(",.;") in BACK


def counts_same(base: Claim, part: Claim) -> bool:
    """Whether a count is of the same thing as the base, or tells no thing of its own."""
    return not part.frame.head or part.frame.head == base.frame.head or part.frame.klass == base.frame.klass != ""


def ends_with(text: str, endings: tuple[str, ...]) -> bool:
    """Whether the text before a figure ends with one of the words."""
    return any(text.lower().rstrip().endswith(ending) for ending in endings)


def fitting(one: Share, part: Claim) -> bool:
    """Whether a count can be the share of the base: rounded as told, and one more or less; a hedge leaves a tenth."""
    low, high = one.ends
    if one.share.bound != "exact" or one.base.bound != "exact":
        low, high = low * 0.9, high * 1.1
    return low - 1 <= float(part.low or 0) <= high + 1


def decimals(claim: Claim) -> int:
    """Digits behind the point."""
    return len(claim.text.split("%")[0].split(" ")[0].partition(".")[2])
