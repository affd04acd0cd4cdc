"""Formats for CI: SARIF, annotations of GitHub, JUnit, the summary of a step."""

from __future__ import annotations

import json
import re
from pathlib import Path
from zipfile import ZipFile

import jsonschema
import pytest
from lxml import etree

from factcheck.judge import explain
from factcheck.model import Finding, Report, Skip
from factcheck.report import render
from factcheck.report.step import LIMIT
from factcheck.report.step import render as summarise
from factcheck.report.view import View
from factcheck.review import Stale
from reports import TEXTS, claim, facts, findings, report
from test_cli import run, stories  # noqa: F401 - a fixture

SCHEMAS = Path(__file__).parents[1] / "fixtures" / "schemas"
EMPTY = Report("0.0.0", (), ())


def with_status(**statuses: str) -> Report:
    """The report with findings (by id) settled."""
    return report(
        findings=tuple(
            one._replace(status=statuses.get(one.id, "new"), justification="why so" if one.id in statuses else "")
            for one in findings()
        )
    )


# --- SARIF ------------------------------------------------------------------------------------------------------


def sarif(told: Report | None = None, **view) -> dict:
    """The one run of the log, which is valid."""
    log = json.loads(render(told or report(), "sarif", View(explain=explain, **view)))
    schema = json.loads(SCHEMAS.joinpath("sarif-schema-2.1.0.json").read_text("utf-8"))
    jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker()).validate(log)
    return log["runs"][0]


def test_sarif_is_valid_for_all_and_for_nothing():
    assert [one["ruleId"] for one in sarif()["results"]] == [finding.code for finding in findings()]
    assert sarif(EMPTY)["results"] == []


def test_a_result_stands_at_the_first_claim_and_links_to_the_counter_quotes():
    result = sarif()["results"][0]
    assert result["level"] == "error"
    assert result["rank"] == 91
    (where,) = result["locations"]
    physical = where["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": "stories/alba.txt", "uriBaseId": "SRCROOT"}
    assert physical["region"] == {
        "startLine": 2, "startColumn": 128, "endLine": 2, "endColumn": 146,
        "charOffset": 149, "charLength": 18, "snippet": {"text": "at least 41 people"},
    }  # fmt: skip
    assert TEXTS["alba"][149 : 149 + 18] == "at least 41 people"
    assert [place["id"] for place in result["relatedLocations"]] == [1, 2]
    assert result["relatedLocations"][0]["physicalLocation"]["region"]["snippet"] == {"text": "38 dead"}
    assert "\n[stories/bera.txt:2](1): “Rescuers counted 38 dead, and" in result["message"]["text"]


def test_columns_are_code_points_and_fingerprints_are_of_the_content():
    whole = sarif()
    assert whole["columnKind"] == "unicodeCodePoints"
    assert [one["partialFingerprints"] for one in whole["results"]] == [
        {"factcheckContent/v1": finding.fingerprint} for finding in findings()
    ]


def test_a_note_on_an_input_points_at_its_file():
    (place,) = sarif()["results"][4]["locations"]
    assert place == {"physicalLocation": {"artifactLocation": {"uri": "stories/bera.txt", "uriBaseId": "SRCROOT"}}}


def test_rules_are_explained():
    rules = sarif()["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({finding.code for finding in findings()})
    assert rules[0]["shortDescription"] == {"text": "Figures conflict."}
    assert rules[0]["defaultConfiguration"] == {"level": "error"}
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in sarif()["results"])


@pytest.mark.parametrize(
    ("status", "fields"),
    [
        ("new", {}),
        ("known", {"baselineState": "unchanged"}),
        ("accepted", {"suppressions": [{"kind": "external", "justification": "why so"}]}),
        ("ignored", {"suppressions": [{"kind": "inSource", "justification": "why so"}]}),
    ],
)
def test_settled_findings_say_so_in_sarif(status, fields):
    result = sarif(with_status(d1=status))["results"][0]
    assert {name: value for name, value in result.items() if name in {"baselineState", "suppressions"}} == fields


def test_failed_inputs_and_stale_entries_are_notifications():
    told = report(skipped=(Skip("a.pdf", "damaged"),), stale=(Stale("b.toml: 0123", "no longer found"),))
    (call,) = sarif(told)["invocations"]
    assert call["executionSuccessful"] is False
    assert [one["message"]["text"] for one in call["toolExecutionNotifications"]] == [
        "a.pdf: damaged",
        "b.toml: 0123: no longer found",
    ]


