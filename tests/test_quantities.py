"""Quantities: what is found, its figure and ends, unit, measure and counted noun."""

from __future__ import annotations

import re
import time
from decimal import Decimal
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract import extract
from factcheck.lexicon import Lexicon, load
from factcheck.lexicon.number import figure_of
from factcheck.lexicon.vocabulary import words
from factcheck.model import Claim, Source
from factcheck.normalise import normalise
from factcheck.segment import segment

INTRO = "A story begins with a line of prose that says nothing.\n"


@cache
def lexicon() -> Lexicon:
    return load()


def claims(text: str) -> list[Claim]:
    """Quantity claims of a text, in order."""
    source = Source("s", "s.txt", text, "", "", None, "", False, "en", "")
    segmented = segment(source, lexicon())
    found = normalise(extract(segmented, lexicon()), segmented, lexicon())
    return [claim for claim in found if claim.kind == "quantity"]


def told(sentence: str) -> list[tuple[object, ...]]:
    """Text, low, high and bound of each quantity."""
    return [(c.text, number(c.low), number(c.high), c.bound) for c in claims(INTRO + sentence)]


def number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


FIGURES = {
    "It killed 77 people.": [("77", 77, 77, "exact")],
    "It has 8x2^10 cells.": [("8x2^10", 8192, 8192, "exact")],
    "Some 5 × 10⁶ cells died.": [("5 × 10⁶", 5e6, 5e6, "approx")],
    "It has 10⁶ cells.": [("10⁶", 1e6, 1e6, "exact")],
    "It grew by 3.2 × 10⁻⁴ there.": [("3.2 × 10⁻⁴", 0.00032, 0.00032, "exact")],
    "It lasts a hundred-trillionth of it.": [("a hundred-trillionth", 1e-14, 1e-14, "exact")],
    "She was the hundred-millionth visitor.": [("hundred-millionth", 1e8, 1e8, "exact")],
    "A crowd of 12,500 came.": [("12,500", 12500, 12500, "exact")],
    "It holds 12,34,567 books.": [("12,34,567", 1234567, 1234567, "exact")],
    "Some 40 000 people came.": [("40 000", 40000, 40000, "approx")],
    "It fell by 2.5 million votes.": [("2.5 million", 2.5e6, 2.5e6, "exact")],
    "Half a million people fled.": [("Half a million", 5e5, 5e5, "exact")],
    "One and a half million people fled.": [("One and a half million", 1.5e6, 1.5e6, "exact")],
    "It took two and a half hours.": [("two and a half hours", 2.5, 2.5, "exact")],
    "Three-quarters of the town burned.": [("Three-quarters", 0.75, 0.75, "exact")],
    "A quarter of the crew left.": [("A quarter", 0.25, 0.25, "exact")],
    "One in five families left.": [("One in five", 0.2, 0.2, "exact")],
    "Nearly two thirds of voters stayed.": [("two thirds", 2 / 3, 2 / 3, "approx")],
    "Some 2 1/2 miles of wire lay there.": [("2 1/2 miles", 2.5, 2.5, "approx")],
    "It sold two dozen boats.": [("two dozen", 24, 24, "exact")],
    "One hundred and sixty-one people came.": [("One hundred and sixty-one", 161, 161, "exact")],
    "It dug 4e3 holes.": [("4e3", 4000, 4000, "exact")],
    "The probe is 1.5x10^8 miles off.": [("1.5x10^8 miles", 1.5e8, 1.5e8, "exact")],
    "He wired ten crore rupees.": [("ten crore rupees", 1e8, 1e8, "exact")],
    "It took two-and-a-half hours.": [("two-and-a-half hours", 2.5, 2.5, "exact")],
    "A million and a half boats sank.": [("A million and a half", 1.5e6, 1.5e6, "exact")],
    "The trip takes 2h 10m now.": [("2h 10m", 13 / 6, 13 / 6, "exact")],
    "It holds 120 plus six crew.": [("120", 120, 120, "exact"), ("six", 6, 6, "exact")],
    "She shot a two-under 70 there.": [("70", 70, 70, "exact")],
    "They stood one-half mile off.": [("one-half mile", 0.5, 0.5, "exact")],
    "It adds a hundred millionths of it.": [("a hundred millionths", 1e-4, 1e-4, "exact")],
    "Only one twenty-fifth of it was sold.": [("one twenty-fifth", 0.04, 0.04, "exact")],
    "Four out of five voters stayed.": [("Four out of five", 0.8, 0.8, "exact")],
    "It won 19 out of 24 seats.": [("19", 19, 19, "exact"), ("24", 24, 24, "exact")],
    "It owed three million, two hundred and six dollars.": [
        ("three million, two hundred and six dollars", 3000206, 3000206, "exact")
    ],
    "The film took 1 hour and 45 minutes.": [("1 hour and 45 minutes", 1.75, 1.75, "exact")],
    "She ran it in 4:01.5 that night.": [("4:01.5", 4.025, 4.025, "exact")],
    "It lasted two years and six months.": [("two years", 2, 2, "exact"), ("six months", 6, 6, "exact")],
    "The board voted 9 to 4 for it.": [("9", 9, 9, "exact"), ("4", 4, 4, "exact")],
    "It hits one person in five.": [("one person in five", 0.2, 0.2, "exact")],
    "It is right to plus or minus 3 points.": [("3", 3, 3, "exact")],
    "No one was hurt in it.": [("No one", 0, 0, "exact")],
    "There were no serious injuries.": [("no", 0, 0, "exact")],
    "It weighs 2,5 kg or so.": [("2,5 kg", 2.5, 2.5, "approx")],
    "Not a single house fell.": [("Not a single", 0, 0, "exact")],
}

