"""The publication date an article tells at its top, with the basis it rests on.

A wrong date is worse than none: a line counts only when date, label and clock are all it says, or when it has
the shape of a dateline. What prose says about some day never counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from factcheck.expression import expression
from factcheck.model import Period
from factcheck.read.dates import Spread, order_of, period, settle, spread, weekday
from factcheck.read.head import Line, is_headline
from factcheck.record import NamedTuple

# Whole words, any case: labels of a date, words that go with one, small words within names.
_PUBLISHED = frozenset(
    {"publish", "published", "publication", "pubdate", "posted", "date", "dated", "issued", "released"}
    | {"filed", "created"}
)
_UPDATED = frozenset({"update", "updated", "modified", "edited", "revised"})
_LABEL = _PUBLISHED | _UPDATED
_FILLER = frozenset(
    {"on", "at", "the", "last", "first", "web", "online", "edition", "time", "local"}
    | {"hrs", "hour", "hours", "gmt", "utc"}
)
_SMALL = frozenset({"and", "of", "the", "for", "in", "at", "de", "la", "al", "s"})

# A dek in full sentences may stand between the headline and the date; more prose is the story itself.
_PROSE_ABOVE_DATE = 1

# Rank of a date line without a label.
_BARE = 2
_LONGEST_DATE_LINE = 60

# Code points below the date line that are searched for other date lines: more than any article has.
_BELOW = 100_000

# What may stand between a date and the headline behind it.
_BETWEEN = " \t-–—|:"


class Told(NamedTuple):
    """A date one line tells.

    Attributes:
        rank: how far to trust it, 0 best.
        rest: offset behind the date and its clock in the line's text.
    """

    rank: int
    basis: str
    day: date
    clock: str
    doubtful: bool
    line: Line
    rest: int


class Published(NamedTuple):
    """What the top of an article tells about its publication.

    Attributes:
        published: the day, or None.
        body: code point where the story starts, after metadata that opens the file.
        title: the rest of a first line that began with the date, or "".
        dated: starts of all lines that are dates or mastheads.
    """

    published: Period | None
    basis: str
    doubtful: bool
    body: int
    title: str
    dated: frozenset[int]


def published(lines: Sequence[Line], text: str, body: int) -> Published:
    """Find the publication date in the head of an article.

    Args:
        lines: its head.
        text: the whole text.
        body: code point where the head starts.
    """
    told = tuple(_told(lines))
    best = _best(told, text)
    dated = frozenset(one.line.start for one in told if one.basis in {"line", "masthead"})
    if not best:
        return Published(None, "", False, body, "", dated)
    start, title = _body(lines, told, body)
    return Published(period(best.day, best.basis, best.clock), best.basis, best.doubtful, start, title, dated)


def _told(lines: Sequence[Line]) -> Iterator[Told]:
    """The date lines of a head, from the top down."""
    spreads = [spread(line.text) if any(map(str.isdigit, line.text)) else None for line in lines]
    stamps = [stamp for one in spreads if one for stamp in one.stamps]
    orders = {order_of(stamp) for stamp in stamps} - {""}
    order = orders.pop() if len(orders) == 1 else ""
    prose = 0
    for at, (line, parts) in enumerate(zip(lines, spreads, strict=True)):
        if parts and parts.stamps:
            told = _shape(line, parts, order, first=at == 0)
            if told:
                yield told
        prose += line.prose
        if prose > _PROSE_ABOVE_DATE:
            return


def _shape(line: Line, parts: Spread, order: str, *, first: bool) -> Told | None:
    """What kind of date line this is, the surest kind first."""
    shapes = (_first_line,) if first else ()
    for shape in (*shapes, _date_line, _dateline, _masthead):
        found = shape(line.text, parts)
        if found:
            return _read(line, parts, order, *found)
    return None


def _read(line: Line, parts: Spread, order: str, rank: int, basis: str, at: int) -> Told | None:
    """Settle the date with number `at`; a weekday that does not fit makes it doubtful."""
    stamp = parts.stamps[at]
    named = _weekday(parts, at)
    day = settle(stamp, named, order)
    if day is None:
        return None
    doubtful = basis == "masthead" or (named is not None and named != day.weekday())
    tail = parts.pieces[at + 1].lstrip(_BETWEEN)
    rest = len(line.text) - len(tail) if line.text.endswith(tail) else stamp.end
    return Told(rank, basis, day, stamp.clock, doubtful, line, rest)


def _first_line(_text: str, parts: Spread) -> tuple[int, str, int] | None:
    """Such as "date 2022-05-03 Headline", "2022-05-03 Headline", "Published: May 3, 2022 Headline"."""
    before, after = _words(parts.pieces[0]), [word for piece in parts.pieces[1:] for word in _words(piece)]
    labelled = _plain(before) and _label(before) == "published"
    # A date in words that opens a line may well belong to the headline; so may one of two dates.
    bare = not before and len(parts.stamps) == 1
    fits = (labelled or bare) if parts.stamps[0].iso else labelled and ":" in parts.pieces[0]
    return None if not fits or _plain(after) or after[0][0].islower() else (0, "first-line", 0)


def _date_line(text: str, parts: Spread) -> tuple[int, str, int] | None:
    """A line that is a date with label, weekday, clock; or a byline with a date."""
    words = [_words(piece) for piece in parts.pieces]
    labels = [_label(piece) for piece in words[:-1]]
    if not all(map(_plain, words)) and not _byline(text, words, labels[0]):
        return None
    if "" in labels[1:]:
        return None  # a span of days, or a list of them
    at = next((at for at, label in enumerate(labels) if label != "updated"), 0)
    return {"published": 1, "": 2, "updated": 3}[labels[at]], "line", at


def _byline(text: str, words: list[list[str]], label: str) -> bool:
    """Names but no sentence: "By Ann Lee, Reuters | 3 July 2013" or "Published 3 July 2013 by Ann Lee"."""
    start = words[0]
    names = [word for piece in words for word in piece if not _plain([word]) and word.lower() != "by"]
    signed = start[:1] in (["By"], ["BY"]) and len(start) > 1 and _plain(words[-1])
    labelled = bool(label) and (_plain(start) or start[1:2] == ["by"])
    return (signed or labelled) and len(names) <= 8 and _capital(names) and not text.endswith(".")


def _dateline(_text: str, parts: Spread) -> tuple[int, str, int] | None:
    """Such as "KABUL, May 3, 2022 (AP) - ...", "CITY, Calif. —2/29/2012" at the end of a line."""
    before, after = parts.pieces[0].rstrip(), parts.pieces[1]
    place = _words(expression(r"\([^)]*\)").sub("", before))
    if not 1 <= len(place) <= 7 or not _capital(place) or any(word.lower() in _FILLER for word in place):
        return None
    agency = expression(r",?\s*(?:\([A-Z][^)]{1,40}\)|/[A-Z][^/]{1,40}/)").match(after)
    dash = expression(r",?\s*[-–—:]").match(after)
    city = bool(expression(r"[A-Z]{2}").match(place[0])) and before.endswith((",", ")", "-", "–", "—", "/", "."))
    alone = "," in before and not after
    if (city and (agency or dash or alone)) or (before.endswith(",") and agency) or _wire(parts, place):
        return 4, "dateline", 0
    return None


def _wire(parts: Spread, place: list[str]) -> bool:
    """An agency's line: a date with a clock time among a few words, all in capitals."""
    words = place + _words(parts.pieces[1])
    return parts.timed and len(parts.stamps) == 1 and len(words) <= 6 and all(map(str.isupper, words))


