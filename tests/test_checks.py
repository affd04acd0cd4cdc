"""Checks with their arithmetic: shares, durations, ages, and how many events there were; as few false alarms as can be."""

from __future__ import annotations

import pytest

from sources import judged

NEWS = "2022-05-03"


def found(code, *texts, published=NEWS):
    """Severity and reason of the findings with a code."""
    _, _, result = judged(*texts, published=(published,) * len(texts))
    return [(one.severity, one.reason) for one in result.findings if one.code == code]


SHARES = [
    # field, sentence, what is said of it
    ("disaster", "The storm hit 397 homes, 80% of them in Wendle.", [("note", "80% of 397 is 317.6")]),
    ("crime", "Police searched 60% of the 500 flats in the block.", [("note", "60% of 500 is 300")]),
    ("business", "Of 250 shops inspected, 40 percent, or 120 shops, had faults.",
     [("warning", "40 percent of 250 is 100, not 120")]),
    ("business", "Of 250 shops inspected, 40 percent, or 100 shops, had faults.", [("note", "40 percent of 250 is 100")]),
    ("health", "The trial had 1,200 patients, 25% of them, 310 patients, on the new drug.",
     [("warning", "25% of 1,200 is 300, not 310")]),
    ("politics", "The poll asked 1,011 voters, 33% of them (334 voters) undecided.", [("note", "33% of 1,011 is 333.63")]),
    ("sport", "The club sold 40,000 tickets, up 12% on last year.", []),
    ("politics", "Turnout was 61% and 397 people voted in Sarn.", []),
    ("business", "The firm has 500 workers, 60% women, and 40 drivers.", []),
    ("crime", "Of 12 suspects, police held three, and 40% of the money was found.", []),
]  # fmt: skip


@pytest.mark.parametrize(("field", "text", "said"), SHARES, ids=[f"{row[0]}: {row[1][:30]}" for row in SHARES])
def test_a_share_of_a_told_number_is_worked_out(field, text, said):
    assert found("FC302", text) == said, field


ACROSS = [
    ("The UN said 397 civilians were killed, 80% of them by the militia.",
     "The UN said 397 civilians were killed, 150 of them by the militia.", "80% of 397 is 317.6, not 150 (b)"),
    ("The court tried 120 sailors, 50% of them from Norland.",
     "The court tried 120 sailors, 80 of them from Norland.", "50% of 120 is 60, not 80 (b)"),
    ("The survey visited 640 farms, 25% of them organic.",
     "The survey visited 640 farms, 100 of them organic.", "25% of 640 is 160, not 100 (b)"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "reason"), ACROSS)
def test_a_count_of_the_same_part_in_another_source_must_fit_the_share(a, b, reason):
    assert ("warning", reason) in found("FC302", a, b)
    assert ("warning", reason.replace("(b)", "(a)")) in found("FC302", b, a)


UNLIKE = [
    ("The UN said 397 civilians were killed, 80% of them by the militia.",
     "The UN said 397 civilians were killed, 318 of them by the militia."),
    ("The UN said 397 civilians were killed, 80% of them by the militia.",
     "The UN said 397 civilians were killed, 60 of them children."),
    ("The UN said 397 civilians were killed, 80% of them by the militia.",
     "The bank closed 41 branches, 12 of them in Sarn."),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), UNLIKE)
def test_a_count_that_fits_or_is_of_another_part_is_no_warning(a, b):
    assert [severity for severity, _ in found("FC302", a, b)] == ["note"]


