"""Twenty-eight pairs of sentences that plain matching gets wrong: what the tool says of each, and whether it alarms.

Each sentence stands at the top of a short article. An alarm is a contradiction at a level that is shown, or a warning about a part, a number of events or the arithmetic;
a possible mix-up is none. A known miss is marked; at most two may be.
"""

from __future__ import annotations

import pytest

from sources import judged, relation

DAY = ("2021-08-28", "2021-08-29")
NONE = ("", "")

TRAPS = [
    # a, its figure, b, its figure, how they stand, whether there is an alarm, publication dates
    ("The airport bombing killed 170 civilians.", "170", "The airport bombing killed 79 civilians.", "79", "conflict", True, DAY),
    ("The blast killed 13 soldiers.", "13", "The blast killed thirteen soldiers.", "thirteen", "agree", False, DAY),
    ("At least 77 people were killed in the attack.", "77", "The group launched no less than 77 attacks in 2021.", "77",
     "lookalike", False, NONE),
    ("The bombing killed 13 US troops in Kabul.", "13", "Missiles killed nine people and wounded 13 in Mazar.", "13",
     "lookalike", False, NONE),
    ("The airport bombing killed at least 160 civilians.", "160", "The airport bombing killed 170 civilians.", "170",
     "compatible", False, DAY),
    ("The airport bombing killed at least 200 civilians.", "200", "The airport bombing killed 170 civilians.", "170",
     "conflict", True, DAY),
    ("Up to 97% of people live below the poverty line.", "97%", "Some 85% of people live below the poverty line.", "85%",
     "compatible", False, NONE),
    ("The airport bombing killed about 170 civilians.", "170", "The airport bombing killed 169 civilians.", "169",
     "compatible", False, DAY),
    ("The group is present in two to 12 provinces.", "two to 12", "The group is present in seven provinces.", "seven",
     "compatible", False, NONE),
    ("The group is present in two to six provinces.", "two to six", "The group is present in 12 provinces.", "12",
     "conflict", True, NONE),
    ("The airport bombing killed dozens of civilians.", "dozens", "The airport bombing killed 79 civilians.", "79",
     "compatible", False, DAY),
    ("The airport bombing killed hundreds of soldiers.", "hundreds", "The airport bombing killed 13 soldiers.", "13",
     "conflict", True, DAY),
    ("The airport bombing killed 183 people.", "183", "The airport bombing killed 170 civilians and 13 troops.", "170",
     "apart", False, DAY),
    ("The airport bombing killed 150 people, including 13 troops.", "150",
     "The airport bombing killed 170 civilians and 13 troops.", "170", "apart", True, DAY),
    ("The blast in the market killed 12 people.", "12", "The blast in the market wounded 40 people.", "40", "apart", False, DAY),
    ("The blast in the market killed 12 people.", "12", "The blast in the market caused 58 casualties.", "58", "apart", False, DAY),
    ("The blast on 21 April 2022 killed 12 people.", "12", "The blast on 29 April 2022 killed 50 people.", "50",
     "apart", False, ("2022-05-02", "2022-05-02")),
    ("The Taliban took Kabul in August 2021.", "August 2021", "The Taliban took Kabul on 15 August 2021.", "15 August 2021",
     "compatible", False, NONE),
    ("The Taliban took Kabul on 15 August 2021.", "15 August 2021", "The Taliban took Kabul on 13 August 2021.",
     "13 August 2021", "conflict", True, NONE),
    ("The rebels said they killed 700 Taliban fighters.", "700", "The Taliban denied that 700 of its fighters were killed.", "700",
     "conflict", True, DAY),
    ("The UN said 397 civilians were killed, 80% of them by the group.", "80%",
     "The UN said 397 civilians were killed, 318 of them by the group.", "318", "apart", False, DAY),
    ("The UN said 397 civilians were killed, 80% of them by the group.", "80%",
     "The UN said 397 civilians were killed, 150 of them by the group.", "150", "apart", True, DAY),
    ("The company paid $110 million for the mine.", "$110 million", "The company paid $110 for the mine.", "$110",
     "conflict", True, DAY),
    ("The takeover cost half a million Afghans their jobs.", "half a million",
     "The takeover cost about 500,000 Afghans their jobs.", "500,000", "compatible", False, NONE),
    ("Ahmed Masood leads 5,000 fighters in the valley.", "5,000", "Ahmad Massoud leads 3,000 fighters in the valley.", "3,000",
     "conflict", True, NONE),
    ("In the battle the Taliban lost 40 fighters.", "40", "In the battle the rebels lost 12 fighters.", "12", "apart", False, DAY),
    ("The quake struck 62 miles west of the town.", "62 miles", "The quake struck 100 km west of the town.", "100 km",
     "compatible", False, DAY),
    ("A single bombing hit Kabul airport.", "", "Two bombings hit Kabul airport.", "Two", "", True, DAY),
]  # fmt: skip

MISSES = frozenset({17, 20})
"""Two days of one event or two events; a claim and its denial."""

REST = " The mayor spoke later. Roads were closed. Shops opened again. Nobody knew more. It rained."

ALARMS = frozenset({"FC101", "FC104", "FC201", "FC301", "FC302", "FC401"})

CASES = [
    pytest.param(
        *row, id=f"T{n:02}", marks=[pytest.mark.xfail(strict=True, reason="known miss")] if n in MISSES else []
    )
    for n, row in enumerate(TRAPS, 1)
]


def alarms(*texts, published):
    """Codes of the warnings and errors that speak of a contradiction."""
    _, _, result = judged(*(text + REST for text in texts), published=published)
    return {one.code for one in result.findings if one.code in ALARMS and one.severity != "note"}


@pytest.mark.parametrize(("a", "first", "b", "second", "stands", "alarm", "published"), CASES)
def test_trap(a, first, b, second, stands, alarm, published):
    for texts, days in (((a, b), published), ((b, a), published[::-1])):
        assert bool(alarms(*texts, published=days)) is alarm
    if stands:
        assert relation(first, second, a + REST, b + REST, published=published) == stands
        assert relation(second, first, b + REST, a + REST, published=published[::-1]) == stands


def test_there_are_28_pairs_and_at_least_26_are_right():
    assert len(TRAPS) == 28
    assert len(MISSES) <= 2


def test_parts_that_make_the_total_are_named():
    claims, _, result = judged(TRAPS[12][0], TRAPS[12][2], published=DAY)
    (total,) = [claim.id for claim in claims if claim.text == "183"]
    (reason,) = [row.reason for row in result.not_compared if row.claim == total]
    assert reason == "170 civilians and 13 troops in b make 183"


EXCEEDED = [
    ("The storm killed 40 people, including 12 farmers.", "The storm killed 35 sailors and 12 farmers.", True),
    ("Rescuers saved 90 passengers, including 25 children.", "Rescuers saved 80 sailors and 25 children.", True),
    ("Police detained 60 suspects, including 14 students.", "Police detained 50 sailors and 14 students.", True),
    ("The storm killed 47 people, including 12 farmers.", "The storm killed 35 sailors and 12 farmers.", False),
    ("The storm killed 90 people, including 12 farmers.", "The storm killed 35 sailors and 12 farmers.", False),
    (
        "The storm wounded 40 people, including 12 farmers.",
        "The storm killed 35 sailors and wounded 12 farmers.",
        False,
    ),
]


@pytest.mark.parametrize(("whole", "parts", "alarm"), EXCEEDED)
def test_parts_may_not_exceed_the_total_of_another_source(whole, parts, alarm):
    for texts in ((whole, parts), (parts, whole)):
        assert ("FC301" in alarms(*texts, published=DAY)) is alarm
