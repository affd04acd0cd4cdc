"""Report -> Sheet: what is shown, in which order and under which heading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from factcheck.model import Claim, Fact, Finding, Report
from factcheck.record import NamedTuple
from factcheck.report.sheet import Entry, Line, Piece, Row, Section, Sheet
from factcheck.report.view import View
from factcheck.report.words import caught, counted, cut, place, published_of, said, value_of, visible

DOZEN = 12
FEW = 4
"""Files that are named in one note, where not everything is asked for."""
DIFFER = ("FC101", "FC104", "FC105", "FC106", "FC2", "FC501")
SEVERITIES = ("error", "warning", "note")
KINDS = {
    "FC102": "mix-up",
    "FC103": "one source",
    "FC3": "does not add up",
    "FC4": "does not add up",
    "FC502": "mix-up",
    "FC503": "in no source",
}
"""What entries of findings are called, where the fact does not say it."""


def lay_out(report: Report, view: View) -> Sheet:
    """The sheet of a command."""
    if view.statistics:
        from factcheck.report import statistics

        return Sheet(
            statistics.sections(report), "" if view.quiet else summary(report) if report.facts else told(report)
        )
    if view.command == "extract":
        return Sheet(_texts(report), "" if view.quiet else told(report))
    if view.command == "sources":
        return Sheet((_sources(report),), "" if view.quiet else told(report))
    if view.command == "names":
        from factcheck.report import names

        return Sheet((names.section(report, view),), "" if view.quiet else names.told(report))
    index = Index.of(report, view.all)
    if view.command == "check":
        from factcheck.report import draft

        found = draft.sections(index, view)
        return Sheet(found) if view.quiet else Sheet(found, summary(report), hints(report, view))
    makers: tuple[Callable[[Index, View], Section], ...] = (conflicts, mixups, alone, checks)
    if not view.quiet:
        makers += (worked, agreements, spellings, notes)
    if view.all:
        makers += (left_out,)
    sections = tuple(section for make in makers if (section := make(index, view)).total)
    return Sheet(sections) if view.quiet else Sheet(sections, summary(report), hints(report, view))


class Index(NamedTuple):
    """The report with its parts by id; `named` when ids are shown, for `factcheck explain ID`."""

    report: Report
    named: bool
    claims: dict[str, Claim]
    facts: dict[str, Fact]
    homes: dict[str, Fact]

    @classmethod
    def of(cls, report: Report, named: bool) -> Index:
        """Index a report; `homes` is the fact of each claim."""
        claims = {claim.id: claim for claim in report.claims}
        facts = {fact.id: fact for fact in report.facts}
        return cls(report, named, claims, facts, {key: fact for fact in report.facts for key in fact.claims})

    def findings(self, *codes: str) -> list[Finding]:
        """Findings whose code starts with one of `codes`, errors first, else in the order of the report."""
        found = [finding for finding in self.report.findings if finding.code.startswith(codes)]
        return sorted(found, key=lambda finding: SEVERITIES.index(finding.severity))

    def entry(self, finding: Finding) -> Entry:
        """What a finding looks like."""
        fact = self.facts.get(finding.fact or "")
        event = fact.event if fact else self.event(finding.claims)
        nature = (Piece(fact.nature, "dim"),) if fact and fact.nature else ()
        tags = (Piece(f"{finding.code} {finding.severity}", finding.severity), *nature, *self.name(finding.id))
        reason = visible(finding.reason)
        title = visible(fact.topic) if fact else ""
        differ = finding.code.startswith(DIFFER)
        rows = self.rows(finding.claims) if differ else self.singles(finding.claims)
        told = Entry(visible(event), title or reason, tags, rows, reason.removeprefix(f"{title}: ") if title else "")
        return told._replace(kind=_kind(finding, fact), codes=(finding.code,), fact=fact.id if fact and differ else "")

    def event(self, keys: Iterable[str]) -> str:
        """The event all the claims are told of; none where one is told of another, or of nothing shared."""
        events = {self.homes[key].event if key in self.homes else "" for key in keys}
        return events.pop() if len(events) == 1 else ""

    def entry_of(self, fact: Fact) -> Entry:
        """What a fact without a finding looks like."""
        style = {"conflict": "warning", "single": "note"}.get(fact.verdict, "good")
        words = " ".join(filter(None, (fact.level if fact.level != "conflict" else "", fact.verdict)))
        rows = self.rows(fact.claims)
        tags = (Piece(words, style), *self.name(fact.id))
        told = Entry(visible(fact.event), visible(fact.topic), tags, rows, visible(fact.reason))
        return told._replace(kind=fact.level or fact.verdict, fact=fact.id)

    def name(self, key: str) -> Line:
        """The id as a tag."""
        return (Piece(key, "dim"),) if self.named else ()

    def unfound(self, *verdicts: str) -> list[Fact]:
        """Facts with such a verdict that no finding tells of, other than that others leave a part out (FC103)."""
        found = {finding.fact for finding in self.report.findings if finding.code != "FC103"}
        return [fact for fact in self.report.facts if fact.verdict in verdicts and fact.id not in found]

    def rows(self, keys: Iterable[str]) -> tuple[Row, ...]:
        """One row per distinct value, in the order the values first come."""
        groups: dict[tuple[object, ...], list[Claim]] = {}
        for key in keys:
            claim = self.claims[key]
            groups.setdefault(_value(claim), []).append(claim)
        return tuple(_row(group, None if self.named else DOZEN) for group in groups.values())

    def singles(self, keys: Iterable[str]) -> tuple[Row, ...]:
        """One row per claim, for values that are the same or are no rivals."""
        return tuple(_row([self.claims[key]]) for key in keys)


def _kind(finding: Finding, fact: Fact | None) -> str:
    if finding.code.startswith(DIFFER):
        return (fact and fact.level) or ("conflict" if finding.severity == "error" else "check")
    if _fits(finding):
        return "worked out"
    return next((kind for code, kind in KINDS.items() if finding.code.startswith(code)), "")


def _value(claim: Claim) -> tuple[object, ...]:
    unit = "" if claim.measure == "count" else claim.unit
    known = (claim.earliest, claim.latest) if claim.kind == "date" else (claim.low, claim.high)
    return (claim.kind, *known, claim.bound, unit, claim.text if known == (None, None) else "")


def _row(claims: list[Claim], most: int | None = None) -> Row:
    keys = tuple(claim.id for claim in claims)
    return Row(said(claims[0]), who(claims, most), place(claims[0]), cut(claims[0]), keys)


def who(claims: Iterable[Claim], most: int | None = None) -> str:
    """The sources of claims, each with the speakers it names: "001 (UN, Red Cross), 003"; with `most` not many more."""
    speakers: dict[str, list[str]] = {}
    for claim in claims:
        named = speakers.setdefault(claim.source, [])
        if claim.speaker and visible(claim.speaker) not in named:
            named.append(visible(claim.speaker))
    every = [f"{key} ({', '.join(named)})" if named else key for key, named in speakers.items()]
    return named_of(every, most)


def named_of(names: list[str], most: int | None) -> str:
    """Names in a row: all of them, or the first `most` and the number of the others, where these are several."""
    if most is None or len(names) <= most + 1:
        return ", ".join(names)
    return f"{', '.join(names[:most])} and {len(names) - most:,} more"


def grouped(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries of one event side by side, events in the order of their first entry."""
    events: dict[str, list[Entry]] = {}
    for entry in entries:
        events.setdefault(entry.event, []).append(entry)
    return tuple(entry for group in events.values() for entry in group)


