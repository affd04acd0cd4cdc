"""Lines on pages to paragraphs: what a line break means is told by gaps, indents, sizes and short last lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

# Shares of the usual gap, of the font size, of the width of the text.
_WIDE_GAP = 1.35
_OTHER_SIZE = 0.1
_SHORT = 0.12
_INDENT = 1.0

# A line at the edge of this many pages, and of half of them, is a running head.
_RUNNING = 3
_NUMBERING = r"(?i)[-–—|\s]*(?:page\s+|p\.\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—|\s]*"
# What PDFium makes of a hyphen at the end of a line.
_HYPHENS = ("\ufffe", "\x02")


class Line(NamedTuple):
    """A line of a page; places are in points, from the left and the bottom edge of the page.

    Attributes:
        base: the line its letters stand on.
        size: of its font.
    """

    text: str
    left: float
    right: float
    base: float
    size: float

    @property
    def numbering(self) -> bool:
        """Whether it is nothing but the number of a page."""
        return re.fullmatch(_NUMBERING, self.text) is not None


class Shape(NamedTuple):
    """What is usual in a document: the gap between lines by font size, the edges of the text."""

    gaps: dict[int, float]
    left: float
    right: float


def margins(pages: Sequence[Sequence[Line]]) -> frozenset[Line]:
    """Page numbers and running heads: they would tear sentences apart."""
    edges = [_edges(page) for page in pages]
    seen = Counter(mark for lines in edges for mark in {_mark(line) for line in lines})
    often = max(_RUNNING, len(pages) / 2)
    several = len(pages) > 1
    return frozenset(
        line for lines in edges for line in lines if seen[_mark(line)] >= often or (several and line.numbering)
    )


def flow(pages: Sequence[Sequence[Line]]) -> tuple[str, tuple[int, ...]]:
    """The text with an empty line between paragraphs, and the code point where each page starts."""
    lines = [line for page in pages for line in page]
    shape = _shape(lines)
    pieces = [_ended(line, after, shape) for line, after in pairwise(lines)] + [line.text for line in lines[-1:]]
    offsets = list(accumulate(map(len, pieces), initial=0))
    firsts = accumulate(map(len, pages), initial=0)
    return "".join(pieces), tuple(offsets[first] for first, _ in zip(firsts, pages, strict=False))


def _edges(page: Sequence[Line]) -> list[Line]:
    """The two highest and the two lowest lines."""
    lines = sorted(page, key=lambda line: line.base)
    return lines if len(lines) < 4 else lines[:2] + lines[-2:]


def _mark(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text)


def _shape(lines: Sequence[Line]) -> Shape:
    gaps: dict[int, list[float]] = {}
    for line, after in pairwise(lines):
        if line.base > after.base and _same_size(line, after):
            gaps.setdefault(round(line.size), []).append(line.base - after.base)
    # Between lines of one paragraph the gap is small: a quarter of all gaps are no larger.
    usual = {size: sorted(found)[len(found) // 4] for size, found in gaps.items()}
    return Shape(usual, min((one.left for one in lines), default=0), max((one.right for one in lines), default=0))


def _ended(line: Line, after: Line, shape: Shape) -> str:
    """A line with what joins it to the next: nothing within a word, a blank, or the end of the paragraph."""
    if line.text.endswith(("-", *_HYPHENS)) and after.text[:1].isalnum() and _joins(line, after, shape):
        word = line.text.rstrip("".join(_HYPHENS))
        # A word cut in two loses its hyphen, "2018-2019" does not.
        broken = line.text[-2:-1].isalpha() and after.text[:1].islower()
        return word.removesuffix("-") if broken else word.removesuffix("-") + "-"
    return line.text + (" " if _joins(line, after, shape) else "\n\n")


def _joins(line: Line, after: Line, shape: Shape) -> bool:
    """Whether the next line goes on with the paragraph."""
    if not _same_size(line, after):
        return False
    ended = line.text.rstrip("\"'”’)]").endswith((".", "!", "?", ":"))
    gap = line.base - after.base
    if gap <= 0:  # the next column or page
        return not ended
    if gap > _WIDE_GAP * shape.gaps.get(round(line.size), gap):
        return False
    short = shape.right - line.right > _SHORT * (shape.right - shape.left)
    indented = after.left > line.left + _INDENT * line.size
    return not (ended and (short or indented))


def _same_size(line: Line, after: Line) -> bool:
    return abs(line.size - after.size) <= _OTHER_SIZE * max(line.size, after.size)
