"""Which findings are new: fingerprints, baselines, accepted findings, comments in sources, two reports compared."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from factcheck.read.ignore import ignores
from test_cli import FIFTEEN, TWELVE, run, stories  # noqa: F401 - a fixture

TITLED = "# Fire at the Lund mill\n\n"


def found(folder: Path, *options: object, code: str = "FC1", **environ: str) -> list[dict]:
    """The findings of a comparison whose code begins so."""
    done = run("compare", folder, "-f", "json", *options, **environ)
    assert done.code in {0, 1}, done.err
    return [one for one in json.loads(done.out)["findings"] if one["code"].startswith(code)]


def marks(folder: Path) -> list[str]:
    return sorted(one["fingerprint"] for one in found(folder))


# --- fingerprints -----------------------------------------------------------------------------------------------


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    """Two articles with headlines that contradict each other."""
    folder = tmp_path / "mill"
    folder.mkdir()
    folder.joinpath("a.md").write_text(TITLED + TWELVE.partition("\n")[2], "utf-8")
    folder.joinpath("b.txt").write_text("Police on the Lund mill fire\n\n" + FIFTEEN.partition("\n")[2], "utf-8")
    return folder


def moved_down(folder: Path) -> None:
    text = folder.joinpath("a.md").read_text("utf-8")
    folder.joinpath("a.md").write_text(TITLED + "\n\nThe weather was calm.\n\n" + text.removeprefix(TITLED), "utf-8")


def renamed(folder: Path) -> None:
    folder.joinpath("b.txt").rename(folder / "z-police.txt")


def another_ending(folder: Path) -> None:
    text = folder.joinpath("a.md").read_text("utf-8")
    folder.joinpath("a.md").write_bytes(text.replace("\n", "\r\n").encode())


def reworded(folder: Path) -> None:
    text = folder.joinpath("a.md").read_text("utf-8")
    folder.joinpath("a.md").write_text(text.replace("the mayor said", "the mayor said in tears"), "utf-8")


def spelled_out(folder: Path) -> None:
    text = folder.joinpath("a.md").read_text("utf-8")
    folder.joinpath("a.md").write_text(text.replace("12 people", "twelve people"), "utf-8")


def another_figure(folder: Path) -> None:
    text = folder.joinpath("a.md").read_text("utf-8")
    folder.joinpath("a.md").write_text(text.replace("12 people", "13 people"), "utf-8")


def a_third_source(folder: Path) -> None:
    text = folder.joinpath("a.md").read_text("utf-8").replace(TITLED, "# What the mayor said of the fire\n\n")
    folder.joinpath("c.md").write_text(text.replace("the mayor said", "she said"), "utf-8")


@pytest.mark.parametrize("change", [moved_down, renamed, another_ending, reworded, spelled_out])
def test_a_fingerprint_survives(mill, change):
    before = marks(mill)
    assert before
    change(mill)
    assert marks(mill) == before


@pytest.mark.parametrize("change", [another_figure, a_third_source])
def test_a_fingerprint_changes_with_the_content(mill, change):
    before = marks(mill)
    change(mill)
    assert not set(marks(mill)) & set(before)


def test_no_two_findings_of_a_run_have_one_fingerprint():
    done = run("compare", "seeds", "-f", "json", cwd=Path(__file__).parents[1])
    told = [one["fingerprint"] for one in json.loads(done.out)["findings"]]
    assert len(set(told)) == len(told) > 5


# --- baseline ---------------------------------------------------------------------------------------------------


def test_only_new_findings_fail(stories, tmp_path):  # noqa: F811
    assert run("compare", stories, "-o", tmp_path / "old.json").code == 1
    done = run("compare", stories, "--baseline", tmp_path / "old.json")
    assert done.code == 0
    assert "cannot both hold" not in done.out
    assert "factcheck: settled: 2 known of 2 findings; --all shows them\n" in done.err
    stories.joinpath("c.txt").write_text(TWELVE.replace("12 people", "22 people"), "utf-8")
    assert run("compare", stories, "--baseline", tmp_path / "old.json").code == 1


def test_all_shows_settled_findings_with_the_reason(stories, tmp_path):  # noqa: F811
    run("compare", stories, "-o", tmp_path / "old.json")
    done = run("compare", stories, "--baseline", tmp_path / "old.json", "--all")
    assert done.code == 0
    assert f"cannot both hold [known: in {tmp_path}/old.json]" in done.out


def test_a_report_made_with_a_baseline_is_a_baseline(stories, tmp_path):  # noqa: F811
    run("compare", stories, "-o", tmp_path / "1.json")
    assert run("compare", stories, "--baseline", tmp_path / "1.json", "-o", tmp_path / "2.json").code == 0
    assert run("compare", stories, "--baseline", tmp_path / "2.json").code == 0


def test_findings_that_are_gone_are_counted(stories, tmp_path):  # noqa: F811
    run("compare", stories, "-o", tmp_path / "old.json")
    stories.joinpath("b.txt").write_text(FIFTEEN.replace("15 people", "12 people"), "utf-8")
    done = run("compare", stories, "--baseline", tmp_path / "old.json")
    assert done.code == 0
    assert f"stale: {tmp_path}/old.json: 2 of its findings no longer found; write it anew with -o" in done.err


HOLLOW = {"schema": "factcheck/1", "sources": [], "claims": [], "facts": [], "findings": []}


def test_a_report_that_points_to_nothing_is_incomplete(stories, tmp_path):  # noqa: F811
    new, old = tmp_path / "new.json", tmp_path / "old.json"
    run("compare", stories, "-o", new)
    old.write_text(json.dumps(json.loads(new.read_text("utf-8")) | {"claims": []}), "utf-8")
    done = run("diff", old, new)
    assert done.code == 2
    assert "old.json: is an incomplete report of factcheck" in done.err


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("gone.json", None, "cannot be read: no such file or directory (check the path)"),
        (
            "gone.toml",
            None,
            "cannot be read: no such file or directory (check the path, or make it with factcheck accept)",
        ),
        ("a.json", "{", "is no JSON (make it with factcheck compare PATH... -o FILE.json)"),
        ("a.json", "[]", "is no report of factcheck"),
        ("a.json", "[" * 100_000, "is no JSON"),
        ("a.json", '{"schema": "factcheck/1"}', "is an incomplete report of factcheck"),
        *(
            ("a.json", json.dumps(HOLLOW | part), "is an incomplete report of factcheck")
            for part in ({"findings": [1]}, {"findings": [{}]}, {"claims": [{"id": "a:1"}]}, {"facts": {}})
        ),
        ("a.toml", "accepted = 3", "has no list of entries (each entry begins with [[accepted]])"),
        ("a.toml", '[[acepted]]\nfingerprint = "f"', "does not know 'acepted' (each entry begins with [[accepted]])"),
        ("a.toml", "x =", "is no TOML: Invalid value"),
        ("a.toml", '[[accepted]]\nreason = "r"\n', "entry 1: has no fingerprint"),
        ("a.toml", '[[accepted]]\nfingerprint = "f"\nreason = " "\n', "entry 1: has no reason"),
        (
            "a.toml",
            '[[accepted]]\nfingerprint = "f"\nreason = "r"\nuntil = "soon"\n',
            "entry 1: until = 'soon' is no day",
        ),
        ("a.toml", "\xff", "is not in UTF-8"),
    ],
)
def test_a_baseline_that_is_none_is_exit_2(stories, tmp_path, name, content, line):  # noqa: F811
    if content is not None:
        tmp_path.joinpath(name).write_bytes(content.encode("latin-1"))
    done = run("compare", stories, "--baseline", tmp_path / name)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"factcheck: error: {tmp_path / name}: {line}")
    assert done.err.count("\n") == 1


# --- accept -----------------------------------------------------------------------------------------------------


def accept(folder: Path, *words: object, **environ: str):
    return run("accept", *words, cwd=folder, **environ)


def test_an_accepted_finding_does_not_count(stories, tmp_path):  # noqa: F811
    (mark,) = (one["fingerprint"] for one in found(stories, code="FC101"))
    done = accept(tmp_path, mark[:6], stories, "--reason", "the mayor  corrected\nherself")
    assert (done.code, done.out) == (0, "")
    assert "factcheck: accepted: " in done.err
    assert done.err.endswith("leave the finding out with --baseline factcheck-accepted.toml\n")
    done = run("compare", "stories", "--baseline", "factcheck-accepted.toml", cwd=tmp_path)
    assert done.code == 0
    (one,) = found(stories, "--baseline", tmp_path / "factcheck-accepted.toml", code="FC101")
    assert (one["status"], one["justification"]) == ("accepted", "the mayor corrected herself")


def test_the_list_reads_well(stories, tmp_path):  # noqa: F811
    (mark,) = (one["fingerprint"] for one in found(stories, code="FC101"))
    accept(tmp_path, mark, stories, "--reason", 'she said "15" first', "--until", "2099-12-31")
    assert tmp_path.joinpath("factcheck-accepted.toml").read_text("utf-8") == (
        "# Findings of factcheck that somebody looked at and accepted, with the reason.\n"
        "# `factcheck accept` adds entries; `--baseline FILE` leaves them out. Sorted by code and fingerprint.\n"
        "\n"
        "# FC101: people killed: 12 and 15 cannot both hold\n"
        "#   a: The fire at the Lund mill on 7 March 2021 killed 12 people, the mayor said.\n"
        "#   b: The fire at the Lund mill on 7 March 2021 killed 15 people, the police said.\n"
        "[[accepted]]\n"
        f'fingerprint = "{mark}"\n'
        'code = "FC101"\n'
        'reason = "she said \\"15\\" first"\n'
        "until = 2099-12-31\n"
    )


def test_the_list_is_sorted_and_keeps_what_people_wrote(stories, tmp_path):  # noqa: F811
    run("compare", stories, "-o", tmp_path / "r.json")
    marks = {one["code"]: one["fingerprint"] for one in found(stories)}
    accept(tmp_path, marks["FC104"], "r.json", "--reason", "both are named")
    path = tmp_path / "factcheck-accepted.toml"
    path.write_text(path.read_text("utf-8").replace("# FC104", "# Asked the desk.\n# FC104"), "utf-8")
    accept(tmp_path, marks["FC101"], "r.json", "--reason", "known")
    accept(tmp_path, marks["FC101"], "r.json", "--reason", "known since May")
    text = path.read_text("utf-8")
    assert [(one["code"], one["reason"]) for one in tomllib.loads(text)["accepted"]] == [
        ("FC101", "known since May"),
        ("FC104", "both are named"),
    ]
    assert "# Asked the desk.\n# FC104: people killed" in text
    assert "\n\n\n" not in text


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["ffff"], "accept: no finding 'ffff' (take an id or fingerprint from --format json, and the same paths)"),
        (["N1", "--reason", " "], "--reason: is empty"),
        (["N1", "--until", "soon"], "--until: 'soon' is no day (write it as YYYY-MM-DD)"),
        (["N1", "--until", "2001-01-01"], "--until: 2001-01-01 has passed"),
        (["N1", "--file", "a.txt"], "a.txt: the list of accepted findings is TOML"),
        (["N1", "--file", "no/a.toml"], "no/a.toml: its folder does not exist (create the folder first)"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_accepted_is_exit_2(stories, words, line):  # noqa: F811
    done = accept(
        stories.parent, words[0], stories, *(words[1:] if "--reason" in words else [*words[1:], "--reason", "r"])
    )
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"factcheck: error: {line}")
    assert not stories.parent.joinpath("factcheck-accepted.toml").exists()


def test_a_reason_is_required(stories):  # noqa: F811
    done = accept(stories.parent, "N1", stories)
    assert done.code == 2
    assert "--reason" in done.err


def test_a_list_that_is_none_is_left_alone(stories):  # noqa: F811
    path = stories.parent / "factcheck-accepted.toml"
    path.write_text("[[accepted]]\n", "utf-8")
    assert accept(stories.parent, "N1", stories, "--reason", "r").code == 2
    assert path.read_text("utf-8") == "[[accepted]]\n"


@pytest.mark.parametrize(
    ("today", "code", "told"),
    [
        ("2030-06-30", 0, ""),
        ("2030-07-01", 1, "accepted until 2030-06-30, which has passed"),
        ("soon", 2, "'soon' is no day"),
    ],
)
def test_an_entry_holds_up_to_its_last_day(stories, tmp_path, today, code, told):  # noqa: F811
    (mark,) = (one["fingerprint"] for one in found(stories, code="FC101"))
    accept(tmp_path, mark, stories, "--reason", "r", "--until", "2030-06-30")
    done = run("compare", "stories", "--baseline", "factcheck-accepted.toml", cwd=tmp_path, FACTCHECK_TODAY=today)
    assert done.code == code
    assert told in done.err


def test_entries_nobody_needs_are_told(stories, tmp_path):  # noqa: F811
    (mark,) = (one["fingerprint"] for one in found(stories, code="FC101"))
    accept(tmp_path, mark, stories, "--reason", "r")
    stories.joinpath("b.txt").write_text(FIFTEEN.replace("15 people", "12 people"), "utf-8")
    done = run("compare", "stories", "--baseline", "factcheck-accepted.toml", cwd=tmp_path)
    line = f"stale: factcheck-accepted.toml: {mark}: accepted, but no longer found; remove the entry\n"
    assert line in done.err
    told = json.loads(
        run("compare", "stories", "--baseline", "factcheck-accepted.toml", "-f", "json", cwd=tmp_path).out
    )
    assert [one["reason"] for one in told["stale"]] == ["accepted, but no longer found; remove the entry"]


# --- comments in sources ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "codes", "reason", "line", "covered"),
    [
        ("a 12 <!-- factcheck: ignore[FC102] why --> b\nc", ("FC102",), "why", 1, "a 12 <!-- factcheck: ignore[FC102] why --> b"),
        ("a\n\n<!-- factcheck: ignore[FC102] why -->\nb\nc\n\nd", ("FC102",), "why", 3, "b\nc"),
        ("<!-- factcheck: ignore[FC102] why -->\r\n\r\nb\r\n\r\nc", ("FC102",), "why", 1, "b"),
        ("<!--factcheck:ignore[ fc102 , FC901 ]\n why\n so-->\nb", ("FC102", "FC901"), "why so", 1, "b"),
        ("<!-- factcheck: ignore[FC101] x -->\n<!-- factcheck: ignore[FC102] y -->\nb", ("FC101",), "x", 1, "b"),
        ("<!-- factcheck: ignore[FC102] -->\nb", ("FC102",), "", 1, "b"),
        ("<!-- factcheck: ignore why -->\nb", (), "", 1, "b"),
        ("<!-- factcheck: ignore[] why -->\nb", (), "why", 1, "b"),
        ("<!-- factcheck: ignore[FC1] why -->\nb", (), "why", 1, "b"),
        ("<!-- factcheck: ignore[FC102] why -->", ("FC102",), "why", 1, ""),
    ],
)  # fmt: skip
def test_comments(text, codes, reason, line, covered):
    first = ignores(text)[0]
    assert (first.codes, first.reason, first.line) == (codes, reason, line)
    assert text[first.start : first.end].strip("\r") == covered


@pytest.mark.parametrize(
    "text", ["", "<!-- a comment -->", "factcheck: ignore[FC102] why", "<!-- factcheck: ignored -->"]
)
def test_no_comments(text):
    assert ignores(text) == ()


def with_comment(folder: Path, comment: str) -> None:
    text = folder.joinpath("a.md").read_text("utf-8")
    folder.joinpath("a.md").write_text(text.replace("The fire", f"{comment}\nThe fire"), "utf-8")


def test_a_comment_settles_a_finding(mill):
    with_comment(mill, "<!-- factcheck: ignore[FC101,FC104] the mayor miscounted by 3 on 9 May -->")
    told = found(mill)
    assert {one["status"] for one in told} == {"ignored"}
    assert {one["justification"] for one in told} == {"the mayor miscounted by 3 on 9 May"}
    assert run("compare", mill).code == 0


def test_the_words_of_a_comment_are_not_read(mill):
    before = json.loads(run("extract", mill, "-f", "json").out)["claims"]
    with_comment(mill, "<!-- factcheck: ignore[FC101] 99 people on 3 May 2020 -->")
    after = json.loads(run("extract", mill, "-f", "json").out)["claims"]
    assert [one["text"] for one in after] == [one["text"] for one in before]
    assert not any("<!--" in one["quote"] for one in after)


@pytest.mark.parametrize(
    ("comment", "line"),
    [
        (
            "<!-- factcheck: ignore[FC101] -->",
            "line 3 has no effect, no reason is given; write <!-- factcheck: ignore[",
        ),
        ("<!-- factcheck: ignore typo -->", "line 3 has no effect, no code is named; write <!-- factcheck: ignore["),
    ],
)
def test_a_comment_without_code_or_reason_is_a_finding(mill, comment, line):
    with_comment(mill, comment)
    (one,) = found(mill, code="FC906")
    assert (one["severity"], one["source"]) == ("warning", "a")
    assert line in one["reason"]
    assert run("compare", mill).code == 1


def test_a_comment_that_settles_nothing_is_told(mill):
    with_comment(mill, "<!-- factcheck: ignore[FC102] no such thing -->")
    assert f"stale: {mill}/a.md:3: ignore[FC102] settles nothing; remove it\n" in run("compare", mill).err


def test_a_comment_settles_a_note_on_its_source(mill):
    with_comment(mill, "<!-- factcheck: ignore[FC901] nobody knows the day -->")
    told = {one["source"]: one["status"] for one in found(mill, code="FC901")}
    assert told == {"a": "ignored", "b": "new"}


# --- two reports ------------------------------------------------------------------------------------------------


@pytest.fixture
def reports(stories, tmp_path) -> Path:  # noqa: F811
    """Reports before and after: one figure was corrected, one source added."""
    run("compare", stories, "-o", tmp_path / "old.json")
    stories.joinpath("b.txt").write_text(FIFTEEN.replace("15 people", "50 people"), "utf-8")
    run("compare", stories, "-o", tmp_path / "changed.json")
    stories.joinpath("b.txt").write_text(FIFTEEN.replace("15 people", "12 people"), "utf-8")
    run("compare", stories, "-o", tmp_path / "agreed.json")
    return tmp_path


@pytest.mark.parametrize(
    ("old", "new", "summary", "code"),
    [
        ("old", "old", "0 new, 0 changed, 0 resolved, 2 findings the same", 0),
        ("agreed", "old", "2 new, 0 changed, 0 resolved, 0 findings the same", 1),
        ("old", "agreed", "0 new, 0 changed, 2 resolved, 0 findings the same", 0),
        ("old", "changed", "0 new, 2 changed, 0 resolved, 0 findings the same", 1),
    ],
)
def test_diff(reports, old, new, summary, code):
    done = run("diff", f"{old}.json", f"{new}.json", cwd=reports)
    assert (done.code, done.err) == (code, "")
    assert done.out.splitlines()[-1] == summary


def test_diff_tells_the_values(reports):
    lines = run("diff", "old.json", "changed.json", cwd=reports).out.splitlines()
    assert lines[0] == "Changed (2)"
    assert lines[2].startswith("  people killed: 12 and 50 cannot both hold  [FC101 error · ")
    assert lines[3] == "    b: 15 → 50"
    assert any(line.endswith('killed 50 people, the police said."') for line in lines)


def test_diff_as_json(reports):
    told = json.loads(run("diff", "old.json", "changed.json", "-f", "json", cwd=reports).out)
    assert told["schema"] == "factcheck-diff/1"
    assert told["changed"][0]["values"] == [{"source": "b", "old": "15", "new": "50"}]
    assert [claim["text"] for claim in told["changed"][0]["new"]["claims"]] == ["12", "50"]


@pytest.mark.parametrize(
    ("options", "code"),
    [(["--exit-zero"], 0), (["--fail-on", "never"], 0), (["--fail-on", "warning"], 1), (["-f", "json"], 1)],
)
def test_diff_exit_codes(reports, options, code):
    assert run("diff", "agreed.json", "old.json", *options, cwd=reports).code == code


def test_settled_findings_are_no_news(reports):
    path = reports / "old.json"
    told = json.loads(path.read_text("utf-8"))
    for one in told["findings"]:
        one["status"] = "accepted"
    path.write_text(json.dumps(told), "utf-8")
    assert run("diff", "agreed.json", "old.json", cwd=reports).code == 0


@pytest.mark.parametrize("words", [["old.json"], ["old.json", "gone.json"], ["gone.json", "old.json"]])
def test_diff_needs_two_reports(reports, words):
    done = run("diff", *words, cwd=reports)
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("comment", ["<!-- factcheck: ignore[FC101,FC104] she miscounted by 3 -->"])
def test_a_comment_in_a_web_page_settles_a_finding(stories, comment):  # noqa: F811
    words = TWELVE.partition("\n")[2].strip()
    page = f"<html><head><title>Fire at the mill</title></head><body><article><h1>Fire at the mill</h1>{comment}<p>{words}</p><p>The mayor thanked the firemen and their families for the work of a long night.</p></article></body></html>"
    stories.joinpath("a.txt").unlink()
    stories.joinpath("a.html").write_text(page, "utf-8")
    told = found(stories)
    assert [one["status"] for one in told] == ["ignored", "ignored"]
    assert run("compare", stories).code == 0
