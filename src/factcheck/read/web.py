"""The article of a web page as trafilatura finds it (the extra `web`)."""

from __future__ import annotations

import logging
import re

from factcheck.read.extras import installed

# Far more than pages have; a time bomb has more.
_MOST_TAGS = 30_000


def article(html: str) -> list[str]:
    """The paragraphs of the article; none when the page is too large, or trafilatura is missing or finds nothing."""
    if html.count("<") > _MOST_TAGS or not installed("trafilatura"):
        return []
    from trafilatura import extract

    # It tells on stderr what concerns nobody here.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    text = extract(html, fast=True, favor_precision=True, include_comments=False, include_tables=True) or ""
    lines = [line.strip() for line in text.splitlines() if line.strip() and not re.fullmatch(r"[|\s:-]+", line)]
    return list(map(_plain, lines))


def _plain(line: str) -> str:
    """A line without the marks of lists and tables."""
    if line.startswith("|"):
        cells = re.split(r"(?<!\\)\|", line.strip("|"))
        return "\t".join(cell.strip().replace("\\|", "|") for cell in cells).strip()
    return line.removeprefix("- ")
