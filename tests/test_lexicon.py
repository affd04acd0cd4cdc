"""Words of one's own: `factcheck lexicon` finds each mistake, and says where it is and how to mend it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck import cli
from factcheck.lexicon import load
from test_cli import Done

RULE = """
[[rule]]
id = "house.moon"
pattern = "'moon' 'of' (month: {mon})"
gives = { shape = "point" }
matches = ["On the [moon of July] they left."]
skips = ["The moon of Friday rose."]
"""


class House(NamedTuple):
    """A folder of words, and the command line beside it."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    def write(self, name: str, text: str | bytes) -> None:
        self.folder.joinpath(name).write_bytes(text if isinstance(text, bytes) else text.encode())

    def run(self, *words: str) -> Done:
        code = cli.main(words)
        return Done(code, *self.capsys.readouterr())

    def checked(self, name: str, text: str) -> Done:
        self.write(name, text)
        return self.run("lexicon", "check", "house")


@pytest.fixture
def house(tmp_path, monkeypatch, capsys) -> House:
    folder = tmp_path / "house"
    folder.mkdir()
    monkeypatch.chdir(tmp_path)
    return House(folder, capsys)


def test_the_words_built_in_are_right(house):
    done = house.run("lexicon", "check")
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith(" examples: all fine\n")
    rules = [rule for found in load().rules.values() for rule in found]
    assert f"{len(load().tables)} tables, {len(rules)} rules, " in done.out


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("acts.csv", "forms,class\nevict|eviction,displaced\nvandalise|vandalize,vandalised\n# a remark\n\n"),
        ("acts.csv", "\ufeffclass,forms\r\ndisplaced,evict\r\n"),
        ("units.csv", "tag,forms,unit,measure,factor\nlength,league|leagues,league,length,4828.032\n"),
        ("dates.toml", RULE),
        ("dates.toml", '[macros]\nmoonth = "{mon}"\n' + RULE.replace("{mon}", "{moonth}")),
    ],
    ids=["words", "byte order mark", "units", "rule", "macro"],
)
def test_what_is_right_is_fine(house, name, text):
    done = house.checked(name, text)
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith(": all fine\n")


def test_a_rule_may_use_a_tag_of_a_row_of_its_own(house):
    house.write("deictic.csv", "tag,forms,value\nmoonish,moonday,0\n")
    rule = RULE.replace("'moon' 'of'", "{moonish}").replace("moon of July", "moonday July")
    assert house.checked("dates.toml", rule).code == 0
    done = house.checked("dates.toml", rule.replace("{moonish}", "'moonday'"))
    assert done.out.startswith("house/deictic.csv:2:1: unknown tag 'moonish' (there are: ")