def conflicts(index: Index, view: View) -> Section:
    """Facts on which sources differ; with `all` those that are only possible too."""
    groups: dict[str, list[Entry]] = {}
    for finding in index.findings(*DIFFER):
        groups.setdefault(finding.fact or finding.id, []).append(index.entry(finding))
    found = list(map(_joined, groups.values()))
    if view.all:
        found += (index.entry_of(fact)._replace(weak=True) for fact in index.unfound("conflict"))
    return Section("Conflicts", len(found), grouped(found))


def _joined(entries: list[Entry]) -> Entry:
    """Several findings about one fact as one entry, under all their tags and reasons."""
    first = entries[0]
    tags = dict.fromkeys(tag for entry in entries for tag in entry.tags)
    every = list(dict.fromkeys(entry.reason for entry in entries if entry.reason))
    reasons = [one for one in every if not any(other != one and other.startswith(one) for other in every)]
    codes = tuple(dict.fromkeys(code for entry in entries for code in entry.codes))
    return first._replace(tags=tuple(tags), reason="; ".join(reasons), codes=codes)


def mixups(index: Index, view: View) -> Section:
    """The same figure for different things; with `all` those that are no finding too."""
    findings = index.findings("FC102")
    found = [index.entry(finding) for finding in findings]
    if view.all:
        told_of = {frozenset(finding.claims) for finding in findings}
        found += [
            Entry(
                *("", visible(pair.reason), index.name(pair.id), index.singles(pair.claims)),
                kind="weak mix-up",
                weak=True,
            )
            for pair in index.report.lookalikes
            if frozenset(pair.claims) not in told_of
        ]
    return _capped("Possible mix-ups", grouped(found), view)


