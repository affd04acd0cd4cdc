"""Dates: which words are one, where it begins and ends, and which days it means."""

from __future__ import annotations

import time
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract import extract
from factcheck.lexicon import Lexicon, load
from factcheck.model import Claim, Period, Source
from factcheck.normalise import normalise
from factcheck.segment import segment

PUBLISHED = date(2011, 11, 10)  # a Thursday


@cache
def lexicon() -> Lexicon:
    return load()


def dates(text: str, published: date | None = PUBLISHED, *, doubtful: bool = False) -> list[Claim]:
    """The date claims of a text."""
    day = Period(published, published, "day", "table") if published else None
    source = Source("s", "s.txt", text, "", "", day, "table" if day else "", doubtful, "en", "")
    segmented = segment(source, lexicon())
    claims = normalise(extract(segmented, lexicon()), segmented, lexicon())
    return [claim for claim in claims if claim.kind == "date"]


def told(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str | None, str | None, str]]:
    return [(claim.text, claim.earliest, claim.latest, claim.timex) for claim in dates(text, published)]


# sentence with the expected span in brackets, first day, last day, TIMEX3 value
EXPLICIT = [
    ("It ended on the [eleventh of September 2001].", "2001-09-11", "2001-09-11", "2001-09-11"),
    ("It grew in [the March quarter of 2011].", "2011-01-01", "2011-03-31", "2011-Q1"),
    ("It grew in [the January quarter of 2011].", "2010-11-01", "2011-01-31", "2011-01"),
    ("It lost money in [FY22].", "2022-01-01", "2022-12-31", "2022"),
    ("They left on [August 15, 2021].", "2021-08-15", "2021-08-15", "2021-08-15"),
    ("They left on [15 August 2021].", "2021-08-15", "2021-08-15", "2021-08-15"),
    ("They left on [Aug. 15, 2021], at last.", "2021-08-15", "2021-08-15", "2021-08-15"),
    ("They left on [15th of August, 2021].", "2021-08-15", "2021-08-15", "2021-08-15"),
    ("They left on [2021-08-15].", "2021-08-15", "2021-08-15", "2021-08-15"),
    ("They left on [8/15/2021].", "2021-08-15", "2021-08-15", "2021-08-15"),
    ("They left on [15/8/21].", "2021-08-15", "2021-08-15", "2021-08-15"),
    ("They left on [Sunday, August 15, 2021].", "2021-08-15", "2021-08-15", "2021-08-15"),
    ("It began in [early September 2021].", "2021-09-01", "2021-09-10", "2021-09"),
    ("It began [Early in March 2022].", "2022-03-01", "2022-03-10", "2022-03"),
    ("It ended in [late July 2022].", "2022-07-21", "2022-07-31", "2022-07"),
    ("It ends by [mid-2022].", "2022-06-01", "2022-07-31", "2022"),
    ("It ended in [January 2015].", "2015-01-01", "2015-01-31", "2015-01"),
    ("It ended in [February of 1940].", "1940-02-01", "1940-02-29", "1940-02"),
    ("It ended in [1996].", "1996-01-01", "1996-12-31", "1996"),
    ("It was built in [the 1980s].", "1980-01-01", "1989-12-31", "198"),
    ("It was built in [the mid-1990s].", "1994-01-01", "1996-12-31", "199"),
    ("It was built in [the '60s].", "1960-01-01", "1969-12-31", "196"),
    ("It was built in [the nineties].", "1990-01-01", "1999-12-31", "199"),
    ("It was built in [the 1800s].", "1800-01-01", "1899-12-31", "18"),
    ("It was built in [the 19th century].", "1800-01-01", "1899-12-31", "18"),
    ("It was built in [the twenty-first century].", "2000-01-01", "2099-12-31", "20"),
    ("It fell in [the summer of 1941].", "1941-06-01", "1941-08-31", "1941-SU"),
    ("It fell in [fall 2007].", "2007-09-01", "2007-11-30", "2007-FA"),
    ("It fell in [the winter of 1941].", "1941-12-01", "1942-02-28", "1941-WI"),
    ("It fell in [the first half of 2023].", "2023-01-01", "2023-06-30", "2023-H1"),
    ("It fell in [the latter half of 2023].", "2023-07-01", "2023-12-31", "2023-H2"),
    ("It fell in [the first four months of 2021].", "2021-01-01", "2021-04-30", "P4M"),
    ("It fell in [the first quarter of 2008].", "2008-01-01", "2008-03-31", "2008-Q1"),
    ("It fell in [Q3 2012].", "2012-07-01", "2012-09-30", "2012-Q3"),
    ("It fell in [the third week of May 2010].", "2010-05-15", "2010-05-21", "2010-W19"),
    ("It lost money in [fiscal 2009].", "2009-01-01", "2009-12-31", "2009"),
    ("It fell on [the night of 13 February 1904].", "1904-02-13", "1904-02-13", "1904-02-13TNI"),
    ("It fell by [the end of April 1942].", "1942-04-21", "1942-04-30", "1942-04"),
    ("It fell [two days before 9/11].", "2001-09-09", "2001-09-09", "2001-09-09"),
    ("It fell on [Christmas Day 2008].", "2008-12-25", "2008-12-25", "2008-12-25"),
    ("It fell on [Good Friday 2012].", "2012-04-06", "2012-04-06", "2012-04-06"),
    ("It fell on [Thanksgiving Day 2012].", "2012-11-22", "2012-11-22", "2012-11-22"),
    ("It fell on [Memorial Day 2012].", "2012-05-28", "2012-05-28", "2012-05-28"),
    ("It was rare in [the 18th] and 19th centuries.", "1700-01-01", "1799-12-31", "17"),
    ("It fell below [1990] levels.", "1990-01-01", "1990-12-31", "1990"),
    ("Its 2009, 2010 and [2011] sales fell.", "2011-01-01", "2011-12-31", "2011"),
    ("They fled in [480 BC].", None, None, "BC0480"),
    ("They fled in [August 480 BC].", None, None, "BC0480-08"),
    ("They fled in [the 470s BC].", None, None, "BC047"),
]

