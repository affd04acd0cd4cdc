"""Two speakers set side by side in one sentence: each figure is its own speaker's, and the two are a dispute."""

from __future__ import annotations

import pytest

from sources import judged

SPOKEN = [
    # a sentence, and who says each of its figures
    ("Police had counted 12,000 demonstrators, the organisers 45,000.", ["Police", "organisers"]),
    ("The union said 85 percent had walked out, the ministry 32 percent.", ["union", "ministry"]),
    ("Police said 12 people were hurt and 45 arrested.", ["Police", "Police"]),
    ("The rebels killed 12 soldiers; the army 45.", ["rebels", "army"]),
    ("It was heard by 12 judges and 45 police 30 years ago.", ["", "", ""]),
]


@pytest.mark.parametrize(("sentence", "speakers"), SPOKEN, ids=[row[0] for row in SPOKEN])
def test_figures_have_the_speaker_beside_them(sentence, speakers):
    claims, _, _ = judged(sentence)
    assert [claim.speaker for claim in claims] == speakers


def test_a_dispute_within_one_source_and_across_two_is_told():
    police = "About 12,000 people marched through Velmar on Saturday against the port law, according to police."
    both = "In Velmar police counted 12,000 people marching against the port law on Saturday, the organisers 45,000."
    _, _, result = judged(police, both, published=("2022-10-16", "2022-10-16"))
    (fact,) = [fact for fact in result.facts if fact.verdict == "conflict"]
    assert (fact.nature, len(fact.claims)) == ("dispute", 3)
    assert "FC104" in {finding.code for finding in result.findings}