@pytest.mark.parametrize(
    ("name", "text", "line", "marked"),
    [
        ("acts.csv", "forms,class\nevict,displcaed\n", "2:7: unknown class 'displcaed' (did you mean displaced?", "displcaed"),
        ("acts.csv", "forms,class\nevict,\n", "2:1: no class (such as ", "evict,"),
        ("acts.csv", "forms,class\none,two,three\n", '2:1: 3 cells for 2 columns (put cells with a comma in "quotes")', "one,two,three"),
        ("acts.csv", "forms,class\nevict\n", "2:1: 1 cells for 2 columns (columns are forms, class)", "evict"),
        ("acts.csv", "forms,class\nevict||oust,displaced\n", "2:1: an empty form (remove the | or write a word)", "evict||oust"),
        ("acts.csv", "forms,class\nevict|oust,displaced\noust,killed\n", "3:1: 'oust' is also on line 2 (keep one)", "oust"),
        ("acts.csv", "forms,clas\nevict,displaced\n", "1:7: unknown column 'clas' (did you mean class?)", "clas"),
        ("acts.csv", "forms\nevict\n", "1:1: no column 'class' (the first line is forms,class)", "forms"),
        ("units.csv", "tag,forms,unit,measure,factor\nlength,league,league,lenght,4828\n", "2:22: unknown measure 'lenght' (did you mean length?)", "lenght"),
        ("units.csv", "tag,forms,unit,measure,factor\nlength,league,league,length,far\n", "2:29: factor 'far' is not a number (such as ", "far"),
        ("calendar.csv", "tag,forms,value\nmonht,Juli,7\n", "2:1: unknown tag 'monht' (did you mean month?)", "monht"),
        ("act.csv", "forms,class\n", "1:1: there is no table 'act' (did you mean acts?)", ""),
        ("date.toml", RULE, "1:1: no rules are read from date.toml (did you mean dates?)", ""),
        ("dates.toml", RULE.replace("{mon}", "{mnoth}"), "4:32: no class or macro {mnoth} (did you mean month?)", "{mnoth}"),
        ("dates.toml", RULE.replace("{mon})", "{mon}"), "4:12: rule house.moon: missing ), unterminated subpattern", "'moon' 'of' (month: {mon}"),
        ("dates.toml", RULE.replace("matches", "match"), "6:1: unknown key 'match' (did you mean matches?)", "match"),
        ("dates.toml", RULE.replace("house.moon", "date.iso"), "3:7: a second rule 'date.iso' (give it another id)", "date.iso"),
        ("dates.toml", RULE.replace("point", "piont"), "5:20: unknown shape 'piont' (did you mean point?)", "piont"),
        ("dates.toml", RULE.replace("gives", "#"), '2:1: no gives.shape (write gives = { shape = "..." }; there are: ', "[[rule]]"),
        ("dates.toml", RULE.replace("skips", "#"), '2:1: rule house.moon has no sentence it skips (write skips = ["..."])', "[[rule]]"),
        ("dates.toml", RULE.replace("id =", "#"), '2:1: rule ? has no id (write id = "...")', "[[rule]]"),
        ("dates.toml", RULE.replace("[moon of", "moon [of"), "6:25: rule house.moon does not find 'of July' (found: 'moon of July' by house.moon)", "[of July]"),
        ("dates.toml", RULE.replace("[moon of July]", "moon of July"), "6:13: an example of rule house.moon marks no [span] (put it in brackets)", "On the moon of July they left."),
        ("dates.toml", RULE.replace("moon of Friday", "moon of May"), "7:15: rule house.moon finds 'moon of May', which it must skip", "moon of May"),
        ("dates.toml", "[[rule]\n", "1:7: not valid TOML: ", "]"),
        ("dates.toml", "rules = 1\n", "1:1: unknown key 'rules' (write [macros] or [[rule]])", "rules"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place_and_a_caret(house, name, text, line, marked):
    done = house.checked(name, text)
    assert done.code == 1
    assert f"house/{name}:{line}" in done.out
    assert done.err.startswith("factcheck: lexicon: ")
    lines = done.out.splitlines()
    at = next(n for n, told in enumerate(lines) if line in told)
    if marked:
        content, caret = lines[at + 1], lines[at + 2]
        start, end = caret.index("^"), len(caret)
        assert content[start:end] == marked


def test_all_mistakes_of_a_folder_are_told_in_their_order(house):
    house.write("acts.csv", "forms,class\nevict,displcaed\noust,displcaed\n")
    done = house.checked("act.csv", "forms,class\n")
    assert [line.partition(": ")[0] for line in done.out.splitlines() if line.startswith("house")] == [
        "house/act.csv:1:1",
        "house/acts.csv:2:7",
        "house/acts.csv:3:6",
    ]
    assert done.err == "factcheck: lexicon: 3 problems\n"


def test_a_word_that_spoils_a_rule_built_in_is_found(house):
    done = house.checked("calendar.csv", "tag,forms,value\nmonth,may,5\n")
    assert done.code == 1
    assert "which it must skip" in done.out or "does not find" in done.out
    assert "/lexicon/en/dates.toml:" in done.out


@pytest.mark.parametrize("name", ["acts.csv", "dates.toml"])
def test_a_file_that_is_no_text_is_named(house, name):
    house.write(name, b"forms,class\n\xff\n")
    done = house.run("lexicon", "check", "house")
    assert (done.code, done.out) == (1, f"house/{name}:2:1: is not UTF-8 (save it as UTF-8)\n")
    house.write("a.txt", "The fire killed 12.")
    done = house.run("extract", "house/a.txt", "--lexicon", "house")
    assert (done.code, done.err) == (
        2,
        f"factcheck: error: house/{name}: is not UTF-8 (save it as UTF-8; see factcheck lexicon check house)\n",
    )


def test_an_empty_folder_and_none_are_told(house):
    done = house.run("lexicon", "check", "house")
    assert done.code == 1
    assert done.out.startswith(
        "house:1:1: no table and no rules here (there are: abbreviations.csv, act_traits.csv, acts.csv, "
    )
    done = house.run("lexicon", "check", "hose")
    assert (done.code, done.out) == (2, "")
    assert "hose: no such folder of words" in done.err


def test_the_folders_of_the_settings_are_checked_unless_others_are_named(house):
    house.write("acts.csv", "forms,class\nevict,displcaed\n")
    house.folder.with_name("factcheck.toml").write_text('lexicon = ["house"]\n', "utf-8")
    assert house.run("lexicon", "check").code == 1
    assert house.run("lexicon", "check", "--isolated").code == 0
    assert house.run("lexicon", "check", "--isolated", "--lexicon", "house").code == 1


def test_the_list_tells_tables_columns_and_values(house):
    house.write("acts.csv", "forms,class\nevict|oust,zz-evicted\n")
    plain = house.run("lexicon", "list").out.splitlines()
    mine = house.run("lexicon", "list", "house").out.splitlines()
    before, after = (next(line for line in lines if line.startswith("acts.csv: ")) for lines in (plain, mine))
    after, before = after.replace(",", ""), before.replace(",", "")
    assert int(after.split()[1]) == int(before.split()[1]) + 1
    assert int(after.split()[3]) == int(before.split()[3]) + 2
    assert any(line.startswith("  class    ") and line.endswith(" | zz-evicted") for line in mine)
    assert {line.partition(".")[0] for line in plain if not line.startswith(" ")} == set(load().tables) | set(
        load().rules
    )
