"""`factcheck check DRAFT --against PATH...`: what the sources say about each claim of a draft."""

from __future__ import annotations

import csv
import io
import json
import re
from importlib import resources
from pathlib import Path

import jsonschema
import pytest

import factcheck
from test_cli import Done, run

SCHEMA = json.loads(resources.files("factcheck").joinpath("schema/factcheck-1.json").read_text("utf-8"))
DRAFT = """\
---
title: A night at the mill
published: 2021-03-10
---
# A night at the mill

A fire at the Lund mill on 7 March 2021 killed 15 people, the mayor said. It injured 41 workers, {badly} of them badly.

The company put the damage at the Lund mill at $2 million. It insured the mill for 88,000 euros.

On Tuesday, 77 people were still at the school.
"""
ALBA = """\
Published: 2021-03-09
The fire at the Lund mill on 7 March 2021 killed 12 people, the mayor said. It injured 41 workers.
The brigade counts 77 attacks on its fire engines this year.
"""
BERA = """\
Published: 2021-03-08
The company put the damage at the Lund mill at $2 million.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A draft and two sources."""
    tmp_path.joinpath("draft.md").write_text(DRAFT.format(badly="two"), "utf-8")
    tmp_path.joinpath("sources").mkdir()
    tmp_path.joinpath("sources/alba.txt").write_text(ALBA, "utf-8")
    tmp_path.joinpath("sources/bera.txt").write_text(BERA, "utf-8")
    return tmp_path


def check(desk: Path, *options: object, draft: str = "draft.md", stdin: bytes = b"", **environ: str) -> Done:
    return run("check", draft, "--against", "sources", *options, cwd=desk, stdin=stdin, **environ)


def checks(desk: Path, *options: object) -> list[dict]:
    told = json.loads(check(desk, "-f", "json", *options).out)
    jsonschema.validate(told, SCHEMA)
    return told["checks"]


# --- verdicts ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "verdict", "sources", "reason"),
    [
        ("7 March 2021", "supported", ["alba"], "alba says the same"),
        ("15", "contradicted", ["alba"], "the draft has 15 people killed, alba has 12"),
        ("41", "supported", ["alba"], "alba says the same"),
        ("$2 million", "supported", ["bera"], "bera says the same"),
        ("77", "similar", ["alba"], "same figure, different thing: 77 people / 77 attacks"),
        ("88,000 euros", "unsupported", [], "no source has 88,000 euros"),
        ("two", "unsupported", [], "no source has two workers injured; nearest in alba: 41 workers injured"),
    ],
)
def test_verdicts(desk, words, verdict, sources, reason):
    told = json.loads(check(desk, "-f", "json").out)
    claims = {one["id"]: one for one in told["claims"]}
    (found,) = (one for one in told["checks"] if claims[one["claim"]]["text"] == words)
    assert found["verdict"] == verdict
    assert [claims[key]["source"] for key in (*found["counter"], *found["support"])] == sources
    assert found["reason"].startswith(reason)


@pytest.mark.parametrize(
    ("text", "verdict", "reason"),
    [
        ("12 people", "supported", "alba says the same"),
        ("at least 10 people", "supported", "it fits alba"),
        ("at least 13 people", "contradicted", "the draft has at least 13 people killed, alba has 12"),
    ],
)
def test_bounds_count(desk, text, verdict, reason):
    path = desk / "draft.md"
    path.write_text(path.read_text("utf-8").replace("15 people", text), "utf-8")
    told = json.loads(check(desk, "-f", "json").out)
    claims = {one["id"]: one for one in told["claims"]}
    (found,) = (one for one in told["checks"] if claims[one["claim"]]["text"] == text.split()[-2])
    assert (found["verdict"], found["reason"]) == (verdict, reason)


def test_a_figure_with_support_and_counter_quote_is_a_warning(desk):
    desk.joinpath("sources/cova.txt").write_text(
        "Published: 2021-03-09\nThe fire at the Lund mill on 7 March 2021 killed 15 people, the police said.\n", "utf-8"
    )
    told = json.loads(check(desk, "-f", "json").out)
    (one,) = (one for one in told["findings"] if "killed" in one["reason"])
    assert (one["code"], one["severity"]) == ("FC501", "warning")
    assert one["reason"] == "people killed: the draft has 15 people killed, alba has 12; cova says the same"
    assert [key.partition(":")[0] for key in one["claims"]] == ["draft", "alba", "cova"]


def test_trusted_sources_come_first(desk):
    desk.joinpath("factcheck.toml").write_text('trust = ["zulu"]\n', "utf-8")
    desk.joinpath("sources/zulu.txt").write_text(ALBA.replace("It injured", "The fire injured"), "utf-8")
    first = next(one for one in checks(desk) if one["verdict"] == "supported")
    assert [key.partition(":")[0] for key in first["support"]] == ["zulu", "alba"]