RANGES = [
    ("They ruled from [1996 to 2001].", "1996-01-01", "2001-12-31", "1996/2001"),
    ("It rose between [March 1965 and November 1968].", "1965-03-01", "1968-11-30", "1965-03/1968-11"),
    ("It fell from [August 2021 to the end of February].", "2021-08-01", "2022-02-28", "2021-08/2022-02"),
    ("It ran from [December 28 to January 3, 2010].", "2009-12-28", "2010-01-03", "2009-12-28/2010-01-03"),
    ("It ran from [28 October to 2 November 2010].", "2010-10-28", "2010-11-02", "2010-10-28/2010-11-02"),
    ("They met on [Nov. 10-12, 2010].", "2010-11-10", "2010-11-12", "2010-11-10/2010-11-12"),
    ("They met on [6-7 February 1920].", "1920-02-06", "1920-02-07", "1920-02-06/1920-02-07"),
    ("It struck in [July and August].", "2011-07-01", "2011-08-31", "2011-07/2011-08"),
    ("It rose from [the early 1990s to 2003].", "1990-01-01", "2003-12-31", "199/2003"),
    ("It lasted from [499 to 493 BC].", None, None, "BC0499/BC0493"),
    ("It was shut from [Monday to Wednesday].", "2011-11-07", "2011-11-09", "2011-11-07/2011-11-09"),
]

