"""The one error a user can cause: what went wrong, where, and how to cure it."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, names: Iterable[str], near: float = 60.0) -> str:
    """A hint "did you mean X?" with the most similar of the names, or ""; `near` 0 takes any, 100 only the name."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(name, sorted(names), scorer=fuzz.ratio, score_cutoff=near, processor=str.casefold)
    return f"did you mean {found[0]}?" if found else ""


class FactcheckError(Exception):
    """Something the user can put right: a path, an option, an input, a lexicon row.

    Args:
        message: what is wrong, in one clause without a full stop.
        where: the file, `file:line` or option concerned, or "".
        hint: what to do about it, in one clause, or "".
    """

    def __init__(self, message: str, where: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        """One line: `where: message (hint)`."""
        place = f"{self.where}: " if self.where else ""
        cure = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.message}{cure}"
