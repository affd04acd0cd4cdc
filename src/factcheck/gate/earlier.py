"""Reports of earlier runs, read back from JSON."""

from __future__ import annotations

import json
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.review import Record

SCHEMA = "factcheck/1"
HINT = "make it with factcheck compare PATH... -o FILE.json"


def load(path: str) -> Record:
    """The report in a file, as the plain values of the contract `factcheck/1`.

    Raises:
        FactcheckError: there is no such file, or it holds something else.
    """
    try:
        told = json.loads(contents(path))
    except (ValueError, RecursionError):
        raise FactcheckError("is no JSON", path, HINT) from None
    if not isinstance(told, dict) or told.get("schema") != SCHEMA:
        raise FactcheckError("is no report of factcheck", path, HINT)
    if not complete(told):
        raise FactcheckError("is an incomplete report of factcheck", path, HINT)
    return told


def complete(report: Record) -> bool:
    """Whether a report has the parts the contract asks for, and none that points to one that is not there."""
    schema = json.loads(Path(__file__).parents[1].joinpath("schema", "factcheck-1.json").read_text("utf-8"))
    for name, kind in {"sources": "source", "claims": "claim", "facts": "fact", "findings": "finding"}.items():
        parts, needed = report.get(name), set(schema["$defs"][kind]["required"])
        if not isinstance(parts, list) or not all(isinstance(part, dict) and needed <= part.keys() for part in parts):
            return False
    ids = {part["id"] for part in (*report["sources"], *report["claims"])}
    named = {claim["source"] for claim in report["claims"]}
    return ids >= named.union(*(finding["claims"] for finding in report["findings"]))


def contents(path: str) -> str:
    """The text of a file in UTF-8.

    Raises:
        FactcheckError: it cannot be read.
    """
    try:
        return Path(path).read_text("utf-8-sig")
    except OSError as error:
        hint = "check the path, or make it with factcheck accept" if path.endswith(".toml") else "check the path"
        raise FactcheckError(f"cannot be read: {(error.strerror or str(error)).lower()}", path, hint) from None
    except ValueError:
        raise FactcheckError("is not in UTF-8", path, "save it in UTF-8") from None
