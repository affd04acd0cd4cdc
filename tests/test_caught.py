"""`factcheck extract --explain`: the rule and the words that made each claim, in every format."""

from __future__ import annotations

import csv
import io
import json

import pytest

from factcheck.cli import main

TEXT = (
    "Storm in Norland\n\nAt least 12 people died on 3 May 2013 and the repairs, from July 2013 to the end of May 2014,"
    " cost $2.5 million.\n"
)

CAUGHT = {
    "12": ("quantity", {"hedge": "At least", "number": "12"}),
    "3 May 2013": ("date.day_month", {"day": "3", "month": "May", "year": "2013"}),
    "July 2013 to the end of May 2014": (
        "date.month_year",
        {"from.month": "July", "from.year": "2013", "to.edge": "end", "to.of.month": "May", "to.of.year": "2014"},
    ),
    "$2.5 million": ("quantity", {"symbol": "$", "number": "2.5 million"}),
}


@pytest.fixture
def story(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return str(tmp_path / "a.txt")


def output(capsys, *arguments: str) -> str:
    assert main(["extract", *arguments]) == 0
    return capsys.readouterr().out


def line(rule: str, parts: dict[str, str]) -> str:
    return f"{rule}: " + ", ".join(f'{name} "{words}"' for name, words in parts.items())


@pytest.mark.parametrize("form", ["jsonl", "json"])
def test_data_has_the_parts_by_name(form, story, capsys):
    text = output(capsys, story, "--explain", "--format", form)
    claims = json.loads(text)["claims"] if form == "json" else list(map(json.loads, text.splitlines()))
    assert {claim["text"]: (claim["rule"], claim["parts"]) for claim in claims} == CAUGHT


@pytest.mark.parametrize(("form", "lead"), [("text", "    "), ("table", "    → ")])
def test_lines_for_people_follow_their_claim(form, lead, story, capsys):
    lines = output(capsys, story, "--explain", "--format", form).splitlines()
    assert [found for found in lines if found.startswith(lead) and '"' in found and TEXT[20:40] not in found] == [
        lead + line(*told) for told in CAUGHT.values()
    ]


def test_csv_has_one_more_column(story, capsys):
    rows = list(csv.DictReader(io.StringIO(output(capsys, story, "--explain", "--format", "csv"))))
    assert [row["parts"] for row in rows] == [line(*told) for told in CAUGHT.values()]


@pytest.mark.parametrize("form", ["jsonl", "json", "text", "table", "csv", "markdown"])
def test_nothing_is_explained_unasked(form, story, capsys):
    text = output(capsys, story, "--format", form)
    assert "parts" not in text
    assert "from.month" not in text


def test_neighbouring_dates_are_no_parts(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("It went on in 1947-54, and from May 2011 – June 2012.\n", encoding="utf-8")
    claims = map(json.loads, output(capsys, str(tmp_path), "--explain", "--format", "jsonl").splitlines())
    assert all(words in claim["quote"] for claim in claims for words in claim["parts"].values())
