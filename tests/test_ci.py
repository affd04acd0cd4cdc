"""What other repositories use: the hooks of pre-commit and the action for GitHub, run as they would be."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from factcheck.read.formats import READERS
from test_cli import PROGRAM, Done, run, stories  # noqa: F401 - a fixture

ROOT = Path(__file__).parents[1]


# --- pre-commit -------------------------------------------------------------------------------------------------


def hooks() -> dict[str, dict]:
    return {hook["id"]: hook for hook in yaml.safe_load(ROOT.joinpath(".pre-commit-hooks.yaml").read_text("utf-8"))}


def hooked(name: str, *args: object, cwd: Path) -> Done:
    """Run a hook as pre-commit does: its entry, then the args; the program stands for the one it installs."""
    program, *words = shlex.split(hooks()[name]["entry"])
    assert program == "factcheck"
    return run(*words, *args, cwd=cwd)


@pytest.mark.parametrize("name", ["factcheck", "factcheck-draft"])
def test_a_hook_sees_all_articles_at_once(name):
    hook = hooks()[name]
    assert (hook["pass_filenames"], hook["require_serial"], hook["language"]) == (False, True, "python")


def test_the_hook_compares_the_folders_of_its_args(stories):  # noqa: F811
    done = hooked("factcheck", "stories", cwd=stories.parent)
    assert done.code == 1
    assert "12 and 15 cannot both hold" in done.out
    done = hooked("factcheck", "stories", "--fail-on", "never", cwd=stories.parent)
    assert done.code == 0


def test_the_hook_without_args_says_what_to_give(stories):  # noqa: F811
    done = hooked("factcheck", cwd=stories.parent)
    assert done.code == 2
    assert "no files or folders given (name the folder your articles are in)" in done.err


def test_the_hook_for_drafts(stories):  # noqa: F811
    done = hooked("factcheck-draft", "stories/a.txt", "--against", "stories", cwd=stories.parent)
    assert done.code == 1
    assert "the draft has 12 people killed, b has 15" in done.out


def test_hooks_run_for_articles_and_lists():
    for hook in hooks().values():
        names = [f"a/b{suffix}" for suffix in (*READERS, ".PDF", ".toml")]
        assert [name for name in names if not re.search(hook["files"], name)] == []
        assert not re.search(hook["files"], "a.py")


# --- the action -------------------------------------------------------------------------------------------------


def action() -> dict:
    return yaml.safe_load(ROOT.joinpath("action.yml").read_text("utf-8"))


def acted(folder: Path, temp: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the last step of the action in a folder, with a program in the place of the installed one."""
    told = action()
    step = told["runs"]["steps"][-1]
    values = {name: str(one.get("default", "")) for name, one in told["inputs"].items()} | {
        name.replace("_", "-"): value for name, value in inputs.items()
    }
    environ = {name: values[text.removeprefix("${{ inputs.").removesuffix(" }}")] for name, text in step["env"].items()}
    program = temp / "factcheck" / "bin" / "factcheck"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec {shlex.join(PROGRAM)} "$@"\n', "utf-8")
    program.chmod(0o755)
    places = {"RUNNER_TEMP": str(temp), "GITHUB_STEP_SUMMARY": str(temp / "summary.md")}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],  # as the runner calls it
        cwd=folder,
        env=os.environ | environ | places,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.fixture
def temp(tmp_path: Path) -> Path:
    folder = tmp_path / "runner temp"
    folder.mkdir()
    return folder


def test_the_action_annotates_summarises_and_fails(stories, temp):  # noqa: F811
    done = acted(stories.parent, temp, paths="stories\n", output="r.sarif\nr.json\n")
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=stories/a.txt,line=2")
    assert "## Conflicts (1)" in temp.joinpath("summary.md").read_text("utf-8")
    assert json.loads(stories.parent.joinpath("r.sarif").read_text("utf-8"))["runs"]


def test_the_action_takes_a_baseline_and_a_level(stories, temp, tmp_path):  # noqa: F811
    run("compare", stories, "-o", tmp_path / "base.json")
    assert acted(stories.parent, temp, paths="stories", baseline="base.json").returncode == 0


def test_the_action_takes_several_paths_with_blanks(stories, temp):  # noqa: F811
    stories.joinpath("b.txt").rename(stories / "b two.txt")
    done = acted(stories.parent, temp, paths="stories/a.txt\n\nstories/b two.txt\n", fail_on="never")
    assert (done.returncode, done.stderr) == (0, "")
    assert "b two.txt:2" in done.stdout


def test_the_action_checks_a_draft(stories, temp):  # noqa: F811
    done = acted(stories.parent, temp, draft="stories/a.txt", paths="stories/b.txt")
    assert done.returncode == 1
    assert "title=factcheck FC501::" in done.stdout


def test_what_a_user_writes_reaches_the_shell_as_data(stories, temp):  # noqa: F811
    done = acted(stories.parent, temp, paths="stories/*.txt\n$(touch pwned)\n`touch pwned`; touch pwned")
    assert done.returncode == 2
    assert not stories.parent.joinpath("pwned").exists()
    assert not any("${{" in step.get("run", "") for step in action()["runs"]["steps"])


def test_the_action_installs_this_repository():
    (install,) = (step["run"] for step in action()["runs"]["steps"] if step.get("name") == "Install factcheck")
    assert '"$GITHUB_ACTION_PATH${EXTRAS:+[$EXTRAS]}"' in install
    assert sys.version_info >= (3, 11)
