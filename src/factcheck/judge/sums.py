"""Figures that differ because one source tells the parts and the other the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.judge.case import Case
from factcheck.model import Claim

NEAR = 3
"""Sentences within which the other part is told."""


SMALLEST = 2
"""A difference of one is too common to be a part."""


def summed(a: Claim, b: Claim, case: Case) -> str:
    """The sum that reconciles two counts in words ("12 and five are Seventeen"), or "".

    The source of the smaller figure tells the rest of the whole, or that of the larger one tells a part whose
    remainder the smaller one is. What the smaller figure includes is in it already ("six men, among them two guards").
    """
    if a.measure != "count" or b.measure != "count":
        return ""
    small, large = sorted((a, b), key=lambda claim: case.values[claim.id].figure)
    missing = case.values[large.id].figure - case.values[small.id].figure
    if missing < SMALLEST:
        return ""
    rest = (other for other in beside(small, case) if not includes(small, other, case))
    for told in (*rest, *(part for part in beside(large, case) if part.frame.level == "part")):
        if case.values[told.id].figure == missing and told.bound == "exact":
            return f"{small.text} and {told.text} are {large.text}"
    return ""


def includes(whole: Claim, part: Claim, case: Case) -> bool:
    """Whether a count behind another in its sentence is told as a part of it."""
    if part.sentence != whole.sentence or part.start < whole.end:
        return False
    between = case.sources[whole.source].text[whole.end : part.end].lower()
    forms = case.lexicon.forms("cues", "kind", "including")
    return any(re.search(rf"\b{re.escape(form)}\b", between) for form in forms)


def beside(claim: Claim, case: Case) -> Iterator[Claim]:
    """Other counts of such things, told near a claim in its source; soldiers are people, no car is an engine."""
    for other in case.around(claim, NEAR):
        alike = other.frame.head == claim.frame.head or claim.frame.klass == "person"
        same = other.frame.klass == claim.frame.klass and alike
        same = same and (other.act == claim.act or other.frame.level == "part")
        if other.measure == "count" and same:
            yield other
