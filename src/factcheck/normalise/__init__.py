"""Normalise: turn mentions into claims; arithmetic on what was caught, no further search."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from factcheck.lexicon import Lexicon
from factcheck.model import Claim, Mention, Period, Segmented
from factcheck.normalise.noun import Counter
from factcheck.normalise.period import resolve
from factcheck.normalise.quantity import Measured, measure


def normalise(mentions: Sequence[Mention], segmented: Segmented, lexicon: Lexicon) -> tuple[Claim, ...]:
    """Claims of one source in the order of the text; their frames are still empty."""
    dates = [mention for mention in mentions if mention.kind == "date"]
    periods = dict(zip([mention.span for mention in dates], resolve(dates, segmented, lexicon), strict=True))
    text = segmented.source.text
    lines = line_starts(text)
    told = {mention.sentence: segmented.sentences[mention.sentence].span for mention in mentions}
    quotes = {index: text[span.start : span.end] for index, span in told.items()}  # all its claims share one string
    counter, hedges = Counter(segmented, lexicon), lexicon.book("hedges", "place", "clock")
    claims = []
    for mention in mentions:
        claim = told_at(mention, quotes[mention.sentence], segmented, lines)
        if mention.kind == "date":
            period = periods[mention.span]
            if period is not None:
                hedge = hedges.before(segmented.words, mention.first) if period.clock else None
                begin = segmented.starts[hedge.first] if hedge else mention.span.start
                claims.append(date_claim(claim, period, text[begin : mention.span.start].rstrip()))
        else:
            measured = measure(mention, counter, segmented, lexicon)
            if measured is not None:
                claims.append(quantity_claim(claim, measured))
    return tuple(claims)


def line_starts(text: str) -> list[int]:
    """Offsets at which lines begin."""
    starts = [0]
    position = text.find("\n")
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\n", position + 1)
    return starts


def told_at(mention: Mention, quote: str, segmented: Segmented, lines: list[int]) -> Claim:
    """The claim as far as it is known where it stands and what it says; `quote` is its sentence."""
    source, (start, end) = segmented.source, mention.span
    line = bisect_right(lines, start)
    return Claim(
        id=f"{source.id}:{start}",
        source=source.id,
        path=source.path,
        kind=mention.kind,
        measure="",
        start=start,
        end=end,
        text=source.text[start:end],
        line=line,
        column=start - lines[line - 1] + 1,
        page=bisect_right(source.pages, start) or None,
        quote=quote,
        quote_start=segmented.sentences[mention.sentence].span.start,
        sentence=mention.sentence,
        rule=mention.rule,
    )


def date_claim(claim: Claim, period: Period, hedge: str) -> Claim:
    """A claim that something happened in a period; `hedge` as told before a time of day ("shortly before")."""
    clocks = period.clock.split("/")
    earliest, latest = iso(period.earliest, clocks[0]), iso(period.latest, clocks[-1])
    bound = "approx" if period.precision == "fuzzy" or hedge else "exact"
    shape = "time" if period.clock else "range" if period.precision == "range" else "point"
    return claim._replace(
        measure=shape,
        earliest=earliest,
        latest=latest,
        timex=period.timex,
        bound=bound,
        hedge=hedge,
    )


def iso(day: date | None, clock: str) -> str | None:
    """A day as ISO text, with the time of day where one is told."""
    if day is None:
        return None
    return f"{day}T{clock}" if clock else str(day)


def quantity_claim(claim: Claim, measured: Measured) -> Claim:
    """A claim of how many or how much."""
    quantity = measured.quantity
    return claim._replace(
        measure=measured.measure,
        low=quantity.low,
        high=quantity.high,
        bound=quantity.bound,
        hedge=quantity.hedge,
        unit=quantity.unit,
        of=quantity.of,
        thing=measured.thing,
        timex=measured.timex,
        trend=measured.trend,
        negated=measured.negated,
    )