BOUNDS = {
    "It fell from $18 to -$37 a barrel.": [("$18", 18, 18, "exact"), ("-$37", -37, -37, "exact")],
    "They cut it by 2.5% to 8.6 billion litres.": [
        ("2.5%", 2.5, 2.5, "exact"),
        ("8.6 billion litres", 8.6e9, 8.6e9, "exact"),
    ],
    "It hits 450 out of 900 jobs.": [("450", 450, 450, "exact"), ("900", 900, 900, "exact")],
    "It held the rate for a sixth straight month.": [("sixth", 6, 6, "exact")],
    "It added 8.8m readers, beating its goal of 6m.": [("8.8m", 8.8e6, 8.8e6, "exact"), ("6m", 6e6, 6e6, "exact")],
    "It fell from 12.5 per 1,000 to 4.8 per 1,000 births.": [
        ("12.5 per 1,000", 12.5, 12.5, "exact"),
        ("4.8 per 1,000", 4.8, 4.8, "exact"),
    ],
    "The rate would rise from 10 per cent to 11per cent.": [
        ("10 per cent", 10, 10, "exact"),
        ("11per cent", 11, 11, "exact"),
    ],
    "They won 6-4, 3-6 there.": [
        ("6", 6, 6, "exact"),
        ("4", 4, 4, "exact"),
        ("3", 3, 3, "exact"),
        ("6", 6, 6, "exact"),
    ],
    "It dates back about 100 to 60 million years.": [("100 to 60 million years", 6e7, 1e8, "range")],
    "It fell from 800 to 600 million euros.": [("800", 8e8, 8e8, "exact"), ("600 million euros", 6e8, 6e8, "exact")],
    "It has an age of 12 to 15 million years.": [("12 to 15 million years", 12e6, 15e6, "range")],
    "Surges of 12 to 18 feet came.": [("12 to 18 feet", 12, 18, "range")],
    "It is a 51%-45% lead.": [("51%", 51, 51, "exact"), ("45%", 45, 45, "exact")],
    "It can use as few as 500 people.": [("500", 500, None, "at_least")],
    "The Delta Giants (5-9) lost.": [("5", 5, 5, "exact"), ("9", 9, 9, "exact")],
    "It helps (Smith 47% - Jones 4%), he said.": [("47%", 47, 47, "exact"), ("4%", 4, 4, "exact")],
    "The toll is far below the 1,100 feared.": [("1,100", 1100, 1100, "exact")],
    "It topped its $5 estimate.": [("$5", 5, 5, "exact")],
    "It is 8 cents short of $9 now.": [("8 cents", 8, 8, "exact"), ("$9", 9, 9, "exact")],
    "It is 2 percentage points above 5% now.": [("2 percentage points", 2, 2, "exact"), ("5%", 5, 5, "exact")],
    "In 2019 more than 500 people left.": [("500", 500, None, "more_than")],
    "It was shut under a 30-day order.": [("30-day", 30, 30, "exact")],
    "It fell by just over a percentage point.": [("a percentage point", 1, None, "more_than")],
    "It fell by half a percentage point.": [("half a percentage point", 0.5, 0.5, "exact")],
    "Some 13 to 14,000 people came.": [("13 to 14,000", 13000, 14000, "range")],
    "It cost several hundred million dollars.": [("several hundred million dollars", 3e8, None, "vague")],
    "Five second innings wickets fell.": [("Five second", 5, 5, "exact")],
    "In his 100th Delta Cup match he made 187.": [("100th", 100, 100, "exact"), ("187", 187, 187, "exact")],
    "The 57th Delta to Omega race began.": [("57th", 57, 57, "exact")],
    "It was theirs (Khan 4-69).": [("4", 4, 4, "exact"), ("69", 69, 69, "exact")],
    "She was 13 when it burned.": [("13", 13, 13, "exact")],
    "At least 12 people died.": [("12", 12, None, "at_least")],
    "No fewer than 77 boats sank.": [("77", 77, None, "at_least")],
    "More than 300 houses fell.": [("300", 300, None, "more_than")],
    "Over 40 boats sank.": [("40", 40, None, "more_than")],
    "Up to 97% of people are poor.": [("97%", None, 97, "at_most")],
    "As many as 30 people died.": [("30", None, 30, "at_most")],
    "Fewer than ten boats sank.": [("ten", None, 10, "less_than")],
    "It took under 5 minutes.": [("5 minutes", None, 5, "less_than")],
    "It took less than a year.": [("a year", None, 1, "less_than")],
    "About 40 boats sank.": [("40", 40, 40, "approx")],
    "Nearly 40 boats sank.": [("40", 40, 40, "approx")],
    "At least some 40 boats sank.": [("40", 40, None, "at_least")],
    "It holds 30 or more boats.": [("30", 30, None, "at_least")],
    "Between 20 and 30 boats sank.": [("20 and 30", 20, 30, "range")],
    "From 40 to 50 boats sank.": [("40 to 50", 40, 50, "range")],
    "The NGO is in two to 12 towns.": [("two to 12", 2, 12, "range")],
    "It cost 2-3 million euros.": [("2-3 million euros", 2e6, 3e6, "range")],
    "It costs as low as $7 there.": [("$7", 7, None, "at_least")],
    "Women aged between 50 and 69 came.": [("50 and 69", 50, 69, "range")],
    "It lies 5 km to 10 km off.": [("5 km to 10 km", 5, 10, "range")],
    "It ran at 50 miles per hour to 60 miles per hour.": [("50 miles per hour to 60 miles per hour", 50, 60, "range")],
    "Guesses range from 6,000 to more than 25,000.": [("6,000 to more than 25,000", 6000, 25000, "range")],
    "Highs ranged from -4 °C to -9 °C there.": [("-4 °C to -9 °C", -9, -4, "range")],
    "It raised its key rate to 5% from 4%.": [("5%", 5, 5, "exact"), ("4%", 4, 4, "exact")],
    "It weighs 20±2 kg now.": [("20±2 kg", 18, 22, "range")],
    "More than 20 and less than 30 boats sank.": [("20 and less than 30", 20, 30, "range")],
    "She won the 10,000m medal with 300m to go.": [
        ("10,000m", 10000, 10000, "exact"),
        ("300m", 300, 300, "exact"),
    ],
    "Oil rose by $0.26 or about 0.3% then.": [("$0.26", 0.26, 0.26, "exact"), ("0.3%", 0.3, 0.3, "approx")],
    "He won gold over 200 metres.": [("200 metres", 200, 200, "exact")],
    "The pier is over 200 metres long.": [("200 metres", 200, None, "more_than")],
    "Profit ticked up to 4% then.": [("4%", 4, 4, "exact")],
    "It was cut to 17.5 billion euros from 18.3 billion.": [
        ("17.5 billion euros", 17.5e9, 17.5e9, "exact"),
        ("18.3 billion", 18.3e9, 18.3e9, "exact"),
    ],
    "Scores of people were hurt.": [("Scores", 40, None, "vague")],
    "Thousands fled.": [("Thousands", 2000, None, "vague")],
    "Hundreds of thousands fled.": [("Hundreds of thousands", 200000, None, "vague")],
    "A couple of boats sank.": [("A couple", 2, None, "vague")],
    "No casualties were told.": [("No", 0, 0, "exact")],
    "Not a single soldier died.": [("Not a single", 0, 0, "exact")],
    "They gained control over four towns.": [("four", 4, 4, "exact")],
    "Four of the county's seven towns fell.": [("Four", 4, 4, "exact"), ("seven", 7, 7, "exact")],
    "Profits rose 5% to 110 on the day.": [("5%", 5, 5, "exact"), ("110", 110, 110, "exact")],
    "It is 62 miles (100 km) off.": [("62 miles", 62, 62, "exact"), ("100 km", 100, 100, "exact")],
    "They won 3-2 at home.": [("3", 3, 3, "exact"), ("2", 2, 2, "exact")],
    "Some 30, 40 and 42 boats sank.": [("30", 30, 30, "approx"), ("40", 40, 40, "exact"), ("42", 42, 42, "exact")],
}