AGAINST_PUBLICATION = [
    (
        "It falls in the year that begins in December, down from its [August] estimate.",
        "2011-08-01",
        "2011-08-31",
        "2011-08",
    ),
    ("From [July through the end of 2012], it is shut.", "2012-07-01", "2012-12-31", "2012-07/2012"),
    ("It fell from 28 million tons [a year earlier].", "2010-05-11", "2011-05-12", "2010"),
    ("It was the worst since the [September 11] attacks.", "2001-09-11", "2001-09-11", "2001-09-11"),
    (
        "On Monday, oil for delivery in May fell, and oil for [December] delivery rose.",
        "2011-12-01",
        "2011-12-31",
        "2011-12",
    ),
    ("The quake in [1934] killed more than 8,500 people.", "1934-01-01", "1934-12-31", "1934"),
    ("A fire in [1984] killed two people.", "1984-01-01", "1984-12-31", "1984"),
    ("Prices fell by more than expected in [October].", "2011-10-01", "2011-10-31", "2011-10"),
    ("Schools will stay closed through [Friday].", "2011-11-11", "2011-11-11", "2011-11-11"),
    ("The union has called a strike for [November 16].", "2011-11-16", "2011-11-16", "2011-11-16"),
    ("The court has set the hearing for [Monday].", "2011-11-14", "2011-11-14", "2011-11-14"),
    ("The firm plans to apply in [the first quarter].", "2012-01-01", "2012-03-31", "2012-Q1"),
    ("They agreed on Sunday to cut output for [December].", "2011-12-01", "2011-12-31", "2011-12"),
    ("It closes two by 2014, it said on [Feb. 28].", "2011-02-28", "2011-02-28", "2011-02-28"),
    ("Tests were waiting to be carried out at [the end of September].", "2011-09-21", "2011-09-30", "2011-09"),
    ("It will be hot on Saturday, and it was hot on [19 July].", "2011-07-19", "2011-07-19", "2011-07-19"),
    ("It grew in [the September quarter].", "2011-07-01", "2011-09-30", "2011-Q3"),
    ("[September the eleventh] was a bad day.", "2011-09-11", "2011-09-11", "2011-09-11"),
    ("It is quiet this [Christmas].", "2011-12-25", "2011-12-25", "2011-12-25"),
    ("It was quiet last [Christmas].", "2010-12-25", "2010-12-25", "2010-12-25"),
    ("Seas may rise over [the next century].", "2011-11-10", "2111-11-10", "P1CE"),
    ("It grew over [the last decade].", "2001-11-10", "2011-11-10", "P1DE"),
    ("The deal, to be signed on [Monday], is big.", "2011-11-14", "2011-11-14", "2011-11-14"),
    ("It is open until at least [Monday].", "2011-11-14", "2011-11-14", "2011-11-14"),
    ("Talks lasted until [Monday].", "2011-11-07", "2011-11-07", "2011-11-07"),
    ("It is less than in the same quarter [a year ago].", "2010-05-11", "2011-05-12", "2010"),
    ("It struck [today].", "2011-11-10", "2011-11-10", "2011-11-10"),
    ("It struck [yesterday afternoon].", "2011-11-09", "2011-11-09", "2011-11-09TAF"),
    ("It struck [the day before yesterday].", "2011-11-08", "2011-11-08", "2011-11-08"),
    ("It struck on [Tuesday].", "2011-11-08", "2011-11-08", "2011-11-08"),
    ("It struck on [Thursday].", "2011-11-10", "2011-11-10", "2011-11-10"),
    ("It struck [early Friday].", "2011-11-04", "2011-11-04", "2011-11-04"),
    ("It will open on [Tuesday].", "2011-11-15", "2011-11-15", "2011-11-15"),
    ("On [Tuesday], the board will vote.", "2011-11-15", "2011-11-15", "2011-11-15"),
    ("It struck [last Thursday].", "2011-11-03", "2011-11-03", "2011-11-03"),
    ("It struck [last week].", "2011-10-31", "2011-11-06", "2011-W44"),
    ("It struck [Thursday last week].", "2011-11-03", "2011-11-03", "2011-11-03"),
    ("It struck [earlier this week].", "2011-11-07", "2011-11-10", "2011-W45"),
    ("It struck at [the weekend].", "2011-11-05", "2011-11-06", "2011-W44-WE"),
    ("It struck [last August].", "2011-08-01", "2011-08-31", "2011-08"),
    ("It struck in [April last year].", "2010-04-01", "2010-04-30", "2010-04"),
    ("It struck on [November 2 this year].", "2011-11-02", "2011-11-02", "2011-11-02"),
    ("It struck [this summer].", "2011-06-01", "2011-08-31", "2011-SU"),
    ("It struck [last night].", "2011-11-09", "2011-11-09", "2011-11-09TNI"),
    ("It struck in [December].", "2010-12-01", "2010-12-31", "2010-12"),
    ("It struck in [July].", "2011-07-01", "2011-07-31", "2011-07"),
    ("It is expected to close in [March].", "2012-03-01", "2012-03-31", "2012-03"),
    ("Repairs could take until [December 31].", "2011-12-31", "2011-12-31", "2011-12-31"),
    ("It struck on [27 December].", "2010-12-27", "2010-12-27", "2010-12-27"),
    ("It opened on the [5th].", "2011-11-05", "2011-11-05", "2011-11-05"),
    ("It struck [12 days ago].", "2011-10-29", "2011-10-29", "2011-10-29"),
    ("It struck [two weeks ago].", "2011-10-24", "2011-10-30", "2011-W43"),
    ("It struck [half a century ago].", "1956-11-10", "1966-11-10", "1961"),
    ("It struck [two and a half years ago].", "2009-02-08", "2009-08-09", "2009-05"),
    ("It struck [two years ago].", "2009-05-11", "2010-05-12", "2009"),
    ("Chaos [2 Years Post-]War is near.", "2009-05-11", "2010-05-12", "2009"),
    ("It grew by [the end of this year].", "2011-09-01", "2011-12-31", "2011"),
    ("It rained in [recent weeks].", "2011-09-29", "2011-11-10", "PAST_REF"),
    ("It rained over [the past couple of weeks].", "2011-10-20", "2011-11-10", "P2W"),
    ("It rained over [the past year].", "2010-11-10", "2011-11-10", "P1Y"),
    ("They meet [every week].", None, None, "P1W"),
    ("They vote [every four years].", None, None, "P4Y"),
    ("It rained over [the coming days].", "2011-11-10", "2011-11-15", "PXD"),
    ("It snowed on [Christmas Day].", "2010-12-25", "2010-12-25", "2010-12-25"),
    ("It will open on [Christmas Eve].", "2011-12-24", "2011-12-24", "2011-12-24"),
    ("It takes place on [December 20].", "2011-12-20", "2011-12-20", "2011-12-20"),
    ("Orders fell in a year; [March] sales grew.", "2011-03-01", "2011-03-31", "2011-03"),
    ("In its second quarter, which ended on [Jan. 31], it grew.", "2011-01-31", "2011-01-31", "2011-01-31"),
    ("It fell in [the third quarter].", "2011-07-01", "2011-09-30", "2011-Q3"),
    ("It is due by [year-end].", "2011-09-01", "2011-12-31", "2011"),
]

