"""README.md says what the tool does: its outputs are real, its tables complete, its example runs.

After a wanted change: `python tests/test_readme.py --write` puts the new outputs into README.md.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
OUTPUT = r"<!-- output(?:, first (?P<lines>\d+) lines)?: (?P<command>[^\n]+) -->\n```text\n(?P<body>.*?)```"
CODES = r"(?<=<!-- codes -->\n)(?P<body>.*?)(?=<!-- /codes -->)"
DISPLAY = {"NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS", "LINES"}


def readme() -> str:
    return README.read_text(encoding="utf-8")


def python(arguments: list[str]) -> str:
    """What the interpreter prints in the project's folder, output piped; 1 means findings."""
    kept = {name: value for name, value in os.environ.items() if name not in DISPLAY}
    paths = filter(None, [str(Path(factcheck.__file__).parents[1]), kept.get("PYTHONPATH")])
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=kept | {"PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode in {0, 1}, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout


def tool(arguments: list[str]) -> str:
    return python(["-c", "import sys; from factcheck.cli import main; sys.exit(main())", *arguments])


def example() -> str:
    """The one block of Python."""
    (code,) = re.findall(r"```python\n(.*?)```", readme(), re.DOTALL)
    return str(code)


def output(command: str, lines: str | None) -> str:
    """What a marked block must hold: all of the output or its first lines."""
    text = python(["-c", example()]) if command == "example" else tool(shlex.split(command)[1:])
    if lines is None or text.count("\n") <= int(lines):
        return text
    return "".join(text.splitlines(keepends=True)[: int(lines)]).rstrip() + "\n...\n"


def codes() -> str:
    """The table of the codes, made of the docstrings that `factcheck explain` prints."""
    from factcheck.judge.rules import RULES

    head = "\n| code | severity | meaning |\n| --- | --- | --- |\n"
    rows = (f"| {rule.code} | {rule.severity} | {(rule.find.__doc__ or '').splitlines()[0]} |\n" for rule in RULES)
    return head + "".join(rows) + "\n"


def names(table: str) -> list[str]:
    """The `quoted` names in the first cells of the table behind a mark or heading."""
    rows = re.search(re.escape(table) + r"\n+(?:(?![|#]).*\n)*((?:\|.*\n)+)", readme())
    assert rows, f"no table behind {table!r}"
    return [name for row in rows[1].splitlines()[2:] for name in re.findall(r"`([^`]+)`", row.split("|")[1])]


def blocks() -> list[re.Match[str]]:
    return list(re.finditer(OUTPUT, readme(), re.DOTALL))


@pytest.mark.parametrize("block", blocks(), ids=lambda block: block["command"])
def test_outputs_are_what_the_tool_prints(block):
    assert block["body"] == output(block["command"], block["lines"])


def test_there_are_outputs():
    assert [block["command"].split()[0] for block in blocks()] == ["factcheck", "example"]


def test_two_commands_need_nothing_prepared():
    first, second = re.findall(r"^python3 -m venv .*", readme(), re.MULTILINE)
    assert first.endswith(".venv/bin/factcheck compare seeds/")
    assert second.endswith(".venv/bin/python -m pytest")


@pytest.mark.parametrize("command", ["compare", "extract"])
def test_columns_are_those_of_the_csv(command):
    header = tool([command, "seeds/", "--format", "csv"]).splitlines()[0]
    told = names(f"<!-- columns: {command} -->")
    assert told == header.split(",")


def test_settings_are_all_told():
    from factcheck.cli.keys import keys

    assert sorted(names("<!-- settings -->")) == sorted(keys())


def test_the_settings_of_the_example_hold(tmp_path):
    (text,) = re.findall(r"```toml\n(.*?)```", readme(), re.DOTALL)
    (tmp_path / "factcheck.toml").write_text(text, encoding="utf-8")
    shown = tool(["compare", "--show-settings", "--config", str(tmp_path / "factcheck.toml")])
    assert 'fail-on = "warning"' in shown
    assert "levels.conflict = 4 " in shown


def test_codes_are_those_of_the_rules():
    assert re.search(CODES, readme(), re.DOTALL)["body"] == codes()


def test_formats_are_all_told():
    from factcheck.report import FORMATS

    assert names("### Formats") == list(FORMATS)


def test_commands_are_all_told():
    from typer.main import get_command

    from factcheck.cli.options import app

    told = {name.split()[1] for name in names("## Commands")}
    assert told == set(get_command(app).commands)


def test_the_row_of_the_lexicon_works(tmp_path):
    from factcheck.lexicon import load

    (table,) = re.findall(r"```csv\n(.*?)```", readme(), re.DOTALL)
    tmp_path.joinpath("acts.csv").write_text(table, encoding="utf-8")
    known = {row["class"] for row in load().tables["acts"]}
    row = load((str(tmp_path),)).find("acts", "rehouse")
    assert row is not None
    assert row["class"] in known


def test_files_it_names_exist():
    told = re.findall(r"\]\(([^)#]+)\)|`((?:src|tests|seeds|\.ci)/[^`*]*)`", readme())
    paths = [path for pair in told for path in pair if path]
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


def write() -> None:
    """Put the present outputs into README.md."""

    def fresh(block: re.Match[str]) -> str:
        start, end = (block.start("body") - block.start(), block.end("body") - block.start())
        return block[0][:start] + output(block["command"], block["lines"]) + block[0][end:]

    text = re.sub(OUTPUT, fresh, readme(), flags=re.DOTALL)
    README.write_text(re.sub(CODES, lambda _: codes(), text, flags=re.DOTALL), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        sys.exit("usage: python tests/test_readme.py --write")
    write()
