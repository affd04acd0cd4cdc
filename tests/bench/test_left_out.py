"""Leaving one story out: the setting of a story is chosen on the others, never on itself."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from left_out import GRID, MEASURES, Row, mean, nested, rows, settings, shipped, weighed

LOW, HIGH = (1.0, 3.0, 0.0), (3.0, 6.0, 0.4)


def result(value):
    """A story's result in which every measure has one value."""
    return dict.fromkeys(("align", "bcubed", "conflict"), dict.fromkeys(("p", "r", "f1"), value))


def total(results):
    """The mean of the stories' values in the shape of the scorer."""
    return result(sum(one["align"]["f1"] for one in results) / len(results))


SCORER = SimpleNamespace(total=total)


@pytest.mark.parametrize(
    ("own", "others", "chosen"),
    [({LOW: 0.9, HIGH: 0.1}, {LOW: 0.2, HIGH: 0.4}, HIGH), ({LOW: 0.1, HIGH: 0.9}, {LOW: 0.4, HIGH: 0.2}, LOW)],
)
def test_a_story_has_no_say_in_its_own_setting(own, others, chosen):
    told = {"a": own, "b": others, "c": others}
    results = {(name, setting): result(value) for name, values in told.items() for setting, value in values.items()}
    (row,) = [row for row in rows(["a", "b", "c"], results, [LOW, HIGH], SCORER) if row.story == "a"]
    assert row.setting == chosen
    assert row.scores["align.f1"] == own[chosen]


def test_the_mean_counts_every_story_the_same():
    found = [Row("a", LOW, dict.fromkeys(MEASURES, 1.0)), Row("b", LOW, dict.fromkeys(MEASURES, 0.5))]
    assert mean(found) == dict.fromkeys(MEASURES, 0.75)
    assert nested(mean(found))["conflict"]["f1"] == 0.75


def test_a_setting_changes_the_thresholds_and_nothing_else():
    tried, ours = weighed(HIGH), weighed(shipped())
    assert [tried.threshold[name] for name in GRID] == list(HIGH)
    assert tried._replace(threshold=ours.threshold) == ours
    assert len(set(settings())) == len(settings())
