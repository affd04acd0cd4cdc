"""Reports of ours that lie among the articles they were made of."""

from __future__ import annotations

from factcheck.expression import expression
from factcheck.read.document import Elsewhere
from factcheck.settings import REPORT_MARK

# A table that was piped into a file: a heading with a count, or nothing but the line that sums up.
_SUMMARY = r"(?:[^\n]+: )?[\d,]+ (?:sources?, [\d,]+ (?:claim|name)|claims? against [\d,]+ source)s?\b"
_TABLE = rf"[^\n]+ \([\d,]+\)\n=+(?=\n)[\s\S]*\n\n{_SUMMARY}|{_SUMMARY}[^\n]*(?:\n[^\n]+)*\n?\Z"
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
    if ours or expression(_FINDING).match(text) or expression(_TABLE).match(text):
        raise Elsewhere("a report of factcheck and no article; leave it out")
