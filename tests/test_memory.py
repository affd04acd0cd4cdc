"""The lexicon remembered between runs: the same as the one that is read, and never in the way."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.lexicon import load, memory
from factcheck.lexicon.vocabulary import Lexicon
from factcheck.pipeline import compare


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "memory"))
    return tmp_path / "memory"


def finds(lexicon: Lexicon, text: str) -> list[str]:
    _, spelled = lexicon.spell(text.split())
    return [hit.rule.id for hit in lexicon.finder("dates").find(spelled["dates"])]


def test_the_remembered_lexicon_works_like_the_one_that_was_read(cache):
    read = load()
    assert [path.name.startswith("lexicon-") for path in cache.iterdir()] == [True]
    remembered = load()
    assert remembered is not read
    assert remembered.classes == read.classes
    assert finds(remembered, "On 20 July 1956 they left") == finds(read, "On 20 July 1956 they left") != []


@pytest.mark.usefixtures("cache")
def test_tokens_are_spelled_in_the_alphabet_of_each_rule_file():
    lexicon, tokens = load(), ["On", "20", "July", "1956", "they", "left", "."]
    letters, spelled = lexicon.spell(tokens)
    assert letters == "".join(lexicon.tagger[token] for token in tokens)
    assert spelled == {name: letters.translate(lexicon.finder(name).table) for name in lexicon.rules}
    assert lexicon.spell(tokens) == load().spell(tokens) == (letters, spelled)


def test_a_broken_memory_is_made_anew(cache):
    load()
    (path,) = cache.iterdir()
    path.write_bytes(b"no pickle")
    assert load().find("acts", "kill") is not None
    assert path.read_bytes() != b"no pickle"


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "file" / "memory"))
    assert load().find("acts", "kill") is not None


def test_off_remembers_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("FACTCHECK_CACHE", "off")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    load()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("source", ["a(?P<x>b)|c", "[\x01-\x20]+(?=z)", "(?:ab){2,3}(?P<r1_day>c)?"])
def test_a_pattern_taken_apart_is_put_together_the_same(source):
    pattern = re.compile(source)
    build, parts = memory.taken_apart(pattern)
    again = build(*parts)
    for text in ("ab", "c", "ababc", "\x02\x03z", "zz"):
        first, second = pattern.search(text), again.search(text)
        assert (first and (first.span(), first.groupdict())) == (second and (second.span(), second.groupdict()))


def test_another_word_is_another_memory(tmp_path):
    (tmp_path / "acts.csv").write_text("forms,class\nzap,killed\n")
    first = memory.fingerprint([tmp_path])
    (tmp_path / "acts.csv").write_text("forms,class\nzap,injured\n")
    assert memory.fingerprint([tmp_path]) != first


def test_what_was_used_longest_ago_is_forgotten(cache):
    cache.mkdir()
    for n in range(memory.KEPT + 3):
        (cache / f"lexicon-{n:02}").write_bytes(b"old")
        os.utime(cache / f"lexicon-{n:02}", (n, n))
    load()
    left = sorted(path.name for path in cache.iterdir())
    assert len(left) == memory.KEPT
    assert "lexicon-00" not in left


@pytest.mark.usefixtures("cache")
def test_a_folder_of_ones_own_has_a_memory_of_its_own(tmp_path):
    (tmp_path / "acts.csv").write_text("forms,class\nzap,killed\n")
    assert load().find("acts", "zap") is None
    for _ in range(2):  # read, then remembered
        row = load([str(tmp_path)]).find("acts", "zap")
        assert row is not None
        assert row["class"] == "killed"
    (tmp_path / "acts.csv").write_text("forms,class\nzap,displaced\n")
    row = load([str(tmp_path)]).find("acts", "zap")
    assert row is not None
    assert row["class"] == "displaced"


def test_relative_folders_of_one_name_are_told_apart(tmp_path, monkeypatch):
    names = []
    for one in ("a", "b"):
        house = tmp_path / one / "house"
        house.mkdir(parents=True)
        (house / "acts.csv").write_text("forms,class\nzap,killed\n")
        os.utime(house / "acts.csv", (1, 1))
        monkeypatch.chdir(tmp_path / one)
        names.append(memory.fingerprint([Path("house")]))
    assert names[0] != names[1]


def test_a_folder_that_is_not_there_is_named():
    with pytest.raises(FactcheckError, match="gone: no such folder of words"):
        load(["gone"])


def test_look_ups_of_a_run_are_remembered_and_nothing_of_its_articles(cache, tmp_path):
    (tmp_path / "a.txt").write_text("Zubrovia said on Monday that 24 zubrovians were killed.\n")
    (tmp_path / "b.txt").write_text("Officials in Zubrovia said 26 zubrovians had died.\n")
    compare([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    (kept,) = cache.iterdir()
    assert load().derived > 10
    assert b"zubrov" not in kept.read_bytes().lower()
