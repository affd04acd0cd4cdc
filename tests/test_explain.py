"""`factcheck explain ID`: the feature table of a pair, what matched in words, and the rival it was preferred to."""

from __future__ import annotations

import pytest

from factcheck.pipeline import explain

STORIES = {
    "a.txt": "The ferry sank on 3 May 2019 off Norland.\n\nThe ferry accident killed 31 passengers, police said.\n\n"
    "Rescuers saved 120 passengers.",
    "b.txt": "The ferry accident off Norland killed 31 passengers, the coast guard said.\n\n"
    "In 2011 another ferry sank and 44 passengers died.",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("ferry")
    for name, text in STORIES.items():
        path.joinpath(name).write_text(text, "utf-8")
    return str(path)


def lines_of(text, title):
    """The lines of the table under a title, without their indent."""
    block = text.split(f": {title}\n", 1)[1].split("\n\n", 1)[0]
    return [" ".join(line.split()) for line in block.splitlines()]


def test_a_fact_shows_every_feature_with_points_and_what_matched(folder):
    text = explain([folder], None, "F1")
    assert text.startswith("passengers killed: agree; 2 sources say the same\n")
    table = lines_of(text, "one fact")
    assert "+2.0 thing counted passenger / passenger" in table
    assert "+1.8 what happened killed / killed" in table
    assert any(row.endswith("the same figure 31 / 31") for row in table)
    assert any("words around the figures" in row and "ferry" in row for row in table)


def test_the_points_add_up_to_the_total_and_the_margin(folder):
    *features, total = lines_of(explain([folder], None, "F1"), "one fact")
    points = [float(row.split()[0]) for row in features]
    score, needed, margin = (float(word) for word in total.replace(";", "").split() if word[-1].isdigit())
    assert sum(points) == pytest.approx(score, abs=0.05 * len(points))
    assert score - needed == pytest.approx(margin, abs=0.11)


def test_the_nearest_rival_is_named_with_what_speaks_against_it(folder):
    table = lines_of(explain([folder], None, "F1"), "nearest rival, left out")
    assert table[-1].endswith("below")
    assert any(row.startswith("-") for row in table)


def test_a_claim_alone_shows_the_nearest_claim_elsewhere(folder):
    found = explain([folder], None, "a:")
    assert found is None, "the beginning of several ids names none of them"
    text = explain([folder], None, "b:107")
    assert "'44'" in text.splitlines()[1]
    assert lines_of(text, "nearest claim elsewhere, not joined")


def test_a_mixup_shows_why_it_is_two_facts(tmp_path):
    tmp_path.joinpath("a.txt").write_text("The storm killed 77 people in Norland.", "utf-8")
    tmp_path.joinpath("b.txt").write_text("The league counted 77 attacks on buses in 2011.", "utf-8")
    table = lines_of(explain([str(tmp_path)], None, "L1"), "two facts")
    assert any("thing counted" in row and row.startswith("-") for row in table)


def test_what_keeps_two_floods_apart_is_said_and_the_margin_is_that_of_the_run(tmp_path):
    for name, day in (("a", "3 March 1998"), ("b", "1 May 2023")):
        (tmp_path / f"{name}.txt").write_text(f"The flood of {day} killed 31 people in the valley of Arden.\n")
    told = explain([str(tmp_path)], None, "L1") or ""
    assert "told of other times" in told
    assert " 2.0 below" in told


@pytest.mark.parametrize(
    ("a", "b", "why"),
    [
        ("Two guards were injured in the clashes.", "Two guards were killed in the clashes.", "acts that exclude"),
        ("The flood killed 31 in Upper Besk.", "The flood killed 31 in Lower Besk.", "other parts of a place"),
    ],
)
def test_what_no_likeness_makes_up_for_is_said(tmp_path, a, b, why):
    tmp_path.joinpath("a.txt").write_text(a + "\n", "utf-8")
    tmp_path.joinpath("b.txt").write_text(b + "\n", "utf-8")
    told = explain([str(tmp_path)], None, "a:0" if a.startswith("Two") else "a:17") or ""
    assert why in told
    assert "other times" not in told


def test_words_of_one_meaning_are_named_on_both_sides_and_all_words_as_they_are_written(tmp_path):
    tmp_path.joinpath("a.txt").write_text("Winds fanned it. The blaze at the mill hurt 31 people, Adams said.", "utf-8")
    tmp_path.joinpath("b.txt").write_text("Winds fanned it. A fire at the mill hurt 31 people, Adams said.", "utf-8")
    table = lines_of(explain([str(tmp_path)], None, "F1"), "one fact")
    told = {row.split(" ", 1)[1] for row in table}
    assert "words around the figures hurt, people, mill, Adams, blaze ~ fire" in told
    assert "the sentences Adams, blaze ~ fire, hurt, mill, people" in told
    assert "with the sentence before fanned, Winds" in told


def test_an_unknown_id_is_none(folder):
    assert explain([folder], None, "F99") is None


def test_text_that_drives_a_terminal_is_made_visible(tmp_path):
    tmp_path.joinpath("a.txt").write_text("The \x1b[2Jblast killed 31 people.", "utf-8")
    tmp_path.joinpath("b.txt").write_text("The blast killed 31 people.", "utf-8")
    text = explain([str(tmp_path)], None, "F1")
    assert "\x1b" not in text
    assert "␛[2J" in text
