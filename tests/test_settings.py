"""Settings: where they come from, which is stronger, what they do, and what a mistake in them says."""

from __future__ import annotations

import json
import subprocess
import tomllib
from pathlib import Path

import pytest

from factcheck.cli import config
from factcheck.cli.keys import keys
from factcheck.cli.registry import MODULES, command_of
from factcheck.model import Judgement
from factcheck.settings import Levels, Settings, fits
from reports import report
from test_cli import FIFTEEN, PROGRAM, TWELVE, Done, run


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with two articles that contradict each other, in which settings may be put."""
    folder = tmp_path / "desk" / "stories"
    folder.mkdir(parents=True)
    folder.joinpath("a.txt").write_text(TWELVE, "utf-8")
    folder.joinpath("b.txt").write_text(FIFTEEN, "utf-8")
    return folder.parent


def told(desk: Path, *words: object, **environ: str) -> Done:
    """Run factcheck at the desk, with a home of its own."""
    return run(*words, cwd=desk, **{"XDG_CONFIG_HOME": str(desk.parent / "home")} | environ)


def shown(desk: Path, *words: object, **environ: str) -> dict[str, tuple[object, str]]:
    """What --show-settings says: name -> value and origin."""
    done = told(desk, "compare", "--show-settings", *words, **environ)
    assert (done.code, done.err) == (0, "")
    found: dict[str, tuple[object, str]] = {}
    for line in done.out.splitlines():
        row, _, origin = line.rpartition("  # ")
        if row.startswith("# "):
            found[row.split()[1]] = (None, origin)
        else:
            name = row.partition(" = ")[0]
            value = tomllib.loads(row)
            for part in name.split("."):
                value = value[part]
            found[name] = (value, origin)
    return found


# --- precedence ---------------------------------------------------------------------------------------------------


def test_each_place_is_stronger_than_the_next(desk):
    home = desk.parent / "home" / "factcheck"
    home.mkdir(parents=True)
    assert shown(desk)["width"] == (None, "default")
    home.joinpath("config.toml").write_text("width = 51\n", "utf-8")
    assert shown(desk)["width"] == (51, f"{home}/config.toml:1")
    desk.parent.joinpath("pyproject.toml").write_text("[project]\n\n[tool.factcheck]\nwidth = 52\n", "utf-8")
    assert shown(desk)["width"] == (52, f"{desk.parent}/pyproject.toml:4")
    desk.parent.joinpath("factcheck.toml").write_text("width = 53\n", "utf-8")
    assert shown(desk)["width"] == (53, f"{desk.parent}/factcheck.toml:1")
    desk.joinpath("pyproject.toml").write_text("[tool.other]\nwidth = 1\n", "utf-8")  # not ours: look further up
    assert shown(desk)["width"] == (53, f"{desk.parent}/factcheck.toml:1")
    desk.joinpath("factcheck.toml").write_text("width = 54\n", "utf-8")
    assert shown(desk)["width"] == (54, f"{desk}/factcheck.toml:1")
    desk.joinpath("ci.toml").write_text("\nwidth = 55\n", "utf-8")
    assert shown(desk, "--config", "ci.toml")["width"] == (55, "ci.toml:2")
    assert shown(desk, FACTCHECK_CONFIG="ci.toml")["width"] == (55, "ci.toml:2")
    assert shown(desk, "--config", "ci.toml", FACTCHECK_WIDTH="56")["width"] == (56, "FACTCHECK_WIDTH")
    words = ["--config", "ci.toml", "--width", 57]
    assert shown(desk, *words, FACTCHECK_WIDTH="56")["width"] == (57, "command line")
    assert shown(desk, "--isolated", FACTCHECK_WIDTH="56")["width"] == (None, "default")


def test_places_are_merged_key_by_key(desk):
    home = desk.parent / "home" / "factcheck"
    home.mkdir(parents=True)
    home.joinpath("config.toml").write_text('color = "never"\nwidth = 51\n', "utf-8")
    desk.joinpath("factcheck.toml").write_text("width = 54\n", "utf-8")
    found = shown(desk)
    assert (found["color"][0], found["width"][0]) == ("never", 54)


def test_the_same_value_on_the_command_line_is_stronger_than_a_file(desk):
    desk.joinpath("factcheck.toml").write_text('fail-on = "never"\n', "utf-8")
    assert told(desk, "compare", "stories").code == 0
    assert told(desk, "compare", "stories", "--fail-on", "error").code == 1  # which is the default, and told


def test_settings_can_be_put_into_a_file_again(desk):
    desk.joinpath("factcheck.toml").write_text(
        'trust = ["a", "b*"]\nexclude = ["x"]\nall = true\n[names]\n"a*" = "The \\"A\\""\n[levels]\ncheck = 0.5\n',
        "utf-8",
    )
    first = told(desk, "compare", "--show-settings").out
    desk.joinpath("again.toml").write_text(first, "utf-8")
    second = told(desk, "compare", "--show-settings", "--config", "again.toml").out
    assert tomllib.loads(second) == tomllib.loads(first)
    assert tomllib.loads(first)["names"] == {"a*": 'The "A"'}


def test_defaults_are_those_of_the_commands():
    kinds = map(command_of, MODULES)
    held = {name: value for kind in kinds for base in kind.__mro__ for name, value in vars(base).items()}
    for key in keys().values():
        if key.name.startswith("levels."):
            assert key.default == getattr(Levels(), key.name.partition(".")[2])
        elif key.name not in {"names", "trust"}:  # no options
            assert held[key.attribute] == key.default, key.name


# --- what they do -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("environ", [{"FACTCHECK_FORMAT": "json"}, {}], ids=["environment", "file"])
def test_a_format_and_a_fail_level_can_be_set(desk, environ):
    text = 'fail-on = "never"\n' + ("" if environ else 'format = "json"\n')
    desk.joinpath("factcheck.toml").write_text(text, "utf-8")
    done = told(desk, "compare", "stories", **environ)
    assert done.code == 0
    assert json.loads(done.out)["findings"]


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("b.txt", ["a", "c"]),
        ("drafts", ["a", "b"]),
        ("drafts/*", ["a", "b"]),
        ("*.txt", []),
        ("/b.txt", ["a", "c"]),
        ("stories", ["a", "b", "c"]),  # the folder that was given is not below itself
        ("c", ["a", "b", "c"]),
    ],
)
def test_files_can_be_left_out(desk, pattern, left):
    desk.joinpath("stories", "drafts").mkdir()
    desk.joinpath("stories", "drafts", "c.txt").write_text("The fire killed 3 dogs.\n", "utf-8")
    desk.joinpath("factcheck.toml").write_text(f'exclude = ["{pattern}"]\n', "utf-8")
    done = told(desk, "sources", "stories", "-f", "json")
    found = [source["id"] for source in json.loads(done.out)["sources"]] if done.code == 0 else []
    assert found == left
    assert told(desk, "sources", "stories", "--exclude", pattern, "--isolated", "-f", "json") == done


@pytest.mark.parametrize(
    ("ignored", "left", "code"),
    [
        ([], ["FC101", "FC104", "FC901"], 1),
        (["FC9"], ["FC101", "FC104"], 1),
        (["fc101"], ["FC104", "FC901"], 0),
        (["FC101", "FC901"], ["FC104"], 0),
        (["FC"], [], 0),
    ],
)
def test_codes_can_be_ignored_and_ids_stay_as_they_are(desk, ignored, left, code):
    article = desk.joinpath("stories", "b.txt")
    article.write_text(FIFTEEN.partition("\n")[2], "utf-8")
    every = {one["code"]: one for one in json.loads(told(desk, "compare", "stories", "-f", "json").out)["findings"]}
    desk.joinpath("factcheck.toml").write_text(f"ignore = {json.dumps(ignored)}\n", "utf-8")
    done = told(desk, "compare", "stories", "-f", "json")
    assert (done.code, json.loads(done.out)["findings"]) == (code, [every[name] for name in left])
    options = [word for one in ignored for word in ("--ignore", one)]
    assert told(desk, "compare", "stories", "-f", "json", "--isolated", *options) == done


@pytest.mark.parametrize("words", [["compare", "stories"], ["check", "stories/a.txt", "--against", "stories"]])
@pytest.mark.parametrize("wrong", ["FC7", "", "killed"])
def test_a_code_to_ignore_must_be_there(desk, words, wrong):
    done = told(desk, *words, "--ignore", wrong)
    assert done.code == 2
    assert done.err.startswith(f"factcheck: error: ignore: no code begins with {wrong.upper()!r} (there are: FC101, ")


def test_a_file_that_is_asked_for_is_read_all_the_same(desk):
    done = told(desk, "sources", "stories/a.txt", "--exclude", "*.txt", "-f", "json")
    assert [source["id"] for source in json.loads(done.out)["sources"]] == ["a"]


def test_sources_can_be_named(desk):
    desk.joinpath("factcheck.toml").write_text('[names]\n"stories/a.*" = "The Alba Post"\n"b*" = "b_c"\n', "utf-8")
    done = told(desk, "compare", "stories", "-f", "json")
    assert [source["id"] for source in json.loads(done.out)["sources"]] == ["The-Alba-Post", "b-c"]


@pytest.mark.parametrize(("trust", "first"), [([], "a"), (["b"], "b"), (["x", "stories/b.*"], "b"), (["a", "b"], "a")])
def test_the_most_trusted_source_comes_first(desk, trust, first):
    desk.joinpath("factcheck.toml").write_text(f"trust = {json.dumps(trust)}\n", "utf-8")
    data = json.loads(told(desk, "compare", "stories", "-f", "json").out)
    sources = {claim["id"]: claim["source"] for claim in data["claims"]}
    assert {sources[fact["claims"][0]] for fact in data["facts"]} == {first}
    assert {sources[found["claims"][0]] for found in data["findings"] if len(found["claims"]) > 1} == {first}


def test_trust_changes_the_order_and_nothing_else():
    from factcheck.judge.trust import by_trust

    made = report()
    judged = Judgement(made.facts, made.lookalikes, made.findings, made.not_compared)
    turned = by_trust(judged, made.claims, made.sources, ["cova", "bera"])
    assert turned.facts[0].claims == ("cova-1", "bera-2", "alba-2")
    assert [fact._replace(claims=()) for fact in turned.facts] == [fact._replace(claims=()) for fact in judged.facts]
    assert [set(found.claims) for found in turned.findings] == [set(found.claims) for found in judged.findings]


@pytest.mark.parametrize(
    ("levels", "level"), [("check = 100\nconflict = 100", "possible"), ("conflict = 100", "check"), ("", "conflict")]
)
def test_levels_say_how_sure_a_conflict_must_be(desk, levels, level):
    desk.joinpath("stories", "b.txt").write_text(FIFTEEN.replace("killed 15", "cost $15 and killed 12"), "utf-8")
    desk.joinpath("stories", "a.txt").write_text(TWELVE.replace("killed 12", "cost $12 and killed 12"), "utf-8")
    desk.joinpath("factcheck.toml").write_text(f"[levels]\n{levels}\n", "utf-8")
    data = json.loads(told(desk, "compare", "stories", "-f", "json").out)
    assert [fact["level"] for fact in data["facts"] if fact["verdict"] == "conflict"] == [level]


def test_a_house_lexicon_is_read_from_beside_the_file(desk):
    desk.joinpath("house").mkdir()
    desk.joinpath("house", "acts.csv").write_text("forms,class\nzorch,killed\n", "utf-8")
    desk.joinpath("stories", "a.txt").write_text("Published: 2021-03-09\nThe hall zorched 12 people.\n", "utf-8")
    acts = [
        json.loads(told(desk, "extract", "stories/a.txt", "-f", "json", *words).out)["claims"][0]["act"]
        for words in ([], ["--lexicon", "house"])
    ]
    assert acts == ["", "killed"]
    desk.joinpath("factcheck.toml").write_text('lexicon = ["house"]\n', "utf-8")
    done = run("extract", "a.txt", "-f", "json", cwd=desk / "stories")
    assert json.loads(done.out)["claims"][0]["act"] == "killed"


@pytest.mark.parametrize(
    ("pattern", "path", "fit"),
    [
        ("drafts", "a/drafts/b.txt", True),
        ("draft", "a/drafts/b.txt", False),
        ("*.bak.txt", "a/b.bak.txt", True),
        ("a/*.md", "x/a/b.md", True),
        ("a/*.md", "a/x/b.md", False),
        ("B.txt", "b.txt", False),
        ("a/b/c", "a/b", False),
        ("00[0-3]*", "000_x.txt", True),
    ],
)
def test_patterns_fit_a_run_of_names(pattern, path, fit):
    assert fits(pattern, path) is fit


# --- mistakes -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("fail_on = 'error'", 'factcheck.toml:1: unknown key "fail_on" (did you mean fail-on?)'),
        ("\n\nwdith = 3", 'factcheck.toml:3: unknown key "wdith" (did you mean width?)'),
        ("[level]\ncheck = 1", 'factcheck.toml:1: unknown key "level" (did you mean '),
        ("[levels]\nchek = 1", 'factcheck.toml:2: unknown key "levels.chek" (did you mean levels.check?)'),
        ("qqq = 1", 'factcheck.toml:1: unknown key "qqq" (there are: all, baseline, color, '),
        ("width = 'wide'", "factcheck.toml:1: width is a whole number of at least 20, not 'wide' (mend the value)"),
        ("width = 3", "factcheck.toml:1: width is a whole number of at least 20, not 3 (mend the value)"),
        ("width = true", "factcheck.toml:1: width is a whole number of at least 20, not True (mend the value)"),
        ("all = 'yes'", "factcheck.toml:1: all is true or false, not 'yes' (mend the value)"),
        ("trust = 'a'", "factcheck.toml:1: trust is a list of texts, not 'a' (mend the value)"),
        ("names = ['a']", "factcheck.toml:1: names is a table of texts such as"),
        ("fail-on = 'warnings'", "factcheck.toml:1: fail-on cannot be 'warnings' (did you mean warning?)"),
        ("color = 'mauve'", "factcheck.toml:1: color cannot be 'mauve' (there are: auto, always, never)"),
        ("format = 'jsno'", "factcheck.toml:1: format cannot be 'jsno' (did you mean json?)"),
        ("levels.check = nan", "factcheck.toml:1: levels.check is a number, not nan (mend the value)"),
        ("width = \n", "factcheck.toml:1:9: is not valid TOML: invalid value (mend the line)"),
        ("width = 100\nwidth = 100", "is not valid TOML: cannot overwrite a value"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_file_names_line_and_cure(desk, text, line):
    desk.joinpath("factcheck.toml").write_text(text, "utf-8")
    done = told(desk, "compare", "stories")
    assert (done.code, done.out) == (2, "")
    assert line in done.err
    assert done.err.count("\n") == 1
    assert told(desk, "compare", "stories", "--isolated").code == 1


def test_a_project_file_may_have_no_table_of_ours(desk):
    desk.joinpath("pyproject.toml").write_text("[tool]\nfactcheck = 3\n", "utf-8")
    done = told(desk, "compare", "stories")
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith("pyproject.toml: tool.factcheck is no table (begin it with [tool.factcheck])\n")


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("FACTCHECK_WIDTH", "wide", "FACTCHECK_WIDTH: width is a whole number of at least 20, not 'wide'"),
        ("FACTCHECK_ALL", "maybe", "FACTCHECK_ALL: all is true or false, not 'maybe'"),
        ("FACTCHECK_FAILON", "note", "FACTCHECK_FAILON: is no setting (did you mean FACTCHECK_FAIL_ON?)"),
        ("FACTCHECK_CONFIG", "gone.toml", "gone.toml: cannot be read: no such file or directory (check --config)"),
    ],
)
def test_a_mistake_in_the_environment_names_the_variable(desk, name, value, line):
    done = told(desk, "compare", "stories", **{name: value})
    assert (done.code, done.out) == (2, "")
    assert line in done.err


def test_a_variable_of_somebody_else_is_left_alone(desk):
    assert told(desk, "compare", "stories", FACTCHECK_DATA="/srv").code == 1


def test_a_file_that_is_no_text_is_named(desk):
    desk.joinpath("factcheck.toml").write_bytes(b"width = 30 # \xff\n")
    assert "factcheck.toml: is not UTF-8 (save it as UTF-8)" in told(desk, "compare", "stories").err


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("[tool.factcheck]\nwidth = 52", True),
        ('[ tool . "factcheck" ]\nwidth = 52', True),
        ("[tool]\nfactcheck.width = 52", True),
        ("[tool]\nfactcheck = {width = 52}", True),
        ("tool.factcheck.width = 52", True),
        ("[tool.factchecker]\nwidth = 52", False),
        ('[tool.x]\nnames = ["factcheck"]', False),
        ("broken = [", False),
    ],
)
def test_a_project_file_counts_when_it_has_our_table(tmp_path, text, ours):
    tmp_path.joinpath("pyproject.toml").write_text(text, "utf-8")
    assert (config.nearest_file(tmp_path) == tmp_path / "pyproject.toml") is ours


def test_a_user_without_a_home_and_a_working_directory_that_is_gone_are_no_errors(desk):
    gone = desk / "gone"
    gone.mkdir()
    script = f'cd "{gone}" && rmdir "{gone}" && env -u HOME "$@"'
    command = ["sh", "-c", script, "sh", *PROGRAM, "compare", str(desk / "stories"), "-f", "csv"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (1, "")


def test_nothing_set_is_nothing_read(desk):
    assert config.load("", {}, desk) == {}
    assert Settings() == Settings(levels=Levels(1.5, 0.0))
