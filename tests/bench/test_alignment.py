"""Leaving pairs out must not change what is found; the invented articles are the same each time."""

from __future__ import annotations

from pathlib import Path

import pytest
from alignment import told, write
from invented import story

from factcheck.align import align, candidates
from factcheck.lexicon import load
from factcheck.pipeline import told_and_named
from factcheck.settings import Settings

STORIES = Path(__file__).parents[3] / "shared" / "data" / "crossdoc-dev" / "texts"
NAMES = sorted(path.name for path in STORIES.iterdir() if path.is_dir()) if STORIES.is_dir() else []


def clusters(report, monkeypatch, small):
    """Clusters of a report's claims, blocks of up to `small` compared in full."""
    monkeypatch.setattr(candidates, "SMALL", small)
    found = align(report.claims, report.sources, load(), report.names.spellings)
    return {cluster.claims for cluster in found}


@pytest.mark.skipif(not NAMES, reason="no development data beside the checkout")
@pytest.mark.parametrize("name", NAMES)
def test_real_stories_give_the_clusters_of_an_exhaustive_comparison(name, monkeypatch):
    report = told_and_named([str(STORIES / name)], Settings(), load())
    shipped = candidates.SMALL
    assert clusters(report, monkeypatch, shipped) == clusters(report, monkeypatch, 10**9)


def test_invented_stories_do_too(tmp_path, monkeypatch):
    report = told(25, tmp_path, load())
    assert clusters(report, monkeypatch, candidates.SMALL) == clusters(report, monkeypatch, 10**9)


def test_far_fewer_pairs_are_tried_than_there_are(tmp_path):
    report = told(60, tmp_path, load())
    assert len(report.claims) > 500
    from factcheck.align import blocks
    from factcheck.align.profile import profiles_of

    every = list(blocks(profiles_of(report.claims, report.sources, load(), report.names.spellings)))
    large = [block for block in every if len(block) > candidates.SMALL]
    assert large
    for block in large:
        tried = list(candidates.candidates(block))
        assert len(tried) == len(set(tried)) <= candidates.NEAREST * len(block)
        assert all(a < b for a, b in tried)


def test_the_same_numbers_give_the_same_articles(tmp_path):
    assert list(story(7, 3)) == list(story(7, 3))
    assert list(story(7, 3)) != list(story(8, 3))
    write(tmp_path / "a", story(7, 3))
    assert len(list((tmp_path / "a").iterdir())) == 3
