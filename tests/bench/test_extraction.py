"""The benchmark itself: its text, its plain expression, and the interface to the peers."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import extraction
import peers
import pytest

NOWHERE = Path("/nowhere")
"""Without development data the articles in seeds/ are read."""


def test_a_corpus_has_the_size_asked_for_and_repeats_no_text():
    documents = extraction.corpus(NOWHERE, 200_000)
    assert sum(map(len, documents)) == 200_000
    assert len(set(documents)) == len(documents)
    assert documents == extraction.corpus(NOWHERE, 200_000)


def test_only_the_last_digit_of_a_figure_varies():
    text = "On 3 July 2013 it sold 1,250 of them."
    assert extraction.varied(text, 0) == text
    shape = re.sub("[0-9](?![0-9])", "#", text)
    assert re.sub("[0-9](?![0-9])", "#", extraction.varied(text, 5)) == shape


def test_the_plain_expression_finds_digits_number_words_and_months():
    plain = extraction.alternation(extraction.WORDS.split())
    assert plain.findall("In March one of 1,250 ships sank, someone said.") == ["March", "one", "1,250"]


LIMITS = [
    ({"max": 8}, 8.0, 1.0, 0),
    ({"max": 8}, 8.1, 1.0, 1),
    ({"max": 8}, 11.0, 1.5, 0),
    ({"min": 100}, 90.0, 1.0, 1),
    ({"min": 100}, 90.0, 1.5, 0),
    ({"min": 100}, None, 1.0, 0),
]


@pytest.mark.parametrize(("bounds", "value", "slack", "broken"), LIMITS)
def test_what_breaks_a_limit(bounds, value, slack, broken, capsys):
    figures = {} if value is None else {"it": value}
    assert extraction.speed_table(figures, [{"name": "its name", "at": "it", **bounds}], slack) == broken
    assert ("BROKEN" in capsys.readouterr().out) is bool(broken)


def test_the_peers_answer_as_the_tool_does(tmp_path):
    if not peers.installed():
        pytest.skip("the peers are optional: pip install -r tests/bench/peers.txt")
    (tmp_path / "a.txt").write_text("The dam broke on 3 May 2013; it had cost 12 dollars.", encoding="utf-8")
    (tmp_path / "sources.csv").write_text("path,published\na.txt,2013-05-04\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, peers.__file__, "extract", str(tmp_path)], capture_output=True, text=True, check=True
    )
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    assert {"2013-05-03"} <= {claim.get("timex") for claim in claims}
    assert "12 dollars" in {claim["text"] for claim in claims}
