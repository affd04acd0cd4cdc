"""Reports of ours that lie among the articles they were made of."""

from __future__ import annotations

import re

from factcheck.read.document import Elsewhere
from factcheck.settings import REPORT_MARK

# A table that was piped into a file: a heading with a count, or nothing but the line that sums up.
_SUMMARY = r"(?:[^\n]+: )?[\d,]+ (?:sources?, [\d,]+ (?:claim|name)|claims? against [\d,]+ source)s?\b"
_TABLE = rf"[^\n]+ \([\d,]+\)\n=+(?=\n)[\s\S]*\n\n{_SUMMARY}|{_SUMMARY}[^\n]*(?:\n[^\n]+)*\n?\Z"
_MARKS = ("source, ", "sources, ", "claim against ", "claims against ")
_FINDING = r"[^\n]*: FC\d{3} \[(?:error|warning|note)\] "


def refuse(text: str, generator: str = "") -> None:
    """Refuse a report of ours.

    Args:
        text: of a file in a plain format.
        generator: what a web page says it was made with.

    Raises:
        Elsewhere: it is one.
    """
    ours = generator.startswith("factcheck") or text.rstrip().endswith(REPORT_MARK)
    first, _, rest = text.partition("\n")  # where no pattern can fit none is compiled, which takes longer
    finding, table = ": FC" in first, rest.startswith("==") or any(mark in first for mark in _MARKS)
    if ours or (finding and re.match(_FINDING, text)) or (table and re.match(_TABLE, text)):
        raise Elsewhere("a report of factcheck and no article; leave it out")