@pytest.mark.parametrize(("sentence", "expected"), FIGURES.items(), ids=FIGURES)
def test_figures_are_read(sentence: str, expected: list[tuple[object, ...]]) -> None:
    assert [
        (text, pytest.approx(low), pytest.approx(high), bound) for text, low, high, bound in told(sentence)
    ] == expected


@pytest.mark.parametrize(("sentence", "expected"), BOUNDS.items(), ids=BOUNDS)
def test_bounds_are_the_stated_ends(sentence: str, expected: list[tuple[object, ...]]) -> None:
    assert told(sentence) == expected


UNITS = {
    "They approved a Rs14.5tr budget.": ("Rs14.5tr", "money", 14.5e12, "INR"),
    "Wheat rose 6-3/4 cents there.": ("6-3/4 cents", "money", 6.75, "cent"),
    "A 13A fuse blew there.": ("13A", "current", 13, "ampere"),
    "He ran it in 2:06:36 there.": ("2:06:36", "duration", 2.11, "hours"),
    "He ran it in 2 hours, 6 minutes and 36 seconds.": ("2 hours, 6 minutes and 36 seconds", "duration", 2.11, "hours"),
    "It got £1.5bil for it.": ("£1.5bil", "money", 1.5e9, "GBP"),
    "The flat cost Rs 1.2 cr there.": ("Rs 1.2 cr", "money", 12e6, "INR"),
    "They won the 1,500m race.": ("1,500m", "length", 1500, "metre"),
    "They told of a £3.6 billion real-terms cut.": ("£3.6 billion", "money", 3.6e9, "GBP"),
    "Fares went up 4.9pc there.": ("4.9pc", "percentage", 4.9, "percent"),
    "It was cut by 25bp there.": ("25bp", "percentage", 25, "basis point"),
    "He is 6'6\" tall.": ("6'6\"", "length", 6.5, "foot"),
    "It got Kshs.27.9 billion there.": ("Kshs.27.9 billion", "money", 27.9e9, "KES"),
    "It is a 270m-year-old fossil.": ("270m-year-old", "age", 270e6, "years"),
    "The rock is from 66 Ma ago.": ("66 Ma", "duration", 66, "megayear"),
    "It formed 1.2 Ga ago.": ("1.2 Ga", "duration", 1.2, "gigayear"),
    "He weighs 12 st 7 lb.": ("12 st 7 lb", "mass", 12.5, "stone"),
    "He bought 4 lb of it.": ("4 lb", "mass", 4, "pound"),
    "It cost Rs. 500 there.": ("Rs. 500", "money", 500, "INR"),
    "It cost Rs.500 crore there.": ("Rs.500 crore", "money", 5e9, "INR"),
    "They lost rupees 500 crore there.": ("rupees 500 crore", "money", 5e9, "INR"),
    "They paid naira 5,000 there.": ("naira 5,000", "money", 5000, "NGN"),
    'The board is 10" wide.': ('10"', "length", 10, "inch"),
    "It cost $334 million.": ("$334 million", "money", 334e6, "USD"),
    "It cost A$5.5bn.": ("A$5.5bn", "money", 5.5e9, "AUD"),
    "It cost £20m in all.": ("£20m", "money", 20e6, "GBP"),
    "He paid 20 million pounds.": ("20 million pounds", "money", 20e6, "GBP"),
    "The bag weighs 20 pounds.": ("20 pounds", "mass", 20, "pound"),
    "It cost 4 million crowns.": ("4 million crowns", "money", 4e6, "crown"),
    "It lived 37 million years ago.": ("37 million years", "duration", 37e6, "years"),
    "He has 5 Swiss francs.": ("5 Swiss francs", "money", 5, "CHF"),
    "It cost 60 MEUR in all.": ("60 MEUR", "money", 60e6, "EUR"),
    "It lent 75 USD in all.": ("75 USD", "money", 75, "USD"),
    "It cost two trillion won.": ("two trillion won", "money", 2e12, "KRW"),
    "A meal cost 40 Jordanian dinars.": ("40 Jordanian dinars", "money", 40, "JOD"),
    "Fines reach UGX 300,000 there.": ("UGX 300,000", "money", 300_000, "UGX"),
    "The car reached 9 m/s² at once.": ("9 m/s²", "acceleration", 9, "metre per square second"),
    "It is 10 kilometers deep.": ("10 kilometers", "length", 10, "kilometre"),
    "It covers 20 square miles.": ("20 square miles", "area", 20, "square mile"),
    "It ran at 100 km/h then.": ("100 km/h", "speed", 100, "kilometre per hour"),
    "It pumps 500 barrels of oil per day.": ("500 barrels of oil per day", "rate", 500, "barrel per day"),
    "Another 2 more inches fell.": ("2 more inches", "length", 2, "inch"),
    "It emits 4 gigatonnes.": ("4 gigatonnes", "mass", 4, "gigaton"),
    "A boy, 11, drowned.": ("11", "age", 11, "years"),
    "She turned 90 on the day.": ("90", "age", 90, "years"),
    "It pumps 500 barrels a day.": ("500 barrels a day", "rate", 500, "barrel per day"),
    "It gets 32 mpg there.": ("32 mpg", "fuel economy", 32, "mile per gallon"),
    "Its density is 5.5 kg/m³ there.": ("5.5 kg/m³", "rate", 5.5, "kilogram per cubic metre"),
    "It does 45 miles per gallon.": ("45 miles per gallon", "rate", 45, "mile per gallon"),
    "The new 7.62mm barrel is long.": ("7.62mm", "length", 7.62, "millimetre"),
    "It carried two million pounds of ice.": ("two million pounds", "mass", 2e6, "pound"),
    "It stood at 30 °C then.": ("30 °C", "temperature", 30, "celsius"),
    "It held 5 percent of it.": ("5 percent", "percentage", 5, "percent"),
    "It fell 2 percentage points.": ("2 percentage points", "percentage", 2, "percentage point"),
    "A 6.1-magnitude quake struck.": ("6.1", "magnitude", 6.1, "magnitude"),
    "A quake measuring 7.2 on the Richter scale struck.": ("7.2", "magnitude", 7.2, "magnitude"),
    "It was a magnitude 6.3 (ML) quake.": ("6.3", "magnitude", 6.3, "magnitude"),
    "The storm brought a 3.66m storm surge.": ("3.66m", "length", 3.66, "metre"),
    "The storm dropped 5″ of rain.": ("5″", "length", 5, "inch"),
    "Preheat the oven to 350 degrees.": ("350 degrees", "temperature", 350, "degree"),
    "He died at 98.": ("98", "age", 98, "years"),
    "He was 82 and frail.": ("82", "age", 82, "years"),
    "It has 10+ years of service.": ("10+ years", "duration", 10, "years"),
    "A 22-year-old man fled.": ("22-year-old", "age", 22, "years"),
    "Foster, 44, said no.": ("44", "age", 44, "years"),
    "A woman aged 22 fled.": ("22", "age", 22, "years"),
    "He is 5 feet 6 inches tall.": ("5 feet 6 inches", "length", 5.5, "foot"),
    "He grew for two decades.": ("two decades", "duration", 20, "years"),
    "It is the sixth attack.": ("sixth", "ordinal", 6, ""),
    "It was the 28th Conference of its kind.": ("28th", "ordinal", 28, ""),
    "Odds of 10-to-1 stood.": ("10-to-1", "ratio", 10, ""),
    "The rate was 312 per 100,000 there.": ("312 per 100,000", "rate", 312, "per 100000"),
    "It told 12.5 deaths per 1,000 births.": ("12.5 deaths per 1,000", "rate", 12.5, "per 1000"),
    "Temperatures fell to 12 degrees.": ("12 degrees", "temperature", 12, "degree"),
    "He turned it 40 degrees.": ("40 degrees", "angle", 40, "degree"),
    "It lets 45,000 cusecs through.": ("45,000 cusecs", "rate", 45_000, "cubic foot per second"),
    "The lake holds 2 million acre-feet.": ("2 million acre-feet", "volume", 2e6, "acre foot"),
    "It rose three-quarters of a percentage point.": (
        "three-quarters of a percentage point",
        "percentage",
        0.75,
        "percentage point",
    ),
    "It cost N1,600 there.": ("N1,600", "money", 1600, "NGN"),
    "It cost R33.6-billion there.": ("R33.6-billion", "money", 33.6e9, "ZAR"),
    "It lent c $ 16.4 million in all .": ("c $ 16.4 million", "money", 16.4e6, "CAD"),
    "It cost thirteen dollars forty.": ("thirteen dollars forty", "money", 13.4, "USD"),
    "It may rise 0.3-1.0m there.": ("0.3-1.0m", "length", 0.3, "metre"),
    "It lies 41 light years off.": ("41 light years", "length", 41, "light year"),
    "It costs 90p a litre there.": ("90p", "money", 90, "penny"),
    "They found a kilo of it.": ("a kilo", "mass", 1, "kilogram"),
    "It lent $10-million in all.": ("$10-million", "money", 10e6, "USD"),
}


