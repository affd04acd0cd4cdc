"""Web pages (.html): the article, found by trafilatura where it is installed, else by the tags of the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.read.about import about
from factcheck.read.document import Document, Unreadable, aside, joined
from factcheck.read.own import refuse
from factcheck.read.page import Page, page
from factcheck.read.web import article

# The share of an article that must be left when what the tags call chrome is taken out of it.
_MOST = 0.7
_LONGEST_DATE = 120


def document(data: bytes, encoding: str) -> Document:
    """Take the article out of a page; figures on the page outside of it are told apart.

    Raises:
        Unreadable: it is a report of ours, binary, too large, without text, or not in the forced codec.
    """
    whole = page(data, encoding)
    refuse("", whole.meta.get("generator", ""))
    told = about(whole.meta, whole.scripts)
    # A page that a script fills tells its article to search engines only.
    text = joined(line for _, line in sorted(_body(whole), key=lambda one: one[0])) or joined(told.body.splitlines())
    if not text:
        raise Unreadable("no text on this page; open it in a browser, wait until it is there, and save it then")
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
    found = _placed(whole, article(whole.html)) if whole.blocks else []
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
    own: dict[str, tuple[float, str]] = {}
    for number, block in sorted(enumerate(whole.blocks), key=lambda one: one[1].chrome):
        for line in block.text.splitlines():
            own.setdefault(_key(line), (number, line))
    placed: list[tuple[float, str]] = []
    for line in lines:
        if "\t" in line and _key(line) not in own:
            return []  # a page laid out with tables, which its tags tell better
        placed.append(own.get(_key(line), (placed[-1][0] if placed else 0, line)))
    clean = [(at, line) for at, line in placed if not whole.blocks[int(at)].chrome]
    return clean if _size(clean) >= _MOST * _size(placed) else placed


def _size(placed: Sequence[tuple[float, str]]) -> int:
    return sum(len(line) for _, line in placed)


def _key(line: str) -> str:
    """What is the same of a line however its blanks and signs were written."""
    return "".join(filter(str.isalnum, re.sub(r"<!--.*?-->", "", line) if "<!--" in line else line))
