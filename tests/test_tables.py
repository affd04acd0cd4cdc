"""Check sheets, workbooks and databases: what other libraries read back is what was found."""

from __future__ import annotations

import csv
import io
import re
import sqlite3
import zipfile
from contextlib import closing
from decimal import Decimal

import openpyxl
import pytest

from factcheck.report import BINARY, file_content, render
from factcheck.report.records import CLAIM_COLUMNS, claim_record
from factcheck.report.rows import CHECK_COLUMNS, grids
from factcheck.report.view import View
from factcheck.report.xlsx import LONGEST
from reports import claim, report
from test_cli import FIFTEEN, TWELVE, run

COMMANDS = ["compare", "extract", "sources"]


def workbook(made, **view) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(file_content(made, "xlsx", View(**view))))


@pytest.fixture
def base(tmp_path):
    """The database of the made-up report, read from a file."""
    tmp_path.joinpath("r.sqlite").write_bytes(file_content(report(), "sqlite", View()))
    with closing(sqlite3.connect(tmp_path / "r.sqlite")) as connection:
        yield connection


def rows(base: sqlite3.Connection, question: str, *values: object) -> list[tuple[object, ...]]:
    return base.execute(question, values).fetchall()


@pytest.fixture
def stories(tmp_path):
    """Two articles that contradict each other."""
    folder = tmp_path / "stories"
    folder.mkdir()
    folder.joinpath("a.txt").write_text(TWELVE, "utf-8")
    folder.joinpath("b.txt").write_text(FIFTEEN, "utf-8")
    return folder


# --- the check sheet ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS)
def test_a_check_sheet_has_empty_columns_at_the_end(command):
    plain, sheet = (
        list(csv.DictReader(io.StringIO(render(report(), "csv", View(command=command, all=True, sheet=wanted)))))
        for wanted in (False, True)
    )
    assert [row | dict.fromkeys(CHECK_COLUMNS, "") for row in plain] == sheet
    assert tuple(sheet[0])[-5:] == ("status", "checked_by", "checked_on", "primary_source", "note")


@pytest.mark.parametrize("sheet", [True, False])
@pytest.mark.parametrize("command", COMMANDS)
def test_csv_holds_the_cells_of_the_table(command, sheet):
    view = View(command=command, all=True, sheet=sheet)
    (grid, *_) = grids(report(), view)
    told = [{name: as_text(record.get(name)) for name in grid.columns} for record in grid.records]
    read = list(csv.DictReader(io.StringIO(render(report(), "csv", view), newline="")))
    assert [{name: unguarded(cell) for name, cell in row.items()} for row in read] == told


def as_text(cell: object) -> str:
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def unguarded(cell: str) -> str:
    return cell[1:] if re.match(r"'[=+@\t\r\0-]", cell) else cell


# --- workbooks ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "names"),
    [
        ("compare", ["findings", "facts", "claims", "sources", "names"]),
        ("extract", ["claims", "sources"]),
        ("sources", ["sources"]),
    ],
)
def test_a_workbook_has_a_sheet_for_each_table(command, names):
    book = workbook(report(), command=command)
    assert book.sheetnames == names
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(cell.font.b for cell in sheet[1])


@pytest.mark.parametrize("sheet", [True, False])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_workbook_holds_the_cells_of_the_tables(command, sheet):
    view = View(command=command, all=True, sheet=sheet)
    book = workbook(report(), command=command, all=True, sheet=sheet)
    for grid in grids(report(), view):
        head, *body = book[grid.name].iter_rows(values_only=True)
        assert head == grid.columns
        wanted = [tuple(record.get(name) for name in grid.columns) for record in grid.records]
        assert [tuple(map(unescaped, row)) for row in body] == [tuple(map(filled, row)) for row in wanted]


def filled(cell: object) -> object:
    """A cell of the table; an empty text is an empty cell."""
    return None if cell == "" else cell


def unescaped(cell: object) -> object:
    """A cell with the control characters that Excel writes as _x0007_."""
    if not isinstance(cell, str):
        return cell
    return re.sub(r"_x([0-9A-F]{4})_", lambda match: chr(int(match[1], 16)), cell)


