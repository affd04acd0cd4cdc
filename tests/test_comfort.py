"""What makes the tool pleasant to use: counts, progress, watching a folder, completion, the manual page."""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.main import get_command

from factcheck import __version__
from factcheck.cli import watch
from factcheck.cli.manual import escaped, manual
from factcheck.cli.options import app
from factcheck.cli.progress import Bar, progress
from factcheck.errors import FactcheckError
from factcheck.report import PRINTED, render
from factcheck.report.statistics import counts, why
from factcheck.report.view import View
from factcheck.settings import silent
from reports import report
from test_cli import FIFTEEN, PROGRAM, TWELVE, on_a_terminal, run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles that contradict each other."""
    place = tmp_path / "stories"
    place.mkdir()
    place.joinpath("a.txt").write_text(TWELVE, "utf-8")
    place.joinpath("b.txt").write_text(FIFTEEN, "utf-8")
    return place


# --- counts -------------------------------------------------------------------------------------------------------


def test_counts_of_everything():
    assert [tuple(row) for row in counts(report())] == [
        ("findings", "FC101 error", 1),
        ("findings", "FC102 warning", 1),
        ("findings", "FC103 note", 1),
        ("findings", "FC302 warning", 1),
        ("findings", "FC901 note", 1),
        ("findings", "FC902 note", 1),
        ("findings", "FC903 note", 1),
        ("facts", "agree", 1),
        ("facts", "compatible", 1),
        ("facts", "conflict dispute (conflict)", 1),
        ("facts", "conflict scope (possible)", 1),
        ("not compared", "no other source counts vehicles", 1),
        ("not compared", "no other source tells when it was built", 1),
        *((what, name, number) for what, name, number in counts(report()) if what == "claims"),
        ("skipped", "failed", 1),
        ("skipped", "left out", 1),
    ]
    claims = [row for row in counts(report()) if row.what == "claims"]
    assert sum(row.number for row in claims) == len(report().claims)
    assert [row.number for row in claims] == sorted((row.number for row in claims), reverse=True)


def test_reasons_are_counted_without_the_claim_they_name():
    assert why("nearest in alba: 9 beds; other names") == "other names"
    assert why("no other source has a figure of this kind") == "no other source has a figure of this kind"


@pytest.mark.parametrize("command", ["compare", "extract", "sources"])
@pytest.mark.parametrize("name", ["table", "markdown"])
def test_counts_for_people(name, command):
    text = render(report(), name, View(command=command, statistics=True))
    for row in counts(report()):
        assert re.search(rf"{re.escape(row.name)}\W+{row.number}\b", text.replace("\\", "")), row
    assert "41" not in text.partition("Claims")[0]


def test_counts_as_csv():
    read = list(csv.DictReader(io.StringIO(render(report(), "csv", View(statistics=True)))))
    assert [tuple(row.values()) for row in read] == [
        (what, name, str(number)) for what, name, number in counts(report())
    ]


def test_counts_on_the_command_line(folder):
    done = run("compare", folder, "--statistics")
    assert done.code == 1
    assert re.search(r"FC101 error +1\n", done.out)
    assert "killed" not in done.out
    assert run("compare", folder, "--statistics", "-f", "csv").out.startswith("what,name,number\r\n")


@pytest.mark.parametrize("name", sorted(set(PRINTED) - {"table", "markdown", "csv"}))
def test_other_formats_have_no_counts(folder, name):
    done = run("compare", folder, "--statistics", "-f", name)
    assert (done.code, done.out) == (2, "")
    assert "--statistics: " in done.err


# --- progress -----------------------------------------------------------------------------------------------------


def test_the_bar_is_shown_only_where_somebody_looks(monkeypatch):
    with progress(quiet=False) as notice:  # stderr of a test is no terminal
        assert notice is silent
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("CI", raising=False)
    with progress(quiet=False) as notice:
        assert notice is not silent
    for quiet, name, value in ((True, "TERM", "xterm"), (False, "TERM", "dumb"), (False, "CI", "true")):
        with monkeypatch.context() as place:
            place.setenv(name, value)
            with progress(quiet=quiet) as notice:
                assert notice is silent


def test_the_bar_tells_the_stage_and_vanishes(monkeypatch):
    stream = io.StringIO()
    stream.isatty = lambda: True
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    bar = Bar(delay=0)
    deadline = time.monotonic() + 20
    while "3/7" not in stream.getvalue() and time.monotonic() < deadline:
        bar.notice("extracting", 3, 7)
        time.sleep(0.05)
    bar.stop()
    assert "extracting" in stream.getvalue()
    assert "3/7" in stream.getvalue()
    assert stream.getvalue().endswith("\x1b[2K")  # the line is cleared


def test_a_run_that_is_over_at_once_shows_no_bar(folder):
    code, text = on_a_terminal("compare", folder, "-f", "csv")
    assert code == 1
    assert "extracting" not in text
    assert "\x1b[" not in text


def test_a_bar_that_comes_too_late_is_not_shown(monkeypatch):
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    bar = Bar(delay=60)
    bar.stop()
    bar._show()
    assert stream.getvalue() == ""


# --- watching -----------------------------------------------------------------------------------------------------


def lines(process: subprocess.Popen[str], end: str) -> list[str]:
    """What a process says on stderr up to the line that begins with `end`."""
    found = []
    for line in process.stderr:
        found.append(line)
        if line.startswith(end):
            break
    return found


def test_a_folder_being_filled_is_compared_again(tmp_path):
    place = tmp_path / "stories"
    place.mkdir()
    place.joinpath("a.txt").write_text(TWELVE, "utf-8")
    command = [*PROGRAM, "compare", str(place), "--watch", "-o", str(place / "found.csv"), "-q"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        first = lines(process, "factcheck: watching: ")
        assert any("there is nothing to compare this source with" in line for line in first)
        place.joinpath("b.txt").write_text(FIFTEEN, "utf-8")
        assert lines(process, "factcheck: watching: ") == [f"factcheck: watching: {place}; Ctrl-C ends\n"]
        assert "FC101" in place.joinpath("found.csv").read_text("utf-8")
        place.joinpath("a.txt").unlink()
        place.joinpath("b.txt").unlink()
        assert any(line.startswith("factcheck: error: ") for line in lines(process, "factcheck: watching: "))
    finally:
        process.send_signal(signal.SIGINT)
        rest = process.communicate(timeout=30)[1]
    assert process.returncode == 130
    assert rest.splitlines()[-1] == "factcheck: interrupted"


@pytest.mark.parametrize("words", [["compare"], ["compare", "-"], ["compare", "a.txt", "-"]], ids=" ".join)
def test_only_files_can_be_watched(words):
    done = run(*words, "--watch")
    assert (done.code, done.out) == (2, "")
    assert done.err == "factcheck: error: --watch: only files and folders can be watched (name the folder)\n"


def test_a_file_that_is_written_or_hidden_is_no_input(folder):
    before = watch.look([str(folder)], [])
    folder.joinpath("out.csv").write_text("x")
    folder.joinpath(".hidden.txt").write_text("x")
    folder.joinpath(".git").mkdir()
    folder.joinpath(".git", "x.txt").write_text("x")
    assert watch.look([str(folder)], [str(folder / "out.csv")]) == before
    assert watch.look([str(folder)], []) != before
    assert watch.look([str(folder / "*.txt")], []) == watch.look([str(folder / "a.txt"), str(folder / "b.txt")], [])


def test_a_file_that_grows_is_waited_for(monkeypatch):
    sizes = iter([1, 2, 3, 3, 9])
    monkeypatch.setattr(watch, "look", lambda *_: frozenset({("a.txt", next(sizes), 0)}))
    assert watch.settled(["a.txt"], [], 0.0) == frozenset({("a.txt", 3, 0)})


def test_an_error_of_the_user_does_not_end_the_watch(monkeypatch, capsys):
    states = iter([frozenset({("a", n, 0)}) for n in (1, 1, 2, 2)])

    def look(*_):
        try:
            return next(states)
        except StopIteration:
            raise KeyboardInterrupt from None

    def work() -> int:
        raise FactcheckError("is empty", "a.txt")

    monkeypatch.setattr(watch, "look", look)
    with pytest.raises(KeyboardInterrupt):
        watch.watch(work, ["a.txt"], [], 0.0)
    assert capsys.readouterr().err == "factcheck: error: a.txt: is empty\nfactcheck: watching: a.txt; Ctrl-C ends\n" * 2


# --- completion ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("factcheck comp", ["compare"]),
        ("factcheck compare --fail", ["--fail-on"]),
        ("factcheck compare --fail-on n", ["note", "never"]),
        ("factcheck compare --format js", ["json", "jsonl"]),
        ("factcheck lexicon ", ["check", "list"]),
    ],
)
def test_words_are_completed(typed, offered):
    done = run(_FACTCHECK_COMPLETE="complete_bash", COMP_WORDS=typed, COMP_CWORD=str(typed.count(" ")))
    assert (done.code, done.out.split()) == (0, offered)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_for_a_shell_can_be_shown(shell):
    done = run("--show-completion", shell)
    assert done.code == 0
    assert "_FACTCHECK_COMPLETE" in done.out


def test_a_shell_nobody_knows_is_no_finding(monkeypatch):
    from factcheck.cli import main, options

    monkeypatch.setattr(options, "app", lambda *_, **__: 1)
    assert main(["--show-completion"]) == 2


# --- the manual page ----------------------------------------------------------------------------------------------


def test_the_list_of_commands_cuts_no_sentence():
    told = run("--help", COLUMNS="80").out
    assert "..." not in told.partition("Commands:")[2]


def test_the_manual_page_tells_all_that_the_help_tells():
    text = manual(app)
    group = get_command(app)
    whole = group.make_context("factcheck", [], resilient_parsing=True)
    for name, command in group.commands.items():
        assert f".SS {escaped(name)} " in text
        section = text.partition(f".SS {escaped(name)} ")[2].partition("\n.S")[0] + "\n"
        context = command.make_context(name, [], parent=whole, resilient_parsing=True)
        for parameter in command.get_params(context):
            head, words = parameter.get_help_record(context)
            assert f".B {escaped(head)}\n{escaped(' '.join(words.split()))}\n" in section
    codes = re.findall(r"\n\.TP\n\.B (\d+)\n", text.partition(".SH EXIT STATUS")[2])
    from factcheck.cli import codes as module

    assert sorted(map(int, codes)) == sorted(value for name, value in vars(module).items() if name.isupper())


def test_the_manual_page_is_printed():
    done = run("--man")
    assert (done.code, done.err) == (0, "")
    assert done.out == manual(app)
    assert done.out.startswith(
        f'.TH FACTCHECK 1 "" "factcheck {__version__}" "User Commands"\n.SH NAME\nfactcheck \\- '
    )


@pytest.mark.parametrize(("text", "safe"), [("a-b", "a\\-b"), (".x", "\\&.x"), ("'x", "\\&'x"), ("a\\b", "a\\eb")])
def test_text_of_the_manual_page_is_no_request(text, safe):
    assert escaped(text) == safe


@pytest.mark.skipif(shutil.which("groff") is None, reason="no groff to read it")
def test_the_manual_page_can_be_read():
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww"], input=manual(app), capture_output=True, text=True, check=True,
        env={**os.environ, "GROFF_NO_SGR": "1"},
    )  # fmt: skip
    assert done.stderr == ""
    assert "--fail-on" in done.stdout
