"""What a figure is about: sentences and the frame of their figure."""

from __future__ import annotations

import pytest

from sources import judged


def claim_of(text: str, figure: str, published: str = "2023-05-04"):
    claims, _, _ = judged(text, "Nothing else is told.", published=(published, published))
    return next(claim for claim in claims if claim.text == figure and claim.source == "a")


ACTS = [
    ("The landslide killed 12 hikers near the lake.", "12", "killed"),
    ("Some 40 workers were injured when the roof gave way.", "40", "injured"),
    ("The blast killed nine people and wounded 13.", "13", "injured"),
    ("The blast killed nine people and wounded 13.", "nine", "killed"),
    ("Police arrested seven men in the harbour.", "seven", "detained"),
    ("The storm destroyed 300 houses in the delta.", "300", "damaged"),
    ("Customs officers seized 14 rifles in the warehouse.", "14", "seized"),
]


@pytest.mark.parametrize(("text", "figure", "act"), ACTS)
def test_the_verb_that_governs_the_figure_is_the_act(text, figure, act):
    assert claim_of(text, figure).act == act


LEVELS = [
    ("So far, the navy has seized 14 rifles and 900 rounds.", "900", "running"),
    ("A total of 61 villages lost power.", "61", "running"),
    ("Rescuers found 55 people, 12 of them critically hurt.", "12", "part"),
    ("The firm cut 300 jobs, including 40 in Norland.", "40", "part"),
    ("The flood closed eight schools.", "eight", ""),
]


@pytest.mark.parametrize(("text", "figure", "level"), LEVELS)
def test_scope_words_set_the_level(text, figure, level):
    assert claim_of(text, figure).frame.level == level


SLOTS = [
    ("Traffic fell by 70 percent in Norland, 60 percent in Sudria.", "70 percent", "norland"),
    ("Traffic fell by 70 percent in Norland, 60 percent in Sudria.", "60 percent", "sudria"),
    ("In the battle the rebels lost 12 fighters.", "12", "rebels"),
]


@pytest.mark.parametrize(("text", "figure", "slot"), SLOTS)
def test_a_share_or_loss_has_a_holder(text, figure, slot):
    assert claim_of(text, figure).frame.slot == slot


SPEAKERS = [
    ("At least 12 people died, the mayor Anna Weiss said.", "12", "Anna Weiss"),
    ("According to the fire brigade, 12 people died.", "12", "the fire brigade"),
    ("Officials said 12 people died.", "12", "Officials"),
    ("They believe 12 people died.", "12", ""),
    ("The flood in the State of Norland killed 12 people.", "12", ""),
]


@pytest.mark.parametrize(("text", "figure", "speaker"), SPEAKERS)
def test_who_says_so(text, figure, speaker):
    assert claim_of(text, figure).speaker == speaker


def test_a_share_of_them_names_its_base():
    claim = claim_of("The report counted 397 farmers, 80% of them in the hills.", "80%")
    assert claim.of == "397 farmers"


def test_the_district_is_the_last_one_named():
    text = "The quake shook Norland.\nIn Arden district 12 people died.\nAnother four houses fell in the district.\n"
    assert claim_of(text, "four").frame.places == {"arden"}


def test_a_date_told_in_passing_dates_nothing():
    claim = claim_of("Petrol cost 1.52 crowns, the most since 2014, at 300 stations.", "300")
    assert not claim.frame.dated


LOCAL = [
    ("Flood in Norland kills 40\nThe flood hit Norland on Monday.\nIt rose.\nIt fell.\nIn Arden 12 people died.", "12", True),
    ("Flood in Norland kills 40\nThe flood hit Norland on Monday.\nIt rose.\nIt fell.\nIn Norland 40 people died.", "40", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figure", "local"), LOCAL)
def test_a_place_the_story_does_not_open_with_is_a_part_of_it(text, figure, local):
    claims, _, _ = judged(text, "Nothing else is told.")
    assert [claim.frame.local for claim in claims if claim.text == figure][-1] is local