def alone(index: Index, view: View) -> Section:
    """Parts of a shared event that only one source tells."""
    found = [index.entry(finding) for finding in index.findings("FC103")]
    if view.all:
        found += (index.entry_of(fact)._replace(weak=True) for fact in index.unfound("single"))
    bare = (entry._replace(title="", tags=()) for entry in found)
    return _capped("Only in one source", grouped(bare), view, compact=True)


def checks(index: Index, view: View) -> Section:  # noqa: ARG001 - one signature for all sections
    """What does not work out inside one source, and counts that are only implied."""
    found = [index.entry(finding) for finding in index.findings("FC3", "FC401") if not _fits(finding)]
    return Section("What does not add up", len(found), grouped(found))


def worked(index: Index, view: View) -> Section:
    """Arithmetic of sources that fits, or that tells a day they leave to the reader."""
    return _capped("Worked out", grouped(index.entry(one) for one in index.findings("FC3") if _fits(one)), view)


def _fits(finding: Finding) -> bool:
    """Whether a check tells of what works out."""
    return finding.code.startswith("FC3") and finding.severity == "note"


def agreements(index: Index, view: View) -> Section:
    """What fits: one line each, or with `all` with the quotes."""
    facts = [*index.unfound("agree"), *index.unfound("compatible")]
    if view.all:
        return Section("Agreements", len(facts), grouped(map(index.entry_of, facts)))
    lines = tuple(_agreement(index, fact) for fact in facts[:DOZEN])
    return Section("Agreements", len(facts), lines=lines, more=_more(len(facts) - len(lines)))


def _agreement(index: Index, fact: Fact) -> Line:
    """Values and sources, and whether these only copied one another."""
    sign = "=" if fact.verdict == "agree" else "≈"
    line = [Piece(sign + " ", "good"), Piece(visible(fact.topic) + ": ")]
    for at, row in enumerate(index.rows(fact.claims)):
        line += [Piece(" · " if at else ""), Piece(row.figure, "figure"), Piece(f" [{row.who}]", "source")]
    return (*line, *copied(fact.reason))


def copied(reason: str) -> Line:
    """What a reason adds to "2 sources say the same"."""
    more = visible(reason).partition(" the same, ")[2]
    return (Piece(f"  {more}", "dim"),) if more else ()


def spellings(index: Index, view: View) -> Section:
    """Names the sources spell differently, one line each."""
    found = index.findings("FC402")
    shown = found if view.all else found[:DOZEN]
    lines = tuple((Piece(visible(finding.reason)), Piece(f"  {finding.code}", "dim")) for finding in shown)
    return Section("Names spelt differently", len(found), lines=lines, more=_more(len(found) - len(lines)))


def notes(index: Index, view: View) -> Section:
    """Doubts about inputs, one line per file; files with the same doubts share one."""
    paths = {source.id: visible(source.path) for source in index.report.sources}
    reasons: dict[str, list[str]] = {}
    for finding in index.findings("FC9"):
        key = finding.source or next((index.claims[claim].source for claim in finding.claims), "")
        reason = visible(finding.reason).removeprefix(f"{paths.get(key, key)}: ")
        reasons.setdefault(key, []).append(f"{reason} ({finding.code})")
    files: dict[str, list[str]] = {}
    for key, texts in sorted(reasons.items()):
        files.setdefault("; ".join(texts), []).append(paths.get(key, key) or "all sources")
    most = None if view.all else FEW
    lines = tuple((Piece(named_of(names, most), "source"), Piece(f": {text}")) for text, names in files.items())
    return Section("Notes on the input", len(reasons), lines=lines)


