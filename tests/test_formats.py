"""Formats: the same article says the same in each of them, with and without the extras."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from documents import RENDERED
from factcheck import pipeline
from factcheck.model import Report

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
PLACES = {"id", "path", "page", "start", "end", "line", "column", "quote", "quote_start", "sentence", "frame"}


@pytest.fixture(scope="module")
def plain() -> Report:
    return pipeline.compare([str(seed) for seed in SEEDS])


def told(report: Report) -> Counter[tuple[object, ...]]:
    """What the claims say, wherever they stand."""
    kept = [name for name in report.claims[0]._fields if name not in PLACES]
    return Counter(tuple(getattr(claim, name) for name in kept) for claim in report.claims)


def found(report: Report) -> Counter[tuple[object, ...]]:
    """What the findings say, but for notes on how a file was read."""
    claims = {claim.id: (claim.source, claim.text) for claim in report.claims}
    notes = {"FC903", "FC905"}
    return Counter(
        (one.code, one.severity, tuple(claims[key] for key in one.claims), one.source, one.reason.rpartition(": ")[2])
        for one in report.findings
        if one.code not in notes
    )


def rendered(folder: Path, suffix: str) -> Report:
    for seed in SEEDS:
        folder.joinpath(seed.stem + suffix).write_bytes(RENDERED[suffix](seed.read_text("utf-8")))
    names = {f"{seed.stem}{suffix}*": seed.stem.partition("_")[0] for seed in SEEDS}
    return pipeline.compare([str(folder)], pipeline.Settings(names=names))


@pytest.mark.parametrize("suffix", RENDERED)
def test_the_seeds_say_the_same_in_every_format(tmp_path, plain, suffix):
    report = rendered(tmp_path, suffix)
    assert [source.id for source in report.sources] == [source.id for source in plain.sources]
    assert [(source.published, source.basis, source.doubtful) for source in report.sources] == [
        (source.published, source.basis, source.doubtful) for source in plain.sources
    ]
    assert told(report) == told(plain)
    assert found(report) == found(plain)
    for claim in report.claims:
        source = next(one for one in report.sources if one.id == claim.source)
        assert source.text[claim.start : claim.end] == claim.text
