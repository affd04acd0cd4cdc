"""Equal figures of two things: short texts alike but for the word that tells them apart.

Equal figures are no evidence: none of these pairs may agree, nor be shown as a contradiction. What is of two events,
places or acts is at best a lookalike.
"""

from __future__ import annotations

import pytest

from sources import judged

DAY = "2024-05-03"

PAIRS = [
    ("The museum lent 14 paintings to Oslo.", "The museum bought 14 paintings in Oslo."),
    ("Russia expelled 18 diplomats.", "Britain expelled 18 diplomats."),
    ("At least 40 houses were destroyed in Brask.", "At least 40 people were killed in Brask."),
    ("The attack in Brask wounded 23 people.", "The attack in Brask killed 23 people."),
    ("Police arrested 12 people in Brask on Monday.", "Police released 12 people in Brask on Monday."),
    ("The company hired 300 workers.", "The company fired 300 workers."),
    ("Exports rose 5% in March.", "Imports rose 5% in March."),
    ("The bank cut its growth forecast to 3%.", "The bank raised interest rates to 3%."),
    ("In Brask, 60 per cent of voters backed the plan.", "In Brask, turnout was 60 per cent."),
    ("The firm made a profit of $40 million.", "The firm made a loss of $40 million."),
    ("The bridge is 120 metres long.", "The bridge is 120 metres high."),
    ("Rain of 80 mm fell in Brask on Sunday.", "Winds of 80 km/h hit Brask on Sunday."),
    ("The mayor, 54, was elected in 2016.", "The victim, 54, was found on Monday in Brask."),
    ("The first train left at 9 am.", "The second train left at 9 am."),
    ("Norway reported 1,500 new cases on Tuesday.", "Norway reported 1,500 recoveries on Tuesday."),
    ("Some 200 protesters gathered outside parliament.", "Some 200 police officers were deployed outside parliament."),
    ("The team won 12 gold medals.", "The team won 12 silver medals."),
    ("The government will spend 2 billion euros on schools.",
     "The government will spend 2 billion euros on hospitals."),
    ("GDP grew by 2.1% in the first quarter.", "GDP grew by 2.1% in the second quarter."),
    ("The quake killed 30 people in Brask.", "The quake killed 30 people in Torvik."),
    ("Hospitals in Brask have 400 beds.", "Hospitals in Brask have 400 patients."),
    ("The ship carried 20 crew.", "The ship carried 20 containers."),
    ("The suspect fired 15 shots.", "The suspect owned 15 guns."),
    ("Sales of electric cars rose 30% to 1.2 million.", "Sales of petrol cars fell 30% to 1.2 million."),
    ("The lake is 45 metres deep.", "The lake is 45 km long."),
    ("About 10,000 fans attended the match.", "About 10,000 tickets were unsold."),
    ("The minister met 14 ambassadors.", "The minister visited 14 countries."),
    ("Inflation fell to 4.2% in June.", "Unemployment fell to 4.2% in June."),
    ("The mine employs 900 people.", "The mine produces 900 tonnes of copper a day."),
    ("There were 31 goals in the tournament's group stage.",
     "There were 31 yellow cards in the tournament's group stage."),
    ("A third of patients recovered.", "A third of patients died."),
    ("The charity raised 70,000 pounds for refugees.", "The charity helped 70,000 refugees."),
    ("The fire burned 600 hectares.", "Some 600 firefighters fought the fire."),
    ("The vaccine was given to 5,000 children.", "The placebo was given to 5,000 children."),
    ("The ministry confirmed 88 deaths in Tarn province.", "The ministry confirmed 88 infections in Tarn province."),
    ("Customs officers seized 250 kg of cocaine.", "Customs officers seized 250 kg of heroin."),
    ("The airline operates 64 aircraft.", "The airline ordered 64 aircraft."),
    ("The price fell by 4.8 crowns.", "The price fell from 9.6 to 4.8 crowns."),
    ("The union says 4,000 members walked out.", "The union says 4,000 members stayed at work."),
    ("The dam holds 35 million cubic metres of water.", "The dam released 35 million cubic metres of water."),
    ("The court acquitted 9 defendants.", "The court jailed 9 defendants."),
    ("House prices rose 6% in May.", "Rents rose 6% in May."),
    ("The party won 48 seats.", "The party lost 48 seats."),
    ("The driver, 33, was arrested.", "The passenger, 33, was killed."),
    ("The project will create 700 jobs.", "The closure will cost 700 jobs."),
    ("The school has 560 pupils.", "The school has 560 computers."),
    ("Attackers killed 17 villagers in the north.", "Attackers abducted 17 villagers in the north."),
    ("The firm sold 90,000 phones in March.", "The firm recalled 90,000 phones in March."),
    ("The storm cut power to 12,000 homes.", "Crews restored power to 12,000 homes."),
    ("The hospital treated 65 people for burns.", "The hospital discharged 65 people."),
    ("The farm lost 300 sheep in the fire.", "The farm lost 300 hens in the fire."),
    ("The rebels freed 30 hostages.", "The rebels took 30 hostages."),
    ("The army recruited 5,000 men.", "The army discharged 5,000 men."),
    ("The ferry can hold 400 passengers.", "The ferry can hold 400 cars."),
    ("A survey found 45% of women smoke.", "A survey found 45% of men smoke."),
    ("He ran 100 metres in the final.", "He swam 100 metres in the final."),
    ("The first phase costs $60 million.", "The second phase costs $60 million."),
    ("The plant makes 1,000 cars a day.", "The plant employs 1,000 people."),
    ("The king, 70, was in good health.", "The queen, 70, was in good health."),
    ("Some 2,500 tents were sent to the camp.", "Some 2,500 families live in the camp."),
    ("Prosecutors had sought 150 years for Marlow.", "Marlow was sentenced to 150 years in prison."),
    ("The gang included 11 Tunisians.", "The gang included 11 Danes."),
]  # fmt: skip

