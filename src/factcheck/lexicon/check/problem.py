"""Check folders of words and patterns: every row, every rule, every example, with the place of each mistake."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.record import NamedTuple


class Problem(NamedTuple):
    """Something wrong in a file.

    Attributes:
        path: of the file.
        line, column: where, from 1.
        message: what is wrong, in one clause.
        hint: how to cure it, or "".
        text: the line as it stands there.
        size: characters concerned.
    """

    path: str
    line: int
    column: int
    message: str
    hint: str = ""
    text: str = ""
    size: int = 1


class Text:
    """A file with its lines, to point into."""

    def __init__(self, path: Path) -> None:
        """Read it.

        Raises:
            FactcheckError: it cannot be read as UTF-8.
        """
        self.path = path
        try:
            self.whole = path.read_bytes().decode("utf-8-sig")
        except OSError as error:
            reason = (error.strerror or "").lower()
            raise FactcheckError(f"cannot be read: {reason}", str(path), "check its permissions") from None
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            raise FactcheckError("is not UTF-8", f"{path}:{line}", "save it as UTF-8") from None
        self.lines = self.whole.splitlines()

    def problem(self, line: int, part: str, message: str, hint: str = "") -> Problem:
        """A problem with a part of a line; of the whole line when the part does not stand in it."""
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        at = text.find(part) if part else 0
        size = len(part) if part and at >= 0 else len(text.rstrip())
        return Problem(str(self.path), line, max(at, 0) + 1, message, hint, text, max(size, 1))

    def line_with(self, *parts: str, after: int = 0) -> int:
        """The first line behind line `after` that holds all the parts, else that line."""
        lines = enumerate(self.lines[after:], after + 1)
        return next((number for number, line in lines if all(part in line for part in parts)), max(after, 1))


def listed(names: Iterable[str]) -> str:
    """A hint with all the names there are."""
    return "there are: " + ", ".join(sorted(names))


def shown(problem: Problem) -> Sequence[str]:
    """A problem as lines: where and what, the line of the file, a caret under the part."""
    cure = f" ({problem.hint})" if problem.hint else ""
    head = f"{problem.path}:{problem.line}:{problem.column}: {problem.message}{cure}"
    if not problem.text:
        return (printable(head),)
    start = max(problem.column - 61, 0)  # long rows are cut around the part
    text = problem.text[start : start + 120]
    at = problem.column - 1 - start
    caret = " " * at + "^" * max(min(problem.size, len(text) - at), 1)
    return printable(head), f"    {printable(text)}", f"    {caret}"


def printable(line: str) -> str:
    """A line that cannot drive a terminal, with as many characters: a caret below still fits."""
    return "".join(one if one.isprintable() else " " for one in line)