@pytest.mark.parametrize(("sentence", "expected"), UNITS.items(), ids=UNITS)
def test_units_have_one_name(sentence: str, expected: tuple[str, str, float, str]) -> None:
    (claim,) = claims(INTRO + sentence)
    assert (claim.text, claim.measure, number(claim.low), claim.unit) == expected


APART = [
    ("Police arrested 12 and 40 kg of drugs were seized.", 12, "count"),
    ("He was 12 and 40 mg were found on him.", 12, "count"),
    ("The club sold 15 and 30 km of cable were stolen.", 15, "count"),
    ("Some 45 and 50 percent of men and women were in favour.", 45, "percentage"),
]


@pytest.mark.parametrize(("sentence", "figure", "measure"), APART)
def test_a_unit_of_the_next_clause_is_not_shared(sentence, figure, measure):
    first = claims(INTRO + sentence)[0]
    assert (first.low, first.measure) == (figure, measure)


def test_figures_of_a_list_share_their_unit() -> None:
    found = claims(INTRO + "They took 20, 45 and 50 mg of it.")
    assert [(claim.text, claim.unit) for claim in found] == [
        ("20", "milligram"),
        ("45", "milligram"),
        ("50 mg", "milligram"),
    ]


def test_a_hyphen_in_the_air_waits_for_its_unit():
    found = claims(INTRO + "He got 10- and 12-year terms.")
    assert [(number(claim.low), claim.unit) for claim in found] == [(10, "years"), (12, "years")]


