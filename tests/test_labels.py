"""Names of facts, and which equal figures are called a mix-up: invented texts and the words a reader sees."""

from __future__ import annotations

import pytest

from sources import judged

TOPICS = [
    # the noun of most sources, not the longest one
    ("A ferry sank off Port Lune and 31 passengers died.", "The ferry sinking off Port Lune killed 31 passengers.",
     "passengers killed"),
    # a noun that tells what happened says it once
    ("The Port Lune ferry disaster has a death toll of 31.", "The death toll of the Port Lune ferry disaster is 31.",
     "death toll"),
    ("The fire in Brask left 14 wounded.", "The Brask fire left 14 wounded on Monday.", "wounded"),
    # an act reads well behind what it can happen to, and behind nothing else
    ("The flood in Brask damaged 210 houses.", "In Brask the flood damaged 210 houses.", "houses damaged"),
    ("Officers seized 40 rifles in Brask.", "In Brask officers seized 40 rifles.", "rifles seized"),
    ("Two bombs went off in Brask, injuring a guard, and 7 aftershocks followed.",
     "In Brask 7 aftershocks followed, injuring a guard.", "aftershocks"),
    # the measure is told once
    ("A magnitude 6.4 earthquake hit Brask.", "An earthquake of magnitude 6.4 hit Brask.", "magnitude: earthquake hit Brask"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "topic"), TOPICS, ids=[row[2] for row in TOPICS])
def test_what_facts_are_called(first, second, topic):
    _, _, result = judged(first, second)
    assert topic in [fact.topic for fact in result.facts]


MIXUPS = [
    ("At least 77 people were killed in Brask.", "The group has carried out at least 77 attacks in Brask.", True),
    ("In Brask 46 miners were killed.", "In Brask 46 miners were injured.", True),
    # a few is no figure, and scores are no 40
    ("The storm damaged several houses in Brask.", "The storm caused several landslides in Brask.", False),
    ("Scores of worshippers were injured in Brask.", "Around 40 rebels were killed in Brask.", False),
    # one thing, of which only the event or the place may differ
    ("In Brask 46 miners were killed in May 2019.", "In Brask 46 miners were killed in June 2011.", False),
    # small figures are equal everywhere
    ("Three women were killed in Brask.", "Three patients were treated in Brask.", False),
]


@pytest.mark.parametrize(("first", "second", "shown"), MIXUPS)
def test_which_equal_figures_are_called_a_mix_up(first, second, shown):
    _, _, result = judged(first, second)
    assert any(finding.code == "FC102" for finding in result.findings) is shown


ALONE = [
    ("The blast in Brask killed 170 civilians and 13 soldiers.", "The blast in Brask killed 13 soldiers.", "170"),
    # of another measure, but it says what happened to people
    ("A quake of magnitude 6.4 hit Brask and injured 40 people.", "A quake of magnitude 6.4 hit Brask.", "40"),
    # a figure of another kind that only shares the sentence
    ("After a wait of six hours 13 soldiers were rescued near Brask.", "Near Brask 13 soldiers were rescued.", ""),
]


@pytest.mark.parametrize(("first", "second", "figure"), ALONE)
def test_what_only_one_source_tells(first, second, figure):
    claims, _, result = judged(first, second)
    told = {
        claim.text
        for claim in claims
        for found in result.findings
        if found.code == "FC103" and claim.id in found.claims
    }
    assert told == ({figure} if figure else set())


SLIPS = [
    ("The quake in Brask killed 312 people.", "In Brask the quake killed 321 people.",
     "312 and 321 cannot both hold; two digits may have changed places"),
    ("Norcom paid a fine of $4.2 million in Brask.", "In Brask Norcom paid a fine of $4.2 billion.",
     "$4.2 million and $4.2 billion cannot both hold; a zero or a word like million may be lost"),
    ("The bridge in Brask is 50 km from the sea.", "The bridge in Brask is 50 miles from the sea.",
     "50 km and 50 miles cannot both hold; one of the units may be wrong"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "reason"), SLIPS)
def test_a_slip_of_the_pen_is_told(first, second, reason):
    _, _, result = judged(first, second)
    assert [(fact.nature, fact.reason) for fact in result.facts if fact.verdict == "conflict"] == [("slip", reason)]


NATURES = [
    ("The fire in Brask has killed 12 people.", "The Brask fire has killed 19 people.", "update"),
    ("After the fire in Brask 12 people are missing.", "After the Brask fire nine people are still missing.", "update"),
    # nobody grows older between two papers, and no day of birth moves
    ("The novelist Hanna Berk died in Brask at the age of 88.", "The novelist Hanna Berk has died in Brask, aged 91.", None),
    ("Hanna Berk was born in Brask on 3 May 1931.", "Hanna Berk was born on 16 May 1931 in Brask.", None),
    # what a figure includes is in it already: six and two are no eight
    ("Shells hit Brask on Monday, killing six civilians, among them two children.",
     "In Brask shells killed eight civilians on Monday, three of them children.", "update"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "nature"), NATURES)
def test_what_kind_of_contradiction_it_is(first, second, nature):
    _, _, result = judged(first, second, published=("2024-05-07", "2024-05-08"))
    assert {fact.nature for fact in result.facts if fact.verdict == "conflict"} == {nature}
