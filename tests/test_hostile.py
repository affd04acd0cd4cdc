"""Text made to break things: it takes time in proportion to its length, raises nothing, and claims stay in order.

Every case is run at half and at full length. A method whose time grows with the square takes four times as long for
twice the text; three times, and what a clock may miss, is the limit.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import time
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.lexicon import Lexicon, load
from factcheck.model import Claim
from factcheck.pipeline import claims_of
from sources import source

MEGABYTE, PART, SOME = 1_000_000, 150_000, 12_000
"""Code points: of text that states nothing, of text that states little, of nothing but figures."""

GROWTH, MISSED = 3.0, 0.1
"""Times as long for twice the text, and seconds."""

TRIES = 4
"""Measurements before a case counts as slow: another program may have had the core."""

CASES = [
    ("one number of a million digits", "1234567890", MEGABYTE),
    ("digits with points and commas", "1.2,3", MEGABYTE),
    ("commas", ",", MEGABYTE),
    ("commas with blanks", ", ", MEGABYTE),
    ("places in places", "in the district of ", MEGABYTE),
    ("parts of a place", "12 died in north ", SOME),
    ("speakers side by side", "and the organisers 45,000, ", SOME),
    ("and", "and ", MEGABYTE),
    ("and without blanks", "and", MEGABYTE),
    ("open brackets", "(", MEGABYTE),
    ("open brackets with blanks", "( [ ", PART),
    ("full stops", ".", MEGABYTE),
    ("full stops with blanks", ". ", PART),
    ("initials", "A. ", PART),
    ("abbreviations", "U.S. e.g. Mr. ", PART),
    ("quoted stops", "?” ", PART),
    ("apostrophes", "'s'", PART),
    ("mail addresses", "a@b.", PART),
    ("web addresses", "http://www.", PART),
    ("blanks", " \t", MEGABYTE),
    ("line ends", "\r\n", MEGABYTE),
    ("boilerplate", "All rights reserved\n", PART),
    ("a sentence without end", "one of the many things that people said about it ", PART),
    ("names", "Norland Bay district ", PART),
    ("short lines", "Storm sinks boats\n", PART),
    ("figures", "12 ", SOME),
    ("figures on lines", "12\n", SOME),
    ("ranges without end", "1-", PART),
    ("ranges of ranges", "(10-20)-(30-40) to ", SOME),
    ("ranges from from", "from 1 to ", SOME),
    ("between between", "between 1 and ", SOME),
    ("number words", "five ", SOME),
    ("hundreds", "hundred ", SOME),
    ("scales", "million billion ", PART),
    ("hundreds and", "hundred and five ", SOME),
    ("tens with hyphens", "twenty-five-", SOME),
    ("points", "one point ", SOME),
    ("halves", "half a ", PART),
    ("odds", "one in ", SOME),
    ("thirds", "two thirds ", SOME),
    ("ordinals", "1st third ", SOME),
    ("vague numbers", "tens of thousands of ", SOME),
    ("months", "May ", PART),
    ("dates", "3 May ", SOME),
    ("dates in words", "the end of the first half of ", PART),
    ("two days before", "two days before ", SOME),
    ("slashes", "1/2/", SOME),
    ("ISO dates without end", "2013-05-03-", SOME),
    ("times", "10:30 ", SOME),
    ("powers", "1 x 10^", SOME),
    ("percent", "5%", SOME),
    ("dollars", "$1", SOME),
    ("signs", "-+ 1 ", SOME),
    ("hedges", "at least about ", PART),
    ("feet and inches", "5 feet 6 inches ", SOME),
    ("people killed", "killed 5 people in Kerrow district ", SOME),
    ("phone numbers", "202-555-0143-", SOME),
    ("NUL", "\0", MEGABYTE),
    ("NUL and figures", "\x005 people ", SOME),
    ("right to left", "\u202e5 \u05d0\u05d1 \u202c", SOME),
    ("Arabic digits", "\u0663\u0664\u0665 ", PART),
    ("mixed scripts", "5 людей, 七十人, ٣٤ أشخاص, 12 people. ", SOME),
    ("joiners", "5\u200d", SOME),
    ("accents that combine", "5\u0301 e\u0301 ", SOME),
    ("beyond the basic plane", "\U0001f600 \U0001d7d3 ", PART),
]


def filled(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


@cache
def lexicon() -> Lexicon:
    return load()


def read(text: str) -> tuple[float, tuple[Claim, ...]]:
    """CPU seconds of the whole extraction, and its claims."""
    article, words = source("a", text), lexicon()
    gc.disable()  # what other tests have left behind is not to be walked through here
    try:
        begin = time.process_time()
        claims = claims_of(article, words)
        return time.process_time() - begin, claims
    finally:
        gc.enable()


@pytest.mark.parametrize("text", ["39e6B people", "7^ 5 K people", "10³½ people", "5 x 10^³½", "1e³", "2^", "³ ½ ¾"])
def test_signs_in_no_order_are_no_error(text):
    assert in_order(text, read(text)[1])


SIGNS = "0123456789.,:;/-–−+^()%$€£°'\"x×eEbBkKmM²³⁶½¼"
PIECES = st.one_of(
    st.sampled_from(sorted({form for table in load().tables.values() for row in table for form in row.forms})),
    st.text(SIGNS, min_size=1, max_size=5),
)
"""Words of the lexicon, and signs of which figures are made."""


@settings(max_examples=400, derandomize=True, deadline=None)
@given(st.lists(PIECES, max_size=30), st.sampled_from(["", " "]))
def test_words_and_signs_in_any_order_are_no_error(pieces, between):
    text = between.join(pieces)
    assert in_order(text, read(text)[1])


def in_order(text: str, claims: tuple[Claim, ...]) -> bool:
    """Whether spans follow each other and all words shown are those of the text."""
    apart = all(before.end <= after.start for before, after in pairwise(claims))
    return apart and all(
        claim.text == text[claim.start : claim.end]
        and claim.quote == text[claim.quote_start : claim.quote_start + len(claim.quote)]
        for claim in claims
    )


@pytest.mark.parametrize(("piece", "size"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_time_grows_with_the_length(piece, size):
    half, whole = filled(piece, size // 2), filled(piece, size)
    measured = []
    for _ in range(TRIES):
        short, _ = read(half)
        long, claims = read(whole)
        assert in_order(whole, claims)
        if long <= GROWTH * short + MISSED:
            return
        measured.append((round(short, 2), round(long, 2)))
    pytest.fail(f"seconds for half and whole: {measured}")


@pytest.mark.parametrize("size", [100, 10_000, 1_000_000])
@pytest.mark.parametrize("piece", ["9", "9,", "9.9", "nine hundred ", "("])
def test_a_figure_of_any_length_raises_nothing(piece, size):
    text = f"It cost {filled(piece, size if piece != 'nine hundred ' else min(size, 10_000))} dollars in May 2013."
    _, claims = read(text)
    assert in_order(text, claims)


def test_a_folder_of_it_is_compared(tmp_path):
    """Through the command; files with NUL are refused by name, which ends with 2."""
    for name, piece, _ in CASES:
        text = f"Storm in Norland\n\nIn May 2013 some 12 people died.\n{filled(piece, 200)}"
        (tmp_path / f"{name}.txt").write_bytes(text.encode())
    tool = Path(sys.executable).with_name("factcheck")
    done = subprocess.run([tool, "compare", tmp_path, "--format", "json"], capture_output=True, text=True, check=False)
    refused = [line for line in done.stderr.splitlines() if "NUL" not in line]
    assert (done.returncode, refused) == (2, [])
    told = {Path(claim["path"]).stem for claim in json.loads(done.stdout)["claims"] if claim["low"] == 12}
    assert told == {name for name, piece, _ in CASES if "\0" not in piece}