def test_m_is_a_million_where_several_act():
    found = claims(INTRO + "Of them 7.7m are at risk; it has 7.7m of rope.")
    assert [(number(claim.low), claim.measure) for claim in found] == [(7.7e6, "count"), (7.7, "length")]


DURATIONS = {
    "She ran it in 2:06:32 there.": "PT2H6M32S",
    "The war lasted 40 years.": "P40Y",
    "It grew over the last seven months.": "P7M",
    "It is eight months into the rule.": "P8M",
    "He came within 24 hours.": "PT24H",
    "It lasted two weeks.": "P2W",
    "It took half an hour.": "PT0.5H",
    "It took an hour and 20 minutes.": "PT1H20M",
    "It took several weeks.": "PXW",
    "An hour later they left.": "PT1H",
    "He was jailed for a year.": "P1Y",
    "She got a year in prison.": "P1Y",
    "A week after the vote he left.": "P1W",
    "A month-long strike ended.": "P1M",
    "For two bloody weeks they fought.": "P2W",
    "After days of rain it fell.": "PXD",
}


@pytest.mark.parametrize(("sentence", "timex"), DURATIONS.items(), ids=DURATIONS)
def test_durations_have_a_timex_value(sentence: str, timex: str) -> None:
    (claim,) = claims(INTRO + sentence)
    assert (claim.measure, claim.timex) == ("duration", timex)


