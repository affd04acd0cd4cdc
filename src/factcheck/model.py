"""Every type that crosses a stage.

They are immutable named tuples: frozen dataclasses would take ten times as long to define, and a run is measured
against the start of a bare interpreter.

Offsets are code points into `Source.text`, the decoded file, which nothing rewrites: every quote is a slice of it.
Stages: read -> segment -> extract -> normalise -> frame -> align -> judge -> report.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from factcheck.entity import Names
from factcheck.framing import Frame
from factcheck.record import NamedTuple
from factcheck.review import Check, Ignore, Stale


class Span(NamedTuple):
    """Code points `start` to `end` (exclusive) of a source's text."""

    start: int
    end: int


class Period(NamedTuple):
    """A stretch of days with the precision it was told in; both ends inclusive, None = open.

    Attributes:
        earliest, latest: first and last possible day.
        precision: minute, day, week, month, season, quarter, half, year, decade, century, range, fuzzy.
        basis: how it was resolved: explicit, publication, text (an earlier date of the same text), anchor, unknown.
        clock: time of day "HH:MM" with "Z" when it is UTC, two of them parted by "/" for a range, or "".
        timex: the ISO-TimeML TIMEX3 value ("2013-03", "P3D", "XXXX-07"), or "".
    """

    earliest: date | None
    latest: date | None
    precision: str
    basis: str
    clock: str = ""
    timex: str = ""


class Quantity(NamedTuple):
    """A figure with what was said about its edges.

    Attributes:
        figure: the number as written, after multiplication ("half a million" = 500000); None for a vague word.
        low, high: the stated ends; None = open. "at least 12": low 12, high None. "about 40": low = high = 40.
        bound: exact, approx, at_least, more_than, at_most, less_than, range, vague.
        hedge: the words that made the bound, as written, or "".
        unit: canonical unit ("kilometre", "percent", "USD") or the counted noun as written, or "".
        of: the base of a share ("civilians" for "80% of the civilians"), or "".
    """

    figure: Decimal | None
    low: Decimal | None
    high: Decimal | None
    bound: str
    hedge: str = ""
    unit: str = ""
    of: str = ""


