"""The article of a web page as trafilatura finds it (the extra `web`)."""

from __future__ import annotations

import logging
import re

from factcheck.read.extras import installed

# A longer row is no row but a page laid out with tables, which the plain reader reads better.
_LONGEST_ROW = 400


def article(html: str) -> list[str]:
    """The paragraphs of the article; none when trafilatura is not installed or finds nothing."""
    if not installed("trafilatura"):
        return []
    from trafilatura import extract

    # It tells on stderr what concerns nobody here.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    text = extract(html, fast=True, favor_precision=True, include_comments=False, include_tables=True) or ""
    lines = [line.strip() for line in text.splitlines() if line.strip() and not re.fullmatch(r"[|\s:-]+", line)]
    if any(line.startswith("|") and len(line) > _LONGEST_ROW for line in lines):
        return []
    return list(map(_plain, lines))


def _plain(line: str) -> str:
    """A line without the marks of lists and tables."""
    if line.startswith("|"):
        cells = re.split(r"(?<!\\)\|", line.strip("|"))
        return "\t".join(cell.strip().replace("\\|", "|") for cell in cells).strip()
    return line.removeprefix("- ")
