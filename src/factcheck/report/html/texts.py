"""The sources as read, every figure marked, with what other sources say beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.model import Claim, Pair, Report, Source
from factcheck.record import NamedTuple
from factcheck.report.html.flags import FLAGS, Flag, flag_named, flag_of
from factcheck.report.html.items import Item, Names, Quote
from factcheck.report.words import cut, published_of, trim, visible

BESIDE = 2
"""Counter-quotes beside a figure; the rest is a link away."""

MANY = 4
"""Sources named beside a figure that fits theirs."""

FITS = ("agree", "compatible")
"""Flags of figures that need no quote beside them."""

ALWAYS = ("conflict", "check")
"""Flags whose notes stand beside every figure; others stand beside the first of a text."""

ROOM = 180
"""Characters of a counter-quote."""

LENGTHS = (1000, 3000, 9000, 27000)
"""Up to so many characters a text is of length 0, 1, ...: its height is estimated until it is drawn."""


class Note(NamedTuple):
    """What stands beside a figure: the item that tells of it, and what the others say."""

    flag: Flag
    figure: str
    anchor: str
    item: str
    title: str
    quotes: tuple[tuple[str, Quote], ...]
    more: int


class Piece(NamedTuple):
    """A run of a text; with a flag it is a figure, its anchor `anchor`, and `item` is where it leads to."""

    text: str
    flag: Flag | None = None
    anchor: str = ""
    item: str = ""


class Paragraph(NamedTuple):
    """A line of a text with the notes beside it; style: "", head, matter."""

    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    style: str


class Text(NamedTuple):
    """A source to read."""

    place: int
    source: Source
    published: str
    claims: int
    length: int
    paragraphs: tuple[Paragraph, ...]


class Marks(NamedTuple):
    """What the figures of a report are marked with.

    Attributes:
        items: the items that tell of a claim, most important first.
        pairs: the pairs of facts a claim is in, contradictions first.
    """

    names: Names
    items: Mapping[str, Sequence[Item]]
    pairs: Mapping[str, Sequence[Pair]]

    @classmethod
    def of(cls, report: Report, names: Names, items: Iterable[Item]) -> Marks:
        """Look up both ways once."""
        told: dict[str, list[Item]] = defaultdict(list)
        for item in items:
            for key in dict.fromkeys(item.claims):
                told[key].append(item)
        pairs: dict[str, list[Pair]] = defaultdict(list)
        for pair in sorted((pair for fact in report.facts for pair in fact.pairs), key=lambda pair: pair.level is None):
            pairs[pair.a].append(pair)
            pairs[pair.b].append(pair)
        return cls(names, told, pairs)

    def mark(self, key: str) -> tuple[Flag, str]:
        """The strongest mark of a claim, and the anchor of the item it is from, or ""."""
        found = [(flag_named(self.flag_in(key, item)), item.anchor) for item in self.items.get(key, ())]
        return min(found, key=lambda mark: FLAGS.index(mark[0]), default=(FLAGS[-1], ""))

    def flag_in(self, key: str, item: Item) -> str:
        """The flag a claim gets from one item; in a conflict, one that contradicts nobody agrees or fits."""
        verdicts = {pair.verdict for pair in self.pairs_in(key, item)} if item.entry.fact else set()
        if not verdicts or "conflict" in verdicts:
            return flag_of(item.entry.kind)
        return "agree" if "agree" in verdicts else "compatible"

    def pairs_in(self, key: str, item: Item) -> list[Pair]:
        """The pairs of a claim with others of the same item."""
        within = set(item.claims)
        return [pair for pair in self.pairs.get(key, ()) if {pair.a, pair.b} <= within]

    def notes(self, claims: Iterable[Claim], seen: set[str]) -> Iterator[Note]:
        """A note for each item a claim is in, with what others say; `seen`: the items this text has told of."""
        for claim in claims:
            for item in self.items.get(claim.id, ()):
                flag = flag_named(self.flag_in(claim.id, item))
                if not item.entry.weak and (item.anchor not in seen or flag.name in ALWAYS):
                    seen.add(item.anchor)
                    yield self.note(claim, item, flag)

    def note(self, claim: Claim, item: Item, flag: Flag) -> Note:
        """The note beside a claim: quotes of others where they differ, their names where they fit."""
        others = list(self.others(claim, item))
        if flag.name in FITS:
            others = list({other.source: other for other in reversed(others)}.values())[::-1]
        shown = others[: MANY if flag.name in FITS else BESIDE]
        return Note(
            flag=flag,
            figure=cut(claim)[1],
            anchor=self.names.anchors[claim.id],
            item=item.anchor,
            title=item.entry.title if others else item.entry.reason or item.entry.title,
            quotes=tuple((visible(other.source), self.quote(other)) for other in shown),
            more=len(others) - len(shown),
        )

    def others(self, claim: Claim, item: Item) -> Iterator[Claim]:
        """Claims of other sources in an item; where some contradict this one, only those."""
        against = [pair for pair in self.pairs_in(claim.id, item) if pair.verdict == "conflict"]
        ranked = dict.fromkeys(pair.b if pair.a == claim.id else pair.a for pair in against)
        for key in ranked or item.claims:
            if self.names.claims[key].source != claim.source:
                yield self.names.claims[key]

    def quote(self, claim: Claim) -> Quote:
        """The quote of a claim, short."""
        return Quote(*trim(cut(claim), ROOM), self.names.where(claim), self.names.anchors[claim.id])


def texts(report: Report, marks: Marks) -> tuple[Text, ...]:
    """All sources with their marks, in the order of the report."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in report.claims:
        claims[claim.source].append(claim)
    return tuple(_text(n, source, claims[source.id], marks) for n, source in enumerate(report.sources))


def _text(n: int, source: Source, claims: list[Claim], marks: Marks) -> Text:
    length = sum(len(source.text) > most for most in LENGTHS)
    return Text(n, source, published_of(source), len(claims), length, tuple(_paragraphs(source, claims, marks)))


def _paragraphs(source: Source, claims: list[Claim], marks: Marks) -> Iterator[Paragraph]:
    seen: set[str] = set()
    waiting = sorted(claims, key=lambda claim: (claim.start, -claim.end))[::-1]
    start = 0
    for line in source.text.splitlines(keepends=True):
        end = start + len(line)
        here = []
        while waiting and waiting[-1].start < end:
            here.append(waiting.pop())
        if line.strip():
            notes = tuple(marks.notes(here, seen))
            yield Paragraph(tuple(_pieces(source, start, end, here, marks)), notes, _style(source, start, line))
        start = end


def _style(source: Source, start: int, line: str) -> str:
    if start < source.body:
        return "matter"
    return "head" if line.strip() == source.title.strip() else ""


def _pieces(source: Source, start: int, end: int, claims: list[Claim], marks: Marks) -> Iterator[Piece]:
    """The line cut at its figures; one inside another has no words of its own and is only an anchor."""
    at = start
    for claim in claims:
        if claim.start > at:
            yield Piece(visible(source.text[at : claim.start]))
        flag, item = marks.mark(claim.id)
        words = visible(source.text[max(at, claim.start) : min(claim.end, end)])
        yield Piece(words, flag, marks.names.anchors[claim.id], item)
        at = max(at, claim.end)
    if at < end:
        yield Piece(visible(source.text[at:end]))
