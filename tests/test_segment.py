"""Sentences, tokens and roles of lines: offsets are exact and nothing is cut in the wrong place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lexicon import load
from factcheck.segment import LONGEST, segment
from sources import source

LEXICON = load()


def sentences(text: str) -> list[str]:
    found = segment(source("a", text), LEXICON)
    return [text[sentence.span.start : sentence.span.end] for sentence in found.sentences]


def roles(text: str) -> list[str]:
    return [sentence.role for sentence in segment(source("a", text), LEXICON).sentences]


WHOLE = [
    "U.S. troops left the base in the U.S. military convoy.",
    "The flood came on Sept. 1 and went on Nov. 3 of that year.",
    "Lt. Gen. Orlova and Dr. Weiss met Gov. Marsh.",
    "The analyst told Fox. News.",
    "It cost approx. 40 million crowns, i.e. too much.",
    "The train left at 3 p.m. on Friday.",
    "John F. Marlow was 44.",
    "“Why?” he asked the mayor.",
    "The rate is 3.5 percent.",
    "Prices rose by no. 4 on the list.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_one_sentence_stays_whole(text):
    assert sentences(text) == [text]


CUT = [
    ("The dam broke. Twelve people died.", 2),
    ("He left in 1996. 40 ships followed.", 2),
    ("They marched at 5 p.m. The police waited.", 2),
    ('"We saw it." She left.', 2),
    ("Line one has no stop\nLine two follows here", 2),
    ("Was it true? No! It was not… They knew.", 4),
    ("The talks took place in the U.S. The delegates left.", 2),
]


@pytest.mark.parametrize(("text", "count"), CUT)
def test_sentences_are_cut(text, count):
    assert len(sentences(text)) == count


def test_hard_wrapped_text_is_joined():
    text = (
        "The harbour of the small town was closed on Monday after a\n"
        "storm that broke two piers and sank eleven boats, the mayor\n"
        "said at a meeting with the fishermen of the old quarter who\n"
        "had come to ask for help with the repair of their sheds and\n"
        "boats before the season begins.\n"
    )
    assert len(sentences(text)) == 1


ROLES = [
    ("Storm sinks eleven boats\n\nThe storm sank eleven boats.", ["headline", "body"]),
    ("July 03, 2013 6:22AM\nThe storm sank eleven boats.", ["metadata", "body"]),
    ("Published: 2021-02-03\nThe storm sank eleven boats.", ["metadata", "body"]),
    ("The Harbour Post Saturday, April 01, 2023\nStorm sinks boats\nIt sank eleven.", ["metadata", "headline", "body"]),
    ("The storm sank eleven boats.\nLeave a comment", ["body", "boilerplate"]),
    ("The storm sank eleven boats.\nAll rights reserved.", ["body", "boilerplate"]),
    ("The storm sank eleven boats.\nSubscribe to this paper", ["body", "boilerplate"]),
    ("The bank agreed to subscribe to 40 million new shares.", ["body"]),
    ("The firm spent 3 million on advertisement.", ["body"]),
    ("Reporting by two papers led to 11 arrests, the (Reporting by A. Orlova; Editing by B. Marsh)", ["boilerplate"]),
]


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_lines_have_roles(text, expected):
    assert roles(text) == expected


def test_a_very_long_sentence_is_cut_at_blanks():
    text = "word " * 4000
    found = sentences(text)
    assert all(len(piece) <= LONGEST for piece in found)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


@given(st.text(max_size=300))
def test_tokens_are_slices_of_the_text(text):
    found = segment(source("a", text), LEXICON)
    assert len(found.words) == len(found.starts) == len(found.letters)
    for word, start in zip(found.words, found.starts, strict=True):
        assert text[start : start + len(word)] == word


@given(st.text(alphabet="ab .!?\n1'’-", max_size=200))
def test_sentences_do_not_overlap_and_keep_their_order(text):
    spans = [sentence.span for sentence in segment(source("a", text), LEXICON).sentences]
    assert all(before.end <= after.start for before, after in pairwise(spans))
