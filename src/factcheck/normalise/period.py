"""The arithmetic of dates: from what was caught to a period."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.lexicon import Lexicon
from factcheck.model import Mention, Period, Segmented


def resolve(mentions: Sequence[Mention], segmented: Segmented, lexicon: Lexicon) -> list[Period | None]:
    """Periods of the date mentions of one source, in the order of the text; None where there is no date after all."""
    periods: list[Period | None] = []
    for mention in mentions:
        first, _ = mention.parts["year"]  # type: ignore[misc]
        year = int(segmented.words[first])
        periods.append(Period(date(year, 1, 1), date(year, 12, 31), "year", "explicit", timex=str(year)))
    return periods