def _masthead(text: str, parts: Spread) -> tuple[int, str, int] | None:
    """A site's name, a weekday and a date, no more: "The Daily Tide Saturday, April 01, 2023"."""
    before = _words(parts.pieces[0])
    fits = len(parts.stamps) == 1 and 2 <= len(before) <= 9 and weekday(before[-1]) is not None
    if not fits or not _capital(before) or not _plain(_words(parts.pieces[1])) or text.endswith("."):
        return None
    return 5, "masthead", 0


def _best(told: Sequence[Told], text: str) -> Told | None:
    """The date to trust; None when lines without a label disagree: a chronicle's headings."""
    if not told:
        return None
    best = min(told, key=lambda one: one.rank)
    if best.rank != _BARE:
        return best
    if any(one.day != best.day for one in told if one.rank == _BARE):
        return None
    # Far below, other days may be those of comments or of a chronicle with long entries.
    others = _days_below(text[best.line.end : best.line.end + _BELOW]) - {best.day}
    return best._replace(doubtful=best.doubtful or len(others) > 1)


def _days_below(text: str) -> set[date | None]:
    """The days of further lines that are nothing but a date."""
    lines = (line.strip() for line in text.splitlines() if len(line) < _LONGEST_DATE_LINE)
    spreads = (spread(line) for line in lines if re.search(r"(?:1[89]|20)\d\d", line))
    return {settle(one.stamps[0]) for one in spreads if one.stamps and all(_plain(_words(p)) for p in one.pieces)}


def _body(lines: Sequence[Line], told: Sequence[Told], body: int) -> tuple[int, str]:
    """Where the story starts after the date lines that open the file; the title behind a first-line date."""
    metadata = {one.line.start: one for one in told if one.basis != "dateline"}
    start = body
    for line in lines:
        one = metadata.get(line.start)
        if one is None:
            break
        if one.basis == "first-line":
            rest = line.text[one.rest :].lstrip(_BETWEEN)
            return line.start + line.text.index(rest, one.rest), rest if is_headline(rest) else ""
        start = line.end
    return start, ""


def _weekday(parts: Spread, at: int) -> int | None:
    """The weekday next to a date, before or after it."""
    before, after = _words(parts.pieces[at])[-1:], _words(parts.pieces[at + 1])[:1]
    return next((day for day in map(weekday, before + after) if day is not None), None)


def _label(words: Sequence[str]) -> str:
    """What the last label among the words says: "published", "updated", or ""."""
    label = next((word.lower() for word in reversed(words) if word.lower() in _LABEL), "")
    return "published" if label in _PUBLISHED else "updated" if label else ""


def _words(piece: str) -> list[str]:
    return expression(r"\w[\w'’]*").findall(piece)


def _plain(words: Sequence[str]) -> bool:
    """Whether these are only labels, weekdays and small words that go with a date."""
    return all(word.lower() in _LABEL | _FILLER or weekday(word) is not None for word in words)


def _capital(words: Sequence[str]) -> bool:
    return all(word[0].isupper() or word.lower() in _SMALL for word in words)
