"""The article of a web page as trafilatura finds it (the extra `web`)."""

from __future__ import annotations

import logging

from factcheck.read.extras import installed


def article(html: str) -> list[str]:
    """The paragraphs of the article; none when trafilatura is not installed or finds nothing."""
    if not installed("trafilatura"):
        return []
    from trafilatura import extract

    # It tells on stderr what concerns nobody here.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    text = extract(html, fast=True, favor_precision=True, include_comments=False, include_tables=True)
    return [line.strip() for line in (text or "").splitlines() if line.strip()]