def test_sources_that_contradict_one_another_are_no_finding_about_the_draft(desk):
    desk.joinpath("sources/cova.txt").write_text(ALBA.replace("77 attacks", "99 attacks").replace("41", "43"), "utf-8")
    desk.joinpath("draft.md").write_text("The fire at the Lund mill on 7 March 2021 killed 12 people.\n", "utf-8")
    told = json.loads(check(desk, "-f", "json").out)
    assert {one["code"] for one in told["findings"]} <= {"FC901"}
    assert {one["verdict"] for one in told["checks"]} == {"supported"}


def test_what_is_wrong_inside_the_draft_is_told_and_inside_the_sources_is_not(desk):
    wrong = "\nThe mayor spoke on Friday, 9 March 2021.\n"
    for name in ("draft.md", "sources/bera.txt"):
        desk.joinpath(name).write_text(desk.joinpath(name).read_text("utf-8") + wrong, "utf-8")
    told = json.loads(check(desk, "-f", "json").out)
    assert [one["claims"][0].partition(":")[0] for one in told["findings"] if one["code"] == "FC305"] == ["draft"]


# --- how it is shown --------------------------------------------------------------------------------------------


def test_the_table(desk):
    lines = check(desk).out.splitlines()
    headings = ["Contradicted (1)", "Only similar (1)", "In no source (3)", "Supported (3)"]
    assert [lines.index(heading) for heading in headings] == sorted(lines.index(heading) for heading in headings)
    at = lines.index("  people killed  [FC501 error · update]")
    assert lines[at + 1].startswith("    15  draft (mayor)  draft.md:7:48  ")
    assert lines[at + 2].startswith("    12  alba (mayor)  sources/alba.txt:2:50  ")
    assert lines[at + 3] == "    → the draft has 15 people killed, alba has 12"
    assert "  1 more with --all: vague words, ordinals, ones and twos, dates that are no day" in lines
    assert "  = workers injured: 41 [alba]" in lines
    assert lines[-3] == (
        "draft: 8 claims against 2 sources: 3 supported, 1 contradicted, 1 only similar, 3 in no source"
    )


def test_quiet_shows_what_is_wrong_only(desk):
    out = check(desk, "-q").out
    assert "Contradicted (1)" in out
    assert "Supported" not in out
    assert "claims against" not in out


def test_all_shows_the_quotes_of_what_is_supported(desk):
    out = check(desk, "--all").out
    assert re.search(r"^    41 +draft, alba  draft.md:7:\d+  ", out, re.MULTILINE)
    assert "no source has two workers injured" in out


def test_the_check_sheet_has_a_verdict_for_each_claim(desk):
    rows = list(csv.DictReader(io.StringIO(check(desk, "-f", "csv").out)))
    own = [row for row in rows if row["source"] == "draft"]
    assert [(row["text"], row["verdict"]) for row in own if row["code"] != "FC901"] == [
        ("7 March 2021", "supported"),
        ("15", "contradicted"),
        ("41", "supported"),
        ("two", "unsupported"),
        ("$2 million", "supported"),
        ("88,000 euros", "unsupported"),
        ("Tuesday", "unsupported"),
        ("77", "similar"),
    ]


@pytest.mark.parametrize("suffix", ["json", "csv", "md", "txt", "html", "sarif", "xml", "jsonl", "xlsx", "sqlite"])
def test_every_format_is_written(desk, suffix):
    done = check(desk, "-o", f"r.{suffix}")
    assert done.code == 1
    assert desk.joinpath(f"r.{suffix}").stat().st_size > 500
    assert "draft: 8 claims against 2 sources" in done.err


def test_annotations_point_at_the_draft(desk):
    lines = check(desk, "-f", "github").out.splitlines()
    assert lines[0].startswith("::error file=draft.md,line=7,endLine=7,col=48,endColumn=50,title=factcheck FC501::")
    assert all("file=draft.md" in line for line in lines[:-1])


# --- exit codes and inputs --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "code"), [([], 1), (["--fail-on", "never"], 0), (["--exit-zero"], 0), (["-f", "sarif"], 1)]
)
def test_a_contradiction_is_exit_1(desk, options, code):
    assert check(desk, *options).code == code


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1)])
def test_unsupported_claims_fail_when_asked(desk, fail_on, code):
    path = desk / "draft.md"
    path.write_text(path.read_text("utf-8").replace("15 people", "12 people"), "utf-8")
    assert check(desk, "--fail-on", fail_on).code == code


def test_a_finding_of_a_check_can_be_explained(desk):
    told = json.loads(check(desk, "-f", "json").out)["findings"]
    assert {one["code"] for one in told} >= {"FC501", "FC502", "FC503"}
    for one in told:
        for key in (one["id"], one["fingerprint"]):
            done = run("explain", key, "draft.md", "--against", "sources", cwd=desk)
            assert (done.code, done.err) == (0, "")
            assert done.out.startswith(f"{one['code']}: {one['reason']}\n")
            assert all(f"\n{claim}  " in done.out for claim in one["claims"])
    key = told[0]["id"]
    assert f"factcheck explain {key} DRAFT --against PATH..." in check(desk, "--all").out


