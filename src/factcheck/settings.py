"""What a run may be told; one frozen value passed down, never a global."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from factcheck.record import NamedTuple

Notice = Callable[[str, int, int], None]
"""Is told the stage and how many of how many things are done; 0 of 0 when nobody knows."""


def silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


REPORT_MARK = "<!-- a report of factcheck -->"
"""The last line of a report in Markdown: what a run writes into a folder is no article of the next run."""


class Levels(NamedTuple):
    """How sure a contradiction must be: points above what a pair of claims needs, which `factcheck explain ID` shows.

    Attributes:
        conflict: from here on it counts for the exit code.
        check: from here on it is shown without `--all`.
    """

    conflict: float = 1.5
    check: float = 0.0


class Settings(NamedTuple):
    """Options of a run.

    Attributes:
        dates: publication dates by file name or path, ISO days, from `--date FILE=DATE`.
        encoding: codec to read every text file with, or "" to find it out.
        lexicons: folders with rows of the user's own, later ones win.
        exclude: patterns of names below a given folder that are not read.
        names: what to call a source, by a pattern of its file.
        trust: names or patterns of sources, most trusted first: their claims are shown first.
        levels: how sure a contradiction must be.
        skip_unreadable: what is there but cannot be read is no failure.
        ignore: codes, or their beginnings, whose findings nobody wants to see: "FC402", "FC9".
        baseline: earlier reports (JSON) and lists of accepted findings (TOML): what they name is not new.
        notice: is told what is being done.
    """

    dates: Mapping[str, str] = MappingProxyType({})
    encoding: str = ""
    lexicons: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    names: Mapping[str, str] = MappingProxyType({})
    trust: tuple[str, ...] = ()
    levels: Levels = Levels()
    skip_unreadable: bool = False
    ignore: tuple[str, ...] = ()
    baseline: tuple[str, ...] = ()
    notice: Notice = silent


def fits(pattern: str, path: str) -> bool:
    """Whether a pattern stands for a path or for something on it: a run of its names, with * ? [] as in a shell.

    "drafts" fits "a/drafts/b.txt", "*.bak.txt" fits "a/b.bak.txt", "a/*.md" fits "x/a/b.md".
    """
    from fnmatch import fnmatchcase

    parts = path.split("/")
    wanted = pattern.strip("/")
    size = wanted.count("/") + 1
    runs = ("/".join(parts[at : at + size]) for at in range(len(parts) - size + 1))
    return any(fnmatchcase(run, wanted) for run in runs)
