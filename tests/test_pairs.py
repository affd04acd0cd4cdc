"""Pairs of sentences and how their figures stand to each other: the heart of the tool as a table.

apart: not one fact. lookalike: the same figure for another thing. A known miss is marked `todo`.
"""

from __future__ import annotations

import pytest

from sources import judged, relation

DAY = ("2021-08-28", "2021-08-29")

PAIRS = [
    # name, source a, its figure, source b, its figure, relation, publication dates
    ("other figure", "The airport bombing killed 170 civilians.", "170",
     "The airport bombing killed 79 civilians.", "79", "conflict", DAY),
    ("word and digits", "The blast killed 13 soldiers.", "13", "The blast killed thirteen soldiers.", "thirteen", "agree", DAY),
    ("people or attacks", "At least 77 people have been killed in the attack by the group.", "77",
     "The group launched no less than 77 attacks in the first four months of 2021.", "77", "lookalike", ("", "")),
    ("killed or wounded", "The bombing killed 13 US troops in Kabul.", "13",
     "Missiles killed nine people and wounded 13 in Mazar.", "13", "lookalike", ("", "")),
    ("at least below", "The airport bombing killed at least 160 civilians.", "160",
     "The airport bombing killed 170 civilians.", "170", "compatible", DAY),
    ("at least above", "The airport bombing killed at least 200 civilians.", "200",
     "The airport bombing killed 170 civilians.", "170", "conflict", DAY),
    ("up to", "Up to 97% of people live below the poverty line.", "97%",
     "Some 85% of people live below the poverty line.", "85%", "compatible", ("", "")),
    ("about", "The airport bombing killed about 170 civilians.", "170",
     "The airport bombing killed 169 civilians.", "169", "compatible", DAY),
    ("inside a range", "The group is present in two to 12 provinces.", "two to 12",
     "The group is present in seven provinces.", "seven", "compatible", ("", "")),
    ("outside a range", "The group is present in two to six provinces.", "two to six",
     "The group is present in 12 provinces.", "12", "conflict", ("", "")),
    ("dozens", "The airport bombing killed dozens of civilians.", "dozens",
     "The airport bombing killed 79 civilians.", "79", "compatible", DAY),
    ("hundreds", "The airport bombing killed hundreds of soldiers.", "hundreds",
     "The airport bombing killed 13 soldiers.", "13", "conflict", DAY),
    ("other victims", "The bombing killed 170 civilians and 13 troops.", "170",
     "The bombing killed 13 troops.", "13", "apart", DAY),
    ("killed against wounded", "The blast in the market killed 12 people.", "12",
     "The blast in the market wounded 40 people.", "40", "apart", DAY),
    ("killed against casualties", "The blast in the market killed 12 people.", "12",
     "The blast in the market caused 58 casualties.", "58", "apart", DAY),
    ("other day", "The blast on 21 April 2022 killed 12 people.", "12",
     "The blast on 29 April 2022 killed 50 people.", "50", "apart", ("2022-05-02", "2022-05-02")),
    ("month and day", "The Taliban took Kabul in August 2021.", "August 2021",
     "The Taliban took Kabul on 15 August 2021.", "15 August 2021", "compatible", ("", "")),
    ("other date", "The Taliban took Kabul on 15 August 2021.", "15 August 2021",
     "The Taliban took Kabul on 13 August 2021.", "13 August 2021", "conflict", ("", "")),
    ("miles and kilometres", "The quake struck 62 miles west of the town.", "62 miles",
     "The quake struck 100 km west of the town.", "100 km", "compatible", DAY),
    ("no parts of it", "Three engines and 23 wagons derailed at Brask.", "23", "At Brask 26 wagons derailed.", "26",
     "conflict", DAY),
    ("nationalities", "The siege killed three Danes, six Poles and seven Finns.", "three",
     "The siege killed three Swiss, six Poles and seven Finns.", "three", "lookalike", DAY),
    ("men of another figure", "Twenty women, eight men and five children were killed at Brask.", "five",
     "Twenty women and five children were killed at Brask.", "five", "agree", DAY),
    ("told by somebody", "The train was travelling at 41 mph when it derailed.", "41 mph",
     "The engineer Carol Byrne said the train was travelling at 49 mph when it derailed.", "49 mph", "conflict", DAY),
    ("one age whatever is done", "The organiser, Devan Sool, 51, was detained.", "51",
     "A court charged the organiser Devan Sool, 53, with homicide.", "53", "conflict", DAY),
    ("no slip of tens", "By dawn, 310 people had checked in at the gym.", "310",
     "About 130 people must stay away until Sunday.", "130", "apart", DAY),
    ("a spelled figure before it", "One Dane was killed and five others were missing after the siege in Brask.", "five",
     "After the siege in Brask seven foreigners were missing.", "seven", "conflict", DAY),
    ("scale slip", "The company paid $110 million for the mine.", "$110 million",
     "The company paid $110 for the mine.", "$110", "conflict", DAY),
]  # fmt: skip

NEWS = ("2023-05-04", "2023-05-04")