class Source(NamedTuple):
    """One document as read; `text` is final.

    Attributes:
        id: short, unique in the run, made of the file name.
        path: as the user gave it, "/" between parts.
        published: None when unknown.
        basis: where the date came from: option, table (sources.csv), front-matter, first-line, line, dateline,
            masthead, json-ld, meta, header (of a mail), properties (of a document), saved (a page), or "".
        doubtful: the date is only a weak hint (a masthead may show the day the page was saved).
        encoding: the codec used; `guessed` when neither a byte order mark nor strict UTF-8 decided it.
        body: where the story starts: metadata lines and front matter lie before it.
        pages: where each page starts, for formats that have pages.
        aside: the figures of a web page that stand outside its article, each with some words around it.
        ignores: comments that tell which findings to leave alone.
        verbatim: the text is that of the file at `path`, whose lines and columns are those of the claims.
    """

    id: str
    path: str
    text: str
    title: str
    publisher: str
    published: Period | None
    basis: str
    doubtful: bool
    language: str
    sha256: str
    encoding: str = "utf-8"
    guessed: bool = False
    origin: str = "file"
    body: int = 0
    pages: tuple[int, ...] = ()
    aside: tuple[str, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    verbatim: bool = True


class Skip(NamedTuple):
    """An input that was not read, and why; `failed` when the user asked for it and could not have it.

    A duplicate is skipped without having failed. `absent`: there is nothing to read at that path.
    """

    path: str
    reason: str
    failed: bool = True
    absent: bool = False


class Reading(NamedTuple):
    """What the paths of a run gave: the sources, sorted by path, and what was left out."""

    sources: tuple[Source, ...]
    skipped: tuple[Skip, ...]


class Sentence(NamedTuple):
    """A sentence, headline line, caption or boilerplate line.

    Attributes:
        span: without surrounding blanks.
        role: headline, body, caption, boilerplate, metadata.
        index: 0, 1, 2, ... in the source.
        paragraph: number of the line it stands on.
        first, last: its tokens, `last` exclusive (indices into `Segmented.words`).
    """

    span: Span
    role: str
    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody asks of a sentence
    paragraph: int
    first: int
    last: int


class Segmented(NamedTuple):
    """A source cut into tokens and sentences.

    Attributes:
        words: the tokens as written; between two sentences stands one empty token, so that no pattern crosses.
        starts: code point of each token.
        letters: one letter per token, the lexicon's class of it (`Lexicon.spell`).
        spelled: the same in the alphabet of each rule file.
    """

    source: Source
    words: tuple[str, ...]
    starts: tuple[int, ...]
    letters: str
    spelled: Mapping[str, str]
    sentences: tuple[Sentence, ...]


class Mention(NamedTuple):
    """An expression one finder claims, before its value is worked out.

    Attributes:
        span: the number or date expression with its unit.
        first, last: its tokens, `last` exclusive.
        sentence: index of the sentence.
        kind: quantity, date, or name (digits that are no claim: they only keep others off the span).
        rule: id of the pattern that made it.
        parts: what the pattern caught, by part name.
    """

    span: Span
    first: int
    last: int
    sentence: int
    kind: str
    rule: str
    parts: Mapping[str, object]


class Claim(NamedTuple):
    """One number or date a source states; its fields but `frame` and `parts` (words its rule caught) are CSV columns.

    `low` and `high` are the ends as written; `quote` is the sentence, a slice of the text; `line`, `column` and `page`
    count from 1, no pages is None; `earliest` and `latest` are ISO days, or minutes with "Z" for UTC;
    a figure has them once it is framed, where its own sentence tells when.
    """

    id: str
    source: str
    path: str
    kind: str
    measure: str
    start: int
    end: int
    text: str
    line: int
    column: int
    quote: str
    low: Decimal | None = None
    high: Decimal | None = None
    bound: str = "exact"
    hedge: str = ""
    unit: str = ""
    of: str = ""
    thing: str = ""
    act: str = ""
    actor: str = ""
    victim: str = ""
    place: str = ""
    earliest: str | None = None
    latest: str | None = None
    timex: str = ""
    speaker: str = ""
    negated: bool = False
    trend: str = ""
    rule: str = ""
    quote_start: int = 0
    sentence: int = 0
    page: int | None = None
    frame: Frame = Frame()
    parts: tuple[tuple[str, str], ...] | None = None


class Feature(NamedTuple):
    """One reason why two claims do or do not belong together: its weight in points and the words that made it."""

    name: str
    points: float
    detail: str


class Link(NamedTuple):
    """How well two claims of different sources fit as one fact, value left aside.

    Attributes:
        score: points of all features in `why`.
        margin: points above what a pair with such values needs.
    """

    left: str
    right: str
    score: float
    margin: float
    why: tuple[Feature, ...]


class Cluster(NamedTuple):
    """Claims that state one fact, before anybody compared their values.

    Attributes:
        links: between claims of different sources inside the cluster.
        rival: for a claim that stayed alone, the best link to another source that was refused, or None.
    """

    claims: tuple[str, ...]
    links: tuple[Link, ...]
    rival: Link | None = None


class Pair(NamedTuple):
    """The verdict on two claims of one fact; `level` is conflict, check, possible, or None when they fit."""

    a: str
    b: str
    verdict: str
    level: str | None
    reason: str


class Fact(NamedTuple):
    """Claims of one fact and what they say together.

    Attributes:
        verdict: agree, compatible, conflict, single.
        nature: update, dispute, scope, slip, or None.
        event: the heading it is shown under.
        level: conflict, check, possible, or None.
        confidence: 0..1, how sure the claims belong together.
    """

    id: str
    topic: str
    claims: tuple[str, ...]
    verdict: str
    nature: str | None
    event: str
    level: str | None
    reason: str
    confidence: float
    pairs: tuple[Pair, ...]


class Lookalike(NamedTuple):
    """Two claims with the same figure about different things: a possible mix-up, never agreement."""

    id: str
    claims: tuple[str, str]
    reason: str
    weight: float = 0.0


class Finding(NamedTuple):
    """Something a reader should look at. Severity: error, warning, note; `fingerprint` is made of its content.

    Attributes:
        source: of a finding about an input.
        status: new (counts for the exit code), known (in a baseline), accepted (in a list), ignored (by a comment).
        justification: why it is not new.
    """

    id: str
    code: str
    severity: str
    claims: tuple[str, ...]
    fact: str | None
    reason: str
    confidence: float
    fingerprint: str
    source: str | None = None
    status: str = "new"
    justification: str = ""


class NotCompared(NamedTuple):
    """A claim that has no counterpart, and why."""

    claim: str
    reason: str


class Judgement(NamedTuple):
    """What judging made of the clusters."""

    facts: tuple[Fact, ...]
    lookalikes: tuple[Lookalike, ...]
    findings: tuple[Finding, ...]
    not_compared: tuple[NotCompared, ...]
    checks: tuple[Check, ...] = ()


class Report(NamedTuple):
    """The whole result of a run, sorted and free of clock times."""

    version: str
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...] = ()
    lookalikes: tuple[Lookalike, ...] = ()
    findings: tuple[Finding, ...] = ()
    skipped: tuple[Skip, ...] = ()
    not_compared: tuple[NotCompared, ...] = ()
    checks: tuple[Check, ...] = ()
    stale: tuple[Stale, ...] = ()
    names: Names = Names()