@pytest.mark.parametrize("text", ["=1+1", "+41", "-41", "@SUM(A1)", "{=1}", "http://a.example", "mailto:a@b.example"])
def test_text_in_a_workbook_is_never_a_formula_or_link(text):
    spoilt = claim("alba-2", "alba", "at least 41 people")._replace(thing=text)
    sheet = workbook(report(claims=(spoilt,), findings=(), facts=(), not_compared=()), command="extract")["claims"]
    cell = sheet.cell(2, CLAIM_COLUMNS.index("thing") + 1)
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    assert bool(cell.quotePrefix) is text.startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ({"thing": "x" * 40_000}, "x" * (LONGEST - 1) + "…"),
        ({"thing": "a\ud800b\uffff"}, "a\ufffdb\ufffd"),
        ({"low": Decimal(10) ** 30}, "1" + "0" * 30),
        ({"low": Decimal("12.5")}, 12.5),
        ({"negated": True}, True),
    ],
    ids=["long", "no character", "large", "decimal", "flag"],
)
def test_what_excel_cannot_hold_is_made_fit(value, cell):
    odd = claim("alba-2", "alba", "at least 41 people")._replace(**value)
    sheet = workbook(report(claims=(odd,), findings=(), facts=(), not_compared=()), command="extract")["claims"]
    assert sheet.cell(2, CLAIM_COLUMNS.index(*value) + 1).value == cell


def test_a_workbook_tells_no_clock():
    data = file_content(report(), "xlsx", View())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {one.date_time[0] for one in archive.infolist()} == {1980}
        assert set(re.findall(rb"\d{4}-\d\d-\d\dT", archive.read("docProps/core.xml"))) == {b"1980-01-01T"}


# --- databases ----------------------------------------------------------------------------------------------------


def test_a_database_holds_everything(base):
    made = report()
    counts = {
        "sources": len(made.sources),
        "claims": len(made.claims),
        "facts": len(made.facts),
        "findings": len(made.findings),
        "not_compared": len(made.not_compared),
        "names": sum(len(entity.variants) for entity in made.names.entities),
        "pairs": sum(len(fact.pairs) for fact in made.facts),
        "fact_claims": sum(len(fact.claims) for fact in made.facts),
        "finding_claims": sum(len(found.claims) for found in made.findings),
    }
    assert {name: rows(base, f"SELECT count(*) FROM {name}")[0][0] for name in counts} == counts
    assert rows(base, "PRAGMA foreign_key_check") == []
    assert rows(base, "PRAGMA integrity_check") == [("ok",)]


def test_a_database_holds_the_cells_of_the_claims(base):
    columns = ", ".join(f'"{name}"' for name in CLAIM_COLUMNS)
    wanted = [tuple(claim_record(one)[name] for name in CLAIM_COLUMNS) for one in report().claims]
    assert rows(base, f"SELECT {columns} FROM claims ORDER BY number") == wanted


def test_tables_are_tied_by_foreign_keys(base):
    ties = {
        table: sorted((row[3], row[2]) for row in rows(base, f"PRAGMA foreign_key_list({table})"))
        for table in ("claims", "findings", "finding_claims", "fact_claims", "not_compared", "pairs")
    }
    assert ties == {
        "claims": [("source", "sources")],
        "findings": [("fact", "facts"), ("source", "sources")],
        "finding_claims": [("claim", "claims"), ("finding", "findings")],
        "fact_claims": [("claim", "claims"), ("fact", "facts")],
        "not_compared": [("claim", "claims")],
        "pairs": [("a", "claims"), ("b", "claims"), ("fact", "facts")],
    }


def test_a_question_over_several_tables(base):
    question = """
        SELECT findings.code, claims.source, claims.text FROM findings
        JOIN finding_claims ON finding = findings.id JOIN claims ON claims.id = finding_claims.claim
        WHERE code = ? ORDER BY position
    """
    told = [("FC101", "alba", "at least 41 people"), ("FC101", "bera", "38 dead"), ("FC101", "cova", "38 people")]
    assert rows(base, question, "FC101") == told