SPANS = [
    ("politics", "Eight months into the new government's rule, prices rise.",
     [("note", "Eight months before 2022-05-03 is about 2021-09-03")]),
    ("politics", "The council took power in August 2021. Eight months into the council's power, prices rise.",
     [("note", "Eight months before 2022-05-03 is about 2021-09-03; August 2021 fits")]),
    ("business", "The bakers began their strike on 4 January 2022. Nine months into the bakers strike, flour is short.",
     [("warning", "Nine months before 2022-05-03 is about 2021-08-03, not 4 January 2022")]),
    ("crime", "The gang emerged in January 2015, nearly two years after the prison riot.",
     [("note", "nearly two years after January 2015 is about January to May 2013")]),
    ("disaster", "The dam broke on 3 March 2019, six years after engineers found cracks in its wall. "
     "Engineers found the cracks in May 2016.",
     [("warning", "six years before 3 March 2019 is about March 2013, not May 2016")]),
    ("business", "The mill reopened in January 2015, nearly two years after the blaze and the redundancies. "
     "The blaze and the redundancies were on 3 May 2009.",
     [("warning", "nearly two years before January 2015 is about January to May 2013, not 3 May 2009")]),
    ("sport", "She won the title in June 2018, two years before the injury at the Sarn games.",
     [("note", "two years after June 2018 is about June 2020")]),
    ("sport", "He played for six years.", []),
    ("crime", "The court met for two weeks after the storm.", []),
    ("business", "Sales grew 12% in 2021, two years after the takeover by Zeta.",
     [("note", "two years before 2021 is about January to December 2019")]),
]  # fmt: skip


@pytest.mark.parametrize(("field", "text", "said"), SPANS, ids=[f"{row[0]}: {row[1][:40]}" for row in SPANS])
def test_a_duration_is_counted_from_the_date_beside_it_or_the_day_of_publication(field, text, said):
    expected = [
        (severity, reason.replace("years after January 2015", "years before January 2015")) for severity, reason in said
    ]
    assert found("FC303", text) == expected, field


NO_AGES = [
    "John Hart, born in 1950, died in 1990 at the age of 40.",
    "She was born on 3 May 1970 and married at 21 years old.",
    "Anna Lee, born in 1980, has a son aged 12.",
    "Ms Lee, 41, has a daughter born in 2010.",
    "The strike began in 2019, born of reforms of 1998, said Anna Lee, 34, a clerk.",
]


@pytest.mark.parametrize("text", NO_AGES)
def test_an_age_is_held_against_a_birth_only_right_beside_it(text):
    assert found("FC303", text) == []


SUMS = [
    ("Eight homes were closed: five in the city and four in the country.", ["five + four make 9, not Eight"]),
    ("The cup drew 40 runners: 12 men and 27 women.", ["12 + 27 make 39, not 40"]),
    ("The cup drew 40 runners: 12 men and 28 women.", []),
    ("Arden was hit by two fires: 12 people died, 5 were hurt.", []),
    ("The bomb killed 40 people: 12 men, 28 women and wounded 30 others.", []),
    ("Police arrested 12 people, including 3 women and 10 foreigners.", []),
]


@pytest.mark.parametrize(("text", "reasons"), SUMS)
def test_parts_behind_a_colon_must_make_their_total(text, reasons):
    assert [reason for _, reason in found("FC301", text)] == reasons


def test_one_warning_stands_for_all_who_deny_a_second_event():
    deny = [f"A single bombing hit Arden airport, said witness {name}." for name in ("Groot", "Lee", "Weiss")]
    count = [f"Two bombings hit Arden airport, said officer {name}." for name in ("Hart", "Pell", "Wray")]
    assert len(found("FC401", *deny, *count)) == 1


def test_nothing_is_counted_from_an_unknown_day_of_publication():
    assert found("FC303", "Eight months into the new government's rule, prices rise.", published="") == []


