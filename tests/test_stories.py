"""Whole invented stories: how figures and dates of several sources stand to each other, and no false alarms.

The stories and what is expected of them are data: fixtures/stories. A known miss carries `todo = true` there and
fails the suite once it is fixed; `python tests/stories.py --mark` refreshes the marks.
"""

from __future__ import annotations

import pytest

from stories import check, count, marked, outcome, relation, stories

RELATIONS = {"agree", "compatible", "conflict", "lookalike", "apart"}

SAMPLE = stories()[::4]
"""Stories that are also told backwards."""


def case(name, table, *values):
    """A test case, expected to fail when its table has a `todo` mark."""
    todo = pytest.mark.xfail(strict=True, reason="known miss")
    return pytest.param(*values, id=name, marks=[todo] if table.get("todo") else [])


@pytest.mark.parametrize(
    ("story", "row"),
    [case(f"{story.name}: {name}", row, story, row) for story in stories() for name, row in story.rows],
)
def test_row(story, row):
    check(row, outcome(story.name))


@pytest.mark.parametrize("story", [case(story.name, story.table, story) for story in stories()])
def test_number_of_conflicts(story):
    count(story, outcome(story.name))


@pytest.mark.parametrize("story", SAMPLE, ids=[story.name for story in SAMPLE])
def test_order_of_sources_does_not_matter(story):
    forth, back = outcome(story.name), outcome(story.name, backwards=True)
    assert set(forth.claims) == set(back.claims)
    rows = [row for _, row in story.rows if "relation" in row and {row["first"], row["second"]} <= set(forth.claims)]
    assert [relation(row["first"], row["second"], forth) for row in rows] == [
        relation(row["first"], row["second"], back) for row in rows
    ]


@pytest.mark.parametrize("story", stories(), ids=[story.name for story in stories()])
def test_story_is_well_formed(story):
    texts = {source["id"]: source["text"] for source in story.table["source"]}
    assert list(texts) == list("abcd")[: len(texts)]
    assert 4 <= len(story.table["expect"]) <= 10
    assert {row["relation"] for row in story.table["expect"]} <= RELATIONS
    for row in story.table["expect"]:
        for claim in (row["first"], row["second"]):
            source, text = claim.split(": ", 1)
            assert text.split(" #")[0] in texts[source], f"{claim} is not in the text"
        assert row["first"][0] != row["second"][0], "a pair is of two sources"


@pytest.mark.parametrize(
    ("text", "misses", "expected"),
    [
        ('title = "T"\nconflicts = 0\n\n[[expect]]\nfirst = "a: 1"\n', [True, False],
         'title = "T"\nconflicts = 0\ntodo = true\n\n[[expect]]\nfirst = "a: 1"\n'),
        ('title = "T"\ntodo = true\n\n[[expect]]\nfirst = "a: 1"\ntodo = true\nwhy = "w"\n', [False, True],
         'title = "T"\n\n[[expect]]\nfirst = "a: 1"\nwhy = "w"\ntodo = true\n'),
        ("title = 'T'\n\n[[source]]\ntext = '''\nA todo = b\n'''\n", [False, False],
         "title = 'T'\n\n[[source]]\ntext = '''\nA todo = b\n'''\n"),
    ],
    ids=["mark set", "mark moved", "text left alone"],
)  # fmt: skip
def test_marks_are_rewritten_and_nothing_else(text, misses, expected):
    assert marked(text, misses) == expected
