"""quantulum3 and dateparser's `search_dates` behind the interface of `factcheck extract`, for comparison.

    python tests/bench/peers.py extract FOLDER      one claim per line, as the scorers read them

The folder holds .txt files and, in sources.csv, the days they were published (columns path, published).
Install them with: pip install -r tests/bench/peers.txt
"""

from __future__ import annotations

import csv
import json
import logging
import sys
from collections.abc import Iterator
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path

PACKAGES = ("quantulum3", "dateparser")

Claim = dict[str, object]


def installed() -> bool:
    """Whether both can be imported."""
    return all(find_spec(package) for package in PACKAGES)


def quantities(text: str) -> Iterator[Claim]:
    """What quantulum3 finds, without its classifier."""
    from quantulum3 import parser

    for found in parser.parse(text):
        start, end = found.span
        spread = found.uncertainty or 0
        ends = {"low": found.value - spread, "high": found.value + spread}
        yield {"kind": "quantity", "start": start, "end": end, "text": text[start:end], **ends, "unit": found.unit.name}


def dates(text: str, published: str = "") -> Iterator[Claim]:
    """What `search_dates` finds in English; its offsets are looked up, as it gives none."""
    from dateparser.search import search_dates

    base = {"RELATIVE_BASE": datetime.fromisoformat(published)} if published else {}
    at = 0
    for words, moment in search_dates(text, languages=["en"], settings=base) or ():
        start = max(text.find(words, at), 0)
        at = start + len(words)
        yield {"kind": "date", "start": start, "end": at, "text": words, "timex": f"{moment:%Y-%m-%d}"}


def claims(text: str, published: str = "") -> list[Claim]:
    """Everything the two find."""
    return [*quantities(text), *dates(text, published)]


def main() -> int:
    """Print the claims of a folder."""
    logging.disable(logging.CRITICAL)
    folder = Path(sys.argv[2])
    with (folder / "sources.csv").open(newline="", encoding="utf-8") as lines:
        days = {row["path"]: row["published"] for row in csv.DictReader(lines)}
    for path in sorted(folder.glob("*.txt")):
        text = path.read_bytes().decode()
        for claim in claims(text, days.get(path.name, "")):
            print(json.dumps({"source": path.name, **claim}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
