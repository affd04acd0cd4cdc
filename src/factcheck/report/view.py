"""How a report is wanted: what to show, how wide, in colour or not."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from factcheck.record import NamedTuple


class View(NamedTuple):
    """What the user asked to see.

    Attributes:
        command: compare, check, extract, sources or names.
        all: agreements with their quotes, weak conflicts and claims without a counterpart too.
        width: columns to fit into; None = no limit, nothing is shortened.
        color: terminal colours may be used.
        quiet: findings only, no summary.
        excel: start a CSV with a byte order mark.
        sheet: add empty columns for the person who checks.
        statistics: counts only.
        fail_on: severity from which a new finding is a failure: error, warning, note, never.
        explain: what a code means, its severity in brackets first; None for a code nobody knows.
    """

    command: str = "compare"
    all: bool = False
    width: int | None = None
    color: bool = False
    quiet: bool = False
    excel: bool = False
    sheet: bool = False
    statistics: bool = False
    fail_on: str = "error"
    explain: Callable[[str], str | None] = lambda code: None  # noqa: ARG005 - nothing is known without the judge

    def fails(self, severity: str) -> bool:
        """Whether a new finding of this severity is a failure."""
        levels = ("note", "warning", "error")
        return self.fail_on != "never" and levels.index(severity) >= levels.index(self.fail_on)


def wants_color(choice: str, terminal: bool, environ: Mapping[str, str]) -> bool:
    """Whether to colour: the option, then NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE, TERM=dumb, the terminal.

    Args:
        choice: always, never or auto.
        terminal: the stream is one.
        environ: the environment.
    """
    if choice != "auto":
        return choice == "always"
    if environ.get("NO_COLOR"):
        return False
    if any(environ.get(name, "0") not in {"", "0"} for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return terminal and environ.get("TERM") != "dumb"


def columns(choice: int | None, terminal: bool, environ: Mapping[str, str]) -> int | None:
    """Columns to draw in: as told, else those of the terminal (160 at most), else None.

    A log or a pipe has no width: cutting a quote there would lose it.
    """
    if choice is not None:
        return choice
    if not terminal or environ.get("CI", "0") not in {"", "0", "false"}:
        return None
    from shutil import get_terminal_size

    return min(get_terminal_size().columns, 160)
