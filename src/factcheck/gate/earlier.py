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
    except ValueError:
        raise FactcheckError("is no JSON", path, HINT) from None
    if not isinstance(told, dict) or told.get("schema") != SCHEMA:
        raise FactcheckError("is no report of factcheck", path, HINT)
    if not all(isinstance(told.get(name), list) for name in ("sources", "claims", "facts", "findings")):
        raise FactcheckError("is an incomplete report of factcheck", path, HINT)
    return told


def contents(path: str) -> str:
    """The text of a file in UTF-8.

    Raises:
        FactcheckError: it cannot be read.
    """
    try:
        return Path(path).read_text("utf-8-sig")
    except OSError as error:
        raise FactcheckError(
            f"cannot be read: {(error.strerror or str(error)).lower()}", path, "check the path"
        ) from None
    except ValueError:
        raise FactcheckError("is not in UTF-8", path, "save it in UTF-8") from None
