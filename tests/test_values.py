"""How two values stand to each other: the verdict rule as a table. Judging is symmetric."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lexicon import load
from factcheck.model import Claim
from factcheck.values import near, relation, slip, value_of

LEXICON = load()


def number(low, high=None, bound="exact", measure="count", unit="", hedge=""):
    high = low if high is None and bound in ("exact", "approx") else high
    ends = [None if end is None else Decimal(str(end)) for end in (low, high)]
    claim = Claim(
        "a:0", "a", "a", "quantity", measure, 0, 1, "x", 1, 1, "x", *ends, bound=bound, hedge=hedge, unit=unit
    )
    return value_of(claim, LEXICON)


def day(earliest, latest=None):
    claim = Claim("a:0", "a", "a", "date", "point", 0, 1, "x", 1, 1, "x", earliest=earliest, latest=latest or earliest)
    return value_of(claim, LEXICON)


TABLE = [
    ("same", number(13), number(13), "agree"),
    ("other", number(170), number(79), "conflict"),
    ("at least below", number(160, None, "at_least"), number(170), "compatible"),
    ("at least above", number(200, None, "at_least"), number(170), "conflict"),
    ("at least far below", number(12, None, "at_least"), number(77), "open"),
    ("up to", number(None, 97, "at_most"), number(85), "compatible"),
    ("about", number(170, bound="approx"), number(169), "compatible"),
    ("about, too far", number(170, bound="approx"), number(120), "conflict"),
    ("nearly", number(40, bound="approx", hedge="nearly"), number(36), "compatible"),
    ("range holds", number(2, 12, "range"), number(7), "compatible"),
    ("range misses", number(2, 6, "range"), number(12), "conflict"),
    ("dozens", number(24, None, "vague"), number(79), "compatible"),
    ("hundreds", number(200, None, "vague"), number(13), "conflict"),
    ("rounded", number(168_000), number(170_000), "compatible"),
    ("not rounded", number(160_000), number(170_000), "conflict"),
    ("scale slip", number(110_000_000, measure="money", unit="USD"), number(110, measure="money", unit="USD"), "conflict"),
    ("other money", number(5, measure="money", unit="USD"), number(5, measure="money", unit="EUR"), "open"),
    ("half and 50 %", number("0.5", measure="fraction"), number(50, measure="percentage"), "agree"),
    ("month and day", day("2021-08-01", "2021-08-31"), day("2021-08-15"), "compatible"),
    ("other day", day("2021-08-15"), day("2021-08-13"), "conflict"),
    ("same day", day("2021-08-15"), day("2021-08-15"), "agree"),
    ("times close", day("2021-08-15T07:37"), day("2021-08-15T07:50"), "compatible"),
    ("times apart", day("2021-08-15T07:37"), day("2021-08-15T09:50"), "conflict"),
    ("UTC and local", day("2021-08-15T07:37Z"), day("2021-08-15T14:37"), "open"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_relation(a, b, expected):
    assert relation(a, b) == expected
    assert relation(b, a) == expected


@given(st.integers(1, 10**9), st.integers(1, 10**9), st.sampled_from(["exact", "approx"]))
def test_judging_is_symmetric(x, y, bound):
    a, b = number(x, bound=bound), number(y)
    assert relation(a, b) == relation(b, a)
    assert near(a, b) == near(b, a)


@given(st.integers(1, 10**9))
def test_a_value_agrees_with_itself(x):
    assert relation(number(x), number(x)) == "agree"


def clock(minute, hedge="", text="x on Sunday", day="09"):
    told = f"2024-06-{day}T{minute}"
    claim = Claim("a:0", "a", "a", "date", "time", 0, 1, text, 1, 1, "x", earliest=told, latest=told, hedge=hedge)
    return value_of(claim, LEXICON)


CLOCKS = [
    ("far apart", clock("23:40"), clock("22:10"), "conflict"),
    ("half an hour is one moment", clock("23:40"), clock("23:10"), "compatible"),
    ("around a full hour", clock("09:00", "around"), clock("09:50"), "compatible"),
    ("around, too far", clock("09:00", "around"), clock("10:20"), "conflict"),
    ("about a quarter", clock("04:15", "about"), clock("04:51"), "conflict"),
    ("just after", clock("09:00", "just after"), clock("09:50"), "compatible"),
    ("just after is not before", clock("09:00", "just after"), clock("08:10"), "conflict"),
    ("shortly before", clock("10:00", "shortly before"), clock("09:05"), "compatible"),
    (
        "the midnight that ends the day",
        clock("00:00", "shortly before", "midnight on Sunday"),
        clock("23:40"),
        "compatible",
    ),
    ("another day", clock("23:40"), clock("23:40", day="10"), "conflict"),
    ("another day that is not told", clock("23:40"), clock("23:50", text="11:50 p.m.", day="10"), "compatible"),
    ("another hour of a day that is not told", clock("23:40"), clock("21:50", text="9:50 p.m.", day="10"), "conflict"),
    ("local time and UTC", clock("07:37", text="7:37 local time on Sunday"), clock("07:37Z"), "conflict"),
    ("another reading of another zone", clock("14:37", text="2:37 p.m. local time on Sunday"), clock("07:37Z"), "open"),
]


@pytest.mark.parametrize(("a", "b", "expected"), [row[1:] for row in CLOCKS], ids=[row[0] for row in CLOCKS])
def test_times_of_day(a, b, expected):
    assert (relation(a, b), relation(b, a)) == (expected, expected)


SLIPS = [
    (312, 321, "digits"),
    (3.5, 5.3, "digits"),
    (1_200_000, 2_100_000, "digits"),
    (312, 213, ""),  # no two digits side by side
    (44, 44, ""),
    (4_200_000, 4_200_000_000, "scale"),
    (110, 110_000_000, "scale"),
    (150, 1_500, "scale"),
    (4, 40, ""),  # one digit: told of many things
    (3, 3_000, ""),
    (3_000_000, 3_000_000_000, "scale"),
    (300_000, 3_000_000, ""),
    (312, 3_210, ""),
]


@pytest.mark.parametrize(("first", "second", "expected"), SLIPS)
def test_what_slip_of_the_pen_makes_one_figure_the_other(first, second, expected):
    a, b = number(first), number(second)
    assert (slip(a, b), slip(b, a)) == (expected, expected)
