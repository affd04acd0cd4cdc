"""Figures of two things a hair apart: what one source says of the one is no word on the other.

Each pair of sentences differs in what its figures are of, and often in little else. None of them may agree, nor be
shown as a contradiction; a `possible` one that only `--all` shows is allowed.
"""

from __future__ import annotations

import pytest

from sources import judged

DAY = "2024-05-03"

PAIRS = [
    # what differs, source a, its figure, source b, its figure
    ("act", "Fire crews rescued 14 people from the hotel.", "14", "Fourteen people are still missing in the hotel.", "Fourteen"),
    ("act", "Two police officers were injured in Friday's clashes.", "Two",
     "Two police officers were killed in Friday's clashes.", "Two"),
    ("act", "Prosecutors charged 14 people in March.", "14", "The court convicted 41 people in March.", "41"),
    ("act", "The carrier cancelled 120 flights on Friday.", "120", "The carrier delayed 210 flights on Friday.", "210"),
    ("act", "Exports fell 4% in March.", "4%", "Imports fell 14% in March.", "14%"),
    ("act", "Net profit rose to $4.2 billion in the first quarter.", "$4.2 billion",
     "First-quarter revenue was $14.2 billion, the bank said.", "$14.2 billion"),
    ("patients in, patients out", "The hospital admitted 45 patients on Monday.", "45",
     "The hospital discharged 54 patients on Monday.", "54"),
    ("side", "The army said 12 militants were killed.", "12", "The army said 12 soldiers were killed in the clash.", "12"),
    ("side", "In the raid the police lost nine men.", "nine", "In the raid the smugglers lost 19 men.", "19"),
    ("subject", "Unemployment rose to 5.1% in March.", "5.1%", "Youth unemployment rose to 15.1% in March.", "15.1%"),
    ("part of a place", "The flood displaced 45,000 people in Lower Bemba.", "45,000",
     "In Upper Bemba, 54,000 people were displaced.", "54,000"),
    ("part of a place", "The storm killed 12 people in northern Bemba.", "12",
     "The storm killed 30 people in southern Bemba.", "30"),
    ("the whole country", "The flood has killed 45 people in the district of Bemba since Sunday.", "45",
     "Nationwide, floods have killed 54 people since Sunday.", "54"),
    ("year", "Last year 45 people were killed in floods.", "45", "This year's floods have killed 54 people.", "54"),
    ("order", "The first quake measured 6.2.", "6.2", "The second quake measured 5.8.", "5.8"),
    ("order", "Third-quarter sales were $8.1 billion.", "$8.1 billion",
     "Fourth-quarter sales were $9.3 billion.", "$9.3 billion"),
    ("order", "The first phase cost $40 million.", "$40 million",
     "The second phase will cost $60 million.", "$60 million"),
    ("sex", "The men's race was won in 9.81 seconds.", "9.81 seconds",
     "The women's race was won in 10.72 seconds.", "10.72 seconds"),
    ("sex", "Boys made up 54% of pupils.", "54%", "Girls made up 46% of pupils.", "46%"),
    ("stance", "About 60% of voters backed the plan.", "60%", "About 40% of voters opposed the plan.", "40%"),
    ("site", "The attack on the church killed 12 people.", "12", "The attack on the mosque killed 21 people.", "21"),
    ("vehicle", "A bus crash in Kenya killed 22 people on Monday.", "22",
     "A train crash in Kenya killed 32 people on Monday.", "32"),
    ("metal", "Norway won 16 gold medals.", "16", "Norway won eight silver medals.", "eight"),
    ("extreme", "The minimum temperature was 4C in Oslo.", "4C", "The maximum temperature was 14C in Oslo.", "14C"),
    ("chamber", "The party won 120 seats in the lower house.", "120", "The party won 12 seats in the upper house.", "12"),
    ("act", "The storm left 30,000 homes without power.", "30,000", "Power was restored to 30,000 homes.", "30,000"),
    ("act", "The company employs 5,000 people in Leeds.", "5,000",
     "The company plans to hire 5,000 people in Leeds.", "5,000"),
    ("act", "The plane was carrying 150 passengers and six crew.", "150", "The plane can carry 180 passengers.", "180"),
    ("act", "Two ministers resigned on Monday.", "Two", "Three ministers were appointed on Monday.", "Three"),
    ("act", "Some 300 guests attended the wedding.", "300", "The palace invited 600 guests to the wedding.", "600"),
    ("act", "The index closed at 8,100 points.", "8,100", "The index opened at 8,010 points.", "8,010"),
    ("act", "Construction began in 2015.", "2015", "Construction finished in 2019.", "2019"),
    ("act", "The kidnappers demanded $1 million.", "$1 million", "The family paid $100,000.", "$100,000"),
    ("act", "The gang stole jewels worth $3 million.", "$3 million", "Police recovered jewels worth $300,000.", "$300,000"),
    ("part of a sum", "The charity has raised $2 million of its $5 million goal.", "$2 million",
     "The charity hopes to raise $5 million.", "$5 million"),
    ("aboard and rescued", "The ferry was carrying 332 passengers when it sank.", "332",
     "Boats rescued at least 316 passengers after the ferry sank.", "316"),
    ("room and load", "The ferry was licensed to carry 352 passengers.", "352",
     "The ferry had more than 350 passengers on board when it sank.", "350"),
    ("hurt and dead", "At least 18 survivors were taken to a nearby hospital after the crash.", "18",
     "The crash killed at least 18 people.", "18"),
    ("whose seats", "All eyes are on Ferrant and the Liberals. Ferrant won 40 seats and the Liberals won 31.", "31",
     "The Liberals and Ferrant will talk. Ferrant has 41 seats and the Liberals have 33.", "41"),
    ("whose cases", "All of Norland and Sudria are ill. Norland has had 790 cases, Sudria 310 cases.", "310",
     "The north of Norland and Sudria suffer. Norland has had 800 cases, Sudria 290 cases.", "800"),
    ("whose fire", "The Camp Fire and the Wendle Fire burn on. The Camp Fire is 30 percent contained.", "30 percent",
     "The Camp Fire has spread. In the south, the Wendle Fire has charred 83 acres. It is 10 percent contained.", "10 percent"),
    ("which income", "Operating income rose 29 percent to $10.0 billion at Norcom.", "29 percent",
     "Net income rose 34 percent to $8.8 billion at Norcom.", "34 percent"),
    ("some and all", "Norway won 16 gold medals.", "16", "Norway won 37 medals.", "37"),
    ("country", "Brazil reported 310 new cases on Friday.", "310", "Peru reported 130 new cases on Friday.", "130"),
    ("number", "He scored 24 points in Game 1.", "24", "He scored 31 points in Game 2.", "31"),
    ("number", "A crash on Route 5 killed 4 people.", "4", "A crash on Route 9 killed 6 people.", "6"),
    ("next day", "The hospital admitted 45 patients on Monday.", "45", "The hospital admitted 54 patients on Tuesday.", "54"),
]  # fmt: skip

TODO: frozenset[str] = frozenset()
"""Known misses: each fails the suite once it is fixed, until it is taken off the list."""


@pytest.mark.parametrize(
    ("what", "a", "first", "b", "second"), PAIRS, ids=[f"{row[0]}: {row[2]} {row[4]}" for row in PAIRS]
)
def test_figures_of_two_things_are_not_compared(request, what, a, first, b, second):
    if what in TODO:
        request.applymarker(pytest.mark.xfail(strict=True, reason="known miss"))
    claims, _, result = judged(a, b, published=(DAY, DAY))
    ends = {claim.id for claim in claims if (claim.source, claim.text) in (("a", first), ("b", second))}
    assert len(ends) == 2, [claim.text for claim in claims]
    pairs = [pair for fact in result.facts for pair in fact.pairs if {pair.a, pair.b} == ends]
    assert [pair for pair in pairs if pair.level != "possible"] == []