TIMES = [
    ("It struck at [half past two on 5 May 2010].", "2010-05-05T02:30", "2010-05-05T02:30", "2010-05-05T02:30"),
    ("It struck at [2:37 p.m.] there.", "2011-11-10T14:37", "2011-11-10T14:37", "2011-11-10T14:37"),
    ("It struck at [07:37 UTC].", "2011-11-10T07:37Z", "2011-11-10T07:37Z", "2011-11-10T07:37Z"),
    ("It struck at [3.45pm on Tuesday].", "2011-11-08T15:45", "2011-11-08T15:45", "2011-11-08T15:45"),
    ("It struck at [4:45 p.m. EST today].", "2011-11-10T21:45Z", "2011-11-10T21:45Z", "2011-11-10T16:45"),
    ("It struck at [six o'clock in the evening].", "2011-11-10T18:00", "2011-11-10T18:00", "2011-11-10T18:00"),
    ("It struck at [8:30 on Tuesday evening].", "2011-11-08T20:30", "2011-11-08T20:30", "2011-11-08T20:30"),
    ("It struck at [4:30 in the morning].", "2011-11-10T04:30", "2011-11-10T04:30", "2011-11-10T04:30"),
    ("It struck around [noon today].", "2011-11-10T12:00", "2011-11-10T12:00", "2011-11-10T12:00"),
    ("It struck at [1100 hours] there.", "2011-11-10T11:00", "2011-11-10T11:00", "2011-11-10T11:00"),
    ("It was cut between [07:28 and 08:06 UTC].", "2011-11-10T07:28Z", "2011-11-10T08:06Z", None),
    ("He slept from [9 p.m. to 5 a.m.] there.", "2011-11-10T21:00", "2011-11-11T05:00", None),
]


