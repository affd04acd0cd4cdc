"""The entries of the sheet as things to link to and to filter: with an anchor, their sources and their pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, groupby, takewhile

from factcheck.model import Claim, Report
from factcheck.record import NamedTuple
from factcheck.report.html.plot import Plot, Timeline
from factcheck.report.sheet import Entry, Row, Section, Sheet
from factcheck.report.words import cut, place, visible

LEFT = "not compared"
"""The kind of entries that list what has no counterpart."""

WEAK = 200
"""So many weak entries of a section are on the page: there may be as many as pairs of claims."""

OF_A_REASON = 1_000
LISTED = 5_000
"""So many figures without a counterpart are listed, of one reason and in all: each is marked in its text, too."""

SOON = 8
"""So many entries are there as soon as the page opens; the rest follows in slices."""


class Quote(NamedTuple):
    """A quote with the anchor of its figure in the text of the source."""

    before: str
    figure: str
    after: str
    where: str
    anchor: str


class ItemRow(NamedTuple):
    """A row of the sheet with the quotes of all its claims."""

    figure: str
    who: str
    quotes: tuple[Quote, ...]


class Item(NamedTuple):
    """An entry to link to.

    Attributes:
        anchor: its id in the page; `claims`: all claims of its rows.
        sources: places of its sources in the report, for the filter.
        late: it stands far down and need not be there at once.
    """

    anchor: str
    entry: Entry
    rows: tuple[ItemRow, ...]
    claims: tuple[str, ...]
    sources: tuple[int, ...]
    late: bool = False
    plot: Plot | None = None
    timeline: Timeline | None = None


class Group(NamedTuple):
    """Items under one heading."""

    title: str
    items: tuple[Item, ...]

    @property
    def weak(self) -> bool:
        """Nothing in it is shown until it is asked for."""
        return all(item.entry.weak for item in self.items)


class Part(NamedTuple):
    """A section of the sheet as a part of the page."""

    anchor: str
    section: Section
    groups: tuple[Group, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """All of its items."""
        return tuple(item for group in self.groups for item in group.items)

    @property
    def missing(self) -> int:
        """How many of its entries, or figures without a counterpart, are too many for the page."""
        return (self.section.total if self.left else len(self.section.entries)) - len(self.items)

    @property
    def strong(self) -> int:
        """How many of its items are shown without being asked for."""
        return sum(not item.entry.weak for item in self.items)

    @property
    def left(self) -> bool:
        """It lists what was not compared."""
        return any(item.entry.kind == LEFT for item in self.items)


class Names(NamedTuple):
    """Claims by id with the anchors of their figures, and the places of the sources; `folder` holds all of them."""

    claims: Mapping[str, Claim]
    anchors: Mapping[str, str]
    places: Mapping[str, int]
    folder: str

    @classmethod
    def of(cls, report: Report) -> Names:
        """Anchors are numbers: ids of claims may hold anything a file name may."""
        return cls(
            {claim.id: claim for claim in report.claims},
            {claim.id: f"c{n}" for n, claim in enumerate(report.claims, 1)},
            {source.id: n for n, source in enumerate(report.sources)},
            _folder([source.path for source in report.sources]),
        )

    def where(self, claim: Claim) -> str:
        """Where a claim stands, without the folder they all have in common."""
        return place(claim).removeprefix(self.folder)


def _folder(paths: Sequence[str]) -> str:
    """The longest folder all the paths lie in, "/" behind it, or ""."""
    folders = zip(*(path.split("/")[:-1] for path in paths), strict=False)
    shared = [names[0] for names in takewhile(lambda names: len(set(names)) == 1, folders)]
    return visible("/".join([*shared, ""])) if shared else ""


def parts(sheet: Sheet, names: Names) -> tuple[Part, ...]:
    """The sections of a sheet, every entry with an anchor of its own."""
    numbers = count(1)
    return tuple(
        Part(f"s{n}", section, tuple(_groups(_kept(section.entries), names, numbers)))
        for n, section in enumerate(sheet.sections, 1)
    )


def _kept(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries without the last of very many weak ones, and of very many figures without a counterpart."""
    spare, room = count(1), LISTED
    for entry in entries:
        if entry.kind == LEFT:
            rows = entry.rows[: min(OF_A_REASON, room)]
            room -= len(rows)
            if rows:
                yield entry._replace(rows=rows)
        elif not entry.weak or next(spare) <= WEAK:
            yield entry


def _groups(entries: Iterable[Entry], names: Names, numbers: Iterator[int]) -> Iterator[Group]:
    """Entries by event; what was not compared figure by figure, under its reason."""
    for title, group in groupby(entries, key=_heading):
        found = (one for entry in group for one in (_each(entry) if entry.kind == LEFT else (entry,)))
        yield Group(title, tuple(_item(entry, names, next(numbers)) for entry in found))


def _heading(entry: Entry) -> str:
    return (entry.title or entry.reason) if entry.kind == LEFT else entry.event


def _each(entry: Entry) -> Iterator[Entry]:
    """An entry for each row of an entry."""
    return (entry._replace(rows=(row,)) for row in entry.rows)


def _item(entry: Entry, names: Names, number: int) -> Item:
    claims = tuple(key for row in entry.rows for key in row.claims)
    sources = sorted({names.places[names.claims[key].source] for key in claims})
    rows = tuple(_row(row, names) for row in entry.rows)
    return Item(f"e{number}", entry, rows, claims, tuple(sources), number > SOON)


def _row(row: Row, names: Names) -> ItemRow:
    quotes = (Quote(*cut(names.claims[key]), names.where(names.claims[key]), names.anchors[key]) for key in row.claims)
    return ItemRow(row.figure, row.who, tuple(quotes))
