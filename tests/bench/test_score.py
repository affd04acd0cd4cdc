"""The scoring script itself: what breaks a floor, where a number is found, what it does without data."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from renamed import named, names
from score import FLOORS, SETS, Score, dig, markdown, scores

RESULT = {"total": {"f1": 0.5, "traps": "3/8"}, "value": [90.0, 80.0, 84.7], "word": {}}


@pytest.mark.parametrize(
    ("at", "number"),
    [
        ("total.f1", 0.5),
        ("total.traps", 3),
        ("value.2", 84.7),
        ("total.missing", None),
        ("word", None),
        ("none.at.all", None),
    ],
)
def test_a_number_is_found_by_its_place(at, number):
    assert dig(RESULT, at) == number


def test_no_result_has_no_numbers():
    assert dig(None, "total.f1") is None


@pytest.mark.parametrize(
    ("value", "low", "high", "failed"),
    [
        (0.9, 0.85, None, False),
        (0.85, 0.85, None, False),
        (0.84, 0.85, None, True),
        (0, None, 0, False),
        (1, None, 0, True),
        (None, 0.85, None, True),
        (None, None, 0, True),
        (None, None, None, False),
        (0.1, None, None, False),
    ],
)
def test_what_breaks_a_floor(value, low, high, failed):
    assert Score("seeds", "it", value, low, high, False).failed is failed


def test_the_readme_gets_the_rows_marked_for_it():
    rows = [
        {"name": "found", "at": "total.f1", "min": 0.4, "readme": True},
        {"name": "traps", "at": "total.traps", "max": 4, "readme": True},
        {"name": "hidden", "at": "value.2"},
    ]
    assert markdown(list(scores("seeds", rows, RESULT))).splitlines()[2:] == [
        "| **The five articles in `seeds/`** | | |",
        "| found | 0.500 | at least 0.4 |",
        "| traps | 3 | at most 4 |",
    ]


def test_every_row_of_the_table_names_what_it_needs():
    table = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    assert set(table) == {"start", "extraction", "alignment", *SETS}
    assert all({"name", "max"} == set(row) for row in table["alignment"])
    lists = [table["start"], table["extraction"], table["seeds"], table["crossdoc"], table["left_out"]]
    lists += [*table["quantity"].values(), table["timex"]["rows"]]
    for row in (row for rows in lists for row in rows):
        assert {"name"} <= set(row) <= {"name", "at", "arguments", "min", "max", "readme", "unit"}
        assert ("arguments" in row) != ("at" in row)


def test_without_data_it_says_so(tmp_path):
    script = str(Path(__file__).with_name("score.py"))
    done = subprocess.run(
        [sys.executable, script, "--check", "--data", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0
    assert "nothing scored: there is no development data" in done.stdout


MONEY = [
    {"forms": "$", "unit": "USD", "kind": "symbol"},
    {"forms": "dollar|dollars", "unit": "USD", "kind": "currency"},
    {"forms": "franc|francs", "unit": "CHF", "kind": "currency"},
    {"forms": "swiss franc|swiss francs", "unit": "CHF", "kind": "currency"},
]


@pytest.mark.parametrize(
    ("unit", "text", "name"),
    [
        ("USD", "$5", "dollar"),
        ("CHF", "5 francs", "franc"),
        ("CHF", "5 Swiss francs", "swiss franc"),
        ("CHF", "CHF 5", "swiss franc"),
        ("GBP", "£5", "pound"),
        ("USD per hour", "$5 an hour", "dollar per hour"),
        ("mile", "5 miles", "mile"),
        ("XYZ", "XYZ 5", "XYZ"),
    ],
)
def test_currencies_are_named_as_told(unit, text, name):
    assert named(unit, text, names(MONEY)) == name