@pytest.mark.parametrize(
    ("sentence", "earliest", "latest", "timex"),
    EXPLICIT + RANGES + AGAINST_PUBLICATION + TIMES,
    ids=str,
)
def test_a_date_has_its_span_days_and_value(
    sentence: str, earliest: str | None, latest: str | None, timex: str | None
) -> None:
    begin, end = sentence.index("["), sentence.index("]") - 1
    text = sentence.replace("[", "").replace("]", "")
    claims = [claim for claim in dates(text) if (claim.start, claim.end) == (begin, end)]
    assert claims, told(text)
    assert (claims[0].earliest, claims[0].latest) == (earliest, latest)
    assert timex is None or claims[0].timex == timex


NOT_DATES = [
    "Ann and Jan-Michael won.",
    "The July Fourth floods were bad.",
    "Fiscal fourth-quarter sales fell.",
    "They may march on; we may not, and a second man may.",
    "May said no. April Smith agreed. The March on Washington grew.",
    "The fall of Kabul was quick, and the spring offensive began.",
    "Some 2000 people fled, 1800 guns were found, and it cost 1,950 dollars.",
    "Flight 1930 left Room 2010 for Highway 1956; the code is 2021-77-03.",
    "It ended 2:37, as Genesis 1:12 says, and he came 52-3 with 46.",
    "It happened on 31 February and on 13/13/2013.",
    "She is in her 30s. It took two days of talks and eight months of war.",
    "The 9/11 attacks are remembered.",
    "They held Halloween parties and a Christmas dinner.",
]


@pytest.mark.parametrize("text", NOT_DATES)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert told(text) == []


def test_without_publication_date_the_year_of_a_bare_date_stays_open() -> None:
    assert told("In early July it rained. On Tuesday and on April 5 it did not.", None) == [
        ("early July", None, None, "XXXX-07"),
        ("Tuesday", None, None, "XXXX-WXX-2"),
        ("April 5", None, None, "XXXX-04-05"),
    ]


def test_an_undated_text_is_placed_by_the_dates_it_tells() -> None:
    text = (
        "Early in March 2022 rebels took a town. From August 2021 to the end of February they had hidden. "
        "In January 2015 they had sworn an oath. On April 21 a bomb went off. One week later another did. "
        "A third exploded on March 17."
    )
    found = {claim.text: (claim.earliest, claim.latest) for claim in dates(text, None)}
    assert found["August 2021 to the end of February"] == ("2021-08-01", "2022-02-28")
    assert found["April 21"] == ("2022-04-21", "2022-04-21")
    assert found["One week later"] == ("2022-04-28", "2022-04-28")
    assert found["March 17"] == ("2022-03-17", "2022-03-17")


