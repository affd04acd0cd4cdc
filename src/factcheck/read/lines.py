"""Lines on pages to paragraphs: what a line break means is told by gaps, indents, sizes and short last lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import ceil

from factcheck.read.document import row
from factcheck.record import NamedTuple

# Shares of the usual gap, of the font size, of the width of the text.
_WIDE_GAP = 1.35
_OTHER_SIZE = 0.1
_SLACK = 0.04
_INDENT = 1.0

# Lines that begin within so many points of each other are of one column.
_COLUMN = 24

# A line at the edge of this many pages is a running head.
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
    """What is usual in a document.

    Attributes:
        gaps: between lines, by font size.
        rights: right edge of the text by column.
        listed: most lines are a sentence or more of their own.
    """

    gaps: dict[int, float]
    rights: dict[int, float]
    listed: bool

    def right(self, line: Line) -> float:
        """How far the text goes in the column of a line."""
        column = int(line.left // _COLUMN)
        return max(self.rights.get(near, 0) for near in (column - 1, column, column + 1))


def margins(pages: Sequence[Sequence[Line]]) -> frozenset[Line]:
    """Page numbers and running heads: they would tear sentences apart."""
    edges = [(number, line) for number, page in enumerate(pages) for line in _edges(page)]
    seen = Counter(mark for number, line in edges for mark in _marks(line, number))
    several = len(pages) > 1
    return frozenset(
        line
        for number, line in edges
        if (several and line.numbering) or any(seen[mark] >= _RUNNING for mark in _marks(line, number))
    )


def flow(pages: Sequence[Sequence[Line]]) -> tuple[str, tuple[int, ...]]:
    """The text with an empty line between paragraphs, and the code point where each page starts."""
    lines = [line for page in pages for line in page]
    shape = _shape(lines)
    pieces = [_glued(line, after, shape) for line, after in pairwise(lines)] + [row(line.text) for line in lines[-1:]]
    offsets = list(accumulate(map(len, pieces), initial=0))
    firsts = accumulate(map(len, pages), initial=0)
    return "".join(pieces), tuple(offsets[first] for first, _ in zip(firsts, pages, strict=False))


def _edges(page: Sequence[Line]) -> list[Line]:
    """The two highest and the two lowest lines."""
    lines = sorted(page, key=lambda line: line.base)
    return lines if len(lines) < 4 else lines[:2] + lines[-2:]


def _marks(line: Line, page: int) -> set[tuple[str, int]]:
    """What is the same of a running head on each page: all of it, or all but a number that counts the pages."""
    text = line.text
    numbers = re.finditer(r"\d{1,4}", text)
    texts = {text} | {f"{text[: one.start()]}<{int(one[0]) - page}>{text[one.end() :]}" for one in numbers}
    return {(one, round(line.size)) for one in texts}


def _shape(lines: Sequence[Line]) -> Shape:
    gaps: dict[int, list[float]] = {}
    for line, after in pairwise(lines):
        if line.base > after.base and _same_size(line, after):
            gaps.setdefault(round(line.size), []).append(line.base - after.base)
    rights: dict[int, list[float]] = {}
    for line in lines:
        rights.setdefault(int(line.left // _COLUMN), []).append(line.right)
    # Between lines of one paragraph the gap is small: a quarter of all gaps are no larger. Few lines are wider than
    # their column.
    usual = {size: sorted(found)[len(found) // 4] for size, found in gaps.items()}
    edges = {column: sorted(found)[ceil(0.9 * (len(found) - 1))] for column, found in rights.items()}
    return Shape(usual, edges, listed=2 * sum(map(_ended, lines)) > len(lines))


def _glued(line: Line, after: Line, shape: Shape) -> str:
    """A line with what joins it to the next: nothing within a word, a blank, or the end of the paragraph."""
    if line.text.endswith(("-", *_HYPHENS)) and after.text[:1].isalnum() and _joins(line, after, shape):
        word = line.text.rstrip("".join(_HYPHENS))
        # A word cut in two loses its hyphen, "2018-2019" does not.
        broken = line.text[-2:-1].isalpha() and after.text[:1].islower()
        return word.removesuffix("-") if broken else word.removesuffix("-") + "-"
    return row(line.text) + (" " if _joins(line, after, shape) else "\n\n")


def _joins(line: Line, after: Line, shape: Shape) -> bool:
    """Whether the next line goes on with the paragraph."""
    if "\t" in line.text + after.text or not _same_size(line, after) or _deliberate(line, after, shape):
        return False
    ended = _ended(line)
    if ended and shape.listed:
        return False
    gap = line.base - after.base
    if gap <= 0:  # the next column or page
        return not ended
    if gap > _WIDE_GAP * shape.gaps.get(round(line.size), gap):
        return False
    return not (ended and after.left > line.left + _INDENT * line.size)


def _ended(line: Line) -> bool:
    """Whether a line ends with the end of a sentence."""
    return line.text.rstrip("\"'”’)]").endswith((".", "!", "?", ":"))


def _deliberate(line: Line, after: Line, shape: Shape) -> bool:
    """Whether a line ends although the next word had room on it."""
    word = after.text.partition(" ")[0]
    width = (after.right - after.left) * (len(word) + 1) / max(1, len(after.text))
    edge = shape.right(line)
    return line.right + width < edge - _SLACK * (edge - line.left)


def _same_size(line: Line, after: Line) -> bool:
    return abs(line.size - after.size) <= _OTHER_SIZE * max(line.size, after.size)
