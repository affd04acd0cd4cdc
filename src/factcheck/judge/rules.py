"""The table of findings: one function a code; its docstring is what `factcheck explain CODE` prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factcheck.judge import implied, inside, names, notes, shares, spans, wholes
from factcheck.judge.case import Case
from factcheck.judge.fingerprint import Marks
from factcheck.judge.labels import phrase
from factcheck.judge.lookalikes import plainly_apart
from factcheck.judge.single import left_out
from factcheck.model import Fact, Finding, Lookalike
from factcheck.record import NamedTuple
from factcheck.review import Check

MIXUP = 4.0
"""Weight from which a lookalike is shown without being asked for."""

SHOWN = ("conflict", "check")
"""Levels at which a contradiction becomes a finding."""


class Outcome(NamedTuple):
    """What the rules read besides the case."""

    case: Case
    facts: Sequence[Fact]
    lookalikes: Sequence[Lookalike]
    checks: Sequence[Check] = ()


class Draft(NamedTuple):
    """A finding before it has an id."""

    claims: tuple[str, ...]
    reason: str
    confidence: float
    fact: str | None = None
    severity: str = ""
    source: str | None = None
    key: tuple[str, ...] = ()


class Rule(NamedTuple):
    """A code, its usual severity, and the function that finds it."""

    code: str
    severity: str
    find: Callable[[Outcome], Iterator[Draft]]


def conflicting(out: Outcome, kind: str) -> Iterator[tuple[Fact, str]]:
    """Facts with a contradiction that is shown, and the severity of it."""
    for fact in out.facts:
        if fact.verdict == "conflict" and fact.level in SHOWN and out.case.claims[fact.claims[0]].kind == kind:
            yield fact, "error" if fact.level == "conflict" else "warning"


def figures(out: Outcome) -> Iterator[Draft]:
    """Figures conflict.

    Sources state the same fact with figures that cannot both be right, bounds and rounding taken into account.
    An error where the tool is sure they speak of one fact; a warning where a person must look first.
    """
    for fact, severity in conflicting(out, "quantity"):
        yield Draft(fact.claims, f"{fact.topic}: {fact.reason}", fact.confidence, fact.id, severity)


def mixups(out: Outcome) -> Iterator[Draft]:
    """Same figure, different thing.

    Two sources use one figure for different things, such as 77 people killed and 77 attacks. Never agreement, and
    often how a wrong figure gets into print: check that nobody took one for the other.
    """
    for found in out.lookalikes:
        if found.weight >= MIXUP and plainly_apart(*(out.case.claims[name] for name in found.claims)):
            yield Draft(found.claims, found.reason, min(1.0, round(found.weight / 8, 2)))


def alone(out: Outcome) -> Iterator[Draft]:
    """Told by one source only, within an event that others tell too.

    Not a contradiction: silence is not zero. It shows what the other sources leave out.
    """
    for claim, fact in left_out(out.case, out.facts):
        shared = sorted({out.case.claims[name].source for name in fact.claims} - {claim.source})
        told = f"{', '.join(shared)} tell{'s' if len(shared) == 1 else ''} of {fact.topic}"
        yield Draft(
            (claim.id,),
            f"only {claim.source} has {phrase(claim, out.case.lexicon)}; {told}",
            0.5,
            fact.id,
        )


def disputed(out: Outcome) -> Iterator[Draft]:
    """Disputed.

    The sources quote different speakers who contradict each other: a dispute between the parties, not an error of
    a source. Name both speakers.
    """
    for fact in out.facts:
        if fact.nature == "dispute" and fact.level in SHOWN:
            names = sorted({out.case.claims[name].speaker for name in fact.claims} - {""})
            yield Draft(fact.claims, f"{fact.topic}: {' / '.join(names)} differ", fact.confidence, fact.id)


def scoped(out: Outcome) -> Iterator[Draft]:
    """The scope differs.

    One source gives a part, the other the whole (a district and the province, one day and all days so far).
    """
    for fact in out.facts:
        if fact.nature == "scope" and fact.level in SHOWN:
            yield Draft(
                fact.claims,
                f"{fact.topic}: {fact.reason}; one may be a part of the other",
                fact.confidence,
                fact.id,
            )


def superseded(out: Outcome) -> Iterator[Draft]:
    """Figure superseded.

    A later article has the higher figure, as tolls go. Use the latest and say from when it is.
    """
    for fact in out.facts:
        if fact.nature == "update" and fact.level in SHOWN:
            yield Draft(fact.claims, f"{fact.topic}: the later article has the later figure", fact.confidence, fact.id)


def dates(out: Outcome) -> Iterator[Draft]:
    """Dates conflict.

    Sources give days or times for the same event that cannot both be right.
    """
    for fact, severity in conflicting(out, "date"):
        yield Draft(fact.claims, f"{fact.topic}: {fact.reason}", fact.confidence, fact.id, severity)


def parts(out: Outcome) -> Iterator[Draft]:
    """Parts do not add up.

    A source gives a total and its parts in one sentence, and their sum is another figure; or the parts one source
    tells are more than the total of another.
    """
    for ids, reason in inside.sums(out.case):
        yield Draft(ids, reason, 0.8)
    for ids, reason in wholes.too_large(out.case, out.facts):
        yield Draft(ids, reason, 0.6)


def listed(out: Outcome) -> Iterator[Draft]:
    """A list does not have as many items as are announced."""
    for ids, reason in inside.lists(out.case):
        yield Draft(ids, reason, 0.7)


def share_of_base(out: Outcome) -> Iterator[Draft]:
    """A percentage does not fit its base.

    A source gives a share of a stated number, and it or another source a count of the same part, and they do not work
    out. A note where there is nothing to hold it against: the share in numbers, worked out.
    """
    for found in shares.worked(out.case, out.facts):
        yield Draft(found.claims, found.reason, 0.6, severity="" if not found.fits else "note")


def span_of_time(out: Outcome) -> Iterator[Draft]:
    """A duration or age does not fit the dates.

    A source says how long something lasted, or how old somebody is, and the arithmetic does not fit a date it tells
    or the day it was published. A note where it fits, or no date is told: the day it is counted to.
    """
    for found in spans.counted(out.case):
        yield Draft(found.claims, found.reason, 0.6, severity="" if not found.fits else "note")


def weekday(out: Outcome) -> Iterator[Draft]:
    """The weekday does not fit the date."""
    for ids, reason in inside.weekdays(out.case):
        yield Draft(ids, reason, 0.9)


def numbers_of_events(out: Outcome) -> Iterator[Draft]:
    """The number of events differs, where it is only implied.

    One source tells of one event ("the bombing"), another of several ("a bombing, followed by another") where both
    give the same figure. Neither counts them, so that only reading both helps: find out how many there were.
    """
    for found in (*implied.differences(out.case, out.facts), *implied.denials(out.case)):
        yield Draft(found.claims, found.reason, 0.6, found.fact)


def spelt(out: Outcome) -> Iterator[Draft]:
    """A name is spelt differently.

    One source writes the name of a person, organisation or place one way, another source another way. Decide on one
    spelling, and make sure that it is one person. `factcheck names` lists all names.
    """
    for found in names.spelt(out.case):
        yield Draft((), found.reason, 0.8, source=found.source, key=found.forms)


def contradicted(out: Outcome) -> Iterator[Draft]:
    """The draft says otherwise than a source.

    An error where the tool is sure they speak of one fact and no source has the figure of the draft; a warning where
    another source has it, or a person must look first.
    """
    for check in out.checks:
        if check.verdict == "contradicted":
            fact = next(fact for fact in out.facts if fact.id == check.fact)
            severity = "error" if check.level == "conflict" and not check.support else "warning"
            claims = (check.claim, *check.counter, *check.support)
            yield Draft(claims, f"{fact.topic}: {check.reason}", fact.confidence, fact.id, severity)


def only_similar(out: Outcome) -> Iterator[Draft]:
    """The draft has a figure that the sources have for something else only.

    No source says what the draft says, and the same figure stands in one of them for another thing: was it taken
    from there?
    """
    for check in out.checks:
        if check.verdict == "similar":
            yield Draft((check.claim, *check.counter), check.reason, 0.5)


def unsupported(out: Outcome) -> Iterator[Draft]:
    """The draft has a figure that no source has.

    It may be right: the sources given are silent on it, or say it in words the tool does not read. A note where there
    is little to look up: one or two of something, a vague word, an ordinal, a date that is no day.
    """
    for check in out.checks:
        if check.verdict == "unsupported":
            from factcheck.judge.draft import firm  # few runs check a draft

            severity = "warning" if firm(out.case.claims[check.claim]) else "note"
            yield Draft((check.claim,), check.reason, 0.5, severity=severity)


def undated(out: Outcome) -> Iterator[Draft]:
    """The publication date is unknown: dates without a year stay open. Give it with --date FILE=DATE."""
    for source, reason in notes.undated(out.case):
        yield Draft((), reason, 1.0, source=source)


def doubtful(out: Outcome) -> Iterator[Draft]:
    """The publication date is doubtful: a masthead, or a document's properties, may show the day it was saved."""
    for source, reason in notes.doubtful(out.case):
        yield Draft((), reason, 1.0, source=source)


