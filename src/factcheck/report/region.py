"""Where a figure begins and ends, for formats that point into a file."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.model import Claim, Source
from factcheck.record import NamedTuple


class Region(NamedTuple):
    """Lines and columns, counted from 1 in code points; `end_column` is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


def region(claim: Claim, sources: Mapping[str, Source]) -> Region | None:
    """The stretch of a claim's figure in its file; None where its text was taken out of a file, such as a web page."""
    if not sources[claim.source].verbatim:
        return None
    breaks = claim.text.count("\n")
    tail = len(claim.text) - claim.text.rfind("\n")
    end = tail if breaks else claim.column + len(claim.text)
    return Region(claim.line, claim.column, claim.line + breaks, end)


def uri(path: str) -> str:
    """A path as a reference: percent signs for what a URI does not allow, `file:` before an absolute one.

    "/a.txt" gives "file:///a.txt", "C:/a.txt" on Windows "file:///C:/a.txt", "//desk/a.txt" there "file://desk/a.txt".
    """
    from urllib.parse import quote

    drive = path[:2] if path[1:3] == ":/" else ""
    told = drive + quote("stdin" if path == "-" else path.removeprefix(drive), safe="/!$&'()*+,;=@~-._")
    if path.startswith("//"):
        return f"file:{told}"
    return f"file://{'/' if drive else ''}{told}" if absolute(path) else told


def absolute(path: str) -> bool:
    """Whether a path, "/" between its parts, begins at the top of a disk, on Windows too."""
    return path.startswith("/") or path[1:3] == ":/"