@pytest.mark.parametrize(
    ("path", "artifact"),
    [
        ("a b/ü.txt", {"uri": "a%20b/%C3%BC.txt", "uriBaseId": "SRCROOT"}),
        ("/news/a.txt", {"uri": "file:///news/a.txt"}),
        ("C:/news/a b.txt", {"uri": "file:///C:/news/a%20b.txt"}),
        ("//desk/news/a.txt", {"uri": "file://desk/news/a.txt"}),
        ("c:a.txt", {"uri": "c%3Aa.txt", "uriBaseId": "SRCROOT"}),
        ("-", {"uri": "stdin", "uriBaseId": "SRCROOT"}),
        ("a#1?.txt", {"uri": "a%231%3F.txt", "uriBaseId": "SRCROOT"}),
    ],
)
def test_paths_are_uris(path, artifact):
    one = claim("x", "alba", "27 vehicles")._replace(path=path)
    told = report(claims=(one,), findings=(Finding("d", "FC304", "warning", ("x",), None, "why", 0.5, "f"),))
    assert sarif(told)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == artifact


def test_a_figure_over_two_lines_ends_on_the_second():
    one = claim("x", "alba", "27 vehicles")._replace(text="27\nvehicles", line=4, column=70)
    told = report(claims=(one,), findings=(Finding("d", "FC304", "warning", ("x",), None, "why", 0.5, "f"),))
    region = sarif(told)["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["endLine"], region["endColumn"]) == (5, 9)


def test_a_text_taken_out_of_a_file_has_no_lines_in_it():
    told = report(sources=tuple(one._replace(verbatim=False) for one in report().sources))
    physical = sarif(told)["results"][0]["locations"][0]["physicalLocation"]
    assert physical == {"artifactLocation": {"uri": "stories/alba.txt", "uriBaseId": "SRCROOT"}}
    assert github(told)[0].startswith("::error file=stories/alba.txt,title=factcheck FC101::")


@pytest.mark.parametrize(("name", "lines"), [("a.txt", True), ("a.md", True), ("a.html", False), ("a.zip", False)])
def test_annotations_have_lines_where_the_file_has_them(stories, name, lines):  # noqa: F811
    text = stories.joinpath("a.txt").read_text("utf-8")
    stories.joinpath("a.txt").unlink()
    body = text.partition("\n")[2]
    if name == "a.zip":
        with ZipFile(stories / name, "w") as file:
            file.writestr("a.txt", text)
    else:
        page = f"<html><body><article><h1>Fire at the mill</h1><p>{body}</p></article></body></html>"
        stories.joinpath(name).write_text(page if name == "a.html" else text, "utf-8")
    (first,) = (line for line in run("compare", stories, "-f", "github").out.splitlines() if "FC101" in line)
    assert f"{stories}/{name}" in first
    assert (",line=" in first) is lines


# --- GitHub -----------------------------------------------------------------------------------------------------


def github(told: Report | None = None) -> list[str]:
    return render(told or report(), "github", View()).splitlines()


def many(*severities: str) -> Report:
    found = (
        Finding(f"n{n}", "FC101", one, ("bera-3",), None, f"reason {n}", 0.5, f"f{n}")
        for n, one in enumerate(severities)
    )
    return report(findings=tuple(found))


def test_annotations_come_by_severity():
    kinds = [line.split()[0] for line in github()[:-1]]
    assert kinds == ["::error", "::warning", "::warning", "::notice", "::notice", "::notice", "::notice"]


def test_an_annotation_has_place_code_fingerprint_and_all_quotes_on_one_line():
    first = github()[0]
    head, _, message = first.removeprefix("::").partition("::")
    assert head == ("error file=stories/alba.txt,line=2,endLine=2,col=128,endColumn=146,title=factcheck FC101")
    lines = message.split("%0A")
    assert lines[0] == "at least 41 and exactly 38 cannot both hold (a1b2c3d4e5f6)"
    assert [line.partition(": ")[0] for line in lines[1:]] == [
        "stories/alba.txt:2:128",
        "stories/bera.txt:2:18",
        "stories/cova.txt:1:77",
    ]


def test_ten_of_a_kind_are_shown_and_the_rest_is_counted():
    lines = github(many(*["warning"] * 12, *["error"] * 3, "note"))
    assert [line.split()[0] for line in lines[:-1]] == ["::error"] * 3 + ["::warning"] * 10 + ["::notice"]
    assert lines[-1] == "factcheck: 3 errors, 12 warnings, 1 notice; 2 more than GitHub shows, see the whole report"


@pytest.mark.parametrize(
    ("path", "reason", "head", "message"),
    [
        ("a,b:c%.txt", "50% off\r\n::error::x", "file=a%2Cb%3Ac%25.txt", "50%25 off ::error::x"),
        ("a\nb.txt", "a\x1b[31m", "file=a%0Ab.txt", "a␛[31m"),
    ],
)
def test_nothing_of_a_source_can_be_a_command(path, reason, head, message):
    one = claim("x", "alba", "27 vehicles")._replace(path=path)
    told = report(claims=(one,), findings=(Finding("d", "FC304", "warning", ("x",), None, reason, 0.5, "f"),))
    lines = github(told)
    assert len(lines) == 2
    assert lines[0].startswith(f"::warning {head},line=4")
    assert f"::{message} (f)%0A" in lines[0]


def test_columns_are_left_out_over_two_lines():
    one = claim("x", "alba", "27 vehicles")._replace(text="27\nvehicles", line=4, column=70)
    told = report(claims=(one,), findings=(Finding("d", "FC304", "warning", ("x",), None, "why", 0.5, "f"),))
    assert github(told)[0].startswith("::warning file=stories/alba.txt,line=4,endLine=5,title=")


def test_no_finding_is_no_line():
    assert github(EMPTY) == []


def test_settled_findings_are_no_annotations():
    assert not any("FC101" in line for line in github(with_status(d1="known")))


# --- JUnit ------------------------------------------------------------------------------------------------------


def junit(told: Report | None = None, **view) -> etree._Element:
    """The suites, which are valid."""
    root = etree.fromstring(render(told or report(), "junit", View(**view)).encode())
    etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd")).assertValid(root)
    return root


def failing(root: etree._Element) -> list[str]:
    return [case.get("name") for case in root.iter("testcase") if case.find("failure") is not None]


def test_junit_is_valid_for_all_and_for_nothing():
    assert junit().get("tests") == str(len(facts()) + 5)
    assert junit(EMPTY).get("tests") == "0"


@pytest.mark.parametrize(("fail_on", "number"), [("error", 1), ("warning", 3), ("note", 6), ("never", 0)])
def test_cases_fail_where_the_command_does(fail_on, number):
    root = junit(fail_on=fail_on)
    assert (len(failing(root)), root.get("failures")) == (number, str(number))


def test_a_failure_has_both_quotes():
    (failure,) = junit().iter("failure")
    assert failure.get("message") == "at least 41 and exactly 38 cannot both hold"
    assert failure.getparent().get("name") == "people killed: conflict in 3 sources"
    assert "stories/alba.txt:2:128: “The ferry Halcyon sank" in failure.text
    assert "stories/bera.txt:2:18: “Rescuers counted 38 dead" in failure.text
    assert failure.text.endswith("fingerprint: a1b2c3d4e5f6")


def test_a_settled_finding_is_a_skipped_case():
    root = junit(with_status(d1="accepted"))
    assert failing(root) == []
    (skipped,) = root.iter("skipped")
    assert skipped.get("message") == "FC101 accepted: why so"


def test_junit_holds_no_character_xml_cannot():
    finding = Finding("d", "FC304", "warning", (), None, 'a\x00\x0b\ufffe & <b> "q" ]]>', 0.5, "f", "alba")
    (case,) = junit(report(findings=(finding,), facts=())).iter("testcase")
    assert case.get("name") == 'a␀ \ufffd & <b> "q" ]]>'


# --- the summary of a step --------------------------------------------------------------------------------------


def test_the_summary_is_the_markdown_under_a_heading():
    text = summarise(report(), View())
    assert text.startswith("# factcheck compare\n\n## Conflicts (1)")


def test_a_long_summary_is_cut_between_blocks():
    long = many(*["error"] * 9000)
    text = summarise(long, View())
    assert len(text.encode()) <= LIMIT + 100
    assert text.endswith("\n\nThe rest does not fit here: write it to a file with -o.\n")


# --- through the command line -----------------------------------------------------------------------------------


def test_files_of_all_three_and_a_summary_in_one_run(stories, tmp_path):  # noqa: F811
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", "utf-8")
    options = ["-o", tmp_path / "r.sarif", "-o", tmp_path / "r.xml", "-f", "github", "--step-summary"]
    done = run("compare", stories, *options, GITHUB_STEP_SUMMARY=str(summary))
    assert done.code == 1
    assert done.out.startswith("::error file=")
    assert json.loads(tmp_path.joinpath("r.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert "<failure " in tmp_path.joinpath("r.xml").read_text("utf-8")
    assert re.match(r"before\n# factcheck compare\n\n## Conflicts \(1\)", summary.read_text("utf-8"))


def test_no_summary_is_written_unless_asked_for(stories, tmp_path):  # noqa: F811
    run("compare", stories, "-f", "github", GITHUB_STEP_SUMMARY=str(tmp_path / "s.md"))
    assert not tmp_path.joinpath("s.md").exists()


def test_a_summary_needs_a_place(stories):  # noqa: F811
    done = run("compare", stories, "--step-summary", GITHUB_STEP_SUMMARY="")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "factcheck: error: --step-summary: GITHUB_STEP_SUMMARY is not set (use it in a step of a workflow)\n"
    )


@pytest.mark.parametrize("name", ["sarif", "github", "junit"])
@pytest.mark.parametrize("command", ["extract", "sources"])
def test_formats_of_findings_are_for_commands_that_make_findings(stories, command, name):  # noqa: F811
    done = run(command, stories, "-f", name)
    assert (done.code, done.out) == (2, "")
    assert f"--format: {name} shows findings, and {command} has none (use factcheck compare" in done.err
