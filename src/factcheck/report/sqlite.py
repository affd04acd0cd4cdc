"""An SQLite database, for Datasette and for questions in SQL: sources, claims, facts, findings, and a text index.

The same bytes for the same input and release of SQLite, which writes its number into the file.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing

from factcheck.errors import FactcheckError
from factcheck.model import Report
from factcheck.record import NamedTuple
from factcheck.report.names import COLUMNS
from factcheck.report.names import rows as rows_of_names
from factcheck.report.records import CLAIM_COLUMNS, claim_record, fact_record, finding_record
from factcheck.report.rows import SOURCE_COLUMNS, sources_grid
from factcheck.report.view import View
from factcheck.review import Check

INTEGERS = frozenset(
    (
        *("number", "start", "end", "page", "line", "column", "pages", "aside", "characters", "claims"),
        *("position", "times", "doubtful", "guessed", "negated"),
    )
)
NUMERIC = frozenset({"low", "high", "confidence"})
INDEXED = ("text", "quote", "thing", "act", "place", "speaker")
"""Columns of the claims that can be searched for words."""


class Table(NamedTuple):
    """A table: rows in the order of its columns, and its keys in SQL."""

    name: str
    columns: tuple[str, ...]
    rows: Iterable[Sequence[object]]
    keys: tuple[str, ...]


def render(report: Report, view: View) -> bytes:  # noqa: ARG001 - the tables do not bend to the view
    """The database file.

    Raises:
        FactcheckError: this SQLite has no full-text index.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
        base.execute("PRAGMA foreign_keys = ON")
        base.execute("BEGIN")
        for table in _tables(report):
            base.execute(_create(table))
            marks = ", ".join("?" * len(table.columns))
            base.executemany(
                f'INSERT INTO "{table.name}" VALUES ({marks})', (tuple(map(_cell, row)) for row in table.rows)
            )
        try:
            _index(base)
        except sqlite3.OperationalError as error:
            raise FactcheckError(
                f"no full-text index: {error}", "sqlite", "use a Python whose SQLite has fts5"
            ) from None
        base.execute("COMMIT")
        return base.serialize()


def _create(table: Table) -> str:
    columns = (f'"{name}" {_type(name)}' for name in table.columns)
    return f'CREATE TABLE "{table.name}" ({", ".join((*columns, *table.keys))})'


def _type(column: str) -> str:
    return "INTEGER" if column in INTEGERS else "NUMERIC" if column in NUMERIC else "TEXT"


def _index(base: sqlite3.Connection) -> None:
    """The index of the words, and one for every key that is not the first of its table.

    Datasette offers a search where it finds an index with `content="claims"`, in these quotes.
    """
    columns = ", ".join(INDEXED)
    base.execute(f'CREATE VIRTUAL TABLE claims_fts USING fts5({columns}, content="claims", content_rowid="number")')
    base.execute("INSERT INTO claims_fts (claims_fts) VALUES ('rebuild')")
    for table, column in (("claims", "source"), ("fact_claims", "claim"), ("finding_claims", "claim"),
                          ("findings", "fact"), ("pairs", "fact")):  # fmt: skip
        base.execute(f"CREATE INDEX {table}_{column} ON {table} ({column})")


def _tables(report: Report) -> Iterator[Table]:
    """Tables after those they refer to."""
    of_source, of_fact = (f'FOREIGN KEY ("{one}") REFERENCES {one}s (id)' for one in ("source", "fact"))
    of_claim = "FOREIGN KEY (claim) REFERENCES claims (id)"
    own = ("PRIMARY KEY (id)",)
    yield Table("sources", SOURCE_COLUMNS, _values(sources_grid(report).records, SOURCE_COLUMNS), own)
    claims = ((number, *row) for number, row in enumerate(_values(map(claim_record, report.claims), CLAIM_COLUMNS), 1))
    yield Table("claims", ("number", *CLAIM_COLUMNS), claims, ("PRIMARY KEY (number)", "UNIQUE (id)", of_source))
    names: tuple[str, ...] = ("id", "verdict", "level", "nature", "event", "topic", "reason", "confidence")
    yield Table("facts", names, _values(map(fact_record, report.facts), names), own)
    rows = ((fact.id, claim, n) for fact in report.facts for n, claim in enumerate(fact.claims, 1))
    yield Table("fact_claims", ("fact", "claim", "position"), rows, ("PRIMARY KEY (fact, claim)", of_fact, of_claim))
    names = ("fact", "a", "b", "verdict", "level", "reason")
    rows_of_pairs = ((fact.id, *pair) for fact in report.facts for pair in fact.pairs)
    ends = (f'FOREIGN KEY ("{end}") REFERENCES claims (id)' for end in "ab")
    yield Table("pairs", names, rows_of_pairs, ("PRIMARY KEY (fact, a, b)", of_fact, *ends))
    names = (
        "id",
        "code",
        "severity",
        "reason",
        "confidence",
        "fingerprint",
        "status",
        "justification",
        "fact",
        "source",
    )
    yield Table("findings", names, _values(map(finding_record, report.findings), names), (*own, of_fact, of_source))
    rows = ((found.id, claim, n) for found in report.findings for n, claim in enumerate(found.claims, 1))
    keys = ("PRIMARY KEY (finding, claim)", "FOREIGN KEY (finding) REFERENCES findings (id)", of_claim)
    yield Table("finding_claims", ("finding", "claim", "position"), rows, keys)
    yield Table("names", COLUMNS, _values(rows_of_names(report), COLUMNS), ())
    names = ("claim", "verdict", "level", "reason", "fact")
    yield Table(
        "checks", names, _values(map(Check._asdict, report.checks), names), ("PRIMARY KEY (claim)", of_claim, of_fact)
    )
    yield Table("not_compared", ("claim", "reason"), report.not_compared, ("PRIMARY KEY (claim)", of_claim))


def _values(records: Iterable[dict[str, object]], names: Sequence[str]) -> Iterator[tuple[object, ...]]:
    return (tuple(record[name] for name in names) for record in records)


def _cell(value: object) -> object:
    """What SQLite can store; a character UTF-8 cannot hold is replaced, an integer beyond 64 bits is a float."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    return float(value) if isinstance(value, int) and abs(value) >= 2**63 else value
