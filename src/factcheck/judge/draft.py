"""What the sources say about each claim of a draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.judge.case import Case, foremost
from factcheck.judge.copies import copied
from factcheck.judge.labels import phrase, said
from factcheck.judge.lookalikes import SMALLEST, first_in_text, weight_of
from factcheck.judge.trust import rank
from factcheck.model import Claim, Fact, NotCompared, Pair
from factcheck.review import Check

SHOWN = ("conflict", "check")
"""Levels at which a contradiction is told."""

MOST = 3
"""Claims with the same figure that are shown when nothing says the same."""

ALIKE = 2.0
"""Weight from which the same figure for another thing is worth a look: 77 and 77, not seven and seven."""

Order = Mapping[str, tuple[int, str, int]]


def checks_of(
    case: Case, facts: Sequence[Fact], left: Sequence[NotCompared], draft: str, trust: Sequence[str]
) -> tuple[Check, ...]:
    """One check for each claim of the draft, in the order of its text.

    Args:
        case: the claims of draft and sources.
        facts: as judged of all of them.
        left: why the claims without a counterpart were not compared.
        draft: id of the draft.
        trust: as in `by_trust`: claims of the most trusted source come first.
    """
    ranks = {name: rank(source, trust) for name, source in case.sources.items()}
    order = {one.id: (ranks[one.source], one.source, one.start) for one in case.claims.values()}
    homes = {name: fact for fact in facts for name in fact.claims}
    alone = {one.claim: one.reason for one in left}
    told = [claim for claim in case.claims.values() if claim.source == draft]
    others = by_value(claim for claim in case.claims.values() if claim.source != draft)
    found = []
    for claim in sorted(told, key=lambda claim: claim.start):
        check = compared(claim, homes.get(claim.id), case, order)
        found.append(check or uncompared(claim, others.get(value(claim), ()), alone.get(claim.id, ""), case))
    return tuple(found)


def compared(claim: Claim, fact: Fact | None, case: Case, order: Order) -> Check | None:
    """What the other claims of its fact say, or None when they leave it open."""
    pairs = [pair for pair in fact.pairs if claim.id in pair[:2]] if fact else []
    against = [pair for pair in pairs if pair.verdict == "conflict" and pair.level in SHOWN]
    fitting = [pair for pair in pairs if pair.verdict != "conflict"]
    if fact is None or not (against or fitting):
        return None
    support, counter = (
        tuple(sorted((other(pair, claim) for pair in some), key=order.__getitem__)) for some in (fitting, against)
    )
    same = fits(support, all(pair.verdict == "agree" for pair in fitting), case)
    if not against:
        return Check(claim.id, "supported", support, (), same, fact.id)
    worst = min(against, key=lambda pair: SHOWN.index(pair.level or "check"))
    reason = "; ".join(filter(None, (contrast(claim, worst, case), same)))
    return Check(claim.id, "contradicted", support, counter, reason, fact.id, worst.level)


def other(pair: Pair, claim: Claim) -> str:
    """The claim a claim is paired with."""
    return pair.b if pair.a == claim.id else pair.a


def contrast(claim: Claim, pair: Pair, case: Case) -> str:
    """What the draft says, and what a source says instead."""
    rival = case.claims[other(pair, claim)]
    return f"the draft has {phrase(claim, case.lexicon)}, {rival.source} has {said(rival)}"


def fits(names: Sequence[str], same: bool, case: Case) -> str:
    """Which sources have it: "alba says the same", "alba, bera say the same", "it fits alba, bera", or ""."""
    sources = list(dict.fromkeys(case.claims[name].source for name in names))
    told = ", ".join(sources)
    if not sources:
        return ""
    if not same:
        return f"it fits {told}"
    return f"{told} {'says' if len(sources) == 1 else 'say'} the same{copied(case.claims[name] for name in names)}"


def uncompared(claim: Claim, alike: Sequence[Claim], why: str, case: Case) -> Check:
    """The check of a claim that no source tells: is its figure in one of them at all?"""
    if claim.id not in case.values:
        return Check(claim.id, "unchecked", (), (), why)
    telling = [one for one in alike if weight_of(claim, one) >= ALIKE]
    if telling:
        nearest = sorted(telling, key=lambda one: (-weight_of(claim, one), one.source, one.start))[:MOST]
        reason = f"same figure, different thing: {phrase(claim, case.lexicon)} / {phrase(nearest[0], case.lexicon)}"
        return Check(claim.id, "similar", (), tuple(one.id for one in nearest), reason)
    return Check(claim.id, "unsupported", (), (), f"no source has {phrase(claim, case.lexicon)}{because(why)}")


def because(why: str) -> str:
    """What came nearest, where something did."""
    return f"; {why}" if why.startswith("nearest") else ""


def by_value(claims: Iterator[Claim]) -> Mapping[tuple[object, ...], list[Claim]]:
    """Claims by what they say; where a source says it over and over, those that stand first."""
    found: dict[tuple[object, ...], list[Claim]] = {}
    told = (claim for claim in claims if value(claim) != (None, None))
    for claim in foremost(sorted(told, key=first_in_text), lambda claim: (claim.source, value(claim))):
        found.setdefault(value(claim), []).append(claim)
    return found


def value(claim: Claim) -> tuple[object, ...]:
    """The figures of a quantity, or the days of a date."""
    if claim.kind == "date":
        return claim.earliest, claim.latest
    return claim.low, claim.high


def firm(claim: Claim) -> bool:
    """Whether a claim can be looked up: a figure above a few that counts or measures, or a date told to the day."""
    if claim.kind == "date":
        return claim.earliest is not None and claim.earliest[:10] == (claim.latest or "")[:10]
    figure = claim.low if claim.low is not None else claim.high
    return claim.bound != "vague" and claim.measure != "ordinal" and figure is not None and figure > SMALLEST
