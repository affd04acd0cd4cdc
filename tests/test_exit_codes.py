"""The table of exit codes in README.md: every cell of it, through the real entry point in a process of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from test_cli import FIFTEEN, ROOT, SETTINGS, TWELVE, run

README = Path(__file__).parents[1] / "README.md"
SAME = TWELVE.replace("the mayor said", "the police said")

# What each command is told when all is well; `clash` when there are findings.
FINE = {
    "compare": ["compare", "same"],
    "check": ["check", "draft.md", "--against", "same"],
    "diff": ["diff", "old.json", "old.json"],
    "extract": ["extract", "same"],
    "sources": ["sources", "same"],
    "names": ["names", "same"],
    "explain": ["explain", "N1", "clash"],
    "accept": ["accept", "N1", "new.json", "--reason", "why not", "--file", "list.toml"],
    "lexicon": ["lexicon", "check", "words"],
}
CLASH = {
    "compare": ["compare", "clash"],
    "check": ["check", "draft.md", "--against", "clash/b.txt"],
    "diff": ["diff", "old.json", "new.json"],
    "lexicon": ["lexicon", "check", "wrong"],
}
SETTLED = {
    "compare": [*CLASH["compare"], "--baseline", "new.json"],
    "check": [*CLASH["check"], "--baseline", "draft.json"],
    "diff": ["diff", "old.json", "settled.json"],
}
MISSING = {
    "compare": ["compare", "same", "gone.txt"],
    "check": ["check", "draft.md", "--against", "same", "gone.txt"],
    "diff": ["diff", "old.json", "gone.json"],
    "extract": ["extract", "same", "gone.txt"],
    "sources": ["sources", "same", "gone.txt"],
    "names": ["names", "same", "gone.txt"],
    "explain": ["explain", "N1", "gone.txt"],
    "accept": ["accept", "N1", "gone.json", "--reason", "why not"],
    "lexicon": ["lexicon", "check", "gone"],
}
LONELY = {"compare": ["compare", "draft.md"], "check": ["check", "draft.md", "--against", "draft.md"]}

FAULTS = {
    "an error of factcheck itself": "raise KeyError(1)",
    "interrupted (Ctrl-C)": "import os, signal, time; os.kill(os.getpid(), signal.SIGINT); time.sleep(9)",
}


def table() -> tuple[list[str], dict[str, list[str]]]:
    """The commands of the head, and the cells of each row."""
    section = README.read_text("utf-8").partition("### Exit codes\n")[2].partition("\n#")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    head, _, *rows = ([cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines)
    return head[1:], {row[0]: row[1:] for row in rows}


def cells() -> list[tuple[str, str, str]]:
    """Situation, command and code of each cell; a head may name several commands."""
    head, rows = table()
    return [
        (situation, command, code)
        for situation, codes in rows.items()
        for named, code in zip(head, codes, strict=True)
        for command in re.findall(r"`(\w+)`", named)
    ]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles that agree, articles that clash, a draft, reports of both, words that are right and wrong."""
    folder = tmp_path_factory.mktemp("desk")
    for name, texts in {"same": (TWELVE, SAME), "clash": (TWELVE, FIFTEEN)}.items():
        folder.joinpath(name).mkdir()
        for file, text in zip("ab", texts, strict=True):
            folder.joinpath(name, f"{file}.txt").write_text(text, "utf-8")
    folder.joinpath("draft.md").write_text(TWELVE.partition("\n")[2], "utf-8")
    for name, rows in {"words": "forms,class\nevict,displaced\n", "wrong": "forms,clas\nevict,displaced\n"}.items():
        folder.joinpath(name).mkdir()
        folder.joinpath(name, "acts.csv").write_text(rows, "utf-8")
    run("compare", "same", "-o", "old.json", cwd=folder)
    run("compare", "clash", "-o", "new.json", cwd=folder)
    run(*CLASH["check"], "-o", "draft.json", cwd=folder)
    run("compare", "clash", "--baseline", "new.json", "-o", "settled.json", cwd=folder)
    return folder


def faulty(words: list[str], fault: str, cwd: Path) -> int:
    """The exit code of a command whose work goes wrong so."""
    code = f"""
import sys
sys.path.insert(0, {ROOT!r})
from factcheck import cli
from factcheck.cli.registry import command_of
def run(self):
    {fault}
command_of({words[0]!r}).run = run
sys.exit(cli.main())
"""
    done = subprocess.run([sys.executable, "-c", code, *words], cwd=cwd, capture_output=True, check=False, timeout=60)
    assert done.stderr.count(b"\n") == 1, done.stderr
    return done.returncode


def unread(words: list[str], cwd: Path) -> int:
    """The exit code of a command whose output nobody reads."""
    reader, writer = os.pipe()
    os.close(reader)
    code = f"import sys; sys.path.insert(0, {ROOT!r}); from factcheck.cli import main; sys.exit(main())"
    clean = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    try:
        done = subprocess.run(
            [sys.executable, "-c", code, *words],
            cwd=cwd,
            env=clean,
            stdout=writer,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    finally:
        os.close(writer)
    assert done.stderr == b""
    return done.returncode


def outcome(situation: str, command: str, cwd: Path) -> int:
    """The exit code of a command in a situation."""
    if situation in FAULTS:
        return faulty(FINE[command], FAULTS[situation], cwd)
    if situation.startswith("nobody reads the output"):
        return unread(FINE[command], cwd)
    words = {
        "done, nothing found at or above `--fail-on` (default: `error`)": FINE,
        "something found": CLASH,
        "something found, with `--exit-zero`": {name: [*words, "--exit-zero"] for name, words in CLASH.items()},
        "something found, all of it settled": SETTLED,
        "an input is missing or cannot be read, whatever else": MISSING,
        "nothing to compare it with": LONELY,
        "a mistake in an option or a setting": {name: [*words, "--nope"] for name, words in FINE.items()},
    }[situation]
    return run(*words[command], cwd=cwd).code


@pytest.mark.parametrize(("situation", "command", "code"), [cell for cell in cells() if cell[2] != "–"])
def test_a_cell(desk, situation, command, code):
    assert outcome(situation, command, desk) == int(code)


def test_the_table_has_all_commands_and_all_codes():
    from factcheck.cli import codes
    from factcheck.cli.registry import MODULES

    known = {str(value) for name, value in vars(codes).items() if name.isupper()}
    assert {command for _, command, _ in cells()} == set(MODULES)
    assert {code for _, _, code in cells()} - {"–"} == known