AGES = [
    ("The singer, 34, born on 2 June 1985, opened the fair.", [("warning", "born 2 June 1985 makes 36 on 2022-05-03, not 34")]),
    ("The judge, born in 1960, is 55 years old.", [("warning", "born 1960 makes 61 or 62 on 2022-05-03, not 55 years old")]),
    ("The striker, 24, born on 9 May 1999, moves to Sarn.", [("warning", "born 9 May 1999 makes 22 on 2022-05-03, not 24")]),
    ("The striker, 36, born on 2 June 1985, moves to Sarn.", []),
    ("The judge, born in 1960, is 62 years old.", []),
    ("The mayor, 51, opened the bridge built in 1911.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), AGES)
def test_an_age_must_fit_a_day_of_birth(text, said):
    assert found("FC303", text) == said


EVENTS = [
    # field, one, several
    ("crime", "The bombing at Sarn station killed 12 commuters.",
     "A bombing at Sarn station, followed by another at the bridge, killed 12 commuters."),
    ("war", "An explosion at the Wendle depot wounded 31 soldiers.",
     "Two explosions at the Wendle depot wounded 31 soldiers."),
    ("disaster", "The landslide near Port Arden buried 44 houses.",
     "Twin landslides near Port Arden buried 44 houses."),
    ("crime", "The raid on the Norland bank left 19 hostages in a cellar.",
     "A raid on the Norland bank, followed by a second at noon, left 19 hostages in a cellar."),
]  # fmt: skip


@pytest.mark.parametrize(("field", "one", "several"), EVENTS, ids=[row[0] for row in EVENTS])
def test_one_event_or_several(field, one, several):
    for texts in ((one, several), (several, one)):
        (severity, reason), *rest = found("FC401", *texts)
        assert (severity, rest) == ("warning", []), field
        assert reason.startswith("one ")


EXPLICIT = [
    ("A single bombing hit Kabul airport.", "Two bombings hit Kabul airport."),
    ("Police in Sarn spoke of a single robbery.", "There were three robberies in Sarn on Monday, the paper said."),
    ("Only a lone explosion was heard in Wendle.", "Two explosions shook Wendle."),
]


@pytest.mark.parametrize(("one", "several"), EXPLICIT)
def test_a_single_event_said_in_so_many_words_needs_no_figure(one, several):
    for texts in ((one, several), (several, one)):
        assert [severity for severity, _ in found("FC401", *texts)] == ["warning"]


SAME = [
    ("both tell of one", "The bombing at Sarn station killed 12 commuters.", "A bombing at Sarn station killed 12 commuters."),
    ("one of several told in passing", "The bombing at Sarn station killed 12 commuters.",
     "After two bombings in May, a bombing at Sarn station killed 12 commuters."),
    ("another kind", "The fire at Sarn station killed 12 commuters.", "Two explosions at Sarn station killed 12 commuters."),
    ("no common figure", "The bombing at Sarn station killed 12 commuters.", "Two bombings in Wendle wounded 40 soldiers."),
    ("another place", "A single bombing hit Kabul airport.", "Two bombings hit Herat."),
    ("single of another thing", "A single man survived the bombing in Sarn.", "Two bombings hit Sarn."),
]  # fmt: skip


@pytest.mark.parametrize(("why", "a", "b"), SAME, ids=[row[0] for row in SAME])
def test_no_alarm(why, a, b):
    assert found("FC401", a, b) == [], why


HEADINGS = [
    (["A bombing outside Sarn International airport on 26 August 2021 killed 170 civilians and 13 soldiers.",
      "The bombing of Sarn airport in August 2021 killed 13 soldiers."], {"Sarn airport bombing, August 2021"}),
    (["The ferry accident off Norland killed 31 people. The captain survived.",
      "The ferry accident off Norland killed 34 people."], {"Norland ferry accident"}),
    (["Zeta paid $34 million for Orm in March 2020. The takeover of Orm by Zeta pleased the markets.",
      "The takeover of Orm, for which Zeta paid $34 million, was announced in March 2020."], {"Orm takeover, March 2020"}),
    (["Storm Edda left 12,000 homes dark.", "Storm Edda left 15,000 homes dark."], {"Storm Edda"}),
    (["On Sunday the quake killed 12 people in Wendle.", "The Sunday quake killed 12 people in Wendle."], {"Wendle quake"}),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "events"), HEADINGS, ids=[next(iter(row[1])) for row in HEADINGS])
def test_a_fact_is_shown_under_its_place_event_and_month(texts, events):
    _, _, result = judged(*texts)
    assert {fact.event for fact in result.facts if fact.claims} >= events
    assert len({fact.event for fact in result.facts if fact.event}) == 1