SCOPES = [
    # what decides, source a, its figure, source b, its figure, whether they are one fact
    ("place named in the other sentence", "The storm in Port Arden killed 12 people, the governor of Norland said.", "12",
     "The storm in Norland killed 12 people.", "12", True),
    ("place named in the other sentence", "Fans in Lower Sarn burned 40 cars after the derby.", "40",
     "After the derby in Sarn fans burned 40 cars.", "40", True),
    ("another witness", "A man who saw it said the blast in the market killed at least 31 people.", "31",
     "A woman who lives there said the blast in the market killed 31 people.", "31", True),
    ("last week is no rank", "The first blast in the market last week killed 31 people.", "31",
     "The blast in the market last week killed 31 people.", "31", True),
    ("another place", "The storm in Port Arden killed 12 people.", "12",
     "The storm in Wendle killed 12 people.", "12", False),
    ("qualified in another way", "The navy escorted five merchant vessels through the strait.", "five",
     "The navy chased five pirate boats through the strait.", "five", False),
    ("qualified in another way", "The bank closed nine rural branches in the spring.", "nine",
     "The bank opened nine digital offices in the spring.", "nine", False),
    ("a small figure is no evidence", "The court heard nine witnesses in the fraud case.", "nine",
     "Prosecutors brought nine charges in the fraud case.", "nine", False),
    ("only within the bound", "At least 316 clients of the bank were called on Monday.", "316",
     "The branch in Wendle lost 332 depositors.", "332", False),
    ("only within the range", "Between 300 and 400 pupils sat in the hall.", "300 and 400",
     "The fair in Wendle drew 304 children.", "304", False),
    ("more here, fewer there", "More than two million people marched against the law.", "two million",
     "The civil service has just under two million people.", "two million", False),
    ("another thing in the same place of a row", "The tug put off from the second pier in Arden.", "second",
     "It was the second flood in Arden.", "second", False),
    ("the same thing in a row", "Rovers won their tenth title in Arden on Monday.", "tenth",
     "Rovers celebrated the tenth title.", "tenth", True),
    ("long before", "In 1998 the flood in the valley killed 31 people.", "31",
     "The flood in the valley killed 31 people on Monday.", "31", False),
    ("long before", "In 2011 the club sold the striker for 31 million euros.", "31 million euros",
     "The club sold the striker for 31 million euros on Monday.", "31 million euros", False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("why", "a", "first", "b", "second", "one"), SCOPES, ids=[f"{row[0]}: {row[2]}" for row in SCOPES]
)
def test_scope_decides_whether_equal_figures_are_one_fact(why, a, first, b, second, one):
    assert (relation(first, second, a, b, published=NEWS) in ("agree", "compatible")) is one, why


SUMS = [
    # the smaller figure, the larger, and whether they still contradict each other
    ("The ambush at Tamra killed 12 soldiers. Five attackers were killed too.", "12",
     "The ambush at Tamra killed 17 people, the army said.", "17", False),
    ("The firm cut 40 jobs in Arden on Monday. It cut 25 jobs in Wendle.", "40",
     "The firm cut 65 jobs on Monday.", "65", False),
    ("The club sold 12 players in May. It sold nine players in June.", "12",
     "The club sold 21 players in May.", "21", False),
    ("The ambush at Tamra killed 12 soldiers. Six attackers were killed too.", "12",
     "The ambush at Tamra killed 17 soldiers, the army said.", "17", True),
]  # fmt: skip


@pytest.mark.parametrize(("a", "first", "b", "second", "conflict"), SUMS)
def test_parts_that_add_up_to_the_other_figure_contradict_nothing(a, first, b, second, conflict):
    assert (relation(first, second, a, b, published=NEWS) == "conflict") is conflict


SAME_FIGURE = [
    ("one person killed", "The crash in Arden killed one man on a bridge.", "one",
     "A gunman killed one woman in a shop in Wendle.", "one", "lookalike"),
    ("a day two things happened on", "The mayor resigned on 3 May 2021.", "3 May 2021",
     "The bridge collapsed on 3 May 2021.", "3 May 2021", "lookalike"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("a", "first", "b", "second", "expected"), [row[1:] for row in SAME_FIGURE], ids=[row[0] for row in SAME_FIGURE]
)
def test_one_and_dates_can_be_mixed_up_too(a, first, b, second, expected):
    assert relation(first, second, a, b, published=NEWS) == expected


TODO = frozenset({"other day"})
"""Known misses: each fails the suite once it is fixed, until it is taken off the list."""


@pytest.mark.parametrize(
    ("name", "a", "first", "b", "second", "expected", "published"), PAIRS, ids=[row[0] for row in PAIRS]
)
def test_pair(request, name, a, first, b, second, expected, published):
    if name in TODO:
        request.applymarker(pytest.mark.xfail(strict=True, reason="known miss"))
    assert relation(first, second, a, b, published=published) == expected
    assert relation(second, first, b, a, published=published[::-1]) == expected, "the order of the sources matters"


def test_what_a_source_says_over_and_over_is_compared_a_bounded_number_of_times():
    once = "The fire in Arden killed 14 people on 3 May 2021. "
    _, _, result = judged(once * 500, "Fire\n\nA fire killed 12 people in Arden on 3 May 2021.")
    fact = next(fact for fact in result.facts if fact.verdict == "conflict")
    assert len(fact.claims) == 501
    assert len(fact.pairs) == 25