def test_an_age_told_in_years_has_a_timex_value():
    told = claims(INTRO + "A 22-year-old man, a boy aged 9 and a woman of 40 years of age fled.")
    assert [claim.timex for claim in told if claim.measure == "age"] == ["P22Y", "", "P40Y"]


NOUNS = {
    "She leaves two sons and five grandchildren.": [("sons", "sons"), ("grandchildren", "grandchildren")],
    "It holds 400+ towns.": [("towns", "towns")],
    "Of the dead, 19 were women.": [("women", "women")],
    "Of the victims, two were injured.": [("", "")],
    "The number of rhinos lost to poaching fell to 247 last year.": [("", "")],
    "It killed 13 US service personnel.": [("US service personnel", "personnel")],
    "Two police officers died.": [("police officers", "officers")],
    "It left 24 dead.": [("dead", "dead")],
    "The death toll rose to 11.": [("death toll", "toll")],
    "It killed nine people and wounded 13.": [("people", "people"), ("people", "people")],
    "He has 78 wives, 24 of them young.": [("wives", "wives"), ("wives", "wives")],
    "Four of the county's seven towns fell.": [("towns", "towns"), ("towns", "towns")],
    "Twelve of the dead were foreign tourists.": [("foreign tourists", "tourists")],
    "Six of the men were killed.": [("men", "men")],
    "Some 249 people injured in it wept.": [("people", "people")],
    "Two managed to flee.": [("", "")],
    "It holds 12 of 20 seats there.": [("seats", "seats"), ("seats", "seats")],
    "Two three-story hotels fell.": [("three-story hotels", "hotels"), ("story", "story")],
    "It shot down two F-16 jets.": [("F-16 jets", "jets")],
    "They fired 36 Kestrel-136 drones.": [("Kestrel-136 drones", "drones")],
    "A 500-strong crowd came.": [("crowd", "crowd")],
    "They won by 143 runs.": [("runs", "runs")],
    "She won in two sets.": [("sets", "sets")],
    "They built two- and three-bedroom flats.": [("bedroom", "bedroom"), ("bedroom", "bedroom")],
    "It lost two F/A-18s.": [("", "")],
    "They hid seven AK-47s.": [("AK", "AK")],
    "Killing one person and injuring 3 others.": [("person", "person"), ("others", "others")],
    "Some 30-odd boats sank.": [("boats", "boats")],
    "It has 4.5m readers and 900k here.": [("readers", "readers"), ("readers", "readers")],
    "More than 200 - mostly children - drowned.": [("", "")],
    "He runs a 15-bed jail.": [("bed", "bed")],
    "Another 12 boats sank.": [("boats", "boats")],
    "They sent 23 Utopian-made Delta drones.": [("Utopian-made Delta drones", "drones")],
    "Of 1,200 patients the ratio was 0.72 there.": [("patients", "patients"), ("", "")],
    "He was 28-of-42 with it.": [("", "")],
    "It was a 181-run stand.": [("run", "run")],
    "A total of 440,702 grade 12 pupils passed.": [("grade 12 pupils", "pupils")],
    "Some 642 quintile 1 schools passed.": [("quintile 1 schools", "schools")],
    "It has a population of 5.4 million.": [("population", "population")],
}


