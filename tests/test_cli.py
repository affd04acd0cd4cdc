"""The command line as a user meets it: exit code, stdout and stderr of the real entry point."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

import factcheck
from factcheck import cli
from factcheck.cli.judging import Compare
from factcheck.errors import FactcheckError
from factcheck.model import Finding, Report, Skip
from reports import report

ROOT = str(Path(factcheck.__file__).parents[1])
PROGRAM = [
    sys.executable,
    "-c",
    f"import sys; sys.path.insert(0, {ROOT!r}); from factcheck.cli import main; sys.exit(main())",
]
SETTINGS = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "CI", "COLUMNS", "TERM")
TWELVE = "Published: 2021-03-09\nThe fire at the Lund mill on 7 March 2021 killed 12 people, the mayor said.\n"
FIFTEEN = "Published: 2021-03-09\nThe fire at the Lund mill on 7 March 2021 killed 15 people, the police said.\n"


class Done(NamedTuple):
    code: int
    out: str
    err: str


def run(*words: object, cwd: Path | None = None, stdin: bytes = b"", **environ: str) -> Done:
    """Run factcheck in a process of its own, without a terminal."""
    clean = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    done = subprocess.run(
        [*PROGRAM, *map(str, words)],
        cwd=cwd,
        input=stdin,
        env=clean | environ,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert b"Traceback" not in done.stderr or "-v" in words, done.stderr.decode()
    return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """Two articles that contradict each other."""
    folder = tmp_path / "stories"
    folder.mkdir()
    folder.joinpath("a.txt").write_text(TWELVE, "utf-8")
    folder.joinpath("b.txt").write_text(FIFTEEN, "utf-8")
    return folder


def told(monkeypatch: pytest.MonkeyPatch, result: Report | BaseException) -> None:
    """Let the pipeline give this."""

    def give(*_: object) -> Report:
        if isinstance(result, BaseException):
            raise result
        return result

    from factcheck import pipeline

    monkeypatch.setattr(pipeline, "compare", give)
    monkeypatch.setattr(pipeline, "extract", give)


def with_severities(severities: Iterable[str], **fields: object) -> Report:
    found = tuple(
        Finding(f"n{n}", "FC101", one, ("bera-3",), None, "why", 0.5, "f") for n, one in enumerate(severities)
    )
    return report(findings=found, **{"skipped": ()} | fields)


# --- usage ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["compar", "x"], "no such command 'compar' (did you mean 'compare'?)"),
        (["compare", "x", "--formt", "csv"], "no such option: --formt (did you mean --format?)"),
        (["compare", "x", "--fail-one", "never"], "no such option: --fail-one (did you mean --fail-on or --baseline?)"),
        (
            ["--format", "csv", "compare", "x"],
            "no such option: --format (options come after the command, see factcheck --help)",
        ),
        (["--versoin"], "no such option: --versoin (did you mean --version?)"),
        (["compare", "x", "--width", "wide"], "'wide' is not a valid int range"),
        (["compare", "x", "--fail-on", "all"], "'all' is not one of 'error', 'warning', 'note', 'never'"),
        (["compare", "x", "-f", "jsn"], "--format: unknown format 'jsn' (did you mean json? there are: table"),
        (["compare", "x", "-o", "a.foo"], "a.foo: the suffix names no format (use one of .txt .csv"),
        (["compare", "x", "-o", "no/such/a.csv"], "no/such/a.csv: its folder does not exist (create the folder first)"),
        (
            ["sources", "x", "-o", "sources.csv"],
            "sources.csv: is the name of the table about the articles (name the file otherwise)",
        ),
        (["compare", "x", "-o", "."], ".: is a folder (name a file to write to)"),
        (
            ["compare", "x", "--date", "2021-03-09"],
            "--date 2021-03-09: no file and date (write it as --date FILE=2022-05-03)",
        ),
        (["explain"], "missing argument 'CODE|ID' (see factcheck explain --help)"),
        (["explain", "FC999"], "explain: there is no code FC999 (there are: FC101"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_mistake_is_one_line_with_a_cure_and_exit_2(words, line):
    done = run(*words)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("factcheck: error: ")
    assert line in done.err
    assert done.err.count("\n") == 1


def test_a_file_that_looks_like_an_option_gets_its_path(stories):
    stories.joinpath("-c.txt").write_text(FIFTEEN, "utf-8")
    done = run("compare", "-c.txt", "a.txt", cwd=stories)
    assert (done.code, done.err) == (2, "factcheck: error: no such option: -c (is it a file? write ./-c.txt)\n")
    assert run("compare", "./-c.txt", "a.txt", cwd=stories).code == 1


def test_a_folder_without_a_command_gets_the_command(stories):
    done = run("stories", cwd=stories.parent)
    assert done.code == 2
    assert "did you mean: factcheck compare stories?" in done.err


@pytest.mark.parametrize(("words", "code"), [([], 2), (["--help"], 0), (["-h"], 0)], ids=["none", "long", "short"])
def test_help_names_the_commands_and_exit_codes(words, code):
    done = run(*words)
    assert done.code == code
    assert all(name in done.out for name in ("compare", "extract", "sources", "explain", "--version", "Exit codes: 0"))


def test_version():
    assert run("--version") == Done(0, f"factcheck {factcheck.__version__}\n", "")


def test_explain_a_code_in_any_case():
    done = run("explain", "fc101")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("FC101")


# --- exit codes, with a pipeline of our own -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("severities", "words", "code"),
    [
        (["error"], [], 1),
        (["warning", "note"], [], 0),
        (["warning"], ["--fail-on", "warning"], 1),
        (["note"], ["--fail-on", "warning"], 0),
        (["note"], ["--fail-on", "note"], 1),
        (["error"], ["--fail-on", "never"], 0),
        (["error"], ["--exit-zero"], 0),
        (["error"], ["-f", "json"], 1),
        (["error"], ["--quiet"], 1),
        ([], [], 0),
    ],
)
def test_findings_at_or_above_the_level_are_exit_1(monkeypatch, severities, words, code):
    told(monkeypatch, with_severities(severities))
    assert cli.main(["compare", "x", *words]) == code


@pytest.mark.parametrize("words", [[], ["--exit-zero"], ["--fail-on", "never"], ["-q"]], ids=" ".join)
@pytest.mark.parametrize("command", ["compare", "extract", "sources"])
def test_an_input_that_failed_is_exit_2_whatever_else(monkeypatch, capsys, command, words):
    told(monkeypatch, with_severities(["error"], skipped=(Skip("x/b.txt", "empty file; remove it"),)))
    if command != "compare":
        words = [word for word in words if word == "-q"]
    assert cli.main([command, "x", *words]) == 2
    captured = capsys.readouterr()
    assert captured.err == "factcheck: skipped: x/b.txt: empty file; remove it\n"
    assert captured.out != ""


def test_a_duplicate_is_told_and_is_no_failure(monkeypatch, capsys):
    told(monkeypatch, with_severities([], skipped=(Skip("x/c.txt", "same content as x/a.txt", failed=False),)))
    assert cli.main(["compare", "x"]) == 0
    assert capsys.readouterr().err == "factcheck: skipped: x/c.txt: same content as x/a.txt\n"
    assert cli.main(["compare", "x", "-q"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("number", [0, 1])
def test_one_source_cannot_be_compared(monkeypatch, capsys, number):
    told(monkeypatch, report(sources=report().sources[:number], skipped=(), facts=(), findings=()))
    assert cli.main(["compare", "x"]) == 2
    assert "there is nothing to compare this source with (give two or more" in capsys.readouterr().err
    assert cli.main(["extract", "x"]) == 0


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (FactcheckError("no such thing", "a.txt", "cure"), 2, "factcheck: error: a.txt: no such thing (cure)\n"),
        (KeyError("x"), 2, "factcheck: internal error: KeyError: 'x' (please report it; -v shows where)\n"),
        (
            RecursionError("deep"),
            2,
            "factcheck: internal error: RecursionError: deep (please report it; -v shows where)\n",
        ),
        (KeyboardInterrupt(), 130, "factcheck: interrupted\n"),
        (BrokenPipeError(), 141, ""),
        (FactcheckError("a\nb\x1b[31m", "f\x07.txt"), 2, "factcheck: error: f␇.txt: a b␛[31m\n"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)
def test_errors_are_one_line(monkeypatch, capsys, error, code, line):
    told(monkeypatch, error)
    assert cli.main(["compare", "x"]) == code
    assert capsys.readouterr() == ("", line)


def test_verbose_shows_the_traceback_of_an_internal_error(monkeypatch, capsys):
    told(monkeypatch, KeyError("x"))
    assert cli.main(["compare", "x", "-v"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_verbose_tells_how_each_file_was_read(monkeypatch, capsys):
    told(monkeypatch, with_severities([]))
    assert cli.main(["compare", "x", "--verbose"]) == 0
    assert capsys.readouterr().err.splitlines()[-1] == (
        "factcheck: read: stories/cova.txt: as cova, cp1252, published 2023-04-01 (masthead, doubtful)"
    )


def test_options_reach_the_settings():
    options = Compare(dates=["a.txt=2022-05-03", "x=y.txt=2021-01-01"], encoding="cp1252")
    assert options.settings().dates == {"a.txt": "2022-05-03", "x=y.txt": "2021-01-01"}
    assert options.settings().encoding == "cp1252"


# --- where the result goes ----------------------------------------------------------------------------------------


def test_files_get_the_format_of_their_suffix_and_stdout_gets_nothing(stories, tmp_path):
    done = run(
        "compare", stories, "-o", tmp_path / "r.json", "-o", tmp_path / "r.csv", "-o", tmp_path / "r.md", "--excel"
    )
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("factcheck: wrote: ")
    assert "2 sources, " in done.err
    assert json.loads(tmp_path.joinpath("r.json").read_text("utf-8"))["schema"] == "factcheck/1"
    assert tmp_path.joinpath("r.csv").read_bytes().startswith(b"\xef\xbb\xbffinding,code")
    assert tmp_path.joinpath("r.md").read_text("utf-8").startswith("## Conflicts")


@pytest.mark.parametrize(
    ("name", "asked", "cure"),
    [
        ("out.txt", False, "no text in it; if this run is piped into it, use -o; else remove it"),
        ("out.pdf", False, "no text in it; if this run is piped into it, use -o; else remove it"),
        ("out.txt", True, "no text in it; remove it or save the article into it"),
    ],
)
def test_an_empty_file_may_be_where_the_pipe_of_this_run_ends(stories, name, asked, cure):
    stories.joinpath(name).touch()
    done = run("compare", ".", *([name] if asked else []), cwd=stories)
    assert (done.code, done.err) == (2, f"factcheck: skipped: {name}: {cure}\n")
    assert "Conflicts (1)" in done.out


def test_a_format_besides_a_file_goes_to_stdout(stories, tmp_path):
    done = run("compare", stories, "-o", tmp_path / "r.csv", "-f", "json")
    assert (done.code, done.err) == (1, "")
    assert json.loads(done.out)["findings"]


def test_a_file_never_changes_the_exit_code(stories, tmp_path):
    codes = {
        run("compare", stories, *more).code
        for more in ([], ["-o", tmp_path / "r.csv"], ["-q", "-o", tmp_path / "r.md"])
    }
    assert codes == {1}


def test_a_source_is_never_overwritten(stories):
    done = run("compare", stories, "-o", stories / "b.txt")
    assert done.code == 2
    assert "is one of the sources" in done.err
    assert stories.joinpath("b.txt").read_text("utf-8") == FIFTEEN


@pytest.mark.parametrize("name", ["a.csv", "copy.txt"])
def test_what_a_source_was_read_from_is_never_overwritten(tmp_path, name):
    tmp_path.joinpath("a.csv").write_text(f"title,text\nBera,{FIFTEEN.strip()}\n", "utf-8")
    for copy in ("b.txt", "copy.txt"):
        tmp_path.joinpath(copy).write_text(TWELVE, "utf-8")
    before = tmp_path.joinpath(name).read_text("utf-8")
    done = run("sources", tmp_path, "-o", tmp_path / name)
    assert (done.code, tmp_path.joinpath(name).read_text("utf-8")) == (2, before)
    assert f"{name}: is one of the sources, left alone (write to another folder)" in done.err


def test_a_report_is_written_over(stories):
    assert [run("compare", stories, "-o", stories / "report.md").code for _ in range(2)] == [1, 1]


def test_options_may_come_before_or_after_the_paths(stories):
    assert run("compare", "-f", "text", stories) == run("compare", stories, "-f", "text")


def test_the_file_stdout_goes_to_is_no_article(stories):
    with stories.joinpath("result.txt").open("wb") as result:
        done = subprocess.run(
            [*PROGRAM, "compare", str(stories)], stdout=result, stderr=subprocess.PIPE, check=False, timeout=60
        )
    assert (done.returncode, done.stderr) == (1, b"")
    assert stories.joinpath("result.txt").read_text("utf-8") == run("compare", stories).out


def test_the_same_input_gives_the_same_bytes(stories):
    for name in ("table", "text", "csv", "json", "jsonl", "markdown"):
        first, second = (run("compare", stories, "-f", name, PYTHONHASHSEED=seed) for seed in ("1", "2"))
        assert first == second


@pytest.mark.parametrize("environ", [{"FORCE_COLOR": "1"}, {"CLICOLOR_FORCE": "1"}], ids=str)
def test_colour_can_be_forced_into_a_pipe_and_nothing_is_cut(stories, environ):
    out = run("compare", stories, **environ).out
    assert "\x1b[" in out
    assert "…" not in out
    assert "\x1b[" not in run("compare", stories, "--color", "never", **environ).out


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_output_is_utf8_whatever_the_locale(stories, encoding):
    stories.joinpath("c.txt").write_text(
        "Published: 2021-03-09\nEn Łódź murieron 9 — “nine” 東 people died.\n", "utf-8"
    )
    out = run("extract", stories, "-f", "json", PYTHONIOENCODING=encoding).out
    assert "Łódź" in out


def on_a_terminal(*words: object, width: int = 80, **environ: str) -> tuple[int, str]:
    """Run factcheck on a pseudo-terminal; stderr goes there too."""
    clean = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    settings = {"COLUMNS": str(width), "TERM": "xterm"}
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [*PROGRAM, *map(str, words)], stdin=follower, stdout=follower, stderr=follower, env=clean | settings | environ
    )
    os.close(follower)
    got = b""
    while True:
        try:
            chunk = os.read(leader, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not chunk:
            break
        got += chunk
    os.close(leader)
    return process.wait(timeout=60), got.decode("utf-8").replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("environ", "color"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)], ids=str
)
def test_a_terminal_gets_its_width_and_colours_unless_told_otherwise(stories, environ, color):
    code, text = on_a_terminal("compare", stories, width=60, **environ)
    assert code == 1
    assert ("\x1b[1m" in text) is color
    if not color:
        assert max(map(len, text.splitlines())) <= 60


@pytest.mark.parametrize("name", ["csv", "json", "jsonl", "html", "text", "table"])
def test_no_format_drives_a_terminal(stories, name):
    stories.joinpath("c\x1b[2Jd.txt").write_text("The \x1b]0;title\x07\u202efire killed 19 people.\n", "utf-8")
    _, text = on_a_terminal("extract", stories, "-f", name, NO_COLOR="1")
    assert "19" in text
    assert not set("\x07\u202e").intersection(text)
    assert "\x1b[2J" not in text
    assert "\x1b]" not in text


def test_ci_has_no_width(stories):
    _, text = on_a_terminal("compare", stories, width=40, CI="true", NO_COLOR="1")
    assert max(map(len, text.splitlines())) > 60


# --- inputs -------------------------------------------------------------------------------------------------------


def binary(folder: Path) -> None:
    folder.joinpath("bad.txt").write_bytes(bytes(range(256)) * 40)


def empty(folder: Path) -> None:
    folder.joinpath("bad.txt").write_bytes(b"")


def dangling(folder: Path) -> None:
    folder.joinpath("bad.txt").symlink_to(folder / "gone.txt")


def locked(folder: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    folder.joinpath("bad.txt").write_text("9 people died.", "utf-8")
    folder.joinpath("bad.txt").chmod(0)


@pytest.mark.parametrize("spoil", [binary, empty, dangling, locked])
def test_a_bad_file_is_named_with_a_reason_and_the_others_are_compared(stories, spoil: Callable[[Path], None]):
    spoil(stories)
    done = run("compare", stories, "-f", "json")
    assert done.code == 2
    assert done.err.startswith("factcheck: skipped: ")
    assert "bad.txt: " in done.err
    assert done.err.count("\n") == 1
    data = json.loads(done.out)
    assert [source["id"] for source in data["sources"]] == ["a", "b"]
    assert data["findings"]
    assert len(data["skipped"]) == 1


def test_a_missing_path_is_named_and_the_others_are_compared(stories):
    done = run("compare", stories / "a.txt", stories / "b.txt", stories / "c.txt")
    assert done.code == 2
    assert "c.txt" in done.err
    assert "Conflicts (1)" in done.out


@pytest.mark.parametrize("command", ["compare", "extract", "sources"])
@pytest.mark.parametrize("kind", ["none", "missing", "empty folder"])
def test_nothing_to_read_is_one_line_and_exit_2(tmp_path, command, kind):
    paths = {"none": [], "missing": [tmp_path / "gone"], "empty folder": [tmp_path]}[kind]
    done = run(command, *paths)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("factcheck: error: ")
    assert done.err.count("\n") == 1
    assert not paths or str(paths[0]) in done.err


def test_one_source_only(stories):
    done = run("compare", stories / "a.txt")
    assert done.code == 2
    assert "a.txt: there is nothing to compare this source with (give two or more" in done.err
    assert run("extract", stories / "a.txt").code == 0


def test_duplicates_are_counted_once(stories):
    stories.joinpath("copy.txt").write_text(TWELVE, "utf-8")
    done = run("compare", stories, "-f", "json")
    assert done.code == 1
    assert "copy.txt: same content as" in done.err
    assert len(json.loads(done.out)["sources"]) == 2


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-8-sig", "cp1252"])
def test_other_encodings_are_read(stories, encoding):
    text = "Published: 2021-03-09\nThe café fire at Orléans killed 12 people, the mayor of the town said on Monday.\n"
    stories.joinpath("c.txt").write_bytes(text.encode(encoding))
    done = run("extract", stories / "c.txt", "-f", "json")
    assert done.code == 0
    assert "café" in done.out
    assert any(one["text"].startswith("12") for one in json.loads(done.out)["claims"])


def test_an_encoding_can_be_told_and_must_exist(stories):
    stories.joinpath("c.txt").write_bytes("Im Zug saßen 12 people.\n".encode("cp850"))
    assert "saßen" in run("extract", stories / "c.txt", "--encoding", "cp850", "-f", "json").out
    done = run("extract", stories / "c.txt", "--encoding", "klingon")
    assert done.code == 2
    assert "klingon" in done.err


def test_a_file_without_numbers_is_no_failure(stories):
    stories.joinpath("c.txt").write_text(
        "Published: 2021-03-09\nThe mayor thanked everybody for their help.\n", "utf-8"
    )
    done = run("compare", stories)
    assert done.code == 1
    assert "c.txt" in done.out


def test_a_long_line_is_read_in_reasonable_time(stories):
    text = "The fire killed 12 people. " + "The mayor thanked the firemen and their families. " * 105_000
    stories.joinpath("long.txt").write_text(text, "utf-8")
    done = run("sources", stories / "long.txt")
    assert done.code == 0
    assert f"{len(text):,}" in done.out


def test_brackets_and_control_characters_of_a_source_do_not_reach_the_terminal(stories):
    stories.joinpath("c.txt").write_bytes(
        b"Published: 2021-03-09\nSome 15 people died [/sic] in the Lund mill fire ([bold red] \x1b[31m) that day\x07, he said.\n"
    )
    # quiet: on a busy machine the bar would drive the terminal
    code, text = on_a_terminal("extract", "-q", stories / "c.txt", width=160, NO_COLOR="1")
    assert code == 0
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "[/sic] in the Lund mill fire ([bold red] ␛[31m) that day␇" in text.replace("*", "")


def test_a_publication_date_can_be_told(stories):
    done = run("sources", stories, "--date", "a.txt=2022-05-03")
    assert done.code == 0
    assert "2022-05-03 (option)" in done.out


@pytest.mark.parametrize("option", ["nobody.txt=2022-05-03", "a.txt=someday"])
def test_a_date_that_fits_nothing_is_an_error(stories, option):
    done = run("compare", stories, "--date", option)
    assert (done.code, done.out) == (2, "")
    assert f"--date {option.split('=')[0]}" in done.err


def test_standard_input_is_a_source(stories):
    done = run("compare", stories / "a.txt", "-", "-f", "json", stdin=FIFTEEN.encode())
    assert done.code == 1
    assert len(json.loads(done.out)["sources"]) == 2


@pytest.mark.parametrize(
    ("closed", "words", "code", "out", "err"),
    [
        ("<&-", ["extract", "-"], 2, b"", b"standard input is closed; send the article to it, or name a file"),
        ("2>&-", ["extract", "a.txt", "gone.txt", "-f", "json"], 2, b'{\n  "schema"', b""),
    ],
)
def test_a_stream_may_be_closed(stories, closed, words, code, out, err):
    command = ["sh", "-c", f'"$@" {closed}', "sh", *PROGRAM, *words]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60, cwd=stories)
    assert done.returncode == code
    assert done.stdout.startswith(out)
    assert b"internal" not in done.stdout + done.stderr
    assert err.split(b";")[0] in done.stderr


def test_explain_an_id(stories):
    finding = json.loads(run("compare", stories, "-f", "json").out)["findings"][0]
    done = run("explain", finding["id"], stories)
    assert (done.code, done.err) == (0, "")
    assert done.out.strip()
    missing = run("explain", "no-such-id", stories)
    assert missing.code == 2
    assert "no-such-id" in missing.err


# --- pipes and signals --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "copies"), [(["compare"], 1), (["extract", "-f", "json"], 400), (["extract", "-f", "csv"], 400)]
)
def test_a_reader_that_stops_early_is_quiet(stories, words, copies):
    stories.joinpath("a.txt").write_text(TWELVE * copies, "utf-8")
    process = subprocess.Popen([*PROGRAM, *words, str(stories)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    err = process.stderr.read().decode()
    assert process.wait(timeout=120) in {0, 141}
    assert err == ""


def test_stdout_may_be_closed(stories):
    done = subprocess.run(
        ["sh", "-c", '"$@" >&-', "sh", *PROGRAM, "compare", str(stories)], capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 1
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_is_an_error(stories):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "compare", str(stories)], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60
        )
    assert done.returncode == 2
    assert done.stderr.decode().startswith("factcheck: error: stdout: cannot be written")
    assert done.stderr.count(b"\n") == 1


def test_ctrl_c_ends_with_one_line(stories):
    process = subprocess.Popen(
        [*PROGRAM, "compare", "-", str(stories)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    time.sleep(1.5)  # it is waiting for its standard input now
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) == 130
    assert process.stderr.read() == b"factcheck: interrupted\n"
