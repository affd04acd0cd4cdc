"""Reports of ours that lie among the articles they were made of."""

from __future__ import annotations

import re

from factcheck.read.document import Elsewhere
from factcheck.settings import REPORT_MARK

_FINDING = r"[^\n]*: FC\d{3} \[(?:error|warning|note)\] "


def refuse(text: str, generator: str = "") -> None:
    """Refuse a report of ours.

    Args:
        text: of a file in a plain format.
        generator: what a web page says it was made with.

    Raises:
        Elsewhere: it is one.
    """
    if generator.startswith("factcheck") or text.rstrip().endswith(REPORT_MARK) or re.match(_FINDING, text):
        raise Elsewhere("a report of factcheck and no article; leave it out")