MISSES = [
    # what tells these apart is no word of the lexicon yet, or a name that only begins its sentence
    ("The plane carried 150 passengers.", "The plane can carry 150 passengers."),
    ("The storm left 50,000 homes without power.", "The storm damaged 50,000 homes."),
    ("Lawmakers voted 61 to 40 for the bill.", "Lawmakers voted 61 to 40 against the amendment."),
    ("A student, 19, was stabbed in Brask.", "A suspect, 19, was arrested in Brask."),
    ("The flight was delayed for 6 hours.", "The flight lasted 6 hours."),
    ("Arsen scored 21 points.", "Bolt scored 21 points."),
    ("The budget sets aside $12 million for parks.", "The budget cuts $12 million from libraries."),
    ("Google's revenue rose 9%.", "Apple's revenue rose 9%."),
    ("The mayor won 53% of the vote.", "The mayor's approval stands at 53%."),
    ("He served 15 years in prison.", "He served 15 years in parliament."),
    ("Temperatures reached 38C in Tarn.", "Temperatures reached 38C in Brask."),
    ("Emissions fell 4% last year.", "Energy use fell 4% last year."),
    ("The tower has 52 floors.", "The tower has 52 lifts."),
    ("The museum drew 20,000 visitors in May.", "The festival drew 20,000 visitors in May."),
    ("Police fined 41 drivers.", "Police breathalysed 41 drivers."),
    ("A bomb killed 6 soldiers at a checkpoint.", "A bomb killed 6 soldiers in a convoy."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second"),
    [*PAIRS, *(pytest.param(*pair, marks=pytest.mark.xfail(strict=True, reason="known miss")) for pair in MISSES)],
)
def test_equal_figures_of_two_things_are_not_one_fact(first, second):
    claims, _, result = judged(first, second, published=(DAY, DAY))
    told = {claim.id for claim in claims if claim.kind == "quantity"}
    assert {claim.source for claim in claims if claim.id in told} == {"a", "b"}
    shown = [fact for fact in result.facts if told.issuperset(fact.claims) and fact.level != "possible"]
    assert [f"{fact.verdict}: {fact.topic}" for fact in shown] == []