def guessed(out: Outcome) -> Iterator[Draft]:
    """The encoding was guessed: letters with accents may be wrong. Give it with --encoding."""
    for source, reason in notes.guessed(out.case):
        yield Draft((), reason, 1.0, source=source)


def silent(out: Outcome) -> Iterator[Draft]:
    """Nothing found: no number and no date could be read in the source."""
    for source, reason in notes.silent(out.case):
        yield Draft((), reason, 1.0, source=source)


def aside(out: Outcome) -> Iterator[Draft]:
    """Figures outside the article: the page has more, in lists, captions or advertisements. See if they matter."""
    for source, reason in notes.aside(out.case):
        yield Draft((), reason, 1.0, source=source)


def misignored(out: Outcome) -> Iterator[Draft]:
    """A comment that should settle a finding is wrong: write <!-- factcheck: ignore[FC102] the reason -->."""
    for source, reason in notes.misignored(out.case):
        yield Draft((), reason, 1.0, source=source)


RULES = (
    Rule("FC101", "error", figures),
    Rule("FC102", "warning", mixups),
    Rule("FC103", "note", alone),
    Rule("FC104", "warning", disputed),
    Rule("FC105", "note", scoped),
    Rule("FC106", "note", superseded),
    Rule("FC201", "error", dates),
    Rule("FC301", "warning", parts),
    Rule("FC302", "warning", share_of_base),
    Rule("FC303", "warning", span_of_time),
    Rule("FC304", "warning", listed),
    Rule("FC305", "warning", weekday),
    Rule("FC401", "warning", numbers_of_events),
    Rule("FC402", "note", spelt),
    Rule("FC501", "error", contradicted),
    Rule("FC502", "warning", only_similar),
    Rule("FC503", "warning", unsupported),
    Rule("FC901", "note", undated),
    Rule("FC902", "note", doubtful),
    Rule("FC903", "note", guessed),
    Rule("FC904", "note", silent),
    Rule("FC905", "note", aside),
    Rule("FC906", "warning", misignored),
)


def findings_of(
    case: Case, facts: Sequence[Fact], lookalikes: Sequence[Lookalike], checks: Sequence[Check] = ()
) -> tuple[Finding, ...]:
    """All findings in the order of the codes."""
    out = Outcome(case, facts, lookalikes, checks)
    drafts = [(rule, draft) for rule in RULES for draft in rule.find(out)]
    marks = Marks()
    return tuple(finish(rule, draft, n, marks, case) for n, (rule, draft) in enumerate(drafts, 1))


def finish(rule: Rule, draft: Draft, n: int, marks: Marks, case: Case) -> Finding:
    """The finding with id and fingerprint."""
    severity = draft.severity or rule.severity
    return Finding(
        f"N{n}",
        rule.code,
        severity,
        draft.claims,
        draft.fact,
        draft.reason,
        draft.confidence,
        marks.of(rule.code, draft.claims, draft.source, case, draft.key),
        draft.source,
    )