def test_words_can_be_searched(base):
    question = (
        "SELECT claims.id FROM claims_fts JOIN claims ON number = claims_fts.rowid WHERE claims_fts MATCH ? ORDER BY 1"
    )
    assert rows(base, question, "gymnasium") == [
        (one.id,) for one in sorted(report().claims, key=lambda one: one.id) if "gymnasium" in one.quote
    ]
    assert rows(base, question, "zebra") == []


def test_datasette_finds_the_index_as_it_looks_for_one(base):
    question = (
        "SELECT name FROM sqlite_master WHERE rootpage = 0 AND sql LIKE '%VIRTUAL TABLE%USING FTS%content=\"claims\"%'"
    )
    assert rows(base, question) == [("claims_fts",)]


def test_settled_findings_are_told_as_such():
    accepted = report().findings[0]._replace(status="accepted", justification="checked with the coast guard")
    data = file_content(report(findings=(accepted, *report().findings[1:])), "sqlite", View())
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(data)
        question = "SELECT id, justification FROM findings WHERE status = 'accepted'"
        assert rows(base, question) == [(accepted.id, "checked with the coast guard")]


def test_what_sqlite_cannot_hold_is_made_fit():
    odd = claim("alba-2", "alba", "at least 41 people")._replace(thing="a\ud800", low=Decimal(10) ** 30)
    data = file_content(report(claims=(odd,), findings=(), facts=(), not_compared=()), "sqlite", View())
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(data)
        assert rows(base, "SELECT thing, low FROM claims") == [("a?", 1e30)]


# --- the command line ---------------------------------------------------------------------------------------------


def test_files_are_written_by_suffix_and_are_the_same_each_time(stories, tmp_path):
    suffixes = ("xlsx", "sqlite", "sqlite3", "db")
    outputs = [word for suffix in suffixes for word in ("-o", tmp_path / f"r.{suffix}")]
    first, second = (
        (
            run("compare", stories, *outputs, "--sheet", PYTHONHASHSEED=seed),
            [tmp_path.joinpath(f"r.{suffix}").read_bytes() for suffix in suffixes],
        )
        for seed in ("1", "2")
    )
    assert first == second
    assert first[0].code == 1
    assert first[0].err.startswith("factcheck: wrote: ")
    assert [data[:6] for data in first[1]] == [b"PK\x03\x04\x14\x00", b"SQLite", b"SQLite", b"SQLite"]


@pytest.mark.parametrize("name", sorted(BINARY))
def test_a_format_of_files_is_not_printed(stories, name):
    done = run("compare", stories, "-f", name)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"factcheck: error: --format: {name} is no text (write a file: -o result.{name})\n"


def test_a_missing_library_is_named_before_anything_is_read(monkeypatch, capsys, tmp_path):
    import importlib.util

    from factcheck import cli

    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    assert cli.main(["compare", "nothing-here", "-o", str(tmp_path / "r.xlsx")]) == 2
    line = 'r.xlsx: xlsx needs a library that is not installed (pip install "factcheck-cli[xlsx]")\n'
    assert capsys.readouterr().err.endswith(line)


def test_a_checked_draft_is_in_the_database_and_can_be_counted(stories, tmp_path):
    done = run("check", stories / "a.txt", "--against", stories, "-o", tmp_path / "r.db", "--statistics", "-f", "csv")
    assert done.code == 2
    assert "--statistics: no counts as sqlite" in done.err
    done = run("check", stories / "a.txt", "--against", stories, "-o", tmp_path / "r.db")
    with closing(sqlite3.connect(tmp_path / "r.db")) as base:
        told = rows(base, "SELECT text, verdict FROM checks JOIN claims ON claims.id = checks.claim ORDER BY 1")
        assert rows(base, "PRAGMA foreign_key_check") == []
    assert ("12", "contradicted") in told
    counted = run("check", stories / "a.txt", "--against", stories, "--statistics", "-f", "csv").out.splitlines()
    assert {"draft,contradicted,1", f"draft,supported,{len(told) - 1}"} <= set(counted)
