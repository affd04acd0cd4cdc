"""Web pages (.html): the article, found by trafilatura where it is installed, else by the tags of the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.read.about import about
from factcheck.read.document import Document, aside, joined
from factcheck.read.page import Page, page
from factcheck.read.web import article

# The share of an article that must be left when what the tags call chrome is taken out of it.
_MOST = 0.7
_LONGEST_DATE = 120


def document(data: bytes, encoding: str) -> Document:
    """Take the article out of a page; figures on the page outside of it are told apart.

    Raises:
        Unreadable: it is binary, too large, or not in the forced codec.
    """
    whole = page(data, encoding)
    text = joined(line for _, line in sorted(_body(whole), key=lambda one: one[0]))
    told = about(whole.meta, whole.scripts)
    return Document(
        text,
        whole.encoding,
        whole.guessed,
        title=whole.headline or told.title,
        publisher=told.publisher,
        date=told.date,
        basis=told.basis,
        # What stands nearest to an article may well belong to it.
        aside=aside([block.text for block in sorted(whole.blocks, key=lambda block: block.chrome)], text),
    )


def _body(whole: Page) -> list[tuple[float, str]]:
    """The paragraphs of the article and the remarks in it, each with the number of its block."""
    found = _placed(whole, article(whole.html))
    seen = {number for number, _ in found}
    first = min(seen, default=0)
    found += [
        (number, whole.blocks[number].text)
        for number in whole.story
        if number not in seen and (not seen or _wanted(whole, number, above=number < first))
    ]
    return found + [(number - 0.5, remark) for number, remark in whole.remarks]


def _wanted(whole: Page, number: int, *, above: bool) -> bool:
    """Whether a paragraph belongs to an article that was found without it: its headline, a caption, its date."""
    block = whole.blocks[number]
    dated = above and len(block.text) < _LONGEST_DATE and re.search(r"\b(?:19|20)\d\d\b", block.text)
    return block.extra or block.text == whole.headline or bool(dated)


def _placed(whole: Page, lines: Sequence[str]) -> list[tuple[float, str]]:
    """The lines of an article with the number of the block each came from, without those of the chrome."""
    numbers: dict[str, int] = {}
    for chrome in (False, True):
        for number, block in enumerate(whole.blocks):
            if block.chrome == chrome:
                for line in block.text.splitlines():
                    numbers.setdefault(_key(line), number)
    placed: list[tuple[float, str]] = []
    at = 0.0
    for line in lines:
        at = numbers.get(_key(line), at)
        placed.append((at, line))
    clean = [(at, line) for at, line in placed if not whole.blocks[int(at)].chrome]
    return clean if _size(clean) >= _MOST * _size(placed) else placed


def _size(placed: Sequence[tuple[float, str]]) -> int:
    return sum(len(line) for _, line in placed)


def _key(line: str) -> str:
    """What is the same of a line however its blanks and signs were written."""
    return "".join(filter(str.isalnum, line))