@pytest.mark.parametrize(("sentence", "expected"), NOUNS.items(), ids=NOUNS)
def test_counts_name_what_is_counted(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(claim.thing, claim.unit) for claim in claims(INTRO + sentence)] == expected


def test_a_share_names_its_base() -> None:
    (claim,) = claims(INTRO + "Up to 80% of the civilians fled.")
    assert claim.of == "civilians"


TRENDS = {"Sales rose 5%.": "up", "Sales fell by half.": "down", "The toll rose to 11.": "up", "It sold 5 boats.": "",
          "Growth slowed to 0.5%.": "down", "Trimming the deficit to 3.4%, they won.": "down",
          "Winds eased and about 60 boats came.": "", "The film picked up six awards.": "", "It raised $3 million.": "",
          "Profits, up 3%, were told.": "up", "Police recovered five cases.": "", "It was the largest gain in nine years.": "",
          "It raised its key rate by 5%.": "up"}  # fmt: skip


@pytest.mark.parametrize(("sentence", "trend"), TRENDS.items(), ids=TRENDS)
def test_trends(sentence: str, trend: str) -> None:
    (claim,) = claims(INTRO + sentence)
    assert claim.trend == trend


QUIET = [
    "It left Pad 39A; the film (12A) runs.",
    "The flaw, CVE-2023-4863, is bad.",
    "The bill, H.R. 3746, passed.",
    "It struck at about 0200 there.",
    "It was built then.[12] The town grew.[3]",
    "She had a top-five finish and a Top 10 hit.",
    "It split the field in two.",
    "The yacht Zeus Two failed.",
    "They are 318/8 there, and Smith took 4/66.",
    "See Exhibits 1 and 2 below.",
    "The 101st Airborne came.",
    "The S&P 500 fell.",
    "A Boeing 787 landed.",
    "An AK-47 was found.",
    "The COVID-19 wave went on.",
    "He cited Article 5 again.",
    "It stood on page 12 of it.",
    "The x86 chip is old.",
    "A CN-235 aircraft left.",
    "Since 9/11 much changed.",
    "He can be had at 202-555-0143 now.",
    "On the one hand, it works.",
    "They helped one another.",
    "No one came.",
    "One of the most daring plans failed.",
    "The first lady spoke.",
    "The Second World War began.",
    "See https://example.org/a/12?b=30%25 for more.",
    "Write to desk24@example.org for more.",
    "It is the third-largest port.",
    "Call 1-800-555-0143 now.",
    "The 5G network grew.",
    "He got a six-figure sum.",
    "It flies the 737 MAX again.",
    "Police in District 9 met.",
    "It is shut between junctions 12 and 14 today.",
    "A pressure of 120/80 is good.",
    "The new Model 3 costs more.",
    "Write to Elm Street, Albany, NY 12207 now.",
    "It fell at one point.",
    "The best-of-seven series began.",
    "It is a two-way street in a two-party state.",
    "Call 020 7946 0143 now.",
    "A Boeing 737 MAX 9 landed.",
    "He broke section 5(2) of it.",
    "He lives at 221B Elm Street there.",
    "The 860BOX chip is old.",
    "The strain, Clade 1b, is old.",
    "The Fifth Army and the Third Republic fought.",
    "The N95 mask and the R2 road are known.",
    "He has a zero-hours contract and earned in the high six figures.",
]


@pytest.mark.parametrize("sentence", QUIET)
def test_names_and_idioms_are_no_claims(sentence: str) -> None:
    assert told(sentence) == []


SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
         "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spell(n: int) -> str:
    """The English cardinal of a number below a thousand billion."""
    if n < 20:
        return SMALL[n]
    if n < 100:
        return TENS[n // 10 - 2] + (f"-{SMALL[n % 10]}" if n % 10 else "")
    if n < 1000:
        return f"{SMALL[n // 100]} hundred" + (f" and {spell(n % 100)}" if n % 100 else "")
    size, name = next(
        (10**power, name) for power, name in ((9, "billion"), (6, "million"), (3, "thousand")) if n >= 10**power
    )
    rest = n % size
    joint = " and " if 0 < rest < 100 else " "
    return f"{spell(n // size)} {name}" + (joint + spell(rest) if rest else "")


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_spelled_cardinals_round_trip(n: int) -> None:
    assert figure_of(words(spell(n)), lexicon()) == n


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=2, max_value=10**12 - 1))
def test_spelled_cardinals_are_found_whole(n: int) -> None:
    (claim,) = claims(f"{INTRO}It sold {spell(n)} boats.")
    assert (claim.text, claim.low, claim.unit) == (spell(n), n, "boats")


