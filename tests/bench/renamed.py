"""`factcheck extract`, with units named as the sets of sentences name them, for `score.py named`.

The sets name currencies ("pound", "Swiss franc") and no unit of a count ("50 cars"); claims carry ISO 4217 codes and
the counted noun. Scored through this, wrong units show apart from another way to name the right one. A code gets the
name its claim is told with, else the longest kind of name the lexicon has for it.

    python tests/bench/renamed.py extract FOLDER --format jsonl
"""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import factcheck

TOOL = str(Path(sys.executable).with_name("factcheck"))
MONEY = Path(factcheck.__file__).parent / "lexicon/en/money.csv"
SHARED = {"GBP": ["pound|pounds|£"]}
"""Names that are no row of the table of money, since they are also a measure."""


def names(rows: Iterable[Mapping[str, str]]) -> dict[str, list[list[str]]]:
    """The names of every code, each with its forms, the first of which is the singular."""
    found: dict[str, list[list[str]]] = defaultdict(list)
    for code, forms in SHARED.items():
        found[code] = [form.split("|") for form in forms]
    for row in rows:
        if row["kind"] != "symbol":
            found[row["unit"]].append(row["forms"].split("|"))
    return found


def named(unit: str, text: str, known: Mapping[str, list[list[str]]]) -> str:
    """The name of the currency in `unit`; a unit that is no code stays as it is."""
    code, _, rest = unit.partition(" ")
    if code not in known:
        return unit
    told = re.findall(r"\w+|\S", text.lower())
    said = [forms for forms in known[code] if any(form.split()[-1] in told and form in text.lower() for form in forms)]
    name = max(said or known[code], key=lambda forms: len(forms[0]))[0]
    return f"{name} {rest}".strip()


def main() -> int:
    """Run the tool with the same arguments and rewrite the units of what it prints."""
    done = subprocess.run([TOOL, *sys.argv[1:]], stdout=subprocess.PIPE, text=True, encoding="utf-8", check=False)
    with MONEY.open(encoding="utf-8", newline="") as file:
        known = names(csv.DictReader(file))
    for line in done.stdout.splitlines():
        claim = json.loads(line)
        unit = "" if claim["measure"] == "count" else claim.get("unit")
        print(json.dumps(claim | {"unit": named(unit, claim["text"], known) if unit else unit}))
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