def test_a_note_on_an_input_is_explained_without_figures(desk):
    desk.joinpath("sources/cera.txt").write_text("Nobody came.\n", "utf-8")
    notes = [one for one in json.loads(check(desk, "-f", "json").out)["findings"] if not one["claims"]]
    assert notes
    for one in notes:
        done = run("explain", one["id"], "draft.md", "--against", "sources", cwd=desk)
        assert (done.code, done.out) == (0, f"{one['code']}: {one['reason']}\n")


def test_a_baseline_and_an_accepted_finding_settle_a_check(desk):
    check(desk, "-o", "old.json")
    assert check(desk, "--baseline", "old.json", "--fail-on", "note").code == 0
    mark = next(one["fingerprint"] for one in json.loads(desk.joinpath("old.json").read_text("utf-8"))["findings"])
    assert run("accept", mark, "old.json", "--reason", "she corrected it", cwd=desk).code == 0
    assert check(desk, "--baseline", "factcheck-accepted.toml").code == 0


def test_a_comment_in_the_draft_settles_a_check(desk):
    path = desk / "draft.md"
    comment = "<!-- factcheck: ignore[FC501] she corrected it -->"
    path.write_text(path.read_text("utf-8").replace("A fire", f"{comment}\nA fire"), "utf-8")
    assert check(desk).code == 0


def test_the_draft_may_lie_among_its_sources(desk):
    done = run("check", "draft.md", "--against", ".", "-f", "json", cwd=desk)
    assert done.code == 1
    assert len(json.loads(done.out)["checks"]) == 8


@pytest.mark.parametrize(
    "words",
    [
        ["draft.md", "--against", "sources/alba.txt", "sources/bera.txt"],
        ["draft.md", "--against", "sources/alba.txt", "--against", "sources/bera.txt"],
        ["--against", "sources", "draft.md"],
    ],
    ids=" ".join,
)
def test_sources_can_be_given_in_several_ways(desk, words):
    done = run("check", *words, "-f", "json", cwd=desk)
    assert len(json.loads(done.out)["sources"]) == 3


def test_a_draft_on_standard_input(desk):
    done = check(desk, "-f", "json", draft="-", stdin=DRAFT.format(badly="two").encode())
    assert done.code == 1
    told = json.loads(done.out)
    assert [one["verdict"] for one in told["checks"]].count("contradicted") == 1


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["draft.md"], "draft.md: there is nothing to check it against (name its sources with --against PATH)"),
        (["draft.md", "--against", "draft.md"], "draft.md: there is nothing to check it against"),
        (["gone.md", "--against", "sources"], "gone.md: no such file or folder"),
        (["sources", "--against", "draft.md"], "sources: is not one document"),
        (["draft.md", "--against", "sources", "copy.md"], "draft.md: same content as copy.md"),
        ([], "missing argument 'DRAFT'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_checked_is_exit_2(desk, words, line):
    desk.joinpath("copy.md").write_bytes(desk.joinpath("draft.md").read_bytes())
    done = run("check", *words, cwd=desk)
    assert (done.code, done.out) == (2, "")
    assert line in done.err


def test_a_missing_source_is_exit_2_and_the_others_count(desk):
    done = check(desk, "gone.txt")
    assert done.code == 2
    assert "skipped: gone.txt: no such file or folder" in done.err
    assert "Contradicted (1)" in done.out


def test_from_python(desk):
    report = factcheck.check(str(desk / "draft.md"), [str(desk / "sources")])
    assert [one.verdict for one in report.checks].count("supported") == 3
    assert {finding.code for finding in report.findings} == {"FC501", "FC502", "FC503"}


def test_a_draft_in_word_is_read(desk):
    pytest.importorskip("zipfile")
    path = desk / "draft.docx"
    docx(path, DRAFT.format(badly="two").split("---\n")[2].replace("# ", "").split("\n\n"))
    done = run("check", "draft.docx", "--against", "sources", "--date", "draft.docx=2021-03-10", "-f", "json", cwd=desk)
    verdicts = [one["verdict"] for one in json.loads(done.out)["checks"]]
    assert (verdicts.count("supported"), verdicts.count("contradicted")) == (3, 1)


def docx(path: Path, paragraphs: list[str]) -> None:
    """The least a Word document is made of."""
    from html import escape
    from zipfile import ZipFile

    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f"<w:p><w:r><w:t>{escape(text.strip())}</w:t></w:r></w:p>" for text in paragraphs)
    with ZipFile(path, "w") as file:
        file.writestr(
            "word/document.xml", f'<?xml version="1.0"?><w:document {space}><w:body>{body}</w:body></w:document>'
        )
