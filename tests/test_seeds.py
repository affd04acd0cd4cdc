"""What a journalist must see for the five articles in seeds/, and what holds for every run."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import compare
from factcheck.report import render
from factcheck.report.layout import lay_out
from factcheck.report.view import View

SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture(scope="module")
def report():
    return compare([str(SEEDS)])


def told(report, source, text):
    """Claims of a source with this text."""
    return {claim.id for claim in report.claims if claim.source == source and claim.text == text}


def fact_with(report, *places):
    """The fact that holds a claim of each (source, text)."""
    wanted = [told(report, *place) for place in places]
    assert all(wanted), "a claim is missing"
    return next((fact for fact in report.facts if all(ids & set(fact.claims) for ids in wanted)), None)


def test_the_first_mixup_is_77_people_and_77_attacks(report):
    first = next(finding for finding in report.findings if finding.code == "FC102")
    assert "at least 77 people killed / no less than 77 attacks" in first.reason
    quotes = [claim.quote for claim in report.claims if claim.id in first.claims]
    assert "At least 77 people have been killed" in quotes[0]
    assert "no less than 77 attacks in the first four months of 2021" in quotes[1]


FACTS = [
    ("airport, US dead", [("000", "13"), ("001", "13")], "agree"),
    ("takeover", [("000", "August 2021"), ("001", "August 15, 2021")], "compatible"),
    ("years of war", [("000", "40 years"), ("003", "40 years")], "compatible"),
]


@pytest.mark.parametrize(("places", "verdict"), [row[1:] for row in FACTS], ids=[row[0] for row in FACTS])
def test_facts_several_articles_tell(report, places, verdict):
    fact = fact_with(report, *places)
    assert fact is not None
    assert fact.verdict == verdict


def test_the_father_was_killed_on_9_september_2001_in_three_articles(report):
    days = [claim for claim in report.claims if claim.earliest == claim.latest == "2001-09-09"]
    assert sorted(claim.source for claim in days) == ["000", "001", "003"]
    fact = next(fact for fact in report.facts if {claim.id for claim in days} <= set(fact.claims))
    assert fact.verdict == "agree"


def test_170_civilians_are_told_by_one_article_and_compared_with_nothing(report):
    (civilians,) = told(report, "001", "170")
    assert any(finding.code == "FC103" and finding.claims == (civilians,) for finding in report.findings)
    assert all(civilians not in fact.claims for fact in report.facts)


NOT_COMPARED = [("004", "700", "another time"), ("003", "40", "another time"), ("003", "200", "other names")]


@pytest.mark.parametrize(("source", "text", "reason"), NOT_COMPARED)
def test_tolls_of_other_periods_are_listed_as_not_compared(report, source, text, reason):
    (claim,) = told(report, source, text)
    (row,) = [row for row in report.not_compared if row.claim == claim]
    assert reason in row.reason


def test_there_is_no_conflict(report):
    assert [fact.topic for fact in report.facts if fact.verdict == "conflict"] == []
    assert [finding.code for finding in report.findings if finding.severity == "error"] == []


def test_80_percent_has_its_base(report):
    (share,) = [claim for claim in report.claims if claim.source == "001" and claim.text == "80%"]
    assert share.of == "397 civilians"


def test_doubts_about_publication_dates_are_said_once_a_file(report):
    notes = {finding.source: finding.code for finding in report.findings if finding.code in ("FC901", "FC902")}
    assert notes == {"001": "FC901", "002": "FC901", "003": "FC902", "004": "FC901"}


def test_quotes_and_texts_are_slices(report):
    texts = {source.id: source.text for source in report.sources}
    for claim in report.claims:
        assert texts[claim.source][claim.start : claim.end] == claim.text
        assert texts[claim.source][claim.quote_start :].startswith(claim.quote)
        assert claim.text in claim.quote


@pytest.mark.parametrize("name", ["json", "csv", "text", "markdown"])
def test_two_runs_and_another_order_give_the_same_bytes(name):
    paths = [str(path) for path in sorted(SEEDS.glob("*.txt"))]
    view = View(command="compare", all=True)
    first = render(compare(paths), name, view)
    assert render(compare(paths[::-1]), name, view) == first == render(compare(paths), name, view)


CHECKS = [
    ("FC302", "note", "80% of 397 is 317.6"),
    ("FC303", "note", "Eight months before 2022-05-03 is about 2021-09-03"),
    ("FC303", "note", "nearly two years before January 2015 is about January to May 2013"),
    ("FC401", "warning", "one bombing or several: 000 has “the bombing”, "
     "001 “bombing outside Kabul International airport, followed by another”"),
]  # fmt: skip


def test_shares_and_durations_are_worked_out_and_the_bombings_counted(report):
    found = [one for one in report.findings if one.code.startswith(("FC3", "FC401"))]
    assert [(one.code, one.severity, one.reason) for one in found] == CHECKS


def test_what_works_out_is_no_doubt(report):
    sheet = lay_out(report, View())
    told = {section.title: [entry.title for entry in section.entries] for section in sheet.sections}
    assert told["What does not add up"] == ["US service personnel killed"]
    assert told["Worked out"][0] == "80% of 397 is 317.6"
    assert len(told["Worked out"]) == 3


def test_the_airport_bombing_has_a_heading_of_its_own(report):
    headed = [fact.topic for fact in report.facts if fact.event == "Kabul airport bombing, August 2021"]
    assert headed == ["US service personnel killed", "date: ISIS bombing Kabul airport killed"]