STORY = (
    "On September 1, 1839, the army crossed the river. By early October the valley was lost. In November 1839 the "
    "king fled, and in February a truce was signed. On March 3 it was broken; two days later the capital burned. "
    "The following year the queen returned. In April 1841 she was crowned. Later that year, on 12 December, she "
    "opened the parliament, which the 1902 chronicle praises. In January 1842 the war began again. By the end of "
    "the month 400 men had died. It went on until August 1844. On 9 August peace was made. Between 1845 and 1850 "
    "the north prospered. The next year, in May, the last fort was given back."
)


def test_a_history_is_read_from_date_to_date_and_never_against_its_publication() -> None:
    found = [(claim.text, claim.timex) for claim in dates(STORY, date(2009, 12, 19))]
    assert found == [
        ("September 1, 1839", "1839-09-01"),
        ("early October", "1839-10"),
        ("November 1839", "1839-11"),
        ("February", "1840-02"),
        ("March 3", "1840-03-03"),
        ("two days later", "1840-03-05"),
        ("The following year", "1841"),
        ("April 1841", "1841-04"),
        ("Later that year", "1841"),
        ("12 December", "1841-12-12"),
        ("1902", "1902"),
        ("January 1842", "1842-01"),
        ("the end of the month", "1842-01"),
        ("August 1844", "1844-08"),
        ("9 August", "1844-08-09"),
        ("1845 and 1850", "1845/1850"),
        ("The next year", "1846"),
        ("May", "1846-05"),
    ]


def test_background_dates_do_not_make_news_a_history() -> None:
    past = "".join(f"In May {year} he won a prize. " for year in range(1960, 1970))
    text = (
        f"He died on Tuesday, his son said today. {past}He will be buried on Friday, and on Monday friends will meet."
    )
    found = {claim.text: claim.earliest for claim in dates(text)}
    assert [found[day] for day in ("Tuesday", "today", "Friday")] == ["2011-11-08", "2011-11-10", "2011-11-11"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It sank on April 24, 1993. Divers gave up on [May 13].", "1993-05-13"),
        ("It sank on December 24, 1993. Divers gave up on [January 3].", "1994-01-03"),
        ("It sank on April 24, 1993. Divers will go down again on [May 13].", "2012-05-13"),
        ("It sank on September 24, 1993. A plaque was unveiled on [October 13].", "2011-10-13"),
        ("It sank on April 24, 1993. A film about it opened on [August 13].", "2011-08-13"),
    ],
)
def test_news_that_looks_back_goes_on_from_a_day_of_years_ago(text: str, day: str) -> None:
    span = text[text.index("[") + 1 : text.index("]")]
    found = {claim.text: claim.earliest for claim in dates(text.replace("[", "").replace("]", ""))}
    assert found[span] == day


def test_a_local_time_with_its_utc_in_brackets_is_that_moment() -> None:
    text = "It struck at 10:00 am (0800 GMT) on Friday, the navy said."
    assert [(claim.text, claim.earliest) for claim in dates(text)] == [
        ("10:00 am", "2011-11-04T08:00Z"),
        ("0800 GMT", "2011-11-04T08:00Z"),
        ("Friday", "2011-11-04"),
    ]


def test_the_weekday_decides_the_year_a_date_does_not_tell() -> None:
    assert told("He was born on Monday, December 6.", date(2011, 3, 1))[0][1] == "2010-12-06"


def test_both_ends_of_a_range_with_a_dash_know_the_whole() -> None:
    assert told("The war (1947-54) was long.") == [
        ("1947", "1947-01-01", "1954-12-31", "1947"),
        ("54", "1947-01-01", "1954-12-31", "1954"),
    ]


def test_a_doubtful_publication_date_still_places_weekdays() -> None:
    assert dates("It struck on Tuesday.", doubtful=True)[0].earliest == "2011-11-08"


