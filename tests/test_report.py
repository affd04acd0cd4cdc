"""Formats: what each prints for a report made by hand."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from importlib import resources
from itertools import pairwise

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.model import Finding, Lookalike, Report
from factcheck.report import FINDINGS, PRINTED, format_of, render
from factcheck.report.records import CLAIM_COLUMNS
from factcheck.report.view import View, columns, wants_color
from factcheck.report.words import cut, place, trim, value_of, visible
from reports import TEXTS, claim, claims, crowd, facts, findings, report, source

COMMANDS = ("compare", "extract", "sources")
EMPTY = Report("0.0.0", (), ())
SCHEMA = json.loads(resources.files("factcheck").joinpath("schema/factcheck-1.json").read_text("utf-8"))


def shown(name: str, told: Report | None = None, **view) -> str:
    return render(told or report(), name, View(**view))


def sheet(**view) -> list[dict[str, str]]:
    told = view.pop("told", None)
    return list(csv.DictReader(io.StringIO(shown("csv", told, **view), newline="")))


# --- what every format promises ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PRINTED)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_format_renders_every_command_the_same_twice(name, command):
    assert shown(name, command=command) == shown(name, command=command) != ""


@pytest.mark.parametrize("name", PRINTED)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_format_takes_an_empty_report_and_ends_its_last_line(name, command):
    text = shown(name, EMPTY, command=command)
    assert text == "" or text.endswith("\n")


@pytest.mark.parametrize("name", [name for name in PRINTED if name not in FINDINGS])
def test_brackets_and_addresses_survive(name):
    text = shown(name, command="extract", width=200 if name == "table" else None)
    assert "[email protected]" in text.replace("\\", "")
    assert "[/sic]" in text.replace("\\", "")


@pytest.mark.parametrize("name", ["table", "text", "markdown"])
@pytest.mark.parametrize("view", [{}, {"width": 80}, {"width": 140, "color": True}], ids=["plain", "80", "color"])
def test_no_control_character_of_a_source_reaches_a_terminal(name, view):
    text = shown(name, all=True, **view)
    assert "\x07" not in text
    assert "\x1b[31m" not in text
    assert "␛[31mIt was␇" in text.replace("\\", "").replace("\n", " ") or view


@pytest.mark.parametrize(
    ("name", "format_"),
    [("a.csv", "csv"), ("a.JSON", "json"), ("a/b.jsonl", "jsonl"), ("a.md", "markdown"), ("a.txt", "text")],
)
def test_a_suffix_names_a_format(name, format_):
    assert format_of(name) == format_


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: format_of("a.foo"), ["a.foo", ".csv"]),
        (lambda: shown("tabel"), ["tabel", "did you mean table?", "markdown"]),
        (lambda: shown("zzz"), ["zzz", "there are: table, text"]),
    ],
)
def test_an_unknown_format_says_which_there_are(call, words):
    with pytest.raises(FactcheckError) as error:
        call()
    assert all(word in str(error.value) for word in words)


# --- json -------------------------------------------------------------------------------------------------------


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "told", [report(), EMPTY, Report("1", report().sources, claims())], ids=["full", "empty", "extract"]
)
def test_json_keeps_the_contract(told):
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(shown("json", told)))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.update(extra=1),
        lambda data: data["claims"][0].update(frame={}),
        lambda data: data["claims"][0].pop("timex"),
        lambda data: data["facts"][0].update(verdict="maybe"),
        lambda data: data["findings"][0].update(code="101"),
        lambda data: data["sources"][0]["published"].update(earliest="yesterday"),
        lambda data: data.update(schema="factcheck/2"),
    ],
)
def test_the_schema_is_closed(spoil):
    data = json.loads(shown("json"))
    spoil(data)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(data)


def test_json_keys_stand_in_the_order_of_the_contract():
    data = json.loads(shown("json"))
    assert list(data) == list(SCHEMA["properties"])
    assert list(data["claims"][0]) == list(CLAIM_COLUMNS)
    assert list(SCHEMA["$defs"]["claim"]["properties"]) == [*CLAIM_COLUMNS, "parts"]  # parts only when asked for
    for name in ("source", "fact", "lookalike", "finding"):
        assert list(data[f"{name}s"][0]) == list(SCHEMA["$defs"][name]["properties"])


def test_json_numbers_are_whole_or_decimal_and_unknown_is_null():
    found = {one["id"]: one for one in json.loads(shown("json"))["claims"]}
    assert (found["alba-2"]["low"], found["alba-2"]["high"]) == (41, None)
    assert found["alba-7"]["low"] == 50.5
    assert isinstance(found["alba-5"]["low"], int)
    assert (found["alba-3"]["timex"], found["alba-3"]["trend"], found["cova-4"]["trend"]) == (None, None, "up")
    assert json.loads(shown("json"))["sources"][1]["published"] is None


def test_json_spans_point_at_the_words():
    for one in json.loads(shown("json"))["claims"]:
        assert TEXTS[one["source"]][one["start"] : one["end"]] == one["text"]


def test_json_is_indented_utf8_with_a_final_newline():
    told = Report("1", (source("cova", title="Überfahrt"),), ())
    text = shown("json", told)
    assert text.startswith('{\n  "schema": "factcheck/1"')
    assert text.endswith("}\n")
    assert "Überfahrt" in text


@pytest.mark.parametrize(
    ("command", "number", "keys"),
    [
        ("extract", 16, set(CLAIM_COLUMNS)),
        ("sources", 3, {"id", "path", "published"}),
        ("compare", 7, {"code", "claims"}),
    ],
)
def test_jsonl_has_one_thing_a_line(command, number, keys):
    lines = [json.loads(line) for line in shown("jsonl", command=command).splitlines()]
    assert len(lines) == number
    assert all(keys <= set(line) for line in lines)


def test_jsonl_of_a_comparison_can_be_read_on_its_own():
    first = json.loads(shown("jsonl").splitlines()[0])
    assert first["claims"][1] == {
        "id": "bera-2",
        "source": "bera",
        "path": "stories/bera.txt",
        "page": None,
        "line": 2,
        "column": 18,
        "text": "38 dead",
        "quote": "Rescuers counted 38 dead, and the search for nine missing passengers goes on.",
    }


# --- csv --------------------------------------------------------------------------------------------------------


def test_csv_of_claims_has_the_columns_of_the_contract_and_crlf():
    text = shown("csv", command="extract")
    assert text.splitlines()[0] == ",".join(CLAIM_COLUMNS)
    assert text.count("\r\n") == text.count("\n") == 17


def test_csv_guards_formulas_in_text_columns_only():
    told = report(
        claims=(
            claim("a", "cova", "38 people", low="-5", high="-5", unit="@people", place="+31", of="\tx", speaker="-"),
        ),
        facts=(), findings=(), lookalikes=(), not_compared=(),
    )  # fmt: skip
    (row,) = sheet(told=told, command="extract")
    assert row["quote"].startswith("'=HYPERLINK")
    assert [row[name] for name in ("low", "high", "unit", "place", "of", "speaker")] == [
        "-5",
        "-5",
        "'@people",
        "'+31",
        "'\tx",
        "'-",
    ]


@pytest.mark.parametrize(("excel", "start"), [(True, "\ufefffinding,"), (False, "finding,")])
def test_csv_has_a_byte_order_mark_only_for_excel(excel, start):
    assert shown("csv", excel=excel).startswith(start)


def test_the_check_sheet_has_a_row_per_claim_of_what_is_shown():
    rows = sheet()
    assert [(row["finding"], row["claim"]) for row in rows if row["code"] in {"FC101", "FC102"}] == [
        ("d1", "alba-2"),
        ("d1", "bera-2"),
        ("d1", "cova-1"),
        ("d2", "alba-2"),
        ("d2", "bera-5"),
    ]
    assert [row["finding"] for row in rows if not row["code"]] == ["f2", "f2", "f3", "f3", "f3"]
    first = rows[0]
    assert (first["severity"], first["level"], first["verdict"], first["nature"]) == (
        "error",
        "conflict",
        "conflict",
        "dispute",
    )
    assert (first["low"], first["high"], first["bound"], first["speaker"]) == ("41", "", "at_least", "coast guard")


def test_the_whole_check_sheet_has_weak_conflicts_and_what_was_not_compared():
    rows = sheet(all=True)
    assert {row["finding"] for row in rows} >= {"f4"}
    assert [row["claim"] for row in rows if row["verdict"] == "not compared"] == ["alba-4", "cova-3"]


def test_a_finding_about_an_input_has_its_file_in_the_check_sheet():
    row = next(row for row in sheet() if row["code"] == "FC901")
    assert (row["source"], row["path"], row["claim"]) == ("bera", "stories/bera.txt", "")


# --- text -------------------------------------------------------------------------------------------------------


def test_text_has_a_line_a_finding_and_the_other_claims_indented():
    assert shown("text").splitlines()[5:] == [
        'stories/bera.txt:2:46: FC103 [note] only bera tells of missing passengers "Rescuers counted 38 dead, and the search for nine missing passengers goes on."',
        'stories/alba.txt:5:67: FC302 [warning] 60% and 50% are more than the whole "The company paid $3.5 million after an earlier accident, of which 60% and 50% went to two villages."',
        '    stories/alba.txt:5:75: "The company paid $3.5 million after an earlier accident, of which 60% and 50% went to two villages."',
        "stories/bera.txt: FC901 [note] publication date unknown",
        "stories/cova.txt: FC902 [note] publication date doubtful",
        "stories/cova.txt: FC903 [note] encoding guessed: cp1252",
    ]


def test_a_place_leads_to_the_words():
    for one in claims():
        line = TEXTS[one.source].split("\n")[one.line - 1]
        assert line[one.column - 1 :].startswith(one.text)
        assert place(one) == f"{one.path}:{one.line}:{one.column}"


# --- table ------------------------------------------------------------------------------------------------------

HEADINGS = [
    "Conflicts (1)",
    "Possible mix-ups (1)",
    "Only in one source (1)",
    "What does not add up (1)",
    "Agreements (2)",
    "Notes on the input (2)",
]


@pytest.mark.parametrize("view", [{}, {"width": 80}, {"width": 140}], ids=str)
def test_the_table_shows_the_most_important_first(view):
    text = shown("table", **view)
    at = [text.index(heading) for heading in HEADINGS]
    assert at == sorted(at)


def test_the_table_has_a_row_per_value_with_sources_and_speakers():
    lines = shown("table").splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("  people killed"))
    assert lines[at] == "  people killed  [FC101 error · dispute]"
    assert lines[at + 1].startswith("    at least 41 people  alba (coast guard)  stories/alba.txt:2:128  ")
    assert lines[at + 1].count("*at least 41 people*") == 1
    assert lines[at + 2].startswith("    38 dead             bera, cova  stories/bera.txt:2:18  ")
    assert lines[at + 3] == "    → at least 41 and exactly 38 cannot both hold"


def test_findings_about_one_fact_are_one_entry():
    first = findings()[0]
    second = first._replace(id="e", code="FC104", severity="warning", reason="the coast guard alone says 41")
    lines = shown("table", report(findings=(second, first))).splitlines()
    assert lines[0] == "Conflicts (1)"
    assert "  people killed  [FC101 error · dispute · FC104 warning]" in lines
    assert "    → at least 41 and exactly 38 cannot both hold; the coast guard alone says 41" in lines


@pytest.mark.parametrize(
    ("sources", "view", "named"),
    [
        (13, {}, ", ".join(f"s{n}" for n in range(13))),
        (14, {}, ", ".join(f"s{n}" for n in range(12)) + " and 2 more"),
        (14, {"all": True}, ", ".join(f"s{n}" for n in range(14))),
    ],
)
def test_a_row_names_a_dozen_sources_and_with_all_every_one(sources, view, named):
    many = crowd(sources, 3, sources, 2)
    agreed = many._replace(findings=(), lookalikes=(), facts=many.facts[1:2])
    for name in ("table", "markdown"):
        assert named in shown(name, agreed, **view).replace("[", "").replace("]", "")
        assert ("more" in shown(name, agreed, **view)) == ("more" in named)


def test_a_mix_up_has_a_row_per_claim_though_the_values_are_equal():
    told = report(
        findings=(Finding("d", "FC102", "warning", ("bera-2", "cova-1"), None, "38 and 38", 0.5, "f"),), lookalikes=()
    )
    text = shown("table", told)
    assert "stories/bera.txt:2:18" in text
    assert "stories/cova.txt:1:77" in text


def test_agreements_are_one_line_each():
    lines = shown("table").splitlines()
    assert "  = survivors: 112 survivors [alba, bera]" in lines
    assert "  ≈ day of the sinking: Sunday [alba, bera] · early March 2021 [cova]" in lines


def test_input_notes_are_one_line_a_file():
    assert (
        "  stories/cova.txt: publication date doubtful (FC902); encoding guessed: cp1252 (FC903)"
        in shown("table").splitlines()
    )


@pytest.mark.parametrize(
    ("files", "view", "named"),
    [
        (2, {}, "s0.txt, s1.txt"),
        (5, {}, "s0.txt, s1.txt, s2.txt, s3.txt, s4.txt"),
        (6, {}, "s0.txt, s1.txt, s2.txt, s3.txt and 2 more"),
        (6, {"all": True}, "s0.txt, s1.txt, s2.txt, s3.txt, s4.txt, s5.txt"),
    ],
)
def test_files_with_the_same_doubts_share_a_line(files, view, named):
    read = tuple(source("alba", id=f"s{n}", path=f"s{n}.txt") for n in range(files))
    doubts = tuple(
        Finding(f"d{n}", "FC901", "note", (), None, f"s{n}.txt: date unknown; give it", 1.0, f"{n}", f"s{n}")
        for n in range(files)
    )
    lines = shown("table", Report("0", read, (), findings=doubts), **view).splitlines()
    assert lines[0] == f"Notes on the input ({files})"
    assert lines[2] == f"  {named}: date unknown; give it (FC901)"


def test_the_summary_counts_weak_conflicts_apart():
    assert shown("table").splitlines()[-3:] == [
        "3 sources, 16 claims, 4 facts compared: 1 agree, 1 compatible, 1 conflict, 1 possible; 2 not compared",
        "everything, with quotes: --all",
        "what a code means: factcheck explain FC101",
    ]


def test_quiet_leaves_findings_only():
    text = shown("table", quiet=True)
    assert [heading in text for heading in HEADINGS] == [True, True, True, True, False, False]
    assert "facts compared" not in text


def test_all_shows_agreements_with_quotes_weak_conflicts_ids_and_what_was_not_compared():
    text = shown("table", all=True)
    assert "  people aboard  [possible conflict · f4]" in text
    assert "  survivors  [agree · f2]" in text
    assert "  no other source counts vehicles" in text
    assert "--all" not in text


def test_all_shows_lookalikes_that_are_no_finding():
    extra = Lookalike("l2", ("bera-3", "cova-3"), "nine, 1974")
    told = report(lookalikes=(*report().lookalikes, extra))
    assert "Possible mix-ups (1)" in shown("table", told)
    assert "Possible mix-ups (2)" in shown("table", told, all=True)
    assert "nine, 1974" in shown("table", told, all=True)


@pytest.mark.parametrize("view", [{}, {"width": 80}], ids=str)
def test_only_a_dozen_are_shown_and_the_rest_is_counted(view):
    many = tuple(Finding(f"n{n}", "FC103", "note", ("bera-3",), "f1", "only bera", 0.5, f"f{n}") for n in range(15))
    told = report(findings=many)
    text = shown("table", told, **view)
    assert "Only in one source (15)" in text
    assert "3 more with --all" in text
    assert text.count("stories/bera.txt:2:46") == 12
    assert shown("table", told, all=True, **view).count("stories/bera.txt:2:46") == 15


def test_events_stand_together_under_one_heading():
    first, *rest = facts()
    other = first._replace(id="g", event="Another event", topic="other")
    again = first._replace(id="h", topic="again")
    told = report(
        facts=(first, other, again, *rest),
        findings=tuple(
            Finding(f"e{n}", "FC101", "error", first.claims, fact, "why", 0.9, f"p{n}")
            for n, fact in enumerate(("f1", "g", "h"))
        ),
    )
    text = shown("table", told, quiet=True)
    assert text.index("people killed") < text.index("again") < text.index("Another event") < text.index("  other")
    assert text.count(first.event) == 1


@pytest.mark.parametrize("width", [40, 80, 140])
@pytest.mark.parametrize("command", COMMANDS)
def test_the_table_fits_its_width(width, command):
    assert max(map(len, shown("table", width=width, command=command, all=True).splitlines())) <= width


def test_nothing_is_cut_without_a_width():
    for view in ({}, {"color": True}):
        text = shown("table", all=True, **view)
        assert "…" not in text
        assert "The ferry Halcyon sank off Port Ordan on Sunday after its cargo shifted" in text


def test_on_a_terminal_quotes_are_cut_around_the_figure():
    text = shown("table", width=80)
    assert "…and the coast guard said on Monday that *at least 41" in text


def test_no_colour_means_no_escape_and_colour_marks_instead_of_asterisks():
    assert "\x1b" not in shown("table", width=80)
    colored = shown("table", width=80, color=True)
    assert "\x1b[1;31mFC101 error\x1b[0m" in colored
    assert "*38 dead*" not in colored


@pytest.mark.parametrize("width", [None, 80])
def test_sources_are_a_grid(width):
    lines = shown("table", command="sources", width=width).splitlines()
    assert lines[-1] == "3 sources, 16 claims"
    assert any(line.split()[:2] == ["bera", "stories/bera.txt"] and "unknown" in line for line in lines)
    assert any("cp1252 (guessed)" in line for line in lines)


# --- markdown ---------------------------------------------------------------------------------------------------


def test_markdown_marks_the_figure_and_escapes_the_rest():
    told = report(
        claims=(claim("x", "alba", "27 vehicles", low="27", high="27"),),
        facts=(), lookalikes=(), not_compared=(),
        findings=(Finding("d", "FC302", "warning", ("x",), None, "- <b>1*2</b> | @desk #12", 0.5, "f"),),
    )  # fmt: skip
    text = shown("markdown", told)
    assert "\\[email protected\\] or call us \\[/sic\\] with what you saw of the <mark>27 vehicles</mark>" in text
    assert "**&#45; \\<b\\>1\\*2\\</b\\> \\| @<!-- -->desk #<!-- -->12** `FC302 warning`" in text


def test_markdown_tables_have_as_many_cells_as_heads():
    lines = shown("markdown", all=True).splitlines()
    for above, line in pairwise(lines):
        if above.startswith("|") and line.startswith("|"):
            assert line.replace("\\|", "").count("|") == above.replace("\\|", "").count("|")


# --- words ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("two\n\nlines\tand  blanks", "two lines and blanks"),
        ("a\x1b[2Jb\x00c\x07", "a␛[2Jb␀c␇"),
        ("\x7f\x9b31m", "␡<U+009B>31m"),
        ("\u202eabc\u2066", "<U+202E>abc<U+2066>"),
        ("caf\udce9", "caf\ufffd"),
        ("naïve — “quoted” 東京", "naïve — “quoted” 東京"),
    ],
)
def test_visible(text, line):
    assert visible(text) == line


@given(st.text())
def test_visible_text_is_one_printable_line(text):
    line = visible(text)
    assert len(line.splitlines()) <= 1
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in line)
    assert visible(line) == line


@given(
    st.text(" abc", max_size=80),
    st.text("123", min_size=1, max_size=9),
    st.text(" abc", max_size=80),
    st.integers(12, 120),
)
def test_a_trimmed_quote_keeps_its_figure_and_its_words(before, figure, after, room):
    left, middle, right = trim((before, figure, after), room)
    assert middle == figure
    assert len(left) + len(middle) + len(right) <= room or (left, right) == (before, after)
    assert before.endswith(left.removeprefix("…"))
    assert after.startswith(right.removesuffix("…"))


def test_a_quote_is_cut_at_the_figure_and_not_at_its_first_likeness():
    one = claim("a", "cova", "1974")
    assert cut(one)[1] == "1974"
    twice = claim("b", "alba", "ed", nth=2)
    before, figure, after = cut(twice)
    assert before + figure + after == visible(twice.quote).strip()
    assert len(before) == twice.start - twice.quote_start


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        ({"low": "41", "bound": "at_least"}, "≥ 41"),
        ({"low": "41", "bound": "more_than"}, "> 41"),
        ({"high": "9", "bound": "at_most"}, "≤ 9"),
        ({"low": "0", "high": "9", "bound": "at_most"}, "≤ 9"),
        ({"high": "9", "bound": "less_than"}, "< 9"),
        ({"low": "160", "high": "160", "bound": "approx"}, "~ 160"),
        ({"low": "2", "high": "12", "bound": "range"}, "2–12"),
        ({"low": "1234567.50", "high": "1234567.50"}, "1,234,567.50"),
        ({"bound": "vague"}, ""),
        ({"kind": "date", "earliest": "2021-03-07", "latest": "2021-03-07"}, "2021-03-07"),
        ({"kind": "date", "earliest": "2021-03-01", "latest": "2021-03-31"}, "2021-03-01…2021-03-31"),
        ({"kind": "date", "earliest": "2021-03-01", "latest": None}, "2021-03-01…"),
    ],
)
def test_value_of(fields, value):
    assert value_of(claim("x", "cova", "38 people", **fields)) == value


def test_values_are_decimals():
    assert claims()[1].low == Decimal(41)


# --- view -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("choice", "terminal", "environ", "wanted"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", True, {"TERM": "dumb"}, False),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("auto", False, {"FORCE_COLOR": "0"}, False),
        ("auto", False, {"FORCE_COLOR": ""}, False),
        ("auto", False, {"CLICOLOR_FORCE": "1"}, True),
        ("auto", False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_wants_color(choice, terminal, environ, wanted):
    assert wants_color(choice, terminal, environ) is wanted


@pytest.mark.parametrize(
    ("choice", "terminal", "environ", "width"),
    [
        (100, False, {}, 100),
        (None, False, {}, None),
        (None, True, {"CI": "true"}, None),
        (100, True, {"CI": "true"}, 100),
    ],
)
def test_columns(choice, terminal, environ, width):
    assert columns(choice, terminal, environ) == width


def test_columns_of_a_terminal_are_capped(monkeypatch):
    monkeypatch.setenv("COLUMNS", "400")
    assert columns(None, True, {}) == 160


def test_the_factory_has_a_finding_of_each_section():
    assert {finding.code[:3] for finding in findings()} == {"FC1", "FC3", "FC9"}
