"""Web pages (.html): the article, found by trafilatura where it is installed, else by the tags of the page."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.read.about import about
from factcheck.read.document import Document, aside, joined
from factcheck.read.page import Page, page
from factcheck.read.web import article


def document(data: bytes, encoding: str) -> Document:
    """Take the article out of a page; figures on the page outside of it are told apart.

    Raises:
        Unreadable: it is binary, too large, or not in the forced codec.
    """
    whole = page(data, encoding)
    text = joined(_with_remarks(_body(whole), whole.remarks))
    told = about(whole.meta, whole.scripts)
    return Document(
        text,
        whole.encoding,
        whole.guessed,
        title=whole.headline or told.title,
        publisher=told.publisher,
        date=told.date,
        basis=told.basis,
        aside=aside(whole.visible, text),
    )


def _body(whole: Page) -> Sequence[str]:
    """The paragraphs of the article, its headline first."""
    found = article(whole.html)
    if not found:
        return whole.body
    above = whole.headline and whole.headline not in "\n".join(found[:3])
    return [whole.headline, *found] if above else found


def _with_remarks(blocks: Sequence[str], remarks: Sequence[tuple[str, str]]) -> list[str]:
    """The paragraphs, with what the page says to factcheck where it stands there."""
    waiting = list(remarks)
    lines = []
    for block in blocks:
        here = [remark for remark in waiting if remark[1] and (remark[1] in block or block in remark[1])]
        lines += [remark for remark, _ in here]
        lines.append(block)
        waiting = [remark for remark in waiting if remark not in here]
    return lines + [remark for remark, _ in waiting]