HOSTILE = {
    "digits": "1234567890" * 20_000,
    "years": "1999-" * 30_000,
    "months": "May " * 40_000,
    "days": "May 5, " * 20_000,
    "edges": "the end of " * 15_000,
    "nested": "two days before " * 10_000 + "9/11",
    "ranges": "January to " * 15_000,
    "clocks": "10:30 am (0800 GMT) " * 8_000,
    "brackets": "(" * 100_000,
    "steps": "the next century. In 9999. last decade. In 0001. the previous year. " * 2_000,
    "huge": "999999999999 years ago, 5000 centuries later, 10000 years earlier. " * 2_000,
    "odd": "31 February 0000, 00/00/0000, 99:99, 24:61 pm, 0 BC, 9999-99-99, 32nd May ٣ May ²⁵ " * 1_000,
}


@pytest.mark.parametrize("published", [PUBLISHED, None, date.min, date.max], ids=str)
@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_takes_no_longer_than_its_length_and_breaks_nothing(kind: str, published: date | None) -> None:
    text = HOSTILE[kind]
    start = time.perf_counter()
    claims = dates(text, published)
    assert time.perf_counter() - start < 12 * max(1.0, len(text) / 100_000)
    assert all(text[claim.start : claim.end] == claim.text for claim in claims)


FORMATS = ["{d} {B} {Y}", "{B} {d}, {Y}", "{b} {d}, {Y}", "{Y}-{m:02}-{d:02}", "{A}, {B} {d}, {Y}", "{A} {d} {B} {Y}"]


@settings(max_examples=60, deadline=None)
@given(day=st.dates(date(1500, 1, 1), date(2090, 12, 31)), form=st.sampled_from(FORMATS))
def test_a_written_date_is_read_back(day: date, form: str) -> None:
    written = form.format(d=day.day, m=day.month, Y=f"{day:%Y}", B=f"{day:%B}", b=f"{day:%b}", A=f"{day:%A}")
    assert told(f"It happened on {written} near the coast.") == [(written, str(day), str(day), str(day))]


@settings(max_examples=60, deadline=None)
@given(
    first=st.dates(date(1900, 1, 1), date(2080, 12, 31)),
    more=st.integers(1, 2000),
    join=st.sampled_from(["from {} to {}", "between {} and {}", "{} to {}"]),
)
def test_a_written_range_of_dates_is_read_back(first: date, more: int, join: str) -> None:
    last = first + timedelta(more)
    written = join.format(f"{first.day} {first:%B} {first.year}", f"{last.day} {last:%B} {last.year}")
    found = told(f"The strike went on {written} in the docks.")
    assert (found[0][1], found[-1][2]) == (str(first), str(last))


@settings(max_examples=60, deadline=None)
@given(published=st.dates(date(1900, 1, 1), date(2090, 12, 31)), back=st.integers(0, 6))
def test_a_weekday_lies_in_the_week_up_to_publication(published: date, back: int) -> None:
    day = published - timedelta(back)
    assert told(f"The bridge fell on {day:%A}.", published)[0][1] == str(day)


@settings(max_examples=80, deadline=None)
@given(
    words=st.lists(
        st.sampled_from(
            [
                "the",
                "end",
                "of",
                "early",
                "last",
                "next",
                "this",
                "May",
                "March",
                "5",
                "12",
                "1999",
                "2004",
                "BC",
                "and",
                "to",
                "-",
                ",",
                "(",
                ")",
                "weeks",
                "year",
                "days",
                "ago",
                "later",
                "before",
                "9/11",
                "10:30",
                "pm",
                "GMT",
                "on",
                "Tuesday",
                "summer",
                "1980",
                "s",
                "first",
                "half",
                "few",
                "two",
                "every",
                "morning",
                "31",
                "February",
                "quarter",
                "century",
            ]
        ),
        min_size=1,
        max_size=25,
    ),
    published=st.one_of(st.none(), st.dates()),
)
def test_any_heap_of_date_words_yields_slices_and_ordered_days(words: list[str], published: date | None) -> None:
    text = " ".join(words) + " there."
    for claim in dates(text, published):
        assert text[claim.start : claim.end] == claim.text
        assert claim.earliest is None or claim.latest is None or claim.earliest <= claim.latest