CURRENCIES = [("$", "", "USD"), ("€", "", "EUR"), ("US$", "", "USD"), ("", " euros", "EUR"), ("", " rupees", "INR")]
"""What stands before and behind the figure, and the code."""


@settings(max_examples=60, deadline=None)
@given(
    st.integers(min_value=0, max_value=10**12),
    st.sampled_from(["$", "€", "£"]),
    st.sampled_from(["", " million", "bn"]),
)
def test_money_round_trips(n: int, symbol: str, scale: str) -> None:
    factor = {"": 1, " million": 10**6, "bn": 10**9}[scale]
    (claim,) = claims(f"{INTRO}It cost {symbol}{n:,}{scale} in all.")
    assert (claim.low, claim.measure) == (n * factor, "money")


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=4, max_value=999))
def test_ordinals_round_trip(n: int) -> None:
    mark = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    (claim,) = claims(f"{INTRO}It was the {n}{mark} attack of its kind.")
    assert (claim.low, claim.measure) == (n, "ordinal")


def spell_rank(n: int) -> str:
    """The English ordinal of a number below a thousand billion."""
    head, joint, last = re.fullmatch(r"(.*?)(-| )?([a-z]+)", spell(n)).groups("")
    odd = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
    regular = re.sub("y$", "ie", re.sub("ve$", "f", last)) + "th"
    return head + joint + odd.get(last, regular)


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=4, max_value=999).filter(lambda n: n != 100))  # "one hundredth" is a share
def test_spelled_ordinals_round_trip(n: int) -> None:
    (claim,) = claims(f"{INTRO}It was the {spell_rank(n)} attack of its kind.")
    assert (claim.text, claim.low, claim.measure) == (spell_rank(n), n, "ordinal")


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=101, max_value=10**8).filter(lambda cents: cents % 10), st.sampled_from(CURRENCIES))
def test_money_with_hundredths_round_trips(cents: int, written: tuple[str, str, str]) -> None:
    before, after, unit = written
    (claim,) = claims(f"{INTRO}It cost {before}{cents // 100:,}.{cents % 100:02}{after} in all.")
    assert (claim.low, claim.measure, claim.unit) == (Decimal(cents) / 100, "money", unit)


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=2, max_value=10**12 - 1))
def test_spelled_money_round_trips(n: int) -> None:
    (claim,) = claims(f"{INTRO}It cost {spell(n)} dollars in all.")
    assert (claim.low, claim.measure, claim.unit) == (n, "money", "USD")


PIECES = ["at least", "more than", "between", "and", "from", "to", "5", "12", "1,000", "2.5", "million", "half", "a",
          "third", "of", "the", "people", "killed", "$", "%", "km", "-", "–", "(", ")", "1/2", "one", "twenty", "hundred",
          "no", "dozens", "years", "old", "aged", "Smith", "May", "2012", ".", "\n", "first", "x", "e", "±", "\u202e",
          "\x00", "½", "٣", "magnitude", "'s", "per"]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join) | st.text(max_size=60))
def test_every_claim_is_a_slice_and_none_overlap(text: str) -> None:
    found = claims(text)
    for claim in found:
        assert text[claim.start : claim.end] == claim.text != ""
        assert claim.text in claim.quote
        assert claim.low is None or claim.high is None or claim.low <= claim.high
    assert all(a.end <= b.start for a, b in pairwise(found))


HOSTILE = {
    "digits": "1" * 100_000,
    "figures": "1 " * 10_000,
    "commas": "," * 100_000,
    "and": "and " * 20_000,
    "one and": "one and " * 10_000,
    "brackets": "(" * 100_000,
    "millions": "one million " * 8_000,
    "ranges": "1 to " * 4_000,
    "openers": "from between " * 8_000,
    "lists": "5, " * 4_000 + "people",
    "dashes": "1-" * 20_000,
    "powers": "9^9 9e999 1/0 " * 3_000,
    "dollars": "$" * 50_000,
    "mixed scripts": "5 пять ५ people \x00 \u202e12\u202c " * 3_000,
    "addresses": "a." * 50_000 + "@",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_takes_linear_time(text: str) -> None:
    began = time.process_time()
    claims(text)
    assert time.process_time() - began < 5


def test_a_figure_of_a_million_digits_is_no_claim() -> None:
    assert told("It sold " + "7" * 1_000_000 + " boats.") == []
