"""The top of an article: its first lines, where prose begins, and the headline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from factcheck.expression import expression
from factcheck.read.dates import spread
from factcheck.record import NamedTuple

_LINES = 15
_CLIP = 400
_LONG_HEADLINE = 120

# What may stand between the words of a headline and its end, after the full stop of a sentence.
_CLOSING = "\"'”’)] \t"


class Line(NamedTuple):
    """A line that is not blank.

    Attributes:
        start: code point of its first character that is no blank; `end`: where the line ends in the text.
        text: its beginning (400 characters), without surrounding blanks.
        prose: it reads as running text, not as a headline, a byline or a date.
    """

    start: int
    end: int
    text: str
    prose: bool


def head(text: str, body: int) -> tuple[Line, ...]:
    """The first fifteen lines that are not blank, from code point `body` on."""
    lines = tuple(islice(_lines(text, body), _LINES + 1))
    return tuple(Line(start, end, line, _prose(line, text, end)) for start, end, line in lines[:_LINES])


def headline(lines: Sequence[Line], skip: frozenset[int]) -> str:
    """The first line before the prose that looks like a headline, or "".

    Args:
        lines: the head of the article.
        skip: starts of the lines that are dates or mastheads.
    """
    for line in lines:
        if line.prose:
            return ""
        if line.start not in skip and is_headline(line.text):
            return line.text
    return ""


def is_headline(line: str) -> bool:
    """Whether a line is short, has no final full stop, and is neither byline nor label."""
    words = line.split()
    if not 2 <= len(words) <= 30 or len(line) >= _CLIP or line.rstrip(_CLOSING).endswith((".", ":", ",", ";")):
        return False
    return words[0].lower() != "by" and not expression(r"https?://|www\.|[\w.]+@").match(line)


def _lines(text: str, body: int) -> Iterator[tuple[int, int, str]]:
    for found in expression(r"[^\r\n]+").finditer(text, body):
        start, end = found.span()
        clip = text[start : min(end, start + 2 * _CLIP)]
        line = clip.strip()[:_CLIP]
        if line:
            yield start + len(clip) - len(clip.lstrip()), end, line


def _prose(line: str, text: str, end: int) -> bool:
    """Long, or a sentence with its full stop, or a line broken in the middle of a sentence."""
    if len(line.split()) < 8:
        return False
    stop = (".", "!", "?") if len(line) > _LONG_HEADLINE else (".",)
    return len(line) > 250 or line.rstrip(_CLOSING).endswith(stop) or line[0].islower() or _goes_on(text, end)


def _goes_on(text: str, end: int) -> bool:
    """Whether the very next line goes on in lower case and is not a date ("on 3 July 2013")."""
    following = expression(r"(?:\r\n|\n|\r)[ \t]*([^\s][^\r\n]{,80})").match(text, end)
    return bool(following and following[1][0].islower() and not spread(following[1]).stamps)