def left_out(index: Index, view: View) -> Section:  # noqa: ARG001 - one signature for all sections
    """Claims without a counterpart, by reason."""
    reasons: dict[str, list[Row]] = {}
    for left in index.report.not_compared:
        reasons.setdefault(visible(left.reason), []).append(_row([index.claims[left.claim]]))
    bare = (Entry("", reason, (), tuple(rows)) for reason, rows in reasons.items())
    found = tuple(entry._replace(kind="not compared", weak=True) for entry in bare)
    return Section("Not compared", len(index.report.not_compared), found, compact=True)


def _capped(title: str, entries: tuple[Entry, ...], view: View, compact: bool = False) -> Section:
    shown = entries if view.all else entries[:DOZEN]
    more = _more(len(entries) - len(shown))
    return Section(title, len(entries), shown, compact=compact, more=more)


def _more(number: int) -> str:
    return f"{number} more with --all" if number > 0 else ""


def summary(report: Report) -> str:
    """Sum up: "5 sources, 90 claims, 2 facts compared: 1 agree, 1 compatible, 0 conflict; 8 not compared"."""
    if report.checks:
        from factcheck.report.draft import summary as checked

        return checked(report)
    facts = [fact for fact in report.facts if fact.verdict != "single"]
    verdicts = ["possible" if fact.level == "possible" else fact.verdict for fact in facts]
    names = ("agree", "compatible", "conflict", *(["possible"] if "possible" in verdicts else ()))
    split = ", ".join(f"{verdicts.count(name):,} {name}" for name in names)
    compared = f"{counted(len(verdicts), 'fact')} compared: {split}"
    return f"{told(report)}, {compared}; {len(report.not_compared):,} not compared"


def told(report: Report) -> str:
    """Sum up what was read: "5 sources, 90 claims"."""
    return f"{counted(len(report.sources), 'source')}, {counted(len(report.claims), 'claim')}"


def hints(report: Report, view: View) -> tuple[str, ...]:
    """What to run to see the rest, what the first code means and, where ids are shown, why the first came out."""
    rest = () if view.all or not report.claims else ("everything, with quotes: --all",)
    codes = sorted(finding.code for finding in report.findings)
    shown = [finding.id for finding in report.findings if finding.claims] if view.all else []
    means = (f"what a code means: factcheck explain {code}" for code in codes[:1])
    paths = "DRAFT --against PATH..." if view.command == "check" else "PATH..."
    return (*rest, *means, *(f"why something came out as it did: factcheck explain {key} {paths}" for key in shown[:1]))


def _texts(report: Report) -> tuple[Section, ...]:
    """The claims, a section per source; where it was asked for, each with what made it."""
    told: dict[str, list[Claim]] = {}
    for claim in report.claims:
        told.setdefault(claim.source, []).append(claim)
    sections = []
    for source in report.sources:
        claims = told.get(source.id, [])
        entries = tuple(Entry("", "", (), (_meaning(claim),), reason=caught(claim)) for claim in claims)
        if all(claim.parts is None for claim in claims):
            entries = (Entry("", "", (), tuple(map(_meaning, claims))),)
        if claims:
            sections.append(Section(visible(source.path), len(claims), entries, compact=True))
    return tuple(sections)


def _meaning(claim: Claim) -> Row:
    days = "" if claim.kind == "date" else f"{claim.earliest or ''}…{claim.latest or ''}".strip("…")
    words = (claim.measure, value_of(claim), claim.unit, claim.act, claim.place, days, claim.speaker)
    quote = cut(claim)
    meaning = " · ".join(filter(None, map(visible, words)))
    return Row(quote[1], meaning, f"{claim.line}:{claim.column}", quote, (claim.id,))


def _sources(report: Report) -> Section:
    aside = any(source.aside for source in report.sources)
    claims = Counter(claim.source for claim in report.claims)
    head = ("id", "path", "published", "encoding", "characters", "claims", *(["outside"] if aside else ()))
    rows = tuple(
        (
            source.id,
            visible(source.path),
            published_of(source),
            source.encoding + (" (guessed)" if source.guessed else ""),
            f"{len(source.text):,}",
            f"{claims[source.id]:,}",
            *([f"{len(source.aside):,}"] if aside else ()),
        )
        for source in report.sources
    )
    return Section("Sources", len(rows), grid=(head, *rows))
